-- Who keeps a page true, which draft goes live by itself, and who said on which day that the words still hold.
alter table page add column owner_id uuid references person (id) on delete set null;
comment on column page.owner_id is 'an admin; null: nobody in particular';
create index page_owner on page (owner_id);

create table page_schedule (
    page_slug    text primary key references page (slug) on delete cascade,
    revision_id  uuid not null unique references page_revision (id) on delete cascade,
    goes_live_at timestamptz not null,
    set_by       uuid references person (id) on delete set null,
    set_at       timestamptz not null default now(),
    refused_at   timestamptz,
    refusal      text not null default '',
    check ((refused_at is null) = (refusal = ''))
);
comment on column page_schedule.refused_at is 'it could not go live at its time; readers keep what they had';
create index page_schedule_due on page_schedule (goes_live_at) where refused_at is null;
create index page_schedule_set_by on page_schedule (set_by);

create table page_attestation (
    id          uuid primary key,
    revision_id uuid not null references page_revision (id) on delete cascade,
    by_id       uuid references person (id) on delete set null,
    at          timestamptz not null default now(),
    review_due  date not null,
    form_key    uuid not null unique
);
comment on column page_attestation.review_due is 'the day of the next check that was set with it';
create index page_attestation_revision on page_attestation (revision_id, at desc);
create index page_attestation_by on page_attestation (by_id);
