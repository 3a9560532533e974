do $$ begin
    execute 'create or replace view standing_now as '
        || replace(pg_get_viewdef('standing_now'::regclass), 'later.state <> ALL (ARRAY[''failed''::text, ''held''::text])',
                   'later.state <> ''failed''');
end $$;
