-- A change of address: asked for with the new one, done when its link is pressed, undone within 72 hours by the old one's.
create table email_change (
    id         uuid primary key,
    person_id  uuid not null references person (id) on delete cascade,
    old_email  text not null check (length(old_email) <= 254),
    old_key    text not null,
    new_email  text not null check (length(new_email) <= 254),
    new_key    text not null,
    asked_at   timestamptz not null default now(),
    done_at    timestamptz,
    undone_at  timestamptz check (undone_at >= done_at)
);
create unique index email_change_open on email_change (person_id) where done_at is null;
create index email_change_person on email_change (person_id, asked_at desc);

alter table token drop constraint token_purpose_check;
alter table token add constraint token_purpose_check check (purpose in ('confirm', 'reset', 'invite', 'email', 'undo-email'));
