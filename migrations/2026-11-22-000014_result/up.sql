-- The stored outcome of an attempt. Immutable: a retake is a new row, and an old one renders for ever from what it holds.
create table result (
    id               uuid primary key,
    attempt_id       uuid not null unique references attempt (id) on delete cascade,
    student_id       uuid not null references student (person_id) on delete cascade,
    questionnaire_id uuid not null references questionnaire (id),
    catalog_id       uuid references catalog (id),
    scoring          text not null,
    outcome          text not null check (outcome in ('HI_CLEAR', 'HI_LEAN', 'EITHER', 'HIM_LEAN', 'HIM_CLEAR', 'INSUFFICIENT')),
    reason           text check (reason in ('CONFLICT', 'BOTH_APPEAL', 'NEITHER_APPEALS', 'NO_OPINION', 'BALANCED')),
    flags            text[] not null default '{}',
    points           smallint not null,
    hi               smallint not null check (hi >= 0),
    him              smallint not null check (him >= 0),
    answered         smallint not null,
    item_count       smallint not null,
    contributions    jsonb not null,
    profile          jsonb not null,
    created_at       timestamptz not null default now(),
    check (hi - him = points),
    check ((reason is not null) = (outcome = 'EITHER'))
);
create index result_student on result (student_id, created_at desc);
comment on column result.points is 'toward health informatics if positive, toward health information management if negative';
comment on column result.profile is 'a copy of the profile used, as it was';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% rows do not change', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger result_stands before update on result for each row execute function refuse_change();

alter table student add foreign key (newest_result_id) references result (id) on delete set null;
create index student_newest_result on student (newest_result_id);
