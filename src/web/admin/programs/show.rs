//! One version of the catalog: its programs and ladders, what is wrong with it, a sample student's path, and publishing it.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{address, open, sample::Sample};
use crate::{
    model::{
        id::{CatalogId, FormKey},
        offer::Offer,
        person::Admin,
        program::draft::{CatalogDraft, Outcome, ladder::DraftLadder, program::DraftProgram},
    },
    web::{
        admin::{day, day_words, today},
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/programs/show.html")]
struct Show {
    frame: Frame,
    draft: CatalogDraft,
    /// What is wrong with it, and where that is put right.
    faults: Vec<(String, String)>,
    /// What should be read again in Spanish, and where.
    unread: Vec<(String, String)>,
    sample: Sample,
    terms: Terms,
    errors: Errors,
    /// Why it was not published or saved.
    refusal: Option<&'static str>,
    form_key: FormKey,
}

/// Whose path is shown.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    student: String,
}

/// The day and the cap as they are typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Terms {
    seen: String,
    effective: String,
    cap: String,
}

impl Show {
    async fn of(id: CatalogId, student: &str, frame: Frame, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        let draft = CatalogDraft::any(id, conn).await?;
        let offer = Offer::of_catalog(id, conn).await?;
        let faults = if draft.volume.is_draft() { draft.faults(today(&frame)) } else { Vec::new() };
        let volume = &draft.volume;
        let unread = match volume.based_on.filter(|_| volume.is_draft()) {
            Some(base) => draft.unread(&CatalogDraft::any(base, conn).await?),
            None => Vec::new(),
        };
        Ok(Self {
            unread: unread.iter().map(|one| (one.words.clone(), address(volume, one))).collect(),
            faults: faults.iter().map(|one| (one.words.clone(), address(volume, one))).collect(),
            sample: Sample::of(student, offer.as_ref(), &frame),
            terms: Terms {
                seen: volume.revision.to_string(),
                effective: volume.effective.to_string(),
                cap: volume.transfer_cap_percent.to_string(),
            },
            errors: Errors::default(),
            refusal: None,
            form_key: FormKey::new(),
            draft,
            frame,
        })
    }

    fn path(&self) -> String {
        self.draft.volume.path()
    }

    fn effective(&self) -> String {
        day_words(self.draft.volume.effective)
    }

    fn publish_words(&self) -> String {
        format!("Publish version {}", self.draft.volume.number)
    }

    fn award(one: &DraftProgram) -> &'static str {
        match one.row.award.as_str() {
            "associate" => "Associate’s",
            "bachelor" => "Bachelor’s",
            "certificate" => "Certificate",
            _ => "Master’s",
        }
    }

    fn disclosure(one: &DraftProgram) -> &'static str {
        match one.row.disclosure_status.as_str() {
            "fail" => "fails",
            "pass" => "passes",
            _ => "not measured",
        }
    }

    fn is_told(one: &DraftProgram) -> bool {
        one.spanish.is_some()
    }

    fn steps(one: &DraftLadder) -> String {
        match one.rungs.len() {
            1 => "1 step".to_owned(),
            many => format!("{many} steps"),
        }
    }
}

/// One version.
///
/// # Errors
/// [`Error::NotFound`] when there is none of that id.
pub async fn show(_admin: Admin, id: Path<CatalogId>, asked: Query<Asked>, frame: Frame, mut conn: Conn) -> Reply {
    ok(&Show::of(*id, &asked.student, frame, &mut conn).await?)
}

/// Keeps the day from which a draft holds, and the cap on credits brought along.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft.
pub async fn keep_terms(
    admin: Admin,
    id: Path<CatalogId>,
    form: FormData<Terms>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(terms) = form;
    let volume = open(*id, &mut conn).await?.volume;
    let mut errors = frame.errors();
    let effective = errors.take("effective", day(&terms.effective).and_then(|day| day.ok_or("day-malformed")));
    let cap = terms.cap.trim().parse().ok().filter(|cap| (0..=100).contains(cap)).ok_or("percent-malformed");
    let cap = errors.take("cap", cap);
    let (Some(effective), Some(cap), true) = (effective, cap, errors.is_empty()) else {
        let page = Show::of(*id, "", frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Show { errors, terms, ..page });
    };
    let seen = crate::model::program::draft::Volume { revision: terms.seen.parse().unwrap_or_default(), ..volume };
    match seen.keep_terms(effective, cap, &admin, &mut conn).await? {
        Outcome::Done | Outcome::Faulty => see_other(format!("{}?done=draft-saved", seen.path())),
        Outcome::Stale => {
            let page = Show::of(*id, "", frame, &mut conn).await?;
            let terms = Terms { seen: page.draft.volume.revision.to_string(), ..terms };
            let refusal = Some("Somebody saved this draft while you wrote. Look at it once more, then save again.");
            html(StatusCode::CONFLICT, &Show { terms, refusal, ..page })
        }
    }
}

/// Which save of the draft was looked at.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Seen {
    seen: i32,
}

/// Gives a draft to readers.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft.
pub async fn publish(admin: Admin, id: Path<CatalogId>, form: FormData<Seen>, frame: Frame, mut conn: Conn) -> Reply {
    let today = today(&frame);
    let refusal = match CatalogDraft::publish(*id, form.0.seen, today, &admin, &mut conn).await? {
        Outcome::Done => return see_other(format!("/admin/programs/{id}?done=programs-published")),
        Outcome::Stale => "Somebody saved this draft after you opened it. Look at it once more before you publish it.",
        Outcome::Faulty => "It was not published: what is listed below must be put right first.",
    };
    let page = Show::of(*id, "", frame, &mut conn).await?;
    html(StatusCode::CONFLICT, &Show { refusal: Some(refusal), ..page })
}
