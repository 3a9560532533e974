-- The second factor: an authenticator app's seed, sealed for its person, and codes for the day the phone is lost.
create table second_factor (
    person_id   uuid primary key references person (id) on delete cascade,
    sealed_seed bytea not null,
    last_step   bigint not null,
    created_at  timestamptz not null default now()
);
comment on column second_factor.sealed_seed is 'sealed with SIGNPOST_SECRET, bound to the person';
comment on column second_factor.last_step is 'the 30-second step of the last code used: none before or of it works again';

create table recovery_code (
    person_id  uuid not null references second_factor (person_id) on delete cascade,
    hash       bytea not null check (length(hash) = 32),
    used_at    timestamptz,
    primary key (person_id, hash)
);
