//! What the queue is filtered and sorted with.

use crate::language::Language;
use crate::model::{
    caseload::{Around, By, Credits, ResultKind, Status, Wanted},
    person::Advisor,
    profile::CreditUnit,
    setting::Setting,
};

/// A value, its words, and whether it is chosen.
pub(super) type Choice = (String, String, bool);

/// The filters as they are filled in.
pub(super) struct Controls {
    pub name: String,
    pub stages: Vec<Choice>,
    pub results: Vec<Choice>,
    pub credits: Vec<Choice>,
    pub contacts: Vec<Choice>,
    /// What a lead typed of an advisor, and names to choose from.
    pub advisor: Option<(String, Vec<String>)>,
    /// How many of them leave somebody out.
    pub in_force: usize,
    /// What must stay as it is when they are applied.
    pub kept: Vec<(&'static str, String)>,
    /// What a number of the reports stands for, in words.
    pub behind: Vec<String>,
}

/// A day as staff pages say it.
fn day_words(day: jiff::civil::Date) -> String {
    Language::English.day(day)
}

/// Days without contact to choose from.
const NO_CONTACT: [i32; 3] = [30, 60, 90];

fn choices<'a, T: PartialEq>(
    any: &str,
    all: impl IntoIterator<Item = (T, &'a str, String)>,
    chosen: Option<&T>,
) -> Vec<Choice> {
    let first = (String::new(), any.to_owned(), chosen.is_none());
    let others = all.into_iter().map(|(one, code, words)| (code.to_owned(), words, Some(&one) == chosen));
    std::iter::once(first).chain(others).collect()
}

impl Controls {
    pub(super) fn of(wanted: &Wanted, advisor: &Advisor, around: &Around, setting: &Setting) -> Self {
        let filter = &wanted.filter;
        let stages = Status::ALL.into_iter().filter(|stage| *stage != Status::Invited);
        let days: Vec<(i32, String)> = {
            let odd = filter.no_contact.filter(|days| !NO_CONTACT.contains(days));
            NO_CONTACT.into_iter().chain(odd).map(|days| (days, days.to_string())).collect()
        };
        Self {
            name: filter.name.clone().unwrap_or_default(),
            stages: choices(
                "Any stage",
                stages.map(|stage| (stage, stage.code(), stage.words().to_owned())),
                filter.stage.as_ref(),
            ),
            results: choices(
                "Any result",
                ResultKind::ALL.map(|(kind, code, words)| (kind, code, words.to_owned())),
                filter.result.as_ref(),
            ),
            credits: choices(
                "Any",
                Credits::ALL.map(|(credits, code)| (credits, code, steps(credits, setting.unit()))),
                filter.credits.as_ref(),
            ),
            contacts: choices(
                "Any time",
                days.iter().map(|(days, code)| (*days, code.as_str(), format!("None in {days} days"))),
                filter.no_contact.as_ref(),
            ),
            advisor: advisor.is_lead().then(|| (filter.advisor.clone().unwrap_or_default(), around.advisors.clone())),
            in_force: wanted.pairs().iter().filter(|(name, _)| !matches!(*name, "view" | "sort")).count(),
            kept: {
                let ways = wanted.pairs().into_iter().filter(|(name, _)| matches!(*name, "view" | "sort"));
                ways.chain(filter.behind.pairs()).collect()
            },
            behind: filter.behind.words(day_words),
        }
    }
}

/// The steps of credits, as the school counts them.
fn steps(credits: Credits, unit: CreditUnit) -> String {
    let is_semester = unit == CreditUnit::Semester;
    match credits {
        Credits::Few if is_semester => "0 to 59",
        Credits::Half if is_semester => "60 to 119",
        Credits::Many if is_semester => "120 or more",
        Credits::Few => "0 to 89",
        Credits::Half => "90 to 179",
        Credits::Many => "180 or more",
        Credits::Unknown => "Not told",
    }
    .to_owned()
}

/// The heading of a column that can be sorted by.
pub(super) struct Heading {
    pub href: String,
    pub words: &'static str,
    /// For `aria-sort`; empty where another column is in force.
    pub sorted: &'static str,
    pub icon: &'static str,
}

impl Heading {
    pub(super) fn of(by: By, wanted: &Wanted) -> Self {
        let (sorted, icon) = match (wanted.order.by == by, wanted.order.is_descending) {
            (false, _) => ("", "chevrons-up-down"),
            (true, _) if by == By::Need => ("other", "chevron-down"),
            (true, true) => ("descending", "chevron-down"),
            (true, false) => ("ascending", "chevron-up"),
        };
        let words = match by {
            By::Name => "Student",
            By::Need => "Status",
            By::Credits => "Credits",
            By::Seen => "Last seen",
        };
        let order = wanted.order.pressed(by);
        Self { href: Wanted { order, ..wanted.clone() }.address(""), words, sorted, icon }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::caseload::Tab;

    #[test]
    fn steps_of_credits_mean_the_same_in_every_school() {
        assert_eq!(steps(Credits::Half, CreditUnit::Quarter), "90 to 179");
        assert_eq!(steps(Credits::Half, CreditUnit::Semester), "60 to 119");
    }

    #[test]
    fn a_heading_says_how_its_column_is_sorted() {
        let (wanted, _) = Wanted::read("view=new&sort=name", false);
        let name = Heading::of(By::Name, &wanted);
        assert_eq!((name.sorted, name.href.as_str()), ("ascending", "/caseload?view=new&sort=name-desc"));
        let need = Heading::of(By::Need, &wanted);
        assert_eq!((need.sorted, need.href.as_str()), ("", "/caseload?view=new"));
        assert_eq!(Heading::of(By::Need, &Wanted { tab: Tab::Everyone, ..Wanted::default() }).sorted, "other");
    }
}
