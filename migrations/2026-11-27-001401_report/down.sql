drop table figure;
drop view report_line;
drop view standing_now;
create view standing_now as
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
                  then (school.today - saved.days_ago + 7)::timestamp at time zone school.zone end) as turns_at
  from student s
  join person p on p.id = s.person_id
 cross join (select zone, credit_unit, (now() at time zone zone)::date as today from setting) school
  left join profile f on f.student_id = s.person_id
  left join result r on r.id = s.newest_result_id
  left join attempt a on a.student_id = s.person_id and a.submitted_at is null
 cross join lateral (select school.today - (a.saved_at at time zone school.zone)::date as days_ago) saved
  left join lateral (
       select verdict from advice where advice.result_id = r.id
        order by advice.created_at desc, advice.id desc limit 1) w on true
 cross join lateral (
       select min(letter.created_at) as failed_at from letter
        where letter.person_id = s.person_id and letter.state = 'failed'
          and not exists (select from letter later where later.person_id = letter.person_id
                             and later.kind = letter.kind and later.id > letter.id and later.state not in ('failed', 'held'))) l
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
        student_id, advisor_id, status, rank, place, outcome, credits, seen_day, last_contact_on, name_key, words, turns_at)
    select * from standing_now where student_id = whose
    on conflict (student_id) do update set
        advisor_id = excluded.advisor_id, status = excluded.status, rank = excluded.rank, place = excluded.place,
        outcome = excluded.outcome, credits = excluded.credits, seen_day = excluded.seen_day,
        last_contact_on = excluded.last_contact_on, name_key = excluded.name_key, words = excluded.words,
        turns_at = excluded.turns_at
    where row(standing.*) is distinct from row(excluded.*);
end $$;
alter table standing drop column joined_on, drop column reached, drop column version, drop column advice,
    drop column advice_reason;
