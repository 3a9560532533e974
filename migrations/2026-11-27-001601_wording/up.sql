-- Words of a translation that others took the place of. Nothing an editor published is lost: each stays with its day, and
-- can be put into the form again.
create table wording (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('page_translation', 'claim_translation', 'source_translation',
                                              'disclaimer_translation')),
    subject     text not null,
    locale      text not null,
    words       jsonb not null,
    author_id   uuid references person (id) on delete set null,
    replaced_at timestamptz not null default now()
);
create index wording_of on wording (kind, subject, locale, id desc);
create index wording_author on wording (author_id);
comment on column wording.subject is 'the revision, or the key of what has no revisions';
comment on column wording.words is 'by column, without those that are empty';
comment on column wording.author_id is 'who wrote them, where the row says it';

-- As its owner: an older program beside this one does not know this table. The argument names the column of the subject.
create function keep_wording() returns trigger language plpgsql security definer set search_path = public as $$
declare
    about text[] := array[tg_argv[0], 'locale', 'author_id', 'written_at'];
    before jsonb := to_jsonb(old) - about;
begin
    if before <> to_jsonb(new) - about then
        insert into wording (kind, subject, locale, words, author_id)
        values (tg_table_name, to_jsonb(old) ->> tg_argv[0], old.locale, jsonb_strip_nulls(before),
                (to_jsonb(old) ->> 'author_id')::uuid);
    end if;
    return null;
end $$;
create trigger keep_wording after update on page_translation for each row execute function keep_wording('revision_id');
create trigger keep_wording after update on claim_translation for each row execute function keep_wording('revision_id');
create trigger keep_wording after update on source_translation for each row execute function keep_wording('source');
create trigger keep_wording after update on disclaimer_translation for each row execute function keep_wording('disclaimer');
