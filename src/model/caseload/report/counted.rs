//! The tables of the reports, from what was counted.

use std::collections::HashMap;

use jiff::{ToSpan as _, civil::Date};

use super::{
    Line,
    table::{Drawn, Number, Row, Table, number, row},
};
use crate::model::{
    advice,
    caseload::{
        behind::{Behind, Reached},
        filter::{Filter, ResultKind, Wanted},
        status::Status,
        tab::Tab,
    },
    fit::Outcome,
    id::PersonId,
};

/// Weeks that are told.
const WEEKS: i64 = 12;
/// Versions of the questionnaire that are told, the newest.
const VERSIONS: usize = 4;
/// Advisors that are told, those with the most students who are out of touch.
const ADVISORS: usize = 50;
/// Days without contact that are told.
const DAYS: [i32; 3] = [30, 60, 90];

/// By report and by the first thing that lines are told apart by: the second, and how many.
type Lines = HashMap<String, HashMap<String, Vec<(String, i64)>>>;

/// What was counted, and who the advisors are.
pub(super) struct Counted {
    lines: Lines,
    advisors: Vec<(PersonId, String)>,
}

fn view(filter: Filter) -> Wanted {
    Wanted { filter, ..Wanted::default() }
}

fn behind(behind: Behind) -> Wanted {
    view(Filter { behind, ..Filter::default() })
}

impl Counted {
    pub fn new(all: Vec<Line>, advisors: Vec<(PersonId, String)>) -> Self {
        let mut lines = Lines::new();
        for Line { report, a, b, students } in all {
            lines.entry(report).or_default().entry(a).or_default().push((b, students));
        }
        Self { lines, advisors }
    }

    /// All tables; `is_school`: of everybody.
    pub fn tables(&self, is_school: bool, today: Date) -> Vec<Table> {
        let contact = if is_school { self.by_advisor() } else { self.in_touch() };
        vec![
            self.weeks(today),
            self.stages(),
            self.results(),
            self.advice_by_version(),
            self.advice_by_result(),
            self.advice_by_reason(),
            contact,
            self.letters(),
        ]
    }

    fn sum(&self, report: &str, is: impl Fn(&str, &str) -> bool) -> i64 {
        let lines = self.lines.get(report).into_iter().flatten();
        let lines = lines.flat_map(|(a, lines)| lines.iter().map(move |(b, students)| (a, b, students)));
        lines.filter(|(a, b, _)| is(a, b)).map(|(_, _, students)| students).sum()
    }

    /// The same of the lines with this `a`, without reading the others.
    fn sum_of(&self, report: &str, a: &str, is: impl Fn(&str) -> bool) -> i64 {
        let lines = self.lines.get(report).and_then(|lines| lines.get(a)).into_iter().flatten();
        lines.filter(|(b, _)| is(b)).map(|(_, students)| students).sum()
    }

