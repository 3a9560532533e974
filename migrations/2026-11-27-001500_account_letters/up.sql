-- A letter tells the owner that an admin changed their role or opened their account again. Whatever kinds there are stay.
do $$ declare kinds text; begin
    select pg_get_constraintdef(oid) into kinds from pg_constraint
     where conrelid = 'letter'::regclass and conname = 'letter_kind_check';
    if kinds not like '%account-changed%' then
        alter table letter drop constraint letter_kind_check;
        execute 'alter table letter add constraint letter_kind_check '
            || replace(kinds, '''confirm''::text', '''confirm''::text, ''account-changed''::text');
    end if;
end $$;
