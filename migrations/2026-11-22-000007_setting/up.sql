-- The school's own choices: one row.
create table setting (
    single         boolean primary key default true check (single),
    school         text not null check (school <> ''),
    zone           text not null,
    credit_unit    text not null check (credit_unit in ('quarter', 'semester')),
    email_domains  text[] not null default '{}',
    letters_scores boolean not null default true,
    assign_by      text not null default 'fewest' check (assign_by in ('fewest', 'queue'))
);
comment on column setting.email_domains is 'addresses students may register with; empty: all';
comment on column setting.letters_scores is 'false: the recommendation letter leaves the points out';
comment on column setting.assign_by is 'fewest: to the active advisor with the fewest students; queue: nobody until taken';
insert into setting (school, zone, credit_unit) values ('Our school', 'America/Chicago', 'quarter');
