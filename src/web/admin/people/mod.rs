//! The people of the school: staff, invitations, students by name, closed accounts.

pub mod closing;
pub mod factor;
pub mod invitations;
pub mod role;
pub mod show;

use actix_web::{HttpRequest, http::StatusCode};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    model::{
        email::Email,
        id::{FormKey, PersonId},
        invitation::{self, Invitation, Inviting},
        keyset::{Page, Turn},
        people::{Counts, Listed, Sought},
        person::{Admin, FullName, Role},
        role_change::StaffRole,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::{Conn, Sudo},
        page::{Flash, Frame, Reply, html, ok, see_other},
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
    /// What students are looked for by.
    sought: String,
    form: InvitationForm,
    errors: Errors,
}

/// The people behind a tab.
enum List {
    Staff(Vec<Listed>),
    Invited(Page<Invitation>),
    Students(Page<Listed>),
    Closed(Page<Listed>),
}

/// Which tab, what is looked for, and, on a long list, which side of whom. Words that we do not know are left out, and
/// the page says so.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    tab: &'static str,
    sought: String,
    turn: Turn<Uuid>,
    has_unknown: bool,
    has_odd_place: bool,
}

impl Asked {
    fn read(query: &str) -> Self {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let (tab, turn) = ("staff", Turn::First);
        let mut asked = Self { tab, sought: String::new(), turn, has_unknown: false, has_odd_place: false };
        for (name, value) in pairs {
            match (name.as_str(), value.parse::<Uuid>()) {
                ("tab", _) => match TABS.iter().find(|tab| **tab == value) {
                    Some(tab) => asked.tab = tab,
                    None => asked.has_unknown = true,
                },
                ("q", _) => asked.sought = value.trim().chars().take(200).collect(),
                ("after", Ok(id)) => asked.turn = Turn::After(id),
                ("before", Ok(id)) => asked.turn = Turn::Before(id),
                ("before" | "after", Err(_)) => asked.has_odd_place = true,
                ("done", _) => {}
                _ => asked.has_unknown = true,
            }
        }
        asked
    }
}

