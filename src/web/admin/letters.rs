//! The words of one kind of letter: the editor with sample people beside it.

pub mod list;
pub mod samples;

use std::collections::BTreeMap;

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::{Path, Query},
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::line;
use crate::{
    language::Language,
    mail::{
        samples::{KINDS, Sample, of},
        wording::{self, Sentence},
    },
    model::{
        id::FormKey,
        letter_wording::{Edit, Outcome, OwnWords, Wording},
        person::Admin,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        headers,
        page::{Frame, Reply, see_other},
    },
};

/// The longest line about what changed.
const LONGEST_WHY: usize = 300;

#[derive(Template)]
#[template(path = "admin/letters/edit.html")]
struct Editor {
    frame: Frame,
    path: String,
    title: &'static str,
    language: Language,
    sentences: Vec<Sentence>,
    why: String,
    form_key: FormKey,
    /// The number of the revision that the form follows; 0 for the shipped words.
    seen: i32,
    errors: Errors,
    /// What somebody else saved meanwhile: sentence, theirs, typed.
    conflict: Vec<(String, String, String)>,
    revisions: Vec<Wording>,
    samples: Vec<Sample>,
    /// Which sample is shown, its subject and its text in the newest words.
    shown: usize,
    subject: String,
    text: String,
}

/// Which sample person.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    sample: String,
}

/// The sentences of one kind in one language.
///
/// # Errors
/// [`Error::NotFound`] when there is no such kind or language.
pub async fn edit(
    _admin: Admin,
    place: Path<(String, String)>,
    asked: Query<Asked>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let place = Place::of(&place)?;
    let sample = asked.sample.parse().unwrap_or(0);
    framing(StatusCode::OK, &Editor::around(place, None, sample, frame, &mut conn).await?)
}

/// Keeps what was typed as a draft, or has letters go out in it. It stays in the form whatever happens.
///
/// # Errors
/// [`Error::NotFound`] when there is no such kind or language.
pub async fn update(
    admin: Admin,
    place: Path<(String, String)>,
    form: FormData<Vec<(String, String)>>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let place = Place::of(&place)?;
    let typed: OwnWords = form.0.into_iter().collect();
    let field = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let known = wording::sentences(place.kind, place.language, &OwnWords::new());
    let own = wording::differing(&known, &typed);
    let mut errors = frame.errors();
    if !known.iter().any(|sentence| typed.contains_key(&sentence.id)) {
        errors.add("why", "letter-words-missing");
    }
    for (id, words) in wording::faults(place.kind, place.language, &own) {
        errors.add(&id, &words);
    }
    let why = errors.take("why", line(&field("why"), LONGEST_WHY));
    let sample = field("sample").parse().unwrap_or(0);
    let Some(why) = why.filter(|_| errors.is_empty()) else {
        let editor = Editor::around(place, Some(&typed), sample, frame, &mut conn).await?;
        return framing(StatusCode::UNPROCESSABLE_ENTITY, &Editor { errors, ..editor });
    };
    let edit = Edit {
        kind: place.kind.to_owned(),
        locale: place.language.code(),
        seen: field("seen").parse().unwrap_or(-1),
        words: own,
        why,
        form_key: field("form_key").parse().map_or_else(|_| FormKey::new(), FormKey),
    };
    let path = place.path();
    match edit.save(field("do") == "use", &admin, &mut conn).await? {
        Outcome::Saved(_) => see_other(format!("{path}?sample={sample}&done=wording-saved")),
        Outcome::InUse(_) => see_other(format!("{path}?sample={sample}&done=wording-in-use")),
        Outcome::Stale(theirs) => {
            let conflict = conflict(&known, &theirs.words(), &typed);
            let editor = Editor::around(place, Some(&typed), sample, frame, &mut conn).await?;
            framing(StatusCode::CONFLICT, &Editor { conflict, ..editor })
        }
    }
}

/// Which version to take again; 0 for the words that came with Signpost.
#[derive(Deserialize)]
pub struct Restoration {
    #[serde(default)]
    number: i32,
    #[serde(default)]
    form_key: FormKey,
}

