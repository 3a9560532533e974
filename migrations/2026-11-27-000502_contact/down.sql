drop trigger meeting_contact on meeting;
drop trigger note_contact on note;
drop function keep_last_contact;
alter table student drop column last_contact_on;
