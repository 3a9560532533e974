drop function content_changed() cascade;
drop table content_change;