/// Has letters go out in the words of an older version again, or in the shipped ones.
///
/// # Errors
/// [`Error::NotFound`] when there is no such version, [`Error::Conflict`] when somebody saved at the same moment or the words no
/// longer fit this letter.
pub async fn restore(
    admin: Admin,
    place: Path<(String, String)>,
    form: FormData<Restoration>,
    mut conn: Conn,
) -> Reply {
    let (place, FormData(form)) = (Place::of(&place)?, form);
    let locale = place.language.code();
    let (words, why) = match form.number {
        0 => (OwnWords::new(), "The shipped words again".to_owned()),
        number => {
            let old = Wording::one(place.kind, locale, number, &mut conn).await?;
            (old.words(), format!("Version {number} again"))
        }
    };
    if !wording::faults(place.kind, place.language, &words).is_empty() {
        return Err(Error::Conflict);
    }
    let newest = Wording::of(place.kind, locale, &mut conn).await?.into_iter().next();
    let seen = newest.map_or(0, |newest| newest.number);
    let edit = Edit { kind: place.kind.to_owned(), locale, seen, words, why, form_key: form.form_key };
    match edit.save(true, &admin, &mut conn).await? {
        Outcome::Stale(_) => Err(Error::Conflict),
        Outcome::Saved(_) | Outcome::InUse(_) => see_other(format!("{}?done=wording-in-use", place.path())),
    }
}

/// A kind of letter in a language.
#[derive(Clone, Copy)]
struct Place {
    kind: &'static str,
    title: &'static str,
    language: Language,
}

impl Place {
    fn of(place: &(String, String)) -> Result<Self, Error> {
        let (kind, locale) = place;
        let known = KINDS.iter().find(|(known, _)| known == kind);
        let (kind, title) = known.ok_or(Error::NotFound)?;
        Ok(Self { kind, title, language: Language::parse(locale).ok_or(Error::NotFound)? })
    }

    fn path(self) -> String {
        format!("/admin/letters/{}/{}", self.kind, self.language.code())
    }
}

/// A page that frames a letter.
fn framing(status: StatusCode, page: &Editor) -> Reply {
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, headers::framing()))
        .body(page.render()?))
}

/// Sentence by sentence, what somebody else saved and what was typed.
fn conflict(known: &[Sentence], theirs: &OwnWords, typed: &OwnWords) -> Vec<(String, String, String)> {
    let pair = |sentence: &Sentence| {
        let theirs = theirs.get(&sentence.id).unwrap_or(&sentence.shipped);
        let typed = typed.get(&sentence.id)?;
        (theirs.trim() != typed.trim()).then(|| (sentence.label.clone(), theirs.clone(), typed.clone()))
    };
    known.iter().filter_map(pair).collect()
}

impl Editor {
    async fn around(
        place: Place,
        typed: Option<&BTreeMap<String, String>>,
        sample: usize,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let revisions = Wording::of(place.kind, place.language.code(), conn).await?;
        let newest = revisions.first().map(Wording::words).unwrap_or_default();
        let mut sentences = wording::sentences(place.kind, place.language, &newest);
        for sentence in sentences.iter_mut().filter(|sentence| !sentence.is_fixed) {
            if let Some(words) = typed.and_then(|typed| typed.get(&sentence.id)) {
                sentence.text.clone_from(words);
            }
        }
        let samples = of(place.kind);
        let shown = sample.min(samples.len().saturating_sub(1));
        let sample = samples.get(shown).ok_or(Error::NotFound)?;
        let written = wording::preview(sample, place.language, &newest, &frame.school)?;
        Ok(Self {
            path: place.path(),
            title: place.title,
            language: place.language,
            sentences,
            why: typed.and_then(|typed| typed.get("why")).cloned().unwrap_or_default(),
            form_key: FormKey::new(),
            seen: revisions.first().map_or(0, |newest| newest.number),
            errors: frame.errors(),
            conflict: Vec::new(),
            revisions,
            shown,
            samples,
            subject: written.subject,
            text: written.text,
            frame,
        })
    }

    fn is_live(&self) -> bool {
        self.revisions.first().is_none_or(|newest| newest.status == "live")
    }

    fn is_shown(&self, place: &usize) -> bool {
        *place == self.shown
    }

    /// Which words go out now.
    fn in_use(&self) -> String {
        let live = self.revisions.iter().find(|one| one.status == "live");
        match live.map(|live| (live.number, live.words().is_empty())) {
            None | Some((_, true)) => "Letters go out in the shipped words.".to_owned(),
            Some((number, false)) => format!("Letters go out in your words, version {number}."),
        }
    }

    fn has_own(&self) -> bool {
        self.revisions.iter().any(|one| one.status == "live" && !one.words().is_empty())
    }

    /// The places of a sentence, each with what it stands for.
    fn places(&self, sentence: &Sentence) -> String {
        let said = sentence.places.iter().map(|(name, meaning)| format!("{{{name}}} {meaning}"));
        said.collect::<Vec<_>>().join(" · ")
    }
}
