-- The school's own programs, in versions: a result remembers the one it was held against.
create table catalog (
    id                   uuid primary key,
    number               integer not null unique,
    status               text not null check (status in ('draft', 'published', 'retired')),
    effective            date not null,
    transfer_cap_percent smallint not null check (transfer_cap_percent between 0 and 100),
    created_at           timestamptz not null default now(),
    published_at         timestamptz
);
create unique index catalog_published on catalog (status) where status = 'published';
comment on column catalog.transfer_cap_percent is 'how much of a program may come from credits the student has';

create table program (
    catalog_id           uuid not null references catalog (id) on delete cascade,
    slug                 text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
    position             smallint not null,
    field                text not null check (field in ('hi', 'him')),
    title                text not null,
    award                text not null check (award in ('associate', 'bachelor', 'certificate', 'master')),
    entry                text not null check (entry in ('hs', 'some_college', 'associate', 'bachelor', 'master')),
    credits              smallint not null check (credits > 0),
    transfer_cap_percent smallint check (transfer_cap_percent between 0 and 100),
    summary              text not null,
    leads_to             text not null,
    length               text not null,
    cost_note            text not null,
    entry_note           text not null,
    disclosure_status    text not null check (disclosure_status in ('not_measured', 'pass', 'fail')),
    disclosure_text      text not null,
    disclosure_url       text,
    disclosure_as_of     date,
    primary key (catalog_id, slug),
    unique (catalog_id, position)
);
comment on column program.credits is 'quarter credits in all, or after the entry degree for a certificate or a master''s';

create table accreditation (
    catalog_id uuid not null,
    program    text not null,
    position   smallint not null,
    body       text not null,
    scope      text not null,
    status     text not null,
    since      date,
    until      date,
    primary key (catalog_id, program, position),
    foreign key (catalog_id, program) references program (catalog_id, slug) on delete cascade
);

create table ladder (
    catalog_id uuid not null references catalog (id) on delete cascade,
    key        text not null,
    position   smallint not null,
    title      text not null,
    era        text not null check (era in ('current', 'historical')),
    note       text not null,
    primary key (catalog_id, key)
);

create table rung (
    catalog_id     uuid not null,
    ladder         text not null,
    position       smallint not null,
    title          text not null,
    level          text not null check (level in ('start', 'associate', 'bachelor', 'certificate', 'master')),
    start_audience text[] not null default '{}',
    start_credits  smallint not null,
    end_credits    smallint not null,
    credit_system  text not null check (credit_system in ('quarter', 'semester')),
    field          text check (field in ('hi', 'him', 'both')),
    leads_to       text,
    primary key (catalog_id, ladder, position),
    foreign key (catalog_id, ladder) references ladder (catalog_id, key) on delete cascade
);
