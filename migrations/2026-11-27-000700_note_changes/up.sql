-- What became of a note: a later text of its author, or a removal. The removed one leaves a trace where it stood.
alter table note
    add column number         smallint not null default 1 check (number >= 1),
    add column changed_at     timestamptz not null default now(),
    add column edited_at      timestamptz,
    add column removed_at     timestamptz,
    add column removed_by     uuid references person (id),
    add column remover        text not null default '',
    add column removal_reason text not null default '' check (length(removal_reason) <= 2000);
update note set changed_at = created_at;
alter table note drop constraint note_body_check;
alter table note
    add constraint note_body_check check (length(body) <= 20000 and (body = '') = (removed_at is not null)),
    add constraint note_removal_check check (
        (removed_at is null) = (removed_by is null)
        and (removed_at is null) = (remover = '')
        and (removed_at is null) = (removal_reason = ''));
create index note_removed_by on note (removed_by) where removed_by is not null;
comment on column note.number is 'of its text: 1 as first written; earlier texts stand in note_revision';
comment on column note.edited_at is 'when its present text was written; empty: with the note';
comment on column note.changed_at is 'written, edited or added to: what a reader has not seen since is new to them';

-- The one rule of which notes somebody on the staff may read within their reach.
create function note_readable(level text, author_id uuid, reader uuid, is_lead boolean) returns boolean
    language sql immutable parallel safe
    return is_lead or level <> 'restricted' or author_id = reader;
