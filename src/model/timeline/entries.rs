//! The entries of a page of the timeline, each kind read by its own rows.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Event, Place,
    kinds::{ADVICE, ATTEMPT, ENDED, FOLLOW_UP, GIVEN, JOINED, LETTER, MEETING, NOTE, OUTCOME, RESULT},
    planned::{self, Met, Promised},
};
use crate::{
    model::{
        advice::Advice,
        advisee::Record,
        error::Result,
        fit::{Outcome, Reason},
        id::{LetterId, NoteId, ResultId},
        note::Note,
        outbox::Sent,
        outcome::Outcome as Became,
        person::Advisor,
    },
    schema::{advice, answer, assignment, attempt, item, person, result},
};

/// The kinds of things that happen.
pub enum What {
    /// A letter to them, wherever it stands.
    Letter(Sent),
    /// An advisor's word on a result.
    Advice(Advice),
    /// A note.
    Note(Note),
    /// Something to do was written down.
    FollowUp(Promised),
    /// A meeting was asked for or set.
    Meeting(Met),
    /// What they did after a result was told.
    Became {
        /// What was told.
        outcome: Became,
        /// Who wrote it down.
        by: Option<String>,
    },
    /// Answers were handed in and gave a result.
    Result(Told),
    /// An attempt was begun.
    Begun(Begun),
    /// An advisor got the student.
    Given {
        /// The advisor's name.
        to: String,
        /// Who did it; nothing when the rule at confirmation did.
        by: Option<String>,
    },
    /// The time with an advisor ended.
    Ended {
        /// The advisor's name.
        with: String,
    },
    /// The account was made.
    Joined,
}

/// A result in one line.
pub struct Told {
    /// Which.
    pub id: ResultId,
    /// What it says.
    pub outcome: Outcome,
    /// Why it names no program.
    pub reason: Option<Reason>,
    /// Points toward health informatics, less those toward HIM.
    pub points: i16,
    /// Points toward health informatics.
    pub hi: i16,
    /// Points toward health information management.
    pub him: i16,
    /// Items with an answer on the scale.
    pub answered: i16,
    /// All items.
    pub item_count: i16,
    /// The scoring rules, such as `fit-1.0.0`.
    pub scoring: String,
}

/// An attempt that was begun.
pub struct Begun {
    /// Whether it is still under way.
    pub is_open: bool,
    /// When something was saved last.
    pub saved_at: Timestamp,
    /// Questions dealt with.
    pub answered: i64,
    /// Questions there are.
    pub items: i64,
}

/// What was read so far, by kind and id.
type Found = HashMap<(i16, Uuid), What>;

/// The entries at these places, in their order. One that went meanwhile is left out.
pub(super) async fn read(
    places: &[Place],
    record: &Record,
    advisor: &Advisor,
    conn: &mut AsyncPgConnection,
) -> Result<Vec<Event>> {
    let of = |rank: i16| places.iter().filter(|place| place.rank == rank).map(|place| place.id).collect::<Vec<_>>();
    let mut found = Found::new();
    let notes: Vec<NoteId> = of(NOTE).into_iter().map(NoteId).collect();
    let notes = Note::among(&notes, record, advisor, conn).await?;
    found.extend(notes.into_iter().map(|note| ((NOTE, note.id.0), What::Note(note))));
    let letters: Vec<LetterId> = of(LETTER).into_iter().map(LetterId).collect();
    let letters = Sent::among(&letters, record.id, conn).await?;
    found.extend(letters.into_iter().map(|letter| ((LETTER, letter.id.0), What::Letter(letter))));
    let promises = planned::promises(&of(FOLLOW_UP), record, conn).await?;
    found.extend(promises.into_iter().map(|one| ((FOLLOW_UP, one.id), What::FollowUp(one))));
    let meetings = planned::meetings(&of(MEETING), record, conn).await?;
    found.extend(meetings.into_iter().map(|one| ((MEETING, one.id), What::Meeting(one))));
    let became = Became::among(&of(OUTCOME), record.id, conn).await?;
    found.extend(became.into_iter().map(|(id, outcome, by)| ((OUTCOME, id), What::Became { outcome, by })));
    given(&of(ADVICE), record, &mut found, conn).await?;
    results(&of(RESULT), record, &mut found, conn).await?;
    attempts(&of(ATTEMPT), record, &mut found, conn).await?;
    let mut periods_shown = of(GIVEN);
    periods_shown.extend(of(ENDED));
    periods(&periods_shown, record, &mut found, conn).await?;
    found.insert((JOINED, record.id.0), What::Joined);
    let event = |place: &Place| {
        let what = found.remove(&(place.rank, place.id))?;
        Some(Event { at: place.at, what, place: *place })
    };
    Ok(places.iter().filter_map(event).collect())
}

