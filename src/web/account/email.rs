//! Another email address for one's own account: asking, confirming behind the link to the new one, undoing behind the link to
//! the old one.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    model::{
        email::Email,
        email_change,
        person::{Member, Role},
        token::Token,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::{Conn, Sudo},
        page::{Frame, Reply, html, ok, see_other},
        registrations::dead,
        state,
    },
};

#[derive(Template)]
#[template(path = "account/email.html")]
struct Edit {
    frame: Frame,
    current: String,
    waiting: Option<String>,
    email: String,
    errors: Errors,
}

/// The page behind a link: one button.
#[derive(Template)]
#[template(path = "account/email_link.html")]
struct Link {
    frame: Frame,
    path: String,
    email: String,
    is_reversal: bool,
}

/// The new address, as it is posted.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    email: String,
}

/// The form.
///
/// # Errors
/// When the database is away.
pub async fn edit(Sudo(member): Sudo<Member>, frame: Frame, mut conn: Conn) -> Reply {
    let waiting = email_change::waiting(member.id(), &mut conn).await?;
    let current = member.person().email.clone();
    ok(&Edit { frame, current, waiting, email: String::new(), errors: Errors::default() })
}

/// Sends the link to the new address. The answer is the same whether somebody has it or not.
///
/// # Errors
/// When the database is away.
pub async fn update(
    Sudo(member): Sudo<Member>,
    form: FormData<Form>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(Form { email }) = form;
    let mut errors = frame.errors();
    let parsed = errors.take("email", new_address(&email, &member, &frame));
    let Some(new) = parsed.filter(|_| errors.is_empty()) else {
        let waiting = email_change::waiting(member.id(), &mut conn).await?;
        let page = Edit { frame, current: member.person().email.clone(), waiting, email, errors };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(&req).post;
    email_change::ask(&member, &new, post, &mut conn).await?;
    post.ring();
    see_other("/account?done=email-asked")
}

/// A student's address is one of the school's, where it says so; nobody changes to the one they have.
fn new_address(raw: &str, member: &Member, frame: &Frame) -> Result<Email, &'static str> {
    let new = Email::parse(raw)?;
    let is_same = Email::parse(&member.person().email).is_ok_and(|old| old.key() == new.key());
    if is_same {
        Err("email-is-the-same")
    } else if member.person().role == Role::Student && !new.is_of(&frame.setting.email_domains) {
        Err("email-of-another-domain")
    } else {
        Ok(new)
    }
}

/// Lets a change go that was not confirmed yet.
///
/// # Errors
/// When the database is away.
pub async fn withdraw(Sudo(member): Sudo<Member>, mut conn: Conn) -> Reply {
    email_change::withdraw(member.id(), &mut conn).await?;
    see_other("/account?done=email-withdrawn")
}

/// The page behind the link to the new address; whoever asked for it signs in first.
///
/// # Errors
/// When the database is away.
pub async fn confirmation(member: Member, token: Path<String>, frame: Frame, mut conn: Conn) -> Reply {
    let found = match Token::given(&token) {
        Some(link) => email_change::address_behind(&member, &link, &mut conn).await?,
        None => None,
    };
    link_page(found, frame, false)
}

/// Uses the link: the address is changed.
///
/// # Errors
/// When the database is away.
pub async fn confirm(member: Member, token: Path<String>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let Some(link) = Token::given(&token) else { return dead(frame, "/account/email") };
    let post = &state::shared(&req).post;
    match email_change::confirm(&member, &link, post, &mut conn).await.map_err(Error::from) {
        Ok(()) => {
            post.ring();
            see_other("/account?done=email-changed")
        }
        Err(Error::NotFound) => dead(frame, "/account/email"),
        Err(error) => Err(error),
    }
}

/// The page behind the link to the old address.
///
/// # Errors
/// When the database is away.
pub async fn reversal(token: Path<String>, frame: Frame, mut conn: Conn) -> Reply {
    let found = match Token::given(&token) {
        Some(link) => email_change::address_before(&link, &mut conn).await?,
        None => None,
    };
    link_page(found, frame, true)
}

/// Uses the link: the old address is back, everybody is signed out, and a letter brings the way to a new password.
///
/// # Errors
/// When the database is away.
pub async fn reverse(token: Path<String>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let Some(link) = Token::given(&token) else { return dead(frame, "/password/forgot") };
    let post = &state::shared(&req).post;
    let at = frame.setting.local(Timestamp::now()).datetime();
    match email_change::undo(&link, at, post, &mut conn).await.map_err(Error::from) {
        Ok(()) => {
            post.ring();
            see_other("/password/forgot/sent?done=email-undone")
        }
        Err(Error::NotFound) => dead(frame, "/password/forgot"),
        Err(error) => Err(error),
    }
}

fn link_page(email: Option<String>, frame: Frame, is_reversal: bool) -> Reply {
    match email {
        Some(email) => ok(&Link { path: frame.path.clone(), frame, email, is_reversal }),
        None => dead(frame, if is_reversal { "/password/forgot" } else { "/account/email" }),
    }
}
