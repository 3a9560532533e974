drop index token_ends;
drop index letter_worded;
alter table setting
    drop column keep_students_months,
    drop column keep_letters_months,
    drop column keep_registrations_days;
