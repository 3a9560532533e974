-- How long things are kept. The law names no period for advising records; schools set their own.
alter table setting
    add column keep_students_months    smallint not null default 60 check (keep_students_months between 1 and 1200),
    add column keep_letters_months     smallint not null default 24 check (keep_letters_months between 1 and 1200),
    add column keep_registrations_days smallint not null default 7 check (keep_registrations_days between 2 and 365);
comment on column setting.keep_students_months is 'a student''s record, from their last visit or the last contact';
comment on column setting.keep_letters_months is 'the words of letters; that they were sent stays as long as the record';
comment on column setting.keep_registrations_days is 'accounts that were never confirmed; their link works for one day';

create index letter_worded on letter (created_at) where facts <> '{}';
create index token_ends on token (expires_at);
