//! Correcting a figure: each correction is a new revision, live at once, and the one before it becomes past.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    audit::{self, Action},
    claim::{Checked, Claim, Source, Statement, Unit},
    comparison::{self, Claims, Comparison, Row},
    error::{Error, Result},
    id::{PersonId, RevisionId},
    page::Page,
    page_revision::COMPARE,
    person::{self, Admin, Role},
};
use crate::schema::{claim, claim_revision, disclaimer, page, source};

/// What an admin wants a figure to say, and which revision they had before their eyes.
pub struct Correction {
    /// The figure's key.
    pub key: String,
    /// The number of the revision they saw.
    pub seen: i32,
    /// What it says now.
    pub statement: Statement,
    /// What changed and for what reason.
    pub why: String,
}

/// What keeps a correction from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field to mend.
    pub field: &'static str,
    /// Its words are in the language file.
    pub key: &'static str,
    /// The row of the comparison that would no longer hold.
    pub row: Option<String>,
}

impl Refusal {
    fn plain(field: &'static str, key: &'static str) -> Self {
        Self { field, key, row: None }
    }
}

/// What came of a correction.
pub enum Outcome {
    /// Readers see it now, as the revision with this number.
    Published(i32),
    /// Somebody else published meanwhile: this is what they published.
    Stale(Box<Claim>),
    /// It may not be published.
    Refused(Vec<Refusal>),
}

impl Claim {
    /// The newest revision of each figure: the live one, or a draft that was never published.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_newest(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(Self::joined()
            .distinct_on(claim_revision::claim_key)
            .order((claim_revision::claim_key, claim_revision::number.desc()))
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The newest revision of some figures.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn newest_of(keys: &[String], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(Self::joined()
            .distinct_on(claim_revision::claim_key)
            .filter(claim_revision::claim_key.eq_any(keys))
            .order((claim_revision::claim_key, claim_revision::number.desc()))
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The newest revision of one figure.
    ///
    /// # Errors
    /// When there is no such figure or the database fails.
    pub async fn newest(key: &str, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(Self::joined()
            .filter(claim::key.eq(key))
            .order(claim_revision::number.desc())
            .select(Self::as_select())
            .first(conn)
            .await?)
    }

    /// Whether readers see it.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.status == "live"
    }
}

impl Source {
    /// All sources, by publisher and title.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(source::table.order((source::publisher, source::title)).select(Self::as_select()).load(conn).await?)
    }
}

/// Key and text of all small print.
///
/// # Errors
/// When the database fails.
pub async fn disclaimers(conn: &mut AsyncPgConnection) -> Result<Vec<(String, String)>> {
    Ok(disclaimer::table.order(disclaimer::key).select((disclaimer::key, disclaimer::text)).load(conn).await?)
}

impl Correction {
    /// Publishes it. The same form twice is one revision.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such figure.
    pub async fn publish(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| self.publish_inside(admin, conn).await).await
    }

    async fn publish_inside(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        person::still(admin.id(), Role::Admin, conn).await?;
        // One at a time with whoever publishes the comparison, so that no row can turn unlike between two looks at it.
        page::table.find(COMPARE).select(page::slug).for_update().first::<String>(conn).await.optional()?;
        claim::table.find(&self.key).select(claim::key).for_update().first::<String>(conn).await?;
        let newest = Claim::newest(&self.key, conn).await?;
        if newest.number != self.seen {
            let is_retry = newest.number.checked_sub(1) == Some(self.seen)
                && newest.statement == self.statement
                && author_of(newest.id, conn).await? == Some(admin.id());
            let number = newest.number;
            return Ok(if is_retry { Outcome::Published(number) } else { Outcome::Stale(Box::new(newest)) });
        }
        let mut refusals = self.refusals(&newest, conn).await?;
        let is_another = (self.statement.value, &self.statement.text) != (newest.value, &newest.text);
        // Who was told the old one may ask: a typing error must not pass for a new reading.
        if is_another && self.why.trim().is_empty() {
            refusals.push(Refusal::plain("why", "claim-why-missing"));
        }
        if !refusals.is_empty() {
            return Ok(Outcome::Refused(refusals));
        }
        let number = newest.number + 1;
        self.write(number, admin, conn).await?;
        Ok(Outcome::Published(number))
    }

    async fn write(self, number: i32, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::update(claim_revision::table)
            .filter(claim_revision::claim_key.eq(&self.key))
            .filter(claim_revision::status.eq("live"))
            .set(claim_revision::status.eq("past"))
            .execute(conn)
            .await?;
        let id = RevisionId::new();
        diesel::insert_into(claim_revision::table)
            .values((
                claim_revision::id.eq(id),
                claim_revision::claim_key.eq(self.key),
                claim_revision::number.eq(number),
                claim_revision::status.eq("live"),
                claim_revision::why.eq(self.why),
                claim_revision::author_id.eq(admin.id()),
                claim_revision::published_at.eq(now),
                self.statement,
            ))
            .execute(conn)
            .await?;
        comparison::keep_pairs(conn).await?;
        audit::record(Some(admin.id()), Action::ChangedClaim, "claim", Some(id.0), None, conn).await
    }

    async fn refusals(&self, newest: &Claim, conn: &mut AsyncPgConnection) -> Result<Vec<Refusal>> {
        let faults = self.statement.faults(newest.historical);
        let mut refusals: Vec<_> = faults.iter().map(|fault| Refusal::plain(fault.field, fault.key)).collect();
        let source = source::table.find(&self.statement.source_key).select(source::key);
        if source.first::<String>(conn).await.optional()?.is_none() {
            refusals.retain(|refusal| refusal.field != "source");
            refusals.push(Refusal::plain("source", "claim-source-missing"));
        }
        if let Some(key) = &self.statement.disclaimer_key
            && disclaimer::table.find(key).select(disclaimer::key).first::<String>(conn).await.optional()?.is_none()
        {
            refusals.push(Refusal::plain("disclaimer", "claim-disclaimer-unknown"));
        }
        if let Some(page) = Page::live(COMPARE, conn).await? {
            let rows = rows_of(&self.key, &page);
            let keys: Vec<String> =
                rows.iter().filter_map(Row::figures).flat_map(|(hi, him)| [hi.to_owned(), him.to_owned()]).collect();
            let claims = Claim::live(&keys, conn).await?.into_iter().map(|claim| (claim.key.clone(), claim)).collect();
            let changed = Claim { statement: self.statement.clone(), ..newest.clone() };
            refusals.extend(row_refusals(&rows, claims, changed));
        }
        Ok(refusals)
    }
}

