-- That there is a restricted note, and when its contact was, shows in nobody's queue, counts or files: only its author and
-- the leads may know. It still tells the student's own advisor, when it is theirs, that they have looked.
create or replace function keep_last_contact() returns trigger language plpgsql as $$
declare whose uuid := coalesce(new.student_id, old.student_id);
begin
    perform from student where person_id = whose for no key update;
    update student set last_contact_on = greatest(
        (select max(contact_on) from note where student_id = whose and level <> 'restricted'),
        (select max((starts_at at time zone (select zone from setting))::date)
           from meeting where student_id = whose and state = 'attended'))
     where person_id = whose;
    return null;
end $$;
drop trigger note_contact on note;
create trigger note_contact after insert or delete or update of contact_on, level on note
    for each row execute function keep_last_contact();

create function note_looks() returns trigger language plpgsql as $$
begin
    update student set looked_at = greatest(looked_at, new.created_at)
     where person_id = new.student_id and (new.level <> 'restricted' or advisor_id = new.author_id);
    return null;
end $$;
drop trigger note_looks on note;
create trigger note_looks after insert or update of level on note for each row execute function note_looks();

update student set
    looked_at = greatest(
        (select max(note.created_at) from note where note.student_id = student.person_id
            and (note.level <> 'restricted' or note.author_id = student.advisor_id)),
        (select max(follow_up.created_at) from follow_up where follow_up.student_id = student.person_id),
        (select max(advice.created_at) from advice where advice.result_id = student.newest_result_id)),
    last_contact_on = greatest(
        (select max(contact_on) from note where note.student_id = student.person_id and note.level <> 'restricted'),
        (select max((starts_at at time zone (select zone from setting))::date)
           from meeting where meeting.student_id = student.person_id and meeting.state = 'attended'))
 where exists (select from note where note.student_id = student.person_id and note.level = 'restricted');