    fn weeks(&self, today: Date) -> Table {
        let monday = today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).unwrap_or(today);
        let rows = (0..WEEKS).filter_map(|week| monday.checked_sub((7 * week).days()).ok()).map(|monday| {
            let came = |reached: Option<Reached>| {
                let least = reached.map_or(0, Reached::step);
                let is = |b: &str| b.parse().is_ok_and(|step: i16| step >= least);
                let students = self.sum_of("joined", &monday.to_string(), is);
                number(students, behind(Behind { joined: Some(monday), reached, ..Behind::default() }))
            };
            let steps = Reached::ALL.map(|(reached, ..)| came(Some(reached)));
            row(monday.strftime("%-d %b %Y").to_string(), std::iter::once(came(None)).chain(steps).collect())
        });
        Table {
            id: "weeks",
            title: "How far students come",
            about: "By the week in which their account began: how many there are, and how far they have come by now.",
            head: "Week of",
            columns: ["Came", "Began", "Have a result", "Have advice"].map(str::to_owned).into(),
            drawn: Drawn { whole: 1, part: 2, words: "All who came, and those with a result" },
            nested_from: 0,
            rows: rows.collect(),
            has_sum: false,
        }
    }

    fn stages(&self) -> Table {
        let stages = Status::ALL.into_iter().filter(|stage| *stage != Status::Invited).map(|stage| {
            let students = self.sum("stage", |a, _| a == stage.code());
            row(stage.words(), vec![number(students, view(Filter { stage: Some(stage), ..Filter::default() }))])
        });
        Table {
            id: "stages",
            title: "Where students stand",
            about: "Each student once, by the first status that applies.",
            head: "Status",
            columns: vec!["Students".to_owned()],
            drawn: Drawn { whole: 1, part: 0, words: "Students" },
            nested_from: usize::MAX,
            rows: stages.collect(),
            has_sum: false,
        }
    }

    /// The versions there are results of, the newest first.
    fn versions(&self) -> Vec<i32> {
        let results = self.lines.get("result").into_iter().flatten();
        let mut versions: Vec<i32> = results.filter_map(|(version, _)| version.parse().ok()).collect();
        versions.sort_unstable_by(|a, b| b.cmp(a));
        versions.dedup();
        versions
    }

    fn results(&self) -> Table {
        let mut versions = self.versions();
        // One version is all there is.
        if versions.len() < 2 {
            versions.clear();
        }
        versions.truncate(VERSIONS);
        let rows = ResultKind::ALL.into_iter().map(|(kind, _, words)| {
            let code = if let ResultKind::Of(outcome) = kind { outcome.as_str() } else { "" };
            let filter = |behind| Filter { result: Some(kind), behind, ..Filter::default() };
            let all = number(self.sum("result", |_, b| b == code), view(filter(Behind::default())));
            let of = |version: i32| {
                let students = self.sum("result", |a, b| b == code && a == version.to_string());
                number(students, view(filter(Behind { version: Some(version), ..Behind::default() })))
            };
            let of = |version: &i32| if code.is_empty() { None } else { of(*version) };
            row(words, std::iter::once(all).chain(versions.iter().map(of)).collect())
        });
        let columns = versions.iter().map(|version| format!("Version {version}"));
        Table {
            id: "results",
            title: "What newest results say",
            about: "By the version of the questionnaire that was answered, once there is more than one.",
            head: "Result",
            columns: std::iter::once("Students".to_owned()).chain(columns).collect(),
            drawn: Drawn { whole: 1, part: 0, words: "Students" },
            nested_from: usize::MAX,
            rows: rows.collect(),
            has_sum: versions.len() > 1,
        }
    }

    /// Two numbers: advice that agrees with the result, and advice that does not.
    fn advised(&self, is: impl Fn(&str, &str, &str) -> bool, filter: impl Fn(Behind) -> Filter) -> Vec<Option<Number>> {
        let one = |agrees: bool, code: &str| {
            let students = self.sum("advice", |a, b| {
                let ((version, outcome), (advice, reason)) =
                    (a.split_once(' ').unwrap_or_default(), b.split_once(' ').unwrap_or_default());
                advice == code && is(version, outcome, reason)
            });
            number(students, view(filter(Behind { agrees: Some(agrees), ..Behind::default() })))
        };
        vec![one(true, "agrees"), one(false, "differs")]
    }

    fn advice(id: &'static str, title: &'static str, head: &'static str, rows: Vec<Row>) -> Table {
        Table {
            id,
            title,
            about: "",
            head,
            columns: ["Agrees", "Differs"].map(str::to_owned).into(),
            drawn: Drawn { whole: 2, part: 0, words: "All advice, and advice that agrees" },
            nested_from: usize::MAX,
            rows,
            has_sum: false,
        }
    }

    fn advice_by_version(&self) -> Table {
        let rows = self.versions().into_iter().take(VERSIONS).map(|version| {
            let filter = |behind| Filter { behind: Behind { version: Some(version), ..behind }, ..Filter::default() };
            row(format!("Version {version}"), self.advised(|a, _, _| a == version.to_string(), filter))
        });
        let about = "Of newest results that have advice: whether the advisor says what the result says.";
        let table = Self::advice("advice", "Whether advice agrees, by version", "Questionnaire", rows.collect());
        Table { about, ..table }
    }

    fn advice_by_result(&self) -> Table {
        let kinds = ResultKind::ALL.into_iter().filter_map(|(kind, _, words)| match kind {
            ResultKind::Of(outcome) => Some((kind, outcome, words)),
            ResultKind::Missing => None,
        });
        let rows = kinds.map(|(kind, outcome, words): (_, Outcome, _)| {
            let filter = |behind| Filter { result: Some(kind), behind, ..Filter::default() };
            row(words, self.advised(|_, code, _| code == outcome.as_str(), filter))
        });
        Self::advice("advice-results", "Whether advice agrees, by result", "Result", rows.collect())
    }

    fn advice_by_reason(&self) -> Table {
        let rows = advice::Reason::ALL.iter().map(|reason| {
            let filter = |behind| Filter { behind: Behind { reason: Some(*reason), ..behind }, ..Filter::default() };
            row(reason.title(), self.advised(|_, _, code| code == reason.code(), filter))
        });
        Self::advice("advice-reasons", "Why, where a reason is given", "Reason", rows.collect())
    }

    /// In touch within thirty days, and not within thirty, sixty, ninety.
    fn touch(&self, whose: Option<&str>, place: impl Fn(Filter) -> Wanted) -> Vec<Option<Number>> {
        // Days since are told in steps: within 30, 60, 90, or longer ago.
        let within = |b: &str| b.parse().unwrap_or(i32::MAX);
        let sum = |is: &dyn Fn(i32) -> bool| match whose {
            Some(whose) => self.sum_of("contact", whose, |b| is(within(b))),
            // Of a school that was counted, only some advisors are kept by name.
            None if self.lines.contains_key("contact-all") => self.sum("contact-all", |_, b| is(within(b))),
            None => self.sum("contact", |_, b| is(within(b))),
        };
        let touched = sum(&|days| days <= DAYS[0]);
        let lately = Behind { contact: Some(DAYS[0]), ..Behind::default() };
        let first = number(touched, place(Filter { behind: lately, ..Filter::default() }));
        let others = DAYS.map(|days| {
            let students = sum(&|since| since > days);
            number(students, place(Filter { no_contact: Some(days), ..Filter::default() }))
        });
        std::iter::once(first).chain(others).collect()
    }

    fn contact(rows: Vec<Row>, head: &'static str) -> Table {
        let columns = ["In touch in 30 days", "Not in 30 days", "Not in 60 days", "Not in 90 days"];
        Table {
            id: "contact",
            title: "Who was in touch",
            about: "In touch is a note with a date of contact, or a meeting that was held.",
            head,
            columns: columns.map(str::to_owned).into(),
            drawn: Drawn { whole: 2, part: 0, words: "All students, and those in touch in 30 days" },
            nested_from: 1,
            rows,
            has_sum: false,
        }
    }

    fn in_touch(&self) -> Table {
        Self::contact(vec![row("Your students", self.touch(None, view))], "Students")
    }

    fn by_advisor(&self) -> Table {
        let all = Row { is_sum: true, ..row("All students", self.touch(None, view)) };
        let free = |filter| Wanted { tab: Tab::Unassigned, ..view(filter) };
        let nobody = row("No advisor yet", self.touch(Some(""), free));
        let mut advisors: Vec<Row> = self
            .advisors
            .iter()
            .map(|(id, name)| {
                let of = |filter: Filter| view(Filter { behind: Behind { of: Some(*id), ..filter.behind }, ..filter });
                row(name.clone(), self.touch(Some(&id.to_string()), of))
            })
            .filter(|row| row.numbers.iter().flatten().any(|number| number.students.is_some_and(|one| one > 0)))
            .collect();
        let out_of_touch = |row: &Row| row.numbers.get(1).and_then(|number| number.as_ref()?.students);
        advisors.sort_by_key(|row| std::cmp::Reverse(out_of_touch(row)));
        advisors.truncate(ADVISORS);
        let rows = [all, nobody].into_iter().chain(advisors).collect();
        Self::contact(rows, "Advisor")
    }

    fn letters(&self) -> Table {
        let failed = Filter { stage: Some(Status::MailFailed), ..Filter::default() };
        let students = self.sum("stage", |a, _| a == Status::MailFailed.code());
        Table {
            id: "letters",
            title: "Letters that failed",
            about: "Students whom the last letter of a kind did not reach.",
            head: "Letters",
            columns: vec!["Students".to_owned()],
            drawn: Drawn { whole: 1, part: 0, words: "Students" },
            nested_from: usize::MAX,
            rows: vec![row("A letter did not get through", vec![number(students, view(failed))])],
            has_sum: false,
        }
    }
}
