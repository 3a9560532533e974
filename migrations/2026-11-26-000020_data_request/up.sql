-- What a student asked for about their own record, and what a lead advisor decided, within 45 days (34 CFR 99.10, 99.20–22).
create table data_request (
    id             uuid primary key,
    student_id     uuid references student (person_id) on delete set null,
    kind           text not null check (kind in ('see_notes', 'correction', 'erasure')),
    words          text not null default '' check (length(words) <= 2000),
    should_say     text not null default '' check (length(should_say) <= 2000),
    asked_at       timestamptz not null default now(),
    due_at         timestamptz not null default now() + interval '45 days',
    withdrawn_at   timestamptz,
    decision       text check (decision in ('granted', 'denied')),
    decided_at     timestamptz,
    decided_by     uuid references person (id),
    reason         text not null default '' check (length(reason) <= 5000),
    released_until timestamptz,
    statement      text not null default '' check (length(statement) <= 5000),
    stated_at      timestamptz,
    form_key       uuid not null unique,
    check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
    check (decided_at is null or withdrawn_at is null),
    check ((released_until is not null) = coalesce(kind = 'see_notes' and decision = 'granted', false)),
    check (stated_at is null or (kind = 'correction' and decision = 'denied')),
    check (student_id is null or ((decision is null) = (reason = '') and (stated_at is null) = (statement = ''))),
    check (student_id is not null or (words = '' and should_say = '' and reason = '' and statement = ''))
);
create unique index data_request_open on data_request (student_id, kind) where decided_at is null and withdrawn_at is null;
create index data_request_waiting on data_request (id) where decided_at is null and withdrawn_at is null;
create index data_request_student on data_request (student_id, id desc);
create index data_request_decided_by on data_request (decided_by);
comment on column data_request.student_id is 'null: the student was erased, and with them every word; the clock stays';
comment on column data_request.words is 'what is wrong, or why they ask';
comment on column data_request.should_say is 'what a corrected record should say';
comment on column data_request.released_until is 'until then the student''s copy holds the notes of all levels';
comment on column data_request.statement is 'the student''s answer to a denied correction; stands beside the record';
