//! The lead advisor's side: what waits, the oldest first, and the decision. Admins see the clocks.

use diesel::{
    dsl::{IntervalDsl as _, now},
    pg::{Pg, sql_types::Timestamptz},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{Decision, Kind, RELEASED_DAYS, Request, RequestText, is_open};
use crate::{
    model::{
        audit::{self, Action},
        erasure,
        error::{Error, Result},
        id::{PersonId, RequestId, StudentId},
        keyset::{Page, Turn},
        letter::Letter,
        outbox::NewLetter,
        person::{Admin, FullName, Lead, first_word},
        post::Post,
    },
    schema::{data_request, person, profile},
};

/// Rows on one page.
const PAGE: usize = 50;

/// Which requests a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Those that wait, the oldest first.
    Open,
    /// Those that were decided or taken back, the newest first.
    Closed,
}

type Requests<'a> = data_request::BoxedQuery<'a, Pg>;

/// The rows of a page. Ids grow with the time of asking, and each answer is owed 45 days later: their order is the clock's.
fn turned<'a>(tab: Tab, turn: Turn<RequestId>) -> Requests<'a> {
    let rows = data_request::table.limit(i64::try_from(PAGE).expect("a small number") + 1).into_boxed();
    let rows = match tab {
        Tab::Open => rows.filter(is_open()),
        Tab::Closed => rows.filter(diesel::dsl::not(is_open())),
    };
    let rows = match (tab, turn) {
        (_, Turn::First) => rows,
        (Tab::Open, Turn::After(mark)) | (Tab::Closed, Turn::Before(mark)) => rows.filter(data_request::id.gt(mark)),
        (Tab::Open, Turn::Before(mark)) | (Tab::Closed, Turn::After(mark)) => rows.filter(data_request::id.lt(mark)),
    };
    if (tab == Tab::Open) == turn.is_backwards() {
        rows.order(data_request::id.desc())
    } else {
        rows.order(data_request::id.asc())
    }
}

/// A request with the name of its student; no name once they were erased.
pub struct Filed {
    /// The request.
    pub request: Request,
    /// The student's full name.
    pub student: Option<String>,
}

impl Filed {
    /// A page of requests, and a row that says who looked through them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(
        lead: &Lead,
        tab: Tab,
        turn: Turn<RequestId>,
        conn: &mut AsyncPgConnection,
    ) -> Result<Page<Self>> {
        conn.transaction(async |conn| {
            audit::record(Some(lead.id()), Action::ListedRequests, "requests", None, None, conn).await?;
            let rows: Vec<Request> = turned(tab, turn).select(Request::as_select()).load(conn).await?;
            let ids: Vec<StudentId> = rows.iter().filter_map(|request| request.student_id).collect();
            let names: Vec<(StudentId, String)> = person::table
                .filter(person::id.eq_any(ids.into_iter().map(PersonId::from)))
                .select((person::id, person::full_name))
                .load(conn)
                .await?;
            let name = |id: Option<StudentId>| names.iter().find(|(known, _)| Some(*known) == id);
            let filed = rows
                .into_iter()
                .map(|request| Self { student: name(request.student_id).map(|(_, name)| name.clone()), request });
            Ok(Page::cut(&turn, filed.collect(), PAGE))
        })
        .await
    }
}

/// A request as admins see it: its clock, without name and without words.
#[derive(Queryable, Selectable)]
#[diesel(table_name = data_request, check_for_backend(Pg))]
pub struct Clock {
    /// Which.
    pub id: RequestId,
    kind: String,
    /// When it was asked.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub asked_at: Timestamp,
    /// When the answer is owed.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub due_at: Timestamp,
    /// When the student took it back.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub withdrawn_at: Option<Timestamp>,
    /// When it was decided.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub decided_at: Option<Timestamp>,
}

impl Clock {
    /// A page of clocks.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(_: &Admin, tab: Tab, turn: Turn<RequestId>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        Ok(Page::cut(&turn, turned(tab, turn).select(Self::as_select()).load(conn).await?, PAGE))
    }

    /// What is asked for.
    #[must_use]
    pub fn kind(&self) -> Kind {
        Kind::parse(&self.kind)
    }

    /// Whether it was owed before it came, or before that moment.
    #[must_use]
    pub fn is_late(&self, moment: Timestamp) -> bool {
        self.withdrawn_at.is_none() && self.due_at < self.decided_at.unwrap_or(moment)
    }
}

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
    /// A request that somebody still has.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; also when its student was erased.
    pub async fn for_lead(_: &Lead, id: RequestId, conn: &mut AsyncPgConnection) -> Result<(Self, StudentId)> {
        let request: Self = data_request::table.find(id).select(Self::as_select()).first(conn).await?;
        let student = request.student_id.ok_or(Error::NotFound)?;
        Ok((request, student))
    }

    /// Who decided, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn decider(&self, conn: &mut AsyncPgConnection) -> Result<Option<String>> {
        Ok(data_request::table
            .inner_join(person::table.on(data_request::decided_by.eq(person::id.nullable())))
            .filter(data_request::id.eq(self.id))
            .select(person::full_name)
            .first(conn)
            .await
            .optional()?)
    }

    /// Decides, does what was decided, and writes to the student; to an erased one no letter can go.
    ///
    /// # Errors
    /// [`Error::NotFound`] as [`Self::for_lead`]; [`Error::Conflict`] when it was decided otherwise or taken back meanwhile.
    pub async fn decide(
        lead: &Lead,
        id: RequestId,
        verdict: &Verdict,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<Answer> {
        conn.transaction(async |conn| {
            let request: Self =
                data_request::table.find(id).select(Self::as_select()).for_no_key_update().first(conn).await?;
            let student = request.student_id.ok_or(Error::NotFound)?;
            if !request.is_open() {
                // A second press of the same button has nothing left to do.
                let is_a_retry = request.state() == super::State::Decided(verdict.decision);
                return if is_a_retry { Ok(Answer::Done) } else { Err(Error::Conflict) };
            }
            let (kind, is_yes) = (request.kind(), verdict.decision == Decision::Granted);
            if kind == Kind::Erasure && is_yes && has_others_open(student, id, conn).await? {
                return Ok(Answer::OthersWait);
            }
            request.note_decision(lead, verdict, conn).await?;
            audit::record(Some(lead.id()), Action::DecidedRequest, "request", Some(id.0), Some(student), conn).await?;
            match kind {
                Kind::Erasure if is_yes => {
                    erasure::erase(student, Some(lead.id()), conn).await?;
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
    let who = person::table.find(PersonId::from(student));
    let before: String = who.select(person::full_name).for_no_key_update().first(conn).await?;
    if before == name.as_str() {
        return Ok(());
    }
    diesel::update(who).set(person::full_name.eq(name.as_str())).execute(conn).await?;
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
        person::table.find(id).select((person::full_name, person::email, person::locale)).first(conn).await?;
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
