alter table student drop column outcome_asked_at;
drop table outcome;
