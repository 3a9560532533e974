//! The outbox: where letters stand, what the mail server said, and letters that were held back. No body, no link.

pub mod show;
pub mod suppressions;

use actix_web::HttpRequest;
use askama::Template;
use serde::Deserialize;

use crate::{
    mail::{PATIENCE, Smtp},
    model::{
        audit::{self, Action},
        email::Email,
        id::{FormKey, LetterId},
        keyset::Turn,
        letter::Letter,
        outbox::{
            NewLetter,
            desk::{self, MOST_RELEASED, OnDesk, Sought, Tray},
        },
        person::Admin,
        suppression::Suppression,
    },
    web::{
        form::{Errors, FormData},
        guard::Conn,
        page::{Flash, Frame, Reply, ok, see_other},
        state::{self, Shared},
    },
};

const PATH: &str = "/admin/outbox";

#[derive(Template)]
#[template(path = "admin/outbox/index.html")]
struct Index {
    frame: Frame,
    sought: Sought,
    counts: [i64; 4],
    letters: Vec<OnDesk>,
    previous: Option<String>,
    next: Option<String>,
    suppressions: i64,
    way: Way,
    form_key: FormKey,
    errors: Errors,
}

/// Where letters go, in words for admins.
struct Way {
    words: String,
    /// Whether a letter set free would only be held again.
    is_one_mailbox: bool,
}

/// What an address asks for. Words in it that we do not know are left out, and the page says so.
struct Asked {
    sought: Sought,
    turn: Turn<LetterId>,
    has_unknown: bool,
    has_odd_place: bool,
}

/// Held letters to be set free: to whom, and the newest that was seen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReleaseForm {
    email: String,
    up_to: Option<LetterId>,
}

/// A button's form.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Button {
    form_key: FormKey,
}

/// The letters of a tray, newest first.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, req: HttpRequest, mut frame: Frame, mut conn: Conn) -> Reply {
    let mut asked = Asked::read(req.query_string());
    if asked.has_odd_place {
        frame.flash = Some(Flash { tone: "warn", key: "flash-stale-page" });
    } else if asked.has_unknown {
        frame.flash = Some(Flash { tone: "warn", key: "flash-unknown-view" });
    }
    let mut errors = Errors::default();
    let typed = asked.sought.email.clone();
    if !typed.is_empty() && Email::parse(&typed).is_err() {
        errors.add("to", "outbox-email-malformed");
        asked.sought.email = String::new();
    }
    let page = OnDesk::page(&asked.sought, asked.turn, &mut conn).await?;
    let (previous, next) = page.neighbours(&path(&asked.sought), |letter| letter.id.to_string());
    ok(&Index {
        counts: desk::counts(&mut conn).await?,
        suppressions: Suppression::count(&mut conn).await?,
        way: Way::of(state::shared(&req)),
        frame,
        sought: Sought { email: typed, ..asked.sought },
        letters: page.rows,
        previous,
        next,
        form_key: FormKey::new(),
        errors,
    })
}

/// Sets the held letters free that were looked for and seen.
///
/// # Errors
/// When the database is away.
pub async fn release_all(
    admin: Admin,
    form: FormData<ReleaseForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let Some(up_to) = form.up_to.filter(|_| !frame.came_back()) else { return see_other(format!("{PATH}?tray=held")) };
    let email = (!form.email.is_empty()).then_some(form.email.as_str());
    let freed = desk::release(&admin, email, up_to, false, &mut conn).await?;
    state::shared(&req).post.ring();
    let done = if freed > 0 { "letters-released" } else { "nothing-released" };
    see_other(format!("{PATH}?tray=held&done={done}"))
}

/// Sends the admin a letter that says nothing but that mail works.
///
/// # Errors
/// When the database is away.
pub async fn test(admin: Admin, form: FormData<Button>, req: HttpRequest, mut conn: Conn) -> Reply {
    let post = &state::shared(&req).post;
    let person = admin.person();
    let new = NewLetter {
        letter: &Letter::MailTest,
        person_id: Some(admin.id()),
        result_id: None,
        to_name: &person.full_name,
        to_email: &person.email,
        reply_to: None,
        locale: "en",
        token: None,
        form_key: Some(form.0.form_key),
    };
    let id = post.put(new, &mut conn).await?;
    audit::record(Some(admin.id()), Action::TestedMail, "letter", Some(id.0), None, &mut conn).await?;
    post.ring();
    see_other(format!("{PATH}/{id}?done=test-sent"))
}

