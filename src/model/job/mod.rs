//! Long work in batches: one act for each of many chosen students, begun by its owner, gone on with by whoever holds the
//! lease.

mod run;
mod work;

use diesel::{
    dsl::{count_star, now},
    pg::Pg,
    prelude::*,
    sql_types::Uuid as SqlUuid,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

pub use self::{
    run::{Leased, take},
    work::{MESSAGE_LIMIT, MessageWords, SUBJECT_LIMIT, Subject, Work},
};
use super::{
    advisee::{self, reach},
    audit::{self, Action},
    error::{Error, Result},
    id::{FormKey, JobId, PersonId, SelectionId, StudentId},
    person::Advisor,
    selection::Selection,
};
use crate::schema::{job, job_item, person, selection_item, student};

/// Jobs that a page lists, the newest.
const MOST_LISTED: i64 = 50;
/// Students of each outcome that a page names.
pub const MOST_NAMED: i64 = 200;

/// One job.
#[derive(Queryable, Selectable)]
#[diesel(table_name = job, check_for_backend(Pg))]
pub struct Job {
    /// Which.
    pub id: JobId,
    kind: String,
    facts: serde_json::Value,
    /// How many students it is for.
    pub students: i32,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    /// When its owner began it; nothing: it waits for that.
    pub begun_at: Option<Timestamp>,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    /// When the last student was done.
    pub done_at: Option<Timestamp>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was written.
    pub created_at: Timestamp,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Students still to come.
    pub waiting: i64,
    /// Students done.
    pub done: i64,
    /// Students for whom it could not be done.
    pub skipped: i64,
}

/// What became of one student.
#[derive(Queryable)]
pub struct Told {
    /// Who.
    pub id: StudentId,
    /// Their name.
    pub full_name: String,
    /// Where letters to them go.
    pub email: String,
    /// The language of those.
    pub locale: String,
    reason: Option<String>,
}

impl Told {
    /// The address of the record.
    #[must_use]
    pub fn path(&self) -> String {
        advisee::path(self.id)
    }

    /// Why it was not done, in words.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self.reason.as_deref() {
            Some("out-of-reach") => "no longer within your reach",
            Some("refused") => "something changed meanwhile",
            Some(_) => "it failed three times; an operator finds why in the log",
            None => "",
        }
    }
}

