//! A list of students as a school's system writes it: which letters, which separator, which columns, and each row. Pure.

use csv::{Reader, ReaderBuilder, StringRecord};

use crate::model::{
    csv::{line_of, text_of},
    email::Email,
    person::FullName,
};

/// More rows than one list may have.
pub const MOST_ROWS: usize = 50_000;
/// The longest number of a student, in characters.
const SCHOOL_ID_LIMIT: usize = 100;
/// As much of a cell that is wrong as a page shows, in characters.
const SHOWN: usize = 120;

/// Why a file is no list at all: the message key and what was found.
pub type Refusal = (&'static str, String);

/// A file that can be read as a list.
pub struct Sheet {
    text: String,
    separator: u8,
    columns: Columns,
    /// The headings of the columns that say nothing to us.
    unread: Vec<String>,
}

/// Where each thing stands in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Columns {
    many: usize,
    school_id: Option<usize>,
    name: Option<usize>,
    given: Option<usize>,
    family: Option<usize>,
    email: Option<usize>,
    advisor: Option<usize>,
    role: Option<usize>,
    status: Option<usize>,
    enabled: Option<usize>,
}

/// One row.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, as an editor counts.
    pub number: i32,
    /// The school's own number for the student; nothing where the cell is empty.
    pub school_id: Option<String>,
    /// The name, or what stands for it; empty where the cell is: a name that is known stays.
    pub full_name: String,
    /// The address as typed, or what stands for it.
    pub email: String,
    /// The address as it is compared; nothing where the row is no good.
    pub email_key: Option<String>,
    /// The advisor's address as it is compared.
    pub advisor_key: Option<String>,
    /// Why the row is left out or no good: whether it is a fault, and the message key.
    pub problem: Option<(bool, &'static str)>,
}

