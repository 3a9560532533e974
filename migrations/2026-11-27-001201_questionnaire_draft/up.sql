-- Drafts of the questionnaire are written by admins; what was ever published never changes, whoever asks.
alter table questionnaire
    add column based_on  uuid references questionnaire (id),
    add column revision  integer not null default 1 check (revision > 0),
    add column edited_at timestamptz,
    add column form_key  uuid unique;
comment on column questionnaire.based_on is 'the version that was or is in force from which a draft was made';
comment on column questionnaire.revision is 'goes up with each save of a draft, so that two editors never overwrite each other';
create index questionnaire_based_on on questionnaire (based_on);

-- Of a version or a catalog itself. The only change after publishing is that it retires.
create function published_stands() returns trigger language plpgsql as $$
begin
    if old.status = 'draft' then
        if tg_op = 'DELETE' then return old; end if;
        if new.status <> 'retired' then return new; end if;
    elsif tg_op = 'UPDATE' and old.status = 'published' and new.status = 'retired'
          and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
        return new;
    end if;
    raise exception 'a % that was published does not change', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger questionnaire_stands before update or delete on questionnaire
    for each row execute function published_stands();

-- Of its parts: they come, change and go only while their version is a draft.
create function questionnaire_part_stands() returns trigger language plpgsql as $$
begin
    if exists (select from questionnaire where status <> 'draft' and id in (old.questionnaire_id, new.questionnaire_id)) then
        raise exception '% rows of a published questionnaire do not change', tg_table_name using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger anchor_stands before insert or update or delete on anchor for each row execute function questionnaire_part_stands();
create trigger dimension_stands before insert or update or delete on dimension for each row execute function questionnaire_part_stands();
create trigger item_stands before insert or update or delete on item for each row execute function questionnaire_part_stands();

-- A translation that is missing may come later; what is there stays. Updates are refused for drafts, too (`…_stands`).
create trigger questionnaire_translation_stays before delete on questionnaire_translation for each row execute function questionnaire_part_stands();
create trigger anchor_translation_stays before delete on anchor_translation for each row execute function questionnaire_part_stands();
create trigger dimension_translation_stays before delete on dimension_translation for each row execute function questionnaire_part_stands();
create trigger item_translation_stays before delete on item_translation for each row execute function questionnaire_part_stands();
