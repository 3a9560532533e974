-- Every change of the school's settings, whole before and whole after, so that each can be read and taken back.
create table setting_change (
    number     integer primary key check (number > 0),
    changed_by uuid not null references person (id),
    at         timestamptz not null default now(),
    before     jsonb not null,
    after      jsonb not null,
    takes_back integer references setting_change (number),
    check (before <> after)
);
create index setting_change_by on setting_change (changed_by);
create index setting_change_takes_back on setting_change (takes_back);
comment on column setting_change.number is 'the first change is 1; a form that saw an older one is stale';
comment on column setting_change.takes_back is 'the change whose fields this one put back to what they were';
