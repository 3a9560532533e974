//! Who was told another figure by letter than the one that holds now, and the letter that puts it right: each person once a
//! revision.

use diesel::{
    QueryableByName,
    prelude::*,
    sql_query,
    sql_types::{BigInt, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    account::Account,
    audit::{self, Action},
    claim::Claim,
    claim_use::MOST_LETTERS,
    error::{Error, Result},
    id::{PersonId, RevisionId},
    letter::{CorrectionFacts, Letter},
    person::{self, Admin, Role},
    post::{Post, to_account},
    recommendation,
    setting::Setting,
};
use crate::{
    language::Language,
    schema::{claim, figure_correction, person as people},
};

/// People on the page; there may be more.
pub const MOST_NAMED: i64 = 200;
/// Letters written at once.
const BATCH: i64 = 20;

/// Somebody who was told another figure, and whether they are told the one that holds.
#[derive(QueryableByName)]
pub struct Told {
    /// Their full name.
    #[diesel(sql_type = Text)]
    pub full_name: String,
    /// The number of the revision they were told.
    #[diesel(sql_type = Integer)]
    pub number: i32,
    /// When that letter was written.
    #[diesel(sql_type = Timestamptz, deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    /// When a correction was asked for; nothing: nobody did.
    #[diesel(sql_type = Nullable<Timestamptz>, deserialize_as = jiff_diesel::NullableTimestamp)]
    pub asked_at: Option<Timestamp>,
    /// When the correction was written.
    #[diesel(sql_type = Nullable<Timestamptz>, deserialize_as = jiff_diesel::NullableTimestamp)]
    pub written_at: Option<Timestamp>,
}

/// How far the corrections of a figure are.
#[derive(QueryableByName, Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    /// People who were told another figure; counted to [`MOST_LETTERS`].
    #[diesel(sql_type = BigInt)]
    pub told: i64,
    /// Of these, people for whom nobody has asked for a correction.
    #[diesel(sql_type = BigInt)]
    pub open: i64,
    /// People whose correction waits to be written.
    #[diesel(sql_type = BigInt)]
    pub waiting: i64,
    /// People to whom it was written.
    #[diesel(sql_type = BigInt)]
    pub written: i64,
}

/// Everybody whose newest letter about figure `$1` told something else than what readers see now. Letters that never left do not
/// count, nor do closed accounts.
const TOLD: &str = "told as (
    select distinct on (l.person_id) l.person_id, r.id as told_id, r.number, l.created_at as at, live.id as live_id,
           (r.value, r.text, r.unit, r.statistic, r.period_start, r.period_end, r.area)
             is not distinct from
           (live.value, live.text, live.unit, live.statistic, live.period_start, live.period_end, live.area) as is_right
      from claim_revision r
      join letter_claim told on told.revision_id = r.id
      join letter l on l.id = told.letter_id and l.person_id is not null and l.state not in ('failed', 'held')
      join claim_revision live on live.claim_key = r.claim_key and live.status = 'live'
     where r.claim_key = $1
     order by l.person_id, l.created_at desc),
  wrong as (
    select told.*, p.full_name from told join person p on p.id = told.person_id and p.deactivated_at is null
     where not told.is_right)";

impl Told {
    /// Who was told another figure than this one, by name: the first [`MOST_NAMED`]. One row in the audit.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(claim: &Claim, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        conn.transaction(async |conn| {
            audit::record(Some(admin.id()), Action::ListedTold, "claim", Some(claim.id.0), None, conn).await?;
            // Who has had the correction by letter was told the right figure last: they stay on the list by its row.
            let query = format!(
                "with {TOLD}
                 select w.full_name, w.number, w.at, c.asked_at, c.written_at
                   from wrong w left join figure_correction c on c.revision_id = w.live_id and c.person_id = w.person_id
                 union all
                 select p.full_name, r.number, c.told_at, c.asked_at, c.written_at
                   from figure_correction c
                   join claim_revision live on live.id = c.revision_id and live.claim_key = $1 and live.status = 'live'
                   join claim_revision r on r.id = c.told_id
                   join person p on p.id = c.person_id and p.deactivated_at is null
                  where not exists (select from wrong w where w.person_id = c.person_id)
                 order by full_name, at limit $2"
            );
            Ok(sql_query(query).bind::<Text, _>(&claim.key).bind::<BigInt, _>(MOST_NAMED).load(conn).await?)
        })
        .await
    }
}

