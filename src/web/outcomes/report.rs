//! What became of students by what was recommended, with how sure one can be of each share.

use actix_web::HttpRequest;
use askama::Template;

use crate::{
    model::{
        outcome::calibration::{self, Group, SMALLEST_GROUP, Version},
        person::{Role, Staff},
    },
    web::{
        glance,
        guard::Conn,
        page::{Frame, Reply, ok},
    },
};

#[derive(Template)]
#[template(path = "reports/outcomes.html")]
struct Show {
    frame: Frame,
    role: Role,
    versions: Vec<Version>,
}

/// The table.
///
/// # Errors
/// When the database is away.
pub async fn show(staff: Staff, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let versions = calibration::read(&staff, &mut conn).await?;
    ok(&Show { frame, role: staff.person().role, versions })
}

impl Show {
    fn recommended(&self, group: &Group) -> &'static str {
        match group.recommended.as_str() {
            "HI_CLEAR" => "HI, clear",
            "HI_LEAN" => "HI, leaning",
            "HIM_LEAN" => "HIM, leaning",
            "HIM_CLEAR" => "HIM, clear",
            _ => "Too close to call",
        }
    }

    /// `64% (51 to 76%)`: the share that took the program recommended, and its interval.
    fn share(&self, group: &Group) -> String {
        group.share().map_or_else(
            || "–".to_owned(),
            |share| format!("{:.0}% ({:.0} to {:.0}%)", share.percent, share.low, share.high),
        )
    }

    fn smallest(&self) -> i64 {
        SMALLEST_GROUP
    }

    fn is_admin(&self) -> bool {
        self.role == Role::Admin
    }

    fn whose(&self) -> &'static str {
        match self.role {
            Role::Advisor => "Your students and those nobody has yet.",
            _ => "All students of the school.",
        }
    }
}
