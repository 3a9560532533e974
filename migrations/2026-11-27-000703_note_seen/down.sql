drop table note_seen;
