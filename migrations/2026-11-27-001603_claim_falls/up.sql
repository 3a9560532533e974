-- A projection may say that something falls, by at most all of it. Nothing else that we count is less than none.
alter table claim_revision
    drop constraint claim_revision_value_check,
    add constraint claim_falls_by_projection
        check (value >= 0 or (unit = 'percent' and statistic = 'projection' and value >= -100));
