//! What became of students by what was recommended, with how sure one can be of each share.

use actix_web::HttpRequest;
use askama::Template;

use crate::{
    model::{
        caseload::{Calibration, OutcomeGroup, OutcomeVersion, SMALLEST_GROUP},
        outcome::Way,
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
    counted: Option<String>,
    versions: Vec<OutcomeVersion>,
}

/// One number.
struct Cell {
    column: &'static str,
    students: i64,
    /// The list behind it.
    href: Option<String>,
}

/// The table.
///
/// # Errors
/// When the database is away.
pub async fn show(staff: Staff, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let Calibration { versions, counted_at } = Calibration::read(&staff, &mut conn).await?;
    let counted = counted_at.map(|at| frame.setting.local(at).strftime("%-d %b, %-I:%M %p").to_string());
    ok(&Show { frame, role: staff.person().role, counted, versions })
}

fn column(way: Way) -> &'static str {
    match way {
        Way::Hi => "HI",
        Way::Him => "HIM",
        Way::Other => "Something else",
        Way::Not => "Not enrolled",
        Way::Unknown => "Not known",
    }
}

impl Show {
    /// All of a group, then those of each way.
    fn cells(&self, version: &OutcomeVersion, group: &OutcomeGroup) -> Vec<Cell> {
        let cell = |column, students, way| {
            let is_linked = !self.is_admin() && students > 0;
            Cell { column, students, href: is_linked.then(|| version.list(group, way).address("")) }
        };
        let all = cell("Known (n)", group.known(), None);
        let ways = group.ways().map(|(way, students)| cell(column(way), students, Some(way)));
        std::iter::once(all).chain(ways).collect()
    }

    /// `64% (51 to 76%)`: the share that took the program recommended, and its interval.
    fn share(&self, group: &OutcomeGroup) -> String {
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
            Role::Advisor => "Your students.",
            _ => "All students of the school.",
        }
    }
}
