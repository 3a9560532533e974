-- Who took an invitation up: it holds their name and the address they had then, and goes with them, whatever their address
-- is by now. So do the letters an account came alive by.
alter table invitation add column taken_by uuid references person (id) on delete cascade;
create index invitation_taken_by on invitation (taken_by);

update invitation set taken_by = audit.actor_id
  from audit, person
 where audit.action = 'invitation.taken' and audit.subject_id = invitation.id and person.id = audit.actor_id;
update letter set person_id = invitation.taken_by
  from invitation
 where letter.person_id is null and letter.kind = 'invitation' and invitation.taken_by is not null
   and lower(letter.to_email) = invitation.email_key and letter.created_at <= invitation.accepted_at;
update letter set person_id = person.id
  from person
 where letter.person_id is null and letter.kind = 'confirm'
   and lower(letter.to_email) = person.email_key and letter.created_at <= person.created_at;
delete from token where used_at is not null and person_id is null and purpose in ('confirm', 'invite');
