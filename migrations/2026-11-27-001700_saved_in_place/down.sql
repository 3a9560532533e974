alter table attempt reset (fillfactor);
drop index attempt_tried;
create index attempt_tried on attempt (saved_at) where session_id is not null;
