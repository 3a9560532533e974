-- Staff come by invitation only; the role is the inviting admin's word, never the person's own.
create table invitation (
    id          uuid primary key,
    email       text not null check (length(email) <= 254),
    email_key   text not null,
    full_name   text not null check (full_name <> '' and length(full_name) <= 200),
    role        text not null check (role in ('advisor', 'lead', 'admin')),
    invited_by  uuid not null references person (id),
    form_key    uuid not null unique,
    created_at  timestamptz not null default now(),
    accepted_at timestamptz
);
create unique index invitation_open on invitation (email_key) where accepted_at is null;
create index invitation_by on invitation (invited_by);
