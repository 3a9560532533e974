-- A note that is not written yet, as its author typed it, whatever is wrong with it. Its author alone reads it; it goes
-- with the note that comes of it.
create table draft (
    id          uuid primary key,
    author_id   uuid not null references person (id) on delete cascade,
    student_id  uuid not null references student (person_id) on delete cascade,
    body        text not null check (length(body) <= 524288),
    level       text not null check (level in ('student', 'advisors', 'restricted')),
    contact_on  text not null check (length(contact_on) <= 40),
    contact_how text check (contact_how in ('in_person', 'phone', 'video', 'email')),
    topic       text check (topic in ('program', 'credits', 'money', 'work', 'other')),
    form_key    uuid not null unique,
    saved_at    timestamptz not null default now()
);
create index draft_author on draft (author_id, saved_at desc);
create index draft_student on draft (student_id);
comment on column draft.form_key is 'the form''s, and the note''s it becomes';
