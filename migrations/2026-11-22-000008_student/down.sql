drop table student;
