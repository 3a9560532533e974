//! Figures on a page: their values inside words, rows of a comparison with bars, and the small print behind the `*`.

use jiff::civil::Date;

use super::{chart::Bar, error::Error, guard::Conn, page::Frame};
use crate::{
    model::{
        claim::{Claim, State, TOPICS, Unit},
        comparison::{self, Cell, Claims, Row},
        markdown::Prose,
    },
    words::Words,
};

/// What all jobs together earn and how they grow: the measure beside every comparison.
pub const ALL_JOBS: [&str; 2] = ["pay.median.00-0000", "growth.00-0000"];

/// The figures a page shows.
pub struct Figures {
    claims: Claims,
    today: Date,
}

/// Where some of the figures come from, and how sure they are.
pub struct Stamp {
    /// Their topics.
    pub title: String,
    /// Who published them, and where.
    pub source: String,
    /// As `chips::source_state` takes it.
    pub state: &'static str,
    /// The day they were read at the source.
    pub date: String,
    /// The day of the next check.
    pub next: String,
}

/// One row of a comparison, ready to print.
pub struct Line {
    /// What is compared.
    pub label: String,
    /// What the figures share.
    pub basis: String,
    /// Whether there is small print about it.
    pub noted: bool,
    /// Health informatics, then health information management.
    pub sides: [(&'static str, Shown); 2],
}

/// What stands in a cell.
pub enum Shown {
    /// Words.
    Words(Prose),
    /// A figure; the bar is missing where lengths would say nothing.
    Figure { name: String, value: String, bar: Option<Bar>, to_check: bool },
    /// A figure that must not be shown now.
    UnderReview,
}

impl Figures {
    /// Those among the loaded claims. One whose last day has passed is not shown: in its place stands "figure under review".
    #[must_use]
    pub fn of(claims: impl IntoIterator<Item = Claim>, frame: &Frame) -> Self {
        let today = today(frame);
        let shown = claims.into_iter().filter(|claim| !claim.is_expired(today));
        Self { claims: shown.map(|claim| (claim.key.clone(), claim)).collect(), today }
    }

    /// The live ones with these names.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn named(keys: &[String], frame: &Frame, conn: &mut Conn) -> Result<Self, Error> {
        let claims = if keys.is_empty() { Vec::new() } else { Claim::live(keys, conn).await? };
        let claims = Claim::tell(claims, frame.language, conn).await?;
        Ok(Self::of(claims, frame))
    }

    /// The live figure with this name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Claim> {
        self.claims.get(key)
    }

    /// Whether the page shows none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    /// The small print of all figures shown, each sentence once.
    #[must_use]
    pub fn small_print(&self) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        for text in self.in_order().iter().filter_map(|claim| claim.disclaimer.as_deref()) {
            if !words.contains(&text) {
                words.push(text);
            }
        }
        words
    }

    /// Pay and growth of all jobs, when the page has both.
    #[must_use]
    pub fn all_jobs(&self) -> Option<(String, String)> {
        let [pay, growth] = ALL_JOBS.map(|key| self.get(key).map(|claim| claim.value_words()));
        pay.zip(growth)
    }

    /// One stamp for each source and state.
    #[must_use]
    pub fn stamps(&self, words: &Words) -> Vec<Stamp> {
        let mut groups: Vec<(&str, State, Vec<&Claim>)> = Vec::new();
        for claim in self.in_order() {
            let state = claim.state(self.today);
            match groups.iter_mut().find(|(source, of, _)| *source == claim.source.key && *of == state) {
                Some((.., claims)) => claims.push(claim),
                None => groups.push((&claim.source.key, state, vec![claim])),
            }
        }
        groups.into_iter().filter_map(|(_, state, claims)| stamp(state, &claims, words)).collect()
    }

    /// Rows ready to print. Figures of one unit share one scale, so that all bars of a page compare.
    #[must_use]
    pub fn lines<'a>(&self, rows: impl Iterator<Item = &'a Row>) -> Vec<Line> {
        let rows: Vec<&Row> = rows.collect();
        let shown = rows.iter().filter_map(|row| row.figures()).flat_map(|(hi, him)| [hi, him]);
        let shown: Vec<&Claim> = shown.filter_map(|key| self.get(key)).collect();
        rows.iter().map(|row| self.line(row, &shown)).collect()
    }

    fn line(&self, row: &Row, shown: &[&Claim]) -> Line {
        // Somebody may have corrected a figure since the page was published: unlike figures never stand together.
        let is_sound = comparison::faults(std::slice::from_ref(row), &self.claims).is_empty();
        let cell = |cell: &Cell| match cell {
            Cell::Words(prose) => Shown::Words(prose.clone()),
            Cell::Figure(key) => match self.get(key).filter(|_| is_sound) {
                Some(claim) => self.figure(claim, shown),
                None => Shown::UnderReview,
            },
        };
        let noted = row.figures().and_then(|(hi, _)| self.get(hi)).is_some_and(|claim| claim.disclaimer.is_some());
        let basis = if is_sound { row.basis(&self.claims) } else { String::new() };
        Line { label: row.label.clone(), basis, noted, sides: [("hi", cell(&row.hi)), ("him", cell(&row.him))] }
    }

    fn figure(&self, claim: &Claim, shown: &[&Claim]) -> Shown {
        /// Air at the end of the longest bar.
        const ROOM: f64 = 1.05;
        let most = shown.iter().filter(|one| one.unit == claim.unit).filter_map(|one| one.value).fold(0.0, f64::max);
        let bar = claim.value.and_then(|value| match claim.unit {
            Unit::UsdPerYear | Unit::Usd | Unit::Percent => Some(Bar::new(value, most * ROOM)),
            Unit::Scale1To7 => Some(Bar::between(value, 1.0, 7.0)),
            // Counts follow the size of the job group, so their lengths would mislead.
            _ => None,
        });
        let to_check = claim.state(self.today) != State::Checked;
        Shown::Figure { name: claim.label_words().to_owned(), value: claim.value_words(), bar, to_check }
    }

    /// By topic, then by name.
    fn in_order(&self) -> Vec<&Claim> {
        let mut claims: Vec<&Claim> = self.claims.values().collect();
        claims.sort_by_key(|claim| (TOPICS.iter().position(|topic| *topic == claim.topic), &claim.key));
        claims
    }
}

fn stamp(state: State, claims: &[&Claim], words: &Words) -> Option<Stamp> {
    let source = &claims.first()?.source;
    let mut topics: Vec<String> =
        claims.iter().map(|claim| words.say("topic").set("topic", claim.topic.as_str()).to_string()).collect();
    topics.dedup();
    let date = claims.iter().filter_map(|claim| claim.reviewed_on).min();
    let next = claims.iter().filter_map(|claim| claim.review_due).min();
    Some(Stamp {
        title: topics.join(", "),
        source: format!("{}. {}.", source.publisher.trim_end_matches('.'), source.title.trim_end_matches('.')),
        state: state.code(),
        date: date.map(|date| words.language().day(date)).unwrap_or_default(),
        next: next.map(|date| words.language().day(date)).unwrap_or_default(),
    })
}

/// Today on the school's calendar.
#[must_use]
pub fn today(frame: &Frame) -> Date {
    frame.setting.local(jiff::Timestamp::now()).date()
}