impl Asked {
    fn read(query: &str) -> Self {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let mut asked = Self {
            sought: Sought { tray: Tray::Waiting, email: String::new() },
            turn: Turn::First,
            has_unknown: false,
            has_odd_place: false,
        };
        for (name, value) in pairs.iter().filter(|(_, value)| !value.trim().is_empty()) {
            let place = value.parse().ok().map(LetterId);
            match (name.as_str(), Tray::parse(value), place) {
                ("tray", Some(tray), _) => asked.sought.tray = tray,
                ("to", ..) => asked.sought.email = value.trim().chars().take(254).collect(),
                ("after", _, Some(place)) => asked.turn = Turn::After(place),
                ("before", _, Some(place)) => asked.turn = Turn::Before(place),
                ("after" | "before", ..) => asked.has_odd_place = true,
                ("done", ..) => {}
                _ => asked.has_unknown = true,
            }
        }
        asked
    }
}

/// The address of a tray, with what is looked for in it.
fn path(sought: &Sought) -> String {
    let asked: Vec<_> = [("tray", sought.tray.code()), ("to", sought.email.as_str())]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    format!("{PATH}?{}", serde_html_form::to_string(asked).unwrap_or_default())
}

impl Way {
    fn of(shared: &Shared) -> Self {
        let config = &shared.config;
        let server = config.smtp_url.as_deref().map(|url| match Smtp::at(url, PATIENCE) {
            Ok(server) => format!("the mail server at {server}"),
            Err(_) => "a mail server that cannot be reached".to_owned(),
        });
        let words = match (server, &config.mail_only_to) {
            (None, _) => "Mail is not live: letters go to a folder of this machine, not to mailboxes.".to_owned(),
            (Some(server), Some(only)) => {
                format!("Mail is not live: {server} gets letters to {only} only, all others are held.")
            }
            (Some(server), None) => format!("Letters go to {server}."),
        };
        Self { words, is_one_mailbox: config.smtp_url.is_some() && config.mail_only_to.is_some() }
    }
}

impl Index {
    /// The trays: address, words, whether it is this one, how many letters.
    fn trays(&self) -> Vec<(String, &'static str, bool, String)> {
        let words = ["On the way", "Held", "Failed", "Accepted"];
        let trays = Tray::ALL.into_iter().zip(words).zip(self.counts);
        let link = |tray| path(&Sought { tray, email: String::new() });
        trays.map(|((tray, words), many)| (link(tray), words, tray == self.sought.tray, counted(many))).collect()
    }

    fn line(&self, letter: &OnDesk) -> String {
        show::line(letter, &self.frame)
    }

    /// The newest letter on the page, if they can be set free from here.
    fn up_to(&self) -> Option<LetterId> {
        let can_be = self.sought.tray == Tray::Held && !self.way.is_one_mailbox && self.previous.is_none();
        self.letters.first().filter(|_| can_be && self.errors.is_empty()).map(|letter| letter.id)
    }

    fn refused(&self) -> String {
        counted(self.suppressions)
    }

    fn most(&self) -> i64 {
        MOST_RELEASED
    }
}

/// A count that was stopped at a thousand.
fn counted(many: i64) -> String {
    if many < 1000 { many.to_string() } else { "999+".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_far_as_we_know_it() {
        let asked = Asked::read("tray=held&to=+eve%40a.example&done=x");
        assert_eq!(asked.sought, Sought { tray: Tray::Held, email: "eve@a.example".into() });
        assert!(!asked.has_unknown && !asked.has_odd_place);
        assert!(Asked::read("tray=sent").has_unknown && Asked::read("kind=reset").has_unknown);
        assert!(Asked::read("after=7").has_odd_place);
        assert_eq!(path(&asked.sought), "/admin/outbox?tray=held&to=eve%40a.example");
    }
}
