//! The meetings of one record, and the form to set one that nobody asked for.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;

use super::{
    PATH,
    slot::{SlotForm, clashing},
    title,
};
use crate::{
    model::{
        advisee::{Advisee, Record},
        id::{MeetingId, StudentId},
        meeting::{Booked, Meeting, REASON_LIMIT, Said},
        person::Advisor,
    },
    web::{
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "meetings/about.html")]
struct About {
    frame: Frame,
    record: Record,
    all: Vec<Meeting>,
    form: SlotForm,
    clash: String,
    errors: Errors,
}

/// The meetings of a record, with the form to set one.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn about(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    let all = Meeting::about(&record, &mut conn).await?;
    let (form, clash, errors) = (SlotForm::default(), String::new(), Errors::default());
    ok(&About { frame, record, all, form, clash, errors })
}

/// Sets a meeting that nobody asked for.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn create_for(
    advisor: Advisor,
    id: Path<StudentId>,
    form: FormData<SlotForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let mut clash = String::new();
    let reason = errors.take("reason", Said::required(&form.reason, REASON_LIMIT, "meeting-reason-missing"));
    let slot = form.slot(&frame, &mut errors);
    if let (Some(reason), Some(slot), true) = (reason, slot, errors.is_empty()) {
        let post = &state::shared(&req).post;
        let (both, what) = ((&advisor, &advisee), (&reason, &slot));
        match Meeting::set_up(both, what, form.form_key, &frame.setting, post, &mut conn).await? {
            Booked::Done(id) => {
                post.ring();
                return see_other(format!("{PATH}/{id}?done=meeting-set"));
            }
            Booked::Clash => {
                clash = clashing(&advisor, &slot, MeetingId::default(), &frame, &mut errors, &mut conn).await?;
            }
        }
    }
    let record = advisee.opened(&advisor, &mut conn).await?;
    let all = Meeting::about(&record, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &About { frame, record, all, form, clash, errors })
}
