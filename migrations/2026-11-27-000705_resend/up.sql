-- That a letter was sent again because staff had a reason: history shows both.
create table resend (
    letter_id uuid primary key references letter (id) on delete cascade,
    of_id     uuid not null references letter (id) on delete cascade,
    sent_by   uuid not null references person (id),
    sender    text not null,
    reason    text not null check (reason <> '' and length(reason) <= 500)
);
create index resend_of on resend (of_id);
create index resend_sent_by on resend (sent_by);
comment on column resend.letter_id is 'the new letter';

-- The timeline of a record reads each kind from its own index, newest first.
create index letter_timeline on letter (person_id, created_at desc, id desc);
create index note_timeline on note (student_id, created_at desc, id desc);
