//! Inviting students, a whole list at once; and an invitation that is sent again or withdrawn.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use crate::{
    model::{
        id::{FormKey, InvitationId},
        invitation::{
            Invitation, Inviting,
            line::Fate,
            list::{Outcome, Plan},
        },
        person::Admin,
    },
    web::{
        form::{Errors, FormData},
        guard::{Conn, Sudo},
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "admin/people/invitations.html")]
struct New {
    frame: Frame,
    list: String,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "admin/people/invitations_plan.html")]
struct Preview {
    frame: Frame,
    list: String,
    plan: Plan,
    form_key: FormKey,
    has_changed: bool,
    errors: Errors,
}

/// The list as it is posted: to be looked at, or, with the mark of what was looked at, to be carried out.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    list: String,
    #[serde(default)]
    mark: String,
    #[serde(default)]
    form_key: FormKey,
}

/// A button's form.
#[derive(Deserialize)]
pub struct Button {
    #[serde(default)]
    form_key: FormKey,
}

/// Where a list is pasted.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn new(_admin: Admin, frame: Frame) -> Reply {
    ok(&New { frame, list: String::new(), errors: Errors::default() })
}

/// Shows what a list comes to, and carries out what was shown.
///
/// # Errors
/// When the database is away.
pub async fn create(admin: Admin, form: FormData<Form>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let Some(mut plan) = errors.take("list", Plan::read(&form.list)) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &New { frame, list: form.list, errors });
    };
    if form.mark.is_empty() || !errors.is_empty() {
        plan.check(&frame.setting.email_domains, &mut conn).await?;
        let form_key = FormKey::new();
        return ok(&Preview { frame, list: form.list, plan, form_key, has_changed: false, errors });
    }
    let post = &state::shared(&req).post;
    let inviting = Inviting { admin: &admin, setting: &frame.setting, post };
    match plan.carry_out(&form.mark, form.form_key, &inviting, &mut conn).await? {
        Outcome::Sent => {
            post.ring();
            see_other("/admin/people?tab=invited&done=students-invited")
        }
        Outcome::Changed(plan) => {
            let page = Preview { frame, list: form.list, plan, form_key: form.form_key, has_changed: true, errors };
            html(StatusCode::CONFLICT, &page)
        }
    }
}

/// Sends an open invitation once more, with a new link: one to the staff gives power, so it asks who sits there. A button
/// that waited for that is pressed again.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] when it is not open.
pub async fn send_again(
    Sudo(admin): Sudo<Admin>,
    id: Path<InvitationId>,
    form: FormData<Button>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    if !frame.errors().is_empty() {
        return see_other("/admin/people?tab=invited");
    }
    let post = &state::shared(&req).post;
    let inviting = Inviting { admin: &admin, setting: &frame.setting, post };
    inviting.send_again(*id, form.0.form_key, &mut conn).await?;
    post.ring();
    see_other("/admin/people?tab=invited&done=invited")
}

/// Withdraws an open invitation.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] when it is not open.
pub async fn withdraw(admin: Admin, id: Path<InvitationId>, mut conn: Conn) -> Reply {
    Invitation::withdraw(&admin, *id, &mut conn).await?;
    see_other("/admin/people?tab=invited&done=invitation-withdrawn")
}

impl Preview {
    fn count(&self) -> usize {
        self.plan.invited().count()
    }

    fn students(&self) -> String {
        match self.count() {
            1 => "1 student".to_owned(),
            many => format!("{many} students"),
        }
    }

    /// The words on the button.
    fn send(&self) -> String {
        format!("Invite {}", self.students())
    }

    fn left_out(&self) -> usize {
        self.plan.lines.len() - self.count()
    }
}
