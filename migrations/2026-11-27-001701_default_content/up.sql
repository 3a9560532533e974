-- Which default content was installed here, by the sum over all of it: a start that finds its own need not ask for each page
-- and each translation whether it is there.
create table default_content (
    hash bytea primary key check (length(hash) = 32),
    installed_at timestamptz not null default now()
);
