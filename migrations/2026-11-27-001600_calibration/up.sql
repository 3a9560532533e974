-- What became of a student beside what was recommended to them, as the newest thing told stands: one row a student of whom
-- it is known, so that the table of outcomes is counted by the clockwork and each of its numbers is a view of the queue.
create table calibration (
    student_id   uuid primary key references student (person_id) on delete cascade,
    version      integer not null,
    scoring      text not null,
    recommended  text not null check (recommended in ('HI_CLEAR', 'HI_LEAN', 'EITHER', 'HIM_LEAN', 'HIM_CLEAR')),
    way          text not null check (way in ('hi', 'him', 'other', 'not'))
);
create index calibration_group on calibration (version, recommended, way, student_id);
comment on column calibration.version is 'number of the questionnaire behind the result they had when it was told';
comment on column calibration.recommended is 'what that result said; one that names nothing is in no row';

-- The newest thing told counts, beside the result they had then.
create view calibration_now as
select told.student_id, q.number as version, then_had.scoring, then_had.outcome as recommended, told.way
  from (select distinct on (student_id) student_id, way, created_at from outcome
         order by student_id, told_on desc, created_at desc) told
  join lateral (select outcome, scoring, questionnaire_id from result
                 where result.student_id = told.student_id and result.created_at <= told.created_at
                 order by result.created_at desc limit 1) then_had on true
  join questionnaire q on q.id = then_had.questionnaire_id
 where told.way <> 'unknown' and then_had.outcome <> 'INSUFFICIENT';

create function outcome_calibrates() returns trigger language plpgsql as $$
declare
    whose uuid := coalesce(new.student_id, old.student_id);
begin
    -- Two that tell of one student at once: the second waits here, and reads the first one's word too.
    perform from student where person_id = whose for no key update;
    if not found then
        return null;
    end if;
    delete from calibration where student_id = whose;
    insert into calibration select * from calibration_now where student_id = whose;
    return null;
end $$;
create trigger outcome_calibrates after insert or delete on outcome for each row execute function outcome_calibrates();

insert into calibration select * from calibration_now;

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
