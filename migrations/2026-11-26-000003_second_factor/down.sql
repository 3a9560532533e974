drop table recovery_code; drop table second_factor;