async fn given(ids: &[Uuid], record: &Record, found: &mut Found, conn: &mut AsyncPgConnection) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let rows: Vec<(Uuid, Advice)> = advice::table
        .inner_join(result::table)
        .filter(advice::id.eq_any(ids))
        .filter(result::student_id.eq(record.id))
        .select((advice::id, Advice::as_select()))
        .load(conn)
        .await?;
    found.extend(rows.into_iter().map(|(id, advice)| ((ADVICE, id), What::Advice(advice))));
    Ok(())
}

#[derive(Queryable)]
struct ResultRow {
    id: ResultId,
    outcome: String,
    reason: Option<String>,
    points: i16,
    hi: i16,
    him: i16,
    answered: i16,
    item_count: i16,
    scoring: String,
}

async fn results(ids: &[Uuid], record: &Record, found: &mut Found, conn: &mut AsyncPgConnection) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let rows: Vec<ResultRow> = result::table
        .filter(result::id.eq_any(ids))
        .filter(result::student_id.eq(record.id))
        .select((
            result::id,
            result::outcome,
            result::reason,
            result::points,
            result::hi,
            result::him,
            result::answered,
            result::item_count,
            result::scoring,
        ))
        .load(conn)
        .await?;
    let told = |row: ResultRow| {
        let told = Told {
            id: row.id,
            outcome: Outcome::parse(&row.outcome)?,
            reason: row.reason.as_deref().and_then(Reason::parse),
            points: row.points,
            hi: row.hi,
            him: row.him,
            answered: row.answered,
            item_count: row.item_count,
            scoring: row.scoring,
        };
        Some(((RESULT, row.id.0), What::Result(told)))
    };
    found.extend(rows.into_iter().filter_map(told));
    Ok(())
}

#[derive(Queryable)]
struct AttemptRow {
    id: Uuid,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    saved_at: Timestamp,
    is_open: bool,
    answered: Option<i64>,
    items: Option<i64>,
}

async fn attempts(ids: &[Uuid], record: &Record, found: &mut Found, conn: &mut AsyncPgConnection) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let answered = answer::table.filter(answer::attempt_id.eq(attempt::id)).count().single_value();
    let items = item::table.filter(item::questionnaire_id.eq(attempt::questionnaire_id)).count().single_value();
    let rows: Vec<AttemptRow> = attempt::table
        .filter(attempt::id.eq_any(ids))
        .filter(attempt::student_id.eq(record.id))
        .select((attempt::id, attempt::saved_at, attempt::submitted_at.is_null(), answered, items))
        .load(conn)
        .await?;
    let begun = |row: AttemptRow| {
        let AttemptRow { id, saved_at, is_open, answered, items } = row;
        let (answered, items) = (answered.unwrap_or(0), items.unwrap_or(0));
        ((ATTEMPT, id), What::Begun(Begun { is_open, saved_at, answered, items }))
    };
    found.extend(rows.into_iter().map(begun));
    Ok(())
}

async fn periods(ids: &[Uuid], record: &Record, found: &mut Found, conn: &mut AsyncPgConnection) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let by = diesel::alias!(person as by);
    let rows: Vec<(Uuid, String, Option<String>)> = assignment::table
        .inner_join(person::table.on(person::id.eq(assignment::advisor_id)))
        .left_join(by.on(by.field(person::id).nullable().eq(assignment::given_by)))
        .filter(assignment::id.eq_any(ids))
        .filter(assignment::student_id.eq(record.id))
        .select((assignment::id, person::full_name, by.field(person::full_name).nullable()))
        .load(conn)
        .await?;
    for (id, to, by) in rows {
        found.insert((ENDED, id), What::Ended { with: to.clone() });
        found.insert((GIVEN, id), What::Given { to, by });
    }
    Ok(())
}
