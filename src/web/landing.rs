//! The front page: two careers, side by side, and the way to the questions.

use std::sync::Arc;

use askama::Template;

use super::{
    figures::{ALL_JOBS, Figures, Line},
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{
    comparison::Comparison,
    page::{Page, Section},
    program::Ladders,
};

#[derive(Template)]
#[template(path = "landing/show.html")]
struct Show {
    frame: Frame,
    page: Page,
    sections: Arc<Vec<Section>>,
    comparison: Comparison,
    figures: Figures,
    ladders: Option<Ladders>,
}

impl Show {
    fn lines(&self, section: &Section) -> Vec<Line> {
        self.figures.lines(self.comparison.pick(&section.rows))
    }
}

/// Before anything is published.
#[derive(Template)]
#[template(path = "landing/not_yet.html")]
struct NotYet {
    frame: Frame,
}

/// The page. Three queries: words, figures, ladder.
///
/// # Errors
/// When the database is away.
pub async fn show(frame: Frame, mut conn: Conn) -> Reply {
    let mut pages = Page::live_of_in(frame.language, &["landing", "compare"], &mut conn).await?;
    let Some(place) = pages.iter().position(|page| page.slug == "landing") else { return ok(&NotYet { frame }) };
    let page = pages.swap_remove(place);
    print(page, pages.pop(), frame, conn).await
}

/// The front page in these words, live or not, with the rows of the comparison; of the live one where none is given.
///
/// # Errors
/// When the database is away.
pub async fn print(page: Page, compare: Option<Page>, frame: Frame, mut conn: Conn) -> Reply {
    let compare = match compare {
        Some(compare) => Some(compare),
        None => Page::live_in(frame.language, "compare", &mut conn).await?,
    };
    let sections = page.sections();
    let comparison = compare.map(|compare| Comparison::parse(&compare.body)).unwrap_or_default();
    let mut keys = page.claim_keys();
    let rows = sections.iter().flat_map(|section| comparison.pick(&section.rows));
    keys.extend(rows.flat_map(|row| row.keys().map(str::to_owned).collect::<Vec<_>>()));
    if !keys.is_empty() {
        keys.extend(ALL_JOBS.map(str::to_owned));
    }
    let figures = Figures::named(&keys, &frame, &mut conn).await?;
    let ladders = Ladders::published_in(frame.language, &mut conn).await?;
    ok(&Show { frame, page, sections, comparison, figures, ladders })
}
