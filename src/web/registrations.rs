//! Creating an account by email: the form, "look in your mail", and the page behind the letter's link.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::Timestamp;
use serde::Deserialize;

use super::{
    error::Error,
    form::{Errors, FormData},
    guard::{Anyone, Conn, anonymous},
    page::{Frame, Reply, html, ok, see_other},
    session, sign_in, state,
};
use crate::model::{
    adoption::{self, Earlier},
    email::Email,
    id::AttemptId,
    password::Password,
    person::FullName,
    registration::{self, Anew, Answers, Registration, Waiting},
    session as sessions, throttle,
    token::Token,
};

#[derive(Template)]
#[template(path = "registrations/new.html")]
struct New {
    frame: Frame,
    name: String,
    email: String,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "registrations/sent.html")]
struct Sent {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "registrations/confirm.html")]
struct Confirm {
    frame: Frame,
    path: String,
    email: String,
    until: String,
    /// Whether name and password are chosen here: the address was registered more than once.
    is_contested: bool,
    name: String,
    /// Answers that were given before registering, and on which day.
    earlier: Option<(Earlier, String)>,
    /// What was chosen about them: nothing, until somebody does.
    answers: String,
    errors: Errors,
}

/// A link that does not work, whatever the reason, and the way to a new one.
#[derive(Template)]
#[template(path = "registrations/dead_link.html")]
pub struct DeadLink {
    /// Around the page.
    pub frame: Frame,
    /// Where a new link comes from.
    pub again: &'static str,
}

/// The form as it is posted.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

/// What is chosen behind the link: name and password, where they are, and whether to keep the answers given before.
#[derive(Deserialize)]
pub struct Chosen {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    answers: String,
}

/// The form.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn new(anyone: Anyone, frame: Frame) -> Reply {
    match anyone.0 {
        Some(person) => see_other(sign_in::home_of(person.role)),
        None => ok(&New { frame, name: String::new(), email: String::new(), errors: Errors::default() }),
    }
}

/// Notes a registration. The answer is the same whether the address is known or not.
///
/// # Errors
/// When the database or the hashing threads are too busy.
pub async fn create(form: FormData<Form>, req: HttpRequest, frame: Frame) -> Reply {
    let FormData(form) = form;
    let shared = state::shared(&req);
    let mut errors = Errors::default();
    let name = errors.take("name", FullName::parse(&form.name));
    let email = errors.take("email", Email::parse(&form.email));
    if email.as_ref().is_some_and(|email| !email.is_of(&frame.setting.email_domains)) {
        errors.add("email", "email-of-another-domain");
    }
    let about = ["signpost", &frame.school, form.name.trim(), form.email.trim()];
    let password = errors.take("password", Password::parse(&form.password, &about));
    let (Some(name), Some(email), Some(password), true) = (name, email, password, errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &New { frame, name: form.name, email: form.email, errors });
    };
    let (ip, campus) = (session::ip_of(&req), &shared.config.campus_networks);
    throttle::may_bother_strangers(ip, campus, &mut *state::pool(&req).get().await?).await?;
    let password_hash = shared.hasher.hash(password).await?;
    let attempt = tried(&req);
    let registration = Registration { name, email, password_hash, locale: frame.lang.to_owned(), attempt };
    let mut conn = state::pool(&req).get().await?;
    registration.note(&shared.post, &mut conn).await?;
    shared.post.ring();
    see_other("/register/sent")
}

/// "Look in your mail."
///
/// # Errors
/// When the page cannot be rendered.
pub async fn sent(frame: Frame) -> Reply {
    ok(&Sent { frame })
}

/// The page behind the link: a button, since mail scanners open links.
///
/// # Errors
/// When the database is away.
pub async fn confirm(token: Path<String>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let Some((waiting, until)) = behind(&token, &mut conn).await? else { return dead(frame, "/register") };
    let earlier = earlier(&waiting, tried(&req), &mut conn).await?;
    ok(&Confirm::around(waiting, &until, earlier, frame))
}

