-- A filter of the queue that somebody on the staff keeps under a name. What was searched for by name is never in it.
create table saved_view (
    id         uuid primary key,
    person_id  uuid not null references person (id) on delete cascade,
    name       text not null check (name <> '' and length(name) <= 60),
    query      text not null check (length(query) <= 500),
    form_key   uuid not null unique,
    created_at timestamptz not null default now()
);
create unique index saved_view_name on saved_view (person_id, lower(name));
