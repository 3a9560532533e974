//! Pages of plain words: privacy, rights, cookies, accessibility, disclosures.

use std::sync::Arc;

use askama::Template;

use super::{
    error::Error,
    figures::Figures,
    guard::Conn,
    page::{Frame, Reply, ok, see_other},
};
use crate::model::page::{Page, Section};

#[derive(Template)]
#[template(path = "prose/show.html")]
struct Show {
    frame: Frame,
    page: Page,
    sections: Arc<Vec<Section>>,
    figures: Figures,
}

/// What is kept and who reads it.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn privacy(frame: Frame, conn: Conn) -> Reply {
    show("privacy", frame, conn).await
}

/// A student's rights over their record, which the school tells every year (34 CFR 99.7).
///
/// # Errors
/// When the database is away.
pub async fn rights(frame: Frame, mut conn: Conn) -> Reply {
    match Page::live_in(frame.language, "rights", &mut conn).await? {
        Some(page) => print(page, frame, conn).await,
        // An installation from before this page: until an admin publishes it, the page on privacy tells the rights.
        None => see_other("/privacy"),
    }
}

/// The one cookie.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn cookies(frame: Frame, conn: Conn) -> Reply {
    show("cookies", frame, conn).await
}

/// What works for whom.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn accessibility(frame: Frame, conn: Conn) -> Reply {
    show("accessibility", frame, conn).await
}

/// Who speaks here.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn disclosures(frame: Frame, conn: Conn) -> Reply {
    show("disclosures", frame, conn).await
}

async fn show(slug: &str, frame: Frame, mut conn: Conn) -> Reply {
    let page = Page::live_in(frame.language, slug, &mut conn).await?.ok_or(Error::NotFound)?;
    print(page, frame, conn).await
}

/// A page of plain words, live or not.
///
/// # Errors
/// When the database is away.
pub async fn print(page: Page, frame: Frame, mut conn: Conn) -> Reply {
    let figures = Figures::named(&page.claim_keys(), &frame, &mut conn).await?;
    let sections = page.sections();
    ok(&Show { frame, page, sections, figures })
}

/// The pages that public pages point on to: address, words, drawing.
pub const RELATED: &[(&str, &str, &str)] = &[
    ("/compare", "related-compare", "columns-2"),
    ("/careers/health-informatics", "related-hi", "chart-column"),
    ("/careers/health-information-management", "related-him", "users"),
    ("/programs", "related-programs", "list-checks"),
    ("/sources", "related-sources", "file-text"),
    ("/how-scoring-works", "related-scoring", "scale"),
];

/// Who wrote a page, for whom, and of when it is.
#[must_use]
pub fn byline(frame: &Frame, page: &Page) -> String {
    let of = page.published_at.unwrap_or(page.created_at);
    let ties = [&page.employer, &page.relationship].into_iter().filter(|words| !words.is_empty());
    let ties: String = ties.map(|words| format!(", {words}")).collect();
    let words = frame.t.say("content-by-on").set("author", &page.author).set("ties", ties);
    let byline = words.set("date", frame.day(&of)).to_string();
    // Whoever reads another language than they chose is told why.
    if page.lang == frame.lang { byline } else { format!("{byline} {}", frame.t.say("content-not-translated")) }
}
