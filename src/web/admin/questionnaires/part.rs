//! One part of a draft: its questions in both languages, what each counts for and where it is asked.
//!
//! `row` a question as it is typed

mod row;

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use self::row::{NEW, Row};
use crate::{
    model::{
        id::QuestionnaireId,
        person::Admin,
        questionnaire::{Draft, draft::Outcome, fault::Place, item::Item},
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

/// More questions than this in all, and nobody would finish.
const MOST: usize = 40;
/// Saves of other parts that may come between the look at a draft and its save.
pub(super) const TRIES: usize = 5;

#[derive(Template)]
#[template(path = "admin/questionnaires/part.html")]
struct Edit {
    frame: Frame,
    draft: Draft,
    part: i16,
    rows: Vec<Row>,
    errors: Errors,
    /// The mark of the part as it is shown.
    mark: String,
    /// Whether somebody saved the part while this was typed.
    is_stale: bool,
    /// What they saved in each field that is typed otherwise.
    theirs: Vec<Line>,
    /// What was typed for questions that they took out.
    gone: Vec<String>,
}

impl Edit {
    fn of(draft: Draft, part: i16, frame: Frame) -> Self {
        let items = draft.sheet.items_of(part);
        let mut rows: Vec<_> = (1..).zip(&items).map(|(place, item)| Row::of(item, place, &draft)).collect();
        let faults = draft.sheet.faults();
        for row in &mut rows {
            let here = faults
                .iter()
                .filter(|one| matches!(one.place(&draft.sheet), Place::Item { name, .. } if name == row.name));
            row.faults = here.map(ToString::to_string).collect();
        }
        if draft.sheet.items.len() < MOST {
            rows.push(Row::new(part, items.len() + 1, &draft));
        }
        let (mark, errors) = (draft.mark_of_part(part), Errors::default());
        Self { frame, part, rows, errors, mark, is_stale: false, theirs: Vec::new(), gone: Vec::new(), draft }
    }

    /// What was typed, on the draft as somebody else saved it meanwhile: nothing of either is lost, and what nobody moved here
    /// stays where they put it.
    fn stale(draft: Draft, part: i16, fields: &Fields, frame: Frame) -> Self {
        let typed = fields.rows("text-").into_iter().map(|name| Row::typed(&name, fields));
        let is_known = |row: &Row| row.is_new() || draft.sheet.item(&row.name).is_some();
        let (mut rows, gone): (Vec<_>, Vec<_>) = typed.partition(is_known);
        let last = draft.sheet.parts().last().copied().unwrap_or(0) + 1;
        // Where the questions of this form are now; the part may be gone with its last one.
        let now = rows.iter().find_map(|row| draft.sheet.item(&row.name)).map_or(part.clamp(1, last), |item| item.part);
        for row in &mut rows {
            let is_moved = row.part != part.to_string() && row.part.parse().is_ok_and(|to| (1..=last).contains(&to));
            if !is_moved {
                row.part = draft.sheet.item(&row.name).map_or(now, |item| item.part).to_string();
            }
            if draft.sheet.dimension(&row.dimension).is_none() {
                row.dimension.clear();
            }
        }
        let theirs = Self::theirs(&rows, &draft);
        let page = Self::of(draft, now, frame);
        let is_added = |row: &Row| rows.iter().all(|other| other.name != row.name);
        let added: Vec<_> = page.rows.into_iter().filter(is_added).collect();
        let rows = added.into_iter().chain(rows).collect();
        let gone = gone.into_iter().map(|row| [row.text, row.spanish].join(" ").trim().to_owned()).collect();
        Self { rows, gone, theirs, is_stale: true, ..page }
    }

    /// What somebody else saved of the questions that are typed. Places count only where the order is another one: a question
    /// more or less moves the rest.
    fn theirs(rows: &[Row], draft: &Draft) -> Vec<Line> {
        let mut typed: Vec<&Row> = rows.iter().filter(|row| !row.is_new()).collect();
        typed.sort_by_key(|row| row.place.trim().parse::<i16>().unwrap_or(i16::MAX));
        let is_moved = !typed.is_sorted_by_key(|row| draft.sheet.item(&row.name).map(|item| item.position));
        let there = typed.iter().filter_map(|row| Row::there(&row.name, draft));
        let there: Vec<Line> = there.flat_map(|row| row.lines(is_moved)).collect();
        let typed: Vec<Line> = typed.iter().flat_map(|row| row.lines(is_moved)).collect();
        differences(&there, &typed)
    }

    /// Whether nothing that is typed differs from what is there: the same form twice is no quarrel.
    fn is_nothing_new(&self) -> bool {
        let is_there = |row: &Row| !row.is_removed && (!row.is_new() || row.text.trim().is_empty());
        self.theirs.is_empty() && self.gone.is_empty() && self.rows.iter().all(is_there)
    }

    fn path(&self) -> String {
        format!("{}/parts/{}", self.draft.edition.path(), self.part)
    }

    fn version(&self) -> String {
        format!("Version {}", self.draft.edition.number)
    }

    fn title(&self) -> String {
        format!("Part {}", self.part)
    }

    fn dimensions(&self) -> Vec<(String, String)> {
        let option = |one: &crate::model::questionnaire::dimension::Dimension| {
            (one.code.clone(), format!("{}: {} or {}", one.code, one.hi_pole, one.him_pole))
        };
        let lacks_one = self.rows.iter().any(|row| row.dimension.is_empty());
        let choose = lacks_one.then(|| (String::new(), "Choose".to_owned()));
        choose.into_iter().chain(self.draft.sheet.dimensions.iter().map(option)).collect()
    }

    fn parts(&self) -> Vec<(String, String)> {
        let parts = self.draft.sheet.parts();
        let next = parts.last().copied().unwrap_or(0) + 1;
        let known = parts.into_iter().map(|part| (part.to_string(), format!("Part {part}")));
        known.chain([(next.to_string(), format!("A new part {next}"))]).collect()
    }

    /// What is wrong with a part of the whole that no single question answers for.
    fn faults(&self) -> Vec<String> {
        let faults = self.draft.sheet.faults();
        let here =
            faults.iter().filter(|one| matches!(one.place(&self.draft.sheet), Place::Dimension(_) | Place::Whole));
        here.map(ToString::to_string).collect()
    }
}

/// The questions of a part.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft, or no such part of it.
pub async fn edit(_admin: Admin, place: Path<(QuestionnaireId, i16)>, frame: Frame, mut conn: Conn) -> Reply {
    let (id, part) = place.into_inner();
    let draft = open(id, part, &mut conn).await?;
    ok(&Edit::of(draft, part, frame))
}

async fn open(id: QuestionnaireId, part: i16, conn: &mut Conn) -> Result<Draft, Error> {
    let draft = Draft::of(id, conn).await?;
    let last = draft.sheet.parts().last().copied().unwrap_or(0);
    if part == 1 || (1..=last).contains(&part) { Ok(draft) } else { Err(Error::NotFound) }
}

/// Saves the questions of a part, unless somebody saved that part since it was shown. What was typed stays in the form
/// whatever happens.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft, or no such part of it.
pub async fn update(
    admin: Admin,
    place: Path<(QuestionnaireId, i16)>,
    form: FormData<Fields>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (id, part) = place.into_inner();
    let FormData(fields) = form;
    for _ in 0..TRIES {
        let draft = Draft::of(id, &mut conn).await?;
        let written = match write(draft, part, &fields, &frame, &mut conn).await? {
            Written::Draft(written) => *written,
            Written::Stale(draft) => {
                let page = Edit::stale(*draft, part, &fields, frame);
                if page.is_nothing_new() {
                    return see_other(format!("{}?done=draft-saved", page.path()));
                }
                return html(StatusCode::CONFLICT, &page);
            }
            Written::Faulty(draft, rows, errors) => {
                let page = Edit { rows, errors, ..Edit::of(*draft, part, frame) };
                return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
            }
        };
        // It saves over the very revision that was compared. Somebody who saved meanwhile may have saved another part: look
        // again.
        if written.save(&admin, &mut conn).await? != Outcome::Stale {
            let edition = written.edition.path();
            let still = written.sheet.parts().contains(&part);
            let next = if still { format!("{edition}/parts/{part}") } else { edition };
            return see_other(format!("{next}?done=draft-saved"));
        }
    }
    let draft = Draft::of(id, &mut conn).await?;
    html(StatusCode::CONFLICT, &Edit::stale(draft, part, &fields, frame))
}

/// What came of putting what was typed into a draft.
enum Written {
    /// It is in it, and not saved yet.
    Draft(Box<Draft>),
    /// Somebody saved the part since it was shown.
    Stale(Box<Draft>),
    /// Something is wrong with what was typed.
    Faulty(Box<Draft>, Vec<Row>, Errors),
}

async fn write(mut draft: Draft, part: i16, fields: &Fields, frame: &Frame, conn: &mut Conn) -> Result<Written, Error> {
    // One more than there are: a part may go while somebody writes in it, and what was typed comes last then.
    let last = draft.sheet.parts().last().copied().unwrap_or(0) + 1;
    let seen = fields.get("seen").parse::<i32>();
    let is_saved_since = seen.as_ref().is_ok_and(|seen| *seen != draft.edition.revision);
    if is_saved_since && fields.get("mark") != draft.mark_of_part(part) {
        return Ok(Written::Stale(Box::new(draft)));
    }
    if !(1..=last).contains(&part) {
        return Err(Error::NotFound);
    }
    let names = fields.rows("text-");
    let names = names.iter().filter(|name| *name == NEW || draft.sheet.item(name).is_some());
    let rows: Vec<_> = names.map(|name| Row::typed(name, fields)).collect();
    let mut errors = frame.errors();
    if rows.is_empty() || seen.is_err() {
        errors.add("seen", "form-incomplete");
    }
    let is_kept = |row: &&Row| !(row.is_removed || row.is_new() && row.text.trim().is_empty());
    let read: Vec<_> = rows.iter().filter(is_kept).map(|row| row.read(&draft, &mut errors)).collect();
    let read: Option<Vec<_>> = read.into_iter().collect();
    let (Some(read), true) = (read, errors.is_empty()) else {
        return Ok(Written::Faulty(Box::new(draft), rows, errors));
    };
    let free = Draft::free_name(conn).await?;
    put_into(&mut draft, &rows, read, part, &free);
    Ok(Written::Draft(Box::new(draft)))
}

/// Puts the questions of a part in their place: in the order that was typed, and those that moved at the end of where they
/// went. Then all are numbered anew.
fn put_into(draft: &mut Draft, rows: &[Row], read: Vec<(Item, i16, String)>, part: i16, free: &str) {
    let sheet = &mut draft.sheet;
    let is_here = |name: &str| rows.iter().any(|row| row.name == name);
    let mut placed: Vec<((i16, i16, i16), Item)> = Vec::new();
    for item in sheet.in_order() {
        if is_here(&item.name) {
            draft.spanish.texts.remove(&item.name);
        } else {
            placed.push(((item.part, item.position, 0), item.clone()));
        }
    }
    for (at, (mut item, place, spanish)) in (0..).zip(read) {
        if item.name == NEW {
            free.clone_into(&mut item.name);
        }
        if !spanish.is_empty() {
            draft.spanish.texts.insert(item.name.clone(), spanish);
        }
        let place = if item.part == part { place } else { i16::MAX };
        placed.push(((item.part, place, at), item));
    }
    placed.sort_by_key(|(key, _)| *key);
    let (mut part, mut before) = (0, None);
    let numbered = (1..).zip(placed).map(|(position, (_, item))| {
        if before != Some(item.part) {
            before = Some(item.part);
            part += 1;
        }
        Item { position, part, ..item }
    });
    sheet.items = numbered.collect();
}
