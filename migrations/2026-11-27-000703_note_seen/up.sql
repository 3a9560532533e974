-- When somebody last looked at the notes about a student: what changed since is marked as new to them.
create table note_seen (
    reader_id  uuid not null references person (id) on delete cascade,
    student_id uuid not null references student (person_id) on delete cascade,
    seen_at    timestamptz not null default now(),
    primary key (reader_id, student_id)
);
create index note_seen_student on note_seen (student_id);
