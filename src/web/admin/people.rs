//! The people of the school: staff, invitations, students by name, and closing an account.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use crate::{
    model::{
        deactivation::{self, Answer},
        email::Email,
        id::{FormKey, PersonId, StudentId},
        invitation::{self, Invitation},
        people::{Counts, From, RegisteredPage, StaffMember},
        person::{Admin, FullName, Role},
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "admin/people/index.html")]
struct Index {
    frame: Frame,
    admin: Admin,
    counts: Counts,
    list: List,
    form: InvitationForm,
    errors: Errors,
}

/// The people behind a tab.
enum List {
    Staff(Vec<StaffMember>),
    Invited(Vec<Invitation>),
    Students(RegisteredPage),
    Gone(Vec<StaffMember>),
}

#[derive(Template)]
#[template(path = "admin/people/deactivation.html")]
struct Deactivation {
    frame: Frame,
    path: String,
    member: StaffMember,
    refusal: Option<&'static str>,
    /// Id and words of each advisor the students may go to; first, nobody.
    heirs: Vec<(String, String)>,
    to: String,
    errors: Errors,
}

/// Which tab and, on a long list, which side of whom.
#[derive(Deserialize)]
pub struct Tab {
    #[serde(default)]
    tab: String,
    before: Option<StudentId>,
    after: Option<StudentId>,
}

/// An invitation as it is posted.
#[derive(Deserialize)]
pub struct InvitationForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    form_key: FormKey,
}

/// Who gets the students of somebody who leaves: an advisor's id, or nothing for the queue.
#[derive(Deserialize)]
pub struct Heir {
    #[serde(default)]
    to: String,
}

/// The people, by tab.
///
/// # Errors
/// When the database is away.
pub async fn index(admin: Admin, tab: Query<Tab>, frame: Frame, mut conn: Conn) -> Reply {
    let list = match tab.tab.as_str() {
        "invited" => List::Invited(Invitation::open(&mut conn).await?),
        "students" => List::Students(RegisteredPage::load(side(&tab), &mut conn).await?),
        "deactivated" => List::Gone(StaffMember::gone(&mut conn).await?),
        _ => List::Staff(StaffMember::active(&mut conn).await?),
    };
    let counts = Counts::load(&mut conn).await?;
    let form = InvitationForm {
        name: String::new(),
        email: String::new(),
        role: Role::Advisor.code().to_owned(),
        form_key: FormKey::new(),
    };
    ok(&Index { frame, admin, counts, list, form, errors: Errors::default() })
}

fn side(tab: &Tab) -> From {
    match (tab.before, tab.after) {
        (Some(id), _) => From::OlderThan(id),
        (None, Some(id)) => From::NewerThan(id),
        (None, None) => From::Newest,
    }
}

/// Invites somebody to the staff, or again: the newest letter's link is the one that works.
///
/// # Errors
/// When the database is away.
pub async fn create(
    admin: Admin,
    form: FormData<InvitationForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let name = errors.take("name", FullName::parse(&form.name));
    let email = errors.take("email", Email::parse(&form.email));
    if let Some(email) = &email
        && invitation::has_account(email, &mut conn).await?
    {
        errors.add("email", "email-has-account");
    }
    let role = errors.take("role", staff_role(&form.role));
    let (Some(name), Some(email), Some(role), true) = (name, email, role, errors.is_empty()) else {
        let list = List::Staff(StaffMember::active(&mut conn).await?);
        let counts = Counts::load(&mut conn).await?;
        let page = Index { frame, admin, counts, list, form, errors };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(&req).post;
    Invitation::send(&admin, &name, &email, role, form.form_key, &frame.setting, post, &mut conn).await?;
    post.ring();
    see_other("/admin/people?tab=invited&done=invited")
}

fn staff_role(code: &str) -> Result<Role, &'static str> {
    Role::parse(code).filter(|role| *role != Role::Student).ok_or("role-missing")
}

/// What closing an account means, and the button.
///
/// # Errors
/// [`Error::NotFound`] when nobody active on the staff has this id.
pub async fn deactivation(admin: Admin, id: Path<PersonId>, frame: Frame, mut conn: Conn) -> Reply {
    let page = leaving(&admin, *id, String::new(), Errors::default(), frame, &mut conn).await?;
    ok(&page)
}

/// Closes an account. The last admin and oneself stay.
///
/// # Errors
/// [`Error::NotFound`] when nobody active on the staff has this id.
pub async fn deactivate(admin: Admin, id: Path<PersonId>, form: FormData<Heir>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(Heir { to }) = form;
    let mut errors = frame.errors();
    if let Some(heir) = errors.take("to", heir(&to)) {
        match deactivation::close(&admin, *id, heir, &mut conn).await? {
            Answer::Closed => return see_other("/admin/people?done=deactivated"),
            // The page finds the same words and shows no button.
            Answer::Refused(_) => {}
            Answer::NobodyToGiveTo => errors.add("to", "advisor-unknown"),
        }
    }
    let page = leaving(&admin, *id, to, errors, frame, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn heir(raw: &str) -> Result<Option<PersonId>, &'static str> {
    match raw {
        "" => Ok(None),
        id => id.parse().map(|id| Some(PersonId(id))).map_err(|_| "advisor-unknown"),
    }
}

async fn leaving(
    admin: &Admin,
    id: PersonId,
    to: String,
    errors: Errors,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Result<Deactivation, Error> {
    let member = StaffMember::with_id(id, conn).await?;
    let staff = StaffMember::active(conn).await?;
    let admins = staff.iter().filter(|other| other.role() == Role::Admin).count();
    let refusal = deactivation::refusal(admin.id(), id, member.role(), admins);
    let others = staff.iter().filter(|other| other.role() == Role::Advisor && other.id != id);
    let mut heirs = vec![(String::new(), "Nobody: they wait in the unassigned queue".to_owned())];
    heirs.extend(others.map(|other| {
        (other.id.to_string(), format!("{} ({} students now)", other.full_name, other.students.unwrap_or(0)))
    }));
    Ok(Deactivation { path: frame.path.clone(), frame, member, refusal, heirs, to, errors })
}

impl Index {
    fn is_staff(&self) -> bool {
        matches!(self.list, List::Staff(_))
    }

    fn is_invited(&self) -> bool {
        matches!(self.list, List::Invited(_))
    }

    fn is_students(&self) -> bool {
        matches!(self.list, List::Students(_))
    }

    fn is_gone(&self) -> bool {
        matches!(self.list, List::Gone(_))
    }

    fn students_counted(&self) -> String {
        match self.counts.students {
            many if many < 1000 => many.to_string(),
            _ => "999+".to_owned(),
        }
    }

    fn newer(&self) -> Option<String> {
        let List::Students(page) = &self.list else { return None };
        let first = page.students.first().filter(|_| page.has_newer)?;
        Some(format!("/admin/people?tab=students&after={}", first.id))
    }

    fn older(&self) -> Option<String> {
        let List::Students(page) = &self.list else { return None };
        let last = page.students.last().filter(|_| page.has_older)?;
        Some(format!("/admin/people?tab=students&before={}", last.id))
    }

    fn roles(&self) -> [(&'static str, &'static str, &'static str); 3] {
        [
            ("advisor", "Advisor", "Sees assigned students only"),
            ("lead", "Lead advisor", "Every student, and restricted notes"),
            ("admin", "Admin", "Content and people. No records"),
        ]
    }
}
