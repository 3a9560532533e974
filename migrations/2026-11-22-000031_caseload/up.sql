-- When an advisor last dealt with the newest result: gave advice on it, or wrote a note. Kept by the rows that do so, so
-- that "results nobody has looked at" is an index range and not a search through all notes.
alter table student add column looked_at timestamptz;
comment on column student.looked_at is 'last note, or advice on the newest result';

create function note_looks_at_student() returns trigger language plpgsql as $$
begin
    update student set looked_at = greatest(looked_at, new.created_at) where person_id = new.student_id;
    return null;
end $$;
create trigger note_looks after insert on note for each row execute function note_looks_at_student();

create function advice_looks_at_student() returns trigger language plpgsql as $$
begin
    update student set looked_at = greatest(looked_at, new.created_at) where newest_result_id = new.result_id;
    return null;
end $$;
create trigger advice_looks after insert on advice for each row execute function advice_looks_at_student();

update student set looked_at = greatest(
    (select max(note.created_at) from note where note.student_id = student.person_id),
    (select max(advice.created_at) from advice where advice.result_id = student.newest_result_id));

create index student_waiting on student (advisor_id, (coalesce(newest_result_at, '-infinity')) desc, person_id desc)
    where newest_result_at is not null and (looked_at is null or looked_at < newest_result_at);
create index student_waiting_all on student ((coalesce(newest_result_at, '-infinity')) desc, person_id desc)
    where newest_result_at is not null and (looked_at is null or looked_at < newest_result_at);

-- A student's place in the queue: newest result first, then the later account; and that place against a mark. One
-- comparison of rows, so that a page deep among students without a result is still one step into the index.
create function queue_place(newest_result_at timestamptz) returns timestamptz
    language sql immutable parallel safe return coalesce(newest_result_at, '-infinity');
create function stands_below(newest_result_at timestamptz, id uuid, mark_at timestamptz, mark uuid) returns boolean
    language sql immutable parallel safe
    return (coalesce(newest_result_at, '-infinity'), id) < (coalesce(mark_at, '-infinity'), mark);
create function stands_above(newest_result_at timestamptz, id uuid, mark_at timestamptz, mark uuid) returns boolean
    language sql immutable parallel safe
    return (coalesce(newest_result_at, '-infinity'), id) > (coalesce(mark_at, '-infinity'), mark);

-- One row of the advisors' queue with everything it shows. Its readers pick the students of a page first, then their rows.
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
