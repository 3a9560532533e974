create or replace view roster_plan as
select seen.import_id, seen.number,
       case when seen.problem is not null then 'fault'
            when seen.old_id is null then 'create'
            when seen.differs then 'update'
            else 'unchanged' end as fate,
       seen.problem,
       case when seen.problem = 'roster-twice' then seen.twin end as twin,
       case when seen.problem is null then seen.old_id end as entry_id,
       seen.new_advisor as advisor_id,
       case when seen.problem is null and seen.differs then seen.before end as before
  from (select l.import_id, l.number, l.twin, coalesce(a.id, b.id) as old_id, adv.id as new_advisor,
               case when l.twin < l.number then 'roster-twice'
                    when p.role <> 'student' then 'roster-staff'
                    when l.advisor_key is not null and adv.id is null then 'roster-no-advisor'
                    when a.id <> b.id then 'roster-two-entries'
                    when a.id is null and b.school_id <> l.school_id then 'roster-other-id' end as problem,
               coalesce(a.full_name, b.full_name) <> l.full_name
                   or coalesce(a.email, b.email) <> l.email
                   or (l.school_id is not null and coalesce(a.school_id, b.school_id) is distinct from l.school_id)
                   or (adv.id is not null and case when a.id is not null then a.advisor_id else b.advisor_id end
                           is distinct from adv.id) as differs,
               case when coalesce(a.id, b.id) is not null then jsonb_build_object(
                   'school_id', coalesce(a.school_id, b.school_id), 'full_name', coalesce(a.full_name, b.full_name),
                   'email', coalesce(a.email, b.email),
                   'advisor_id', case when a.id is not null then a.advisor_id else b.advisor_id end) end as before
          from (select l.*, least(min(number) over (partition by import_id, email_key),
                                  case when school_id is not null
                                       then min(number) over (partition by import_id, school_id) end) as first
                  from roster_line l where email_key is not null) named
         cross join lateral (select named.import_id, named.number, named.first as twin, named.school_id, named.full_name,
                                    named.email, named.email_key, named.advisor_key) l
          left join roster_entry a on a.school_id = l.school_id
          left join roster_entry b on b.email_key = l.email_key
          left join person p on p.email_key = l.email_key
          left join person adv on adv.email_key = l.advisor_key and adv.role = 'advisor' and adv.deactivated_at is null
       ) seen;
comment on column roster_line.before is 'what an update replaces';
