-- A line that is left out stands in nobody's way, and an empty name erases none.
create or replace view roster_plan as
with line as (
    -- What each line that could be read is about, and what is wrong with it by itself.
    select l.import_id, l.number, l.school_id, l.full_name, l.email, l.email_key, adv.id as advisor_id,
           coalesce(a.id, b.id) as old_id, coalesce(a.school_id, b.school_id) as old_school_id,
           coalesce(a.full_name, b.full_name) as old_name, coalesce(a.email, b.email) as old_email,
           case when a.id is not null then a.advisor_id else b.advisor_id end as old_advisor_id,
           p.full_name as account_name,
           case when p.role <> 'student' then 'roster-staff'
                when l.advisor_key is not null and adv.id is null then 'roster-no-advisor'
                when a.id <> b.id then 'roster-two-entries'
                when a.id is null and b.school_id <> l.school_id then 'roster-other-id'
                when l.full_name = '' and a.id is null and b.id is null and p.id is null then 'line-without-name'
                end as fault
      from roster_line l
      left join roster_entry a on a.school_id = l.school_id
      left join roster_entry b on b.email_key = l.email_key
      left join person p on p.email_key = l.email_key
      left join person adv on adv.email_key = l.advisor_key and adv.role = 'advisor' and adv.deactivated_at is null
     where l.email_key is not null
), sure as (
    -- The first good line with the same address or student ID: where it is the line itself, it is taken for sure.
    select line.*,
           least(min(number) filter (where fault is null) over (partition by import_id, email_key),
                 case when school_id is not null
                      then min(number) filter (where fault is null) over (partition by import_id, school_id) end) as first
      from line
), taken as (
    -- The first line that is taken for sure. Without one, what stands before it was itself left out as somebody's twin.
    select sure.*,
           least(min(number) filter (where fault is null and first = number) over (partition by import_id, email_key),
                 case when school_id is not null
                      then min(number) filter (where fault is null and first = number)
                           over (partition by import_id, school_id) end) as twin
      from sure
), rest as (
    -- Of the lines without one, again the first is taken: no two that are taken ever share an address or a student ID.
    select import_id, number, full_name, email, school_id, advisor_id, old_id, old_school_id, old_name, old_email,
           old_advisor_id, account_name, fault,
           coalesce(twin, least(min(number) filter (where fault is null and twin is null)
                                    over (partition by import_id, email_key),
                                case when school_id is not null
                                     then min(number) filter (where fault is null and twin is null)
                                          over (partition by import_id, school_id) end)) as twin
      from taken
), seen as (
    select rest.*, coalesce(fault, case when twin < number then 'roster-twice' end) as problem,
           (full_name <> '' and old_name <> full_name)
               or old_email <> email
               or (school_id is not null and old_school_id is distinct from school_id)
               or (advisor_id is not null and old_advisor_id is distinct from advisor_id) as differs
      from rest
)
select import_id, number,
       case when problem is not null then 'fault'
            when old_id is null then 'create'
            when differs then 'update'
            else 'unchanged' end as fate,
       problem,
       case when problem = 'roster-twice' then twin end as twin,
       case when problem is null then old_id end as entry_id,
       advisor_id,
       -- What an update replaces; and the name that is kept where the line has none.
       case when problem is not null then null
            when old_id is null then case when full_name = '' then jsonb_build_object('full_name', account_name) end
            when differs or full_name = '' then jsonb_build_object(
                'school_id', old_school_id, 'full_name', old_name, 'email', old_email,
                'advisor_id', old_advisor_id) end as before
  from seen;
comment on column roster_line.before is 'what an update replaces, and the name that is kept where the line has none';
