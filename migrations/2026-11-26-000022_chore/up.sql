-- What happens by itself: when each chore is due, and who is at it until when. All instances share the rows.
create table chore (
    name         text primary key,
    due_at       timestamptz not null default now(),
    lease        uuid,
    leased_until timestamptz,
    done_at      timestamptz,
    check ((lease is null) = (leased_until is null))
);
