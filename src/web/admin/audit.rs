//! The audit, searched: who did or read what about whom, and when.

use actix_web::HttpRequest;
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::civil::Date;
use uuid::Uuid;

use crate::{
    model::{
        audit::{
            Action,
            trail::{self, Act, Place, Somebody, Wanted},
        },
        calendar,
        id::PersonId,
        keyset::{Page, Turn},
        people::{Listed, Sought},
        person::Admin,
        setting::Setting,
    },
    web::{
        error::Error,
        form::Errors,
        glance,
        guard::{Conn, Sudo},
        page::{Flash, Frame, Reply, ok},
    },
};

/// More people of one name than one chooses from.
const MOST_CHOICES: i64 = 10;

#[derive(Template)]
#[template(path = "admin/audit/index.html")]
struct Index {
    frame: Frame,
    asked: Asked,
    about: Who,
    by: Who,
    acts: Page<Act>,
    errors: Errors,
}

/// What an address asks for. Words in it that we do not know are left out, and the page says so.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    about: String,
    by: String,
    action: Option<Action>,
    from: Option<Date>,
    to: Option<Date>,
    turn: Turn<Place>,
    has_unknown: bool,
    has_odd_place: bool,
}

/// The person behind what was typed or chosen.
enum Who {
    /// Nothing was said: anybody.
    Anybody,
    /// This one.
    One(Box<Listed>),
    /// Somebody without an account now.
    Gone(Uuid),
    /// One of these: which?
    Several(Vec<Listed>),
    /// Nobody is called so.
    Nobody,
}

impl Asked {
    fn read(query: &str) -> Self {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let mut asked = Self {
            about: String::new(),
            by: String::new(),
            action: None,
            from: None,
            to: None,
            turn: Turn::First,
            has_unknown: false,
            has_odd_place: false,
        };
        for (name, value) in pairs.iter().filter(|(_, value)| !value.trim().is_empty()) {
            let (value, place) = (value.trim(), Place::parse(value));
            let is_known = match name.as_str() {
                "about" => set(&mut asked.about, Some(value.chars().take(200).collect())),
                "by" => set(&mut asked.by, Some(value.chars().take(200).collect())),
                "action" => set(&mut asked.action, Action::parse(value).map(Some)),
                "from" => set(&mut asked.from, calendar::day(value).map(Some)),
                "to" => set(&mut asked.to, calendar::day(value).map(Some)),
                "after" => set(&mut asked.turn, place.map(Turn::After)),
                "before" => set(&mut asked.turn, place.map(Turn::Before)),
                _ => false,
            };
            if !is_known && matches!(name.as_str(), "before" | "after") {
                asked.has_odd_place = true;
            } else if !is_known {
                asked.has_unknown = true;
            }
        }
        asked
    }

    /// What the model looks for, when both people are known.
    fn wanted(&self, about: &Who, by: &Who, setting: &Setting) -> Option<Wanted> {
        Some(Wanted {
            about: about.id()?,
            by: by.id()?,
            action: self.action,
            from: self.from.and_then(|day| setting.start_of(day)),
            until: self.to.and_then(|day| setting.start_of(day.tomorrow().ok()?)),
        })
    }

    /// The address of the same search, but for one of its words.
    fn with(&self, name: &str, value: impl std::fmt::Display) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let all = [
            ("about", self.about.clone()),
            ("by", self.by.clone()),
            ("action", self.action.map(|action| action.code().to_owned()).unwrap_or_default()),
            ("from", day(self.from)),
            ("to", day(self.to)),
        ];
        let kept = all.into_iter().filter(|(known, _)| *known != name).chain([(name, value.to_string())]);
        let filled: Vec<_> = kept.filter(|(_, value)| !value.is_empty()).collect();
        match serde_html_form::to_string(filled) {
            Ok(query) if !query.is_empty() => format!("{ADDRESS}?{query}"),
            _ => ADDRESS.to_owned(),
        }
    }
}

const ADDRESS: &str = "/admin/audit";

/// Says whether there was a value.
fn set<T>(place: &mut T, value: Option<T>) -> bool {
    let is_there = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_there
}

