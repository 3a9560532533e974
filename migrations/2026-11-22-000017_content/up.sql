-- Where figures come from, and the small print beside them.
create table source (
    key       text primary key check (key ~ '^[a-z0-9.-]{1,80}$'),
    title     text not null,
    publisher text not null,
    url       text,
    published text,
    retrieved text,
    licence   text
);
create table disclaimer (
    key  text primary key check (key ~ '^[a-z0-9.-]{1,80}$'),
    text text not null
);

-- A claim is a figure or a fact with a name; its revisions carry the value. Exactly one may be live.
create table claim (
    key        text primary key check (key ~ '^[a-z0-9.-]{1,80}$'),
    program    text not null check (program in ('hi', 'him', 'both', 'none')),
    topic      text not null,
    fact       text check (fact ~ '^C[0-9]{2}$'),
    historical boolean not null default false,
    created_at timestamptz not null default now()
);
comment on column claim.fact is 'the statement of the source article that this represents or answers';

create table claim_revision (
    id           uuid primary key,
    claim_key    text not null references claim (key) on delete cascade,
    number       integer not null,
    status       text not null check (status in ('draft', 'live', 'past')),
    label        text not null check (label <> ''),
    value        double precision check (value >= 0),
    text         text,
    unit         text not null check (unit in ('usd_per_year', 'usd', 'percent', 'count', 'scale_1_7', 'credits', 'years', 'text')),
    statistic    text not null check (statistic in ('median', 'mean', 'p10', 'p25', 'p75', 'p90', 'projection', 'count', 'share', 'price', 'rating', 'none')),
    population   text not null,
    soc          text,
    area         text not null,
    period_start text not null check (period_start ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'),
    period_end   text check (period_end ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'),
    source       text not null references source (key),
    disclaimer   text references disclaimer (key),
    checked      text not null check (checked in ('P', 'S', 'M')),
    reviewed_on  date,
    review_due   date,
    note         text,
    why          text not null default '',
    author_id    uuid references person (id),
    created_at   timestamptz not null default now(),
    published_at timestamptz,
    unique (claim_key, number),
    check ((value is null) <> (text is null)),
    check (status = 'draft' or unit <> 'usd_per_year' or (statistic <> 'none' and disclaimer is not null and area <> '')),
    check (status = 'draft' or statistic <> 'projection' or period_end is not null)
);
create unique index claim_live on claim_revision (claim_key) where status = 'live';
create index claim_due on claim_revision (review_due) where status = 'live';
comment on column claim_revision.checked is 'P: read at the source; S: in a second copy; M: not confirmed. S and M show "To be checked"';

-- Words of the public pages. Every save is a revision; the live one is what readers see.
create table page (
    slug       text primary key check (slug ~ '^[a-z0-9-]{1,80}$'),
    position   smallint not null,
    created_at timestamptz not null default now()
);
create table page_revision (
    id           uuid primary key,
    page_slug    text not null references page (slug) on delete cascade,
    number       integer not null,
    status       text not null check (status in ('draft', 'live', 'past')),
    title        text not null check (title <> ''),
    lead         text not null,
    hint         text not null default '',
    body         text not null check (length(body) <= 200000),
    author       text not null,
    employer     text not null,
    relationship text not null,
    content_type text not null check (content_type in ('editorial', 'ad')),
    review_due   date,
    why          text not null default '',
    author_id    uuid references person (id),
    form_key     uuid not null unique,
    created_at   timestamptz not null default now(),
    published_at timestamptz,
    unique (page_slug, number)
);
create unique index page_live on page_revision (page_slug) where status = 'live';
