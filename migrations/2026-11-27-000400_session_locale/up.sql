-- A visitor's choice of language; a person's own is on their row.
alter table session add column locale text check (locale in ('en', 'es'));
comment on column session.locale is 'the language chosen in this browser while nobody was signed in';
