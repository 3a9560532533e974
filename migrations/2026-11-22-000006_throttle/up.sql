-- How often something failed lately, for all instances together. The key is a hash: no address or name is kept.
create table throttle (
    key        bytea primary key check (length(key) = 32),
    count      integer not null check (count >= 0),
    since      timestamptz not null default now(),
    open_again timestamptz not null default now()
);
create index throttle_since on throttle (since);
comment on column throttle.open_again is 'the next try is allowed from here on';
