//! The rules an editor's text is held against, each with its reason.

use super::{
    Finding, Text,
    blocks::Block,
    grade::{Count, Names},
    numbers::numbers,
};
use crate::language::Language;

/// The grade that every page of ours keeps to.
const GRADE: f64 = 8.0;
/// Past this a text is refused: many of our readers would give up.
const HARDEST: f64 = 10.0;
/// A stretch harder than this is named by itself.
const HARD_STRETCH: f64 = 12.0;
/// Words of a sentence that still reads well.
const LONGEST_SENTENCE: usize = 25;
/// Words from which a stretch is long enough to be measured by itself.
const MEASURED: usize = 12;

/// Capitals that every reader here knows, or that the page explains by its chips.
const KNOWN: &[&str] = &["HI", "HIM", "US", "PDF", "FAQ", "OK", "ID"];
/// As in "EE. UU."
const KNOWN_IN_SPANISH: &[&str] = &["EE", "UU"];

/// What promises or pushes.
fn pushes(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["you should", "likelihood of success", "guarantee", "perfect for you", "!"],
        Language::Spanish => &["deberías", "debes elegir", "garantiza", "perfecto para ti", "perfecta para ti", "!"],
    }
}

/// Names of two careers and of ourselves, which are no hard words.
const NAMES: [&str; 3] = ["health information management", "health informatics", "Signpost"];

/// A kind of thing to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The text as a whole is far too hard to read.
    TooHard,
    /// The text as a whole is harder than our other pages.
    Hard,
    /// A stretch is hard to read.
    HardStretch,
    /// A sentence is long.
    LongSentence,
    /// Capitals that nothing explains.
    Acronym,
    /// Money or percent that is no figure of ours.
    BareFigure,
    /// A figure where none of ours can be shown.
    FigureBeside,
    /// Another number that is no figure of ours.
    BareNumber,
    /// A promise that nobody can keep, or a push.
    Tone,
    /// One career has much more than the other.
    Uneven,
}

impl Rule {
    /// Whether it keeps a text from being published.
    #[must_use]
    pub fn blocks(self) -> bool {
        matches!(self, Self::TooHard | Self::BareFigure | Self::FigureBeside)
    }

    /// What is wrong and why it matters, as the editor reads it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::TooHard => {
                "This text is far too hard to read. Many students would give up. Use shorter sentences and shorter words."
            }
            Self::Hard => "This text is harder than grade 8, which our pages keep to.",
            Self::HardStretch => "This stretch is hard to read.",
            Self::LongSentence => "This sentence is long. Two are easier to follow.",
            Self::Acronym => {
                "These capitals are not explained. Write the words out once, with the capitals in parentheses."
            }
            Self::BareFigure => {
                "A figure about work must be one of ours, so that it has a source and stays true. Name it by its key."
            }
            Self::FigureBeside => {
                "A heading, a lead and a line beside a button show no figure of ours, so they state none. Put it into the text, by its key."
            }
            Self::BareNumber => {
                "This number has no source and nobody is asked to check it again. If it is a fact, make it a figure."
            }
            Self::Tone => "This promises or pushes. We tell what is known, and let the student choose.",
            Self::Uneven => "One career gets much more than the other, which tips the reader.",
        }
    }
}

/// What is to be said about the text as a whole.
pub fn whole(blocks: &[Block]) -> Vec<Finding> {
    let names = names();
    let mut count = Count::default();
    for block in blocks {
        count += Count::of(&block.text, &names);
    }
    let grade = count.grade();
    let rule = match grade {
        grade if grade > HARDEST => Rule::TooHard,
        grade if grade > GRADE => Rule::Hard,
        _ => return Vec::new(),
    };
    vec![Finding { rule, place: String::new(), said: format!("Grade {grade:.1}") }]
}

/// What is to be said about words beside the text.
pub fn beside(block: &Block, text: &Text<'_>, found: &mut Vec<Finding>) {
    let mut here = Vec::new();
    look(block, super::is_about_work(text.slug), text, &mut here);
    for finding in &mut here {
        if finding.rule == Rule::BareFigure {
            finding.rule = Rule::FigureBeside;
        }
    }
    if block.text.contains("[[") {
        here.push(Finding {
            rule: Rule::FigureBeside,
            place: block.place(),
            said: format!("“{}”", beginning(&block.text)),
        });
    }
    found.append(&mut here);
}

/// What is to be said about one stretch of a text. How hard words are is measured in English only.
pub fn look(block: &Block, is_about_work: bool, text: &Text<'_>, found: &mut Vec<Finding>) {
    let mut add = |rule, said: String| found.push(Finding { rule, place: block.place(), said });
    let is_english = text.language == Language::English;
    let grade = Count::of(&block.text, &names()).grade();
    if is_english && grade > HARD_STRETCH && block.words() >= MEASURED {
        add(Rule::HardStretch, format!("Grade {grade:.1}: “{}”", beginning(&block.text)));
    }
    for sentence in sentences(&block.text) {
        let words = sentence.split_whitespace().count();
        if words > LONGEST_SENTENCE {
            add(Rule::LongSentence, format!("{words} words: “{}”", beginning(sentence)));
        }
    }
    for word in acronyms(&block.text) {
        let body = text.body;
        if !is_english && KNOWN_IN_SPANISH.contains(&word) {
            continue;
        }
        if !body.contains(&format!("({word})")) && !body.contains(&format!("{word} (")) {
            add(Rule::Acronym, format!("“{word}”"));
        }
    }
    for (number, is_figure) in numbers(&block.text) {
        let rule = if is_figure && is_about_work { Rule::BareFigure } else { Rule::BareNumber };
        add(rule, format!("“{number}”"));
    }
    let lower = block.text.to_lowercase();
    for push in pushes(text.language) {
        if lower.contains(push) {
            add(Rule::Tone, format!("“{push}”"));
        }
    }
}

