-- The daily letter about follow-ups: at which hour of the school's clock, and who had it on which day. The key makes it one
-- letter, however many instances run.
alter table setting add column digest_hour smallint not null default 7 check (digest_hour between 0 and 23);
comment on column setting.digest_hour is 'from this hour of the school''s day advisors get the letter about what is due';

create table digest (
    owner_id uuid not null references person (id) on delete cascade,
    day      date not null,
    sent_at  timestamptz not null default now(),
    primary key (owner_id, day)
);
comment on column digest.day is 'a day on the school''s calendar';
