-- That something changed which visitors read: pages that were rendered before are rendered anew. A row for each that changes, seen when
-- it is committed, so that nobody waits for anybody; what counts is which rows there are, not their order.
create table content_change (
    id bigint generated always as identity primary key,
    at timestamptz not null default now()
);
comment on table content_change is 'changes of what visitors read, for a day; all rows together name a state of the content';

-- As its owner: an older program beside this one does not know that its role may write here.
create function content_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into content_change default values;
    return null;
end $$;

do $$ declare content text; begin
    foreach content in array array[
        'accreditation', 'accreditation_translation', 'anchor', 'anchor_translation', 'catalog', 'claim', 'claim_revision',
        'claim_translation', 'dimension', 'dimension_translation', 'disclaimer', 'disclaimer_translation', 'item',
        'item_translation', 'ladder', 'ladder_translation', 'page', 'page_revision', 'page_translation', 'program',
        'program_translation', 'questionnaire', 'questionnaire_translation', 'rung', 'rung_translation', 'setting', 'source',
        'source_translation']
    loop
        execute format('create trigger content_changes after insert or update or delete on %I
                        for each row execute function content_changed()', content);
    end loop;
end $$;
