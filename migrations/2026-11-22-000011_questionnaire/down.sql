drop table item;
drop table dimension;
drop table anchor;
drop table questionnaire;
