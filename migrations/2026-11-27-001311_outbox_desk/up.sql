-- The trays of the outbox as admins read them, newest first; of those that were accepted, most letters are.
create index letter_tray_waiting on letter (id desc) where state in ('queued', 'sending', 'deferred');
create index letter_tray_held on letter (id desc) where state = 'held';
create index letter_tray_failed on letter (id desc) where state = 'failed';
create index letter_address on letter (lower(to_email), id desc);
