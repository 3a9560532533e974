//! stub
pub fn hang(_: &mut actix_web::web::ServiceConfig) {}