impl Who {
    async fn behind(said: &str, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        if said.is_empty() {
            return Ok(Self::Anybody);
        }
        if let Ok(id) = said.parse::<Uuid>() {
            return match Listed::with_id(PersonId(id), conn).await.map_err(Error::from) {
                Ok(one) => Ok(Self::One(Box::new(one))),
                Err(Error::NotFound) => Ok(Self::Gone(id)),
                Err(error) => Err(error),
            };
        }
        let Some(sought) = Sought::parse(said) else { return Ok(Self::Nobody) };
        let mut found = Listed::found(&sought, MOST_CHOICES, conn).await?;
        Ok(match found.len() {
            0 => Self::Nobody,
            1 => Self::One(Box::new(found.remove(0))),
            _ => Self::Several(found),
        })
    }

    /// Whose id to look for, if any; nothing when that is not clear.
    #[expect(clippy::option_option, reason = "unclear, anybody and somebody are three answers")]
    fn id(&self) -> Option<Option<Uuid>> {
        match self {
            Self::Anybody => Some(None),
            Self::One(one) => Some(Some(one.id.0)),
            Self::Gone(id) => Some(Some(*id)),
            Self::Several(_) | Self::Nobody => None,
        }
    }
}

/// The search, and what it finds.
///
/// # Errors
/// When the database is away.
pub async fn index(Sudo(admin): Sudo<Admin>, req: HttpRequest, mut frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let asked = Asked::read(req.query_string());
    let (about, by) = (Who::behind(&asked.about, &mut conn).await?, Who::behind(&asked.by, &mut conn).await?);
    let wanted = asked.wanted(&about, &by, &frame.setting);
    let acts = match &wanted {
        Some(wanted) => trail::search(&admin, wanted, asked.turn, &mut conn).await?,
        None => Page { rows: Vec::new(), has_previous: false, has_next: false },
    };
    if asked.has_odd_place {
        frame.flash = Some(Flash { tone: "warn", key: "flash-stale-page" });
    } else if asked.has_unknown {
        frame.flash = Some(Flash { tone: "warn", key: "flash-unknown-view" });
    }
    let mut errors = Errors::default();
    for (name, who) in [("about", &about), ("by", &by)] {
        match who {
            Who::Several(_) => errors.add(name, "audit-person-several"),
            Who::Nobody => errors.add(name, "audit-person-nobody"),
            Who::Anybody | Who::One(_) | Who::Gone(_) => {}
        }
    }
    ok(&Index { frame, asked, about, by, acts, errors })
}

impl Index {
    /// The choices of the action field.
    fn actions(&self) -> Vec<(&'static str, &'static str)> {
        let all = Action::ALL.iter().map(|action| (action.code(), action.words()));
        std::iter::once(("", "Anything")).chain(all).collect()
    }

    fn action(&self) -> &'static str {
        self.asked.action.map_or("", Action::code)
    }

    fn day(&self, day: &Option<Date>) -> String {
        day.map(|day| day.to_string()).unwrap_or_default()
    }

    /// The addresses of the page before and the page after.
    fn neighbours(&self) -> (Option<String>, Option<String>) {
        self.acts.neighbours(&self.asked.with("", ""), |act| act.place().to_string())
    }

    /// Whether the people asked for are known, so that there was a search.
    fn has_searched(&self) -> bool {
        self.about.id().is_some() && self.by.id().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_far_as_we_know_it() {
        let asked = Asked::read("about=eve&by=&action=note.written&from=2026-11-01&to=&done=x");
        assert_eq!((asked.about.as_str(), asked.by.as_str()), ("eve", ""));
        assert_eq!(asked.action, Some(Action::WroteNote));
        assert_eq!(asked.from.map(|day| day.to_string()).as_deref(), Some("2026-11-01"));
        assert!(asked.has_unknown && !asked.has_odd_place);
        for odd in ["action=note.eaten", "from=2026-02-30", "to=soon", "level=all"] {
            assert!(Asked::read(odd).has_unknown, "{odd}");
        }
        assert!(Asked::read("after=7").has_odd_place);
        assert!(!Asked::read("about=&action=").has_unknown);
    }

    #[test]
    fn the_address_of_a_search_is_read_back_as_it_was() {
        let asked = Asked::read("about=o%27brien+%26+co&action=note.written&from=2026-11-01&to=2026-11-02");
        let address = asked.with("by", "bo");
        let again = Asked::read(address.split_once('?').map(|(_, query)| query).unwrap_or_default());
        assert_eq!(again, Asked { by: "bo".to_owned(), ..asked });
        assert_eq!(Asked::read("about=eve").with("about", ""), "/admin/audit");
    }
}
