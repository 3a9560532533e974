-- Whether somebody is called so, asked of one advisor's own students, who are few: said so that no index answers it. The
-- planner, which plans for any advisor and any name, would read everybody in the school whose name begins with one letter.
create function is_called_of_few(words tsvector, beginnings text) returns boolean
    language sql immutable parallel safe
    return coalesce(words, ''::tsvector) @@ to_tsquery('simple', folded(beginnings));

-- The numbers of the reports from one reading of each student instead of five.
create or replace view report_line as
select advisor_id, line.report, line.a, line.b
  from standing
 cross join (select (now() at time zone zone)::date as today from setting) school
 cross join lateral (values
    ('joined', joined_on::text, reached::text),
    ('stage', status, ''),
    ('result', coalesce(version::text, ''), coalesce(outcome, '')),
    ('advice', case when advice is not null then version || ' ' || outcome end, advice || ' ' || coalesce(advice_reason, '')),
    ('contact', coalesce(advisor_id::text, ''),
     case when last_contact_on >= school.today - 30 then '30' when last_contact_on >= school.today - 60 then '60'
          when last_contact_on >= school.today - 90 then '90' else '' end)
    ) as line (report, a, b)
 where line.a is not null
union all
select student.advisor_id, 'outcome', version || ' ' || scoring || ' ' || recommended, way
  from calibration join student on student.person_id = calibration.student_id;

-- Counts the school. Who was in touch is kept of all students together and of the fifty advisors with the most who were not:
-- a report that names every advisor of a big school is read by nobody, and was read from thousands of rows.
create function count_school() returns bigint language plpgsql as $$
begin
    delete from figure;
    insert into figure (report, a, b, students)
    select report, a, b, count(*) from report_line group by report, a, b;
    insert into figure (report, a, b, students)
    select 'contact-all', '', b, sum(students) from figure where report = 'contact' group by b;
    delete from figure
     where report = 'contact' and a <> ''
       and a <> all (array(select a from figure where report = 'contact' and a <> '' and b <> '30'
                            group by a order by sum(students) desc, a limit 50));
    return (select count(*) from figure);
end $$;

-- Without contact are those who never had any, then those whose last is longest ago: the beginning of this order.
drop index standing_contact;
create index standing_contact on standing (last_contact_on nulls first);
-- Staff by name, without everybody else who is called so.
create index person_staff_words on person using gin (words_of(full_name, email)) where role <> 'student';
