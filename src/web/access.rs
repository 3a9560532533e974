//! Who opened a record, by name, and what left the school: what its readers on the staff see of its glass record.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    form::{Errors, FormData},
    glance,
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    advisee::{Advisee, Record},
    disclosure::{self, Disclosure, NewDisclosure},
    error::Result,
    glass::{self, NamedOpening},
    id::{FormKey, StudentId},
    keyset::Turn,
    person::{Advisor, Lead},
};

/// A disclosure as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DisclosureForm {
    on: String,
    to_whom: String,
    what: String,
    why: String,
    form_key: FormKey,
}

/// Which page of those who opened it.
#[derive(Deserialize)]
pub struct Turned {
    after: Option<Uuid>,
    before: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "access/show.html")]
struct Show {
    frame: Frame,
    record: Record,
    is_lead: bool,
    openings: Vec<NamedOpening>,
    previous: Option<String>,
    next: Option<String>,
    disclosures: Vec<Disclosure>,
    form: DisclosureForm,
    errors: Errors,
}

/// The page.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn show(
    advisor: Advisor,
    id: Path<StudentId>,
    turned: Query<Turned>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    let turn = Turn::of(turned.after, turned.before);
    let form = DisclosureForm { on: today(&frame).to_string(), ..DisclosureForm::default() };
    ok(&page(record, &advisor, turn, form, Errors::default(), frame, &mut conn).await?)
}

/// Notes what left the school. A lead advisor's act.
///
/// # Errors
/// 404 for anybody but leads.
pub async fn disclose(
    lead: Lead,
    id: Path<StudentId>,
    form: FormData<DisclosureForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let advisor = lead.as_advisor();
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let on = errors.take("on", disclosure::day(&form.on, today(&frame)));
    let to_whom = errors.take("to_whom", disclosure::to_whom(&form.to_whom));
    let what = errors.take("what", disclosure::what(&form.what));
    let why = errors.take("why", disclosure::why(&form.why));
    let (Some(on), Some(to_whom), Some(what), Some(why), true) = (on, to_whom, what, why, errors.is_empty()) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = page(record, &advisor, Turn::First, form, errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let new = NewDisclosure { on, to_whom, what, why };
    Disclosure::note(&lead, &advisee, &new, form.form_key, &mut conn).await?;
    see_other(format!("{}?done=disclosure-saved", advisee.access_path()))
}

async fn page(
    record: Record,
    advisor: &Advisor,
    turn: Turn<Uuid>,
    form: DisclosureForm,
    errors: Errors,
    frame: Frame,
    conn: &mut Conn,
) -> Result<Show> {
    let openings = glass::named(&record, turn, conn).await?;
    let (previous, next) = openings.neighbours(&record.access_path(), |opening| opening.id.to_string());
    Ok(Show {
        is_lead: advisor.is_lead(),
        openings: openings.rows,
        previous,
        next,
        disclosures: Disclosure::about(record.id, conn).await?,
        form,
        errors,
        record,
        frame,
    })
}

fn today(frame: &Frame) -> jiff::civil::Date {
    frame.setting.local(Timestamp::now()).date()
}
