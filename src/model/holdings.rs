//! How much of each kind of thing is held about one student.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Bool, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{error::Result, id::StudentId};

/// The counts, and what there may be one of.
#[derive(QueryableByName)]
pub struct Holdings {
    /// Whether they ever saved their profile.
    #[diesel(sql_type = Bool)]
    pub has_profile: bool,
    /// Ways through the questionnaire.
    #[diesel(sql_type = BigInt)]
    pub attempts: i64,
    /// Results.
    #[diesel(sql_type = BigInt)]
    pub results: i64,
    /// Advice on them.
    #[diesel(sql_type = BigInt)]
    pub advice: i64,
    /// Notes the student reads too.
    #[diesel(sql_type = BigInt)]
    pub shared_notes: i64,
    /// Notes for advisors.
    #[diesel(sql_type = BigInt)]
    pub advisors_notes: i64,
    /// Notes for their author and lead advisors.
    #[diesel(sql_type = BigInt)]
    pub restricted_notes: i64,
    /// Letters to them.
    #[diesel(sql_type = BigInt)]
    pub letters: i64,
    /// Advisors they have or had.
    #[diesel(sql_type = BigInt)]
    pub periods: i64,
    /// Browsers they are or were signed in with.
    #[diesel(sql_type = BigInt)]
    pub sessions: i64,
    /// What they asked for.
    #[diesel(sql_type = BigInt)]
    pub requests: i64,
    /// What left the school.
    #[diesel(sql_type = BigInt)]
    pub disclosures: i64,
    /// Follow-ups the student sees too.
    #[diesel(sql_type = BigInt)]
    pub shared_follow_ups: i64,
    /// Follow-ups for staff.
    #[diesel(sql_type = BigInt)]
    pub other_follow_ups: i64,
    /// Calls asked for and meetings.
    #[diesel(sql_type = BigInt)]
    pub meetings: i64,
    /// What was told of the way they took.
    #[diesel(sql_type = BigInt)]
    pub outcomes: i64,
    /// Lines of the school's list under their address.
    #[diesel(sql_type = BigInt)]
    pub listed: i64,
}

/// One round trip; each count is a range of an index that begins with the student.
const COUNTS: &str = "select
    exists (select from profile where student_id = $1 and saved_at is not null) as has_profile,
    (select count(*) from attempt where student_id = $1) as attempts,
    (select count(*) from result where student_id = $1) as results,
    (select count(*) from advice join result on result.id = advice.result_id where student_id = $1) as advice,
    (select count(*) from note where student_id = $1 and level = 'student' and removed_at is null) as shared_notes,
    (select count(*) from note where student_id = $1 and level = 'advisors' and removed_at is null) as advisors_notes,
    (select count(*) from note where student_id = $1 and level = 'restricted' and removed_at is null) as restricted_notes,
    (select count(*) from letter where person_id = $1) as letters,
    (select count(*) from assignment where student_id = $1) as periods,
    (select count(*) from session where person_id = $1) as sessions,
    (select count(*) from data_request where student_id = $1) as requests,
    (select count(*) from disclosure where student_id = $1) as disclosures,
    (select count(*) from follow_up where student_id = $1 and is_shared) as shared_follow_ups,
    (select count(*) from follow_up where student_id = $1 and not is_shared) as other_follow_ups,
    (select count(*) from meeting where student_id = $1) as meetings,
    (select count(*) from outcome where student_id = $1) as outcomes,
    (select count(*) from roster_entry join person using (email_key) where person.id = $1) as listed";

impl Holdings {
    /// What is held about this student now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(sql_query(COUNTS).bind::<SqlUuid, _>(student.0).get_result(conn).await?)
    }

    /// Notes that the student does not read unless they are released.
    #[must_use]
    pub fn other_notes(&self) -> i64 {
        self.advisors_notes + self.restricted_notes
    }
}
