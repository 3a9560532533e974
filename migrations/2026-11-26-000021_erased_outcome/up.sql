-- Outcomes of students who were erased, as a tally: no row of it is anybody's, and nothing leads back.
create table erased_outcome (
    questionnaire_id uuid not null references questionnaire (id),
    scoring          text not null,
    outcome          text not null check (outcome in ('HI_CLEAR', 'HI_LEAN', 'EITHER', 'HIM_LEAN', 'HIM_CLEAR', 'INSUFFICIENT')),
    month            date not null check (extract(day from month) = 1),
    count            integer not null check (count > 0),
    primary key (questionnaire_id, scoring, outcome, month)
);

-- Letters whose copies must go too, since their person was erased. The carrier deletes the file, where letters go to a
-- folder, and the row.
create table shred (
    letter_id uuid primary key,
    since     timestamptz not null default now()
);

-- Letters to somebody who had no account then are found by their address.
create index letter_nobody on letter (lower(to_email)) where person_id is null;
