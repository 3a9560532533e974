drop trigger person_leaves on person;
drop trigger student_moves on student;
drop table follow_up;
drop function follow_ups_stay_behind, follow_ups_go_along, keep_follow_up_due;
alter table student drop column follow_up_due;
