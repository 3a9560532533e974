-- Who is signed in where. The cookie's SHA-256 is the key; a row that is gone is a session that has ended.
create table session (
    hash       bytea primary key check (length(hash) = 32),
    id         uuid not null unique,
    person_id  uuid not null references person (id) on delete cascade,
    device     text not null default '' check (length(device) <= 300),
    created_at timestamptz not null default now(),
    seen_at    timestamptz not null default now()
);
create index session_person on session (person_id);
create index session_seen on session (seen_at);
