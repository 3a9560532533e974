drop table profile;
