-- The reports made the queue's view anew and left out what 001310 had put into it: a letter held for an address that bounces
-- has not arrived either, and does not take its student down from the top of the queue.
do $$ begin
    execute 'create or replace view standing_now as '
        || replace(pg_get_viewdef('standing_now'::regclass), 'later.state <> ''failed''::text',
                   'later.state not in (''failed'', ''held'')');
end $$;
select stand_again(whose.person_id)
  from (select distinct person_id from letter where state = 'failed' and person_id is not null) whose
  join student on student.person_id = whose.person_id;
