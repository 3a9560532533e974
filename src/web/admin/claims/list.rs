//! The list of figures: which need a look.

use std::cmp::Reverse;

use actix_web::web::Query;
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    super::{day_words, today},
    letters_said,
};
use crate::{
    model::{
        claim::{Claim, State},
        claim_use::Uses,
        person::Admin,
    },
    web::{
        guard::Conn,
        page::{Frame, Reply, ok},
    },
};

#[derive(Template)]
#[template(path = "admin/claims/index.html")]
struct Index {
    frame: Frame,
    tab: Tab,
    counts: [usize; 3],
    claims: Vec<Claim>,
    uses: Uses,
    today: Date,
}

/// The lists of figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    NeedsALook,
    All,
    Historical,
}

/// Which list.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    tab: String,
}

/// The figures, the soonest check first.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, asked: Query<Asked>, frame: Frame, mut conn: Conn) -> Reply {
    let today = today(&frame);
    let tab = match asked.tab.as_str() {
        "all" => Tab::All,
        "historical" => Tab::Historical,
        _ => Tab::NeedsALook,
    };
    let mut claims = Claim::all_newest(&mut conn).await?;
    let counts = [Tab::NeedsALook, Tab::All, Tab::Historical]
        .map(|tab| claims.iter().filter(|one| tab.holds(one, today)).count());
    claims.retain(|claim| tab.holds(claim, today));
    // Without a day for the next check it comes last.
    claims.sort_by_key(|claim| (Reverse(claim.review_due.is_some()), claim.review_due, claim.key.clone()));
    let uses = Uses::load(&mut conn).await?;
    ok(&Index { frame, tab, counts, claims, uses, today })
}

impl Tab {
    fn holds(self, claim: &Claim, today: Date) -> bool {
        match self {
            Self::All => true,
            Self::Historical => claim.historical,
            Self::NeedsALook => needs_a_look(claim, today),
        }
    }
}

/// Not published, to be checked, or past its next check.
fn needs_a_look(claim: &Claim, today: Date) -> bool {
    !claim.is_live() || matches!(claim.state(today), State::ToCheck | State::ReviewDue)
}

impl Index {
    fn review_by(&self, claim: &Claim) -> String {
        claim.review_due.map_or_else(|| "–".to_owned(), day_words)
    }

    /// `2 pages, 41 letters`, or that nobody names it.
    fn used(&self, claim: &Claim) -> String {
        let (pages, letters) = (self.uses.pages(&claim.key).len(), self.uses.letters(&claim.key));
        let pages_words = (pages > 0).then(|| format!("{pages} {}", if pages == 1 { "page" } else { "pages" }));
        let letters_words = (letters > 0).then(|| letters_said(letters));
        let words = [pages_words, letters_words].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if words.is_empty() { "Sources only".to_owned() } else { words }
    }
}
