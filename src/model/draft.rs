//! A note that is not written yet: kept as its author typed it, for nobody else, until it becomes the note.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    advisee::{self, Advisee},
    audit::{self, Action},
    error::{Error, Result},
    id::{DraftId, FormKey, StudentId},
    note::{How, NoteLevel, Topic},
    person::Advisor,
};
use crate::schema::{draft, note, person, student};

/// Drafts that are listed, the latest; nobody writes that many at once.
const MOST_SHOWN: i64 = 100;
/// The longest contact date that is kept as typed.
const LONGEST_DATE: usize = 40;

/// What stands in the form, whatever is wrong with it. It does not print itself.
pub struct Typed<'a> {
    /// The text.
    pub body: &'a str,
    /// The level's code.
    pub level: &'a str,
    /// The contact date.
    pub contact_on: &'a str,
    /// How they were in touch, a code.
    pub contact_how: &'a str,
    /// What about, a code.
    pub topic: &'a str,
}

/// A draft as it goes back into its form. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = draft, check_for_backend(Pg))]
pub struct Draft {
    /// Which.
    pub id: DraftId,
    /// About whom.
    pub student_id: StudentId,
    /// The text.
    pub body: String,
    /// The level's code.
    pub level: String,
    /// The contact date as typed.
    pub contact_on: String,
    /// How they were in touch, a code.
    pub contact_how: Option<String>,
    /// What about, a code.
    pub topic: Option<String>,
    /// The key of its form.
    pub form_key: FormKey,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was saved last.
    pub saved_at: Timestamp,
}

/// A draft in the list of its author.
#[derive(Queryable)]
pub struct Listed {
    /// Which.
    pub id: DraftId,
    /// About whom.
    pub student_id: StudentId,
    /// The student's name.
    pub student: String,
    /// Its text.
    pub body: String,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was saved last.
    pub saved_at: Timestamp,
}

impl Draft {
    /// Keeps what is typed; the same form is the same draft. Gives which, or nothing when the form has become a note.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student is out of reach; [`Error::Conflict`] when the form's key is somebody else's.
    pub async fn save(
        advisor: &Advisor,
        advisee: &Advisee,
        typed: &Typed<'_>,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<Option<(DraftId, Timestamp)>> {
        conn.transaction(async |conn| {
            // A note is written under the same hold: what the script sends late never brings its draft back.
            advisee.hold(advisor, conn).await?;
            let is_note = diesel::dsl::exists(note::table.filter(note::form_key.eq(form_key)));
            if diesel::select(is_note).get_result(conn).await? {
                return Ok(None);
            }
            let level = NoteLevel::parse(typed.level).unwrap_or(NoteLevel::Advisors).code();
            let contact_on: String = typed.contact_on.chars().take(LONGEST_DATE).collect();
            let words = (
                (draft::body.eq(typed.body), draft::level.eq(level), draft::contact_on.eq(contact_on)),
                draft::contact_how.eq(How::parse(typed.contact_how).ok().flatten().map(How::code)),
                draft::topic.eq(Topic::parse(typed.topic).ok().flatten().map(Topic::code)),
                draft::saved_at.eq(diesel::dsl::now),
            );
            let whose = (draft::author_id.eq(advisor.id()), draft::student_id.eq(advisee.id));
            let of_form = draft::table.filter(draft::form_key.eq(form_key)).filter(whose.0).filter(whose.1);
            let saved = (draft::id, draft::saved_at);
            let mut row: Option<(DraftId, jiff_diesel::Timestamp)> =
                diesel::update(of_form).set(words.clone()).returning(saved).get_result(conn).await.optional()?;
            if row.is_none() {
                row = diesel::insert_into(draft::table)
                    .values((draft::id.eq(DraftId::new()), whose, draft::form_key.eq(form_key), words))
                    .on_conflict(draft::form_key)
                    .do_nothing()
                    .returning(saved)
                    .get_result(conn)
                    .await
                    .optional()?;
            }
            row.map(|(id, at)| Some((id, at.to_jiff()))).ok_or(Error::Conflict)
        })
        .await
    }

    /// A draft of this advisor.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's, and one that does not exist (any more).
    pub async fn of(advisor: &Advisor, id: DraftId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let theirs = draft::table.find(id).filter(draft::author_id.eq(advisor.id()));
        Ok(theirs.select(Self::as_select()).first(conn).await?)
    }

    /// All drafts of this advisor about students within reach, the latest first, with a row that says they looked through
    /// them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all(advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Listed>> {
        conn.transaction(async |conn| {
            audit::record(Some(advisor.id()), Action::ListedStudents, "drafts", None, None, conn).await?;
            Self::within(advisor, conn).await
        })
        .await
    }

    /// The latest draft of this advisor about a student: which, and when it was saved; and how many they have about anybody,
    /// up to [`MOST_SHOWN`].
    ///
    /// # Errors
    /// When the database fails.
    pub async fn waiting(
        advisor: &Advisor,
        about: StudentId,
        conn: &mut AsyncPgConnection,
    ) -> Result<(Option<(DraftId, Timestamp)>, i64)> {
        let theirs = draft::table.filter(draft::author_id.eq(advisor.id()));
        let ids: Vec<StudentId> = theirs
            .order((draft::saved_at.desc(), draft::id.desc()))
            .limit(MOST_SHOWN)
            .select(draft::student_id)
            .load(conn)
            .await?;
        let within = student::table.filter(advisee::reach(advisor)).filter(student::person_id.eq_any(&ids));
        let within: Vec<StudentId> = within.select(student::person_id).load(conn).await?;
        let latest = theirs
            .filter(draft::student_id.eq(about))
            .order((draft::saved_at.desc(), draft::id.desc()))
            .select((draft::id, draft::saved_at))
            .first::<(DraftId, jiff_diesel::Timestamp)>(conn)
            .await
            .optional()?;
        let many = ids.iter().filter(|about| within.contains(about)).count();
        let many = i64::try_from(many).unwrap_or(MOST_SHOWN);
        Ok((latest.map(|(id, at)| (id, at.to_jiff())), many))
    }

    async fn within(advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Listed>> {
        let mut drafts: Vec<Listed> = draft::table
            .inner_join(person::table.on(person::id.eq(draft::student_id)))
            .filter(draft::author_id.eq(advisor.id()))
            .order((draft::saved_at.desc(), draft::id.desc()))
            .limit(MOST_SHOWN)
            .select((draft::id, draft::student_id, person::full_name, draft::body, draft::saved_at))
            .load(conn)
            .await?;
        if !drafts.is_empty() {
            let about: Vec<StudentId> = drafts.iter().map(|draft| draft.student_id).collect();
            let within = student::table.filter(advisee::reach(advisor)).filter(student::person_id.eq_any(about));
            let within: Vec<StudentId> = within.select(student::person_id).load(conn).await?;
            drafts.retain(|draft| within.contains(&draft.student_id));
        }
        Ok(drafts)
    }

    /// Throws a draft of this advisor away.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's.
    pub async fn discard(advisor: &Advisor, id: DraftId, conn: &mut AsyncPgConnection) -> Result<()> {
        let theirs = draft::table.find(id).filter(draft::author_id.eq(advisor.id()));
        if diesel::delete(theirs).execute(conn).await? == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}

/// The draft of a form that was saved as a note is done.
pub(super) async fn become_note(advisor: &Advisor, form_key: FormKey, conn: &mut AsyncPgConnection) -> Result<()> {
    let theirs = draft::table.filter(draft::form_key.eq(form_key)).filter(draft::author_id.eq(advisor.id()));
    diesel::delete(theirs).execute(conn).await?;
    Ok(())
}
