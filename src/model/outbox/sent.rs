//! Letters to a student as the staff who hold the record see them: where each stands, its tries, its exact words.

use std::{collections::HashMap, ops::Deref};

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{LetterState, State};
use crate::{
    model::{
        advisee::Record,
        error::Result,
        id::{LetterId, PersonId, StudentId},
        keyset::{Page, Turn},
    },
    schema::{letter, letter_try, resend},
};

/// Letters on one page.
const PAGE: usize = 20;

/// That a letter is another one, sent again.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = resend, check_for_backend(Pg))]
pub struct Again {
    letter_id: LetterId,
    /// The one before.
    pub of_id: LetterId,
    /// Who wanted it, by the name they had.
    #[diesel(column_name = sender)]
    pub by: String,
    /// Why.
    pub reason: String,
}

/// A letter where it stands. No words of it.
pub struct Sent {
    stands: LetterState,
    /// Whether it is one that was sent again.
    pub again: Option<Again>,
}

impl Deref for Sent {
    type Target = LetterState;

    fn deref(&self) -> &LetterState {
        &self.stands
    }
}

/// One try of a letter.
#[derive(Queryable, Selectable)]
#[diesel(table_name = letter_try, check_for_backend(Pg))]
pub struct Try {
    /// The first is 1.
    pub number: i16,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    /// What came of it.
    #[diesel(deserialize_as = String)]
    pub state: State,
    /// What the mail server said.
    pub words: String,
}

/// A letter whole: the exact copy that was sent. It does not print itself.
pub struct ExactCopy {
    /// Where it stands.
    pub sent: Sent,
    /// The name on it.
    pub to_name: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// Its Message-ID.
    pub message_id: String,
    /// The text part; nothing before it is written, and once its words were taken out.
    pub text: Option<String>,
    /// The HTML part, as the text.
    pub html: Option<String>,
    /// Every try, the first one first.
    pub tries: Vec<Try>,
    /// Letters that were sent again in its place, the first one first.
    pub later: Vec<Again>,
}

type Words = (String, Option<String>, String, Option<String>, Option<String>);

impl Sent {
    /// Those of these letters that went to this student.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn among(ids: &[LetterId], student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let theirs = LetterState::query().filter(letter::person_id.eq(PersonId::from(student)));
        Self::around(theirs.filter(letter::id.eq_any(ids)).load(conn).await?, conn).await
    }

    /// A page of the letters to a student, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(record: &Record, turn: Turn<LetterId>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        let limit = i64::try_from(PAGE).expect("a small number") + 1;
        let theirs = LetterState::query().filter(letter::person_id.eq(PersonId::from(record.id))).limit(limit);
        let rows = match turn {
            Turn::First => theirs.order(letter::id.desc()).load(conn).await?,
            Turn::After(mark) => theirs.filter(letter::id.lt(mark)).order(letter::id.desc()).load(conn).await?,
            Turn::Before(mark) => theirs.filter(letter::id.gt(mark)).order(letter::id).load(conn).await?,
        };
        Ok(Page::cut(&turn, Self::around(rows, conn).await?, PAGE))
    }

    async fn around(states: Vec<LetterState>, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let ids: Vec<LetterId> = states.iter().map(|state| state.id).collect();
        let again: Vec<Again> =
            resend::table.filter(resend::letter_id.eq_any(ids)).select(Again::as_select()).load(conn).await?;
        let mut again: HashMap<LetterId, Again> = again.into_iter().map(|one| (one.letter_id, one)).collect();
        Ok(states.into_iter().map(|state| Self { again: again.remove(&state.id), stands: state }).collect())
    }

    /// Whether the mail server has not had its last word yet.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        matches!(self.stands.state, State::Queued | State::Sending | State::Deferred)
    }
}

impl Again {
    /// The letter that was sent in place of the one before.
    #[must_use]
    pub fn letter_id(&self) -> LetterId {
        self.letter_id
    }
}

impl ExactCopy {
    /// A letter to this student.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] for a letter to somebody else.
    pub async fn of(record: &Record, id: LetterId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let sent = Sent::among(&[id], record.id, conn).await?;
        let sent = sent.into_iter().next().ok_or(crate::model::error::Error::NotFound)?;
        let words = (letter::to_name, letter::reply_to, letter::message_id, letter::body_text, letter::body_html);
        let (to_name, reply_to, message_id, text, html): Words =
            letter::table.find(id).select(words).first(conn).await?;
        let tries = letter_try::table
            .filter(letter_try::letter_id.eq(id))
            .order(letter_try::number)
            .select(Try::as_select())
            .load(conn)
            .await?;
        let later = resend::table
            .filter(resend::of_id.eq(id))
            .order(resend::letter_id)
            .select(Again::as_select())
            .load(conn)
            .await?;
        Ok(Self { sent, to_name, reply_to, message_id, text, html, tries, later })
    }

    /// The HTML part of a letter to this student; nothing where there is none.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub async fn html_of(record: &Record, id: LetterId, conn: &mut AsyncPgConnection) -> Result<Option<String>> {
        let theirs = letter::table.find(id).filter(letter::person_id.eq(PersonId::from(record.id)));
        Ok(theirs.select(letter::body_html).first(conn).await?)
    }
}
