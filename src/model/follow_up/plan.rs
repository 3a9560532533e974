//! What advisors do with a follow-up: plan it, change it, give it to a colleague, say what came of it.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;
use jiff_diesel::ToDiesel as _;

use super::{FollowUp, OutcomeWords, State, Task, mark_of};
use crate::{
    model::{
        advisee::Advisee,
        audit::{self, Action},
        error::{Error, Result},
        id::{FollowUpId, FormKey, PersonId, StudentId},
        person::{Advisor, Role},
    },
    schema::{follow_up, person},
};

/// Colleagues that a form offers; a school has fewer.
const MOST_OWNERS: i64 = 200;

/// A follow-up as it should be.
pub struct Plan {
    /// What is to be done.
    pub task: Task,
    /// By when.
    pub due_on: Date,
    /// Who does it.
    pub owner: PersonId,
    /// Whether the student sees it too.
    pub is_shared: bool,
}

impl Plan {
    /// The mark that a follow-up with this plan has.
    fn mark(&self) -> String {
        mark_of(self.task.as_str(), self.due_on, Some(self.owner), self.is_shared)
    }
}

/// Somebody who may do a follow-up: whoever reaches its student.
#[derive(Queryable, Clone)]
pub struct Owner {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub full_name: String,
}

impl Owner {
    /// Everybody who reaches this student: the student's advisor and leads; while nobody has them, any advisor.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(advisee: &Advisee, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let active = person::table.filter(person::deactivated_at.is_null()).into_boxed();
        let reaching = match &advisee.advisor {
            Some((theirs, _)) => active.filter(person::role.eq(Role::Lead.code()).or(person::id.eq(*theirs))),
            None => active.filter(person::role.eq_any([Role::Advisor.code(), Role::Lead.code()])),
        };
        let names = reaching.order((person::full_name, person::id)).limit(MOST_OWNERS);
        Ok(names.select((person::id, person::full_name)).load(conn).await?)
    }

    /// The one who was chosen.
    ///
    /// # Errors
    /// The message key, when that is nobody who may do it.
    pub fn chosen(raw: &str, among: &[Self]) -> std::result::Result<PersonId, &'static str> {
        let id = raw.parse().map(PersonId).map_err(|_| "follow-up-owner-unknown")?;
        among.iter().find(|one| one.id == id).map(|one| one.id).ok_or("follow-up-owner-unknown")
    }
}

/// What became of it: done, or no longer needed.
pub struct Settled(State);

impl Settled {
    /// The state with this code.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(code: &str) -> std::result::Result<Self, &'static str> {
        match State::parse(code) {
            Some(state) if state != State::Open => Ok(Self(state)),
            _ => Err("follow-up-outcome-missing"),
        }
    }
}

