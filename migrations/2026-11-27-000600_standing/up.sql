-- The rules of the advisors' queue, as pure functions of what is known about a student. The application has the same rules
-- in model/caseload/status.rs; a test holds the two together.

-- Whether advice says something else than the result. Null without both.
create function advice_differs(verdict text, outcome text) returns boolean
    language sql immutable parallel safe
    return case when outcome is null then null
                when verdict = 'agree' then false
                when verdict = 'hi' then outcome not in ('HI_CLEAR', 'HI_LEAN')
                when verdict = 'him' then outcome not in ('HIM_CLEAR', 'HIM_LEAN')
                when verdict = 'either' then outcome <> 'EITHER' end;

-- Where a student stands: the first that applies.
create function status_of(has_failed_letter boolean, asks_for_call boolean, has_meeting boolean, is_overdue boolean,
                          verdict text, outcome text, is_waiting boolean, untouched integer) returns text
    language sql immutable parallel safe
    return case when has_failed_letter then 'mail-failed'
                when asks_for_call then 'asked-for-a-call'
                when has_meeting then 'meeting-set'
                when is_overdue then 'follow-up-overdue'
                when advice_differs(verdict, outcome) then 'changed-by-you'
                when is_waiting and verdict is null and outcome = 'EITHER' then 'close-call'
                when is_waiting and verdict is null and outcome is not null then 'new-result'
                when not advice_differs(verdict, outcome) then 'plan-agreed'
                when untouched >= 7 then 'stalled'
                when untouched is not null or outcome is not null then 'in-progress'
                else 'not-started' end;

-- The groups of the queue's order: those who need somebody are the first five.
create function rank_of(status text) returns smallint
    language sql immutable parallel safe
    return case status when 'new-result' then 1 when 'close-call' then 1 when 'asked-for-a-call' then 2
                       when 'mail-failed' then 3 when 'follow-up-overdue' then 4 when 'stalled' then 5
                       when 'meeting-set' then 6 when 'changed-by-you' then 7 when 'plan-agreed' then 8
                       when 'in-progress' then 9 else 10 end;

-- The place in the queue's order as one number: the group, then the moment in it. What waits for an answer or has a day
-- stands in the order of its moments, everything else newest first.
create function place_of(status text, since timestamptz) returns bigint
    language sql immutable parallel safe
    return rank_of(status) * 10000000000000000
         + case when status in ('asked-for-a-call', 'mail-failed', 'follow-up-overdue', 'meeting-set')
                then (extract(epoch from since) * 1000000)::bigint
                else 9000000000000000 - (extract(epoch from since) * 1000000)::bigint end;

-- Letters without case and accents: what is searched and sorted by.
create function folded(written text) returns text
    language sql immutable parallel safe strict
    return translate(regexp_replace(normalize(lower(written), nfd), '[\u0300-\u036f]', '', 'g'), 'øłđðþıæœß', 'olddtiaos');

-- Whether words of the name or the address begin so.
create function is_called(words tsvector, beginnings text) returns boolean
    language sql immutable parallel safe
    return words @@ to_tsquery('simple', folded(beginnings));

-- A place beside a mark in each of the queue's orders: one comparison of rows, so that a page deep in a list is one step
-- into an index.
create function is_beyond(place bigint, id uuid, mark_place bigint, mark uuid) returns boolean
    language sql immutable parallel safe return (place, id) > (mark_place, mark);
create function is_before(place bigint, id uuid, mark_place bigint, mark uuid) returns boolean
    language sql immutable parallel safe return (place, id) < (mark_place, mark);
create function is_beyond(place text, id uuid, mark_place text, mark uuid) returns boolean
    language sql immutable parallel safe return (place collate "C", id) > (mark_place collate "C", mark);
create function is_before(place text, id uuid, mark_place text, mark uuid) returns boolean
    language sql immutable parallel safe return (place collate "C", id) < (mark_place collate "C", mark);
create function is_beyond(place integer, id uuid, mark_place integer, mark uuid) returns boolean
    language sql immutable parallel safe return (place, id) > (mark_place, mark);
create function is_before(place integer, id uuid, mark_place integer, mark uuid) returns boolean
    language sql immutable parallel safe return (place, id) < (mark_place, mark);

-- Where every student stands now, from the rows that say so.
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
                             and later.kind = letter.kind and later.id > letter.id and later.state <> 'failed')) l
 cross join lateral (
       select status_of(l.failed_at is not null, s.call_asked_at is not null, s.meeting_at is not null,
                        s.follow_up_due < school.today, w.verdict, r.outcome,
                        s.newest_result_at is not null and (s.looked_at is null or s.looked_at < s.newest_result_at),
                        saved.days_ago) as status) now;

-- The same, kept: what the queue is sorted, filtered and counted by, one row a student, so that every page of it is a
-- range of an index. The rows that decide it keep it, by triggers; what only the calendar changes, a chore does when
-- `turns_at` has come.
create table standing (
    student_id      uuid primary key references student (person_id) on delete cascade,
    advisor_id      uuid,
    status          text not null check (status in (
                        'mail-failed', 'asked-for-a-call', 'meeting-set', 'follow-up-overdue', 'changed-by-you',
                        'close-call', 'new-result', 'plan-agreed', 'stalled', 'in-progress', 'not-started')),
    rank            smallint not null,
    place           bigint not null,
    outcome         text,
    credits         integer not null,
    seen_day        integer not null,
    last_contact_on date,
    name_key        text collate "C" not null,
    words           tsvector not null,
    turns_at        timestamptz
);
comment on column standing.credits is 'in quarter credits; -1 unknown';
comment on column standing.seen_day is 'last day here, in days since 2000 on the school''s calendar; -1 never';
comment on column standing.turns_at is 'when the calendar may change the status; null when it will not';

