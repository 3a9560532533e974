-- When the person behind a session last showed that it is them, by password or code: sudo mode lasts ten minutes from it.
alter table session add column confirmed_at timestamptz not null default now();
