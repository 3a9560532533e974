-- An advising note: part of the student's record. The author's name and role are copied onto it.
create table note (
    id          uuid primary key,
    student_id  uuid not null references student (person_id) on delete cascade,
    author_id   uuid not null references person (id),
    author      text not null,
    author_role text not null,
    level       text not null check (level in ('student', 'advisors', 'restricted')),
    body        text not null check (body <> '' and length(body) <= 20000),
    contact_on  date,
    contact_how text check (contact_how in ('in_person', 'phone', 'video', 'email')),
    topic       text check (topic in ('program', 'credits', 'money', 'work', 'other')),
    form_key    uuid not null unique,
    created_at  timestamptz not null default now()
);
create index note_student on note (student_id, created_at desc);
create index note_author on note (author_id);
comment on column note.level is 'student: the student too; advisors: the student''s advisor and leads; restricted: author and leads';