/// What parts the cells of the first line: whatever stands there most often outside quotes.
#[must_use]
pub fn separator_of(header: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in header.bytes() {
        is_quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == byte && !is_quoted) {
            *count += 1;
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

impl Columns {
    /// A heading counts by its letters and digits alone: `Student ID`, `student_id` and `sourcedId` are read. Beside them
    /// the headings that are not.
    fn of(header: &StringRecord) -> Result<(Self, Vec<String>), Refusal> {
        let mut columns = Self { many: header.len(), ..Self::default() };
        let mut unread = Vec::new();
        for (at, heading) in header.iter().enumerate() {
            let letters: String =
                heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            let column = match letters.as_str() {
                "sourcedid" | "studentid" | "schoolid" | "studentnumber" | "sisid" | "id" => &mut columns.school_id,
                "name" | "fullname" | "student" | "studentname" => &mut columns.name,
                "givenname" | "firstname" | "first" => &mut columns.given,
                "familyname" | "lastname" | "surname" | "last" => &mut columns.family,
                "email" | "emailaddress" | "mail" | "studentemail" => &mut columns.email,
                "advisor" | "adviser" | "advisoremail" | "adviseremail" => &mut columns.advisor,
                "role" => &mut columns.role,
                "status" => &mut columns.status,
                "enableduser" => &mut columns.enabled,
                _ => {
                    unread.extend(Some(shown(heading)).filter(|heading| !heading.is_empty()));
                    continue;
                }
            };
            // Which of the two is meant, the file does not say.
            if let Some(first) = column.replace(at) {
                let both = [first, at].map(|at| shown(header.get(at).unwrap_or_default()));
                return Err(("roster-column-twice", both.join(", ")));
            }
        }
        Ok((columns, unread))
    }

    /// The message key for what no list can be without.
    fn missing(&self) -> Option<&'static str> {
        let has_name = self.name.is_some() || (self.given.is_some() && self.family.is_some());
        match (self.email.is_some(), has_name) {
            (true, true) => None,
            (false, true) => Some("roster-no-email-column"),
            (true, false) => Some("roster-no-name-column"),
            (false, false) => Some("roster-no-columns"),
        }
    }
}

impl Sheet {
    /// Reads as far as the first line.
    ///
    /// # Errors
    /// The message key and what was found instead.
    pub fn open(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut text = text_of(bytes).map_err(|key| (key, String::new()))?;
        // So that a quote that is not closed takes in a line break even in the last line.
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let separator = separator_of(first);
        let mut header = reader(&text, separator).headers().cloned().map_err(|_| ("roster-no-text", String::new()))?;
        let is_broken = is_broken(&header);
        header.trim();
        let found = || header.iter().map(shown).take(20).collect::<Vec<_>>().join(", ");
        if is_broken {
            return Err(("roster-header-broken", found()));
        }
        let (columns, unread) = Columns::of(&header)?;
        match columns.missing() {
            Some(key) => Err((key, found())),
            None => Ok(Self { text, separator, columns, unread }),
        }
    }

    /// The headings of the columns that are not read, in one line.
    #[must_use]
    pub fn unread(&self) -> String {
        self.unread.join(", ")
    }

    /// How many lines follow the first one: rows may be fewer, since a cell may hold several lines.
    #[must_use]
    pub fn expected(&self) -> usize {
        self.text.lines().count().saturating_sub(1)
    }

    /// The rows, in their order, without those that are empty.
    pub fn rows<'a>(&'a self, domains: &'a [String]) -> impl Iterator<Item = Row> + 'a {
        reader(&self.text, self.separator).into_records().filter_map(move |record| {
            let mut record = record.ok()?;
            let is_broken = is_broken(&record);
            record.trim();
            let is_filled = record.iter().any(|cell| !cell.is_empty());
            let number = i32::try_from(line_of(&record, &self.text)).unwrap_or(i32::MAX);
            is_filled.then(|| self.row(number, &record, is_broken, domains))
        })
    }

    fn row(&self, number: i32, record: &StringRecord, is_broken: bool, domains: &[String]) -> Row {
        let cell = |column: Option<usize>| column.and_then(|at| record.get(at)).filter(|cell| !cell.is_empty());
        let columns = &self.columns;
        let parts = [cell(columns.given), cell(columns.family)];
        let name = match cell(columns.name) {
            Some(name) => name.to_owned(),
            None => parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let email = cell(columns.email).unwrap_or_default();
        let mut row = Row {
            number,
            school_id: None,
            full_name: shown(&name),
            email: shown(email),
            email_key: None,
            advisor_key: None,
            problem: None,
        };
        // It may have taken in the lines below it: what its cells say counts for nothing.
        if is_broken {
            return Row { problem: Some((true, "roster-line-broken")), ..row };
        }
        if let Some(key) = self.left_out(record) {
            return Row { problem: Some((false, key)), ..row };
        }
        let read = || {
            if record.len() > columns.many {
                return Err("roster-too-many-cells");
            }
            let id = cell(columns.school_id).map(school_id).transpose()?;
            let email =
                Email::parse(email).map_err(|key| if key == "email-missing" { "line-without-address" } else { key })?;
            if !email.is_of(domains) {
                return Err("email-of-another-domain");
            }
            let name = match FullName::parse(&name) {
                // Whether a name is known already, the plan tells.
                Err("name-missing") => None,
                name => Some(name?),
            };
            let advisor = cell(columns.advisor).map(Email::parse).transpose().map_err(|_| "roster-no-advisor")?;
            Ok((id, name, email, advisor))
        };
        match read() {
            Ok((id, name, email, advisor)) => {
                row.school_id = id;
                row.full_name = name.map(|name| name.as_str().to_owned()).unwrap_or_default();
                email.typed().clone_into(&mut row.email);
                row.email_key = Some(email.key().to_owned());
                row.advisor_key = advisor.map(|advisor| advisor.key().to_owned());
            }
            Err(key) => row.problem = Some((true, key)),
        }
        row
    }

    /// Rows of a OneRoster file that are about somebody else, or about nobody any more.
    fn left_out(&self, record: &StringRecord) -> Option<&'static str> {
        let is = |column: Option<usize>, words: &[&str]| {
            let cell = column.and_then(|at| record.get(at)).unwrap_or_default();
            words.iter().any(|word| cell.eq_ignore_ascii_case(word))
        };
        if self.columns.role.is_some() && !is(self.columns.role, &["student", ""]) {
            Some("roster-no-student")
        } else if is(self.columns.status, &["tobedeleted", "inactive"])
            || is(self.columns.enabled, &["false", "0", "no"])
        {
            Some("roster-not-active")
        } else {
            None
        }
    }
}

/// The cells as they stand: a line break at the end of one is seen before it is trimmed.
fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes())
}

/// Whether a cell goes over several lines.
fn is_broken(record: &StringRecord) -> bool {
    record.iter().any(|cell| cell.contains(['\r', '\n']))
}

fn school_id(cell: &str) -> Result<String, &'static str> {
    let is_good = cell.chars().count() <= SCHOOL_ID_LIMIT && !cell.chars().any(char::is_control);
    if is_good { Ok(cell.to_owned()) } else { Err("roster-id-malformed") }
}

/// A cell as a page may show it.
fn shown(cell: &str) -> String {
    cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect()
}

#[cfg(test)]
#[path = "file_test.rs"]
mod tests;
