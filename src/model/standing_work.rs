//! What waits to be done by the machine itself: letters, chores, long jobs. For the operator's monitoring.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{Double, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::error::Result;

/// How the machine's own work stands.
pub struct StandingWork {
    /// Letters that are not settled or need somebody, by state; every state is there. Those that failed: of the last day.
    pub letters: Vec<(String, f64)>,
    /// Seconds since the letter that waits longest was due.
    pub oldest_letter: f64,
    /// Seconds since the most overdue chore was due.
    pub latest_chore: f64,
    /// Long jobs under way.
    pub jobs: f64,
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    what: String,
    #[diesel(sql_type = Double)]
    many: f64,
}

const LETTERS: &str = "letters ";

impl StandingWork {
    /// Now, in one query over what is not done: the indexes of open work hold no more than that.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn now(conn: &mut AsyncPgConnection) -> Result<Self> {
        let rows: Vec<Counted> = sql_query(
            "select 'letters ' || open.state as what, count(letter.id)::float8 as many
               from unnest(array['queued', 'sending', 'deferred']) open (state)
               left join letter on letter.state = open.state and letter.state in ('queued', 'deferred', 'sending')
              group by open.state
             union all
             select 'letters ' || shut.state, count(letter.id)::float8
               from unnest(array['failed', 'held']) shut (state)
               left join letter on letter.state = shut.state and letter.state in ('failed', 'held')
                    and (letter.state = 'held' or letter.created_at > now() - interval '1 day')
              group by shut.state
             union all
             select 'oldest', coalesce(extract(epoch from now() - min(next_try_at)), 0)::float8
               from letter where state in ('queued', 'deferred', 'sending') and next_try_at < now()
             union all
             select 'chore', coalesce(extract(epoch from now() - min(due_at)), 0)::float8 from chore where due_at < now()
             union all
             select 'jobs', count(*)::float8 from job where begun_at is not null and done_at is null",
        )
        .load(conn)
        .await?;
        let of = |what: &str| rows.iter().find(|row| row.what == what).map_or(0.0, |row| row.many);
        let (oldest_letter, latest_chore, jobs) = (of("oldest"), of("chore"), of("jobs"));
        let letters =
            rows.iter().filter_map(|row| Some((row.what.strip_prefix(LETTERS)?.to_owned(), row.many))).collect();
        Ok(Self { letters, oldest_letter, latest_chore, jobs })
    }
}
