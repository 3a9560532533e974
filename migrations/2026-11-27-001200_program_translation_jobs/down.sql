alter table program_translation drop column jobs, drop column credential;
