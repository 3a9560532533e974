drop table half_sign_in;
