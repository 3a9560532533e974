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
  from standing cross join (select (now() at time zone zone)::date as today from setting) school
union all
select student.advisor_id, 'outcome', version || ' ' || scoring || ' ' || recommended, way
  from calibration join student on student.person_id = calibration.student_id;
drop function is_called_of_few;
drop function count_school;
drop index person_staff_words;
drop index standing_contact;
create index standing_contact on standing (last_contact_on);
