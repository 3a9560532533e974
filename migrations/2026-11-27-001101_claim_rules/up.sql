-- A figure may end: from the day after, readers see "figure under review" in its place.
alter table claim_revision add column expires_on date;
comment on column claim_revision.expires_on is 'the last day on which readers see it; null: it stays';
create index claim_expiry on claim_revision (expires_on) where status = 'live';

-- What a published figure must have, besides what the table asks for already.
alter table claim_revision
    add constraint claim_words_or_figure check (status = 'draft' or (unit = 'text') = (text is not null)),
    add constraint claim_figure_has_statistic check (status = 'draft' or value is null or statistic <> 'none'),
    add constraint claim_has_basis check (status = 'draft' or (population <> '' and area <> '')),
    add constraint claim_on_its_scale check (status = 'draft' or unit <> 'scale_1_7' or value between 1 and 7),
    add constraint claim_period_runs_on check (status = 'draft' or period_end is null or period_end > period_start),
    add constraint claim_ends_after_review check (expires_on is null or review_due is null or expires_on >= review_due);

-- The rows of figures on the comparison that readers see. Two figures of one row are of one kind, whoever changes what.
create table comparison_pair (
    position smallint primary key,
    label    text not null,
    hi       text not null references claim (key) on delete cascade,
    him      text not null references claim (key) on delete cascade
);
create index comparison_pair_hi on comparison_pair (hi);
create index comparison_pair_him on comparison_pair (him);

create function comparison_is_alike(which text) returns void language plpgsql as $$
declare broken text;
begin
    select p.label into broken
      from comparison_pair p
      join claim_revision hi on hi.claim_key = p.hi and hi.status = 'live'
      join claim_revision him on him.claim_key = p.him and him.status = 'live'
     where which in (p.hi, p.him)
       and (hi.unit = 'text' or him.unit = 'text'
            or (hi.unit, hi.statistic, hi.period_start, coalesce(hi.period_end, ''), hi.area)
               <> (him.unit, him.statistic, him.period_start, coalesce(him.period_end, ''), him.area))
     limit 1;
    if broken is not null then
        raise exception 'the figures of the row "%" differ in unit, statistic, period or area', broken using errcode = 'check_violation';
    end if;
end $$;
create function claim_keeps_its_row() returns trigger language plpgsql as $$
begin
    perform comparison_is_alike(new.claim_key);
    return null;
end $$;
create function pair_is_alike() returns trigger language plpgsql as $$
begin
    perform comparison_is_alike(new.hi);
    return null;
end $$;
-- At the end of the transaction, so that both figures of a row and the row may change together.
create constraint trigger claim_keeps_its_row after insert or update on claim_revision deferrable initially deferred
    for each row when (new.status = 'live') execute function claim_keeps_its_row();
create constraint trigger pair_is_alike after insert or update on comparison_pair deferrable initially deferred
    for each row execute function pair_is_alike();
