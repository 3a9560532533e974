-- One student's way through one version. One open attempt at a time.
create table attempt (
    id               uuid primary key,
    student_id       uuid not null references student (person_id) on delete cascade,
    questionnaire_id uuid not null references questionnaire (id),
    started_at       timestamptz not null default now(),
    saved_at         timestamptz not null default now(),
    submitted_at     timestamptz,
    unique (id, questionnaire_id)
);
create unique index attempt_open on attempt (student_id) where submitted_at is null;
create index attempt_student on attempt (student_id, started_at desc);

-- One answer per attempt and item. No row: left out. A row without value: "I don't know enough to say".
create table answer (
    attempt_id       uuid not null,
    questionnaire_id uuid not null,
    item             text not null,
    value            smallint check (value between -2 and 2),
    answered_at      timestamptz not null default now(),
    primary key (attempt_id, item),
    foreign key (attempt_id, questionnaire_id) references attempt (id, questionnaire_id) on delete cascade,
    foreign key (questionnaire_id, item) references item (questionnaire_id, name)
);

-- Parts the student has saved, also with nothing in them: where to go on.
create table saved_part (
    attempt_id uuid not null references attempt (id) on delete cascade,
    part       smallint not null,
    saved_at   timestamptz not null default now(),
    primary key (attempt_id, part)
);
