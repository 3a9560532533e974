-- Letters to staff that name students: they go when one of these students is erased.
create table letter_about (
    letter_id  uuid not null references letter (id) on delete cascade,
    student_id uuid not null references student (person_id) on delete cascade,
    primary key (letter_id, student_id)
);
create index letter_about_student on letter_about (student_id);

-- The calendar file of a letter about a meeting, stored with its words: every try has the same bytes.
alter table letter add column calendar text;
comment on column letter.calendar is 'text/calendar, as attached; lines ended by CR LF';
