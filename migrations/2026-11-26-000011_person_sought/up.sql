-- Admins find people by the beginnings of the words in their name and address, and closed accounts latest first.
create function words_of(full_name text, email text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple', translate(full_name || ' ' || email, '@._+-''’', '       '));
create function is_sought(full_name text, email text, beginnings text) returns boolean
    language sql immutable parallel safe
    return words_of(full_name, email) @@ to_tsquery('simple', beginnings);
create index person_words on person using gin (words_of(full_name, email));
create index person_closed on person (deactivated_at desc, id desc) where deactivated_at is not null;
