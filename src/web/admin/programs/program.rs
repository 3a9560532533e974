//! One program of a draft: its form in both languages, with a sample student's path through what is typed beside it.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use super::{NEW, open, program_form::ProgramForm, sample::Sample};
use crate::{
    model::{
        id::CatalogId,
        offer::Offer,
        person::Admin,
        program::draft::{CatalogDraft, Outcome, program::DraftProgram},
    },
    web::{
        admin::{
            theirs::{Line, differences},
            today,
        },
        error::Error,
        fields::Fields,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/programs/program.html")]
struct Edit {
    frame: Frame,
    draft: CatalogDraft,
    slug: String,
    form: ProgramForm,
    sample: Sample,
    errors: Errors,
    /// Whether somebody saved the program while this was typed.
    is_stale: bool,
    /// What they saved in each field that is typed otherwise.
    theirs: Vec<Line>,
}

impl Edit {
    /// With the path through the draft, and through what is typed where that can be read.
    async fn of(
        draft: CatalogDraft,
        slug: String,
        form: ProgramForm,
        typed: Option<&DraftProgram>,
        student: &str,
        frame: Frame,
        conn: &mut Conn,
    ) -> Result<Self, Error> {
        let offer = Offer::of_catalog(draft.volume.id, conn).await?;
        let offer = match typed {
            Some(typed) => Some(Offer::with(offer, &typed.facts(), draft.volume.id, draft.volume.transfer_cap_percent)),
            None => offer,
        };
        let sample = Sample::of(student, offer.as_ref(), &frame);
        let (errors, theirs) = (Errors::default(), Vec::new());
        Ok(Self { frame, draft, slug, form, sample, errors, is_stale: false, theirs })
    }

    /// What was typed, beside what somebody else saved meanwhile. A program that they took out is a new one from now on.
    async fn stale(
        draft: CatalogDraft,
        slug: String,
        form: ProgramForm,
        student: &str,
        frame: Frame,
        conn: &mut Conn,
    ) -> Reply {
        let now = draft.programs.iter().find(|one| one.row.slug == slug);
        let slug = if now.is_some() { slug } else { NEW.to_owned() };
        let shown = ProgramForm::of(now, draft.volume.revision);
        let theirs = now.map(|_| differences(&shown.lines(), &form.lines())).unwrap_or_default();
        let form = ProgramForm { seen: shown.seen, mark: shown.mark, ..form };
        let page = Self::of(draft, slug, form, None, student, frame, conn).await?;
        html(StatusCode::CONFLICT, &Self { is_stale: true, theirs, ..page })
    }

    fn path(&self) -> String {
        format!("{}/programs/{}", self.draft.volume.path(), self.slug)
    }

    fn is_new(&self) -> bool {
        self.slug == NEW
    }

    fn title(&self) -> &str {
        let known = self.draft.programs.iter().find(|one| one.row.slug == self.slug);
        known.map_or("A new program", |one| one.row.title.as_str())
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft, or no such program in it.
pub async fn edit(_admin: Admin, place: Path<(CatalogId, String)>, frame: Frame, mut conn: Conn) -> Reply {
    let (id, slug) = place.into_inner();
    let draft = open(id, &mut conn).await?;
    let program = known(&draft, &slug)?;
    let form = ProgramForm::of(program, draft.volume.revision);
    ok(&Edit::of(draft, slug, form, None, "", frame, &mut conn).await?)
}

fn known<'a>(draft: &'a CatalogDraft, slug: &str) -> Result<Option<&'a DraftProgram>, Error> {
    let program = draft.programs.iter().find(|one| one.row.slug == slug);
    if program.is_none() && slug != NEW { Err(Error::NotFound) } else { Ok(program) }
}

/// Previews, saves or takes out a program. What was typed stays in the form whatever happens.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft, or no such program in it.
pub async fn update(
    admin: Admin,
    place: Path<(CatalogId, String)>,
    form: FormData<Fields>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let ((id, slug), FormData(fields)) = (place.into_inner(), form);
    let draft = open(id, &mut conn).await?;
    let form = ProgramForm::typed(&fields);
    let (wish, student) = (fields.get("do"), fields.get("student"));
    if known(&draft, &slug).is_err() {
        if fields.get("do") == "remove" && form.seen.parse() != Ok(draft.volume.revision) {
            return see_other(format!("{}?done=draft-saved", draft.volume.path()));
        }
        // Somebody took it out meanwhile: what was typed makes a new one.
        if form.seen.parse() == Ok(draft.volume.revision) || fields.get("title").trim().is_empty() {
            return Err(Error::NotFound);
        }
        return Edit::stale(draft, slug, form, student, frame, &mut conn).await;
    }
    let volume = draft.volume.clone();
    let mut errors = frame.errors();
    let outcome = if wish == "remove" && slug != NEW && errors.is_empty() {
        DraftProgram::remove(&slug, &form.mark, &volume, &admin, &mut conn).await?
    } else {
        let typed = form.read(&slug, &draft, today(&frame), &mut errors);
        let (Some(typed), true) = (typed, errors.is_empty()) else {
            let page = Edit::of(draft, slug, form, None, student, frame, &mut conn).await?;
            return html(StatusCode::UNPROCESSABLE_ENTITY, &Edit { errors, ..page });
        };
        if wish == "preview" {
            return ok(&Edit::of(draft, slug, form, Some(&typed), student, frame, &mut conn).await?);
        }
        typed.save(&form.mark, &volume, &admin, &mut conn).await?
    };
    match outcome {
        Outcome::Done | Outcome::Faulty => see_other(format!("{}?done=draft-saved", volume.path())),
        Outcome::Stale => {
            let draft = open(id, &mut conn).await?;
            Edit::stale(draft, slug, form, student, frame, &mut conn).await
        }
    }
}