impl Tally {
    /// Of a figure.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(key: &str, conn: &mut AsyncPgConnection) -> Result<Self> {
        let query = format!(
            "with {TOLD},
             asked as (
               select c.person_id, c.written_at from figure_correction c
                 join claim_revision live on live.id = c.revision_id and live.claim_key = $1 and live.status = 'live')
             select (select count(*) from (select 1 from wrong limit $2) bounded) as told,
                    (select count(*) from (select 1 from wrong w where not exists
                       (select from asked where asked.person_id = w.person_id) limit $2) bounded) as open,
                    (select count(*) from asked where written_at is null) as waiting,
                    (select count(*) from asked where written_at is not null) as written"
        );
        Ok(sql_query(query).bind::<Text, _>(key).bind::<BigInt, _>(MOST_LETTERS).get_result(conn).await?)
    }
}

/// Asks for the correction to everybody who was told another figure: each person once, however often it is pressed. Gives how
/// many were added.
///
/// # Errors
/// [`Error::Conflict`] when its last day has passed or it was corrected again; not found when readers see no such figure.
pub async fn ask(claim: &Claim, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<usize> {
    conn.transaction(async |conn| {
        person::still(admin.id(), Role::Admin, conn).await?;
        claim::table.find(&claim.key).select(claim::key).for_update().first::<String>(conn).await?;
        let today = Setting::load(conn).await?.local(Timestamp::now()).date();
        let live = Claim::one(&claim.key, conn).await?;
        if live.id != claim.id || live.is_expired(today) {
            return Err(Error::Conflict);
        }
        let query = format!(
            "with {TOLD}
             insert into figure_correction (revision_id, person_id, told_id, told_at, asked_by)
             select live_id, person_id, told_id, at, $2 from wrong
             on conflict do nothing"
        );
        let added = sql_query(query).bind::<Text, _>(&claim.key).bind::<SqlUuid, _>(admin.id().0).execute(conn).await?;
        if added > 0 {
            audit::record(Some(admin.id()), Action::SentCorrections, "claim", Some(claim.id.0), None, conn).await?;
        }
        Ok(added)
    })
    .await
}

/// Writes the next few corrections. Says how many were looked at.
///
/// # Errors
/// When the database fails.
pub async fn write(post: &Post, conn: &mut AsyncPgConnection) -> Result<usize> {
    let waiting: Vec<(RevisionId, PersonId)> = figure_correction::table
        .filter(figure_correction::written_at.is_null())
        .order((figure_correction::asked_at, figure_correction::person_id))
        .limit(BATCH)
        .select((figure_correction::revision_id, figure_correction::person_id))
        .load(conn)
        .await?;
    for (revision, person) in &waiting {
        conn.transaction(async |conn| write_one(*revision, *person, post, conn).await).await?;
    }
    if !waiting.is_empty() {
        post.ring();
    }
    Ok(waiting.len())
}

/// One letter, in the transaction that notes it. Nobody writes when the figure was corrected again meanwhile, or the account is
/// closed: then it is settled without a letter.
async fn write_one(revision: RevisionId, person: PersonId, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let row = || figure_correction::table.find((revision, person));
    let waiting = row().filter(figure_correction::written_at.is_null()).select(figure_correction::told_id);
    let found: Option<RevisionId> = waiting.for_update().skip_locked().first(conn).await.optional()?;
    let Some(told_id) = found else { return Ok(()) };
    let told_at: jiff_diesel::Timestamp = row().select(figure_correction::told_at).first(conn).await?;
    let setting = Setting::load(conn).await?;
    let today = setting.local(Timestamp::now()).date();
    let open = people::table.find(person).filter(people::deactivated_at.is_null()).select(Account::as_select());
    let account: Option<Account> = open.first(conn).await.optional()?;
    let mut letter_id = None;
    let live = Claim::with_id(revision, conn).await?;
    if let Some(account) = account.filter(|_| live.is_live() && !live.is_expired(today)) {
        let language = Language::of(&account.locale);
        let both = Claim::tell(vec![Claim::with_id(told_id, conn).await?, live], language, conn).await?;
        let [old, live] = both.as_slice() else { return Err(Error::Conflict) };
        let facts = CorrectionFacts {
            label: live.label_words().to_owned(),
            old_value: old.value_words(),
            old_basis: old.basis_words(),
            told_on: setting.local(told_at.into()).date(),
            basis: live.basis_words(),
            figure: recommendation::figure(live, today),
            disclaimer: live.disclaimer.clone().unwrap_or_default(),
            path: format!("/sources#{}", live.key),
        };
        let letter = Letter::FigureCorrected(Box::new(facts));
        letter_id = Some(post.put(to_account(&letter, &account), conn).await?);
    }
    diesel::update(row())
        .set((figure_correction::written_at.eq(diesel::dsl::now), figure_correction::letter_id.eq(letter_id)))
        .execute(conn)
        .await?;
    Ok(())
}
