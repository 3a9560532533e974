create or replace view report_line as
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
drop trigger outcome_calibrates on outcome;
drop function outcome_calibrates;
drop view calibration_now;
drop table calibration;
