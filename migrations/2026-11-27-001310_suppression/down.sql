drop trigger letter_stands on letter;
create trigger letter_stands after update of state on letter
    for each row when (new.person_id is not null and old.state <> new.state
        and (old.state = 'failed' or new.state = 'failed'))
    execute function letter_stands_again();
drop table suppression;
