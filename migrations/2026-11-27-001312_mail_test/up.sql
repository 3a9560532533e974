-- A letter that an admin sends to themselves to see whether mail works. Whatever kinds there are stay.
do $$ declare kinds text; begin
    select pg_get_constraintdef(oid) into kinds from pg_constraint
     where conrelid = 'letter'::regclass and conname = 'letter_kind_check';
    if kinds not like '%mail-test%' then
        alter table letter drop constraint letter_kind_check;
        execute 'alter table letter add constraint letter_kind_check '
            || replace(kinds, '''confirm''::text', '''confirm''::text, ''mail-test''::text');
    end if;
end $$;
