-- What the author of a note added when the time to edit it was over. Read by whom the note is read.
create table note_addendum (
    id          uuid primary key,
    note_id     uuid not null references note (id) on delete cascade,
    author      text not null,
    author_role text not null,
    body        text not null check (body <> '' and length(body) <= 20000),
    form_key    uuid not null unique,
    created_at  timestamptz not null default now()
);
create index note_addendum_note on note_addendum (note_id, created_at);
