drop table note_revision;
