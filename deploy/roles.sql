-- Two roles, so that the server itself can never change its tables or its audit. Give them passwords of your own.
create role signpost_owner login password 'owner-for-a-look';
create role signpost_app login password 'app-for-a-look';
create database signpost owner signpost_owner;
