//! The school's settings: looked at, changed, and each change taken back: the form is filled with what was before it, and
//! saved like any other.

mod form;

use actix_web::{HttpRequest, http::StatusCode, web::Query};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use self::form::SettingsForm;
use crate::{
    model::{
        keyset::Turn,
        person::Admin,
        setting::{
            Setting,
            change::{self, Back, Change, Difference, Outcome, Wish},
        },
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::{Conn, Sudo},
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

const PATH: &str = "/admin/settings";

#[derive(Template)]
#[template(path = "admin/settings/edit.html")]
struct Edit {
    frame: Frame,
    form: SettingsForm,
    errors: Errors,
    /// What somebody else's settings say that differ from what was typed: theirs is the old one.
    differences: Vec<Difference>,
    /// What the form would put back, when a change is to be taken back, and the number of that change.
    back: Option<(i32, Back)>,
    /// Students whose records would be erased by a shorter time to keep them.
    erased: i64,
    changes: Vec<Change>,
    previous: Option<String>,
    next: Option<String>,
}

/// Which page of the history, and which change to take back.
#[derive(Deserialize)]
pub struct Asked {
    after: Option<i32>,
    before: Option<i32>,
    back: Option<i32>,
}

/// The settings, and how they came to be so. To take a change back, the form is filled with what was before it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such change to take back.
pub async fn edit(_admin: Admin, asked: Query<Asked>, frame: Frame, mut conn: Conn) -> Reply {
    let turn = Turn::of(asked.after, asked.before);
    // The number first: settings that change between the two must not pass for seen.
    let seen = change::newest(&mut conn).await?;
    let now = Setting::load(&mut conn).await?;
    let back = match asked.back {
        Some(number) => {
            let past = Change::numbered(number, &mut conn).await?;
            Some((number, past.back(&now).ok_or(Error::NotFound)?))
        }
        None => None,
    };
    let mut form = SettingsForm::of(back.as_ref().map_or(&now, |(_, back)| &back.to), seen);
    if let Some((number, _)) = back.as_ref().filter(|(_, back)| !back.differences.is_empty()) {
        form.takes_back = number.to_string();
    }
    let page = Edit::around(form, Errors::default(), turn, frame, &mut conn).await?;
    ok(&Edit { back, ..page })
}

/// Changes them. What was typed stays in the form whatever happens.
///
/// # Errors
/// When the database is away.
pub async fn update(
    Sudo(admin): Sudo<Admin>,
    form: FormData<SettingsForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let read = form.read(&mut errors);
    let Some(to) = read.filter(|_| errors.is_empty()) else {
        let page = Edit::around(form, errors, Turn::First, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let takes_back = form.takes_back.parse().ok();
    let wish = Wish { seen: form.seen, to: to.clone(), is_confirmed: form.is_confirmed(), takes_back };
    let outcome = wish.grant(&admin, &mut conn).await?;
    answer(outcome, form, &to, &req, frame, &mut conn).await
}

async fn answer(
    outcome: Outcome,
    mut form: SettingsForm,
    to: &Setting,
    req: &HttpRequest,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Reply {
    let mut errors = Errors::default();
    let (status, differences, erased) = match outcome {
        Outcome::Done => {
            state::shared(req).forget_setting();
            return see_other(format!("{PATH}?done=settings-saved"));
        }
        Outcome::Stale => {
            form.seen = change::newest(conn).await?;
            (StatusCode::CONFLICT, change::between(&Setting::load(conn).await?, to), 0)
        }
        Outcome::ZoneUnknown => {
            errors.add("zone", "setting-zone-unknown");
            (StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), 0)
        }
        Outcome::WouldErase(many) => {
            errors.add("confirmed", "setting-erases");
            (StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), many)
        }
    };
    let mut page = Edit::around(form, errors, Turn::First, frame, conn).await?;
    (page.differences, page.erased) = (differences, erased);
    html(status, &page)
}

impl Edit {
    async fn around(
        form: SettingsForm,
        errors: Errors,
        turn: Turn<i32>,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let page = Change::page(turn, conn).await?;
        let (previous, next) = page.neighbours(PATH, |change| change.number.to_string());
        Ok(Self {
            frame,
            form,
            errors,
            differences: Vec::new(),
            back: None,
            erased: 0,
            changes: page.rows,
            previous,
            next,
        })
    }

    /// How many records would go, for the sentence beside the box to tick.
    fn erased_words(&self) -> String {
        match self.erased {
            1 => "Erase 1 student’s record within a day".to_owned(),
            many if many < 1000 => format!("Erase {many} students’ records within a day"),
            _ => "Erase 1,000 students’ records or more within a day".to_owned(),
        }
    }
}
