delete from session where person_id is null;
alter table session alter column person_id set not null;
