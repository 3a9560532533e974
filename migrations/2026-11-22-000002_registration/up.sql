-- An account that sleeps until its link is used. A second registration replaces the row and its password,
-- so nobody can plant a password under somebody else's address.
create table registration (
    email_key     text primary key,
    email         text not null check (length(email) <= 254),
    full_name     text not null check (full_name <> '' and length(full_name) <= 200),
    password_hash text not null,
    locale        text not null default 'en',
    created_at    timestamptz not null default now()
);
