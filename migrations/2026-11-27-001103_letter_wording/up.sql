-- The words of a kind of letter as a school put them, by language: every save is a revision, the live one goes out. Only
-- sentences that differ from those that came with Signpost are in it; without a live revision, all are the shipped ones.
create table letter_wording (
    id         uuid primary key,
    kind       text not null check (kind ~ '^[a-z-]{1,40}$'),
    locale     text not null check (locale in ('en', 'es')),
    number     integer not null check (number > 0),
    status     text not null check (status in ('draft', 'live', 'past')),
    words      jsonb not null check (jsonb_typeof(words) = 'object'),
    why        text not null default '',
    author_id  uuid references person (id) on delete set null,
    form_key   uuid not null unique,
    created_at timestamptz not null default now(),
    unique (kind, locale, number)
);
create unique index letter_wording_live on letter_wording (kind, locale) where status = 'live';
create index letter_wording_author on letter_wording (author_id);

-- A letter with sample facts, sent by admins to themselves. Whatever kinds there are stay.
do $$ declare kinds text; begin
    select pg_get_constraintdef(oid) into kinds from pg_constraint
     where conrelid = 'letter'::regclass and conname = 'letter_kind_check';
    if kinds not like '%''test''%' then
        alter table letter drop constraint letter_kind_check;
        execute 'alter table letter add constraint letter_kind_check '
            || replace(kinds, '''confirm''::text', '''confirm''::text, ''test''::text');
    end if;
end $$;
