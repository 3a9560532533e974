delete from letter where kind = 'mail-test';
do $$ declare kinds text; begin
    select pg_get_constraintdef(oid) into kinds from pg_constraint
     where conrelid = 'letter'::regclass and conname = 'letter_kind_check';
    alter table letter drop constraint letter_kind_check;
    execute 'alter table letter add constraint letter_kind_check '
        || replace(kinds, ', ''mail-test''::text', '');
end $$;
