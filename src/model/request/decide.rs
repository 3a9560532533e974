//! Deciding a request, and doing what was decided.

use diesel::{
    dsl::{IntervalDsl as _, now},
    pg::sql_types::Timestamptz,
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{Decision, Kind, RELEASED_DAYS, Request, RequestText, is_open};
use crate::{
    model::{
        assignment,
        audit::{self, Action},
        erasure,
        error::{Error, Result},
        id::{PersonId, RequestId, StudentId},
        letter::Letter,
        outbox::NewLetter,
        person::{self, FullName, Lead, Role, first_word},
        post::Post,
    },
    schema::{data_request, person as people, profile},
};

/// A decision as it is given.
pub struct Verdict {
    /// Yes or no.
    pub decision: Decision,
    /// Why, in words to the student; what was corrected.
    pub reason: RequestText,
    /// The name as it should be, where that was wrong.
    pub full_name: Option<FullName>,
}

/// What came of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It stands.
    Done,
    /// The record cannot be erased while the student waits for the answer to another request (34 CFR 99.10(e)).
    OthersWait,
}

impl Request {
    /// Decides, does what was decided, and writes to the student; to an erased one no letter can go.
    ///
    /// # Errors
    /// [`Error::NotFound`] as [`Self::for_lead`], and when the lead advisor is none any more; [`Error::Conflict`] when it
    /// was decided otherwise or taken back meanwhile.
    pub async fn decide(
        lead: &Lead,
        id: RequestId,
        verdict: &Verdict,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<Answer> {
        conn.transaction(async |conn| {
            // Before the lead advisor, as whoever changes a role takes them.
            assignment::one_at_a_time(conn).await?;
            person::still(lead.id(), Role::Lead, conn).await?;
            let request: Self =
                data_request::table.find(id).select(Self::as_select()).for_no_key_update().first(conn).await?;
            let student = request.student_id.ok_or(Error::NotFound)?;
            if !request.is_open() {
                // A second press of the same button has nothing left to do.
                let is_a_retry = request.state() == super::State::Decided(verdict.decision);
                return if is_a_retry { Ok(Answer::Done) } else { Err(Error::Conflict) };
            }
            let (kind, is_yes) = (request.kind(), verdict.decision == Decision::Granted);
            if kind == Kind::Erasure && is_yes {
                erasure::hold(student, conn).await?;
                if has_others_open(student, id, conn).await? {
                    return Ok(Answer::OthersWait);
                }
            }
            request.note_decision(lead, verdict, conn).await?;
            audit::record(Some(lead.id()), Action::DecidedRequest, "request", Some(id.0), Some(student), conn).await?;
            match kind {
                Kind::Erasure if is_yes => {
                    erasure::erase(student, Some(lead.id()), post, conn).await?;
                    return Ok(Answer::Done);
                }
                Kind::SeeNotes if is_yes => {
                    let released = Action::ReleasedRecord;
                    audit::record(Some(lead.id()), released, "request", Some(id.0), Some(student), conn).await?;
                }
                Kind::Correction if is_yes => correct_name(lead, student, verdict.full_name.as_ref(), conn).await?,
                _ => {}
            }
            write_to(student, kind, lead, post, conn).await?;
            Ok(Answer::Done)
        })
        .await
    }

    async fn note_decision(&self, lead: &Lead, verdict: &Verdict, conn: &mut AsyncPgConnection) -> Result<()> {
        let row = diesel::update(data_request::table.find(self.id));
        let decided = (
            data_request::decision.eq(verdict.decision.code()),
            data_request::decided_at.eq(now),
            data_request::decided_by.eq(lead.id()),
            data_request::reason.eq(&verdict.reason.0),
        );
        if self.kind() == Kind::SeeNotes && verdict.decision == Decision::Granted {
            let until = now.into_sql::<Timestamptz>() + RELEASED_DAYS.days();
            row.set((decided, data_request::released_until.eq(until.nullable()))).execute(conn).await?;
        } else {
            row.set(decided).execute(conn).await?;
        }
        Ok(())
    }
}

async fn has_others_open(student: StudentId, id: RequestId, conn: &mut AsyncPgConnection) -> Result<bool> {
    let others = data_request::table
        .filter(data_request::student_id.eq(student))
        .filter(data_request::id.ne(id))
        .filter(is_open());
    Ok(diesel::select(diesel::dsl::exists(others)).get_result(conn).await?)
}

/// A new name, and with it what we call them, if that was never chosen.
async fn correct_name(
    lead: &Lead,
    student: StudentId,
    name: Option<&FullName>,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let Some(name) = name else { return Ok(()) };
    let who = people::table.find(PersonId::from(student));
    let before: String = who.select(people::full_name).for_no_key_update().first(conn).await?;
    if before == name.as_str() {
        return Ok(());
    }
    diesel::update(who).set(people::full_name.eq(name.as_str())).execute(conn).await?;
    diesel::update(profile::table.find(student).filter(profile::called.eq(first_word(&before))))
        .set(profile::called.eq(first_word(name.as_str())))
        .execute(conn)
        .await?;
    audit::record(Some(lead.id()), Action::CorrectedName, "person", Some(student.0), Some(student), conn).await
}

async fn write_to(
    student: StudentId,
    kind: Kind,
    lead: &Lead,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let id = PersonId::from(student);
    let (name, email, locale): (String, String, String) =
        people::table.find(id).select((people::full_name, people::email, people::locale)).first(conn).await?;
    let letter = NewLetter {
        letter: &Letter::RequestDecided { about: kind.word().to_owned() },
        person_id: Some(id),
        result_id: None,
        to_name: &name,
        to_email: &email,
        reply_to: Some(&lead.person().email),
        locale: &locale,
        token: None,
        form_key: None,
    };
    post.put(letter, conn).await?;
    Ok(())
}
