-- A save changes when an attempt was saved, and that stood in an index: each save then wrote the row into all six indexes.
-- Now no index holds it, and a page keeps room for the row's next version. What was tried by visitors is found by when it
-- was begun, which is never later.
drop index attempt_tried;
create index attempt_tried on attempt (started_at) where session_id is not null;
alter table attempt set (fillfactor = 80);
