-- Whom an admin wants to be told that a figure was corrected: each person once a revision, whoever asks how often. The letters
-- are written a few at a time, each in the transaction that notes it here.
create table figure_correction (
    revision_id uuid not null references claim_revision (id) on delete cascade,
    person_id   uuid not null references person (id) on delete cascade,
    told_id     uuid not null references claim_revision (id) on delete cascade,
    told_at     timestamptz not null,
    asked_by    uuid references person (id) on delete set null,
    asked_at    timestamptz not null default now(),
    written_at  timestamptz,
    letter_id   uuid references letter (id) on delete set null,
    primary key (revision_id, person_id)
);
comment on column figure_correction.told_id is 'what they had been told, and told_at when';
comment on column figure_correction.written_at is 'null: waits; without a letter: nobody wrote, since the figure or the account had changed again';
create index figure_correction_waiting on figure_correction (asked_at) where written_at is null;
create index figure_correction_person on figure_correction (person_id);
create index figure_correction_told on figure_correction (told_id);
create index figure_correction_asked_by on figure_correction (asked_by);
create index figure_correction_letter on figure_correction (letter_id);
