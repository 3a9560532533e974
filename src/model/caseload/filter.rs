//! What an address of the queue asks to see: a tab, filters and an order. The same words name a saved view.

use super::{behind::Behind, order::Order, status::Status, tab::Tab};
use crate::model::{fit::Outcome, people::Sought};

/// The longest name or address that is searched for, in characters.
const MOST_SOUGHT: usize = 100;

/// What the newest result says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultKind {
    /// An outcome.
    Of(Outcome),
    /// There is none.
    Missing,
}

impl ResultKind {
    /// All of them: what is chosen from, its word in the address and what advisors read.
    pub const ALL: [(Self, &'static str, &'static str); 7] = [
        (Self::Of(Outcome::HiClear), "hi-clear", "Clear, HI"),
        (Self::Of(Outcome::HiLean), "hi-lean", "Lean, HI"),
        (Self::Of(Outcome::Either), "either", "Too close, or either"),
        (Self::Of(Outcome::HimLean), "him-lean", "Lean, HIM"),
        (Self::Of(Outcome::HimClear), "him-clear", "Clear, HIM"),
        (Self::Of(Outcome::Insufficient), "not-enough", "Not enough answers"),
        (Self::Missing, "none", "No result yet"),
    ];

    /// Its word in an address.
    pub(super) fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, ..)| *kind == self).map_or("", |(_, code, _)| code)
    }

    /// What advisors read.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, ..)| *kind == self).map_or("", |(.., words)| words)
    }

    /// The one with this word.
    pub(super) fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, word, _)| *word == code).map(|(kind, ..)| kind)
    }
}

/// How many credits somebody has, in quarter credits. In a school of semesters the same steps are 60 and 120.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credits {
    /// Under 90.
    Few,
    /// 90 to 179: an associate degree's worth.
    Half,
    /// 180 or more: a bachelor's degree's worth.
    Many,
    /// They did not say.
    Unknown,
}

impl Credits {
    /// All of them with their words in the address.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Few, "few"), (Self::Half, "half"), (Self::Many, "many"), (Self::Unknown, "unknown")];

    /// From and to, both in it.
    pub(super) fn range(self) -> (i32, i32) {
        match self {
            Self::Unknown => (-1, -1),
            Self::Few => (0, 89),
            Self::Half => (90, 179),
            Self::Many => (180, i32::MAX),
        }
    }
}

/// Which of a tab's students.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of a name or an address, as typed.
    pub name: Option<String>,
    /// Where they stand.
    pub stage: Option<Status>,
    /// What their newest result says.
    pub result: Option<ResultKind>,
    /// How many credits they have.
    pub credits: Option<Credits>,
    /// A part of their advisor's name or address; leads only.
    pub advisor: Option<String>,
    /// Days without contact.
    pub no_contact: Option<i32>,
    /// What a number of the reports stands for.
    pub behind: Behind,
}

/// A tab, filters and an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The tab.
    pub tab: Tab,
    /// Which of its students.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
}

