-- What the queue needs to know of a student, kept in the transactions that change it, so that a list page costs the same
-- with a hundred students as with a million.
create table student (
    person_id        uuid primary key references person (id) on delete cascade,
    advisor_id       uuid references person (id),
    newest_result_id uuid,
    newest_result_at timestamptz,
    created_at       timestamptz not null default now()
);
create index student_caseload on student (advisor_id, (coalesce(newest_result_at, '-infinity')) desc, person_id desc);
create index student_newest on student ((coalesce(newest_result_at, '-infinity')) desc, person_id desc);
