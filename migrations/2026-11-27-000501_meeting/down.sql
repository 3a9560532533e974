drop table meeting;
drop type person_range;
drop function keep_meeting_marks;
alter table student drop column call_asked_at, drop column meeting_at;
