drop index audit_subject; drop index audit_action;