impl FollowUp {
    /// Plans one. The same form is the same follow-up, however often it is sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student was moved out of reach meanwhile; [`Error::Conflict`] when the owner cannot have
    /// it any more, or the form's key belongs to another one.
    pub async fn plan(
        advisor: &Advisor,
        advisee: &Advisee,
        plan: &Plan,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<FollowUpId> {
        let (task, owner, day) = (plan.task.as_str(), plan.owner.to_string(), plan.due_on.to_string());
        let form_key = form_key.saying(&[task, &owner, &day, if plan.is_shared { "shared" } else { "" }]);
        conn.transaction(async |conn| {
            hold(advisor, advisee, plan.owner, conn).await?;
            let id = FollowUpId::new();
            let planned = diesel::insert_into(follow_up::table)
                .values((
                    (follow_up::id.eq(id), follow_up::student_id.eq(advisee.id), follow_up::owner_id.eq(plan.owner)),
                    (follow_up::author_id.eq(advisor.id()), follow_up::author.eq(&advisor.person().full_name)),
                    (follow_up::words.eq(plan.task.as_str()), follow_up::due_on.eq(plan.due_on.to_diesel())),
                    (follow_up::is_shared.eq(plan.is_shared), follow_up::form_key.eq(form_key)),
                ))
                .on_conflict(follow_up::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if planned == 1 {
                trace(advisor, advisee, Action::PlannedFollowUp, id, conn).await?;
                return Ok(id);
            }
            let same = follow_up::table
                .filter(follow_up::form_key.eq(form_key))
                .filter(follow_up::author_id.eq(advisor.id()))
                .filter(follow_up::student_id.eq(advisee.id))
                .select(follow_up::id);
            same.first(conn).await.optional()?.ok_or(Error::Conflict)
        })
        .await
    }

    /// Changes an open one. `seen` is the mark of the plan that the form was filled from; the same plan twice is no quarrel.
    ///
    /// # Errors
    /// As [`Self::plan`]; [`Error::Conflict`] also when it was settled meanwhile, or somebody planned it otherwise.
    pub async fn change(
        advisor: &Advisor,
        advisee: &Advisee,
        id: FollowUpId,
        (seen, plan): (&str, &Plan),
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        conn.transaction(async |conn| {
            hold(advisor, advisee, plan.owner, conn).await?;
            let stands = Self::within(advisee, id, conn).await?.mark();
            if stands != seen && stands != plan.mark() {
                return Err(Error::Conflict);
            }
            let changed = diesel::update(open(advisee.id, id))
                .set((
                    follow_up::words.eq(plan.task.as_str()),
                    follow_up::due_on.eq(plan.due_on.to_diesel()),
                    follow_up::owner_id.eq(plan.owner),
                    follow_up::is_shared.eq(plan.is_shared),
                ))
                .execute(conn)
                .await?;
            if changed == 0 {
                return Err(Error::Conflict);
            }
            trace(advisor, advisee, Action::ChangedFollowUp, id, conn).await
        })
        .await
    }

    /// Says what came of it. Saying the same twice does no harm.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student was moved out of reach meanwhile; [`Error::Conflict`] when it was settled
    /// otherwise, or with other words.
    pub async fn settle(
        advisor: &Advisor,
        advisee: &Advisee,
        id: FollowUpId,
        settled: &Settled,
        words: &OutcomeWords,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        conn.transaction(async |conn| {
            advisee.hold(advisor, conn).await?;
            let done = diesel::update(open(advisee.id, id))
                .set((
                    follow_up::state.eq(settled.0.code()),
                    follow_up::outcome.eq(&words.0),
                    follow_up::settled_at.eq(now),
                    follow_up::settled_by.eq(advisor.id()),
                ))
                .execute(conn)
                .await?;
            if done == 1 {
                return trace(advisor, advisee, Action::SettledFollowUp, id, conn).await;
            }
            let stands = Self::within(advisee, id, conn).await?;
            let is_said = words.0.is_empty() || words.0 == stands.outcome;
            if is_said && stands.state() == settled.0 { Ok(()) } else { Err(Error::Conflict) }
        })
        .await
    }
}

/// Holds the student, and the owner as one who reaches them, until the transaction ends.
async fn hold(advisor: &Advisor, advisee: &Advisee, owner: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    let theirs = advisee.hold(advisor, conn).await?;
    let role: Option<String> = person::table
        .find(owner)
        .filter(person::deactivated_at.is_null())
        .select(person::role)
        .for_key_share()
        .first(conn)
        .await
        .optional()?;
    match role.as_deref().and_then(Role::parse) {
        Some(Role::Lead) => Ok(()),
        Some(Role::Advisor) if theirs.is_none_or(|theirs| theirs == owner) => Ok(()),
        _ => Err(Error::Conflict),
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn open(student: StudentId, id: FollowUpId) -> _ {
    let state: &'static str = State::Open.code();
    follow_up::table
        .filter(follow_up::id.eq(id))
        .filter(follow_up::student_id.eq(student))
        .filter(follow_up::state.eq(state))
}

async fn trace(
    advisor: &Advisor,
    advisee: &Advisee,
    action: Action,
    id: FollowUpId,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    audit::record(Some(advisor.id()), action, "follow-up", Some(id.0), Some(advisee.id), conn).await
}
