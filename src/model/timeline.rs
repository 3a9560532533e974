//! What happened with one student, newest first, as far as an advisor may know it.

use std::cmp::Reverse;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    advice::Advice,
    advisee::Record,
    error::Result,
    fit::{Outcome, Reason},
    id::{PersonId, ResultId},
    note::Note,
    outbox::LetterState,
    person::Advisor,
};
use crate::schema::{advice, answer, assignment, attempt, item, person, result};

/// Events of one kind that a page shows, the newest.
const MOST_SHOWN: i64 = 100;

/// Something that happened.
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
}

/// The kinds of things that happen.
pub enum What {
    /// A letter to them, wherever it stands.
    Letter(LetterState),
    /// An advisor's word on a result.
    Advice(Advice),
    /// A note.
    Note(Note),
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
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: Timestamp,
}

/// Everything that happened, newest first; what happened at once stands with its consequence on top.
///
/// # Errors
/// When the database fails.
pub async fn of(record: &Record, advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Event>> {
    let mut events = Vec::new();
    let letters = LetterState::about(PersonId::from(record.id), conn).await?;
    events.extend(letters.into_iter().map(|letter| Event { at: letter.created_at, what: What::Letter(letter) }));
    let given: Vec<Advice> = advice::table
        .inner_join(result::table)
        .filter(result::student_id.eq(record.id))
        .order(advice::created_at.desc())
        .limit(MOST_SHOWN)
        .select(Advice::as_select())
        .load(conn)
        .await?;
    events.extend(given.into_iter().map(|advice| Event { at: advice.created_at, what: What::Advice(advice) }));
    let notes = Note::about(record, advisor, conn).await?;
    events.extend(notes.into_iter().map(|note| Event { at: note.created_at, what: What::Note(note) }));
    events.extend(results(record, conn).await?);
    events.extend(attempts(record, conn).await?);
    events.extend(periods(record, conn).await?);
    events.push(Event { at: record.created_at, what: What::Joined });
    events.sort_by_key(|event| Reverse(event.at));
    Ok(events)
}

async fn results(record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Event>> {
    let rows: Vec<ResultRow> = result::table
        .filter(result::student_id.eq(record.id))
        .order(result::created_at.desc())
        .limit(MOST_SHOWN)
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
            result::created_at,
        ))
        .load(conn)
        .await?;
    let told = |row: ResultRow| {
        Some(Event {
            at: row.created_at,
            what: What::Result(Told {
                id: row.id,
                outcome: Outcome::parse(&row.outcome)?,
                reason: row.reason.as_deref().and_then(Reason::parse),
                points: row.points,
                hi: row.hi,
                him: row.him,
                answered: row.answered,
                item_count: row.item_count,
                scoring: row.scoring,
            }),
        })
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

async fn attempts(record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Event>> {
    let answered = answer::table.filter(answer::attempt_id.eq(attempt::id)).count().single_value();
    let items = item::table.filter(item::questionnaire_id.eq(attempt::questionnaire_id)).count().single_value();
    let rows = attempt::table
        .filter(attempt::student_id.eq(record.id))
        .order(attempt::started_at.desc())
        .limit(MOST_SHOWN)
        .select((attempt::started_at, attempt::saved_at, attempt::submitted_at.is_null(), answered, items))
        .load::<(jiff_diesel::Timestamp, jiff_diesel::Timestamp, bool, Option<i64>, Option<i64>)>(conn)
        .await?;
    let begun = |(started_at, saved_at, is_open, answered, items): (
        jiff_diesel::Timestamp,
        jiff_diesel::Timestamp,
        bool,
        Option<i64>,
        Option<i64>,
    )| Event {
        at: started_at.to_jiff(),
        what: What::Begun(Begun {
            is_open,
            saved_at: saved_at.to_jiff(),
            answered: answered.unwrap_or(0),
            items: items.unwrap_or(0),
        }),
    };
    Ok(rows.into_iter().map(begun).collect())
}

async fn periods(record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Event>> {
    let by = diesel::alias!(person as by);
    let rows = assignment::table
        .inner_join(person::table.on(person::id.eq(assignment::advisor_id)))
        .left_join(by.on(by.field(person::id).nullable().eq(assignment::given_by)))
        .filter(assignment::student_id.eq(record.id))
        .order(assignment::since.desc())
        .limit(MOST_SHOWN)
        .select((person::full_name, by.field(person::full_name).nullable(), assignment::since, assignment::until))
        .load::<(String, Option<String>, jiff_diesel::Timestamp, Option<jiff_diesel::Timestamp>)>(conn)
        .await?;
    let mut events = Vec::new();
    for (to, by, since, until) in rows {
        if let Some(until) = until {
            events.push(Event { at: until.to_jiff(), what: What::Ended { with: to.clone() } });
        }
        events.push(Event { at: since.to_jiff(), what: What::Given { to, by } });
    }
    Ok(events)
}
