drop trigger claim_keeps_its_row on claim_revision;
drop table comparison_pair;
drop function claim_keeps_its_row, pair_is_alike, comparison_is_alike;
alter table claim_revision
    drop constraint claim_words_or_figure,
    drop constraint claim_figure_has_statistic,
    drop constraint claim_has_basis,
    drop constraint claim_on_its_scale,
    drop constraint claim_period_runs_on,
    drop constraint claim_ends_after_review,
    drop column expires_on;
