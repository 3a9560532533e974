//! A student's first page: where they are and the one next thing to do.

use askama::Template;

use super::{
    guard::Student,
    page::{Frame, Reply, ok},
};

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
