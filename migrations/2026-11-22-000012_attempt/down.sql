drop table saved_part;
drop table answer;
drop table attempt;
