drop table share;
