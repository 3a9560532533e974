-- All kinds of letters that Signpost writes; each has its words in mail/letters.rs before a row of it can be made.
alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (
    'confirm', 'already-registered', 'reset', 'invitation', 'recommendation',
    'password-changed', 'confirm-email', 'email-changed', 'sign-in-code', 'new-sign-in', 'request-decided',
    'advice-changed', 'shared-note', 'students-moved', 'meeting', 'meeting-reminder', 'follow-up-digest',
    'figure-corrected', 'outcome-question'
));
