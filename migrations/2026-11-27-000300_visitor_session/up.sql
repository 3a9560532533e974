-- A session without a person: somebody without an account whom we remember in one browser, from their first answer or their
-- choice of a language on. It ends a day after it was seen last.
alter table session alter column person_id drop not null;
comment on column session.person_id is 'null: nobody is signed in by it';
