-- The texts a note had before its author edited it: every one is kept.
create table note_revision (
    note_id     uuid not null references note (id) on delete cascade,
    number      smallint not null check (number >= 1),
    level       text not null check (level in ('student', 'advisors', 'restricted')),
    body        text not null check (body <> '' and length(body) <= 20000),
    contact_on  date,
    contact_how text check (contact_how in ('in_person', 'phone', 'video', 'email')),
    topic       text check (topic in ('program', 'credits', 'money', 'work', 'other')),
    written_at  timestamptz not null,
    form_key    uuid not null unique,
    primary key (note_id, number)
);
comment on table note_revision is 'read by whom both its own level and the note''s allow';
comment on column note_revision.form_key is 'the form whose text took its place';
