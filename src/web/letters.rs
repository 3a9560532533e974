//! The letters to one student: where each stands, the exact copy that was sent, and sending it again for a reason.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    error::Error,
    form::{Errors, FormData},
    glance,
    guard::Conn,
    headers,
    page::{Frame, Reply, ok, see_other},
    state,
};
use crate::{
    mail::samples,
    model::{
        advisee::{Advisee, Record},
        id::{FormKey, LetterId, StudentId},
        keyset::Turn,
        outbox::{ExactCopy, LetterState, Sent, State},
        person::Advisor,
        resend::{self, Resent},
    },
};

/// Which page of the letters.
#[derive(Deserialize)]
pub struct Turned {
    after: Option<LetterId>,
    before: Option<LetterId>,
}

/// The reason to send a letter again, as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AgainForm {
    reason: String,
    form_key: FormKey,
}

#[derive(Template)]
#[template(path = "students/letters.html")]
struct Index {
    frame: Frame,
    record: Record,
    letters: Vec<Sent>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "students/letter.html")]
struct Show {
    frame: Frame,
    record: Record,
    copy: ExactCopy,
    form: AgainForm,
    errors: Errors,
}

/// The letters, newest first.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn index(
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
    let letters = Sent::page(&record, Turn::of(turned.after, turned.before), &mut conn).await?;
    let (previous, next) = letters.neighbours(&record.letters_path(), |letter| letter.id.to_string());
    ok(&Index { frame, letters: letters.rows, previous, next, record })
}

/// One letter: its copy, its tries, the mail server's words.
///
/// # Errors
/// 404 for a letter to somebody else.
pub async fn show(
    advisor: Advisor,
    ids: Path<(StudentId, LetterId)>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (student, id) = ids.into_inner();
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, student, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open_for(&advisor, student, "letter", id.0, &mut conn).await?;
    let copy = ExactCopy::of(&record, id, &mut conn).await?;
    framing(StatusCode::OK, &Show { frame, record, copy, form: AgainForm::default(), errors: Errors::default() })
}

/// The HTML part as it was sent, for the frame on the page of the letter: it can do nothing there.
///
/// # Errors
/// 404 for a letter to somebody else, and one whose words were taken out.
pub async fn copy(advisor: Advisor, ids: Path<(StudentId, LetterId)>, req: HttpRequest, mut conn: Conn) -> Reply {
    let (student, id) = ids.into_inner();
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, student, &mut conn).await?;
        return answer;
    }
    // The frame is a part of the page that was just opened, and no second look.
    let record = Advisee::open_once(&advisor, student, "letter", id.0, &mut conn).await?;
    let html = ExactCopy::html_of(&record, id, &mut conn).await?.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, headers::OF_A_LETTER))
        .body(html))
}

/// Sends it again.
///
/// # Errors
/// 404 for a letter to somebody else.
pub async fn again(
    advisor: Advisor,
    ids: Path<(StudentId, LetterId)>,
    form: FormData<AgainForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let ((student, id), FormData(form)) = (ids.into_inner(), form);
    let advisee = Advisee::of(&advisor, student, &mut conn).await?;
    let mut errors = frame.errors();
    let reason = errors.take("reason", resend::reason(&form.reason));
    if let (Some(reason), true) = (reason, errors.is_empty()) {
        let post = &state::shared(&req).post;
        let resent = resend::again(&advisor, &advisee, id, &reason, form.form_key, post, &mut conn).await?;
        match resent.refusal() {
            None => {
                post.ring();
                return see_other(format!("{}?done=letter-again", advisee.letters_path()));
            }
            Some(key) => errors.add("reason", key),
        }
    }
    let record = advisee.opened_for(&advisor, "letter", id.0, &mut conn).await?;
    let copy = ExactCopy::of(&record, id, &mut conn).await?;
    framing(StatusCode::UNPROCESSABLE_ENTITY, &Show { frame, record, copy, form, errors })
}

/// A page that frames a letter.
fn framing(status: StatusCode, page: &Show) -> Reply {
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, headers::framing()))
        .body(page.render()?))
}

/// What staff call a letter of this kind.
pub fn title(kind: &str) -> String {
    let known = match kind {
        "recommendation" => return "Result letter".to_owned(),
        "confirm" => "confirm your address",
        "reset" => "choose a new password",
        "already-registered" => "you already have an account",
        "request-decided" => "we answered your request",
        "shared-note" => "there is a note for you",
        "call-closed" => "the call you asked for",
        "confirm-email" => "confirm your new address",
        "email-changed" => "your address was changed",
        "password-changed" => "your password was changed",
        "sign-in-code" => "your sign-in code",
        "mail-test" => return "Test letter".to_owned(),
        kind => match samples::KINDS.iter().find(|(known, _)| *known == kind) {
            Some((_, words)) => words,
            None => return format!("Letter “{}”", kind.replace('-', " ")),
        },
    };
    format!("Letter “{known}”")
}

/// The line under a letter: when, how often it was tried, and the mail server's words.
pub fn line(letter: &LetterState, frame: &Frame) -> String {
    let at = match (letter.state, letter.settled_at) {
        (State::Accepted, Some(at)) => format!("Accepted by the mail server {}", frame.moment(&at)),
        (State::Failed, Some(at)) => format!("Given up {}", frame.moment(&at)),
        _ => format!("Written {}", frame.moment(&letter.created_at)),
    };
    let tries = (letter.tries > 1).then(|| format!("{} tries", letter.tries));
    let words = letter.server_words.as_ref().map(|words| format!("“{words}”"));
    let parts: Vec<String> = std::iter::once(at).chain(tries).chain(words).collect();
    parts.join(" · ")
}

/// When a deferred letter is tried again.
pub fn next_try(letter: &LetterState, frame: &Frame) -> String {
    if letter.state == State::Deferred { frame.time(&letter.next_try_at) } else { String::new() }
}

impl Show {
    /// Why it cannot be sent again; nothing where it can.
    fn stays(&self) -> Option<&'static str> {
        let sent = &self.copy.sent;
        if !resend::can_be_repeated(&sent.kind) {
            Resent::OwnersOnly.refusal()
        } else if sent.is_on_its_way() || (sent.state == State::Held && sent.to_email == self.record.email) {
            Resent::OnItsWay.refusal()
        } else if sent.state == State::Accepted && self.copy.text.is_none() {
            Resent::Wordless.refusal()
        } else {
            None
        }
    }
}
