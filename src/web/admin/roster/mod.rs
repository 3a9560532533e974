//! The school's own list of students: who is expected, and files that bring it up to date.

pub mod imports;

use actix_web::HttpRequest;
use askama::Template;
use diesel_async::AsyncPgConnection;

use crate::{
    model::{
        audit::{self, Action},
        id::{FormKey, RosterEntryId},
        keyset::Turn,
        people::Sought,
        person::Admin,
        roster::{
            Entry,
            import::{Import, State},
        },
    },
    web::{
        error::Error,
        form::Errors,
        glance,
        guard::Conn,
        page::{Flash, Frame, Reply, ok},
    },
};

const PATH: &str = "/admin/roster";

#[derive(Template)]
#[template(path = "admin/roster/index.html")]
struct Index {
    frame: Frame,
    sought: String,
    entries: Vec<Entry>,
    previous: Option<String>,
    next: Option<String>,
    imports: Vec<Import>,
    form_key: FormKey,
    errors: Errors,
}

/// What an address asks for. Words in it that we do not know are left out, and the page says so.
struct Asked {
    sought: String,
    turn: Turn<RosterEntryId>,
    has_unknown: bool,
    has_odd_place: bool,
}

/// The list, and where a file is uploaded.
///
/// # Errors
/// When the database is away.
pub async fn index(admin: Admin, req: HttpRequest, mut frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let asked = Asked::read(req.query_string());
    if asked.has_odd_place {
        frame.flash = Some(Flash { tone: "warn", key: "flash-stale-page" });
    } else if asked.has_unknown {
        frame.flash = Some(Flash { tone: "warn", key: "flash-unknown-view" });
    }
    if !asked.sought.is_empty() {
        audit::record(Some(admin.id()), Action::SearchedPeople, "roster", None, None, &mut conn).await?;
    }
    ok(&Index::around(asked.sought, asked.turn, Errors::default(), frame, &mut conn).await?)
}

impl Asked {
    fn read(query: &str) -> Self {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let mut asked = Self { sought: String::new(), turn: Turn::First, has_unknown: false, has_odd_place: false };
        for (name, value) in pairs.iter().filter(|(_, value)| !value.trim().is_empty()) {
            let place = value.parse().ok().map(RosterEntryId);
            match (name.as_str(), place) {
                ("q", _) => asked.sought = value.trim().chars().take(200).collect(),
                ("after", Some(place)) => asked.turn = Turn::After(place),
                ("before", Some(place)) => asked.turn = Turn::Before(place),
                ("after" | "before", None) => asked.has_odd_place = true,
                ("done", _) => {}
                _ => asked.has_unknown = true,
            }
        }
        asked
    }
}

impl Index {
    async fn around(
        sought: String,
        turn: Turn<RosterEntryId>,
        errors: Errors,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let page = Entry::page(Sought::parse(&sought), turn, conn).await?;
        let path = match sought.as_str() {
            "" => PATH.to_owned(),
            words => format!("{PATH}?{}", serde_html_form::to_string([("q", words)]).unwrap_or_default()),
        };
        let (previous, next) = page.neighbours(&path, |entry| entry.id.to_string());
        let imports = Import::latest(conn).await?;
        Ok(Self { frame, sought, entries: page.rows, previous, next, imports, form_key: FormKey::new(), errors })
    }
}

/// Where an upload is, in words.
fn standing(import: &Import) -> &'static str {
    match import.state {
        State::Waiting => "Being read",
        State::Refused => "Could not be read",
        State::Planned if import.has_changed => "Something changed: look again",
        State::Planned => "Waits for your look",
        State::Applying => "Being applied",
        State::Applied => "Applied",
        State::Inviting => "Applied, invitations go out",
    }
}