impl Asked {
    async fn list(&self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<List, Error> {
        Ok(match self.tab {
            "invited" => List::Invited(Invitation::open(self.turn, conn).await?),
            "students" => List::Students(match Sought::parse(&self.sought) {
                // Signs only: nobody is called that.
                None if !self.sought.is_empty() => Page { rows: Vec::new(), has_previous: false, has_next: false },
                sought => Listed::students(admin, sought.as_ref(), self.turn, conn).await?,
            }),
            "deactivated" => List::Closed(Listed::closed(self.turn, conn).await?),
            _ => List::Staff(Listed::staff(conn).await?),
        })
    }
}

const TABS: [&str; 4] = ["staff", "invited", "students", "deactivated"];

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

/// The people, by tab.
///
/// # Errors
/// When the database is away.
pub async fn index(admin: Admin, req: HttpRequest, mut frame: Frame, mut conn: Conn) -> Reply {
    let asked = Asked::read(req.query_string());
    let list = asked.list(&admin, &mut conn).await?;
    if asked.has_odd_place {
        frame.flash = Some(Flash { tone: "warn", key: "flash-stale-page" });
    } else if asked.has_unknown {
        frame.flash = Some(Flash { tone: "warn", key: "flash-unknown-view" });
    }
    let counts = Counts::load(&mut conn).await?;
    let form = InvitationForm {
        name: String::new(),
        email: String::new(),
        role: Role::Advisor.code().to_owned(),
        form_key: FormKey::new(),
    };
    ok(&Index { frame, admin, counts, list, sought: asked.sought, form, errors: Errors::default() })
}

/// Invites somebody to the staff, or again: the newest letter's link is the one that works. A role is given by it, so it is
/// asked once more who gives it.
///
/// # Errors
/// When the database is away.
pub async fn create(
    Sudo(admin): Sudo<Admin>,
    form: FormData<InvitationForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let name = errors.take("name", FullName::parse(&form.name));
    let email = errors.take("email", Email::parse(&form.email));
    if let Some(email) = &email {
        let accounts = invitation::accounts(&[email.key()], &mut conn).await?;
        if let Some(key) = invitation::fault_of(accounts.get(email.key())) {
            errors.add("email", key);
        }
    }
    let role = errors.take("role", StaffRole::parse(&form.role));
    let (Some(name), Some(email), Some(role), true) = (name, email, role, errors.is_empty()) else {
        let list = List::Staff(Listed::staff(&mut conn).await?);
        let counts = Counts::load(&mut conn).await?;
        let page = Index { frame, admin, counts, list, sought: String::new(), form, errors };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(&req).post;
    let inviting = Inviting { admin: &admin, setting: &frame.setting, post };
    inviting.invite(&name, &email, role.role(), form.form_key, &mut conn).await?;
    post.ring();
    see_other("/admin/people?tab=invited&done=invited")
}

/// The address of somebody's page.
fn path(id: PersonId) -> String {
    format!("/admin/people/{id}")
}

/// Advisors who may get the students of somebody who leaves, id and words each; first, nobody.
async fn heirs_of(leaving: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<(String, String)>, Error> {
    let staff = Listed::staff(conn).await?;
    let others = staff.iter().filter(|other| other.role() == Role::Advisor && other.id != leaving);
    let nobody = (String::new(), "Nobody: they wait in the unassigned queue".to_owned());
    let words = |other: &Listed| format!("{} ({} students now)", other.full_name, other.students.unwrap_or(0));
    Ok(std::iter::once(nobody).chain(others.map(|other| (other.id.to_string(), words(other)))).collect())
}

/// Who gets the students: an advisor's id, or nothing for the queue.
fn heir(raw: &str) -> Result<Option<PersonId>, &'static str> {
    match raw {
        "" => Ok(None),
        id => id.parse().map(|id| Some(PersonId(id))).map_err(|_| "advisor-unknown"),
    }
}

/// The roles of the staff: code, words, and what they reach.
const ROLES: [(&str, &str, &str); 3] = [
    ("advisor", "Advisor", "Sees assigned students only"),
    ("lead", "Lead advisor", "Every student, and restricted notes"),
    ("admin", "Admin", "Content and people. No records"),
];

/// The address of a tab, with what is looked for in it.
fn tab(tab: &str, sought: &str) -> String {
    let asked: Vec<_> = [("tab", tab), ("q", sought)].into_iter().filter(|(_, value)| !value.is_empty()).collect();
    format!("/admin/people?{}", serde_html_form::to_string(asked).unwrap_or_default())
}

impl Index {
    /// A count that was stopped at a thousand.
    fn counted(&self, many: &i64) -> String {
        if *many < 1000 { many.to_string() } else { "999+".to_owned() }
    }

    /// The addresses of the page before and the page after.
    fn neighbours(&self) -> (Option<String>, Option<String>) {
        match &self.list {
            List::Staff(_) => (None, None),
            List::Invited(page) => page.neighbours(&tab("invited", ""), |open| open.id.to_string()),
            List::Students(page) => page.neighbours(&tab("students", &self.sought), |one| one.id.to_string()),
            List::Closed(page) => page.neighbours(&tab("deactivated", ""), |gone| gone.id.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_far_as_we_know_it() {
        let id = Uuid::now_v7();
        let asked = Asked::read(&format!("tab=students&q=+eve+hart&after={id}&done=invited"));
        assert_eq!((asked.tab, asked.sought.as_str(), asked.turn), ("students", "eve hart", Turn::After(id)));
        assert!(!asked.has_unknown && !asked.has_odd_place);
        assert!(Asked::read("tab=aliens").has_unknown);
        assert!(Asked::read("role=admin").has_unknown);
        assert!(Asked::read("tab=students&after=7").has_odd_place);
    }

    #[test]
    fn a_tab_keeps_what_is_looked_for() {
        assert_eq!(tab("students", "o'brien & co"), "/admin/people?tab=students&q=o%27brien+%26+co");
        assert_eq!(tab("invited", ""), "/admin/people?tab=invited");
    }
}
