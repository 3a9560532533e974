//! One follow-up of a record: to change it, and to say what came of it. Whoever was slower than a colleague sees how it
//! stands now, beside what they typed.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    PATH, day,
    record::{FollowUpForm, choices, sees},
    today,
};
use crate::{
    model::{
        advisee::{Advisee, Record},
        error::{Error, Result},
        follow_up::{FollowUp, OutcomeWords, Owner, Settled, State, View},
        id::{FollowUpId, StudentId},
        person::Advisor,
    },
    web::{
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

/// What came of one as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OutcomeForm {
    state: String,
    outcome: String,
    from: String,
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
    /// Whether somebody changed or closed it while the reader wrote.
    is_overtaken: bool,
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
/// 404 as [`edit`]; 409 when it was changed or settled meanwhile, or the owner cannot have it any more.
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
    match FollowUp::change(&advisor, &advisee, id, (form.mark.as_str(), &plan), &mut conn).await {
        Ok(()) => see_other(format!("{}?done=follow-up-changed", advisee.follow_ups_path())),
        Err(Error::Conflict) => {
            let advisee = Advisee::of(&advisor, student, &mut conn).await?;
            let one = FollowUp::within(&advisee, id, &mut conn).await?;
            let is_overtaken = !one.is_open() || one.mark() != form.mark;
            if !is_overtaken {
                errors.add("owner", "follow-up-owner-unknown");
            }
            // Whoever saves it again has seen how it stands.
            let form = FollowUpForm { mark: one.mark(), ..form };
            let record = advisee.opened(&advisor, &mut conn).await?;
            let page = edit_page(record, one, form, OutcomeForm::default(), errors, frame, &mut conn).await?;
            html(StatusCode::CONFLICT, &Edit { is_overtaken, ..page })
        }
        Err(error) => Err(error.into()),
    }
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
    match FollowUp::settle(&advisor, &advisee, id, &settled, &words, &mut conn).await {
        Ok(()) => {}
        Err(Error::Conflict) => {
            let one = FollowUp::within(&advisee, id, &mut conn).await?;
            let (form, record) = (FollowUpForm::of(&one), advisee.opened(&advisor, &mut conn).await?);
            let page = edit_page(record, one, form, outcome, errors, frame, &mut conn).await?;
            return html(StatusCode::CONFLICT, &Edit { is_overtaken: true, ..page });
        }
        Err(error) => return Err(error.into()),
    }
    match View::parse(&outcome.from) {
        Some(view) => see_other(format!("{PATH}?view={}&done=follow-up-settled", view.code())),
        None => see_other(format!("{}?done=follow-up-settled", advisee.follow_ups_path())),
    }
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
    Ok(Edit { today: today(&frame), frame, record, one, owners, form, outcome, errors, is_overtaken: false })
}

impl Edit {
    fn sees(&self) -> String {
        sees(&self.record)
    }

    /// What was typed for one that is closed by now, to copy it.
    fn lost(&self) -> Option<&str> {
        let typed = if self.outcome.outcome.is_empty() { &self.form.words } else { &self.outcome.outcome };
        let is_lost = self.is_overtaken && !self.one.is_open() && !typed.is_empty() && *typed != self.one.words;
        is_lost.then_some(typed.as_str())
    }
}
