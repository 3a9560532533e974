alter table program drop column credential, drop column jobs, drop column occupation;
