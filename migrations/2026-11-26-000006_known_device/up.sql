-- Browsers and networks that somebody on the staff has signed in with: a letter tells of a new one.
create table known_device (
    person_id uuid not null references person (id) on delete cascade,
    hash      bytea not null check (length(hash) = 32),
    seen_at   timestamptz not null default now(),
    primary key (person_id, hash)
);
comment on column known_device.hash is 'SHA-256 of the browser''s name and the network: neither is kept';
