-- Revisions that say a fall stay: what was published is not rewritten. The old rule holds for every row from now on.
alter table claim_revision
    drop constraint claim_falls_by_projection,
    add constraint claim_revision_value_check check (value >= 0) not valid;
