//! What a draft would do to the results that students have: each is scored again with it, a few hundred at a time, so that
//! memory stays small and progress can be shown. Only counts are kept, never whose they are.

use std::collections::BTreeMap;

use diesel::{
    dsl::{count_star, now},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

use super::{Draft, item::Choice, journey::Answers, sheet::Sheet};
use crate::{
    model::{
        audit::{self, Action},
        error::Result,
        fit::{Outcome, score},
        id::{QuestionnaireId, ResultId},
        person::{self, Admin, Role},
        profile::Profile,
    },
    schema::{impact, result},
};

/// Results scored again in one go.
const BATCH: i64 = 500;

/// How far the scoring is, and what it found.
#[derive(Queryable, Selectable)]
#[diesel(table_name = impact, check_for_backend(diesel::pg::Pg))]
pub struct Impact {
    id: Uuid,
    questionnaire_id: QuestionnaireId,
    /// The save of the draft that is tried.
    pub revision: i32,
    /// How many results there were when it began.
    pub results: i32,
    /// How many are scored.
    pub done: i32,
    last_result: Option<ResultId>,
    /// Results of students who were not asked enough of its questions to compare.
    pub unlike: i32,
    moves: serde_json::Value,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    begun_at: Timestamp,
    /// When all were scored.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub done_at: Option<Timestamp>,
}

/// Outcome before, outcome after: how many.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
struct Moves(BTreeMap<(Outcome, Outcome), i64>);

impl Moves {
    fn read(json: &serde_json::Value) -> Self {
        let pair = |(key, count): (&String, &serde_json::Value)| {
            let (before, after) = key.split_once('>')?;
            Some(((Outcome::parse(before)?, Outcome::parse(after)?), count.as_i64()?))
        };
        Self(json.as_object().into_iter().flatten().filter_map(pair).collect())
    }

    fn json(&self) -> serde_json::Value {
        let entry = |((before, after), count): (&(Outcome, Outcome), &i64)| {
            (format!("{}>{}", before.as_str(), after.as_str()), (*count).into())
        };
        serde_json::Value::Object(self.0.iter().map(entry).collect())
    }
}

/// A stored result, as far as scoring it again needs it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = result, check_for_backend(diesel::pg::Pg))]
struct Stored {
    id: ResultId,
    outcome: String,
    contributions: serde_json::Value,
    profile: serde_json::Value,
}

/// What was said to one item.
#[derive(Deserialize)]
struct Said {
    item: String,
    choice: Option<Choice>,
}

impl Impact {
    /// The newest trial of a version.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn newest(id: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let row: Option<Self> = impact::table
            .filter(impact::questionnaire_id.eq(id))
            .order(impact::revision.desc())
            .select(Self::as_select())
            .first(conn)
            .await
            .optional()?;
        Ok(row)
    }

    /// Begins to score with a draft as it is now; a second press begins nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin(draft: &Draft, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let id = draft.edition.id;
            let results: i64 = result::table.select(count_star()).first(conn).await?;
            let begun = diesel::insert_into(impact::table)
                .values((
                    impact::id.eq(Uuid::now_v7()),
                    impact::questionnaire_id.eq(id),
                    impact::revision.eq(draft.edition.revision),
                    impact::results.eq(i32::try_from(results).unwrap_or(i32::MAX)),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            if begun > 0 {
                audit::record(Some(admin.id()), Action::TriedQuestionnaire, "questionnaire", Some(id.0), None, conn)
                    .await?;
            }
            Ok(())
        })
        .await
    }

    /// Scores the next results of whatever trial waits longest and nobody is at. Says whether there may be more to do.
    ///
    /// # Errors
    /// When the database fails; what was counted stays counted.
    pub async fn go_on(conn: &mut AsyncPgConnection) -> Result<bool> {
        conn.transaction(async |conn| {
            let open: Option<Self> = impact::table
                .filter(impact::done_at.is_null())
                .order(impact::begun_at)
                .select(Self::as_select())
                .for_update()
                .skip_locked()
                .first(conn)
                .await
                .optional()?;
            let Some(open) = open else { return Ok(false) };
            open.batch(conn).await?;
            Ok(true)
        })
        .await
    }

    async fn batch(mut self, conn: &mut AsyncPgConnection) -> Result<()> {
        let draft = Draft::any(self.questionnaire_id, conn).await?;
        if draft.edition.revision != self.revision || !draft.edition.is_draft() {
            diesel::delete(impact::table.find(self.id)).execute(conn).await?;
            return Ok(());
        }
        let mut next = result::table
            .filter(result::created_at.le(jiff_diesel::Timestamp::from(self.begun_at)))
            .order(result::id)
            .limit(BATCH)
            .select(Stored::as_select())
            .into_boxed();
        if let Some(last) = self.last_result {
            next = next.filter(result::id.gt(last));
        }
        let stored: Vec<Stored> = next.load(conn).await?;
        let count = i64::try_from(stored.len()).unwrap_or(BATCH);
        let mut moves = Moves::read(&self.moves);
        for one in &stored {
            match moved(one, &draft.sheet) {
                Some(pair) => *moves.0.entry(pair).or_default() += 1,
                None => self.unlike += 1,
            }
        }
        let last = stored.last().map(|one| one.id).or(self.last_result);
        diesel::update(impact::table.find(self.id))
            .set((
                impact::done.eq(self.done + i32::try_from(count).unwrap_or_default()),
                impact::last_result.eq(last),
                impact::unlike.eq(self.unlike),
                impact::moves.eq(moves.json()),
            ))
            .execute(conn)
            .await?;
        if count < BATCH {
            diesel::update(impact::table.find(self.id)).set(impact::done_at.eq(now)).execute(conn).await?;
        }
        Ok(())
    }

    /// Results that could be compared.
    #[must_use]
    pub fn compared(&self) -> i64 {
        Moves::read(&self.moves).0.values().sum()
    }

    /// Results that would say something else.
    #[must_use]
    pub fn flipped(&self) -> i64 {
        self.moves().into_iter().map(|(.., count)| count).sum()
    }

    /// Each change of an outcome, and how many results would make it; the most frequent first.
    #[must_use]
    pub fn moves(&self) -> Vec<(Outcome, Outcome, i64)> {
        let changed = Moves::read(&self.moves).0.into_iter().filter(|((before, after), _)| before != after);
        let mut changed: Vec<_> = changed.map(|((before, after), count)| (before, after, count)).collect();
        changed.sort_by_key(|(.., count)| -count);
        changed
    }
}

/// What a result said, and what it would say; nothing when the student was asked too few of these questions to compare, or
/// what is stored cannot be read.
fn moved(stored: &Stored, sheet: &Sheet) -> Option<(Outcome, Outcome)> {
    let said: Vec<Said> = serde_json::from_value(stored.contributions.clone()).ok()?;
    let profile: Profile = serde_json::from_value(stored.profile.clone()).ok()?;
    let asked = said.iter().filter(|one| sheet.item(&one.item).is_some()).count();
    if asked < usize::try_from(sheet.thresholds.min_answered).ok()? {
        return None;
    }
    let answers: Answers = said.into_iter().filter_map(|one| Some((one.item, one.choice?))).collect();
    Some((Outcome::parse(&stored.outcome)?, score(sheet, &answers, profile.supervision()).outcome))
}

#[cfg(test)]
mod tests;
