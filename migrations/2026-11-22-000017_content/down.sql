drop table page_revision;
drop table page;
drop table claim_revision;
drop table claim;
drop table disclaimer;
drop table source;
