//! The default content: sources, figures, pages and the catalog of the demo school, kept beside this file.

use std::collections::BTreeMap;

use anyhow::Context as _;
use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    model::{
        claim::Statement,
        comparison,
        id::{FormKey, RevisionId},
    },
    schema::{catalog, claim, claim_revision, default_content, disclaimer, page, page_revision, source},
};

mod catalog_file;
pub mod translation;

const SOURCES: &str = include_str!("content/sources.json");
const DISCLAIMERS: &str = include_str!("content/disclaimers.json");
const CLAIMS: &str = include_str!("content/claims.json");
const CATALOG: &str = include_str!("content/catalog.json");
/// The pages in the order editors see them.
const PAGES: &[&str] = &[
    include_str!("content/pages/landing.md"),
    include_str!("content/pages/compare.md"),
    include_str!("content/pages/health-informatics.md"),
    include_str!("content/pages/health-information-management.md"),
    include_str!("content/pages/programs.md"),
    include_str!("content/pages/sources.md"),
    include_str!("content/pages/how-scoring-works.md"),
    include_str!("content/pages/privacy.md"),
    include_str!("content/pages/rights.md"),
    include_str!("content/pages/cookies.md"),
    include_str!("content/pages/accessibility.md"),
    include_str!("content/pages/disclosures.md"),
];

#[derive(Deserialize, Insertable)]
#[diesel(table_name = source)]
struct SourceFile {
    key: String,
    title: String,
    publisher: String,
    url: Option<String>,
    published: Option<String>,
    retrieved: Option<String>,
    licence: Option<String>,
}

#[derive(Deserialize, Insertable)]
#[diesel(table_name = disclaimer)]
struct DisclaimerFile {
    key: String,
    text: String,
}

#[derive(Deserialize)]
struct ClaimFile {
    key: String,
    program: String,
    topic: String,
    fact: Option<String>,
    status: String,
    label: String,
    value: Option<f64>,
    text: Option<String>,
    unit: String,
    statistic: String,
    population: String,
    soc: Option<String>,
    area: String,
    period_start: String,
    period_end: Option<String>,
    source: String,
    disclaimer: Option<String>,
    checked: String,
    reviewed_on: Option<Date>,
    review_due: Option<Date>,
    note: Option<String>,
}

impl ClaimFile {
    fn is_historical(&self) -> bool {
        self.status == "historical"
    }

    fn statement(self) -> anyhow::Result<Statement> {
        let about = self.key;
        Ok(Statement {
            label: self.label,
            value: self.value,
            text: self.text,
            unit: self.unit.try_into().map_err(anyhow::Error::msg).with_context(|| about.clone())?,
            statistic: self.statistic.try_into().map_err(anyhow::Error::msg).with_context(|| about.clone())?,
            population: self.population,
            soc: self.soc,
            area: self.area,
            period_start: self.period_start,
            period_end: self.period_end,
            source_key: self.source,
            disclaimer_key: self.disclaimer,
            checked: self.checked.try_into().map_err(anyhow::Error::msg).with_context(|| about.clone())?,
            reviewed_on: self.reviewed_on,
            review_due: self.review_due,
            note: self.note,
            expires_on: None,
        })
    }
}

/// A page file: lines of `name: value` between two `---`, then the text.
struct PageFile<'a> {
    named: BTreeMap<&'a str, &'a str>,
    body: &'a str,
}

impl<'a> PageFile<'a> {
    fn parse(text: &'a str) -> anyhow::Result<Self> {
        let rest = text.strip_prefix("---\n").context("a page begins with ---")?;
        let (front, body) = rest.split_once("\n---\n").context("a page's front ends with ---")?;
        let named = front.lines().filter_map(|line| line.split_once(": "));
        Ok(Self { named: named.map(|(name, value)| (name.trim(), value.trim())).collect(), body: body.trim() })
    }

    fn get(&self, name: &str) -> anyhow::Result<&'a str> {
        self.named.get(name).copied().with_context(|| format!("a page has no {name}: {:?}", self.named.get("slug")))
    }
}

/// The sum over all default content, English and Spanish, and the statements that write the Spanish.
fn edition() -> Vec<u8> {
    let mut sum = Sha256::new();
    let english = [super::QUESTIONNAIRE, SOURCES, DISCLAIMERS, CLAIMS, CATALOG];
    for text in english.iter().chain(PAGES).copied().chain(translation::texts()) {
        sum.update(text);
        sum.update([0]);
    }
    sum.finalize().to_vec()
}

/// Whether the content of this program was installed here before.
///
/// # Errors
/// When the database fails.
pub async fn is_installed(conn: &mut AsyncPgConnection) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(default_content::table.find(edition()))).get_result(conn).await
}

/// Notes that it is.
///
/// # Errors
/// When the database fails.
pub async fn note_installed(conn: &mut AsyncPgConnection) -> QueryResult<usize> {
    diesel::insert_into(default_content::table).values(default_content::hash.eq(edition())).execute(conn).await
}

