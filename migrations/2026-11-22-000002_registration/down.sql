drop table registration;
