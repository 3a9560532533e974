-- A family link: what a student shows of one result to whoever holds the link, for a while.
create table share (
    id             uuid primary key,
    result_id      uuid not null references result (id) on delete cascade,
    label          text not null check (label <> '' and length(label) <= 80),
    parts          text[] not null check (parts <@ array['points', 'topics', 'programs']),
    hash           bytea not null unique check (length(hash) = 32),
    sealed_token   bytea not null,
    form_key       uuid not null unique,
    created_at     timestamptz not null default now(),
    expires_at     timestamptz not null check (expires_at > created_at),
    revoked_at     timestamptz,
    views          integer not null default 0 check (views >= 0),
    last_viewed_at timestamptz
);
create index share_result on share (result_id, created_at desc);
comment on column share.label is 'the student''s own word for whom it is; nobody else sees it';
comment on column share.parts is 'what is shown beside the heading; never answers, notes or addresses';
comment on column share.sealed_token is 'so that its maker can copy the link again; sealed with SIGNPOST_SECRET, bound to the row';
