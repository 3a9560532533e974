-- A sign-in that has the password right and still owes a code. It is no session: nobody is signed in by it.
create table half_sign_in (
    hash       bytea primary key check (length(hash) = 32),
    person_id  uuid not null references person (id) on delete cascade,
    verified   text not null,
    owes       text not null check (owes in ('factor', 'mail')),
    code_hash  bytea check (length(code_hash) = 32),
    created_at timestamptz not null default now(),
    check ((code_hash is not null) = (owes = 'mail'))
);
create index half_sign_in_person on half_sign_in (person_id);
create index half_sign_in_created on half_sign_in (created_at);
comment on column half_sign_in.verified is 'the hash of the password they had right: another one since then ends this';
comment on column half_sign_in.owes is 'factor: a code of the app; mail: the code in a letter, after 100 failures in a day';
comment on column half_sign_in.code_hash is 'SHA-256 of the cookie''s token and the mailed code: worth nothing without the cookie';
