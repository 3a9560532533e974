//! The form of a program: raw strings in, a program with its Spanish out.

use jiff::civil::Date;

use super::{NEW, slug_of, vouched_form::VouchedForm};
use crate::{
    model::{
        id::CatalogId,
        program::draft::{
            CatalogDraft,
            program::{DraftProgram, ProgramRow},
        },
        translation::ProgramWords,
    },
    web::{
        admin::{line, past_day},
        fields::Fields,
        form::Errors,
    },
};

/// The longest text, in characters.
pub(super) const LONGEST: usize = 1000;

/// The texts that stand in both languages: field, label, whether it must be there.
const TEXTS: [(&str, &str, bool); 10] = [
    ("title", "Name", true),
    ("summary", "What it is", true),
    ("entry_note", "Who can begin", true),
    ("length", "How long it takes", true),
    ("cost_note", "Cost", true),
    ("leads_to", "What it leads to", true),
    ("credential", "Exam that it opens, as in “It leads to the …”", false),
    ("jobs", "Jobs that it opens, as in “It opens …”", false),
    ("outcomes", "What became of graduates, with year and source", false),
    ("disclosure_text", "What must be said about its earnings measure", true),
];

/// A text in both languages, as typed.
pub(super) struct Text {
    pub name: &'static str,
    pub label: &'static str,
    pub english: String,
    pub spanish: String,
}

impl Text {
    pub fn spanish_name(&self) -> String {
        format!("{}_es", self.name)
    }

    pub fn spanish_label(&self) -> String {
        format!("{}, in Spanish", self.label)
    }
}

/// A program as it is typed.
pub(super) struct ProgramForm {
    pub seen: String,
    /// The mark of the program as it was shown; empty where there was none.
    pub mark: String,
    pub texts: Vec<Text>,
    pub field: String,
    pub award: String,
    pub entry: String,
    pub credits: String,
    pub cap: String,
    pub occupation: String,
    pub disclosure_status: String,
    pub disclosure_url: String,
    pub disclosure_as_of: String,
    pub vouched: Vec<VouchedForm>,
}

impl ProgramForm {
    /// What was posted.
    pub fn typed(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).to_owned();
        let text = |(name, label, _): &(&'static str, &'static str, bool)| Text {
            name,
            label,
            english: get(name),
            spanish: get(&format!("{name}_es")),
        };
        Self {
            seen: get("seen"),
            mark: get("mark"),
            texts: TEXTS.iter().map(text).collect(),
            field: get("field"),
            award: get("award"),
            entry: get("entry"),
            credits: get("credits"),
            cap: get("cap"),
            occupation: get("occupation"),
            disclosure_status: get("disclosure_status"),
            disclosure_url: get("disclosure_url"),
            disclosure_as_of: get("disclosure_as_of"),
            vouched: VouchedForm::typed(fields),
        }
    }

    /// The form of a program that stands in the draft, or of one that is not there yet.
    pub fn of(program: Option<&DraftProgram>, revision: i32) -> Self {
        let mut form = Self { seen: revision.to_string(), ..Self::typed(&Fields::default()) };
        form.mark = program.map(DraftProgram::mark).unwrap_or_default();
        if let Some(DraftProgram { row, spanish, vouched }) = program {
            for text in &mut form.texts {
                english_of(row, text.name).clone_into(&mut text.english);
                text.spanish = spanish.as_ref().map(|words| words.text(text.name).to_owned()).unwrap_or_default();
            }
            (form.field, form.award, form.entry) = (row.field.clone(), row.award.clone(), row.entry.clone());
            form.credits = row.credits.to_string();
            form.cap = row.transfer_cap_percent.map(|cap| cap.to_string()).unwrap_or_default();
            form.occupation = row.occupation.clone().unwrap_or_default();
            form.disclosure_status.clone_from(&row.disclosure_status);
            form.disclosure_url = row.disclosure_url.clone().unwrap_or_default();
            form.disclosure_as_of = row.disclosure_as_of.map(|day| day.to_jiff().to_string()).unwrap_or_default();
            form.vouched = (1..).zip(vouched).map(|(place, one)| VouchedForm::of(one, place)).collect();
        }
        form.vouched.push(VouchedForm { place: NEW.to_owned(), ..VouchedForm::default() });
        form
    }

    /// The program, to stand under this slug, or under one made of its title.
    pub fn read(&self, slug: &str, draft: &CatalogDraft, today: Date, errors: &mut Errors) -> Option<DraftProgram> {
        let is_told = self.texts.iter().any(|text| !text.spanish.trim().is_empty());
        let mut read = Vec::new();
        for (text, (name, _, is_needed)) in self.texts.iter().zip(TEXTS) {
            let needed = |raw: &str, needed: bool, missing| {
                line(raw, LONGEST).and_then(|text| if needed && text.is_empty() { Err(missing) } else { Ok(text) })
            };
            let english = errors.take(name, needed(&text.english, is_needed, "words-missing"));
            let must_be_told = is_told && !text.english.trim().is_empty();
            let spanish = needed(&text.spanish, must_be_told, "translation-missing");
            read.push((name, english, errors.take(&text.spanish_name(), spanish)));
        }
        let mut code = |name: &str, raw: &str, known: &[&str]| {
            errors.take(name, known.contains(&raw).then(|| raw.to_owned()).ok_or("choice-missing"))
        };
        let field = code("field", &self.field, &["hi", "him"]);
        let award = code("award", &self.award, &["associate", "bachelor", "certificate", "master"]);
        let entry = code("entry", &self.entry, &["hs", "some_college", "associate", "bachelor", "master"]);
        let disclosure_status = code("disclosure_status", &self.disclosure_status, &["not_measured", "pass", "fail"]);
        let credits = self.credits.trim().parse::<i16>().ok().filter(|credits| (1..=600).contains(credits));
        let credits = errors.take("credits", credits.ok_or("credits-malformed"));
        let cap = match self.cap.trim() {
            "" => Ok(None),
            raw => raw.parse().ok().filter(|cap| (0..=100).contains(cap)).map(Some).ok_or("percent-malformed"),
        };
        let cap = errors.take("cap", cap);
        let occupation = errors.take("occupation", occupation(&self.occupation));
        let url = errors.take("disclosure_url", url(&self.disclosure_url));
        let as_of = past_day(&self.disclosure_as_of, today, "disclosure-as-of-to-come");
        let as_of = errors.take("disclosure_as_of", as_of);
        let there = self.vouched.iter().filter(|one| !one.is_nothing());
        let vouched: Vec<_> = there.map(|one| one.read(errors)).collect();
        let english = |wanted: &str| read.iter().find(|(name, ..)| *name == wanted)?.1.clone();
        let spanish = |wanted: &str| {
            read.iter().find(|(name, ..)| *name == wanted).and_then(|(.., spanish)| spanish.clone()).unwrap_or_default()
        };
        let title = english("title")?;
        let known = draft.programs.iter().find(|one| one.row.slug == slug);
        let last = draft.programs.iter().map(|one| one.row.position).max().unwrap_or(0);
        let slug = match known {
            Some(_) => slug.to_owned(),
            None => slug_of(&title, |slug| draft.programs.iter().any(|one| one.row.slug == slug)),
        };
        let optional = |text: String| Some(text).filter(|text| !text.is_empty());
        let words = is_told.then(|| ProgramWords {
            slug: slug.clone(),
            title: spanish("title"),
            summary: spanish("summary"),
            leads_to: spanish("leads_to"),
            length: spanish("length"),
            cost_note: spanish("cost_note"),
            entry_note: spanish("entry_note"),
            disclosure_text: spanish("disclosure_text"),
            credential: optional(spanish("credential")),
            jobs: spanish("jobs"),
            outcomes: spanish("outcomes"),
        });
        let row = ProgramRow {
            catalog_id: CatalogId(draft.volume.id.0),
            position: known.map_or(last + 1, |known| known.row.position),
            field: field?,
            title,
            award: award?,
            entry: entry?,
            credits: credits?,
            transfer_cap_percent: cap?,
            summary: english("summary")?,
            leads_to: english("leads_to")?,
            length: english("length")?,
            cost_note: english("cost_note")?,
            entry_note: english("entry_note")?,
            disclosure_status: disclosure_status?,
            disclosure_text: english("disclosure_text")?,
            disclosure_url: url?,
            disclosure_as_of: as_of?.map(jiff_diesel::Date::from),
            credential: optional(english("credential")?),
            jobs: english("jobs")?,
            occupation: occupation?,
            outcomes: english("outcomes")?,
            slug,
        };
        Some(DraftProgram { row, spanish: words, vouched: vouched.into_iter().collect::<Option<_>>()? })
    }
}

