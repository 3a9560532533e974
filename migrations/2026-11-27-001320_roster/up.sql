-- The school's list of students as its registrar has it: who is expected here. An account is the student's own and is never
-- changed by it; who comes is known by the address.
create table roster_entry (
    id         uuid primary key,
    school_id  text unique check (school_id <> ''),
    full_name  text not null check (full_name <> ''),
    email      text not null,
    email_key  text not null unique,
    advisor_id uuid references person (id),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index roster_entry_advisor on roster_entry (advisor_id);
create index roster_entry_name on roster_entry (full_name, id);
create index roster_entry_words on roster_entry using gin (words_of(full_name, email));
comment on column roster_entry.school_id is 'the school''s own number for the student, as its system spells it';
comment on column roster_entry.advisor_id is 'who gets the student when they come; null: the school''s rule';

-- One upload: a file becomes lines, lines a plan, and exactly that plan is applied.
create table roster_import (
    id           uuid primary key,
    uploaded_by  uuid not null references person (id),
    file_name    text not null,
    file         bytea,
    form_key     uuid not null unique,
    state        text not null default 'waiting'
                 check (state in ('waiting', 'refused', 'planned', 'applying', 'applied', 'inviting')),
    problem      text,
    detail       text not null default '',
    expected     integer not null default 0,
    read         integer not null default 0,
    mark         text,
    has_changed  boolean not null default false,
    applied_at   timestamptz,
    applied_by   uuid references person (id),
    created_at   timestamptz not null default now(),
    lease        uuid,
    leased_until timestamptz
);
create index roster_import_work on roster_import (created_at) where state in ('waiting', 'applying', 'inviting');
create index roster_import_uploaded_by on roster_import (uploaded_by);
create index roster_import_applied_by on roster_import (applied_by);
comment on column roster_import.file is 'as uploaded, until its lines are read';
comment on column roster_import.mark is 'stands for the whole plan: it is applied only under the mark that was looked at';
comment on column roster_import.has_changed is 'something changed after the plan was looked at: nothing was applied, and this is the plan now';

create table roster_line (
    import_id   uuid not null references roster_import (id) on delete cascade,
    number      integer not null,
    school_id   text,
    full_name   text not null,
    email       text not null,
    email_key   text,
    advisor_key text,
    fate        text check (fate in ('create', 'update', 'unchanged', 'left-out', 'fault')),
    problem     text,
    twin        integer,
    entry_id    uuid,
    advisor_id  uuid,
    before      jsonb,
    is_other    boolean not null default false,
    invitation  text check (invitation in ('sent', 'left-out')),
    primary key (import_id, number)
);
create index roster_line_fate on roster_line (import_id, fate, number);
create index roster_line_email on roster_line (email_key);
comment on column roster_line.number is 'the line of the file';
comment on column roster_line.problem is 'the key of the sentence that says why it is a fault or left out';
comment on column roster_line.twin is 'the line of the file in which the same student stands first';
comment on column roster_line.before is 'what an update replaces';
comment on column roster_line.is_other is 'that it would come to something else now than what was looked at';

-- What each good line comes to at this moment.
create view roster_plan as
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
