drop table rung;
drop table ladder;
drop table accreditation;
drop table program;
drop table catalog;
