-- What the reports count beside the status, kept with every student, so that each number is a view of the queue.
alter table standing
    add column joined_on date,
    add column reached smallint not null default 0,
    add column version integer,
    add column advice text check (advice in ('agrees', 'differs')),
    add column advice_reason text;
comment on column standing.joined_on is 'the Monday of the week they came, on the school''s calendar';
comment on column standing.reached is '0 has an account, 1 began the questions, 2 has a result, 3 has advice on the newest one';
comment on column standing.version is 'number of the questionnaire behind the newest result';
comment on column standing.advice is 'whether the advice that stands says what the newest result says';

create or replace view standing_now as
select s.person_id as student_id,
       s.advisor_id,
       now.status,
       rank_of(now.status) as rank,
       place_of(now.status, case now.status
           when 'asked-for-a-call' then s.call_asked_at
           when 'mail-failed' then l.failed_at
           when 'follow-up-overdue' then s.follow_up_due::timestamp at time zone school.zone
           when 'stalled' then a.saved_at
           when 'meeting-set' then s.meeting_at
           when 'in-progress' then coalesce(a.started_at, s.newest_result_at)
           when 'not-started' then s.created_at
           else s.newest_result_at end) as place,
       r.outcome,
       coalesce(case when coalesce(nullif(f.unit, 'not_sure'), school.credit_unit) = 'semester'
                     then f.credits * 3 / 2 else f.credits end, -1) as credits,
       coalesce((p.last_seen_at at time zone school.zone)::date - '2000-01-01'::date, -1) as seen_day,
       s.last_contact_on,
       folded(p.full_name) collate "C" as name_key,
       words_of(folded(p.full_name), folded(p.email)) as words,
       least(case when s.follow_up_due >= school.today
                  then (s.follow_up_due + 1)::timestamp at time zone school.zone end,
             case when saved.days_ago < 7
                  then (school.today - saved.days_ago + 7)::timestamp at time zone school.zone end) as turns_at,
       date_trunc('week', s.created_at at time zone school.zone)::date as joined_on,
       (case when w.verdict is not null then 3 when r.id is not null then 2 when a.id is not null then 1 else 0 end)::smallint
           as reached,
       q.number as version,
       case when w.verdict is null then null when advice_differs(w.verdict, r.outcome) then 'differs' else 'agrees' end
           as advice,
       w.reason as advice_reason
  from student s
  join person p on p.id = s.person_id
 cross join (select zone, credit_unit, (now() at time zone zone)::date as today from setting) school
  left join profile f on f.student_id = s.person_id
  left join result r on r.id = s.newest_result_id
  left join questionnaire q on q.id = r.questionnaire_id
  left join attempt a on a.student_id = s.person_id and a.submitted_at is null
 cross join lateral (select school.today - (a.saved_at at time zone school.zone)::date as days_ago) saved
  left join lateral (
       select verdict, reason from advice where advice.result_id = r.id
        order by advice.created_at desc, advice.id desc limit 1) w on true
 cross join lateral (
       select min(letter.created_at) as failed_at from letter
        where letter.person_id = s.person_id and letter.state = 'failed'
          and not exists (select from letter later where later.person_id = letter.person_id
                             and later.kind = letter.kind and later.id > letter.id and later.state <> 'failed')) l
 cross join lateral (
       select status_of(l.failed_at is not null, s.call_asked_at is not null, s.meeting_at is not null,
                        s.follow_up_due < school.today, w.verdict, r.outcome,
                        s.newest_result_at is not null and (s.looked_at is null or s.looked_at < s.newest_result_at),
                        saved.days_ago) as status) now;

create or replace function stand_again(whose uuid) returns void language plpgsql as $$
begin
    -- Two that change one student at once: the second waits here, and what it reads next has the first one's work in it.
    perform from standing where student_id = whose for update;
    insert into standing (
        student_id, advisor_id, status, rank, place, outcome, credits, seen_day, last_contact_on, name_key, words, turns_at,
        joined_on, reached, version, advice, advice_reason)
    select * from standing_now where student_id = whose
    on conflict (student_id) do update set
        advisor_id = excluded.advisor_id, status = excluded.status, rank = excluded.rank, place = excluded.place,
        outcome = excluded.outcome, credits = excluded.credits, seen_day = excluded.seen_day,
        last_contact_on = excluded.last_contact_on, name_key = excluded.name_key, words = excluded.words,
        turns_at = excluded.turns_at, joined_on = excluded.joined_on, reached = excluded.reached,
        version = excluded.version, advice = excluded.advice, advice_reason = excluded.advice_reason
    where row(standing.*) is distinct from row(excluded.*);
end $$;

update standing set joined_on = now.joined_on, reached = now.reached, version = now.version, advice = now.advice,
                    advice_reason = now.advice_reason
  from standing_now as now where now.student_id = standing.student_id;
create index standing_joined on standing (joined_on, reached);
create index standing_version on standing (version, outcome, advice, advice_reason);
create index standing_advised on standing (advice, advice_reason, outcome);

-- Every number of the reports as lines to be counted: what it is of, and by what it is told apart.
create view report_line as
select advisor_id, 'joined' as report, joined_on::text as a, reached::text as b from standing
union all
select advisor_id, 'stage', status, '' from standing
union all
select advisor_id, 'result', coalesce(version::text, ''), coalesce(outcome, '') from standing
union all
select advisor_id, 'advice', version || ' ' || outcome, advice || ' ' || coalesce(advice_reason, '')
  from standing where advice is not null and version is not null
union all
select advisor_id, 'contact', coalesce(advisor_id::text, ''),
       case when last_contact_on >= school.today - 30 then '30' when last_contact_on >= school.today - 60 then '60'
            when last_contact_on >= school.today - 90 then '90' else '' end
  from standing cross join (select (now() at time zone zone)::date as today from setting) school;

-- The numbers of the whole school as they were counted last: no page counts everybody.
create table figure (
    report     text not null,
    a          text not null,
    b          text not null,
    students   bigint not null check (students > 0),
    counted_at timestamptz not null default now(),
    primary key (report, a, b)
);
