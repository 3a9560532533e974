drop table desk;
drop table assignment;
