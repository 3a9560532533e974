//! The list of all pages: what readers see, what waits, who owns it, when it is read again.

use std::collections::HashSet;

use askama::Template;
use jiff::civil::Date;

use super::super::{day_words, today};
use crate::{
    language::Language,
    model::{page_history::Listed, page_review::Owner, page_schedule::Scheduled, person::Admin, translation::writing},
    web::{
        guard::Conn,
        page::{Frame, Reply, ok},
    },
};

#[derive(Template)]
#[template(path = "admin/pages/index.html")]
struct Index {
    frame: Frame,
    pages: Vec<Listed>,
    /// The pages that readers of Spanish get in English.
    untold: HashSet<String>,
    scheduled: Vec<Scheduled>,
    owners: Vec<(String, Owner)>,
    today: Date,
}

/// All pages.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, frame: Frame, mut conn: Conn) -> Reply {
    let pages = Listed::all(&mut conn).await?;
    let untold = writing::untold_pages(Language::Spanish, &mut conn).await?;
    let (scheduled, owners) = (Scheduled::all(&mut conn).await?, Owner::of_all(&mut conn).await?);
    ok(&Index { today: today(&frame), frame, pages, untold, scheduled, owners })
}

impl Index {
    fn live(&self, page: &Listed) -> String {
        page.live.as_ref().map_or_else(|| "Never published".to_owned(), |live| format!("Version {}", live.number))
    }

    fn draft(&self, page: &Listed) -> String {
        format!("Version {}", page.newest.number)
    }

    fn review_by(&self, page: &Listed) -> String {
        due(page).map_or_else(|| "–".to_owned(), day_words)
    }

    fn is_due(&self, page: &Listed) -> bool {
        due(page).is_some_and(|due| due < self.today)
    }

    /// How many pages somebody should have read again by now.
    fn overdue(&self) -> usize {
        self.pages.iter().filter(|page| self.is_due(page)).count()
    }

    fn owner(&self, page: &Listed) -> &str {
        self.owners.iter().find(|(slug, _)| *slug == page.newest.slug).map_or("–", |(_, owner)| &owner.full_name)
    }

    fn waiting(&self, page: &Listed) -> Option<&Scheduled> {
        self.scheduled.iter().find(|one| one.slug == page.newest.slug)
    }
}

/// When somebody reads again what readers see; of a page that nobody sees, its newest words.
fn due(page: &Listed) -> Option<Date> {
    page.live.as_ref().unwrap_or(&page.newest).review_due
}
