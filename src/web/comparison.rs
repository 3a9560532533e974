//! The full comparison of the two careers, and what an old article said about them.

use askama::Template;

use super::{
    article::{self, Said},
    error::Error,
    figures::{ALL_JOBS, Figures, Line, today},
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{claim::Claim, comparison::Comparison, page::Page};

#[derive(Template)]
#[template(path = "comparison/show.html")]
struct Show {
    frame: Frame,
    page: Page,
    lines: Vec<Line>,
    comparison: Comparison,
    figures: Figures,
    said: Vec<Said>,
    warning: Option<String>,
}

/// The page. Two queries: words and figures.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn show(frame: Frame, mut conn: Conn) -> Reply {
    let page = Page::live_in(frame.language, "compare", &mut conn).await?.ok_or(Error::NotFound)?;
    print(page, frame, conn).await
}

/// The comparison in these words, live or not.
///
/// # Errors
/// When the database is away.
pub async fn print(page: Page, frame: Frame, mut conn: Conn) -> Reply {
    let comparison = Comparison::parse(&page.body);
    let mut keys = page.claim_keys();
    keys.extend(ALL_JOBS.map(str::to_owned));
    let claims = Claim::live_and_facts(&keys, &mut conn).await?;
    let mut claims = Claim::tell(claims, frame.language, &mut conn).await?;
    claims.retain(|claim| !claim.is_expired(today(&frame)));
    let said = article::said(&claims);
    let warning = claims.iter().find(|claim| article::is_of_article(claim)).and_then(|claim| claim.disclaimer.clone());
    let figures = Figures::of(claims.into_iter().filter(|claim| keys.contains(&claim.key)), &frame);
    let lines = figures.lines(comparison.rows.iter());
    ok(&Show { frame, page, lines, comparison, figures, said, warning })
}
