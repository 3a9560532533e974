-- A try ends in one of the states a letter can be in.
alter table letter_try add constraint letter_try_state_check
    check (state in ('queued', 'sending', 'accepted', 'deferred', 'failed', 'held'));
