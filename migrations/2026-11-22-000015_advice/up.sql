-- The advisor's word on one result. The latest stands, older ones stay; the computed result never changes.
create table advice (
    id         uuid primary key,
    result_id  uuid not null references result (id) on delete cascade,
    author_id  uuid not null references person (id),
    author     text not null,
    verdict    text not null check (verdict in ('agree', 'hi', 'him', 'either')),
    reason     text check (reason in ('work_sooner', 'experience', 'credits', 'student_asked', 'other')),
    words      text not null check (length(words) <= 5000),
    form_key   uuid not null unique,
    created_at timestamptz not null default now(),
    check (verdict = 'agree' or reason is not null)
);
create index advice_result on advice (result_id, created_at desc);
create index advice_author on advice (author_id);
