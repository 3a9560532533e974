-- One-time links. Only the hash is kept; the row is bound to a purpose and an address.
create table token (
    id         uuid primary key,
    purpose    text not null check (purpose in ('confirm', 'reset', 'invite')),
    hash       bytea not null unique check (length(hash) = 32),
    email_key  text not null,
    person_id  uuid references person (id) on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index token_alive on token (purpose, email_key) where used_at is null;
create index token_person on token (person_id);