fn names() -> Names {
    Names::new(NAMES.map(str::to_owned))
}

/// The first words of a stretch, enough to find it by.
fn beginning(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().take(9).collect();
    let all = text.split_whitespace().count() <= words.len();
    format!("{}{}", words.join(" ").replace(super::grade::NAME, "…"), if all { "" } else { " …" })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ':', ';']).filter(|sentence| !sentence.trim().is_empty())
}

/// Words of capitals that not everybody knows, each once.
fn acronyms(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for token in text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')' | ',' | '-' | '–')) {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_suffix("’s").or_else(|| word.strip_suffix('s')).unwrap_or(word);
        let is_capitals = (2..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
        if is_capitals && !KNOWN.contains(&word) && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page<'a>(slug: &'a str, body: &'a str) -> Text<'a> {
        Text { slug, language: Language::English, title: "A page", lead: "", hint: "", body }
    }

    fn findings(slug: &str, body: &str) -> Vec<Finding> {
        super::super::findings(&page(slug, body))
    }

    fn rules(slug: &str, body: &str) -> Vec<Rule> {
        findings(slug, body).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn words_beside_the_text_state_no_figure_and_promise_nothing() {
        let beside = |lead: &str| -> Vec<_> {
            let text = Text { lead, ..page("health-informatics", "Plain words.") };
            super::super::findings(&text).into_iter().map(|one| (one.rule, one.place, one.said)).collect()
        };
        let told = |rule, said: &str| vec![(rule, "Lead".to_owned(), said.to_owned())];
        assert_eq!(beside("Half earn more than $51,140."), told(Rule::FigureBeside, "“$51,140”"));
        assert_eq!(beside("Half earn [[claim:a]]."), told(Rule::FigureBeside, "“Half earn [[claim:a]].”"));
        assert_eq!(beside("A job is a guarantee."), told(Rule::Tone, "“guarantee”"));
        assert!(beside("What the work is like.").is_empty() && Rule::FigureBeside.blocks());
    }

    #[test]
    fn a_text_in_spanish_is_held_against_what_holds_in_any_language() {
        let said = |body: &str| -> Vec<Rule> {
            let text = Text { language: Language::Spanish, ..page("health-informatics", body) };
            super::super::findings(&text).into_iter().map(|one| one.rule).collect()
        };
        assert!(said("En EE. UU. la mitad gana más de [[claim:a]] al año.").is_empty());
        let hard = "La interoperabilidad institucional requiere responsabilidad organizacional multidisciplinaria y \
                    administrativa permanente.";
        assert!(said(hard).is_empty(), "no grade of another language is measured by English rules");
        assert_eq!(said("Crecen 16 por ciento."), [Rule::BareFigure]);
        assert_eq!(said("Ganan 51,140 dólares."), [Rule::BareFigure]);
        assert_eq!(said("El título te garantiza empleo."), [Rule::Tone]);
        assert_eq!(said("Pide el RHIT."), [Rule::Acronym]);
    }

    #[test]
    fn a_plain_text_has_nothing_to_look_at() {
        let plain = "## Pay\n\nHalf earn more than [[claim:a]] a year. You can ask your advisor about it in 2027.";
        assert!(findings("compare", plain).is_empty(), "{:?}", findings("compare", plain));
    }

    #[test]
    fn money_and_percent_without_a_source_block_on_pages_about_work_and_warn_elsewhere() {
        for bare in ["Pay is $51,140 there.", "Jobs grow by 16 percent."] {
            assert_eq!(rules("health-informatics", bare), [Rule::BareFigure], "{bare}");
            assert_eq!(rules("privacy", bare), [Rule::BareNumber], "{bare}");
        }
        assert_eq!(rules("compare", "There are 33,000 jobs."), [Rule::BareNumber]);
        assert!(rules("compare", "Answer 24 questions in 2026.").is_empty());
        assert!(Rule::BareFigure.blocks() && !Rule::BareNumber.blocks());
    }

    #[test]
    fn capitals_are_explained_once() {
        assert_eq!(rules("compare", "Get the RHIT or RHITs."), [Rule::Acronym]);
        assert!(rules("compare", "A Registered Health Technician (RHIT) codes. The RHIT is old.").is_empty());
        assert!(rules("compare", "HI or HIM, in the U.S. today.").is_empty());
    }

    #[test]
    fn what_is_hard_to_read_is_named_with_its_place() {
        let hard = "## Duties\n\nInstitutional interoperability necessitates organizational accountability, multidisciplinary \
                    administrative coordination, computational infrastructure modernization and comprehensive governance.";
        let found = findings("compare", hard);
        assert_eq!(found[0].rule, Rule::TooHard, "what blocks comes first");
        let stretch = found.iter().find(|finding| finding.rule == Rule::HardStretch).expect("it is named");
        assert_eq!(stretch.place, "Duties");
        let long = format!("We go {}.", "on and ".repeat(14));
        assert!(rules("privacy", &long).contains(&Rule::LongSentence));
        assert_eq!(rules("privacy", "You should go now."), [Rule::Tone]);
    }
}
