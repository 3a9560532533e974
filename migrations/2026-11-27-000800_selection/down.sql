drop table selection_item;
drop table selection;
