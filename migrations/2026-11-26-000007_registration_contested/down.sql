alter table registration drop column is_contested;
