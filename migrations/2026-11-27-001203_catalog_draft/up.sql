-- Drafts of the catalog are written by admins; what was ever published never changes, whoever asks.
alter table catalog
    add column based_on  uuid references catalog (id),
    add column revision  integer not null default 1 check (revision > 0),
    add column edited_at timestamptz,
    add column form_key  uuid unique;
comment on column catalog.based_on is 'the version that was or is in force from which a draft was made';
comment on column catalog.revision is 'goes up with each save of a draft, so that two editors never overwrite each other';
create index catalog_based_on on catalog (based_on);

alter table program add column outcomes text not null default '';
comment on column program.outcomes is 'what became of its graduates, with year and source; empty: not entered yet';
alter table program_translation add column outcomes text not null default '';

create trigger catalog_stands before update or delete on catalog for each row execute function published_stands();

create function catalog_part_stands() returns trigger language plpgsql as $$
begin
    if exists (select from catalog where status <> 'draft' and id in (old.catalog_id, new.catalog_id)) then
        raise exception '% rows of a published catalog do not change', tg_table_name using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger program_stands before insert or update or delete on program for each row execute function catalog_part_stands();
create trigger accreditation_stands before insert or update or delete on accreditation for each row execute function catalog_part_stands();
create trigger ladder_stands before insert or update or delete on ladder for each row execute function catalog_part_stands();
create trigger rung_stands before insert or update or delete on rung for each row execute function catalog_part_stands();

-- A translation that is missing may come later; what is there stays. Updates are refused for drafts, too (`…_stands`).
create trigger program_translation_stays before delete on program_translation for each row execute function catalog_part_stands();
create trigger accreditation_translation_stays before delete on accreditation_translation for each row execute function catalog_part_stands();
create trigger ladder_translation_stays before delete on ladder_translation for each row execute function catalog_part_stands();
create trigger rung_translation_stays before delete on rung_translation for each row execute function catalog_part_stands();
