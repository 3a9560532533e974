//! The school's own programs, with their steps, their accreditation and what must be said about them.

use std::sync::Arc;

use actix_web::web::Path;
use askama::Template;

use super::{
    error::Error,
    figures::Figures,
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{
    page::{Page, Section},
    program::{Catalog, Ladder, Program, Rung},
};

#[derive(Template)]
#[template(path = "programs/index.html")]
struct Index {
    frame: Frame,
    page: Page,
    sections: Arc<Vec<Section>>,
    figures: Figures,
    catalog: Catalog,
}

impl Index {
    /// The first program of each field carries the field's name as its anchor.
    fn anchor(&self, program: &Program) -> Option<&str> {
        let first = self.catalog.programs.iter().find(|one| one.field == program.field)?;
        (first.slug == program.slug).then_some(first.field.as_str())
    }

    fn ladder(&self) -> Option<&Ladder> {
        self.catalog.ladders.iter().find(|ladder| !ladder.historical)
    }

    fn effective(&self) -> String {
        self.frame.language.day(self.catalog.edition.effective)
    }
}

#[derive(Template)]
#[template(path = "programs/show.html")]
struct Show {
    frame: Frame,
    page: Page,
    program: Program,
    rungs: Vec<Rung>,
    cap: i16,
    effective: String,
    as_of: String,
}

impl Show {
    fn is_here(&self, rung: &Rung) -> bool {
        rung.level == self.program.award().code()
    }
}

/// All programs and the ladder through them. Three queries: words, programs, ladders.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn index(frame: Frame, mut conn: Conn) -> Reply {
    let page = Page::live_in(frame.language, "programs", &mut conn).await?.ok_or(Error::NotFound)?;
    print(page, frame, conn).await
}

/// All programs under these words, live or not.
///
/// # Errors
/// When no catalog is published or the database is away.
pub async fn print(page: Page, frame: Frame, mut conn: Conn) -> Reply {
    let catalog = Catalog::published_in(frame.language, &mut conn).await?.ok_or(Error::NotFound)?;
    let figures = Figures::of([], &frame);
    let sections = page.sections();
    ok(&Index { frame, page, sections, figures, catalog })
}

/// One program in full.
///
/// # Errors
/// When there is no such program or the database is away.
pub async fn show(slug: Path<String>, frame: Frame, mut conn: Conn) -> Reply {
    let page = Page::live_in(frame.language, "programs", &mut conn).await?.ok_or(Error::NotFound)?;
    let Catalog { edition, programs, ladders } =
        Catalog::published_in(frame.language, &mut conn).await?.ok_or(Error::NotFound)?;
    let program = programs.into_iter().find(|program| program.slug == *slug).ok_or(Error::NotFound)?;
    let current = ladders.into_iter().find(|ladder| !ladder.historical);
    let mut rungs = current.map(|ladder| ladder.rungs).unwrap_or_default();
    rungs.retain(|rung| rung.sides().contains(&program.field.as_str()));
    let as_of = program.disclosure_as_of.map(|date| frame.language.day(date)).unwrap_or_default();
    let cap = program.cap_percent(edition.transfer_cap_percent);
    let effective = frame.language.day(edition.effective);
    ok(&Show { frame, page, program, rungs, cap, effective, as_of })
}
