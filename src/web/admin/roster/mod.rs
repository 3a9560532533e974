//! The school's own list of students: who is expected, and files that bring it up to date.

pub mod imports;

use actix_web::HttpRequest;
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use crate::{
    model::{
        audit::{self, Action},
        id::{FormKey, RosterEntryId},
        invitation::Inviting,
        keyset::Turn,
        people::Sought,
        person::Admin,
        roster::{
            Entry,
            import::{Import, State},
            inviting::{self, AT_ONCE},
        },
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Flash, Frame, Reply, ok, see_other},
        state,
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
    /// How many on the list are not invited yet.
    waiting: i64,
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

/// A button's form.
#[derive(Deserialize)]
pub struct Button {
    #[serde(default)]
    form_key: FormKey,
}

/// Invites those on the list who are not invited yet, as many as may be at once. A button that waited for somebody to sign
/// in again is pressed again.
///
/// # Errors
/// When the database is away.
pub async fn invite(admin: Admin, form: FormData<Button>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if !frame.errors().is_empty() {
        return see_other(PATH);
    }
    let post = &state::shared(&req).post;
    let inviting = Inviting { admin: &admin, setting: &frame.setting, post };
    if !inviting::invite(form.0.form_key, &inviting, &mut conn).await? {
        return see_other(format!("{PATH}?done=nobody-invited"));
    }
    post.ring();
    see_other(format!("{PATH}?done=students-invited"))
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
        let (waiting, imports) = (inviting::waiting(conn).await?, Import::latest(conn).await?);
        let form_key = FormKey::new();
        Ok(Self { frame, sought, entries: page.rows, previous, next, waiting, imports, form_key, errors })
    }

    fn not_invited(&self) -> String {
        match self.waiting {
            1 => "1 student on the list has neither an account nor an invitation.".to_owned(),
            many => format!("{many} students on the list have neither an account nor an invitation."),
        }
    }

    /// The words on the button.
    fn invite(&self) -> String {
        match self.waiting {
            1 => "Invite 1 student".to_owned(),
            many if many > AT_ONCE => format!("Invite the first {AT_ONCE}"),
            many => format!("Invite {many} students"),
        }
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
