//! One ladder of a draft: its form in both languages, drawn as readers would see it.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use super::{
    NEW,
    ladder_form::{LadderForm, is_new},
    open,
};
use crate::{
    model::{
        id::CatalogId,
        person::Admin,
        program::{
            Ladder,
            draft::{CatalogDraft, Outcome, Volume, ladder::DraftLadder},
        },
    },
    web::{
        admin::theirs::{Line, differences},
        error::Error,
        fields::Fields,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/programs/ladder.html")]
struct Edit {
    frame: Frame,
    volume: Volume,
    key: String,
    form: LadderForm,
    /// As readers would see it.
    shown: Option<Ladder>,
    errors: Errors,
    /// Whether somebody saved the ladder while this was typed.
    is_stale: bool,
    /// What they saved in each field that is typed otherwise.
    theirs: Vec<Line>,
}

impl Edit {
    fn of(draft: CatalogDraft, key: String, form: LadderForm, shown: Option<Ladder>, frame: Frame) -> Self {
        let (errors, theirs) = (Errors::default(), Vec::new());
        Self { frame, volume: draft.volume, key, form, shown, errors, is_stale: false, theirs }
    }

    /// What was typed, beside what somebody else saved meanwhile. A ladder that they took out is a new one from now on.
    fn stale(draft: CatalogDraft, key: String, form: LadderForm, frame: Frame) -> Self {
        let now = draft.ladders.iter().find(|one| one.key == key);
        let key = if now.is_some() { key } else { NEW.to_owned() };
        let known = LadderForm::of(now, draft.volume.revision);
        let theirs = now.map(|_| differences(&known.lines(), &form.lines())).unwrap_or_default();
        let shown = now.map(DraftLadder::shown);
        let form = LadderForm { seen: known.seen, mark: known.mark, ..form };
        Self { is_stale: true, theirs, ..Self::of(draft, key, form, shown, frame) }
    }

    fn path(&self) -> String {
        format!("{}/ladders/{}", self.volume.path(), self.key)
    }

    fn is_new(&self) -> bool {
        is_new(&self.key)
    }

    fn title(&self) -> &str {
        match self.shown.as_ref() {
            Some(ladder) if !self.is_new() => &ladder.title,
            _ => "A new ladder",
        }
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft, or no such ladder in it.
pub async fn edit(_admin: Admin, place: Path<(CatalogId, String)>, frame: Frame, mut conn: Conn) -> Reply {
    let (id, key) = place.into_inner();
    let draft = open(id, &mut conn).await?;
    let ladder = known(&draft, &key)?;
    let form = LadderForm::of(ladder, draft.volume.revision);
    let shown = ladder.map(DraftLadder::shown);
    ok(&Edit::of(draft, key, form, shown, frame))
}

fn known<'a>(draft: &'a CatalogDraft, key: &str) -> Result<Option<&'a DraftLadder>, Error> {
    let ladder = draft.ladders.iter().find(|one| one.key == key);
    if ladder.is_none() && !is_new(key) { Err(Error::NotFound) } else { Ok(ladder) }
}

/// Previews, saves or takes out a ladder. What was typed stays in the form whatever happens.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft, or no such ladder in it.
pub async fn update(
    admin: Admin,
    place: Path<(CatalogId, String)>,
    form: FormData<Fields>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let ((id, key), FormData(fields)) = (place.into_inner(), form);
    let draft = open(id, &mut conn).await?;
    let form = LadderForm::typed(&fields);
    let Ok(before) = known(&draft, &key).map(|ladder| ladder.map(DraftLadder::shown)) else {
        if fields.get("do") == "remove" && form.seen.parse() != Ok(draft.volume.revision) {
            return see_other(format!("{}?done=draft-saved", draft.volume.path()));
        }
        // Somebody took it out meanwhile: what was typed makes a new one.
        if form.seen.parse() == Ok(draft.volume.revision) || fields.get("title").trim().is_empty() {
            return Err(Error::NotFound);
        }
        return html(StatusCode::CONFLICT, &Edit::stale(draft, key, form, frame));
    };
    let wish = fields.get("do");
    let volume = draft.volume.clone();
    let mut errors = frame.errors();
    let outcome = if wish == "remove" && !is_new(&key) && errors.is_empty() {
        DraftLadder::remove(&key, &form.mark, &volume, &admin, &mut conn).await?
    } else {
        let typed = form.read(&key, &draft, &mut errors);
        let (Some(typed), true) = (typed, errors.is_empty()) else {
            let page = Edit::of(draft, key, form, before, frame);
            return html(StatusCode::UNPROCESSABLE_ENTITY, &Edit { errors, ..page });
        };
        if wish == "preview" {
            return ok(&Edit::of(draft, key, form, Some(typed.shown()), frame));
        }
        typed.save(&form.mark, &volume, &admin, &mut conn).await?
    };
    match outcome {
        Outcome::Done | Outcome::Faulty => see_other(format!("{}?done=draft-saved", volume.path())),
        Outcome::Stale => {
            let draft = open(id, &mut conn).await?;
            html(StatusCode::CONFLICT, &Edit::stale(draft, key, form, frame))
        }
    }
}
