-- The rows of a page of the queue. The view joins a dozen tables, and planning it took four times as long as reading a page of
-- it; by way of this function each connection plans it once. It always goes from the students' ids into indexes, so that
-- what is planned for any ids is right for these.
create function caseload_of(whose uuid[]) returns setof caseload
    language plpgsql stable rows 26 set plan_cache_mode = force_generic_plan as $$
begin
    return query select * from caseload where person_id = any (whose);
end $$;
