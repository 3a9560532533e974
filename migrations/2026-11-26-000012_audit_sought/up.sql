-- The audit is searched by what was done and by what it was done to, besides day, actor and student.
create index audit_action on audit (action, at desc);
create index audit_subject on audit (subject_id, at desc);
