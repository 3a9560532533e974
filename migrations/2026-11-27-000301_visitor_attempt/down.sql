alter table half_sign_in drop column session_id;
alter table registration drop column attempt_id;
delete from attempt where student_id is null;
alter table attempt drop column session_id, alter column student_id set not null;
