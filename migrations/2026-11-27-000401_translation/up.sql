-- What a row says in another language: a row beside it with the same key. Readers get the translation of exactly the
-- revision or version that is live, else the English words. A missing one may come later, but none moves to another row.
create table page_translation (
    revision_id uuid not null references page_revision (id) on delete cascade,
    locale      text not null check (locale in ('es')),
    title       text not null check (title <> ''),
    lead        text not null,
    hint        text not null default '',
    relationship text not null default '',
    body        text not null check (length(body) <= 200000),
    author_id   uuid references person (id) on delete set null,
    written_at  timestamptz not null default now(),
    primary key (revision_id, locale)
);
comment on column page_translation.author_id is 'null: came with Signpost';
create index page_translation_author on page_translation (author_id);

create table claim_translation (
    revision_id uuid not null references claim_revision (id) on delete cascade,
    locale      text not null check (locale in ('es')),
    label       text not null check (label <> ''),
    text        text,
    population  text not null,
    area        text not null,
    note        text,
    author_id   uuid references person (id) on delete set null,
    written_at  timestamptz not null default now(),
    primary key (revision_id, locale)
);
create index claim_translation_author on claim_translation (author_id);

create table source_translation (
    source    text not null references source (key) on delete cascade,
    locale    text not null check (locale in ('es')),
    title     text not null check (title <> ''),
    publisher text not null,
    licence   text,
    primary key (source, locale)
);
create table disclaimer_translation (
    disclaimer text not null references disclaimer (key) on delete cascade,
    locale     text not null check (locale in ('es')),
    text       text not null check (text <> ''),
    primary key (disclaimer, locale)
);

create table questionnaire_translation (
    questionnaire_id uuid not null references questionnaire (id) on delete cascade,
    locale           text not null check (locale in ('es')),
    stem             text not null check (stem <> ''),
    primary key (questionnaire_id, locale)
);
create table anchor_translation (
    questionnaire_id uuid not null,
    position         smallint not null,
    locale           text not null check (locale in ('es')),
    label            text not null check (label <> ''),
    primary key (questionnaire_id, position, locale),
    foreign key (questionnaire_id, position) references anchor (questionnaire_id, position) on delete cascade
);
create table dimension_translation (
    questionnaire_id uuid not null,
    code             text not null,
    locale           text not null check (locale in ('es')),
    hi_pole          text not null check (hi_pole <> ''),
    him_pole         text not null check (him_pole <> ''),
    primary key (questionnaire_id, code, locale),
    foreign key (questionnaire_id, code) references dimension (questionnaire_id, code) on delete cascade
);
create table item_translation (
    questionnaire_id uuid not null,
    name             text not null,
    locale           text not null check (locale in ('es')),
    text             text not null check (text <> ''),
    primary key (questionnaire_id, name, locale),
    foreign key (questionnaire_id, name) references item (questionnaire_id, name) on delete cascade
);

create table program_translation (
    catalog_id      uuid not null,
    slug            text not null,
    locale          text not null check (locale in ('es')),
    title           text not null check (title <> ''),
    summary         text not null,
    leads_to        text not null,
    length          text not null,
    cost_note       text not null,
    entry_note      text not null,
    disclosure_text text not null,
    primary key (catalog_id, slug, locale),
    foreign key (catalog_id, slug) references program (catalog_id, slug) on delete cascade
);
create table accreditation_translation (
    catalog_id uuid not null,
    program    text not null,
    position   smallint not null,
    locale     text not null check (locale in ('es')),
    scope      text not null,
    status     text not null,
    primary key (catalog_id, program, position, locale),
    foreign key (catalog_id, program, position) references accreditation (catalog_id, program, position) on delete cascade
);
create table ladder_translation (
    catalog_id uuid not null,
    key        text not null,
    locale     text not null check (locale in ('es')),
    title      text not null check (title <> ''),
    note       text not null,
    primary key (catalog_id, key, locale),
    foreign key (catalog_id, key) references ladder (catalog_id, key) on delete cascade
);
create table rung_translation (
    catalog_id     uuid not null,
    ladder         text not null,
    position       smallint not null,
    locale         text not null check (locale in ('es')),
    title          text not null check (title <> ''),
    start_audience text[] not null default '{}',
    leads_to       text,
    primary key (catalog_id, ladder, position, locale),
    foreign key (catalog_id, ladder, position) references rung (catalog_id, ladder, position) on delete cascade
);

-- An old result is told in the words its version had: those of a questionnaire or a catalog never change once written, and
-- those of a page or a figure never move to another revision.
create trigger questionnaire_translation_stands before update on questionnaire_translation for each row execute function refuse_change();
create trigger anchor_translation_stands before update on anchor_translation for each row execute function refuse_change();
create trigger dimension_translation_stands before update on dimension_translation for each row execute function refuse_change();
create trigger item_translation_stands before update on item_translation for each row execute function refuse_change();
create trigger program_translation_stands before update on program_translation for each row execute function refuse_change();
create trigger accreditation_translation_stands before update on accreditation_translation for each row execute function refuse_change();
create trigger ladder_translation_stands before update on ladder_translation for each row execute function refuse_change();
create trigger rung_translation_stands before update on rung_translation for each row execute function refuse_change();
create trigger page_translation_stays before update of revision_id, locale on page_translation for each row execute function refuse_change();
create trigger claim_translation_stays before update of revision_id, locale on claim_translation for each row execute function refuse_change();
