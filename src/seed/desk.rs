//! What Ada did in the demo: she agreed with Eve's result and wrote one note of each level.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    model::{
        error::{Error, Result},
        id::{FormKey, NoteId},
        person::{Person, Student},
        result::StoredResult,
    },
    schema::{advice, note},
};

const NOTES: [(&str, &str); 3] = [
    ("advisors", "Met in person. Leads the front desk at a clinic and likes training new staff. Worried about four more years of school."),
    ("restricted", "Ask about evening child care before we talk about day classes."),
    ("student", "Nice to meet you, Eve. Bring your old transcript and we can see which credits move over."),
];

/// Writes them.
pub async fn of_ada(ada: &Person, eve: &Student, conn: &mut AsyncPgConnection) -> Result<()> {
    let result = StoredResult::newest_of(eve.student_id(), conn).await?.ok_or(Error::NotFound)?;
    diesel::insert_into(advice::table)
        .values((
            advice::id.eq(Uuid::now_v7()),
            advice::result_id.eq(result.id),
            advice::author_id.eq(ada.id),
            advice::author.eq(&ada.full_name),
            advice::verdict.eq("agree"),
            advice::words.eq("I agree. Start with the associate degree: 50 more credits. You can lead a front desk team while you go on."),
            advice::form_key.eq(FormKey::new()),
        ))
        .execute(conn)
        .await?;
    for (level, body) in NOTES {
        diesel::insert_into(note::table)
            .values((
                note::id.eq(NoteId::new()),
                note::student_id.eq(eve.student_id()),
                note::author_id.eq(ada.id),
                note::author.eq(&ada.full_name),
                note::author_role.eq(ada.role.code()),
                note::level.eq(level),
                note::body.eq(body),
                note::contact_how.eq("in_person"),
                note::topic.eq("program"),
                note::form_key.eq(FormKey::new()),
            ))
            .execute(conn)
            .await?;
    }
    Ok(())
}
