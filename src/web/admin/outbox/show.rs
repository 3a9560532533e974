//! One letter of the outbox: its tries with the server's words, sending it again, setting it free. None of its words.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{PATH, Way};
use crate::{
    model::{
        id::{FormKey, LetterId},
        outbox::{
            Again, State, Try,
            desk::{self, OnDesk},
        },
        person::Admin,
        resend::{self, Resent},
        suppression::Suppression,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        letters::title,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "admin/outbox/show.html")]
struct Show {
    frame: Frame,
    letter: OnDesk,
    tries: Vec<Try>,
    repeats: Vec<Again>,
    suppression: Option<Suppression>,
    way: Way,
    form: AgainForm,
    errors: Errors,
}

/// The reason to send a letter again, as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AgainForm {
    reason: String,
    form_key: FormKey,
}

/// One letter.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub async fn show(_admin: Admin, id: Path<LetterId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    ok(&Show::around(*id, AgainForm::default(), Errors::default(), &req, frame, &mut conn).await?)
}

/// Sends it again.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub async fn again(
    admin: Admin,
    id: Path<LetterId>,
    form: FormData<AgainForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let reason = errors.take("reason", resend::reason(&form.reason));
    if let (Some(reason), true) = (reason, errors.is_empty()) {
        let post = &state::shared(&req).post;
        match resend::by_admin(&admin, *id, &reason, form.form_key, post, &mut conn).await?.refusal() {
            None => {
                post.ring();
                return see_other(format!("{PATH}/{id}?done=letter-again"));
            }
            Some(key) => errors.add("reason", key),
        }
    }
    let page = Show::around(*id, form, errors, &req, frame, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Sets it free, if it is held. Once more does nothing.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub async fn release(admin: Admin, id: Path<LetterId>, req: HttpRequest, mut conn: Conn) -> Reply {
    let letter = OnDesk::with_id(*id, &mut conn).await?;
    let freed = desk::release(&admin, None, letter.id, true, &mut conn).await?;
    state::shared(&req).post.ring();
    let is_held = freed == 0 && letter.state == State::Held;
    see_other(format!("{PATH}/{id}?done={}", if is_held { "nothing-released" } else { "letters-released" }))
}

impl Show {
    async fn around(
        id: LetterId,
        form: AgainForm,
        errors: Errors,
        req: &HttpRequest,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let letter = OnDesk::with_id(id, conn).await?;
        let (tries, repeats) = (letter.tries(conn).await?, letter.repeats(conn).await?);
        let suppression = Suppression::of(&letter.to_email, conn).await?;
        let way = Way::of(state::shared(req));
        Ok(Self { frame, tries, repeats, suppression, way, letter, form, errors })
    }

    /// Why it cannot be sent again; nothing where it can be tried.
    fn stays(&self) -> Option<&'static str> {
        let refusal = match self.letter.state {
            _ if !resend::can_be_repeated(&self.letter.kind) => Resent::OwnersOnly,
            _ if self.letter.person_id.is_none() => Resent::NoAccount,
            State::Queued | State::Sending | State::Deferred => Resent::OnItsWay,
            State::Accepted | State::Failed | State::Held => return None,
        };
        refusal.refusal()
    }

    /// The list it is in.
    fn tray(&self) -> &'static str {
        match self.letter.state {
            State::Queued | State::Sending | State::Deferred => "waiting",
            State::Held => "held",
            State::Failed => "failed",
            State::Accepted => "accepted",
        }
    }

    fn title(&self) -> String {
        title(&self.letter.kind)
    }

    /// Whether a button sets it free.
    fn can_be_released(&self) -> bool {
        self.letter.state == State::Held && self.suppression.is_none() && !self.way.is_one_mailbox
    }
}

/// When a deferred letter is tried again.
pub(super) fn next_try(letter: &OnDesk, frame: &Frame) -> String {
    if letter.state == State::Deferred { frame.time(&letter.next_try_at) } else { String::new() }
}

/// The line under a letter: when, how often it was tried, and the mail server's words.
pub(super) fn line(letter: &OnDesk, frame: &Frame) -> String {
    let at = match (letter.state, letter.settled_at) {
        (State::Accepted, Some(at)) => format!("Accepted {}", frame.moment(&at)),
        (State::Failed, Some(at)) => format!("Given up {}", frame.moment(&at)),
        _ => format!("Written {}", frame.moment(&letter.created_at)),
    };
    let tries = (letter.tries > 1).then(|| format!("{} tries", letter.tries));
    let words = letter.server_words.as_ref().map(|words| format!("“{words}”"));
    std::iter::once(at).chain(tries).chain(words).collect::<Vec<_>>().join(" · ")
}
