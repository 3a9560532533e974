-- What a draft of the questionnaire would do to the results that students have: each is scored again, some at a time. Only
-- counts are kept. The row is locked by whoever goes on with it.
create table impact (
    id               uuid primary key,
    questionnaire_id uuid not null references questionnaire (id) on delete cascade,
    revision         integer not null,
    results          integer not null check (results >= 0),
    done             integer not null default 0 check (done >= 0),
    last_result      uuid,
    unlike           integer not null default 0 check (unlike >= 0),
    moves            jsonb not null default '{}',
    begun_at         timestamptz not null default now(),
    done_at          timestamptz,
    unique (questionnaire_id, revision)
);
comment on column impact.revision is 'the save of the draft that is tried; a later one has its own row';
comment on column impact.unlike is 'results of students who were not asked enough of the draft''s questions to compare';
comment on column impact.moves is 'outcome before > outcome after: how many; equal ones too';
create index impact_open on impact (begun_at) where done_at is null;
