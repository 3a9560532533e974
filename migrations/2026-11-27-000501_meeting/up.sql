-- A student and an advisor talk: asked for by the student or set at once by the advisor, held or not. Part of the record.
create table meeting (
    id            uuid primary key,
    student_id    uuid not null references student (person_id) on delete cascade,
    state         text not null
                  check (state in ('asked', 'set', 'attended', 'no_show', 'cancelled', 'withdrawn')),
    reason        text not null check (reason <> '' and length(reason) <= 1000),
    day_parts     text[] not null default '{}' check (day_parts <@ array['morning', 'midday', 'afternoon', 'evening']),
    good_times    text not null default '' check (length(good_times) <= 500),
    asked_at      timestamptz,
    advisor_id    uuid references person (id),
    starts_at     timestamptz,
    ends_at       timestamptz,
    place         text check (place <> '' and length(place) <= 300),
    set_at        timestamptz,
    sequence      integer not null default 0 check (sequence >= 0),
    move_asked_at timestamptz,
    move_words    text not null default '' check (length(move_words) <= 500),
    settled_at    timestamptz,
    settled_by    uuid references person (id),
    cancel_words  text not null default '' check (length(cancel_words) <= 500),
    reminded_at   timestamptz,
    form_key      uuid not null unique,
    created_at    timestamptz not null default now(),
    check (num_nonnulls(advisor_id, starts_at, ends_at, place, set_at) in (0, 5)),
    check (state not in ('set', 'attended', 'no_show') or starts_at is not null),
    check (state not in ('asked', 'withdrawn') or (starts_at is null and asked_at is not null)),
    check (ends_at > starts_at and ends_at <= starts_at + interval '8 hours'),
    check ((state in ('asked', 'set')) = (settled_at is null)),
    check (move_asked_at is null or state = 'set'),
    check (move_asked_at is not null or move_words = ''),
    check (cancel_words = '' or state = 'cancelled')
);
comment on column meeting.reason is 'what it is about, in the words of who asked or set it';
comment on column meeting.asked_at is 'null: the advisor set it without being asked';
comment on column meeting.advisor_id is 'with whom it is set; stays when the student moves to a colleague';
comment on column meeting.sequence is 'rises with every change, so that calendars take the newest (RFC 5545, SEQUENCE)';
comment on column meeting.move_asked_at is 'the student asked for another time';
create unique index meeting_one_ask on meeting (student_id) where state = 'asked';
create index meeting_student on meeting (student_id, created_at desc);
create index meeting_set on meeting (starts_at) where state = 'set';
create index meeting_advisor on meeting (advisor_id, starts_at desc) where state <> 'asked';
create index meeting_settled_by on meeting (settled_by);

-- Nobody is booked twice at once. A range of one advisor needs no extension, which not every school's database may have;
-- judged at the end of a statement, so that several may move together.
create type person_range as range (subtype = uuid);
alter table meeting add constraint meeting_one_at_a_time
    exclude using gist (person_range(advisor_id, advisor_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
    where (state = 'set') deferrable initially immediate;

-- What the queue needs to know, kept as student.follow_up_due is.
alter table student add column call_asked_at timestamptz, add column meeting_at timestamptz;
comment on column student.call_asked_at is 'oldest open ask for a call, or for another time of one that is set';
comment on column student.meeting_at is 'next set meeting that has no outcome yet; in the past until somebody says how it was';

create function keep_meeting_marks() returns trigger language plpgsql as $$
declare whose uuid := coalesce(new.student_id, old.student_id);
begin
    perform from student where person_id = whose for no key update;
    update student set (call_asked_at, meeting_at) = (
        select min(case state when 'asked' then asked_at else move_asked_at end), min(starts_at)
          from meeting where student_id = whose and state in ('asked', 'set'))
     where person_id = whose;
    return null;
end $$;
create trigger meeting_marks after insert or delete or update of state, starts_at, move_asked_at on meeting
    for each row execute function keep_meeting_marks();
