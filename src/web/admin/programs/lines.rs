//! The forms of a program and of a ladder line by line, for who wants to see what somebody else saved meanwhile.

use super::{ladder_form::LadderForm, program_form::ProgramForm};
use crate::web::admin::theirs::{Line, line};

/// The codes of the lists to choose from, in words.
const CODES: [(&str, &str); 17] = [
    ("hi", "Health informatics"),
    ("him", "Health information management"),
    ("both", "Both"),
    ("start", "A start"),
    ("associate", "Associate’s"),
    ("bachelor", "Bachelor’s"),
    ("certificate", "Certificate"),
    ("master", "Master’s"),
    ("hs", "High school"),
    ("some_college", "Some college"),
    ("not_measured", "is not measured"),
    ("pass", "passes"),
    ("fail", "fails"),
    ("quarter", "Quarter credits"),
    ("semester", "Semester credits"),
    ("current", "Current"),
    ("historical", "From the article"),
];

fn choice(label: impl Into<String>, code: &str) -> Line {
    let known = CODES.iter().find(|(known, _)| *known == code);
    line(label, known.map_or(code, |(_, words)| *words))
}

impl ProgramForm {
    /// All that stands in it.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = vec![
            choice("Field", &self.field),
            choice("Award", &self.award),
            choice("Asks at the start for", &self.entry),
            line("Quarter credits", &self.credits),
            line("Own cap on credits brought, in percent", &self.cap),
            line("Federal job code (SOC)", &self.occupation),
        ];
        for text in &self.texts {
            lines.push(line(text.label, &text.english));
            lines.push(line(text.spanish_label(), &text.spanish));
        }
        lines.push(choice("The earnings measure", &self.disclosure_status));
        lines.push(line("Link to the official disclosure", &self.disclosure_url));
        lines.push(line("As of", &self.disclosure_as_of));
        for one in self.vouched.iter().filter(|one| !one.is_new() && !one.body.trim().is_empty()) {
            let of = |what: &str, text: &str| line(format!("Accreditation {}: {what}", one.place), text);
            lines.push(of("body", &one.body));
            lines.push(of("since", &one.since));
            lines.push(of("until", &one.until));
            lines.push(of("what it covers", &one.scope));
            lines.push(of("what it covers, in Spanish", &one.scope_es));
            lines.push(of("how it stands", &one.status));
            lines.push(of("how it stands, in Spanish", &one.status_es));
        }
        lines
    }
}

impl LadderForm {
    /// All that stands in it. Steps without a title are none.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = vec![
            line("Title", &self.title),
            line("Title, in Spanish", &self.title_es),
            line("What readers should know", &self.note),
            line("What readers should know, in Spanish", &self.note_es),
            choice("Era", &self.era),
        ];
        for one in self.rungs.iter().filter(|one| !one.title.trim().is_empty()) {
            let label = |what: &str| format!("Step {}: {what}", one.place);
            lines.push(line(label("what is reached here"), &one.title));
            lines.push(line(label("what is reached here, in Spanish"), &one.title_es));
            lines.push(choice(label("level"), &one.level));
            lines.push(line(label("credits at its foot"), &one.start));
            lines.push(line(label("credits at its top"), &one.end));
            lines.push(choice(label("credits are"), &one.unit));
            lines.push(choice(label("field"), &one.field));
            lines.push(line(label("who can begin here"), &one.audience));
            lines.push(line(label("who can begin here, in Spanish"), &one.audience_es));
            lines.push(line(label("what it leads to"), &one.leads_to));
            lines.push(line(label("what it leads to, in Spanish"), &one.leads_to_es));
        }
        lines
    }
}
