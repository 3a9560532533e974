//! The author gives a note another text, for a day: the one before is kept, and nobody writes over what they have not seen.

use diesel::{dsl::now, pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use jiff_diesel::ToDiesel as _;

use super::{How, NewNote, Note, NoteLevel, Topic, note_readable, read::Written, write::tell};
use crate::{
    model::{
        advisee::{Advisee, Record},
        audit::{self, Action},
        error::Result,
        id::{FormKey, NoteId},
        person::Advisor,
        post::Post,
    },
    schema::{note, note_revision},
};

/// What came of an edit.
pub enum Edited {
    /// It stands, and the text before it is kept.
    Saved,
    /// Somebody, mostly the author at another device, saved another text meanwhile.
    Stale,
    /// The time to edit is over.
    TooLate,
}

/// A text that a note had. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = note_revision, check_for_backend(Pg))]
pub struct Earlier {
    /// The number of that text.
    pub number: i16,
    level: String,
    /// The text.
    pub body: String,
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    /// The day of the contact it told of.
    pub contact_on: Option<Date>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was written.
    pub written_at: Timestamp,
}

impl Earlier {
    /// Who could read it then.
    #[must_use]
    pub fn level(&self) -> NoteLevel {
        NoteLevel::parse(&self.level).expect("the table's check allows only our levels")
    }
}

impl Note {
    /// The texts this note had before, the newest first, as far as this advisor may read them: what was restricted once stays so.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn earlier(
        &self,
        record: &Record,
        advisor: &Advisor,
        conn: &mut AsyncPgConnection,
    ) -> Result<Vec<Earlier>> {
        let (reader, is_lead) = (advisor.id(), advisor.is_lead());
        Ok(note_revision::table
            .inner_join(note::table)
            .filter(note::id.eq(self.id))
            .filter(note::student_id.eq(record.id))
            .filter(note_readable(note::level, note::author_id, reader, is_lead))
            .filter(note_readable(note_revision::level, note::author_id, reader, is_lead))
            .order(note_revision::number.desc())
            .select(Earlier::as_select())
            .load(conn)
            .await?)
    }

    /// Gives a note of this advisor another text. `seen` is the number of the text the form was filled from.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] for a note of somebody else, a removed one, and one out of reach.
    #[expect(clippy::too_many_arguments, reason = "one act with all that the form asks")]
    pub async fn edit(
        advisor: &Advisor,
        advisee: &Advisee,
        id: NoteId,
        seen: i16,
        new: &NewNote<'_>,
        form_key: FormKey,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<Edited> {
        let ([level, body], contact) = (new.said(), &new.contact);
        let day = contact.on.map(|day| day.to_string()).unwrap_or_default();
        let (how, topic) = (contact.how.map_or("", How::code), contact.topic.map_or("", Topic::code));
        let form_key = form_key.saying(&[&id.to_string(), level, body, &day, how, topic]);
        conn.transaction(async |conn| {
            let before = own(advisor, advisee, id, conn).await?;
            let is_retry =
                note_revision::table.filter(note_revision::note_id.eq(id)).filter(note_revision::form_key.eq(form_key));
            if diesel::select(diesel::dsl::exists(is_retry)).get_result(conn).await? {
                return Ok(Edited::Saved);
            }
            if !before.is_fresh {
                return Ok(Edited::TooLate);
            }
            if before.number != seen {
                return Ok(Edited::Stale);
            }
            if is_same(&before, new) {
                return Ok(Edited::Saved);
            }
            keep(&before, form_key, conn).await?;
            diesel::update(note::table.find(id))
                .set((
                    (note::level.eq(new.level.code()), note::body.eq(&new.body.0)),
                    note::contact_on.eq(new.contact.on.map(|day| day.to_diesel())),
                    note::contact_how.eq(new.contact.how.map(How::code)),
                    note::topic.eq(new.contact.topic.map(Topic::code)),
                    note::number.eq(seen + 1),
                    (note::changed_at.eq(now), note::edited_at.eq(now)),
                ))
                .execute(conn)
                .await?;
            if new.level == NoteLevel::Student && before.level() != NoteLevel::Student {
                tell(advisee.id, advisor, post, conn).await?;
            }
            audit::record(Some(advisor.id()), Action::EditedNote, "note", Some(id.0), Some(advisee.id), conn).await?;
            Ok(Edited::Saved)
        })
        .await
    }
}

/// A note of this advisor about this student that was not removed, held until the transaction ends.
pub(super) async fn own(
    advisor: &Advisor,
    advisee: &Advisee,
    id: NoteId,
    conn: &mut AsyncPgConnection,
) -> Result<Written> {
    advisee.hold(advisor, conn).await?;
    Ok(note::table
        .find(id)
        .filter(note::student_id.eq(advisee.id))
        .filter(note::author_id.eq(advisor.id()))
        .filter(note::removed_at.is_null())
        .select(Written::as_select())
        .for_no_key_update()
        .first(conn)
        .await?)
}

fn is_same(before: &Written, new: &NewNote<'_>) -> bool {
    before.body == new.body.0
        && before.level() == new.level
        && before.contact_on == new.contact.on
        && before.how() == new.contact.how
        && before.topic() == new.contact.topic
}

async fn keep(before: &Written, form_key: FormKey, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::insert_into(note_revision::table)
        .values((
            (note_revision::note_id.eq(before.id), note_revision::number.eq(before.number)),
            (note_revision::level.eq(&before.level), note_revision::body.eq(&before.body)),
            note_revision::contact_on.eq(before.contact_on.map(|day| day.to_diesel())),
            note_revision::contact_how.eq(&before.contact_how),
            note_revision::topic.eq(&before.topic),
            note_revision::written_at.eq(before.edited_at.unwrap_or(before.created_at).to_diesel()),
            note_revision::form_key.eq(form_key),
        ))
        .execute(conn)
        .await?;
    Ok(())
}
