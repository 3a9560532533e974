//! A program or a ladder as an editor saw it: others may save other parts of the draft meanwhile, but not this one.

use super::{Outcome, ladder::DraftLadder, program::DraftProgram};
use crate::model::mark;

/// A part of a draft that is saved as one.
pub(super) trait Part {
    /// Its name in our rows, which another part of the draft cannot have.
    fn name(&self) -> &str;

    /// Its place among the parts.
    fn position(&self) -> i16;

    /// A mark of what it says: whoever writes it otherwise gives it another one.
    fn mark(&self) -> String;
}

impl Part for DraftProgram {
    fn name(&self) -> &str {
        &self.row.slug
    }

    fn position(&self) -> i16 {
        self.row.position
    }

    fn mark(&self) -> String {
        Self::mark(self)
    }
}

impl Part for DraftLadder {
    fn name(&self) -> &str {
        &self.key
    }

    fn position(&self) -> i16 {
        self.position
    }

    fn mark(&self) -> String {
        Self::mark(self)
    }
}

/// The place in which a part is to be saved; what came of it, where there is nothing to save. `there`: the parts of the draft
/// that is held. `seen`: the mark of the part as it was shown, empty for one that was not there yet.
pub(super) fn place<T: Part>(mine: &T, seen: &str, there: &[T]) -> Result<i16, Outcome> {
    let now = there.iter().find(|one| one.name() == mine.name());
    let (mark, last) = (mine.mark(), there.iter().map(T::position).max().unwrap_or(0));
    if seen.is_empty() {
        // The same form twice makes one part, though its name would be free under another number.
        let is_made = there.iter().any(|one| one.mark() == mark);
        return match now {
            _ if is_made => Err(Outcome::Done),
            Some(_) => Err(Outcome::Stale),
            None => Ok(last + 1),
        };
    }
    match now {
        Some(now) if now.mark() == seen => Ok(now.position()),
        // The same words twice are no quarrel.
        Some(now) if now.mark() == mark => Err(Outcome::Done),
        _ => Err(Outcome::Stale),
    }
}

/// Whether a part may be taken out by somebody who saw it with this mark; what came of it, where there is nothing to do.
pub(super) fn may_go<T: Part>(name: &str, seen: &str, there: &[T]) -> Result<(), Outcome> {
    match there.iter().find(|one| one.name() == name) {
        None => Err(Outcome::Done),
        Some(now) if now.mark() == seen => Ok(()),
        Some(_) => Err(Outcome::Stale),
    }
}

impl DraftProgram {
    /// A mark of what it says in both languages.
    #[must_use]
    pub fn mark(&self) -> String {
        let (row, spanish) = (&self.row, self.spanish.as_ref());
        let told = |name: &str| spanish.map(|words| words.text(name).to_owned()).unwrap_or_default();
        let names =
            ["title", "summary", "leads_to", "length", "cost_note", "entry_note", "credential", "jobs", "outcomes"];
        let day = |day: Option<jiff_diesel::Date>| day.map(|day| day.to_jiff().to_string()).unwrap_or_default();
        let mut lines = vec![
            row.field.clone(),
            row.title.clone(),
            row.award.clone(),
            row.entry.clone(),
            row.credits.to_string(),
            row.transfer_cap_percent.map(|cap| cap.to_string()).unwrap_or_default(),
            row.summary.clone(),
            row.leads_to.clone(),
            row.length.clone(),
            row.cost_note.clone(),
            row.entry_note.clone(),
            row.disclosure_status.clone(),
            row.disclosure_text.clone(),
            row.disclosure_url.clone().unwrap_or_default(),
            day(row.disclosure_as_of),
            row.credential.clone().unwrap_or_default(),
            row.jobs.clone(),
            row.occupation.clone().unwrap_or_default(),
            row.outcomes.clone(),
            told("disclosure_text"),
        ];
        lines.extend(names.map(told));
        for one in &self.vouched {
            lines.extend([&one.body, &one.scope, &one.status, &one.scope_es, &one.status_es].map(String::clone));
            lines.extend([one.since, one.until].map(|day| day.map(|day| day.to_string()).unwrap_or_default()));
        }
        mark::of(lines)
    }
}

impl DraftLadder {
    /// A mark of what it says in both languages.
    #[must_use]
    pub fn mark(&self) -> String {
        let mut lines: Vec<String> =
            [&self.title, &self.era, &self.note, &self.title_es, &self.note_es].map(String::clone).into();
        for one in &self.rungs {
            let rung = &one.rung;
            lines.extend([&rung.title, &rung.level, &rung.credit_system, &one.title_es].map(String::clone));
            lines.extend([rung.start_credits, rung.end_credits].map(|credits| credits.to_string()));
            lines.extend([rung.start_audience.join(";"), one.audience_es.join(";")]);
            lines.extend([&rung.field, &rung.leads_to, &one.leads_to_es].map(|text| text.clone().unwrap_or_default()));
        }
        mark::of(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Word(&'static str, i16, &'static str);

    impl Part for Word {
        fn name(&self) -> &str {
            self.0
        }

        fn position(&self) -> i16 {
            self.1
        }

        fn mark(&self) -> String {
            self.2.to_owned()
        }
    }

    #[test]
    fn a_part_is_saved_over_what_was_seen_and_over_nothing_else() {
        let there = [Word("a", 1, "one"), Word("b", 4, "two")];
        assert_eq!(place(&Word("a", 0, "mine"), "one", &there), Ok(1));
        assert_eq!(place(&Word("a", 0, "mine"), "before", &there), Err(Outcome::Stale));
        assert_eq!(place(&Word("a", 0, "one"), "before", &there), Err(Outcome::Done), "the same words twice");
        assert_eq!(place(&Word("gone", 0, "mine"), "one", &there), Err(Outcome::Stale));
    }

    #[test]
    fn a_new_part_comes_last_and_only_once() {
        let there = [Word("a", 1, "one"), Word("b", 4, "two")];
        assert_eq!(place(&Word("c", 0, "three"), "", &there), Ok(5));
        assert_eq!(place(&Word("b-2", 0, "two"), "", &there), Err(Outcome::Done), "the same form twice");
        assert_eq!(place(&Word("a", 0, "three"), "", &there), Err(Outcome::Stale), "the name was taken meanwhile");
    }

    #[test]
    fn nobody_takes_out_what_they_did_not_see() {
        let there = [Word("a", 1, "one")];
        assert_eq!(may_go("a", "one", &there), Ok(()));
        assert_eq!(may_go("a", "before", &there), Err(Outcome::Stale));
        assert_eq!(may_go("gone", "one", &there), Err(Outcome::Done));
    }
}
