alter table student drop constraint student_newest_result_id_fkey;
drop index student_newest_result;
drop table result;
drop function refuse_change;
