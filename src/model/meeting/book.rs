//! The advisor's side: setting a time, moving it, cancelling, and how it was. Nobody is booked twice at once: the database
//! refuses it, whoever was first.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff_diesel::ToDiesel as _;

use super::{Meeting, Said, Slot, State, tell};
use crate::{
    model::{
        advisee::Advisee,
        audit::{self, Action},
        error::{Error, Result},
        id::{FormKey, MeetingId},
        letter::MeetingChange,
        person::Advisor,
        post::Post,
        setting::Setting,
    },
    schema::meeting,
};

/// What came of setting a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Booked {
    /// It is set.
    Done(MeetingId),
    /// The advisor has another meeting then.
    Clash,
}

/// How a meeting was.
#[derive(Clone, Copy)]
pub struct Held(State);

impl Held {
    /// The outcome with this code.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(code: &str) -> std::result::Result<Self, &'static str> {
        match State::parse(code) {
            Some(state @ (State::Attended | State::NoShow)) => Ok(Self(state)),
            _ => Err("meeting-outcome-missing"),
        }
    }
}

impl Meeting {
    /// Sets a meeting that nobody asked for. The same form is the same meeting.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student was moved out of reach meanwhile; [`Error::Conflict`] when the form's key belongs
    /// to another one.
    pub async fn set_up(
        (advisor, advisee): (&Advisor, &Advisee),
        (reason, slot): (&Said, &Slot),
        form_key: FormKey,
        setting: &Setting,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<Booked> {
        let (from, to) = (slot.starts_at.to_string(), slot.ends_at.to_string());
        let form_key = form_key.saying(&[&reason.0, &from, &to, &slot.place]);
        let set = conn
            .transaction(async |conn| {
                advisee.hold(advisor, conn).await?;
                let id = MeetingId::new();
                let set = diesel::insert_into(meeting::table)
                    .values((
                        (meeting::id.eq(id), meeting::student_id.eq(advisee.id), meeting::state.eq(State::Set.code())),
                        (meeting::reason.eq(&reason.0), meeting::advisor_id.eq(advisor.id())),
                        (
                            meeting::starts_at.eq(slot.starts_at.to_diesel()),
                            meeting::ends_at.eq(slot.ends_at.to_diesel()),
                        ),
                        (meeting::place.eq(&slot.place), meeting::set_at.eq(now)),
                        meeting::form_key.eq(form_key),
                    ))
                    .on_conflict(meeting::form_key)
                    .do_nothing()
                    .execute(conn)
                    .await?;
                if set == 1 {
                    trace(advisor, advisee, Action::SetMeeting, id, conn).await?;
                    tell::both(id, MeetingChange::Set, setting, post, conn).await?;
                    return Ok(id);
                }
                let same = meeting::table
                    .filter(meeting::form_key.eq(form_key))
                    .filter(meeting::advisor_id.eq(advisor.id()))
                    .filter(meeting::student_id.eq(advisee.id))
                    .select(meeting::id);
                same.first(conn).await.optional()?.ok_or(Error::Conflict)
            })
            .await;
        booked(set)
    }

    /// Gives a meeting that was asked for its time, or one that is set another. It is then with this advisor; whoever it was
    /// with before is told who has it now. `seen` is the mark of the meeting that the form was filled from.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student was moved out of reach meanwhile; [`Error::Conflict`] when it was settled, or
    /// stands otherwise than the form showed it.
    pub async fn give_time(
        (advisor, advisee): (&Advisor, &Advisee),
        id: MeetingId,
        (seen, slot): (&str, &Slot),
        setting: &Setting,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<Booked> {
        let set = conn
            .transaction(async |conn| {
                advisee.hold(advisor, conn).await?;
                let before = Self::one(advisee.id, id, conn).await?;
                let (change, action) = match before.state() {
                    State::Set if before.stands(advisor, slot) => return Ok(id),
                    State::Asked | State::Set if before.mark() != seen => return Err(Error::Conflict),
                    State::Asked => (MeetingChange::Set, Action::SetMeeting),
                    State::Set => (MeetingChange::Moved, Action::MovedMeeting),
                    _ => return Err(Error::Conflict),
                };
                let former = before.advisor_id.filter(|former| *former != advisor.id());
                let more = i32::from(change == MeetingChange::Moved);
                diesel::update(meeting::table.find(id))
                    .set((
                        (meeting::state.eq(State::Set.code()), meeting::advisor_id.eq(advisor.id())),
                        (
                            meeting::starts_at.eq(slot.starts_at.to_diesel()),
                            meeting::ends_at.eq(slot.ends_at.to_diesel()),
                        ),
                        (meeting::place.eq(&slot.place), meeting::set_at.eq(now)),
                        (meeting::move_asked_at.eq(None::<jiff_diesel::Timestamp>), meeting::move_words.eq("")),
                        meeting::reminded_at.eq(None::<jiff_diesel::Timestamp>),
                        meeting::sequence.eq(meeting::sequence + more),
                    ))
                    .execute(conn)
                    .await?;
                trace(advisor, advisee, action, id, conn).await?;
                if let Some(former) = former {
                    tell::former(&before, (former, &advisor.person().full_name), setting, post, conn).await?;
                }
                tell::both(id, change, setting, post, conn).await?;
                Ok(id)
            })
            .await;
        booked(set)
    }

    /// Whether it is already as it should be.
    fn stands(&self, advisor: &Advisor, slot: &Slot) -> bool {
        self.advisor_id == Some(advisor.id())
            && self.starts_at == Some(slot.starts_at)
            && self.ends_at == Some(slot.ends_at)
            && self.place.as_ref() == Some(&slot.place)
            && self.move_asked_at.is_none()
    }

    /// Cancels a meeting, or closes the ask for one. Letters tell both when it had a time, and the student when it had none.
    /// Doing it twice does no harm.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student was moved out of reach meanwhile; [`Error::Conflict`] when it was settled
    /// otherwise, or cancelled with other words.
    pub async fn cancel(
        (advisor, advisee): (&Advisor, &Advisee),
        id: MeetingId,
        words: &Said,
        setting: &Setting,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        conn.transaction(async |conn| {
            advisee.hold(advisor, conn).await?;
            let before = Self::one(advisee.id, id, conn).await?;
            match before.state() {
                State::Asked | State::Set => {}
                State::Cancelled if words.0.is_empty() || words.0 == before.cancel_words => return Ok(()),
                _ => return Err(Error::Conflict),
            }
            let was_set = before.state() == State::Set;
            diesel::update(meeting::table.find(id))
                .set((
                    (meeting::state.eq(State::Cancelled.code()), meeting::cancel_words.eq(&words.0)),
                    (meeting::settled_at.eq(now), meeting::settled_by.eq(advisor.id())),
                    (meeting::move_asked_at.eq(None::<jiff_diesel::Timestamp>), meeting::move_words.eq("")),
                    meeting::sequence.eq(meeting::sequence + i32::from(was_set)),
                ))
                .execute(conn)
                .await?;
            trace(advisor, advisee, Action::CancelledMeeting, id, conn).await?;
            if was_set {
                tell::both(id, MeetingChange::Cancelled, setting, post, conn).await?;
            } else {
                tell::closed(id, advisee.id, advisor, post, conn).await?;
            }
            Ok(())
        })
        .await
    }

    /// Says how a meeting was, once it has begun. Saying the same twice does no harm.
    ///
    /// # Errors
    /// As [`Self::cancel`]; [`Error::Conflict`] also while it is still to come.
    pub async fn settle(
        (advisor, advisee): (&Advisor, &Advisee),
        id: MeetingId,
        held: Held,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        conn.transaction(async |conn| {
            advisee.hold(advisor, conn).await?;
            let begun = meeting::table
                .filter(meeting::id.eq(id))
                .filter(meeting::student_id.eq(advisee.id))
                .filter(meeting::state.eq(State::Set.code()))
                .filter(meeting::starts_at.le(now));
            let settled = diesel::update(begun)
                .set((
                    (meeting::state.eq(held.0.code()), meeting::settled_at.eq(now)),
                    (meeting::settled_by.eq(advisor.id()), meeting::move_words.eq("")),
                    meeting::move_asked_at.eq(None::<jiff_diesel::Timestamp>),
                ))
                .execute(conn)
                .await?;
            if settled == 1 {
                return trace(advisor, advisee, Action::SettledMeeting, id, conn).await;
            }
            let stands = Self::one(advisee.id, id, conn).await?;
            if stands.state() == held.0 { Ok(()) } else { Err(Error::Conflict) }
        })
        .await
    }
}

/// The database's refusal to book somebody twice, as an answer.
pub(super) fn booked(set: Result<MeetingId>) -> Result<Booked> {
    use diesel::result::Error::DatabaseError;
    match set {
        Ok(id) => Ok(Booked::Done(id)),
        Err(Error::Database(DatabaseError(_, info))) if info.constraint_name() == Some("meeting_one_at_a_time") => {
            Ok(Booked::Clash)
        }
        Err(error) => Err(error),
    }
}

async fn trace(
    advisor: &Advisor,
    advisee: &Advisee,
    action: Action,
    id: MeetingId,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    audit::record(Some(advisor.id()), action, "meeting", Some(id.0), Some(advisee.id), conn).await
}
