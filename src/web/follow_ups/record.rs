//! The follow-ups of one record, and the form to plan one.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::{day, today};
use crate::{
    model::{
        advisee::{Advisee, Record},
        error::{Error, Result},
        follow_up::{FollowUp, Owner, Plan, State, Task, due_date},
        id::{FormKey, StudentId},
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
    /// The mark of the plan that is changed, as the form showed it.
    pub(super) mark: String,
    pub(super) form_key: FormKey,
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
    match FollowUp::plan(&advisor, &advisee, &plan, form.form_key, &mut conn).await {
        Ok(_) => see_other(format!("{}?done=follow-up-planned", advisee.follow_ups_path())),
        Err(Error::Conflict) => {
            // The owner does not reach the student any more. Anything else is no form of ours.
            let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
            if Owner::chosen(&form.owner, &Owner::of(&advisee, &mut conn).await?).is_ok() {
                return Err(Error::Conflict.into());
            }
            errors.add("owner", "follow-up-owner-unknown");
            let record = advisee.opened(&advisor, &mut conn).await?;
            html(StatusCode::CONFLICT, &page(record, form, errors, frame, &mut conn).await?)
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(record: Record, form: FollowUpForm, errors: Errors, frame: Frame, conn: &mut Conn) -> Result<About> {
    let all = FollowUp::about(&record, conn).await?;
    let owners = Owner::of(&record, conn).await?;
    Ok(About { today: today(&frame), frame, record, all, owners, form, errors })
}

impl FollowUpForm {
    pub(super) fn of(one: &FollowUp) -> Self {
        Self {
            words: one.words.clone(),
            due_on: one.due_on.to_string(),
            owner: one.owner_id.map(|id| id.to_string()).unwrap_or_default(),
            is_shared: if one.is_shared { "on".to_owned() } else { String::new() },
            mark: one.mark(),
            form_key: FormKey::new(),
        }
    }

    pub(super) fn plan(&self, owners: &[Owner], earliest: Date, errors: &mut Errors) -> Option<Plan> {
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

/// What sharing a follow-up does.
pub(super) fn sees(record: &Record) -> String {
    format!("{} sees it on the home page", record.called())
}

/// Who may do it, for the form: id and name.
#[must_use]
pub fn choices(owners: &[Owner]) -> Vec<(String, String)> {
    owners.iter().map(|owner| (owner.id.to_string(), owner.full_name.clone())).collect()
}
