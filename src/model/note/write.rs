//! Writing a note: the row, its trace, the end of its draft, and the letter to a student who may read it.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff_diesel::ToDiesel as _;

use super::{Contact, How, Note, NoteBody, NoteLevel, Topic};
use crate::{
    model::{
        account::Account,
        advisee::Advisee,
        audit::{self, Action},
        draft,
        error::{Error, Result},
        id::{FormKey, NoteId, StudentId},
        letter::Letter,
        outbox::NewLetter,
        person::Advisor,
        post::{Post, to_account},
    },
    schema::note,
};

/// A note about to be written, or a new text for one.
pub struct NewNote<'a> {
    /// Its text.
    pub body: &'a NoteBody,
    /// Who may read it.
    pub level: NoteLevel,
    /// The contact it tells of.
    pub contact: Contact,
}

impl NewNote<'_> {
    /// What makes it another one: words and readers.
    pub(super) fn said(&self) -> [&str; 2] {
        [self.level.code(), &self.body.0]
    }
}

impl Note {
    /// Writes a note into a student's record; where the student may read it, a letter says that there is one. The same form
    /// is the same note, however often it is sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student was moved out of reach meanwhile; [`Error::Conflict`] when the form's key
    /// belongs to another note.
    pub async fn write(
        advisor: &Advisor,
        advisee: &Advisee,
        new: &NewNote<'_>,
        form_key: FormKey,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<NoteId> {
        conn.transaction(async |conn| {
            advisee.hold(advisor, conn).await?;
            let mut id = NoteId::new();
            // The first note of a form has the form's key, which its drafts have too.
            if !insert(id, advisor, advisee, new, form_key, conn).await? {
                let (known, body, level) = by_form(advisor, advisee, form_key, conn).await?;
                if body == new.body.0 && level == new.level.code() {
                    return Ok(known);
                }
                let form_key = form_key.saying(&new.said());
                id = NoteId::new();
                if !insert(id, advisor, advisee, new, form_key, conn).await? {
                    return Ok(by_form(advisor, advisee, form_key, conn).await?.0);
                }
            }
            draft::become_note(advisor, form_key, conn).await?;
            if new.level == NoteLevel::Student {
                tell(advisee.id, advisor, post, conn).await?;
            }
            audit::record(Some(advisor.id()), Action::WroteNote, "note", Some(id.0), Some(advisee.id), conn).await?;
            Ok(id)
        })
        .await
    }
}

/// Says whether there was none of this key yet.
async fn insert(
    id: NoteId,
    advisor: &Advisor,
    advisee: &Advisee,
    new: &NewNote<'_>,
    form_key: FormKey,
    conn: &mut AsyncPgConnection,
) -> Result<bool> {
    let written = diesel::insert_into(note::table)
        .values((
            (note::id.eq(id), note::student_id.eq(advisee.id)),
            (note::author_id.eq(advisor.id()), note::author.eq(&advisor.person().full_name)),
            note::author_role.eq(advisor.person().role.code()),
            (note::level.eq(new.level.code()), note::body.eq(&new.body.0)),
            note::contact_on.eq(new.contact.on.map(|day| day.to_diesel())),
            note::contact_how.eq(new.contact.how.map(How::code)),
            note::topic.eq(new.contact.topic.map(Topic::code)),
            note::form_key.eq(form_key),
        ))
        .on_conflict(note::form_key)
        .do_nothing()
        .execute(conn)
        .await?;
    Ok(written == 1)
}

/// The note of a form, what it says, and who may read it.
async fn by_form(
    advisor: &Advisor,
    advisee: &Advisee,
    form_key: FormKey,
    conn: &mut AsyncPgConnection,
) -> Result<(NoteId, String, String)> {
    note::table
        .filter(note::form_key.eq(form_key))
        .filter(note::author_id.eq(advisor.id()))
        .filter(note::student_id.eq(advisee.id))
        .select((note::id, note::body, note::level))
        .first(conn)
        .await
        .optional()?
        .ok_or(Error::Conflict)
}

/// Tells a student that there is something to read; what it says is read after signing in. A closed account gets nothing.
pub(super) async fn tell(
    student: StudentId,
    author: &Advisor,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let account = match Account::with_id(student.into(), conn).await {
        Err(Error::Database(diesel::result::Error::NotFound) | Error::NotFound) => return Ok(()),
        account => account?,
    };
    let letter = Letter::SharedNote { author: author.person().full_name.clone() };
    post.put(NewLetter { reply_to: Some(&author.person().email), ..to_account(&letter, &account) }, conn).await?;
    Ok(())
}
