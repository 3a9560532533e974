drop table chore;
