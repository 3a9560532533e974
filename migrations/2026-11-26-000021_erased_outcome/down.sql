drop index letter_nobody;
drop table shred;
drop table erased_outcome;
