drop table letter_claim;
drop table letter_try;
drop table letter;