fn english_of<'a>(row: &'a ProgramRow, name: &str) -> &'a str {
    match name {
        "title" => &row.title,
        "summary" => &row.summary,
        "entry_note" => &row.entry_note,
        "length" => &row.length,
        "cost_note" => &row.cost_note,
        "leads_to" => &row.leads_to,
        "credential" => row.credential.as_deref().unwrap_or_default(),
        "jobs" => &row.jobs,
        "outcomes" => &row.outcomes,
        _ => &row.disclosure_text,
    }
}

/// A code of the federal list, such as `29-2072`, or none.
fn occupation(raw: &str) -> Result<Option<String>, &'static str> {
    let raw = raw.trim();
    let is_code = raw.len() == 7
        && raw.bytes().enumerate().all(|(at, byte)| if at == 2 { byte == b'-' } else { byte.is_ascii_digit() });
    match raw {
        "" => Ok(None),
        _ if is_code => Ok(Some(raw.to_owned())),
        _ => Err("occupation-malformed"),
    }
}

/// An address on the web, or none. It becomes a link: anything else than https is refused.
fn url(raw: &str) -> Result<Option<String>, &'static str> {
    let raw = raw.trim();
    let is_plain = raw.bytes().all(|byte| byte.is_ascii_graphic()) && !raw.contains(['"', '<', '>', '\\']);
    match raw.strip_prefix("https://") {
        None if raw.is_empty() => Ok(None),
        Some(rest) if is_plain && rest.contains('.') && raw.len() <= 500 => Ok(Some(raw.to_owned())),
        _ => Err("link-malformed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_https_or_nothing() {
        assert_eq!(url(" "), Ok(None));
        assert_eq!(url("https://ed.example/d?x=1"), Ok(Some("https://ed.example/d?x=1".to_owned())));
        for bad in ["http://ed.example", "javascript:alert(1)", "https://", "https://a b.example", "//ed.example"] {
            assert_eq!(url(bad), Err("link-malformed"), "{bad}");
        }
        assert_eq!(occupation("29-2072"), Ok(Some("29-2072".to_owned())));
        assert_eq!(occupation("29-207"), Err("occupation-malformed"));
    }
}
