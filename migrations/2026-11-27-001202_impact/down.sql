drop table impact;
