drop table data_request;
