//! How a job goes on: leased in Postgres by one instance, a few students at a time, each in a transaction of their own.

use diesel::{dsl::now, prelude::*, sql_query, sql_types::Uuid as SqlUuid};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::Work;
use crate::{
    model::{
        advisee::Advisee,
        error::{Error, Result},
        id::{JobId, PersonId, StudentId},
        person::{Advisor, Person},
        post::Post,
    },
    schema::{job, job_item},
};

/// Students after whom the lease is renewed.
const BATCH: usize = 10;
/// Tries after which a student is left out.
const MOST_TRIES: i16 = 3;

/// One statement, so that two instances never hold one job. A lease that ran out belonged to an instance that died.
const TAKE: &str = "update job set lease = $1, leased_until = now() + interval '30 seconds'
    where id = any(array(
        select id from job
        where begun_at is not null and done_at is null and (leased_until is null or leased_until < now())
        order by begun_at limit 1 for update skip locked))
    returning id";

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = SqlUuid)]
    id: JobId,
}

/// A job in our hands.
pub struct Leased {
    /// Which.
    pub id: JobId,
    lease: Uuid,
}

/// Takes the job that waits longest and nobody is at, for half a minute.
///
/// # Errors
/// When the database fails.
pub async fn take(conn: &mut AsyncPgConnection) -> Result<Option<Leased>> {
    let lease = Uuid::now_v7();
    let taken: Option<Taken> = sql_query(TAKE).bind::<SqlUuid, _>(lease).get_result(conn).await.optional()?;
    Ok(taken.map(|taken| Leased { id: taken.id, lease }))
}

impl Leased {
    /// Does the next students. Says whether there may be more; not when somebody else has the job by now.
    ///
    /// # Errors
    /// When the database fails; what was done stays done.
    pub async fn go_on(&self, post: &Post, conn: &mut AsyncPgConnection) -> Result<bool> {
        let renewed =
            sql_query("update job set leased_until = now() + interval '30 seconds' where id = $1 and lease = $2")
                .bind::<SqlUuid, _>(self.id.0)
                .bind::<SqlUuid, _>(self.lease)
                .execute(conn)
                .await?;
        if renewed == 0 {
            return Ok(false);
        }
        let (owner, facts): (PersonId, serde_json::Value) =
            job::table.find(self.id).select((job::owner_id, job::facts)).first(conn).await?;
        let owner = Person::active(owner, conn).await?.and_then(Advisor::known);
        let work: Option<Work> = serde_json::from_value(facts).ok();
        for _ in 0..BATCH {
            let is_last = match (&owner, &work) {
                (Some(owner), Some(work)) => !self.do_next(owner, work, post, conn).await?,
                // Who began it is no advisor any more.
                _ => {
                    self.leave_out_all(conn).await?;
                    true
                }
            };
            if is_last {
                self.finish(conn).await?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Does the next student; what is done and that it is done are one transaction. Says whether there was one.
    async fn do_next(&self, owner: &Advisor, work: &Work, post: &Post, conn: &mut AsyncPgConnection) -> Result<bool> {
        let mut at: Option<StudentId> = None;
        let done: Result<bool> = conn
            .transaction(async |conn| {
                let waiting = job_item::table
                    .filter(job_item::job_id.eq(self.id))
                    .filter(job_item::state.eq("waiting"))
                    .order((job_item::tries, job_item::student_id))
                    .select(job_item::student_id)
                    .for_update()
                    .skip_locked();
                let Some(student) = waiting.first::<StudentId>(conn).await.optional()? else { return Ok(false) };
                at = Some(student);
                let acted = conn
                    .transaction(async |conn| {
                        let advisee = Advisee::of(owner, student, conn).await?;
                        work.act(owner, &advisee, post, conn).await
                    })
                    .await;
                let (state, reason) = match acted {
                    Ok(()) => ("done", None),
                    Err(Error::NotFound | Error::Database(diesel::result::Error::NotFound)) => {
                        ("skipped", Some("out-of-reach"))
                    }
                    Err(Error::Conflict) => ("skipped", Some("refused")),
                    Err(error) => return Err(error),
                };
                let settled = (job_item::state.eq(state), job_item::reason.eq(reason), job_item::settled_at.eq(now));
                diesel::update(job_item::table.find((self.id, student))).set(settled).execute(conn).await?;
                Ok(true)
            })
            .await;
        match (done, at) {
            (Err(error), Some(student)) => {
                tracing::warn!(job = %self.id, %student, %error, "a student was not done");
                self.try_later(student, conn).await?;
                Ok(true)
            }
            (done, _) => done,
        }
    }

    /// One who fails must not keep the others: they come last, and after three tries not at all.
    async fn try_later(&self, student: StudentId, conn: &mut AsyncPgConnection) -> Result<()> {
        let waiting = || job_item::table.find((self.id, student)).filter(job_item::state.eq("waiting"));
        diesel::update(waiting()).set(job_item::tries.eq(job_item::tries + 1)).execute(conn).await?;
        let left_out = (job_item::state.eq("skipped"), job_item::reason.eq("broken"), job_item::settled_at.eq(now));
        let hopeless = waiting().filter(job_item::tries.ge(MOST_TRIES));
        diesel::update(hopeless).set(left_out).execute(conn).await?;
        Ok(())
    }

    async fn leave_out_all(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        let waiting = job_item::table.filter(job_item::job_id.eq(self.id)).filter(job_item::state.eq("waiting"));
        let left_out =
            (job_item::state.eq("skipped"), job_item::reason.eq("out-of-reach"), job_item::settled_at.eq(now));
        diesel::update(waiting).set(left_out).execute(conn).await?;
        Ok(())
    }

    /// Done, unless a student is in the hands of another instance that lost the lease to us; then the next one looks again.
    /// What was written stands where it went, and no longer here.
    async fn finish(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        sql_query(
            "update job set lease = null, leased_until = null,
                    done_at = case when w.is_waiting then null else now() end,
                    facts = case when w.is_waiting then facts else '{}' end
               from (select exists (select from job_item where job_id = $1 and state = 'waiting') as is_waiting) w
              where id = $1 and lease = $2",
        )
        .bind::<SqlUuid, _>(self.id.0)
        .bind::<SqlUuid, _>(self.lease)
        .execute(conn)
        .await?;
        Ok(())
    }

    /// Put down half done, for whoever comes next.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_down(self, conn: &mut AsyncPgConnection) -> Result<()> {
        sql_query("update job set lease = null, leased_until = null where id = $1 and lease = $2")
            .bind::<SqlUuid, _>(self.id.0)
            .bind::<SqlUuid, _>(self.lease)
            .execute(conn)
            .await?;
        Ok(())
    }
}
