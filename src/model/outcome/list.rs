//! A list of the school that says what became of students: looked at line by line, then written down as it was looked at.

use std::collections::{HashMap, HashSet};

use csv::{ReaderBuilder, StringRecord, Trim};
use diesel::{
    dsl::{exists, select},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;
use jiff_diesel::ToDiesel as _;
use uuid::Uuid;

use super::{Way, day};
use crate::{
    model::{
        audit::{self, Action},
        email::Email,
        error::Result,
        id::{FormKey, StudentId},
        mark,
        person::{self, Admin, Role},
        roster::separator_of,
    },
    schema::{outcome, person as people},
};

/// More than one list may hold.
pub const MOST_LINES: usize = 5_000;
/// Rows written by one statement.
const AT_ONCE: usize = 1_000;

/// One line of the list.
pub struct Line {
    /// Which, as an editor counts.
    pub number: u64,
    /// As it was pasted.
    pub typed: String,
    /// What will happen.
    pub fate: Fate,
}

/// What will happen with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is written down: for whom, which way, known on that day.
    Noted(String, Way, Date),
    /// It was written down before.
    AsBefore,
    /// Nothing; the message key says why.
    Fault(&'static str),
    /// Nothing: the student stands in this line already.
    Twice(u64),
}

/// What a list comes to.
pub struct Plan {
    /// Its lines, without the empty ones.
    pub lines: Vec<Line>,
    students: HashMap<String, StudentId>,
}

/// What came of carrying it out.
pub enum Done {
    /// All of it is written down.
    Noted,
    /// It would not be what was looked at any more: nothing was done, and this is how it stands now.
    Changed(Plan),
}

/// The words a school's system may have for it.
fn way(cell: &str) -> std::result::Result<Way, &'static str> {
    let words: Vec<String> = cell.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    match words.iter().filter(|word| !word.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ").as_str() {
        "hi" | "health informatics" | "enrolled hi" => Ok(Way::Hi),
        "him" | "health information management" | "enrolled him" => Ok(Way::Him),
        "other" | "enrolled other" | "other program" => Ok(Way::Other),
        "not" | "no" | "none" | "not enrolled" => Ok(Way::Not),
        "unknown" | "not known" => Ok(Way::Unknown),
        _ => Err("outcome-way-unknown"),
    }
}

/// The cells of a line, whatever parts them: lines from several places may be pasted one below the other.
fn cells(line: &str) -> StringRecord {
    let reader = ReaderBuilder::new()
        .delimiter(separator_of(line))
        .trim(Trim::All)
        .flexible(true)
        .has_headers(false)
        .from_reader(line.as_bytes());
    reader.into_records().find_map(std::result::Result::ok).unwrap_or_default()
}

fn fate(record: &StringRecord, today: Date) -> Fate {
    let cell = |at: usize| record.get(at).unwrap_or_default();
    let read = || {
        if record.len() > 3 {
            return Err("roster-too-many-cells");
        }
        let email =
            Email::parse(cell(0)).map_err(|key| if key == "email-missing" { "line-without-address" } else { key })?;
        Ok(Fate::Noted(email.key().to_owned(), way(cell(1))?, day(cell(2), today)?))
    };
    read().unwrap_or_else(Fate::Fault)
}

