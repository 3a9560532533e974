-- Long work in batches: one act for each of many students. Whoever holds the lease goes on with it; a student's row is
-- settled in the transaction of the act, so that no student is done twice, whatever stops in between.
create table job (
    id           uuid primary key,
    kind         text not null check (kind in ('letter', 'note', 'follow-up')),
    owner_id     uuid not null references person (id) on delete cascade,
    facts        jsonb not null,
    students     integer not null check (students > 0),
    form_key     uuid not null unique,
    begun_at     timestamptz,
    done_at      timestamptz check (done_at >= begun_at),
    lease        uuid,
    leased_until timestamptz,
    created_at   timestamptz not null default now()
);
comment on column job.facts is 'what each student gets; emptied when the job is done';
comment on column job.begun_at is 'null: shown to its owner, and not begun';
create index job_open on job (begun_at) where begun_at is not null and done_at is null;
create index job_owner on job (owner_id, created_at desc);
create index job_old on job (created_at);

create table job_item (
    job_id     uuid not null references job (id) on delete cascade,
    student_id uuid not null references student (person_id) on delete cascade,
    state      text not null default 'waiting' check (state in ('waiting', 'done', 'skipped')),
    reason     text check (reason in ('out-of-reach', 'refused', 'broken')),
    tries      smallint not null default 0,
    settled_at timestamptz,
    primary key (job_id, student_id),
    check ((state = 'skipped') = (reason is not null)),
    check ((state = 'waiting') = (settled_at is null))
);
create index job_item_waiting on job_item (job_id, student_id) where state = 'waiting';
create index job_item_student on job_item (student_id);
