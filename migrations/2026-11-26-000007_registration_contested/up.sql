-- Two registrations for one address: whoever opens the link chooses the password anew, since nobody can tell which of the
-- two it was who owns the address.
alter table registration add column is_contested boolean not null default false;