/// Uses the link: the account comes alive and is signed in.
///
/// # Errors
/// When the database or the hashing threads are too busy.
pub async fn confirmed(token: Path<String>, form: FormData<Chosen>, req: HttpRequest, frame: Frame) -> Reply {
    let shared = state::shared(&req);
    let found = behind(&token, &mut *state::pool(&req).get().await?).await?;
    let (Some((waiting, until)), Some(link)) = (found, Token::given(&token)) else { return dead(frame, "/register") };
    let answers = match form.0.answers.as_str() {
        "keep" => Answers::Keep,
        "leave" => Answers::Leave,
        _ => Answers::Unasked,
    };
    let here = tried(&req);
    let earlier = earlier(&waiting, here, &mut *state::pool(&req).get().await?).await?;
    let mut errors = Errors::default();
    let mut chosen = None;
    if waiting.is_contested {
        let name = errors.take("name", FullName::parse(&form.0.name));
        let about = ["signpost", &frame.school, form.0.name.trim(), &waiting.email];
        chosen = name.zip(errors.take("password", Password::parse(&form.0.password, &about)));
    }
    if earlier.is_some() && answers == Answers::Unasked {
        errors.add("answers", "earlier-choose");
    }
    if !errors.is_empty() {
        let Chosen { name, answers, .. } = form.0;
        let page = Confirm { errors, name, answers, ..Confirm::around(waiting, &until, earlier, frame) };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let anew = match chosen {
        Some((name, password)) => Some(Anew { name, password_hash: shared.hasher.hash(password).await? }),
        None => None,
    };
    let mut conn = state::pool(&req).get().await?;
    let (setting, post) = (&frame.setting, &shared.post);
    let confirmed = registration::confirm(&link, anew.as_ref(), answers, here, setting, post, &mut conn).await;
    match confirmed.map_err(Error::from) {
        Ok(person_id) => {
            shared.post.ring();
            let token = sessions::begin(person_id, &session::device_of(&req), &mut conn).await?;
            // Other answers than those of the registration: home asks about them.
            if let Some(here) = anonymous(&req) {
                adoption::carry(here.id, &token, &mut conn).await?;
            }
            let mut answer = HttpResponse::SeeOther();
            session::put(&mut answer, &shared.config, &token);
            Ok(answer.insert_header((header::LOCATION, "/home?done=confirmed")).finish())
        }
        Err(Error::NotFound) => dead(frame, "/register"),
        Err(error) => Err(error),
    }
}

async fn behind(token: &str, conn: &mut AsyncPgConnection) -> Result<Option<(Waiting, Timestamp)>, Error> {
    match Token::given(token) {
        Some(link) => Ok(registration::behind(&link, conn).await?),
        None => Ok(None),
    }
}

/// The attempt of this browser, while nobody is signed in here.
fn tried(req: &HttpRequest) -> Option<AttemptId> {
    anonymous(req).and_then(|here| here.attempt)
}

/// The answers that wait with a registration, if they are for whoever is here.
async fn earlier(
    waiting: &Waiting,
    here: Option<AttemptId>,
    conn: &mut AsyncPgConnection,
) -> Result<Option<Earlier>, Error> {
    match waiting.offered(here, conn).await? {
        Some(attempt) => Ok(Earlier::of(attempt, conn).await?),
        None => Ok(None),
    }
}

impl Confirm {
    fn around(waiting: Waiting, until: &Timestamp, earlier: Option<Earlier>, frame: Frame) -> Self {
        let (path, until) = (frame.path.clone(), frame.moment(until));
        let earlier = earlier.map(|earlier| {
            let day = frame.day(&earlier.saved_at);
            (earlier, day)
        });
        let Waiting { email, is_contested, .. } = waiting;
        let (name, answers) = (String::new(), String::new());
        Self { frame, path, email, until, is_contested, name, earlier, answers, errors: Errors::default() }
    }

    /// Value, words and what follows from it.
    fn choices(&self, earlier: &Earlier) -> [(&'static str, String, String); 2] {
        let t = &self.frame.t;
        let key = if earlier.is_submitted { "confirm-answers-keep-done" } else { "confirm-answers-keep-open" };
        let then = t.say(key).set("answered", earlier.answered).set("items", earlier.items).to_string();
        let leave = t.say("confirm-answers-leave-about").to_string();
        [
            ("keep", t.say("confirm-answers-keep").to_string(), then),
            ("leave", t.say("confirm-answers-leave").to_string(), leave),
        ]
    }
}

/// The neutral page of a link that does not work.
///
/// # Errors
/// When the page cannot be rendered.
pub fn dead(mut frame: Frame, again: &'static str) -> Reply {
    frame.here.clear();
    html(StatusCode::NOT_FOUND, &DeadLink { frame, again })
}
