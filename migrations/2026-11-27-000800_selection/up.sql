-- Students whom somebody on the staff chose on the caseload, each with the advisor they had at that moment: what a page
-- that asks "these?" shows, and what the act behind it is bound to. Cleared away after a day.
create table selection (
    id         uuid primary key,
    person_id  uuid not null references person (id) on delete cascade,
    students   integer not null default 0 check (students >= 0),
    form_key   uuid not null unique,
    moved_to   uuid references person (id) on delete set null,
    moved_at   timestamptz,
    created_at timestamptz not null default now()
);
comment on column selection.students is 'how many were chosen; fewer items means that some were erased since';
comment on column selection.moved_to is 'null with moved_at set: to the unassigned queue';
create index selection_person on selection (person_id);
create index selection_old on selection (created_at);

create table selection_item (
    selection_id uuid not null references selection (id) on delete cascade,
    student_id   uuid not null references student (person_id) on delete cascade,
    advisor_id   uuid references person (id) on delete set null,
    primary key (selection_id, student_id)
);
create index selection_item_student on selection_item (student_id);
create index selection_item_advisor on selection_item (advisor_id);
