drop view tally_off;
drop function fold_tallies(bigint);
drop trigger standing_moved on standing;
drop trigger standing_tallied on standing;
drop function standing_is_tallied();
drop table tally;
drop index standing_contact;
alter table standing drop column cell;
drop function cell_of(text, text, integer);
