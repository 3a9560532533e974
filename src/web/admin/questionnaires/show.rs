//! One version: what is wrong with it, what it would change, and publishing it.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::Path,
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{address, outcome_words};
use crate::{
    language::Language,
    model::{
        fit::{example::Example, outcome::Outcome as Fitting},
        id::{FormKey, QuestionnaireId},
        person::Admin,
        questionnaire::{
            Draft, Version,
            change::changes,
            draft::Outcome,
            impact::Impact,
            item::{Item, Key},
            sheet::Sheet,
        },
        translation::SheetWords,
    },
    web::{
        error::Error,
        form::FormData,
        guard::Conn,
        page::{Frame, Reply, see_other},
    },
};

/// Seconds after which the page of a trial that runs is loaded again.
const AGAIN: &str = "2";

#[derive(Template)]
#[template(path = "admin/questionnaires/show.html")]
struct Show {
    frame: Frame,
    draft: Draft,
    /// The version it was made from.
    base: Option<std::sync::Arc<Version>>,
    /// What is wrong with it, and where that is put right.
    faults: Vec<(String, String)>,
    /// How many of its words are not in Spanish.
    untold: usize,
    /// Spanish that the English left behind, and where.
    unread: Vec<(String, String)>,
    changes: Vec<String>,
    impact: Option<Impact>,
    examples: Vec<Row>,
    /// Why it was not published.
    refusal: Option<&'static str>,
    form_key: FormKey,
}

/// A worked example, scored with the version before and with this one.
struct Row {
    name: String,
    before: Option<(Fitting, i16)>,
    after: (Fitting, i16),
}

impl Row {
    fn of(example: &Example, base: Option<&Sheet>, sheet: &Sheet) -> Self {
        let by = |sheet: &Sheet| {
            let fit = example.by(sheet);
            (fit.outcome, fit.points)
        };
        Self { name: format!("{}, {}", example.id, example.name), before: base.map(by), after: by(sheet) }
    }

    fn is_moved(&self) -> bool {
        self.before.is_some_and(|(outcome, _)| outcome != self.after.0)
    }
}

/// The outcome and the points behind it, as staff read them.
fn said((outcome, points): &(Fitting, i16)) -> String {
    let words = outcome_words(*outcome);
    match points {
        0 => format!("{words} (even)"),
        points if *points > 0 => format!("{words} ({points} toward HI)"),
        points => format!("{words} ({} toward HIM)", -points),
    }
}

impl Show {
    async fn of(id: QuestionnaireId, frame: Frame, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        let draft = Draft::any(id, conn).await?;
        let base = match draft.edition.based_on {
            Some(base) => Some(Version::with_id(base, conn).await?),
            None => None,
        };
        let before = base.as_ref().map(|base| &base.sheet);
        let unread = match base.as_ref().filter(|_| draft.edition.is_draft()) {
            Some(base) => {
                let words = SheetWords::of(base.id, Language::Spanish, conn).await?;
                draft.spanish.unread(&draft.sheet, &words, &base.sheet)
            }
            None => Vec::new(),
        };
        let place = |part: Option<i16>| match part {
            Some(part) => format!("{}/parts/{part}", draft.edition.path()),
            None => format!("{}/scoring", draft.edition.path()),
        };
        let faults = if draft.edition.is_draft() { draft.sheet.faults() } else { Vec::new() };
        let faults = faults.iter().map(|one| (one.to_string(), address(&draft.edition, &one.place(&draft.sheet))));
        Ok(Self {
            faults: faults.collect(),
            unread: unread.into_iter().map(|(name, part)| (name, place(part))).collect(),
            untold: draft.spanish.missing(&draft.sheet),
            changes: before.map(|before| changes(before, &draft.sheet)).unwrap_or_default(),
            impact: Impact::newest(id, conn).await?,
            examples: Example::all().iter().map(|one| Row::of(one, before, &draft.sheet)).collect(),
            base,
            draft,
            frame,
            refusal: None,
            form_key: FormKey::new(),
        })
    }

    fn answer(&self, status: StatusCode) -> Reply {
        let mut answer = HttpResponse::build(status);
        if self.trial().is_some_and(|impact| impact.done_at.is_none()) {
            answer.insert_header((header::REFRESH, AGAIN));
        }
        Ok(answer.content_type("text/html; charset=utf-8").body(self.render()?))
    }

    /// What is known of the draft as it is now.
    fn trial(&self) -> Option<&Impact> {
        self.impact.as_ref().filter(|impact| impact.revision == self.draft.edition.revision)
    }

    fn path(&self) -> String {
        self.draft.edition.path()
    }

    fn title(&self) -> String {
        format!("Questions version {}", self.draft.edition.number)
    }

    fn part_title(part: i16) -> String {
        format!("Part {part}")
    }

    fn field(item: &Item) -> &'static str {
        if item.key == Key::Hi { "hi" } else { "him" }
    }

    fn spanish(&self, item: &Item) -> &str {
        self.draft.spanish.texts.get(&item.name).map_or("", |text| text)
    }

    fn moved(&self) -> usize {
        self.examples.iter().filter(|row| row.is_moved()).count()
    }

    fn publish_words(&self) -> String {
        format!("Publish version {}", self.draft.edition.number)
    }

    /// "this edit would flip 14 of 212 results".
    fn verdict(impact: &Impact) -> String {
        let all = impact.compared();
        let noun = if all == 1 { "result" } else { "results" };
        format!("It would flip {} of {all} {noun}.", impact.flipped())
    }
}

/// One version.
///
/// # Errors
/// [`Error::NotFound`] when there is none of that id.
pub async fn show(_admin: Admin, id: Path<QuestionnaireId>, frame: Frame, mut conn: Conn) -> Reply {
    Show::of(*id, frame, &mut conn).await?.answer(StatusCode::OK)
}

/// Tries a draft on the results there are. The first of them are scored at once, the others go on by themselves.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft.
pub async fn try_it(admin: Admin, id: Path<QuestionnaireId>, mut conn: Conn) -> Reply {
    let draft = Draft::of(*id, &mut conn).await?;
    Impact::begin(&draft, &admin, &mut conn).await?;
    Impact::go_on(&mut conn).await?;
    see_other(draft.edition.path())
}

/// Which save of the draft was looked at.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Seen {
    seen: i32,
}

/// Gives a draft to students.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft.
pub async fn publish(
    admin: Admin,
    id: Path<QuestionnaireId>,
    form: FormData<Seen>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let refusal = match Draft::publish(*id, form.0.seen, &admin, &mut conn).await? {
        Outcome::Done => return see_other(format!("/admin/questionnaires/{id}?done=questions-published")),
        Outcome::Stale => "Somebody saved this draft after you opened it. Look at it once more before you publish it.",
        Outcome::Faulty => "It was not published: what is listed below must be put right first.",
    };
    let page = Show::of(*id, frame, &mut conn).await?;
    Show { refusal: Some(refusal), ..page }.answer(StatusCode::CONFLICT)
}
