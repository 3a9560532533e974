-- Addresses that the mail server refused for good: letters to them are held, not sent and not lost, until an admin lifts
-- that with a reason.
create table suppression (
    id        uuid primary key,
    email_key text not null check (email_key = lower(email_key)),
    since     timestamptz not null default now(),
    words     text not null,
    lifted_at timestamptz,
    lifted_by uuid references person (id),
    reason    text check (reason <> '' and length(reason) <= 500),
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (reason is null))
);
create unique index suppression_open on suppression (email_key) where lifted_at is null;
create index suppression_email on suppression (email_key);
create index suppression_lifted_by on suppression (lifted_by);
comment on column suppression.words is 'what the mail server said when it refused';

-- A letter held for such an address has not arrived either: it does not take its student down from the top of the queue.
do $$ declare seen text; told text; begin
    for seen in select unnest(array['standing_now', 'caseload']) loop
        told := pg_get_viewdef(seen::regclass);
        if told not like '%later.state <> ''failed''::text%' then
            raise exception 'the view % does not look for later letters as it did', seen;
        end if;
        execute format('create or replace view %I as %s', seen,
            replace(told, 'later.state <> ''failed''::text', 'later.state not in (''failed'', ''held'')'));
    end loop;
end $$;
drop trigger letter_stands on letter;
create trigger letter_stands after update of state on letter
    for each row when (new.person_id is not null and old.state <> new.state
        and (old.state in ('failed', 'held') or new.state in ('failed', 'held')))
    execute function letter_stands_again();
