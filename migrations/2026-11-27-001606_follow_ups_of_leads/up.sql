-- A lead who had the student had the follow-ups as the student's advisor: those go along too. What a lead plans for somebody
-- else's student stays with the lead.
create or replace function follow_ups_go_along() returns trigger language plpgsql as $$
begin
    update follow_up set owner_id = new.advisor_id
     where student_id = new.person_id and state = 'open' and owner_id is distinct from new.advisor_id
       and (owner_id = old.advisor_id
            or not exists (select from person
                            where person.id = follow_up.owner_id and role = 'lead' and deactivated_at is null));
    return null;
end $$;
