-- Who did or read what about whom. Append only: ids, no names, no text.
create table audit (
    id         uuid primary key,
    at         timestamptz not null default now(),
    actor_id   uuid,
    action     text not null,
    subject    text not null,
    subject_id uuid,
    student_id uuid,
    request_id uuid
);
create index audit_at on audit (at desc);
create index audit_student on audit (student_id, at desc);
create index audit_actor on audit (actor_id, at desc);
create trigger audit_stands before update or delete on audit for each row execute function refuse_change();
create trigger audit_stays before truncate on audit for each statement execute function refuse_change();
