drop table job_item;
drop table job;
