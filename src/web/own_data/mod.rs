//! A student's own data: what is held, who may read it and how long, who opened it, and what one can ask for.

pub mod copies;
pub mod requests;

use actix_web::web::Query;
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{
    disclosure::Disclosure,
    glass::{self, Opening},
    holdings::Holdings,
    keyset::{Page, Turn},
    person::{Member, Student},
    request::{Kind, Request},
};

/// Where everything here is under.
pub const PATH: &str = "/account/data";

/// Which page of those who opened the record.
#[derive(Deserialize)]
pub struct Turned {
    after: Option<Uuid>,
    before: Option<Uuid>,
}

/// One kind of thing that is held, in words: what, how much, who may read it, how long.
struct Held {
    what: String,
    many: String,
    who: String,
    long: String,
}

#[derive(Template)]
#[template(path = "own_data/show.html")]
struct Show {
    frame: Frame,
    requests: Vec<Request>,
    openings: Page<Opening>,
    previous: Option<String>,
    next: Option<String>,
    held: Vec<Held>,
    other_notes: i64,
    released_until: Option<String>,
    disclosures: Vec<Disclosure>,
    now: Timestamp,
}

/// What is kept of somebody on the staff. An account at work is no education record: nothing to release, amend or erase by
/// FERPA, so the page only says what there is.
#[derive(Template)]
#[template(path = "own_data/staff.html")]
struct Staff {
    frame: Frame,
}

/// The page.
///
/// # Errors
/// 404 for a place in somebody else's list.
pub async fn show(member: Member, turned: Query<Turned>, frame: Frame, mut conn: Conn) -> Reply {
    let Some(student) = Student::known(member.person().clone()) else { return ok(&Staff { frame }) };
    let id = student.student_id();
    let openings = glass::page(id, Turn::of(turned.after, turned.before), &mut conn).await?;
    let holdings = Holdings::of(id, &mut conn).await?;
    let released = Request::released(id, &mut conn).await?;
    let requests = Request::of(id, &mut conn).await?;
    let disclosures = Disclosure::about(id, &mut conn).await?;
    let (previous, next) = openings.neighbours(PATH, |opening| opening.id.to_string());
    let anchored = |path: String| format!("{path}#openings");
    ok(&Show {
        requests,
        openings,
        previous: previous.map(anchored),
        next: next.map(anchored),
        held: held(&holdings, &frame),
        other_notes: holdings.other_notes(),
        released_until: released.map(|(_, until)| frame.day(&until)),
        disclosures,
        now: Timestamp::now(),
        frame,
    })
}

impl Staff {
    fn letters(&self) -> String {
        period(self.frame.setting.keep_letters_months, &self.frame)
    }
}

/// A period of months in words: in years where it can be.
#[must_use]
pub fn period(months: i16, frame: &Frame) -> String {
    match (months / 12, months % 12) {
        (years, 0) => frame.t.say("period-years").set("years", years).to_string(),
        _ => frame.t.say("period-months").set("months", months).to_string(),
    }
}

/// Everything that is held, a line each.
fn held(holdings: &Holdings, frame: &Frame) -> Vec<Held> {
    let say = |key: &str| frame.t.say(key).to_string();
    let count = |key: &str, count: i64| frame.t.say(key).set("count", count).to_string();
    let record = period(frame.setting.keep_students_months, frame);
    let record = frame.t.say("held-long-record").set("period", record).to_string();
    let letters = period(frame.setting.keep_letters_months, frame);
    let letters = frame.t.say("held-long-letters").set("period", letters).to_string();
    let notes =
        frame.t.say("held-many-notes").set("shared", holdings.shared_notes).set("others", holdings.other_notes());
    let follow_ups = frame
        .t
        .say("held-many-notes")
        .set("shared", holdings.shared_follow_ups)
        .set("others", holdings.other_follow_ups);
    let answers = frame.t.say("held-many-answers").set("attempts", holdings.attempts).set("results", holdings.results);
    let profile = say(if holdings.has_profile { "held-many-saved" } else { "held-many-empty" });
    let advised = say("held-who-advised");
    let line = |what: &str, many: String, who: &str, long: &str| Held {
        what: say(what),
        many,
        who: who.to_owned(),
        long: long.to_owned(),
    };
    vec![
        line("held-contact", "–".to_owned(), &say("held-who-contact"), &record),
        line("held-profile", profile, &advised, &record),
        line("held-answers", answers.to_string(), &advised, &record),
        line("held-advice", count("held-many", holdings.advice), &advised, &record),
        line("held-notes", notes.to_string(), &say("held-who-notes"), &record),
        line("held-follow-ups", follow_ups.to_string(), &say("held-who-follow-ups"), &record),
        line("held-meetings", count("held-many", holdings.meetings), &advised, &record),
        line("held-advisors", count("held-many", holdings.periods), &advised, &record),
        line("held-letters", count("held-many", holdings.letters), &say("held-who-letters"), &letters),
        line("held-sessions", count("held-many", holdings.sessions), &say("held-who-you"), &say("held-long-sessions")),
        line("held-requests", count("held-many", holdings.requests), &say("held-who-requests"), &record),
        line("held-disclosures", count("held-many", holdings.disclosures), &advised, &record),
        line("held-outcomes", count("held-many", holdings.outcomes), &advised, &record),
        line("held-listed", count("held-many", holdings.listed), &say("held-who-listed"), &record),
        line("held-openings", "–".to_owned(), &say("held-who-openings"), &say("held-long-openings")),
    ]
}

impl Show {
    /// Whether a request of this kind waits for its answer.
    fn waits(&self, word: &str) -> bool {
        let kind = Kind::of_word(word);
        self.requests.iter().any(|request| request.is_open() && Some(request.kind()) == kind)
    }
}
