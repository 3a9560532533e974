//! One career in full.

use std::sync::Arc;

use askama::Template;

use super::{
    error::Error,
    figures::Figures,
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::page::{Page, Section};

#[derive(Template)]
#[template(path = "careers/show.html")]
struct Show {
    frame: Frame,
    page: Page,
    sections: Arc<Vec<Section>>,
    figures: Figures,
    side: &'static str,
}

/// Health informatics.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn health_informatics(frame: Frame, conn: Conn) -> Reply {
    show("health-informatics", "hi", frame, conn).await
}

/// Health information management.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn health_information_management(frame: Frame, conn: Conn) -> Reply {
    show("health-information-management", "him", frame, conn).await
}

async fn show(slug: &str, side: &'static str, frame: Frame, mut conn: Conn) -> Reply {
    let page = Page::live_in(frame.language, slug, &mut conn).await?.ok_or(Error::NotFound)?;
    print(page, side, frame, conn).await
}

/// A page about a career, live or not.
///
/// # Errors
/// When the database is away.
pub async fn print(page: Page, side: &'static str, frame: Frame, mut conn: Conn) -> Reply {
    let figures = Figures::named(&page.claim_keys(), &frame, &mut conn).await?;
    let sections = page.sections();
    ok(&Show { frame, page, sections, figures, side })
}
