-- Which advisor a student has, and had: periods. student.advisor_id is the open one.
create table assignment (
    id         uuid primary key,
    student_id uuid not null references student (person_id) on delete cascade,
    advisor_id uuid not null references person (id),
    given_by   uuid references person (id),
    since      timestamptz not null default now(),
    until      timestamptz check (until >= since)
);
create unique index assignment_open on assignment (student_id) where until is null;
create index assignment_student on assignment (student_id, since);
create index assignment_advisor on assignment (advisor_id, since desc);
comment on column assignment.given_by is 'null: by the rule at confirmation';

-- An advisor's desk: how many students it has now and when it was last given one. Locked while a student is given away.
create table desk (
    advisor_id    uuid primary key references person (id) on delete cascade,
    students      integer not null default 0 check (students >= 0),
    last_given_at timestamptz
);
