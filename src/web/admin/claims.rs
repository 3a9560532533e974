//! The figures: which need a look, and correcting one.

pub mod corrections;
mod form;
pub mod oews;

use std::{cmp::Reverse, collections::HashSet};

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::civil::Date;
use serde::Deserialize;

use self::form::{ClaimForm, marks, statistics, units};
use super::{day_words, today};
use crate::{
    language::Language,
    model::{
        claim::{Checked, Claim, Source, State},
        claim_revision::{self, Correction, Outcome},
        claim_use::{Past, Uses, letters_counted},
        figure_correction::Tally,
        person::Admin,
        translation::writing,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/claims/index.html")]
struct Index {
    frame: Frame,
    tab: Tab,
    counts: [usize; 3],
    claims: Vec<Claim>,
    uses: Uses,
    /// The figures that readers of Spanish get in English.
    untold: HashSet<String>,
    today: Date,
}

#[derive(Template)]
#[template(path = "admin/claims/edit.html")]
struct Edit {
    frame: Frame,
    today: Date,
    /// The newest revision, which the form will follow.
    claim: Claim,
    form: ClaimForm,
    errors: Errors,
    /// For each field that would break a row of the comparison: field and row.
    rows: Vec<(&'static str, String)>,
    /// What differs between the form and what somebody else published meanwhile: field, theirs, typed.
    differences: Vec<(&'static str, String, String)>,
    history: Vec<Past>,
    /// Who was told another figure by letter.
    tally: Tally,
    /// Whether readers of Spanish get it in Spanish; nothing while nobody reads it.
    is_told: Option<bool>,
    uses: Uses,
    sources: Vec<(String, String)>,
    disclaimers: Vec<(String, String)>,
}

/// The lists of figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    NeedsALook,
    All,
    Historical,
}

/// Which list.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    tab: String,
}

/// The figures, the soonest check first.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, asked: Query<Asked>, frame: Frame, mut conn: Conn) -> Reply {
    let today = today(&frame);
    let tab = match asked.tab.as_str() {
        "all" => Tab::All,
        "historical" => Tab::Historical,
        _ => Tab::NeedsALook,
    };
    let mut claims = Claim::all_newest(&mut conn).await?;
    let counts = [Tab::NeedsALook, Tab::All, Tab::Historical]
        .map(|tab| claims.iter().filter(|one| tab.holds(one, today)).count());
    claims.retain(|claim| tab.holds(claim, today));
    // Without a day for the next check it comes last.
    claims.sort_by_key(|claim| (Reverse(claim.review_due.is_some()), claim.review_due, claim.key.clone()));
    let uses = Uses::load(&mut conn).await?;
    let untold = writing::untold_claims(Language::Spanish, &mut conn).await?;
    ok(&Index { frame, tab, counts, claims, uses, untold, today })
}

impl Tab {
    fn holds(self, claim: &Claim, today: Date) -> bool {
        match self {
            Self::All => true,
            Self::Historical => claim.historical,
            Self::NeedsALook => needs_a_look(claim, today),
        }
    }
}

/// Not published, to be checked, past its next check, or past its last day.
fn needs_a_look(claim: &Claim, today: Date) -> bool {
    !claim.is_live() || matches!(claim.state(today), State::ToCheck | State::ReviewDue | State::Expired)
}

/// One figure with its form, its history and where it is used.
///
/// # Errors
/// [`Error::NotFound`] when there is no such figure.
pub async fn edit(_admin: Admin, key: Path<String>, frame: Frame, mut conn: Conn) -> Reply {
    let claim = Claim::newest(&key, &mut conn).await?;
    let form = ClaimForm::of(&claim);
    ok(&Edit::around(claim, form, Errors::default(), frame, &mut conn).await?)
}

/// Publishes a correction. What was typed stays in the form whatever happens.
///
/// # Errors
/// [`Error::NotFound`] when there is no such figure.
pub async fn update(admin: Admin, key: Path<String>, form: FormData<ClaimForm>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(mut form) = form;
    let claim = Claim::newest(&key, &mut conn).await?;
    let mut errors = frame.errors();
    let read = form.read(claim.soc.clone(), today(&frame), &mut errors);
    let Some((statement, why)) = read.filter(|_| errors.is_empty()) else {
        let page = Edit::around(claim, form, errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let correction = Correction { key: claim.key.clone(), seen: form.seen, statement, why };
    match correction.publish(&admin, &mut conn).await? {
        Outcome::Published(_) => see_other(format!("/admin/claims/{}?done=claim-published", claim.key)),
        Outcome::Refused(refusals) => {
            let mut rows = Vec::new();
            for refusal in refusals {
                if errors.of(refusal.field).is_none() {
                    errors.add(refusal.field, refusal.key);
                }
                rows.extend(refusal.row.map(|row| (refusal.field, row)));
            }
            let mut page = Edit::around(claim, form, errors, frame, &mut conn).await?;
            page.rows = rows;
            html(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Outcome::Stale(newest) => {
            let differences = form.differences(&newest);
            form.seen = newest.number;
            let mut page = Edit::around(*newest, form, errors, frame, &mut conn).await?;
            page.differences = differences;
            html(StatusCode::CONFLICT, &page)
        }
    }
}

impl Edit {
    async fn around(
        claim: Claim,
        form: ClaimForm,
        errors: Errors,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let history = Past::of(&claim.key, conn).await?;
        let tally = Tally::of(&claim.key, conn).await?;
        let uses = Uses::load(conn).await?;
        let untold = writing::untold_claims(Language::Spanish, conn).await?;
        let is_told = history.iter().any(|past| past.claim.is_live()).then(|| !untold.contains(&claim.key));
        let sources = Source::all(conn).await?.into_iter().map(|source| {
            let words = format!("{}: {}", source.publisher, source.title);
            (source.key, words)
        });
        let mut small_print = vec![(String::new(), "No small print".to_owned())];
        small_print.extend(claim_revision::disclaimers(conn).await?.into_iter().map(|(key, text)| {
            let start: String = text.chars().take(90).collect();
            let words = format!("{key}: {start}…");
            (key, words)
        }));
        Ok(Self {
            today: today(&frame),
            frame,
            claim,
            form,
            errors,
            rows: Vec::new(),
            differences: Vec::new(),
            history,
            tally,
            is_told,
            uses,
            sources: sources.collect(),
            disclaimers: small_print,
        })
    }

    /// The rows that a field would break, in words; empty when it breaks none.
    fn row_words(&self, field: &str) -> String {
        let names: Vec<_> =
            self.rows.iter().filter(|(of, _)| *of == field).map(|(_, row)| format!("“{row}”")).collect();
        match names.len() {
            0 => String::new(),
            1 => format!("It stands in the row {} of the comparison.", names[0]),
            _ => format!("It stands in these rows of the comparison: {}.", names.join(", ")),
        }
    }

    /// All of those, for the list of errors.
    fn all_row_words(&self) -> String {
        self.rows.first().map(|(field, _)| self.row_words(field)).unwrap_or_default()
    }

    /// Letters that told a revision other than the live one.
    fn letters_of_the_past(&self) -> i64 {
        self.history.iter().filter(|past| !past.claim.is_live()).map(|past| past.letters).sum()
    }
}

impl Index {
    fn review_by(&self, claim: &Claim) -> String {
        claim.review_due.map_or_else(|| "–".to_owned(), day_words)
    }

    /// `2 pages, 41 letters`, or that nobody names it.
    fn used(&self, claim: &Claim) -> String {
        let (pages, letters) = (self.uses.pages(&claim.key).len(), self.uses.letters(&claim.key));
        let pages_words = (pages > 0).then(|| format!("{pages} {}", if pages == 1 { "page" } else { "pages" }));
        let letters_words = (letters > 0).then(|| letters_said(letters));
        let words = [pages_words, letters_words].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if words.is_empty() { "Sources only".to_owned() } else { words }
    }
}

impl Edit {
    fn is_read(&self) -> bool {
        self.is_told.is_some()
    }

    fn is_told(&self) -> bool {
        self.is_told == Some(true)
    }

    fn period_hint(&self, field: &str) -> String {
        let rows = self.row_words(field);
        if rows.is_empty() { "Year or month: 2025 or 2025-05".to_owned() } else { rows }
    }

    fn button(&self) -> String {
        format!("Publish version {}", self.claim.number + 1)
    }

    /// `3 people were told another figure.`
    fn told_words(&self) -> String {
        match self.tally.told {
            1 => "1 person was told another figure.".to_owned(),
            many => format!("{} people were told another figure.", letters_counted(many)),
        }
    }

    fn letters_said(&self, letters: &i64) -> String {
        letters_said(*letters)
    }

    /// How many letters told it, and how many of them an older revision.
    fn letters_words(&self) -> String {
        let (all, past) = (self.uses.letters(&self.claim.key), self.letters_of_the_past());
        match (all, past) {
            (0, _) => "No letter told it yet.".to_owned(),
            (all, 0) => format!("{} told it as it is now.", letters_said(all)),
            (all, past) => {
                format!("{} told it, {} of them an older version.", letters_said(all), letters_counted(past))
            }
        }
    }
}

/// `1 letter`, `41 letters`.
fn letters_said(letters: i64) -> String {
    format!("{} {}", letters_counted(letters), if letters == 1 { "letter" } else { "letters" })
}
