//! How scoring works, with the weights and limits of the version in force.

use std::sync::Arc;

use askama::Template;

use super::{
    error::Error,
    figures::Figures,
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{
    page::{Page, Section},
    questionnaire::{Version, dimension::Dimension},
};

#[derive(Template)]
#[template(path = "scoring/show.html")]
struct Show {
    frame: Frame,
    page: Page,
    sections: Arc<Vec<Section>>,
    figures: Figures,
    version: Option<Arc<Version>>,
}

impl Show {
    fn items(&self, version: &Version, dimension: &Dimension) -> usize {
        version.sheet.items.iter().filter(|item| item.dimension == dimension.code).count()
    }

    /// The most points one topic can give to one side: two steps an item.
    fn most(&self, version: &Version, dimension: &Dimension) -> i16 {
        let items = i16::try_from(self.items(version, dimension)).unwrap_or(i16::MAX);
        dimension.weight.saturating_mul(2).saturating_mul(items)
    }

    fn most_in_all(&self, version: &Version) -> i16 {
        version.sheet.dimensions.iter().map(|dimension| self.most(version, dimension)).sum()
    }
}

/// The page.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn show(frame: Frame, mut conn: Conn) -> Reply {
    let page = Page::live_in(frame.language, "how-scoring-works", &mut conn).await?.ok_or(Error::NotFound)?;
    print(page, frame, conn).await
}

/// The page in these words, live or not.
///
/// # Errors
/// When the database is away.
pub async fn print(page: Page, frame: Frame, mut conn: Conn) -> Reply {
    let version = match Version::published(&mut conn).await? {
        Some(version) => Some(version.told(frame.language, &mut conn).await?),
        None => None,
    };
    let figures = Figures::of([], &frame);
    let sections = page.sections();
    ok(&Show { frame, page, sections, figures, version })
}
