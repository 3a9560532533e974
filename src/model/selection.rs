//! Students chosen on the caseload, with the advisor each had at that moment. What is done to them is bound to it.

mod moving;

use diesel::{pg::Pg, prelude::*, sql_types::Uuid as SqlUuid};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};

pub use self::moving::{Difference, Refusal, Target};
use super::{
    advisee::{self, reach},
    audit::{self, Action},
    caseload::{self, Wanted},
    error::{Error, Result},
    id::{FormKey, PersonId, SelectionId, StudentId},
    person::Advisor,
};
use crate::schema::{person, selection, selection_item, student};

/// The most students that are chosen at once: what one transaction moves while nobody waits long.
pub const MOST_CHOSEN: i64 = 2000;
/// Names that a page shows.
pub const MOST_NAMED: i64 = 200;

/// What somebody chose.
#[derive(Queryable, Selectable)]
#[diesel(table_name = selection, check_for_backend(Pg))]
pub struct Selection {
    /// Which.
    pub id: SelectionId,
    /// How many were chosen.
    pub students: i32,
    moved_to: Option<PersonId>,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    moved_at: Option<Timestamp>,
}

/// One student of a selection.
#[derive(Queryable)]
pub struct Chosen {
    /// Who.
    pub id: StudentId,
    /// Their name.
    pub full_name: String,
    /// Their advisor's name when they were chosen.
    pub advisor: Option<String>,
}

impl Chosen {
    /// The address of the record.
    #[must_use]
    pub fn path(&self) -> String {
        advisee::path(self.id)
    }
}

/// Whom to choose.
pub enum Choice<'a> {
    /// These.
    Some(&'a [StudentId]),
    /// Everybody whom a view of the caseload shows on this day at the school.
    All(&'a Wanted, Date),
    /// The students of an earlier selection, as they are now.
    Again(&'a Selection),
}

impl Selection {
    /// Keeps who was chosen, as far as the advisor reaches them. The same form is the same selection. Nothing when that
    /// is nobody.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the form's key belongs to somebody else's.
    pub async fn choose(
        advisor: &Advisor,
        choice: Choice<'_>,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<Option<SelectionId>> {
        conn.transaction(async |conn| {
            let ids: Vec<StudentId> = match choice {
                Choice::Some(ids) => ids.to_vec(),
                Choice::All(wanted, today) => {
                    caseload::students(advisor, wanted, today).limit(MOST_CHOSEN).load(conn).await?
                }
                Choice::Again(earlier) => {
                    let items = selection_item::table.filter(selection_item::selection_id.eq(earlier.id));
                    items.select(selection_item::student_id).load(conn).await?
                }
            };
            let names: Vec<String> = ids.iter().map(ToString::to_string).collect();
            let form_key = form_key.saying(&names.iter().map(String::as_str).collect::<Vec<_>>());
            if let Some(known) = Self::by_form(advisor, form_key, conn).await? {
                return Ok(Some(known));
            }
            let id = SelectionId::new();
            let new = (selection::id.eq(id), selection::person_id.eq(advisor.id()), selection::form_key.eq(form_key));
            let insert =
                diesel::insert_into(selection::table).values(new).on_conflict(selection::form_key).do_nothing();
            if insert.execute(conn).await? == 0 {
                // The same form a moment before us.
                return Self::by_form(advisor, form_key, conn).await;
            }
            let chosen = student::table
                .filter(student::person_id.eq_any(&ids))
                .filter(reach(advisor))
                .limit(MOST_CHOSEN)
                .select((id.into_sql::<SqlUuid>(), student::person_id, student::advisor_id));
            let columns = (selection_item::selection_id, selection_item::student_id, selection_item::advisor_id);
            let many =
                diesel::insert_into(selection_item::table).values(chosen).into_columns(columns).execute(conn).await?;
            if many == 0 {
                diesel::delete(selection::table.find(id)).execute(conn).await?;
                return Ok(None);
            }
            let many = i32::try_from(many).expect("a selection has at most MOST_CHOSEN");
            diesel::update(selection::table.find(id)).set(selection::students.eq(many)).execute(conn).await?;
            Ok(Some(id))
        })
        .await
    }

    async fn by_form(
        advisor: &Advisor,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<Option<SelectionId>> {
        let known: Option<(SelectionId, PersonId)> = selection::table
            .filter(selection::form_key.eq(form_key))
            .select((selection::id, selection::person_id))
            .first(conn)
            .await
            .optional()?;
        match known {
            Some((_, theirs)) if theirs != advisor.id() => Err(Error::Conflict),
            known => Ok(known.map(|(id, _)| id)),
        }
    }

    /// One of one's own selections.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's, and for one that was cleared away.
    pub async fn of(advisor: &Advisor, id: SelectionId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let own = selection::table.find(id).filter(selection::person_id.eq(advisor.id()));
        Ok(own.select(Self::as_select()).first(conn).await?)
    }

    /// Those of its students whom the advisor still reaches, by name, the first [`MOST_NAMED`], with a row that says who
    /// looked; and how many there are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn names(&self, advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<(Vec<Chosen>, i64)> {
        conn.transaction(async |conn| {
            let (subject, actor) = ("selection", Some(advisor.id()));
            audit::record(actor, Action::ListedStudents, subject, Some(self.id.0), None, conn).await?;
            let items = selection_item::table.filter(selection_item::selection_id.eq(self.id));
            let ids: Vec<StudentId> = items.select(selection_item::student_id).load(conn).await?;
            let reached = student::table.filter(student::person_id.eq_any(ids)).filter(reach(advisor));
            let ids: Vec<StudentId> = reached.select(student::person_id).load(conn).await?;
            let theirs = diesel::alias!(person as theirs);
            let names = selection_item::table
                .inner_join(person::table.on(person::id.eq(selection_item::student_id)))
                .left_join(theirs.on(theirs.field(person::id).nullable().eq(selection_item::advisor_id)))
                .filter(selection_item::selection_id.eq(self.id))
                .filter(selection_item::student_id.eq_any(&ids))
                .order((person::full_name, person::id))
                .limit(MOST_NAMED)
                .select((selection_item::student_id, person::full_name, theirs.field(person::full_name).nullable()))
                .load(conn)
                .await?;
            Ok((names, i64::try_from(ids.len()).unwrap_or(i64::MAX)))
        })
        .await
    }

    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        path(self.id)
    }
}

/// The address of a selection.
#[must_use]
pub fn path(id: SelectionId) -> String {
    format!("/caseload/selections/{id}")
}
