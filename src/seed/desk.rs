//! What Ada did in the demo: she agreed with Eve's result and wrote one note of each level.

use diesel_async::AsyncPgConnection;

use crate::model::{
    advice::{Advice, AdviceWords, Verdict},
    advisee::Advisee,
    error::{Error, Result},
    id::FormKey,
    note::{Contact, How, NewNote, Note, NoteBody, NoteLevel, Topic},
    person::{Advisor, Person, Student},
    post::Post,
    result::StoredResult,
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
    Advice::give(&ada, &record, result.id, Verdict::Agree, None, &words, FormKey::new(), post, conn).await?;
    for (level, text) in NOTES {
        let body = NoteBody::parse(text).map_err(|_| Error::Conflict)?;
        let contact = Contact { on: None, how: Some(How::InPerson), topic: Some(Topic::Program) };
        let note = NewNote { body: &body, level, contact };
        Note::write(&ada, &record, &note, FormKey::new(), post, conn).await?;
    }
    Ok(())
}
