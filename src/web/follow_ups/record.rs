//! The follow-ups of one record, and the forms to plan, change and settle one.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::{PATH, day, today};
use crate::{
    model::{
        advisee::{Advisee, Record},
        error::Result,
        follow_up::{FollowUp, OutcomeWords, Owner, Plan, Settled, State, Task, View, due_date},
        id::{FollowUpId, FormKey, StudentId},
        person::Advisor,
    },
    web::{
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

/// A follow-up as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FollowUpForm {
    pub(super) words: String,
    pub(super) due_on: String,
    pub(super) owner: String,
    pub(super) is_shared: String,
    pub(super) form_key: FormKey,
}

/// What came of one as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OutcomeForm {
    state: String,
    outcome: String,
    from: String,
}

#[derive(Template)]
#[template(path = "follow_ups/about.html")]
struct About {
    frame: Frame,
    record: Record,
    all: Vec<FollowUp>,
    owners: Vec<Owner>,
    form: FollowUpForm,
    errors: Errors,
    today: Date,
}

#[derive(Template)]
#[template(path = "follow_ups/edit.html")]
struct Edit {
    frame: Frame,
    record: Record,
    one: FollowUp,
    owners: Vec<Owner>,
    form: FollowUpForm,
    outcome: OutcomeForm,
    errors: Errors,
    today: Date,
}

/// Those of one record, with the form for a new one.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn about(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    let form = FollowUpForm { owner: advisor.id().to_string(), ..FollowUpForm::default() };
    ok(&page(record, form, Errors::default(), frame, &mut conn).await?)
}

/// Plans one.
///
/// # Errors
/// 404 for a student out of reach; 409 when the owner cannot have it any more.
pub async fn create(
    advisor: Advisor,
    id: Path<StudentId>,
    form: FormData<FollowUpForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    let owners = Owner::of(&advisee, &mut conn).await?;
    let mut errors = frame.errors();
    let plan = form.plan(&owners, today(&frame), &mut errors);
    let (Some(plan), true) = (plan, errors.is_empty()) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = page(record, form, errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    FollowUp::plan(&advisor, &advisee, &plan, form.form_key, &mut conn).await?;
    see_other(format!("{}?done=follow-up-planned", advisee.follow_ups_path()))
}

/// One of a record: to change it, and to say what came of it.
///
/// # Errors
/// 404 for a student out of reach, and for one of another record.
pub async fn edit(
    advisor: Advisor,
    ids: Path<(StudentId, FollowUpId)>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (student, id) = *ids;
    if let Some(answer) = glance::answer(&req) {
        FollowUp::within(&Advisee::of(&advisor, student, &mut conn).await?, id, &mut conn).await?;
        return answer;
    }
    let advisee = Advisee::of(&advisor, student, &mut conn).await?;
    let one = FollowUp::within(&advisee, id, &mut conn).await?;
    let record = advisee.opened(&advisor, &mut conn).await?;
    let form = FollowUpForm::of(&one);
    ok(&edit_page(record, one, form, OutcomeForm::default(), Errors::default(), frame, &mut conn).await?)
}

/// Changes an open one.
///
/// # Errors
/// 404 as [`edit`]; 409 when it was settled meanwhile or the owner cannot have it any more.
pub async fn update(
    advisor: Advisor,
    ids: Path<(StudentId, FollowUpId)>,
    form: FormData<FollowUpForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let (student, id) = *ids;
    let advisee = Advisee::of(&advisor, student, &mut conn).await?;
    let one = FollowUp::within(&advisee, id, &mut conn).await?;
    let owners = Owner::of(&advisee, &mut conn).await?;
    let mut errors = frame.errors();
    // A day that is over may stay as it is while the words or the owner change.
    let earliest = today(&frame).min(one.due_on);
    let plan = form.plan(&owners, earliest, &mut errors);
    let (Some(plan), true) = (plan, errors.is_empty()) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = edit_page(record, one, form, OutcomeForm::default(), errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    FollowUp::change(&advisor, &advisee, id, &plan, &mut conn).await?;
    see_other(format!("{}?done=follow-up-changed", advisee.follow_ups_path()))
}

/// Says what came of it.
///
/// # Errors
/// 404 as [`edit`]; 409 when it was settled otherwise meanwhile.
pub async fn settle(
    advisor: Advisor,
    ids: Path<(StudentId, FollowUpId)>,
    form: FormData<OutcomeForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(outcome) = form;
    let (student, id) = *ids;
    let advisee = Advisee::of(&advisor, student, &mut conn).await?;
    let one = FollowUp::within(&advisee, id, &mut conn).await?;
    let mut errors = frame.errors();
    let settled = errors.take("state", Settled::parse(&outcome.state));
    let words = errors.take("outcome", OutcomeWords::parse(&outcome.outcome));
    let (Some(settled), Some(words), true) = (settled, words, errors.is_empty()) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let form = FollowUpForm::of(&one);
        let page = edit_page(record, one, form, outcome, errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    FollowUp::settle(&advisor, &advisee, id, &settled, &words, &mut conn).await?;
    match View::parse(&outcome.from) {
        Some(view) => see_other(format!("{PATH}?view={}&done=follow-up-settled", view.code())),
        None => see_other(format!("{}?done=follow-up-settled", advisee.follow_ups_path())),
    }
}

async fn page(record: Record, form: FollowUpForm, errors: Errors, frame: Frame, conn: &mut Conn) -> Result<About> {
    let all = FollowUp::about(&record, conn).await?;
    let owners = Owner::of(&record, conn).await?;
    Ok(About { today: today(&frame), frame, record, all, owners, form, errors })
}

async fn edit_page(
    record: Record,
    one: FollowUp,
    form: FollowUpForm,
    outcome: OutcomeForm,
    errors: Errors,
    frame: Frame,
    conn: &mut Conn,
) -> Result<Edit> {
    let owners = Owner::of(&record, conn).await?;
    Ok(Edit { today: today(&frame), frame, record, one, owners, form, outcome, errors })
}

impl FollowUpForm {
    fn of(one: &FollowUp) -> Self {
        Self {
            words: one.words.clone(),
            due_on: one.due_on.to_string(),
            owner: one.owner_id.map(|id| id.to_string()).unwrap_or_default(),
            is_shared: if one.is_shared { "on".to_owned() } else { String::new() },
            form_key: FormKey::new(),
        }
    }

    fn plan(&self, owners: &[Owner], earliest: Date, errors: &mut Errors) -> Option<Plan> {
        let task = errors.take("words", Task::parse(&self.words));
        let due_on = errors.take("due_on", due_date(&self.due_on, earliest));
        let owner = errors.take("owner", Owner::chosen(&self.owner, owners));
        Some(Plan { task: task?, due_on: due_on?, owner: owner?, is_shared: !self.is_shared.is_empty() })
    }
}

impl About {
    fn has_open(&self) -> bool {
        self.all.iter().any(FollowUp::is_open)
    }

    fn has_closed(&self) -> bool {
        !self.all.iter().all(FollowUp::is_open)
    }

    fn sees(&self) -> String {
        sees(&self.record)
    }
}

impl Edit {
    fn sees(&self) -> String {
        sees(&self.record)
    }
}

fn sees(record: &Record) -> String {
    format!("{} sees it on the home page", record.called())
}

/// Who may do it, for the form: id and name.
#[must_use]
pub fn choices(owners: &[Owner]) -> Vec<(String, String)> {
    owners.iter().map(|owner| (owner.id.to_string(), owner.full_name.clone())).collect()
}
