create or replace function keep_last_contact() returns trigger language plpgsql as $$
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
drop trigger note_contact on note;
create trigger note_contact after insert or delete or update of contact_on on note
    for each row execute function keep_last_contact();
drop trigger note_looks on note;
create trigger note_looks after insert on note for each row execute function note_looks_at_student();
drop function note_looks();
