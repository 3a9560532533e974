drop table export;
