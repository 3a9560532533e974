drop trigger keep_wording on disclaimer_translation;
drop trigger keep_wording on source_translation;
drop trigger keep_wording on claim_translation;
drop trigger keep_wording on page_translation;
drop function keep_wording;
drop table wording;
