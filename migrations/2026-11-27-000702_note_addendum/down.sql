drop table note_addendum;
