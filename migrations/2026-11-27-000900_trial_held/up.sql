-- Whoever registers where they answered keeps the answers for a day more, whether the address is known or not: how long they
-- stay must not tell. So it stands on the attempt, and not on the registration, which only an unknown address has.
alter table attempt add column held_until timestamptz;
update attempt set held_until = registration.created_at + interval '24 hours'
  from registration where registration.attempt_id = attempt.id;
