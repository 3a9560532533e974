alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check
    check (kind in ('confirm', 'already-registered', 'reset', 'invitation', 'recommendation'));
