//! The student's side: asking for a call, taking it back, cancelling, asking for another time.

use diesel::{
    dsl::{exists, now},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{DayPart, Meeting, Said, State, tell};
use crate::{
    model::{
        audit::{self, Action},
        error::{Error, Result},
        id::{FormKey, MeetingId, StudentId},
        letter::MeetingChange,
        person::Student,
        post::Post,
        setting::Setting,
    },
    schema::{meeting, student},
};

/// An ask for a call.
pub struct NewAsk {
    /// What it is about.
    pub reason: Said,
    /// Parts of the day that suit.
    pub day_parts: Vec<DayPart>,
    /// When it suits, in words.
    pub good_times: Said,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It waits for a time.
    Noted,
    /// Another ask waits already.
    AlreadyOpen,
}

impl Meeting {
    /// Asks for a call. One ask waits at a time; the same form is the same ask.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the form's key belongs to somebody else's.
    pub async fn ask(
        student: &Student,
        ask: &NewAsk,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<Asked> {
        let whose = student.student_id();
        conn.transaction(async |conn| {
            hold(whose, conn).await?;
            // Their row is held: nobody asks for them beside us.
            let is_a_retry = of(whose).filter(meeting::form_key.eq(form_key));
            if diesel::select(exists(is_a_retry)).get_result(conn).await? {
                return Ok(Asked::Noted);
            }
            let is_open = of(whose).filter(meeting::state.eq(State::Asked.code()));
            if diesel::select(exists(is_open)).get_result(conn).await? {
                return Ok(Asked::AlreadyOpen);
            }
            let id = MeetingId::new();
            let parts: Vec<&str> = ask.day_parts.iter().map(|part| part.code()).collect();
            let asked = diesel::insert_into(meeting::table)
                .values((
                    (meeting::id.eq(id), meeting::student_id.eq(whose), meeting::state.eq(State::Asked.code())),
                    (meeting::reason.eq(&ask.reason.0), meeting::day_parts.eq(parts)),
                    (meeting::good_times.eq(&ask.good_times.0), meeting::asked_at.eq(now)),
                    meeting::form_key.eq(form_key),
                ))
                .on_conflict(meeting::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if asked == 0 {
                return Err(Error::Conflict);
            }
            trace(student, Action::AskedForCall, id, conn).await?;
            Ok(Asked::Noted)
        })
        .await
    }

    /// Takes the ask back, or cancels what is set; letters then tell both. Doing it twice does no harm.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's; [`Error::Conflict`] when it was held or missed.
    pub async fn call_off(
        student: &Student,
        id: MeetingId,
        words: &Said,
        setting: &Setting,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let whose = student.student_id();
        conn.transaction(async |conn| {
            hold(whose, conn).await?;
            let meeting = Self::own_one(student, id, conn).await?;
            let (state, action) = match meeting.state() {
                State::Asked => (State::Withdrawn, Action::WithdrewCall),
                // What has begun is over or missed: its advisor says which.
                State::Set if !meeting.is_ahead(&jiff::Timestamp::now()) => return Err(Error::Conflict),
                State::Set => (State::Cancelled, Action::CancelledMeeting),
                State::Cancelled | State::Withdrawn => return Ok(()),
                State::Attended | State::NoShow => return Err(Error::Conflict),
            };
            let words = if state == State::Cancelled { words.0.as_str() } else { "" };
            diesel::update(meeting::table.find(id))
                .set((
                    (meeting::state.eq(state.code()), meeting::cancel_words.eq(words)),
                    (meeting::settled_at.eq(now), meeting::settled_by.eq(student.id())),
                    (meeting::move_asked_at.eq(None::<jiff_diesel::Timestamp>), meeting::move_words.eq("")),
                    meeting::sequence.eq(meeting::sequence + i32::from(state == State::Cancelled)),
                ))
                .execute(conn)
                .await?;
            trace(student, action, id, conn).await?;
            if state == State::Cancelled {
                tell::both(id, MeetingChange::Cancelled, setting, post, conn).await?;
            }
            Ok(())
        })
        .await
    }

    /// Asks for another time of a meeting that is still to come.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's; [`Error::Conflict`] when it is not set, or has begun.
    pub async fn ask_to_move(
        student: &Student,
        id: MeetingId,
        words: &Said,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let whose = student.student_id();
        conn.transaction(async |conn| {
            hold(whose, conn).await?;
            let ahead = of(whose)
                .filter(meeting::id.eq(id))
                .filter(meeting::state.eq(State::Set.code()))
                .filter(meeting::starts_at.gt(now));
            let asked = diesel::update(ahead)
                .set((meeting::move_asked_at.eq(now), meeting::move_words.eq(&words.0)))
                .execute(conn)
                .await?;
            if asked == 0 {
                Self::own_one(student, id, conn).await?;
                return Err(Error::Conflict);
            }
            trace(student, Action::AskedToMove, id, conn).await
        })
        .await
    }
}

/// Holds the student until the transaction ends: the marks of their row follow one act after the other.
async fn hold(whose: StudentId, conn: &mut AsyncPgConnection) -> Result<()> {
    let row = student::table.find(whose).select(student::person_id).for_no_key_update();
    row.first::<StudentId>(conn).await?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(student: StudentId) -> _ {
    meeting::table.filter(meeting::student_id.eq(student))
}

async fn trace(student: &Student, action: Action, id: MeetingId, conn: &mut AsyncPgConnection) -> Result<()> {
    audit::record(Some(student.id()), action, "meeting", Some(id.0), Some(student.student_id()), conn).await
}
