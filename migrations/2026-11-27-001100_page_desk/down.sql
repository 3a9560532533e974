drop table page_attestation;
drop table page_schedule;
alter table page drop column owner_id;
