//! The admins' first page: what a school still needs before it opens, each ticked by the facts; then where everything is.

use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::{
    model::{
        opening::{Content, Opening},
        person::Admin,
    },
    web::{
        error::Error,
        form::FormData,
        guard::Conn,
        page::{Frame, Reply, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/index.html")]
struct Show {
    frame: Frame,
    opening: Opening,
}

/// A step on the way to an open school.
struct Step {
    is_done: bool,
    title: &'static str,
    words: &'static str,
    href: &'static str,
    link: &'static str,
    /// The word of the default content that one press publishes, and the button's.
    publishes: Option<(&'static str, &'static str)>,
}

/// A button says nothing more.
#[derive(Deserialize)]
pub struct Button {}

/// What is still to do, and the places of the office.
///
/// # Errors
/// When the database is away.
pub async fn show(_admin: Admin, frame: Frame, mut conn: Conn) -> Reply {
    let opening = Opening::now(&mut conn).await?;
    ok(&Show { frame, opening })
}

/// Publishes content as it came with Signpost. Once more does nothing.
///
/// # Errors
/// [`Error::NotFound`] when nothing of ours is called so.
pub async fn publish(admin: Admin, what: Path<String>, _form: FormData<Button>, mut conn: Conn) -> Reply {
    let content = Content::parse(&what).ok_or(Error::NotFound)?;
    content.publish(&admin, &mut conn).await?;
    see_other("/admin?done=defaults-published")
}

impl Show {
    fn steps(&self) -> [Step; 8] {
        let step = |is_done, title, words, href, link| Step { is_done, title, words, href, link, publishes: None };
        let now = &self.opening;
        let publish = |what| Some((what, "Publish as it came"));
        [
            step(
                now.has_school,
                "Say who you are",
                "The school’s name, its clock, its credits, and who may register.",
                "/admin/settings",
                "Settings",
            ),
            Step {
                publishes: publish("figures"),
                ..step(
                    now.has_figures,
                    "Look at the figures",
                    "Pay and growth with their sources came with Signpost. Those read from a second copy say “To be checked”.",
                    "/admin/claims?tab=all",
                    "Figures",
                )
            },
            Step {
                publishes: publish("pages"),
                ..step(
                    now.has_pages,
                    "Look at the pages",
                    "The front page, the comparison, the careers and the small print came with Signpost.",
                    "/admin/pages",
                    "Pages",
                )
            },
            Step {
                publishes: publish("programs"),
                ..step(
                    now.has_programs,
                    "Look at the programs",
                    "A catalog of six programs came with Signpost. Students see which of them fits their time.",
                    "/admin/programs",
                    "Programs",
                )
            },
            Step {
                publishes: publish("questionnaire"),
                ..step(
                    now.has_questions,
                    "Look at the questionnaire",
                    "24 questions with balanced keys came with Signpost. Nobody can answer before they are published.",
                    "/admin/questionnaires",
                    "Questionnaires",
                )
            },
            step(
                now.has_mail,
                "See that mail works",
                "Send yourself a test letter, and see what the mail server says.",
                "/admin/outbox",
                "Outbox",
            ),
            step(
                now.has_advisor,
                "Invite the first advisor",
                "By letter. Have a second admin as well: nobody changes their own role.",
                "/admin/people",
                "People",
            ),
            step(
                now.has_student,
                "Invite the first students",
                "From a file of the school’s system, or by a pasted list.",
                "/admin/roster",
                "Student list",
            ),
        ]
    }

    fn done(&self) -> usize {
        self.opening.count()
    }

    fn is_open(&self) -> bool {
        self.done() == self.steps().len()
    }
}
