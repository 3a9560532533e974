-- Something somebody promised to do about a student, by a day. Part of the student's record.
create table follow_up (
    id         uuid primary key,
    student_id uuid not null references student (person_id) on delete cascade,
    owner_id   uuid references person (id),
    author_id  uuid not null references person (id),
    author     text not null,
    words      text not null check (words <> '' and length(words) <= 500),
    due_on     date not null,
    is_shared  boolean not null default false,
    state      text not null default 'open' check (state in ('open', 'done', 'cancelled')),
    outcome    text not null default '' check (length(outcome) <= 1000),
    settled_at timestamptz,
    settled_by uuid references person (id),
    form_key   uuid not null unique,
    created_at timestamptz not null default now(),
    check ((state = 'open') = (settled_at is null) and (state = 'open') = (settled_by is null)),
    check (state <> 'open' or outcome = '')
);
create index follow_up_student on follow_up (student_id, created_at desc);
create index follow_up_open on follow_up (owner_id, due_on, id) where state = 'open';
create index follow_up_settled on follow_up (owner_id, settled_at desc, id desc) where state <> 'open';
create index follow_up_author on follow_up (author_id);
create index follow_up_settled_by on follow_up (settled_by);
comment on column follow_up.owner_id is 'who does it; null while nobody has the student';
comment on column follow_up.due_on is 'a day on the school''s calendar';
comment on column follow_up.is_shared is 'the student sees it too';

-- The earliest day one of them is due, kept by the rows themselves, so that the queue reads it from the student's row. The
-- student is held first: two that change at once are then counted one after the other.
alter table student add column follow_up_due date;
comment on column student.follow_up_due is 'earliest due day of an open follow-up';

create function keep_follow_up_due() returns trigger language plpgsql as $$
declare whose uuid := coalesce(new.student_id, old.student_id);
begin
    perform from student where person_id = whose for no key update;
    update student set follow_up_due = (select min(due_on) from follow_up where student_id = whose and state = 'open')
     where person_id = whose;
    return null;
end $$;
create trigger follow_up_due after insert or delete or update of state, due_on on follow_up
    for each row execute function keep_follow_up_due();

-- Whoever plans a follow-up has dealt with the newest result.
create trigger follow_up_looks after insert on follow_up for each row execute function note_looks_at_student();

-- Open ones go with the student: whoever no longer reaches the student can no longer do them. A lead reaches everybody.
create function follow_ups_go_along() returns trigger language plpgsql as $$
begin
    update follow_up set owner_id = new.advisor_id
     where student_id = new.person_id and state = 'open' and owner_id is distinct from new.advisor_id
       and not exists (select from person
                        where person.id = follow_up.owner_id and role = 'lead' and deactivated_at is null);
    return null;
end $$;
create trigger student_moves after update of advisor_id on student
    for each row when (old.advisor_id is distinct from new.advisor_id) execute function follow_ups_go_along();

create function follow_ups_stay_behind() returns trigger language plpgsql as $$
begin
    update follow_up set owner_id = student.advisor_id from student
     where follow_up.owner_id = new.id and follow_up.state = 'open'
       and student.person_id = follow_up.student_id and student.advisor_id is distinct from new.id;
    return null;
end $$;
create trigger person_leaves after update of role, deactivated_at on person
    for each row when (old.role <> new.role or old.deactivated_at is distinct from new.deactivated_at)
    execute function follow_ups_stay_behind();
