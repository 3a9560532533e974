alter table invitation drop column taken_by;
