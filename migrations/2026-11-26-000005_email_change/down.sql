drop table email_change;
delete from token where purpose in ('email', 'undo-email');
alter table token drop constraint token_purpose_check;
alter table token add constraint token_purpose_check check (purpose in ('confirm', 'reset', 'invite'));
