-- What left the school about a student: to whom, what, and why they may have it (34 CFR 99.32). Part of the record.
create table disclosure (
    id           uuid primary key,
    student_id   uuid not null references student (person_id) on delete cascade,
    disclosed_on date not null,
    to_whom      text not null check (to_whom <> '' and length(to_whom) <= 300),
    what         text not null check (what <> '' and length(what) <= 2000),
    why          text not null check (why <> '' and length(why) <= 2000),
    recorded_by  uuid not null references person (id),
    recorder     text not null,
    form_key     uuid not null unique,
    created_at   timestamptz not null default now()
);
create index disclosure_student on disclosure (student_id, disclosed_on desc, id desc);
create index disclosure_recorded_by on disclosure (recorded_by);
comment on column disclosure.why is 'the interest they have in it: the student''s consent, a subpoena, an audit';
