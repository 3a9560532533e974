-- Everybody who has an account: students, advisors, lead advisors, admins. One role each.
create table person (
    id             uuid primary key,
    role           text not null check (role in ('student', 'advisor', 'lead', 'admin')),
    full_name      text not null check (full_name <> '' and length(full_name) <= 200),
    email          text not null check (length(email) <= 254),
    email_key      text not null unique,
    password_hash  text not null,
    locale         text not null default 'en',
    created_at     timestamptz not null default now(),
    last_seen_at   timestamptz,
    deactivated_at timestamptz
);
comment on column person.email is 'as typed: letters go here';
comment on column person.email_key is 'the normalised form (NFKC, lower case, trimmed): one account an address';
create index person_staff on person (role, full_name, id) where role <> 'student';
