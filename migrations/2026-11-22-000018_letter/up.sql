-- The outbox: a letter is a row written in the transaction of its cause. The carrier renders it once, stores the words,
-- and every try and every copy is those bytes.
create table letter (
    id           uuid primary key,
    kind         text not null check (kind in ('confirm', 'already-registered', 'reset', 'invitation', 'recommendation')),
    person_id    uuid references person (id) on delete cascade,
    result_id    uuid references result (id) on delete cascade,
    to_name      text not null,
    to_email     text not null,
    reply_to     text,
    locale       text not null,
    facts        jsonb not null,
    sealed_token bytea,
    message_id   text not null unique,
    state        text not null default 'queued' check (state in ('queued', 'sending', 'accepted', 'deferred', 'failed', 'held')),
    tries        smallint not null default 0,
    next_try_at  timestamptz not null default now(),
    leased_until timestamptz,
    lease        uuid,
    subject      text,
    body_text    text,
    body_html    text,
    server_words text,
    form_key     uuid unique,
    created_at   timestamptz not null default now(),
    settled_at   timestamptz
);
create index letter_due on letter (next_try_at) where state in ('queued', 'deferred', 'sending');
create index letter_person on letter (person_id, created_at desc);
create index letter_result on letter (result_id, created_at desc);
create index letter_failed on letter (created_at desc) where state in ('failed', 'held');
comment on column letter.sealed_token is 'the one-time link''s token, sealed with SIGNPOST_SECRET; erased when accepted or failed';
comment on column letter.server_words is 'what the mail server said last';

-- The tries of a letter, with what the server said.
create table letter_try (
    letter_id uuid not null references letter (id) on delete cascade,
    number    smallint not null,
    at        timestamptz not null default now(),
    state     text not null,
    words     text not null,
    primary key (letter_id, number)
);

-- Which figures a letter told: a corrected figure lists who was told the old one.
create table letter_claim (
    letter_id   uuid not null references letter (id) on delete cascade,
    revision_id uuid not null references claim_revision (id),
    primary key (letter_id, revision_id)
);
create index letter_claim_revision on letter_claim (revision_id);
