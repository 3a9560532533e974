//! Where a respondent stands, and the page of one part as it follows from that.

use std::{collections::BTreeSet, sync::Arc};

use askama::Template;
use diesel_async::AsyncPgConnection;

use super::{Error, Errors, Frame, Respondent, posted::Named};
use crate::language::Language;
use crate::model::{
    attempt::Attempt,
    id::AttemptId,
    questionnaire::{
        Version,
        item::{Choice, Item},
        journey::{Answers, Journey},
    },
};

/// One question on the page.
struct Question {
    name: String,
    number: i16,
    text: String,
    chosen: &'static str,
}

/// Names the attempt a form belongs to; before the first save, the version it will be made on.
struct Subject {
    name: &'static str,
    id: String,
}

/// Under which names the script keeps taps that it could not send: the attempt's, and before there is one this person's.
pub(super) struct Taps {
    pub attempt: String,
    pub fresh: String,
}

impl Taps {
    pub fn of(respondent: &Respondent, version: &Version, attempt: Option<AttemptId>) -> Self {
        let who = respondent.student().map_or("visitor".to_owned(), |student| student.student_id().to_string());
        Self { attempt: attempt.map(|id| id.to_string()).unwrap_or_default(), fresh: format!("{} {who}", version.id) }
    }
}

#[derive(Template)]
#[template(path = "questions/part.html")]
pub(super) struct Part {
    frame: Frame,
    subject: Subject,
    taps: Taps,
    /// The tag of the language that the questions are in.
    lang: &'static str,
    stem: String,
    part: i16,
    parts: i16,
    steps: Vec<(i16, &'static str)>,
    questions: Vec<Question>,
    answered: i16,
    items: i16,
    saved_at: Option<String>,
    back: String,
    to_check: bool,
    errors: Errors,
}

impl Part {
    /// Whether the questions are in another language than the page.
    fn is_foreign(&self) -> bool {
        self.lang != self.frame.lang
    }

    fn first(&self) -> i16 {
        self.questions.first().map_or(0, |question| question.number)
    }

    fn last(&self) -> i16 {
        self.questions.last().map_or(0, |question| question.number)
    }
}

/// Whether there is an attempt yet, or only a version to make one on.
pub(super) enum Standing {
    Begun(Attempt),
    Fresh(Arc<Version>),
}

impl Standing {
    /// The version it is about.
    pub fn version(&self) -> &Version {
        match self {
            Self::Begun(attempt) => &attempt.version,
            Self::Fresh(version) => version,
        }
    }

    /// The attempt that is open, or the version a first save would begin one on; or the result of whoever has handed in and
    /// not begun again: that is an act of its own.
    pub async fn of(respondent: &Respondent, conn: &mut AsyncPgConnection) -> Result<Named, Error> {
        if let Some(attempt) = respondent.open_attempt(conn).await? {
            return Ok(Named::Open(Self::Begun(attempt)));
        }
        if let Some(result) = respondent.handed_in(conn).await? {
            return Ok(Named::Submitted(result));
        }
        let version = Version::published(conn).await?.ok_or(Error::NotFound)?;
        Ok(Named::Open(Self::Fresh(version)))
    }

    /// The same with its questions in the reader's language.
    pub async fn told(self, language: Language, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        Ok(match self {
            Self::Begun(attempt) => Self::Begun(attempt.told(language, conn).await?),
            Self::Fresh(version) => Self::Fresh(version.told(language, conn).await?),
        })
    }

    /// The page of a part. After an error it shows what was `posted`, also where that differs from what is saved.
    pub fn page(
        &self,
        part: i16,
        to_check: bool,
        errors: Errors,
        posted: Option<&[(String, String)]>,
        (respondent, frame): (&Respondent, Frame),
    ) -> Result<Part, Error> {
        let nothing = (Answers::default(), BTreeSet::new());
        let (version, answers, saved) = match self {
            Self::Begun(attempt) => (&attempt.version, &attempt.answers, &attempt.saved_parts),
            Self::Fresh(version) => (version, &nothing.0, &nothing.1),
        };
        let sheet = &version.sheet;
        let items = sheet.items_of(part);
        if items.is_empty() {
            return Err(Error::NotFound);
        }
        let journey = Journey::new(sheet, answers, saved);
        let progress = journey.progress();
        let parts = sheet.parts();
        let previous = parts.iter().rev().find(|one| **one < part);
        let steps = parts.iter().map(|one| {
            let is_begun = sheet.items_of(*one).iter().any(|item| answers.choice(&item.name).is_some());
            let state = match (*one == part, journey.has_saved(*one), is_begun) {
                (true, ..) => "now",
                (_, true, _) => "done",
                (_, _, true) => "begun",
                _ => "open",
            };
            (*one, state)
        });
        let chosen = |item: &Item| {
            let posted = posted.and_then(|fields| fields.iter().rev().find(|(name, _)| *name == item.name));
            match posted {
                Some((_, raw)) => Choice::parse(raw).ok(),
                None => answers.choice(&item.name),
            }
            .map_or("", Choice::code)
        };
        let question = |item: &&Item| Question {
            name: item.name.clone(),
            number: item.position,
            text: item.text.clone(),
            chosen: chosen(item),
        };
        let begun = match self {
            Self::Begun(attempt) => Some(attempt.id),
            Self::Fresh(_) => None,
        };
        Ok(Part {
            taps: Taps::of(respondent, version, begun),
            subject: match self {
                Self::Begun(attempt) => Subject { name: "attempt", id: attempt.id.to_string() },
                Self::Fresh(version) => Subject { name: "questionnaire", id: version.id.to_string() },
            },
            lang: version.language.code(),
            stem: sheet.stem.clone(),
            part,
            parts: i16::try_from(parts.len()).unwrap_or(i16::MAX),
            steps: steps.collect(),
            questions: items.iter().map(question).collect(),
            answered: progress.answered,
            items: progress.items,
            saved_at: match self {
                Self::Begun(attempt) => Some(frame.time(&attempt.saved_at)),
                Self::Fresh(_) => None,
            },
            back: match (to_check, previous) {
                (true, _) => "/questions/check".to_owned(),
                (_, Some(previous)) => format!("/questions/{previous}"),
                _ if frame.person.is_some() => "/home".to_owned(),
                _ => "/".to_owned(),
            },
            to_check,
            errors,
            frame,
        })
    }
}
