drop index note_timeline, letter_timeline;
drop table resend;
