drop table figure_correction;
