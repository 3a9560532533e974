//! The view one looks at, as a file to take away: asked for with a purpose, and streamed.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Bytes, Query},
};
use askama::Template;
use futures_util::stream;
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

use crate::{
    db::Pool,
    model::{
        caseload::{Export, Line, Purpose, Taken, Wanted},
        csv::{self, BYTE_ORDER_MARK},
        person::Advisor,
        setting::Setting,
    },
    web::{
        error::Error,
        fit_words,
        form::{Errors, FormData},
        glance,
        guard::{Conn, Sudo},
        page::{Frame, Reply, html, ok},
        state,
    },
};

/// Said on every line, since lines travel alone.
const NOTICE: &str = "Education record. Do not pass on without the student's consent (34 CFR 99.33).";

const COLUMNS: [&str; 18] = [
    "name",
    "email",
    "advisor",
    "status",
    "result",
    "hi_points",
    "him_points",
    "answered",
    "items",
    "advice",
    "credits",
    "credit_unit",
    "last_seen",
    "last_contact",
    "follow_up_due",
    "meeting_at",
    "student_id",
    "notice",
];

/// Which view.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
}

/// What a file is asked for with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ExportForm {
    view: String,
    purpose: String,
}

#[derive(Template)]
#[template(path = "caseload/exports.html")]
struct Index {
    frame: Frame,
    is_lead: bool,
    wanted: Wanted,
    purpose: String,
    taken: Vec<Taken>,
    errors: Errors,
}

impl Index {
    fn purposes(&self) -> Vec<(&'static str, &'static str)> {
        let all = Purpose::ALL.iter().map(|purpose| (purpose.code(), purpose.title()));
        std::iter::once(("", "Choose what it is for")).chain(all).collect()
    }

    fn filters(&self) -> Vec<(&'static str, String)> {
        self.wanted.pairs().into_iter().filter(|(name, _)| *name != "sort").collect()
    }
}

/// The form, and what was taken before.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, asked: Query<Asked>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let (wanted, _) = Wanted::read(&asked.view, advisor.is_lead());
    let taken = Export::taken(&advisor, &mut conn).await?;
    ok(&Index { frame, is_lead: advisor.is_lead(), wanted, purpose: String::new(), taken, errors: Errors::default() })
}

/// The file. In sudo mode: it takes a whole list of students out of the portal.
///
/// # Errors
/// When the database is away. What goes wrong later ends the file before its end, which every browser says.
pub async fn create(
    Sudo(advisor): Sudo<Advisor>,
    form: FormData<ExportForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let (wanted, _) = Wanted::read(&form.view, advisor.is_lead());
    let mut errors = frame.errors();
    let purpose = errors.take("purpose", Purpose::parse(&form.purpose).and_then(|one| one.ok_or("purpose-missing")));
    let Some(purpose) = purpose.filter(|_| errors.is_empty()) else {
        let taken = Export::taken(&advisor, &mut conn).await?;
        let page = Index { is_lead: advisor.is_lead(), frame, wanted, purpose: form.purpose, taken, errors };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let today = frame.setting.local(Timestamp::now()).date();
    let export = Export::begin(advisor, wanted, purpose, today, &mut conn).await?;
    drop(conn);
    let file = File { export, pool: state::pool(&req).clone(), setting: frame.setting.clone(), is_begun: false };
    let name = format!("attachment; filename=\"students-{today}.csv\"");
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .streaming(stream::try_unfold(file, File::more)))
}

/// A file on its way: as many students are in memory as one batch has, however long it is.
struct File {
    export: Export,
    pool: Pool,
    setting: Arc<Setting>,
    is_begun: bool,
}

impl File {
    /// The next piece, which is read when the one before has left.
    async fn more(self) -> std::io::Result<Option<(Bytes, Self)>> {
        let by = self.export.by();
        self.piece().await.map_err(|error| {
            tracing::warn!(person = %by, %error, "a list was not taken to its end");
            std::io::Error::other("the list ends here")
        })
    }

    async fn piece(mut self) -> Result<Option<(Bytes, Self)>, Error> {
        let mut piece = String::new();
        if !self.is_begun {
            self.is_begun = true;
            piece.push_str(BYTE_ORDER_MARK);
            piece.push_str(&csv::line(COLUMNS));
        }
        // A connection a batch: a reader who is slow keeps none.
        let lines = self.export.next(&mut *self.pool.get().await?).await?;
        for line in &lines {
            piece.push_str(&written(line, &self.setting));
        }
        Ok((!piece.is_empty()).then(|| (Bytes::from(piece), self)))
    }
}

fn written(line: &Line, setting: &Setting) -> String {
    let row = &line.row;
    let newest = row.newest();
    let number = |value: Option<i16>| value.map(|value| value.to_string()).unwrap_or_default();
    let day = |value: Option<Date>| value.map(|day| day.to_string()).unwrap_or_default();
    let local = |moment: Option<Timestamp>, form: &str| {
        moment.map(|moment| setting.local(moment).strftime(form).to_string()).unwrap_or_default()
    };
    let cells = [
        row.full_name.clone(),
        line.email.clone(),
        row.advisor.clone().unwrap_or_default(),
        row.status().code().to_owned(),
        newest.map(|newest| newest.outcome.as_str().to_owned()).unwrap_or_default(),
        number(newest.map(|newest| newest.hi)),
        number(newest.map(|newest| newest.him)),
        number(newest.map(|newest| newest.answered)),
        number(newest.map(|newest| newest.item_count)),
        row.verdict().map(|verdict| fit_words::advised(verdict).to_owned()).unwrap_or_default(),
        number(row.credits),
        row.unit.clone().unwrap_or_default(),
        local(row.last_seen_at, "%Y-%m-%d"),
        day(line.last_contact_on),
        day(row.follow_up_due),
        local(row.meeting_at, "%Y-%m-%dT%H:%M%:z"),
        row.id.to_string(),
        NOTICE.to_owned(),
    ];
    csv::line(cells.iter().map(String::as_str))
}
