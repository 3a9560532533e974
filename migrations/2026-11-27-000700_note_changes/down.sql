drop function note_readable(text, uuid, uuid, boolean);
delete from note where removed_at is not null;
alter table note drop constraint note_removal_check, drop constraint note_body_check;
alter table note add constraint note_body_check check (body <> '' and length(body) <= 20000);
alter table note drop column number, drop column changed_at, drop column edited_at, drop column removed_at, drop column removed_by,
    drop column remover, drop column removal_reason;