insert into standing select * from standing_now;

-- An advisor's own students, and those whom nobody has, are one range; a lead's are all there are.
create index standing_advisor on standing (advisor_id, place, student_id);
create index standing_place on standing (place, student_id);
create index standing_name on standing (name_key, student_id);
create index standing_credits on standing (credits, student_id);
create index standing_seen on standing (seen_day, student_id);
-- The tabs, by every order.
create index standing_rank_name on standing (rank, name_key, student_id);
create index standing_rank_credits on standing (rank, credits, student_id);
create index standing_rank_seen on standing (rank, seen_day, student_id);
create index standing_free_name on standing (name_key, student_id) where advisor_id is null;
create index standing_free_credits on standing (credits, student_id) where advisor_id is null;
create index standing_free_seen on standing (seen_day, student_id) where advisor_id is null;
-- Results that few have, and words that few are called.
create index standing_outcome on standing (outcome, place, student_id);
create index standing_words on standing using gin (words);
create index standing_turns on standing (turns_at) where turns_at is not null;

create function stand_again(whose uuid) returns void language plpgsql as $$
begin
    -- Two that change one student at once: the second waits here, and what it reads next has the first one's work in it.
    perform from standing where student_id = whose for update;
    insert into standing select * from standing_now where student_id = whose
    on conflict (student_id) do update set
        advisor_id = excluded.advisor_id, status = excluded.status, rank = excluded.rank, place = excluded.place,
        outcome = excluded.outcome, credits = excluded.credits, seen_day = excluded.seen_day,
        last_contact_on = excluded.last_contact_on, name_key = excluded.name_key, words = excluded.words,
        turns_at = excluded.turns_at
    where row(standing.*) is distinct from row(excluded.*);
end $$;

create function student_stands_again() returns trigger language plpgsql as $$
begin
    perform stand_again(new.person_id);
    return null;
end $$;
create trigger student_stands after insert or update of advisor_id, newest_result_id, newest_result_at, looked_at,
    follow_up_due, call_asked_at, meeting_at, last_contact_on on student
    for each row execute function student_stands_again();

create function record_stands_again() returns trigger language plpgsql as $$
begin
    perform stand_again(new.student_id);
    return null;
end $$;
create trigger profile_stands after insert or update of credits, unit on profile
    for each row execute function record_stands_again();
create trigger attempt_begins after insert on attempt for each row execute function record_stands_again();
-- Of saves only the day counts, and no day of any clock begins within a quarter of an hour.
create trigger attempt_stands after update of student_id, saved_at, submitted_at on attempt
    for each row when (old.student_id is distinct from new.student_id
        or old.submitted_at is distinct from new.submitted_at
        or div(extract(epoch from old.saved_at), 900) <> div(extract(epoch from new.saved_at), 900))
    execute function record_stands_again();

create function person_stands_again() returns trigger language plpgsql as $$
begin
    perform stand_again(new.id);
    return null;
end $$;
create trigger person_stands after update of full_name, email, last_seen_at on person
    for each row when (new.role = 'student' and (old.full_name <> new.full_name or old.email <> new.email
        or div(extract(epoch from old.last_seen_at), 900) is distinct from div(extract(epoch from new.last_seen_at), 900)))
    execute function person_stands_again();

-- A letter that fails puts its student on top; a later one of its kind takes them down again.
create function letter_stands_again() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or exists (select from standing where student_id = new.person_id and status = 'mail-failed') then
        perform stand_again(new.person_id);
    end if;
    return null;
end $$;
create trigger letter_written after insert on letter
    for each row when (new.person_id is not null) execute function letter_stands_again();
create trigger letter_stands after update of state on letter
    for each row when (new.person_id is not null and old.state <> new.state
        and (old.state = 'failed' or new.state = 'failed'))
    execute function letter_stands_again();

-- A row of the queue says what is next, so it needs the oldest promise, the meeting and the question too.
create or replace view caseload as
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
       l.server_words,
       n.status,
       n.place,
       n.credits as quarter_credits,
       n.seen_day,
       n.name_key,
       s.call_asked_at,
       s.meeting_at,
       s.follow_up_due,
       (select follow_up.words from follow_up
         where follow_up.student_id = s.person_id and follow_up.state = 'open'
         order by follow_up.due_on, follow_up.id limit 1) as follow_up,
       (select coalesce(nullif(meeting.move_words, ''), meeting.reason) from meeting
         where meeting.student_id = s.person_id
           and (meeting.state = 'asked' or (meeting.state = 'set' and meeting.move_asked_at is not null))
         order by coalesce(meeting.move_asked_at, meeting.asked_at), meeting.id limit 1) as call_words
  from student s
  join standing n on n.student_id = s.person_id
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

-- Invitations of students who have not come yet, newest first, found by name and address.
create index invitation_student on invitation (id desc) where role = 'student' and accepted_at is null;
create index invitation_student_words on invitation using gin (words_of(folded(full_name), folded(email)))
    where role = 'student' and accepted_at is null;