fn one<T: Copy>(all: impl IntoIterator<Item = (T, &'static str)>, code: &str) -> Option<T> {
    all.into_iter().find(|(_, word)| *word == code).map(|(one, _)| one)
}

impl Filter {
    /// Whether it leaves nobody out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the tally says how many there are: it knows advisors, stages, results and credits.
    pub(super) fn is_told(&self) -> bool {
        let Self { name, no_contact, behind, .. } = self;
        name.is_none() && no_contact.is_none() && behind.is_told()
    }

    /// The same without what was typed of a name, which no view keeps.
    #[must_use]
    pub fn without_name(&self) -> Self {
        Self { name: None, ..self.clone() }
    }
}

impl Wanted {
    /// Takes one word of an address. Says whether it was one of ours; an empty value asks for nothing.
    #[must_use]
    pub fn take(&mut self, name: &str, value: &str, is_lead: bool) -> bool {
        let value = value.trim();
        let (known, filter) = (!value.is_empty(), &mut self.filter);
        match name {
            "view" => Tab::parse(value).map(|tab| self.tab = tab).is_some(),
            "sort" => Order::parse(value).map(|order| self.order = order).is_some(),
            "q" | "stage" | "result" | "credits" | "no-contact" if !known => true,
            "advisor" if !known && is_lead => true,
            "q" => {
                // Without a letter or digit in it there is nothing to search for.
                filter.name = words_of(value);
                filter.name.is_some()
            }
            "stage" if value == Status::Invited.code() => {
                self.tab = Tab::Invited;
                true
            }
            "stage" => Status::parse(value).map(|stage| filter.stage = Some(stage)).is_some(),
            "result" => ResultKind::parse(value).map(|kind| filter.result = Some(kind)).is_some(),
            "credits" => one(Credits::ALL, value).map(|credits| filter.credits = Some(credits)).is_some(),
            "no-contact" => {
                filter.no_contact = value.parse().ok().filter(|days| (1..=3650).contains(days));
                filter.no_contact.is_some()
            }
            "advisor" if is_lead => {
                filter.advisor = words_of(value);
                filter.advisor.is_some()
            }
            _ => filter.behind.take(name, value, is_lead).unwrap_or(false),
        }
    }

    /// What a query string asks for, and whether there were words in it that we do not know.
    #[must_use]
    pub fn read(query: &str, is_lead: bool) -> (Self, bool) {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let mut wanted = Self::default();
        let unknown = pairs.iter().filter(|(name, value)| !wanted.take(name, value, is_lead)).count();
        (wanted, unknown > 0)
    }

    /// Its words, in one order, without what is so anyway.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let Self { tab, filter, order } = self;
        let text = |words: &str| words.to_owned();
        let mut all = vec![
            ("view", (*tab != Tab::Everyone).then(|| text(tab.code()))),
            ("q", filter.name.clone()),
            ("stage", filter.stage.map(|stage| text(stage.code()))),
            ("result", filter.result.map(|kind| text(kind.code()))),
            (
                "credits",
                filter.credits.and_then(|one| Credits::ALL.into_iter().find(|(c, _)| *c == one)).map(|(_, c)| text(c)),
            ),
            ("advisor", filter.advisor.clone()),
            ("no-contact", filter.no_contact.map(|days| days.to_string())),
        ];
        all.extend(filter.behind.pairs().into_iter().map(|(name, value)| (name, Some(value))));
        all.push(("sort", (*order != Order::default()).then(|| text(order.code()))));
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// Its query string; empty for what the bare address shows.
    #[must_use]
    pub fn query(&self) -> String {
        serde_html_form::to_string(self.pairs()).unwrap_or_default()
    }

    /// Its address, at a place in the list.
    #[must_use]
    pub fn address(&self, place: &str) -> String {
        let query = self.query();
        let query: Vec<&str> = [query.as_str(), place].into_iter().filter(|part| !part.is_empty()).collect();
        if query.is_empty() { "/caseload".to_owned() } else { format!("/caseload?{}", query.join("&")) }
    }
}

/// As much of a name as is searched for, where there is a word in that much.
fn words_of(typed: &str) -> Option<String> {
    let some: String = typed.chars().take(MOST_SOUGHT).collect();
    Sought::parse(&some).map(|_| some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_back() {
        let query =
            "view=new&q=eve+har&stage=close-call&result=either&credits=half&advisor=bo&no-contact=30&sort=name-desc";
        let (wanted, has_unknown) = Wanted::read(query, true);
        assert!(!has_unknown);
        assert_eq!(wanted.query(), query);
        assert_eq!(Wanted::read("", false), (Wanted::default(), false));
        assert_eq!(Wanted::default().address(""), "/caseload");
        assert_eq!(Wanted::default().address("after=1.x"), "/caseload?after=1.x");
        assert_eq!(wanted.filter.without_name().name, None);
    }

    #[test]
    fn what_we_do_not_know_is_left_out_and_empty_fields_are_no_fault() {
        for odd in
            ["view=mine", "age=17", "stage=late", "credits=90", "no-contact=0", "no-contact=x", "q=--", "sort=age"]
        {
            assert_eq!(Wanted::read(odd, true), (Wanted::default(), true), "{odd}");
        }
        assert_eq!(Wanted::read("q=&stage=&result=&credits=&no-contact=", false), (Wanted::default(), false));
        assert_eq!(Wanted::read("stage=invited", false).0.tab, Tab::Invited);
    }

    #[test]
    fn only_leads_look_by_advisor() {
        assert_eq!(Wanted::read("advisor=bo", false), (Wanted::default(), true));
        assert_eq!(Wanted::read("advisor=bo", true).0.filter.advisor.as_deref(), Some("bo"));
    }

    #[test]
    fn a_word_that_comes_too_late_is_none() {
        assert_eq!(words_of("eve har").as_deref(), Some("eve har"));
        assert_eq!(words_of(&format!("{}eve", ".".repeat(MOST_SOUGHT))), None);
        assert_eq!(words_of(&"e".repeat(2 * MOST_SOUGHT)).map(|words| words.len()), Some(MOST_SOUGHT));
    }
}
