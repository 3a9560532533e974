drop index invitation_student_words;
drop index invitation_student;
drop view caseload;
create view caseload as
select s.person_id,
       s.newest_result_at,
       s.newest_result_at is not null and (s.looked_at is null or s.looked_at < s.newest_result_at) as is_waiting,
       p.full_name,
       p.last_seen_at,
       advisor.full_name as advisor,
       f.credits,
       f.unit,
       r.outcome,
       r.reason,
       r.points,
       r.hi,
       r.him,
       r.answered,
       r.item_count,
       (select 2 * sum(d.weight)
          from item i join dimension d on d.questionnaire_id = i.questionnaire_id and d.code = i.dimension
         where i.questionnaire_id = r.questionnaire_id) as most,
       w.verdict,
       w.author_id as advice_author_id,
       w.author as advice_author,
       a.saved_at as attempt_saved_at,
       (select count(*) from answer where answer.attempt_id = a.id) as attempt_answered,
       (select count(*) from item where item.questionnaire_id = a.questionnaire_id) as attempt_items,
       l.id is not null as has_failed_letter,
       l.server_words
  from student s
  join person p on p.id = s.person_id
  left join profile f on f.student_id = s.person_id
  left join person advisor on advisor.id = s.advisor_id
  left join result r on r.id = s.newest_result_id
  left join attempt a on a.student_id = s.person_id and a.submitted_at is null
  left join lateral (
       select verdict, author_id, author from advice where advice.result_id = r.id
        order by advice.created_at desc, advice.id desc limit 1) w on true
  left join lateral (
       select letter.id, letter.server_words from letter
        where letter.person_id = s.person_id and letter.state = 'failed'
          and not exists (select from letter later where later.person_id = letter.person_id
                             and later.kind = letter.kind and later.id > letter.id and later.state <> 'failed')
        order by letter.created_at desc limit 1) l on true;
comment on column caseload.has_failed_letter is 'a letter failed, and no later one of its kind is on its way or accepted';

drop trigger letter_stands on letter;
drop trigger letter_written on letter;
drop function letter_stands_again();
drop trigger person_stands on person;
drop function person_stands_again();
drop trigger attempt_stands on attempt;
drop trigger attempt_begins on attempt;
drop trigger profile_stands on profile;
drop function record_stands_again();
drop trigger student_stands on student;
drop function student_stands_again();
drop function stand_again(uuid);
drop table standing;
drop view standing_now;
drop function is_before(integer, uuid, integer, uuid);
drop function is_beyond(integer, uuid, integer, uuid);
drop function is_before(text, uuid, text, uuid);
drop function is_beyond(text, uuid, text, uuid);
drop function is_before(bigint, uuid, bigint, uuid);
drop function is_beyond(bigint, uuid, bigint, uuid);
drop function is_called(tsvector, text);
drop function folded(text);
drop function place_of(text, timestamptz);
drop function rank_of(text);
drop function status_of(boolean, boolean, boolean, boolean, text, text, boolean, integer);
drop function advice_differs(text, text);
