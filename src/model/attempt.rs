//! Somebody's way through one version of the questionnaire: the answers, and which parts were saved.

mod said;
mod save;

use std::{collections::BTreeSet, sync::Arc};

use diesel::{dsl::array, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use self::{
    said::{Lists, Said},
    save::Save,
};
use super::{
    error::{Error, Result},
    id::{AttemptId, QuestionnaireId},
    questionnaire::{
        Version,
        item::{Answer, Choice},
        journey::{Answers, Journey},
    },
    respondent::Owner,
};
use crate::schema::{answer, attempt, saved_part};

/// An attempt with everything said in it so far.
pub struct Attempt {
    /// Which.
    pub id: AttemptId,
    /// The version it is made on, also if that was retired since.
    pub version: Arc<Version>,
    /// What was said.
    pub answers: Answers,
    /// The parts that were saved, also with nothing in them.
    pub saved_parts: BTreeSet<i16>,
    /// When something was saved last.
    pub saved_at: Timestamp,
    /// When it was handed in.
    pub submitted_at: Option<Timestamp>,
}

/// An attempt's row with what belongs to it, read at once.
#[derive(Queryable)]
struct Row {
    id: AttemptId,
    questionnaire_id: QuestionnaireId,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    saved_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    submitted_at: Option<Timestamp>,
    said: Lists,
    parts: Vec<i16>,
}

macro_rules! row {
    () => {{
        let parts = saved_part::table.filter(saved_part::attempt_id.eq(attempt::id)).select(saved_part::part);
        (attempt::id, attempt::questionnaire_id, attempt::saved_at, attempt::submitted_at, Said, array(parts))
    }};
}

impl Attempt {
    /// The attempt somebody is in the middle of.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_of(owner: impl Into<Owner>, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let owner = owner.into();
        let open = attempt::table.filter(attempt::submitted_at.is_null()).select(row!());
        // Said apart, each is one step into an index of its own.
        let row = match owner {
            Owner::Student(id) => open.filter(attempt::student_id.eq(id)).first::<Row>(conn).await,
            Owner::Session(id) => open.filter(attempt::session_id.eq(id)).first::<Row>(conn).await,
        };
        match row.optional()? {
            Some(row) => Ok(Some(Self::whole(row, conn).await?)),
            None => Ok(None),
        }
    }

    /// One of somebody's own attempts.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's.
    pub async fn of(owner: impl Into<Owner>, id: AttemptId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let owner = owner.into();
        let row = attempt::table
            .find(id)
            .filter(attempt::student_id.eq(owner.student()).or(attempt::session_id.eq(owner.session())))
            .select(row!())
            .first::<Row>(conn)
            .await?;
        Self::whole(row, conn).await
    }

    /// Begins an attempt on a version, or gives the one that is open on it. Two first saves at once begin one attempt.
    ///
    /// # Errors
    /// [`Error::Conflict`] when an attempt on another version is open; [`Error::NotFound`] for a version that was never
    /// published.
    pub async fn begin(owner: impl Into<Owner>, on: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let owner = owner.into();
        Version::with_id(on, conn).await?;
        diesel::insert_into(attempt::table)
            .values((
                attempt::id.eq(AttemptId::new()),
                attempt::student_id.eq(owner.student()),
                attempt::session_id.eq(owner.session()),
                attempt::questionnaire_id.eq(on),
            ))
            .on_conflict_do_nothing()
            .execute(conn)
            .await?;
        let open = Self::open_of(owner, conn).await?.ok_or(Error::Conflict)?;
        if open.version.id == on { Ok(open) } else { Err(Error::Conflict) }
    }

    /// The first save: begins an attempt with what was said. Refused, it leaves nothing begun.
    ///
    /// # Errors
    /// As [`Self::begin`] and [`Self::save`].
    pub async fn begin_with(
        owner: impl Into<Owner>,
        on: QuestionnaireId,
        part: Option<i16>,
        said: &[(String, Choice)],
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
        let owner = owner.into();
        conn.transaction(async |conn| Self::begin(owner, on, conn).await?.save(part, said, conn).await).await
    }

    async fn whole(row: Row, conn: &mut AsyncPgConnection) -> Result<Self> {
        let Row { id, questionnaire_id, saved_at, submitted_at, said: (items, values), parts } = row;
        let version = Version::with_id(questionnaire_id, conn).await?;
        let said = items.into_iter().flatten().zip(values.into_iter().flatten());
        let answers = said.map(|(item, value)| (item, choice(value))).collect();
        Ok(Self { id, version, answers, saved_parts: parts.into_iter().collect(), saved_at, submitted_at })
    }

    /// Where the student stands.
    #[must_use]
    pub fn journey(&self) -> Journey<'_> {
        Journey::new(&self.version.sheet, &self.answers, &self.saved_parts)
    }

    /// Saves what was said: one row an item, the last word counts, and an item that was not sent stays as it was. Saving
    /// the same twice does no harm. `part` is the page that was handed in whole; a single tap hands in none. Gives the
    /// attempt as it stands then.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the attempt was submitted meanwhile.
    pub async fn save(
        mut self,
        part: Option<i16>,
        said: &[(String, Choice)],
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
        let saved: Option<jiff_diesel::Timestamp> =
            Save::new(self.id, self.version.id, said, part).get_result(conn).await.optional()?;
        self.saved_at = saved.ok_or(Error::Conflict)?.to_jiff();
        for (item, choice) in said {
            self.answers.set(item, *choice);
        }
        self.saved_parts.extend(part);
        Ok(self)
    }

    /// Begins again: empty, or with the answers of an attempt that had too few. An attempt that is open already is given
    /// back as it is; the answers still come into one that nothing was said in yet.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is nothing to answer yet.
    pub async fn again(
        owner: impl Into<Owner>,
        carry_over: Option<&Self>,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
        let owner = owner.into();
        let open = Self::open_of(owner, conn).await?;
        let version = match (&open, carry_over) {
            (Some(open), Some(before)) if open.is_untouched() && open.version.id == before.version.id => {
                before.version.clone()
            }
            (Some(_), _) => return open.ok_or(Error::NotFound),
            (None, Some(before)) => before.version.clone(),
            (None, None) => Version::published(conn).await?.ok_or(Error::NotFound)?,
        };
        conn.transaction(async |conn| {
            let mut attempt = Self::begin(owner, version.id, conn).await?;
            let Some(before) = carry_over else { return Ok(attempt) };
            for part in &before.saved_parts {
                let said: Vec<_> = version
                    .sheet
                    .items_of(*part)
                    .into_iter()
                    .filter_map(|item| before.answers.choice(&item.name).map(|choice| (item.name.clone(), choice)))
                    .collect();
                attempt = attempt.save(Some(*part), &said, conn).await?;
            }
            Ok(attempt)
        })
        .await
    }

    /// Whether nothing was said in it yet.
    fn is_untouched(&self) -> bool {
        self.answers.is_empty() && self.saved_parts.is_empty()
    }
}

/// What was said in an attempt.
///
/// # Errors
/// When the database fails.
pub(super) async fn answers_of(id: AttemptId, conn: &mut AsyncPgConnection) -> Result<Answers> {
    let rows = answer::table
        .filter(answer::attempt_id.eq(id))
        .select((answer::item, answer::value))
        .load::<(String, Option<i16>)>(conn)
        .await?;
    Ok(rows.into_iter().map(|(item, value)| (item, choice(value))).collect())
}

/// A value as its row has it: none stands for "don't know".
fn choice(value: Option<i16>) -> Choice {
    match value.and_then(|value| i8::try_from(value).ok()).and_then(Answer::new) {
        Some(answer) => Choice::Scale(answer),
        None => Choice::Unsure,
    }
}
