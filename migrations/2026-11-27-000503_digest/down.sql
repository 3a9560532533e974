drop table digest;
alter table setting drop column digest_hour;
