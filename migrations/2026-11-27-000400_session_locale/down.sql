alter table session drop column locale;
