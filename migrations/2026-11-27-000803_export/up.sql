-- Lists of students that left the portal as a file: who took one, why, of which view, and how many there were.
create table export (
    id         uuid primary key,
    person_id  uuid not null references person (id) on delete cascade,
    purpose    text not null check (purpose in ('advising', 'outreach', 'report', 'accreditation', 'system')),
    query      text not null check (length(query) <= 500),
    students   integer check (students >= 0),
    created_at timestamptz not null default now()
);
comment on column export.query is 'the view, without what was searched for by name';
comment on column export.students is 'null: the file was not taken to its end';
create index export_person on export (person_id, created_at desc);
create index export_newest on export (created_at desc);
