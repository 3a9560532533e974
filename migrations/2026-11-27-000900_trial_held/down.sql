alter table attempt drop column held_until;
