//! Letters about a meeting: to the student and to the advisor, in the transaction that changes it.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{Meeting, State, of_student};
use crate::{
    model::{
        account::Account,
        error::{Error, Result},
        id::{MeetingId, PersonId, StudentId},
        letter::{Letter, MeetingChange, MeetingFacts, Sender},
        outbox::{self, NewLetter},
        person::Advisor,
        post::{Post, to_account},
        setting::Setting,
    },
    schema::{meeting, person},
};

/// More meetings to come than anybody has.
const MOST_GONE: i64 = 50;

/// Tells both what happened, as the meeting stands now. Whose account is closed gets no letter.
pub(super) async fn both(
    id: MeetingId,
    change: MeetingChange,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let student: StudentId = meeting::table.find(id).select(meeting::student_id).first(conn).await?;
    let meeting = Meeting::one(student, id, conn).await?;
    let advisor = meeting.advisor_id.ok_or(Error::NotFound)?;
    to_student(&meeting, advisor, Letter::Meeting, change, setting, post, conn).await?;
    to_advisor(&meeting, advisor, change, setting, post, conn).await
}

/// Tells an advisor who had the meeting before that it is off for them, and who has it now.
pub(super) async fn former(
    before: &Meeting,
    (former, now): (PersonId, &str),
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let Some(account) = open(former, conn).await? else { return Ok(()) };
    let off = (MeetingChange::TakenOver, true);
    let facts = facts(before, before.sequence + 1, former, off, setting, conn).await?;
    let facts = MeetingFacts { successor: Some(now.to_owned()), ..facts };
    put(before, facts, &account, post, conn).await
}

/// Tells the student that the call they asked for does not come about.
pub(super) async fn closed(
    id: MeetingId,
    student: StudentId,
    advisor: &Advisor,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let Some(account) = open(PersonId::from(student), conn).await? else { return Ok(()) };
    let by = advisor.person();
    let letter = Letter::CallClosed { advisor: by.full_name.clone(), path: format!("/meetings/{id}") };
    post.put(NewLetter { reply_to: Some(&by.email), ..to_account(&letter, &account) }, conn).await?;
    Ok(())
}

/// Takes the meetings to come of a student who is being erased out of their advisors' calendars. The letters name nobody,
/// so that they may stay.
///
/// # Errors
/// When the database fails.
pub async fn gone(student: StudentId, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let setting = Setting::load(conn).await?;
    let to_come: Vec<Meeting> = of_student(student)
        .filter(meeting::state.eq(State::Set.code()))
        .filter(meeting::starts_at.gt(diesel::dsl::now).assume_not_null())
        .order(meeting::id)
        .limit(MOST_GONE)
        .select(Meeting::as_select())
        .load(conn)
        .await?;
    for meeting in to_come {
        let Some(advisor) = meeting.advisor_id else { continue };
        let Some(account) = open(advisor, conn).await? else { continue };
        let off = (MeetingChange::Gone, true);
        let facts = facts(&meeting, meeting.sequence + 1, advisor, off, &setting, conn).await?;
        let nobody = Sender { name: String::new(), email: String::new() };
        let letter = Letter::Meeting(Box::new(MeetingFacts { student: nobody, ..facts }));
        post.put(to_account(&letter, &account), conn).await?;
    }
    Ok(())
}

/// The letter a day before.
pub(super) async fn reminder(
    meeting: &Meeting,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let advisor = meeting.advisor_id.ok_or(Error::NotFound)?;
    to_student(meeting, advisor, Letter::MeetingReminder, MeetingChange::Set, setting, post, conn).await
}

async fn to_student(
    meeting: &Meeting,
    advisor: PersonId,
    kind: impl FnOnce(Box<MeetingFacts>) -> Letter,
    change: MeetingChange,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let Some(account) = open(PersonId::from(meeting.student_id), conn).await? else { return Ok(()) };
    let facts = facts(meeting, meeting.sequence, advisor, (change, false), setting, conn).await?;
    let reply_to = facts.advisor.email.clone();
    let letter = kind(Box::new(facts));
    let letter = NewLetter { reply_to: Some(&reply_to), ..to_account(&letter, &account) };
    post.put(letter, conn).await?;
    Ok(())
}

async fn to_advisor(
    meeting: &Meeting,
    advisor: PersonId,
    change: MeetingChange,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let Some(account) = open(advisor, conn).await? else { return Ok(()) };
    let facts = facts(meeting, meeting.sequence, advisor, (change, true), setting, conn).await?;
    put(meeting, facts, &account, post, conn).await
}

/// Puts a letter to an advisor among those that go out. It names the student, so it goes when they go.
async fn put(
    meeting: &Meeting,
    facts: MeetingFacts,
    account: &Account,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let reply_to = facts.student.email.clone();
    let letter = Letter::Meeting(Box::new(facts));
    let letter = NewLetter { reply_to: Some(&reply_to), ..to_account(&letter, account) };
    let id = post.put(letter, conn).await?;
    Ok(outbox::name_students(id, &[meeting.student_id], conn).await?)
}

async fn facts(
    meeting: &Meeting,
    sequence: i32,
    advisor: PersonId,
    (change, is_to_staff): (MeetingChange, bool),
    setting: &Setting,
    conn: &mut AsyncPgConnection,
) -> Result<MeetingFacts> {
    let (Some(starts_at), Some(ends_at), Some(place)) = (meeting.starts_at, meeting.ends_at, &meeting.place) else {
        return Err(Error::NotFound);
    };
    let local = setting.local(starts_at);
    Ok(MeetingFacts {
        meeting_id: meeting.id,
        change,
        sequence,
        at: Timestamp::now(),
        starts_at,
        ends_at,
        local: local.datetime(),
        zone: local.strftime("%Z").to_string(),
        place: place.clone(),
        student: sender(PersonId::from(meeting.student_id), conn).await?,
        advisor: sender(advisor, conn).await?,
        successor: None,
        is_to_staff,
    })
}

async fn open(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Option<Account>> {
    match Account::with_id(id, conn).await {
        Err(Error::Database(diesel::result::Error::NotFound) | Error::NotFound) => Ok(None),
        found => found.map(Some),
    }
}

async fn sender(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Sender> {
    let (name, email) = person::table.find(id).select((person::full_name, person::email)).first(conn).await?;
    Ok(Sender { name, email })
}