impl Plan {
    /// Reads a list: address, way and day in each line; a first line that names the columns is passed over.
    ///
    /// # Errors
    /// The message key, for an empty list and one that is too long.
    pub fn read(text: &str, today: Date) -> std::result::Result<Self, &'static str> {
        let mut lines: Vec<Line> = Vec::new();
        let mut seen: HashMap<String, u64> = HashMap::new();
        for (number, record) in (1..).zip(text.lines().map(cells)) {
            let is_heading = lines.is_empty() && seen.is_empty() && !record.iter().any(|cell| cell.contains('@'));
            if record.iter().all(str::is_empty) || (is_heading && record.len() > 1) {
                continue;
            }
            if lines.len() == MOST_LINES {
                return Err("outcome-list-too-long");
            }
            let fate = match fate(&record, today) {
                Fate::Noted(email, way, on) => match seen.get(&email) {
                    Some(first) => Fate::Twice(*first),
                    None => {
                        seen.insert(email.clone(), number);
                        Fate::Noted(email, way, on)
                    }
                },
                fate => fate,
            };
            let typed = record.iter().collect::<Vec<_>>().join(", ").chars().take(200).collect();
            lines.push(Line { number, typed, fate });
        }
        if lines.is_empty() { Err("outcome-list-missing") } else { Ok(Self { lines, students: HashMap::new() }) }
    }

    /// Holds it against the students who are here, and what lists said before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn check(&mut self, conn: &mut AsyncPgConnection) -> Result<()> {
        let keys: Vec<String> = self.noted().map(|(email, ..)| email.to_owned()).collect();
        let students =
            people::table.filter(people::email_key.eq_any(keys)).filter(people::role.eq(Role::Student.code()));
        let students: Vec<(String, uuid::Uuid)> = students.select((people::email_key, people::id)).load(conn).await?;
        self.students = students.into_iter().map(|(key, id)| (key, StudentId(id))).collect();
        let ids: Vec<StudentId> = self.students.values().copied().collect();
        let before = outcome::table.filter(outcome::student_id.eq_any(ids)).filter(outcome::source.eq("school"));
        let before: Vec<(StudentId, String, jiff_diesel::Date)> =
            before.select((outcome::student_id, outcome::way, outcome::told_on)).load(conn).await?;
        let before: HashSet<_> = before.into_iter().map(|(id, way, on)| (id, way, on.to_jiff())).collect();
        for line in &mut self.lines {
            let Fate::Noted(email, way, on) = &line.fate else { continue };
            match self.students.get(email) {
                None => line.fate = Fate::Fault("outcome-no-student"),
                Some(id) if before.contains(&(*id, way.code().to_owned(), *on)) => line.fate = Fate::AsBefore,
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// What will be written down.
    pub fn noted(&self) -> impl Iterator<Item = (&str, Way, Date)> {
        self.lines.iter().filter_map(|line| match &line.fate {
            Fate::Noted(email, way, on) => Some((email.as_str(), *way, *on)),
            _ => None,
        })
    }

    /// What the admin looked at, in a few letters: another plan has others.
    #[must_use]
    pub fn mark(&self) -> String {
        mark::of(self.noted().map(|(email, way, on)| format!("{email}\n{}\n{on}", way.code())))
    }

    /// Carries it out, if it still is the plan with this mark: all of it or nothing. The same form twice is one act.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] when the admin is none any more.
    pub async fn carry_out(
        mut self,
        mark: &str,
        form_key: FormKey,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Done> {
        let form_key = form_key.saying(&[mark]);
        let is_noted = conn
            .transaction(async |conn| {
                person::still(admin.id(), Role::Admin, conn).await?;
                let same = outcome::table.filter(outcome::form_key.eq(form_key));
                if select(exists(same)).get_result(conn).await? {
                    return Ok(true);
                }
                self.check(conn).await?;
                if self.mark() != mark || self.noted().next().is_none() {
                    return Ok(false);
                }
                self.write(form_key, admin, conn).await?;
                Ok::<_, crate::model::error::Error>(true)
            })
            .await?;
        Ok(if is_noted { Done::Noted } else { Done::Changed(self) })
    }

    async fn write(&self, form_key: FormKey, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        let mut keys = std::iter::once(form_key).chain(std::iter::repeat_with(FormKey::new));
        let rows: Vec<_> = self
            .noted()
            .filter_map(|(email, way, on)| {
                let student = self.students.get(email)?;
                Some((
                    (outcome::id.eq(Uuid::now_v7()), outcome::student_id.eq(*student), outcome::way.eq(way.code())),
                    (outcome::told_on.eq(on.to_diesel()), outcome::source.eq("school")),
                    (outcome::told_by.eq(admin.id()), outcome::form_key.eq(keys.next()?)),
                ))
            })
            .collect();
        for some in rows.chunks(AT_ONCE) {
            diesel::insert_into(outcome::table).values(some.to_vec()).execute(conn).await?;
        }
        let about: Vec<_> =
            self.noted().filter_map(|(email, ..)| Some((None, Some(*self.students.get(email)?)))).collect();
        audit::record_all(Some(admin.id()), Action::ToldOutcome, "outcome", &about, conn).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fates(text: &str) -> Vec<String> {
        let plan = Plan::read(text, jiff::civil::date(2026, 11, 27)).unwrap_or_else(|key| panic!("{key}"));
        let said = |line: &Line| match &line.fate {
            Fate::Noted(email, way, on) => format!("{} {email} {} {on}", line.number, way.code()),
            Fate::AsBefore => format!("{} as before", line.number),
            Fate::Fault(key) => format!("{} {key}", line.number),
            Fate::Twice(first) => format!("{} as {first}", line.number),
        };
        plan.lines.iter().map(said).collect()
    }

    #[test]
    fn a_line_is_an_address_a_way_and_a_day() {
        let list = "Email;Outcome;Date\nEVE@a.example;Health Informatics;2026-09-01\nfinn@a.example;HIM;2026-09-01\n\
                    gus@a.example;not enrolled;2026-09-01\neve@a.example;HIM;2026-09-02\nhana@a.example;medicine;2026-09-01\n\
                    ivy@a.example;other;2027-01-01\nnobody;hi;2026-09-01\nkai@a.example;hi";
        let told = [
            "2 eve@a.example hi 2026-09-01",
            "3 finn@a.example him 2026-09-01",
            "4 gus@a.example not 2026-09-01",
            "5 as 2",
            "6 outcome-way-unknown",
            "7 outcome-day-to-come",
            "8 email-malformed",
            "9 outcome-day-malformed",
        ];
        assert_eq!(fates(list), told);
        // As a browser sends it: the same lines.
        assert_eq!(fates(&list.replace('\n', "\r\n")), told);
        assert_eq!(fates("a@a.example, hi, 2026-09-01"), ["1 a@a.example hi 2026-09-01"]);
        assert_eq!(Plan::read(" \n", jiff::civil::date(2026, 11, 27)).err(), Some("outcome-list-missing"));
    }

    #[test]
    fn each_line_may_have_its_own_separator() {
        let list = "email,outcome,date\na@a.example;hi;2026-09-01\nb@a.example\thim\t2026-09-01\n\n;;\n\
                    c@a.example,\"not, enrolled\",2026-09-01\nd@a.example,\"other,2026-09-01\ne@a.example,other,2026-09-01";
        let told = [
            "2 a@a.example hi 2026-09-01",
            "3 b@a.example him 2026-09-01",
            "6 c@a.example not 2026-09-01",
            "7 outcome-way-unknown",
            "8 e@a.example other 2026-09-01",
        ];
        assert_eq!(fates(list), told);
    }
}
