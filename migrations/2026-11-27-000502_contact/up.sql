-- The day advisor and student were last in touch: a note with a contact date, or a meeting that was held, on the school's
-- calendar. Kept by the rows that say so.
alter table student add column last_contact_on date;
comment on column student.last_contact_on is 'last note with a contact date, or meeting held';

create function keep_last_contact() returns trigger language plpgsql as $$
declare whose uuid := coalesce(new.student_id, old.student_id);
begin
    perform from student where person_id = whose for no key update;
    update student set last_contact_on = greatest(
        (select max(contact_on) from note where student_id = whose),
        (select max((starts_at at time zone (select zone from setting))::date)
           from meeting where student_id = whose and state = 'attended'))
     where person_id = whose;
    return null;
end $$;
create trigger note_contact after insert or delete or update of contact_on on note
    for each row execute function keep_last_contact();
create trigger meeting_contact after insert or delete or update of state on meeting
    for each row execute function keep_last_contact();

update student set last_contact_on = (select max(contact_on) from note where note.student_id = student.person_id);
