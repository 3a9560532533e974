drop function caseload_of;
