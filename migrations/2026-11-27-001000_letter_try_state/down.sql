alter table letter_try drop constraint letter_try_state_check;
