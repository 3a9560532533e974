-- Students are invited too, many at once. The list that was confirmed is one act: the same form again is the same list.
alter table invitation drop constraint invitation_role_check;
alter table invitation add constraint invitation_role_check check (role in ('student', 'advisor', 'lead', 'admin'));
create index invitation_newest on invitation (id desc) where accepted_at is null;

create table invitation_list (
    form_key uuid primary key,
    sent_by  uuid not null references person (id),
    people   integer not null check (people > 0),
    sent_at  timestamptz not null default now()
);
create index invitation_list_by on invitation_list (sent_by);
