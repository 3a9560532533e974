//! Meetings to come of students who get another advisor: moved, taken, or left by somebody who goes. The new one meets them at
//! the time that was set; where that hour is taken, both are told that it is off, and the student waits for another time.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{Booked, Meeting, State, book::booked, tell};
use crate::{
    model::{
        audit::{self, Action},
        error::Result,
        id::{MeetingId, PersonId, StudentId},
        letter::MeetingChange,
        person::Role,
        post::Post,
        setting::Setting,
    },
    schema::{meeting, person},
};

/// Passes the meetings of these students on to `to`, in the transaction that gives them to `to`. A lead reaches every student,
/// and keeps a meeting of their own.
///
/// # Errors
/// When the database fails.
pub async fn pass_on(
    students: &[StudentId],
    to: PersonId,
    by: PersonId,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let leads = person::table
        .filter(person::role.eq(Role::Lead.code()).and(person::deactivated_at.is_null()))
        .select(person::id.nullable());
    let to_come: Vec<(MeetingId, StudentId)> = meeting::table
        .filter(meeting::student_id.eq_any(students))
        .filter(meeting::state.eq(State::Set.code()))
        .filter(meeting::starts_at.assume_not_null().gt(now))
        .filter(meeting::advisor_id.assume_not_null().ne(to))
        .filter(meeting::advisor_id.ne_all(leads))
        .order(meeting::starts_at)
        .select((meeting::id, meeting::student_id))
        .load(conn)
        .await?;
    if to_come.is_empty() {
        return Ok(());
    }
    let setting = Setting::load(conn).await?;
    let name: String = person::table.find(to).select(person::full_name).first(conn).await?;
    for (id, student) in to_come {
        let before = Meeting::one(student, id, conn).await?;
        let Some(former) = before.advisor_id else { continue };
        let taken = conn
            .transaction(async |conn| {
                diesel::update(meeting::table.find(id))
                    .set((
                        (meeting::advisor_id.eq(to), meeting::sequence.eq(meeting::sequence + 1)),
                        meeting::reminded_at.eq(None::<jiff_diesel::Timestamp>),
                    ))
                    .execute(conn)
                    .await?;
                Ok(id)
            })
            .await;
        match booked(taken)? {
            Booked::Done(_) => {
                tell::former(&before, (former, &name), &setting, post, conn).await?;
                tell::both(id, MeetingChange::Moved, &setting, post, conn).await?;
                audit::record(Some(by), Action::MovedMeeting, "meeting", Some(id.0), Some(student), conn).await?;
            }
            Booked::Clash => give_back((id, student), by, &setting, post, conn).await?,
        }
    }
    Ok(())
}

/// Takes a meeting its time: it is asked for again, or off where the student asks for another one already.
async fn give_back(
    (id, student): (MeetingId, StudentId),
    by: PersonId,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let this = || diesel::update(meeting::table.find(id));
    this().set(meeting::sequence.eq(meeting::sequence + 1)).execute(conn).await?;
    // While the time still stands in it: the letters name it.
    tell::both(id, MeetingChange::Cancelled, setting, post, conn).await?;
    let asked = meeting::table.filter(meeting::student_id.eq(student)).filter(meeting::state.eq(State::Asked.code()));
    let asks_already = asked.select(meeting::id).first::<MeetingId>(conn).await.optional()?.is_some();
    let no_words = (meeting::move_asked_at.eq(None::<jiff_diesel::Timestamp>), meeting::move_words.eq(""));
    if asks_already {
        let settled = (meeting::settled_at.eq(now), meeting::settled_by.eq(by));
        this().set((meeting::state.eq(State::Cancelled.code()), settled, no_words)).execute(conn).await?;
    } else {
        let since = meeting::created_at.nullable();
        this()
            .set((
                (meeting::state.eq(State::Asked.code()), meeting::asked_at.eq(since), no_words),
                (meeting::advisor_id.eq(None::<PersonId>), meeting::place.eq(None::<String>)),
                (
                    meeting::starts_at.eq(None::<jiff_diesel::Timestamp>),
                    meeting::ends_at.eq(None::<jiff_diesel::Timestamp>),
                    meeting::set_at.eq(None::<jiff_diesel::Timestamp>),
                    meeting::reminded_at.eq(None::<jiff_diesel::Timestamp>),
                ),
            ))
            .execute(conn)
            .await?;
    }
    audit::record(Some(by), Action::CancelledMeeting, "meeting", Some(id.0), Some(student), conn).await
}
