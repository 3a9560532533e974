//! What Ada did in the demo: she agreed with Eve's result and wrote one note of each level. And what there is to do on the
//! day of the demo: follow-ups, one of them late, and a meeting.

use diesel::sql_query;
use diesel_async::{AsyncPgConnection, RunQueryDsl as _};
use jiff::{Timestamp, ToSpan as _};

use super::cast::AtWork;
use crate::model::{
    advice::{Advice, AdviceWords, Verdict},
    advisee::Advisee,
    error::{Error, Result},
    follow_up::{FollowUp, Plan, Task},
    id::{FormKey, StudentId},
    meeting::{Meeting, REASON_LIMIT, Said, Slot},
    note::{Contact, How, NewNote, Note, NoteBody, NoteLevel, Topic},
    person::{Advisor, Person, Student},
    post::Post,
    result::StoredResult,
    setting::Setting,
};

const ADVICE: &str =
    "I agree. Start with the associate degree: 50 more credits. You can lead a front desk team while you go on.";

const NOTES: [(NoteLevel, &str); 3] = [
    (
        NoteLevel::Advisors,
        "Met in person. Leads the front desk at a clinic and likes training new staff. Worried about four more years of school.",
    ),
    (NoteLevel::Restricted, "Ask about evening child care before we talk about day classes."),
    (NoteLevel::Student, "Nice to meet you, Eve. Bring your old transcript and we can see which credits move over."),
];

/// Writes them.
pub async fn of_ada(ada: &Person, eve: &Student, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let ada = Advisor::known(ada.clone()).ok_or(Error::NotFound)?;
    let record = Advisee::open(&ada, eve.student_id(), conn).await?;
    let result = StoredResult::newest_of(eve.student_id(), conn).await?.ok_or(Error::NotFound)?;
    let words = AdviceWords::parse(ADVICE).map_err(|_| Error::Conflict)?;
    Advice::give(&ada, &record, result.id, Verdict::Agree, None, &words, (FormKey::new(), None), post, conn).await?;
    for (level, text) in NOTES {
        let body = NoteBody::parse(text).map_err(|_| Error::Conflict)?;
        let contact = Contact { on: None, how: Some(How::InPerson), topic: Some(Topic::Program) };
        let note = NewNote { body: &body, level, contact };
        Note::write(&ada, &record, &note, FormKey::new(), post, conn).await?;
    }
    Ok(())
}

/// Lets the demo's advisors have something to do: Bo promised Finn a call and is late, Ada looks something up for Eve, and
/// meets Gus in three days.
pub async fn at_work(cast: &AtWork, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let setting = Setting::load(conn).await?;
    let today = setting.local(Timestamp::now()).date();
    let in_days = |days: i64| today.checked_add(days.days()).map_err(|_| Error::Conflict);
    promise(&cast.bo, cast.finn, "Call Finn: half of the questions are open", in_days(1)?, false, conn).await?;
    sql_query("update follow_up set due_on = due_on - 3, created_at = now() - interval '5 days'").execute(conn).await?;
    promise(&cast.ada, cast.eve, "Ask the registrar which credits move over", in_days(6)?, true, conn).await?;

    let ada = Advisor::known(cast.ada.clone()).ok_or(Error::NotFound)?;
    let gus = Advisee::open(&ada, cast.gus, conn).await?;
    let reason = Said::parse("Where to begin", REASON_LIMIT).map_err(|_| Error::Conflict)?;
    let on = in_days(3)?.to_string();
    let slot = Slot::parse([&on, "14:30", "30", "Room 4, second floor"], &setting, Timestamp::now());
    let slot = slot.map_err(|_| Error::Conflict)?;
    Meeting::set_up((&ada, &gus), (&reason, &slot), FormKey::new(), &setting, post, conn).await?;
    Ok(())
}

async fn promise(
    advisor: &Person,
    student: StudentId,
    task: &str,
    due_on: jiff::civil::Date,
    is_shared: bool,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let advisor = Advisor::known(advisor.clone()).ok_or(Error::NotFound)?;
    let record = Advisee::open(&advisor, student, conn).await?;
    let task = Task::parse(task).map_err(|_| Error::Conflict)?;
    let plan = Plan { task, due_on, owner: advisor.id(), is_shared };
    FollowUp::plan(&advisor, &record, &plan, FormKey::new(), conn).await?;
    Ok(())
}
