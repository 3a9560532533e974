-- Versions of the questionnaire: draft, published (immutable), retired (no new attempts; begun ones go on).
create table questionnaire (
    id                 uuid primary key,
    number             integer not null unique,
    status             text not null check (status in ('draft', 'published', 'retired')),
    scoring            text not null,
    stem               text not null,
    lean               smallint not null check (lean > 0),
    clear              smallint not null check (clear > lean),
    min_answered       smallint not null check (min_answered > 0),
    low_variation_same smallint not null,
    many_unsure        smallint not null,
    created_at         timestamptz not null default now(),
    published_at       timestamptz
);
create unique index questionnaire_published on questionnaire (status) where status = 'published';
comment on column questionnaire.lean is 'points of lead from which a program is named';

create table anchor (
    questionnaire_id uuid not null references questionnaire (id) on delete cascade,
    position         smallint not null,
    value            smallint check (value between -2 and 2),
    label            text not null,
    primary key (questionnaire_id, position)
);
comment on column anchor.value is 'null: the choice off the scale, "I don''t know enough to say"';

create table dimension (
    questionnaire_id uuid not null references questionnaire (id) on delete cascade,
    code             text not null,
    position         smallint not null,
    weight           smallint not null check (weight > 0),
    hi_pole          text not null,
    him_pole         text not null,
    primary key (questionnaire_id, code)
);

create table item (
    questionnaire_id uuid not null,
    name             text not null check (name ~ '^[a-z][a-z0-9]{0,15}$'),
    position         smallint not null,
    part             smallint not null check (part > 0),
    dimension        text not null,
    key              smallint not null check (key in (-1, 1)),
    text             text not null check (text <> ''),
    primary key (questionnaire_id, name),
    unique (questionnaire_id, position),
    foreign key (questionnaire_id, dimension) references dimension (questionnaire_id, code) on delete cascade
);
comment on column item.key is '1: liking it counts for health informatics, -1: for health information management';
