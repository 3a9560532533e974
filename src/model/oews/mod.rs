//! A year's wages for all figures at once: the national file of the Occupational Employment and Wage Statistics (OEWS) as
//! the U.S. Bureau of Labor Statistics publishes it, saved as CSV.
//!
//! `wages` what the file says · `plan` what that comes to for our figures · `publication` carrying it out

pub mod plan;
pub mod publication;
pub mod wages;