async fn author_of(id: RevisionId, conn: &mut AsyncPgConnection) -> Result<Option<PersonId>> {
    let author = claim_revision::table.find(id).select(claim_revision::author_id).first(conn).await;
    author.map_err(Error::from)
}

/// The rows of figures in which this one stands.
fn rows_of(key: &str, page: &Page) -> Vec<Row> {
    let rows = Comparison::parse(&page.body).rows;
    rows.into_iter().filter(|row| row.figures().is_some_and(|(hi, him)| hi == key || him == key)).collect()
}

/// What a changed figure would break in rows that hold now. `claims` are the live figures of the rows.
fn row_refusals(rows: &[Row], mut claims: Claims, changed: Claim) -> Vec<Refusal> {
    let before = comparison::faults(rows, &claims);
    let key = changed.key.clone();
    claims.insert(key.clone(), changed);
    let broken = comparison::faults(rows, &claims).into_iter().filter(|fault| !before.contains(fault));
    let refusal = |fault: comparison::Fault| {
        let row = rows.iter().find(|row| row.label == fault.row)?;
        let (hi, him) = row.figures()?;
        let (changed, other) = (claims.get(&key)?, claims.get(if hi == key { him } else { hi })?);
        let (field, words) = match fault.key {
            "compare-unlike-figures" => (difference(changed, other), "claim-mixes-a-row"),
            "compare-no-figure" => ("unit", "claim-leaves-a-row"),
            _ if changed.checked == Checked::NotConfirmed => ("checked", "claim-unconfirmed-in-a-row"),
            _ => return None,
        };
        Some(Refusal { field, key: words, row: Some(fault.row) })
    };
    broken.filter_map(refusal).collect()
}

/// The first field in which two figures are not of one kind.
fn difference(changed: &Statement, other: &Statement) -> &'static str {
    match () {
        () if changed.unit != other.unit || changed.unit == Unit::Text => "unit",
        () if changed.statistic != other.statistic => "statistic",
        () if changed.period_start != other.period_start => "period_start",
        () if changed.period_end != other.period_end => "period_end",
        () => "area",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Statistic, tests::median_pay};

    fn named(key: &str) -> Claim {
        Claim { key: key.to_owned(), ..median_pay() }
    }

    fn refusals(bend: impl Fn(&mut Statement)) -> Vec<(&'static str, &'static str)> {
        let body = "## Middle pay\n\n### HI\n\n[[claim:a]]\n\n### HIM\n\n[[claim:b]]\n";
        let rows = Comparison::parse(body).rows;
        let claims = ["a", "b"].map(|key| (key.to_owned(), named(key))).into();
        let mut changed = named("b");
        bend(&mut changed.statement);
        let found = row_refusals(&rows, claims, changed);
        assert!(found.iter().all(|refusal| refusal.row.as_deref() == Some("Middle pay")));
        found.iter().map(|refusal| (refusal.field, refusal.key)).collect()
    }

    #[test]
    fn a_new_value_keeps_its_row() {
        assert!(refusals(|statement| statement.value = Some(60_000.0)).is_empty());
    }

    #[test]
    fn a_row_never_mixes_statistics_periods_or_areas() {
        assert_eq!(refusals(|one| one.statistic = Statistic::P10), [("statistic", "claim-mixes-a-row")]);
        assert_eq!(refusals(|one| one.period_start = "2026-05".into()), [("period_start", "claim-mixes-a-row")]);
        assert_eq!(refusals(|one| one.period_end = Some("2035".into())), [("period_end", "claim-mixes-a-row")]);
        assert_eq!(refusals(|one| one.area = "Minnesota".into()), [("area", "claim-mixes-a-row")]);
        assert_eq!(refusals(|one| one.checked = Checked::NotConfirmed), [("checked", "claim-unconfirmed-in-a-row")]);
    }

    #[test]
    fn a_row_that_was_broken_before_is_not_this_figures_fault() {
        let rows = Comparison::parse("## Pay\n\n### HI\n\n[[claim:a]]\n\n### HIM\n\n[[claim:gone]]\n").rows;
        let claims = [("a".to_owned(), named("a"))].into();
        assert!(row_refusals(&rows, claims, named("a")).is_empty());
    }
}
