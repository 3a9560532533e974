//! A view of the queue as a file: all of its students, a batch at a time, in the order in which their accounts were made.
//! That order never changes, so nobody is missed or named twice while students move about in the queue.

use std::collections::HashMap;

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use super::{Row, Wanted, students};
use crate::{
    model::{
        audit::{self, Action},
        error::Result,
        id::{PersonId, StudentId},
        note::contact::choices,
        person::{Advisor, still},
    },
    schema::{export, person, standing, student},
};

/// Students read at once.
const BATCH: usize = 500;
/// Characters of a view's words that are kept.
const MOST_QUERY: usize = 500;
/// Exports that a page lists, the newest.
const MOST_LISTED: i64 = 50;

choices! {
    /// What a list of students is taken for.
    Purpose {
        /// To work with it in the advising office.
        Advising = "advising" "Advising in our office",
        /// To reach students another way, as by phone.
        Outreach = "outreach" "Reaching students another way",
        /// For somebody at the school who has a need to know.
        Report = "report" "A report inside the school",
        /// For an accreditor, or because the law asks for it.
        Accreditation = "accreditation" "Accreditation, or a duty by law",
        /// To bring them into another system of the school.
        System = "system" "Another system of the school",
    }
}

/// A student as a line of the file.
pub struct Line {
    /// What the queue shows.
    pub row: Row,
    /// Where letters to them go.
    pub email: String,
    /// The day of the last contact.
    pub last_contact_on: Option<Date>,
}

/// A file that was taken.
#[derive(Queryable)]
pub struct Taken {
    /// Who took it.
    pub by: String,
    purpose: String,
    /// How many students were in it; nothing: it was not taken to its end.
    pub students: Option<i32>,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

impl Taken {
    /// What for.
    #[must_use]
    pub fn purpose(&self) -> &'static str {
        Purpose::parse(&self.purpose).ok().flatten().map_or("", |purpose| purpose.title())
    }
}

/// A file being taken.
pub struct Export {
    id: Uuid,
    advisor: Advisor,
    wanted: Wanted,
    today: Date,
    after: StudentId,
    students: i32,
}

impl Export {
    /// Begins one, with its trace. No trace, no file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin(
        advisor: Advisor,
        wanted: Wanted,
        purpose: Purpose,
        today: Date,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
        let (id, named) = (Uuid::now_v7(), Wanted { filter: wanted.filter.without_name(), ..wanted.clone() });
        let query: String = named.query().chars().take(MOST_QUERY).collect();
        conn.transaction(async |conn| {
            diesel::insert_into(export::table)
                .values((
                    (export::id.eq(id), export::person_id.eq(advisor.id())),
                    (export::purpose.eq(purpose.code()), export::query.eq(&query)),
                ))
                .execute(conn)
                .await?;
            audit::record(Some(advisor.id()), Action::ExportedStudents, "export", Some(id), None, conn).await
        })
        .await?;
        Ok(Self { id, advisor, wanted, today, after: StudentId(Uuid::nil()), students: 0 })
    }

    /// The next students; none: that was all, and how many there were is written down.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they are no such advisor any more.
    pub async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>> {
        // A file may be on its way for minutes: whoever loses role or account meanwhile gets no more of it.
        still(self.advisor.id(), self.advisor.person().role, conn).await?;
        let ids: Vec<StudentId> = students(&self.advisor, &self.wanted, self.today)
            .filter(standing::student_id.gt(self.after.0))
            .order(standing::student_id)
            .limit(BATCH as i64)
            .load(conn)
            .await?;
        let Some(last) = ids.last() else {
            let done = export::students.eq(self.students);
            diesel::update(export::table.find(self.id)).set(done).execute(conn).await?;
            return Ok(Vec::new());
        };
        self.after = *last;
        let rows = Row::of(ids.clone(), conn).await?;
        let more: Vec<(StudentId, String, Option<jiff_diesel::Date>)> = student::table
            .inner_join(person::table.on(person::id.eq(student::person_id)))
            .filter(student::person_id.eq_any(&ids))
            .select((student::person_id, person::email, student::last_contact_on))
            .load(conn)
            .await?;
        let mut more: HashMap<_, _> = more.into_iter().map(|(id, email, on)| (id, (email, on))).collect();
        let line = |row: Row| {
            let (email, on) = more.remove(&row.id)?;
            Some(Line { row, email, last_contact_on: on.map(|day| day.to_jiff()) })
        };
        let lines: Vec<Line> = rows.into_iter().filter_map(line).collect();
        self.students += i32::try_from(lines.len()).unwrap_or_default();
        Ok(lines)
    }

    /// The files taken last: one's own, and for a lead everybody's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn taken(advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Taken>> {
        let all = export::table.inner_join(person::table).into_boxed::<Pg>();
        let seen = if advisor.is_lead() { all } else { all.filter(export::person_id.eq(advisor.id())) };
        Ok(seen
            .order(export::created_at.desc())
            .limit(MOST_LISTED)
            .select((person::full_name, export::purpose, export::students, export::created_at))
            .load(conn)
            .await?)
    }

    /// Who takes it.
    #[must_use]
    pub fn by(&self) -> PersonId {
        self.advisor.id()
    }
}