impl Job {
    /// Writes a job for the students of a selection that are still within reach. It waits until its owner begins it. The
    /// same form is the same job. Nothing when nobody is left.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the form's key belongs to somebody else's.
    pub async fn draft(
        owner: &Advisor,
        selection: &Selection,
        work: &Work,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<Option<JobId>> {
        let facts = serde_json::to_value(work).map_err(|e| diesel::result::Error::SerializationError(e.into()))?;
        let form_key = form_key.saying(&[&selection.id.to_string(), work.kind(), &facts.to_string()]);
        conn.transaction(async |conn| {
            if let Some(known) = Self::by_form(owner, form_key, conn).await? {
                return Ok(Some(known));
            }
            let students = Self::within(owner, selection.id, conn).await?;
            let many = i32::try_from(students.len()).expect("a selection is not that large");
            if many == 0 {
                return Ok(None);
            }
            let id = JobId::new();
            let drafted = diesel::insert_into(job::table)
                .values((
                    (job::id.eq(id), job::kind.eq(work.kind()), job::owner_id.eq(owner.id())),
                    (job::facts.eq(facts), job::students.eq(many), job::form_key.eq(form_key)),
                ))
                .on_conflict(job::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if drafted == 0 {
                // The same form a moment before us.
                return Self::by_form(owner, form_key, conn).await;
            }
            let items = student::table
                .filter(student::person_id.eq_any(&students))
                .select((id.into_sql::<SqlUuid>(), student::person_id));
            let columns = (job_item::job_id, job_item::student_id);
            diesel::insert_into(job_item::table).values(items).into_columns(columns).execute(conn).await?;
            Ok(Some(id))
        })
        .await
    }

    async fn by_form(owner: &Advisor, form_key: FormKey, conn: &mut AsyncPgConnection) -> Result<Option<JobId>> {
        let same = job::table.filter(job::form_key.eq(form_key)).select((job::id, job::owner_id));
        match same.first::<(JobId, PersonId)>(conn).await.optional()? {
            Some((_, theirs)) if theirs != owner.id() => Err(Error::Conflict),
            same => Ok(same.map(|(id, _)| id)),
        }
    }

    async fn within(owner: &Advisor, id: SelectionId, conn: &mut AsyncPgConnection) -> Result<Vec<StudentId>> {
        let items = selection_item::table.filter(selection_item::selection_id.eq(id));
        let chosen: Vec<StudentId> = items.select(selection_item::student_id).load(conn).await?;
        let reached = student::table.filter(student::person_id.eq_any(chosen)).filter(reach(owner));
        Ok(reached.select(student::person_id).load(conn).await?)
    }

    /// One of one's own jobs.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's.
    pub async fn of(owner: &Advisor, id: JobId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(job::table.find(id).filter(job::owner_id.eq(owner.id())).select(Self::as_select()).first(conn).await?)
    }

    /// One's own jobs, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_of(owner: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let own = job::table.filter(job::owner_id.eq(owner.id()));
        Ok(own.order(job::created_at.desc()).limit(MOST_LISTED).select(Self::as_select()).load(conn).await?)
    }

    /// Begins it. A second time it does nothing more.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin(&self, owner: &Advisor, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            let waiting = job::table.find(self.id).filter(job::begun_at.is_null());
            let begun = diesel::update(waiting).set(job::begun_at.eq(now)).execute(conn).await?;
            if begun == 0 {
                return Ok(());
            }
            audit::record(Some(owner.id()), Action::BeganJob, "job", Some(self.id.0), None, conn).await
        })
        .await
    }

    /// What each student gets; nothing once it is done.
    #[must_use]
    pub fn work(&self) -> Option<Work> {
        serde_json::from_value(self.facts.clone()).ok()
    }

    /// How far it is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn progress(&self, conn: &mut AsyncPgConnection) -> Result<Progress> {
        let counts: Vec<(String, i64)> = job_item::table
            .filter(job_item::job_id.eq(self.id))
            .group_by(job_item::state)
            .select((job_item::state, count_star()))
            .load(conn)
            .await?;
        let of = |state: &str| counts.iter().find(|(known, _)| known == state).map_or(0, |(_, many)| *many);
        Ok(Progress { waiting: of("waiting"), done: of("done"), skipped: of("skipped") })
    }

    /// Those who wait, are done and are not done, whom the owner reaches now, by name, the first [`MOST_NAMED`] of each, with
    /// a row that says who looked.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn names(&self, owner: &Advisor, conn: &mut AsyncPgConnection) -> Result<[Vec<Told>; 3]> {
        conn.transaction(async |conn| {
            audit::record(Some(owner.id()), Action::ListedStudents, "job", Some(self.id.0), None, conn).await?;
            let waiting = self.students(owner, "waiting", conn).await?;
            Ok([waiting, self.students(owner, "done", conn).await?, self.students(owner, "skipped", conn).await?])
        })
        .await
    }

    async fn students(&self, owner: &Advisor, state: &str, conn: &mut AsyncPgConnection) -> Result<Vec<Told>> {
        let items = job_item::table.filter(job_item::job_id.eq(self.id)).filter(job_item::state.eq(state));
        let ids: Vec<StudentId> = items.select(job_item::student_id).load(conn).await?;
        let reached = student::table.filter(student::person_id.eq_any(ids)).filter(reach(owner));
        let ids: Vec<StudentId> = reached.select(student::person_id).load(conn).await?;
        Ok(job_item::table
            .inner_join(person::table.on(person::id.eq(job_item::student_id)))
            .filter(job_item::job_id.eq(self.id))
            .filter(job_item::student_id.eq_any(ids))
            .order((person::full_name, person::id))
            .limit(MOST_NAMED)
            .select((job_item::student_id, person::full_name, person::email, person::locale, job_item::reason))
            .load(conn)
            .await?)
    }

    /// The word of its kind.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// What it does, such as "Letter".
    #[must_use]
    pub fn title(&self) -> &'static str {
        work::title(&self.kind)
    }

    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        path(self.id)
    }
}

/// The address of a job.
#[must_use]
pub fn path(id: JobId) -> String {
    format!("/jobs/{id}")
}