/// Writes the default content as drafts: figures and programs only where there are none yet, and each page that is not
/// there, such as one that a newer version brings.
///
/// # Errors
/// When a file is malformed or the database fails; then nothing was written.
pub async fn install(conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    conn.transaction(async |conn| {
        let claims: i64 = claim::table.count().get_result(conn).await?;
        if claims == 0 {
            install_claims(conn).await?;
        }
        install_pages(conn).await?;
        let catalogs: i64 = catalog::table.count().get_result(conn).await?;
        if catalogs == 0 {
            read::<catalog_file::CatalogFile>(CATALOG)?.install(conn).await?;
        }
        Ok(())
    })
    .await
}

/// Shows readers what is still a first draft: claims and pages without a live revision, and the catalog.
///
/// # Errors
/// When the database fails.
pub async fn publish(conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    conn.transaction(async |conn| {
        let live = diesel::alias!(claim_revision as live_claim, page_revision as live_page);
        let (live_claim, live_page) = live;
        let claims_live = live_claim
            .filter(live_claim.field(claim_revision::status).eq("live"))
            .select(live_claim.field(claim_revision::claim_key));
        diesel::update(claim_revision::table)
            .filter(claim_revision::number.eq(1).and(claim_revision::status.eq("draft")))
            .filter(claim_revision::claim_key.ne_all(claims_live))
            .set((claim_revision::status.eq("live"), claim_revision::published_at.eq(now)))
            .execute(conn)
            .await?;
        let pages_live = live_page
            .filter(live_page.field(page_revision::status).eq("live"))
            .select(live_page.field(page_revision::page_slug));
        diesel::update(page_revision::table)
            .filter(page_revision::number.eq(1).and(page_revision::status.eq("draft")))
            .filter(page_revision::page_slug.ne_all(pages_live))
            .set((page_revision::status.eq("live"), page_revision::published_at.eq(now)))
            .execute(conn)
            .await?;
        comparison::keep_pairs(conn).await?;
        let published: i64 = catalog::table.filter(catalog::status.eq("published")).count().get_result(conn).await?;
        if published == 0 {
            diesel::update(catalog::table.filter(catalog::number.eq(1).and(catalog::status.eq("draft"))))
                .set((catalog::status.eq("published"), catalog::published_at.eq(now)))
                .execute(conn)
                .await?;
        }
        Ok(())
    })
    .await
}

async fn install_claims(conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    let sources = read::<Vec<SourceFile>>(SOURCES)?;
    diesel::insert_into(source::table).values(sources).on_conflict_do_nothing().execute(conn).await?;
    let disclaimers = read::<Vec<DisclaimerFile>>(DISCLAIMERS)?;
    diesel::insert_into(disclaimer::table).values(disclaimers).on_conflict_do_nothing().execute(conn).await?;
    let files = read::<Vec<ClaimFile>>(CLAIMS)?;
    let claims: Vec<_> = files
        .iter()
        .map(|file| {
            (
                claim::key.eq(file.key.clone()),
                claim::program.eq(file.program.clone()),
                claim::topic.eq(file.topic.clone()),
                claim::fact.eq(file.fact.clone()),
                claim::historical.eq(file.is_historical()),
            )
        })
        .collect();
    diesel::insert_into(claim::table).values(claims).execute(conn).await?;
    for file in files {
        diesel::insert_into(claim_revision::table)
            .values((
                claim_revision::id.eq(RevisionId::new()),
                claim_revision::claim_key.eq(file.key.clone()),
                claim_revision::number.eq(1),
                claim_revision::status.eq("draft"),
                file.statement()?,
            ))
            .execute(conn)
            .await?;
    }
    Ok(())
}

async fn install_pages(conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    for (position, text) in (1_i16..).zip(PAGES) {
        let file = PageFile::parse(text)?;
        let slug = file.get("slug")?;
        let is_new = diesel::insert_into(page::table)
            .values((page::slug.eq(slug), page::position.eq(position)))
            .on_conflict_do_nothing()
            .execute(conn)
            .await?;
        if is_new == 0 {
            continue;
        }
        let review_due: Date = file.get("review_due")?.parse()?;
        diesel::insert_into(page_revision::table)
            .values((
                page_revision::id.eq(Uuid::now_v7()),
                page_revision::page_slug.eq(slug),
                page_revision::number.eq(1),
                page_revision::status.eq("draft"),
                page_revision::title.eq(file.get("title")?),
                page_revision::lead.eq(file.get("lead")?),
                page_revision::hint.eq(file.get("hint").unwrap_or_default()),
                page_revision::body.eq(file.body),
                page_revision::author.eq(file.get("author")?),
                page_revision::employer.eq(file.get("employer")?),
                page_revision::relationship.eq(file.get("relationship")?),
                page_revision::content_type.eq(file.get("content_type")?),
                page_revision::review_due.eq(jiff_diesel::Date::from(review_due)),
                page_revision::form_key.eq(FormKey::new()),
            ))
            .execute(conn)
            .await?;
    }
    Ok(())
}

fn read<T: DeserializeOwned>(text: &str) -> anyhow::Result<T> {
    Ok(serde_json::from_str(text)?)
}

#[cfg(test)]
mod tests;
