drop view roster_plan;
drop table roster_line;
drop table roster_import;
drop table roster_entry;
