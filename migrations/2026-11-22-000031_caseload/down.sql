drop view caseload;
drop function stands_above(timestamptz, uuid, timestamptz, uuid);
drop function stands_below(timestamptz, uuid, timestamptz, uuid);
drop function queue_place(timestamptz);
drop trigger advice_looks on advice;
drop function advice_looks_at_student();
drop trigger note_looks on note;
drop function note_looks_at_student();
alter table student drop column looked_at;
