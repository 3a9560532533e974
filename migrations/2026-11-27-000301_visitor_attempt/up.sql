-- Trying before registering: an attempt belongs to a student or, until it is kept or deleted, to a session. A session has
-- one at most, and it goes with it. A submitted one has no result yet: that is made when it becomes a student's.
alter table attempt
    alter column student_id drop not null,
    add column session_id uuid references session (id) on delete cascade,
    add check (num_nonnulls(student_id, session_id) = 1);
create unique index attempt_session on attempt (session_id);
create index attempt_tried on attempt (saved_at) where session_id is not null;

-- Whoever registers in the browser they answered in is asked at the letter's link whether to keep the answers.
alter table registration add column attempt_id uuid references attempt (id) on delete set null;
create index registration_attempt on registration (attempt_id);

-- A sign-in that still owes a code does not forget where the answers are.
alter table half_sign_in add column session_id uuid references session (id) on delete set null;
create index half_sign_in_session on half_sign_in (session_id);
