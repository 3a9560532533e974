//! The timeline of a record as its page asks for it: which kinds, which page, and the ways to others.

use super::super::page::{Flash, Frame};
use crate::model::{
    advisee::{Advisee, Record},
    error::Result,
    keyset::Turn,
    person::Advisor,
    timeline::{self, Event, PAGE, Place, RECENT_MONTHS, Show, Timeline, Wanted},
};

/// A page of the timeline with the ways around it.
pub struct History {
    /// Its entries, newest first.
    pub events: Vec<Event>,
    /// Which kinds it shows.
    pub show: Show,
    /// Whether it holds notes: they count as seen once it is shown.
    pub has_notes: bool,
    /// The page with newer entries.
    pub previous: Option<String>,
    /// The page with older ones.
    pub next: Option<String>,
    /// What is folded away, in words, and the way to it.
    pub older: Option<(String, String)>,
}

/// What the address asks for.
struct Asked {
    show: Show,
    turn: Turn<Place>,
    is_older_too: bool,
    is_odd: bool,
}

impl Asked {
    fn read(query: &str) -> Self {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let mut asked = Self { show: Show::Everything, turn: Turn::First, is_older_too: false, is_odd: false };
        for (name, value) in pairs {
            match (name.as_str(), Place::parse(&value), Show::parse(&value)) {
                ("show", _, Some(show)) => asked.show = show,
                ("after", Some(place), _) => asked.turn = Turn::After(place),
                ("before", Some(place), _) => asked.turn = Turn::Before(place),
                ("older", ..) if value == "on" => asked.is_older_too = true,
                ("done", ..) => {}
                _ => asked.is_odd = true,
            }
        }
        asked
    }

    fn address(&self, record: &Advisee, is_older_too: bool) -> String {
        let show = (self.show != Show::Everything).then(|| format!("show={}", self.show.code()));
        let older = is_older_too.then(|| "older=on".to_owned());
        let query: Vec<String> = show.into_iter().chain(older).collect();
        if query.is_empty() { record.path() } else { format!("{}?{}", record.path(), query.join("&")) }
    }
}

impl History {
    /// The page that an address asks for; a part of it that we do not know is left out, with a notice.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn of(
        record: &Record,
        advisor: &Advisor,
        query: &str,
        frame: &mut Frame,
        conn: &mut diesel_async::AsyncPgConnection,
    ) -> Result<Self> {
        let asked = Asked::read(query);
        if asked.is_odd {
            frame.flash = Some(Flash { tone: "warn", key: "flash-unknown-view" });
        }
        let wanted = Wanted { show: asked.show, is_older_too: asked.is_older_too, turn: asked.turn, most: PAGE };
        let Timeline { events, older } = timeline::page(record, advisor, &wanted, conn).await?;
        let around = |way: Option<String>| way.map(|href| format!("{href}#timeline"));
        let (previous, next) =
            events.neighbours(&asked.address(record, asked.is_older_too), |event| event.place().to_string());
        Ok(Self {
            has_notes: events.rows.iter().any(|event| matches!(event.what, timeline::What::Note(_))),
            show: asked.show,
            previous: around(previous),
            next: around(next),
            older: (older > 0).then(|| (folded(older), format!("{}#timeline", asked.address(record, true)))),
            events: events.rows,
        })
    }
}

/// What is folded away, such as "Show 12 entries older than 18 months".
pub fn folded(older: i64) -> String {
    match older {
        1 => format!("1 entry older than {RECENT_MONTHS} months"),
        1000.. => format!("999+ entries older than {RECENT_MONTHS} months"),
        _ => format!("{older} entries older than {RECENT_MONTHS} months"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_kinds_and_pages_and_the_rest_is_odd() {
        let asked = Asked::read("show=notes&older=on&done=note-saved");
        assert_eq!((asked.show, asked.is_older_too, asked.is_odd), (Show::Notes, true, false));
        for odd in ["show=gossip", "after=1", "older=maybe", "x=1"] {
            assert!(Asked::read(odd).is_odd, "{odd}");
        }
    }

    #[test]
    fn what_is_folded_away_is_counted() {
        assert_eq!(folded(1), "1 entry older than 18 months");
        assert_eq!(folded(12), "12 entries older than 18 months");
        assert_eq!(folded(1000), "999+ entries older than 18 months");
    }
}
