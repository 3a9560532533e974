alter table letter drop column calendar;
drop table letter_about;
