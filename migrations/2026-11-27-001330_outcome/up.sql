-- What became of a student: enrolled in one of the programs, in another, in none. Facts with day and source; the latest
-- stands, older ones stay. They say how good recommendations were.
create table outcome (
    id          uuid primary key,
    student_id  uuid not null references student (person_id) on delete cascade,
    way         text not null check (way in ('hi', 'him', 'other', 'not', 'unknown')),
    told_on     date not null,
    source      text not null check (source in ('student', 'advisor', 'school')),
    told_by     uuid references person (id),
    form_key    uuid not null unique,
    created_at  timestamptz not null default now()
);
create index outcome_student on outcome (student_id, told_on desc, created_at desc);
create index outcome_told_by on outcome (told_by);
comment on column outcome.told_on is 'the day it was known, on the school''s calendar';
comment on column outcome.source is 'student: answered the letter; advisor: noted in the record; school: a list of the school';

-- The letter that asks 90 days after a result, once a student.
alter table student add column outcome_asked_at timestamptz;
create index student_to_ask on student (newest_result_at) where newest_result_at is not null and outcome_asked_at is null;
comment on column student.outcome_asked_at is 'when the letter went out that asks what became of them';
