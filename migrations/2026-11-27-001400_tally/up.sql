-- How many students stand where, kept by the acts that move them, so that the queue says its counts without counting.

-- What the queue is filtered by, as one number: the status, what the newest result says, how many credits there are. The
-- application reads it in model/caseload/tally.rs.
create function cell_of(status text, outcome text, credits integer) returns smallint
    language sql immutable parallel safe
    return array_position(array['mail-failed', 'asked-for-a-call', 'meeting-set', 'follow-up-overdue', 'changed-by-you',
                                'close-call', 'new-result', 'plan-agreed', 'stalled', 'in-progress', 'not-started'], status) * 100
         + coalesce(array_position(array['HI_CLEAR', 'HI_LEAN', 'EITHER', 'HIM_LEAN', 'HIM_CLEAR', 'INSUFFICIENT'], outcome), 0) * 10
         + case when credits < 0 then 0 when credits < 90 then 1 when credits < 180 then 2 else 3 end;

alter table standing add column cell smallint not null generated always as (cell_of(status, outcome, credits)) stored;
-- Of everybody, a cell in every order: however rare what is asked for, its students stand together.
create index standing_cell_place on standing (cell, place, student_id);
create index standing_cell_name on standing (cell, name_key, student_id);
create index standing_cell_credits on standing (cell, credits, student_id);
create index standing_cell_seen on standing (cell, seen_day, student_id);
-- Those who talked to somebody lately may be nearly all.
create index standing_contact on standing (last_contact_on);

-- Sums, and what was added to them since: an act only ever adds rows, so that two acts never wait for each other. Once a
-- minute the new rows are folded into the sums.
create table tally (
    id       bigint generated always as identity primary key,
    whose    uuid not null,
    cell     smallint not null,
    students integer not null,
    is_sum   boolean not null default false
);
comment on column tally.whose is 'an advisor; all zeros: everybody at the school; all ones: those whom nobody has';
create unique index tally_sum on tally (whose, cell) where is_sum;
create index tally_whose on tally (whose) include (cell, students);
create index tally_new on tally (id) where not is_sum;

create function standing_is_tallied() returns trigger language plpgsql as $$
declare
    everybody constant uuid := '00000000-0000-0000-0000-000000000000';
    nobody constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
begin
    if tg_op = 'INSERT' then
        insert into tally (whose, cell, students)
        values (coalesce(new.advisor_id, nobody), new.cell, 1), (everybody, new.cell, 1);
    elsif tg_op = 'DELETE' then
        insert into tally (whose, cell, students)
        values (coalesce(old.advisor_id, nobody), old.cell, -1), (everybody, old.cell, -1);
    else
        insert into tally (whose, cell, students)
        select whose, cell, sum(one)
          from (values (coalesce(old.advisor_id, nobody), old.cell, -1), (everybody, old.cell, -1),
                       (coalesce(new.advisor_id, nobody), new.cell, 1), (everybody, new.cell, 1)) moved (whose, cell, one)
         group by whose, cell having sum(one) <> 0;
    end if;
    return null;
end $$;
create trigger standing_tallied after insert or delete on standing for each row execute function standing_is_tallied();
create trigger standing_moved after update on standing
    for each row when (old.cell <> new.cell or old.advisor_id is distinct from new.advisor_id)
    execute function standing_is_tallied();

insert into tally (whose, cell, students, is_sum)
select coalesce(advisor_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), cell, count(*), true from standing group by 1, 2
union all
select '00000000-0000-0000-0000-000000000000', cell, count(*), true from standing group by 2;

-- Takes so many new rows into the sums, and says how many there were.
create function fold_tallies(most bigint) returns bigint language sql as $$
    with gone as (
        delete from tally where id = any (array(
            select id from tally where not is_sum order by id limit most for update skip locked))
        returning whose, cell, students),
    kept as (
        insert into tally (whose, cell, students, is_sum)
        select whose, cell, sum(students), true from gone group by whose, cell
        on conflict (whose, cell) where is_sum do update set students = tally.students + excluded.students)
    select count(*) from gone
$$;

-- Where the tally says something else than the queue: nowhere, or something went wrong.
create view tally_off as
select whose, cell, coalesce(there.students, 0) - coalesce(told.students, 0) as students
  from (select coalesce(advisor_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') as whose, cell, count(*)::integer as students
          from standing group by 1, 2
        union all
        select '00000000-0000-0000-0000-000000000000', cell, count(*)::integer from standing group by 2) there
  full join (select whose, cell, sum(students)::integer as students from tally group by whose, cell) told
       using (whose, cell)
 where coalesce(there.students, 0) <> coalesce(told.students, 0);
