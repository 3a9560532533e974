drop table default_content;
