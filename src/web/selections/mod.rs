//! Chosen students: who they are, and what can be done to all of them at once.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::Timestamp;
use serde::Deserialize;

use super::{
    error::Error,
    form::{Errors, FormData},
    glance,
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
    state,
};
use crate::model::{
    caseload::Wanted,
    handover,
    id::{FormKey, SelectionId, StudentId},
    person::Advisor,
    selection::{self, Choice, Chosen, Difference, MOST_CHOSEN, Refusal, Selection, Target},
};

/// What the caseload's form says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ChoiceForm {
    student: Vec<String>,
    /// Filled: everybody whom the view shows.
    all: String,
    /// The view, as its address has it.
    view: String,
    /// An earlier selection whose students are meant.
    again: String,
    form_key: FormKey,
}

/// Where the chosen students go.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MoveForm {
    to: String,
}

#[derive(Template)]
#[template(path = "selections/show.html")]
struct Show {
    frame: Frame,
    is_lead: bool,
    selection: Selection,
    names: Vec<Chosen>,
    reached: i64,
    /// Advisors who may get them, id and words each.
    targets: Vec<(String, String)>,
    to: String,
    /// What is otherwise than when they were chosen.
    changed: Option<Vec<String>>,
    form_key: FormKey,
    errors: Errors,
}

impl Show {
    async fn of(
        advisor: &Advisor,
        selection: Selection,
        to: String,
        errors: Errors,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let (names, reached) = selection.names(advisor, conn).await?;
        let targets = targets(advisor, conn).await?;
        let (is_lead, form_key) = (advisor.is_lead(), FormKey::new());
        Ok(Self { frame, is_lead, selection, names, reached, targets, to, changed: None, form_key, errors })
    }

    /// How many there are, in words.
    fn students(&self) -> String {
        counted(self.reached)
    }

    /// The only one an advisor moves students to.
    fn oneself(&self) -> &str {
        self.targets.first().map_or("", |(id, _)| id)
    }

    /// What the button says.
    fn act(&self) -> String {
        format!("{} {}", if self.is_lead { "Move" } else { "Take" }, self.students())
    }

    /// Those who are not named.
    fn unnamed(&self) -> i64 {
        self.reached - i64::try_from(self.names.len()).unwrap_or(0)
    }

    /// Whether a view may have had more students than can be chosen at once.
    fn is_full(&self) -> bool {
        i64::from(self.selection.students) >= MOST_CHOSEN
    }

    /// Whether an advisor may take all of them.
    fn may_be_moved(&self) -> bool {
        self.is_lead || self.names.iter().all(|one| one.advisor.is_none())
    }
}

fn differences(changed: &[Difference], gone: i64) -> Vec<String> {
    let name = |advisor: &Option<String>| advisor.clone().unwrap_or_else(|| "nobody".to_owned());
    let line =
        |one: &Difference| format!("{}: was with {}, is with {} now", one.full_name, name(&one.was), name(&one.is));
    let left = (gone > 0).then(|| format!("{} no longer here", counted(gone)));
    changed.iter().map(line).chain(left).collect()
}

fn counted(many: i64) -> String {
    if many == 1 { "1 student".to_owned() } else { format!("{many} students") }
}

/// A lead moves students to any advisor or to the queue; an advisor takes them.
async fn targets(advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<(String, String)>, Error> {
    if !advisor.is_lead() {
        return Ok(vec![(advisor.id().to_string(), "You".to_owned())]);
    }
    let receivers = handover::receivers(conn).await?;
    let words = |students: Option<i32>| format!("{} now", students.unwrap_or(0));
    let them = receivers.into_iter().map(|one| {
        let words = format!("{} ({})", one.full_name, words(one.students));
        (one.id.to_string(), words)
    });
    let ends = [
        (String::new(), "Choose an advisor".to_owned()),
        ("nobody".to_owned(), "Nobody: the unassigned queue".to_owned()),
    ];
    Ok(ends.into_iter().chain(them).collect())
}

/// Keeps who was chosen.
///
/// # Errors
/// 404 for an earlier selection of somebody else.
pub async fn create(advisor: Advisor, form: FormData<ChoiceForm>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(form) = form;
    let (wanted, _) = Wanted::read(&form.view, advisor.is_lead());
    let ids: Vec<StudentId> = form.student.iter().filter_map(|id| id.parse().ok().map(StudentId)).collect();
    let earlier = match form.again.as_str() {
        "" => None,
        id => Some(Selection::of(&advisor, SelectionId(id.parse().map_err(|_| Error::NotFound)?), &mut conn).await?),
    };
    let choice = match &earlier {
        Some(earlier) => Choice::Again(earlier),
        None if form.all.is_empty() => Choice::Some(&ids),
        None => Choice::All(&wanted, frame.setting.local(Timestamp::now()).date()),
    };
    match Selection::choose(&advisor, choice, form.form_key, &mut conn).await? {
        Some(id) => see_other(selection::path(id)),
        None => see_other(wanted.address("done=nobody-chosen")),
    }
}

/// Who was chosen, and what can be done.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn show(advisor: Advisor, id: Path<SelectionId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    ok(&Show::of(&advisor, selection, String::new(), Errors::default(), frame, &mut conn).await?)
}

/// Moves all of them, if they are as they were when they were chosen.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn move_them(
    advisor: Advisor,
    id: Path<SelectionId>,
    form: FormData<MoveForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let target = errors.take("to", Target::parse(&form.to));
    let Some(target) = target.filter(|_| errors.is_empty()) else {
        let page = Show::of(&advisor, selection, form.to, errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(&req).post;
    let refusal = match selection.move_to(&advisor, target, post, &mut conn).await? {
        Ok(()) => {
            post.ring();
            return see_other("/caseload?done=students-moved");
        }
        Err(refusal) => refusal,
    };
    match refusal {
        Refusal::Wrong(key) => {
            errors.add("to", key);
            let page = Show::of(&advisor, selection, form.to, errors, frame, &mut conn).await?;
            html(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Refusal::Changed(changed, gone) => {
            let page = Show::of(&advisor, selection, form.to, errors, frame, &mut conn).await?;
            html(StatusCode::CONFLICT, &Show { changed: Some(differences(&changed, gone)), ..page })
        }
    }
}
