//! Spanish words that stand beside other English words than those they were written for: the English changed since the version
//! before, and they did not.

use super::{
    CatalogDraft,
    fault::{Fault, Place},
    ladder::DraftLadder,
    program::DraftProgram,
};

/// A text in both languages, with what editors call it.
type Text<'a> = (&'static str, &'a str, &'a str);

impl CatalogDraft {
    /// What should be read again in Spanish, where this version was made from that one.
    #[must_use]
    pub fn unread(&self, before: &Self) -> Vec<Fault> {
        let mut found = Vec::new();
        for now in &self.programs {
            let Some(old) = before.programs.iter().find(|old| old.row.slug == now.row.slug) else { continue };
            let place = || Place::Program(now.row.slug.clone());
            found.extend(stale(&of_program(now), &of_program(old)).map(|name| fault(place(), &now.row.title, name)));
        }
        for now in &self.ladders {
            let Some(old) = before.ladders.iter().find(|old| old.key == now.key) else { continue };
            let place = || Place::Ladder(now.key.clone());
            found.extend(stale(&of_ladder(now), &of_ladder(old)).map(|name| fault(place(), &now.title, name)));
        }
        found
    }
}

fn fault(place: Place, title: &str, name: &str) -> Fault {
    Fault { place, words: format!("{title}: {name}") }
}

/// The names of texts whose English is another and whose Spanish is the same. Texts stand in the same order in both.
fn stale<'a>(now: &'a [Text<'a>], old: &'a [Text<'a>]) -> impl Iterator<Item = &'static str> + 'a {
    let mut names: Vec<_> = now
        .iter()
        .zip(old)
        .filter(|((name, en, es), (of, en_old, es_old))| name == of && en != en_old && es == es_old && !es.is_empty())
        .map(|((name, ..), _)| *name)
        .collect();
    names.dedup();
    names.into_iter()
}

fn of_program(one: &DraftProgram) -> Vec<Text<'_>> {
    let (row, spanish) = (&one.row, one.spanish.as_ref());
    let told = |name: &str| spanish.map_or("", |words| words.text(name));
    let credential = row.credential.as_deref().unwrap_or_default();
    let mut texts: Vec<Text<'_>> = vec![
        ("name", row.title.as_str(), told("title")),
        ("what it is", row.summary.as_str(), told("summary")),
        ("what it leads to", row.leads_to.as_str(), told("leads_to")),
        ("length", row.length.as_str(), told("length")),
        ("cost", row.cost_note.as_str(), told("cost_note")),
        ("who can begin", row.entry_note.as_str(), told("entry_note")),
        ("earnings measure", row.disclosure_text.as_str(), told("disclosure_text")),
        ("exam", credential, told("credential")),
        ("jobs", row.jobs.as_str(), told("jobs")),
        ("outcomes", row.outcomes.as_str(), told("outcomes")),
    ];
    for one in &one.vouched {
        texts.push(("accreditation", one.scope.as_str(), one.scope_es.as_str()));
        texts.push(("accreditation", one.status.as_str(), one.status_es.as_str()));
    }
    texts
}

fn of_ladder(one: &DraftLadder) -> Vec<Text<'_>> {
    let mut texts =
        vec![("title", one.title.as_str(), one.title_es.as_str()), ("note", one.note.as_str(), one.note_es.as_str())];
    for step in &one.rungs {
        texts.push(("a step", step.rung.title.as_str(), step.title_es.as_str()));
        for (english, spanish) in step.rung.start_audience.iter().zip(&step.audience_es) {
            texts.push(("who can begin at a step", english.as_str(), spanish.as_str()));
        }
        let leads = step.rung.leads_to.as_deref().unwrap_or_default();
        texts.push(("what a step leads to", leads, step.leads_to_es.as_deref().unwrap_or_default()));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_whose_english_moved_away_from_them_are_named() {
        let old = [("a", "One", "Uno"), ("b", "Two", "Dos"), ("c", "Three", ""), ("d", "Four", "Cuatro")];
        let now = [("a", "One!", "Uno"), ("b", "Two!", "¡Dos!"), ("c", "Three!", ""), ("d", "Four", "Cuatro.")];
        assert_eq!(stale(&now, &old).collect::<Vec<_>>(), ["a"]);
        assert_eq!(stale(&old, &old).count(), 0);
    }
}
