//! What the author adds to a note once the time to edit it is over, with its own date; the text before it stands.

use diesel::{dsl::now, pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Note, NoteBody, NoteLevel, edit::own, write::tell};
use crate::{
    model::{
        advisee::Advisee,
        audit::{self, Action},
        error::{Error, Result},
        id::{FormKey, NoteId},
        person::Advisor,
        post::Post,
    },
    schema::{note, note_addendum},
};

/// One of them. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = note_addendum, check_for_backend(Pg))]
pub struct Addendum {
    pub(super) note_id: NoteId,
    /// The author's name as it was then.
    pub author: String,
    /// Its text.
    pub body: String,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was written.
    pub created_at: Timestamp,
}

impl Addendum {
    /// What was added to these notes, the oldest first. Who may read them was decided where the notes came from.
    pub(super) async fn to(notes: &[NoteId], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(note_addendum::table
            .filter(note_addendum::note_id.eq_any(notes))
            .order((note_addendum::created_at, note_addendum::id))
            .select(Self::as_select())
            .load(conn)
            .await?)
    }
}

impl Note {
    /// Adds to a note of this advisor. The same form is the same addendum.
    ///
    /// # Errors
    /// [`Error::NotFound`] as when it is edited; [`Error::Conflict`] while it may still be edited, or when the form's key
    /// belongs to something else.
    pub async fn add(
        advisor: &Advisor,
        advisee: &Advisee,
        id: NoteId,
        body: &NoteBody,
        form_key: FormKey,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let form_key = form_key.saying(&[&body.0]);
        conn.transaction(async |conn| {
            let to = own(advisor, advisee, id, conn).await?;
            if to.is_fresh {
                return Err(Error::Conflict);
            }
            let addendum = Uuid::now_v7();
            let added = diesel::insert_into(note_addendum::table)
                .values((
                    (note_addendum::id.eq(addendum), note_addendum::note_id.eq(id)),
                    note_addendum::author.eq(&advisor.person().full_name),
                    note_addendum::author_role.eq(advisor.person().role.code()),
                    (note_addendum::body.eq(&body.0), note_addendum::form_key.eq(form_key)),
                ))
                .on_conflict(note_addendum::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if added == 0 {
                let theirs = note_addendum::table
                    .filter(note_addendum::form_key.eq(form_key))
                    .filter(note_addendum::note_id.eq(id));
                let known: bool = diesel::select(diesel::dsl::exists(theirs)).get_result(conn).await?;
                return if known { Ok(()) } else { Err(Error::Conflict) };
            }
            diesel::update(note::table.find(id)).set(note::changed_at.eq(now)).execute(conn).await?;
            if to.level() == NoteLevel::Student {
                tell(advisee.id, advisor, post, conn).await?;
            }
            audit::record(Some(advisor.id()), Action::AddedToNote, "note", Some(id.0), Some(advisee.id), conn).await
        })
        .await
    }
}
