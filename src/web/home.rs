//! A student's first page: where they are and the one next thing to do.

use askama::Template;

use super::page::{Frame, Reply, ok};
use crate::model::person::Student;

#[derive(Template)]
#[template(path = "home/show.html")]
struct Show {
    frame: Frame,
    called: String,
}

/// The page.
///
/// # Errors
/// When the database is away.
pub async fn show(student: Student, frame: Frame) -> Reply {
    ok(&Show { frame, called: student.person().called.clone() })
}
