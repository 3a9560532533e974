//! One file with students: uploaded, looked at line by line, applied as it was looked at, and those who are new invited.

use actix_multipart::Multipart;
use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::{Path, Query},
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{Index, standing};
use crate::{
    model::{
        error::Error as ModelError,
        id::RosterImportId,
        keyset::Turn,
        person::Admin,
        roster::{
            MOST_ROWS,
            import::{Import, State, path},
            line::{Fate, Line},
        },
    },
    web::{
        form::FormData,
        guard::{Conn, Later},
        page::{Frame, Reply, html, see_other},
        upload,
    },
};

/// Seconds after which a page that waits is loaded again.
const AGAIN: &str = "2";

#[derive(Template)]
#[template(path = "admin/roster/import.html")]
struct Show {
    frame: Frame,
    import: Import,
    fate: Fate,
    counts: [i64; 5],
    lines: Vec<Line>,
    previous: Option<String>,
    next: Option<String>,
    /// Of those who are new: invited, left out, neither yet.
    invitations: (i64, i64, i64),
    is_stale: bool,
}

/// Which lines, and which page of them.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    lines: String,
    after: Option<i32>,
    before: Option<i32>,
}

/// The plan that was looked at.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Look {
    mark: String,
}

/// A button says nothing more.
#[derive(Deserialize)]
pub struct Button {}

/// Takes a file.
///
/// # Errors
/// When it is too large or too slow, or the database is away.
pub async fn create(admin: Admin, form: Multipart, frame: Frame, later: Later) -> Reply {
    let upload = upload::read(form).await?;
    let mut conn = later.now().await?;
    if upload.file_name.is_empty() {
        let mut errors = frame.errors();
        errors.add("file", "roster-file-missing");
        let page = Index::around(String::new(), Turn::First, errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let id = Import::take(&admin, &upload.file_name, &upload.bytes, upload.form_key, &mut conn).await?;
    see_other(path(id))
}

/// One upload: how far it is, what each line comes to, what became of it.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] when there is none with this id.
pub async fn show(_admin: Admin, id: Path<RosterImportId>, asked: Query<Asked>, frame: Frame, mut conn: Conn) -> Reply {
    let import = Import::with_id(*id, &mut conn).await?;
    answer(StatusCode::OK, import, &asked, frame, &mut conn).await
}

/// Has the plan carried out that was looked at.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] when there is none with this id.
pub async fn apply(
    admin: Admin,
    id: Path<RosterImportId>,
    form: FormData<Look>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let import = Import::with_id(*id, &mut conn).await?;
    match import.order(&admin, &form.0.mark, &mut conn).await {
        Ok(()) => see_other(import.path()),
        Err(ModelError::Conflict) => answer(StatusCode::CONFLICT, import, &Asked::default(), frame, &mut conn).await,
        Err(error) => Err(error.into()),
    }
}

/// Has those who are new invited by letter.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] when there is none with this id.
pub async fn invite(admin: Admin, id: Path<RosterImportId>, _form: FormData<Button>, mut conn: Conn) -> Reply {
    let import = Import::with_id(*id, &mut conn).await?;
    import.invite(&admin, &mut conn).await?;
    see_other(import.path())
}

async fn answer(
    status: StatusCode,
    import: Import,
    asked: &Asked,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Reply {
    let counts = import.counts(conn).await?;
    let first = Fate::ALL.into_iter().zip(counts).find(|(fate, many)| *many > 0 && *fate != Fate::Unchanged);
    let fate = Fate::parse(&asked.lines).or(first.map(|(fate, _)| fate)).unwrap_or(Fate::Unchanged);
    let page = import.lines(fate, Turn::of(asked.after, asked.before), conn).await?;
    let address = format!("{}?lines={}", import.path(), fate.code());
    let (previous, next) = page.neighbours(&address, |line| line.number.to_string());
    let invitations = import.invitations(conn).await?;
    let is_at_work = import.is_at_work();
    let is_stale = status == StatusCode::CONFLICT;
    let page = Show { frame, import, fate, counts, lines: page.rows, previous, next, invitations, is_stale };
    let mut answer = HttpResponse::build(status);
    if is_at_work {
        answer.insert_header((header::REFRESH, AGAIN));
    }
    Ok(answer.content_type("text/html; charset=utf-8").body(page.render()?))
}

impl Show {
    /// The lists of lines: address, words, whether it is this one, how many.
    fn lists(&self) -> Vec<(String, &'static str, bool, String)> {
        let words = ["New", "Changed", "As before", "Left out", "With a fault"];
        let lists = Fate::ALL.into_iter().zip(words).zip(self.counts);
        let link = |fate: Fate| format!("{}?lines={}", self.import.path(), fate.code());
        lists.map(|((fate, words), many)| (link(fate), words, fate == self.fate, many.to_string())).collect()
    }

    /// What applying does, in words; empty: nothing.
    fn effect(&self) -> String {
        let [new, changed, ..] = self.counts;
        let part = |many: i64, what: &str| (many > 0).then(|| format!("{what} {many}"));
        [part(new, "add"), part(changed, "change")].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Good lines that change nothing.
    fn as_before(&self) -> i64 {
        self.counts[2]
    }

    fn faults(&self) -> i64 {
        self.counts[4]
    }

    fn why(&self, line: &Line) -> String {
        let Some(key) = &line.problem else { return String::new() };
        self.frame.t.say(key).set("line", line.twin.unwrap_or_default()).to_string()
    }

    fn refusal(&self) -> String {
        let key = self.import.problem.as_deref().unwrap_or("roster-no-text");
        self.frame.t.say(key).set("most", i64::try_from(MOST_ROWS).unwrap_or_default()).to_string()
    }

    fn invite(&self) -> String {
        match self.invitations.2 {
            1 => "Invite the 1 new student".to_owned(),
            many => format!("Invite the {many} new students"),
        }
    }

    fn sent(&self) -> i64 {
        self.invitations.0
    }

    fn settled(&self) -> i64 {
        self.invitations.0 + self.invitations.1
    }

    fn created(&self) -> i64 {
        self.settled() + self.invitations.2
    }

    fn can_invite(&self) -> bool {
        self.import.state == State::Applied && self.invitations.2 > 0
    }

    fn mark(&self) -> &str {
        self.import.mark.as_deref().unwrap_or_default()
    }
}
