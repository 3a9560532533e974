//! What a visitor sees of their own try: the band, and how to keep it. The points wait for an account.

use askama::Template;

use super::{
    super::{
        guard::Conn,
        page::{Frame, Reply, ok},
    },
    words,
};
use crate::model::{
    fit::{Outcome, Reason},
    id::ResultId,
    session::Anonymous,
    trial,
};

#[derive(Template)]
#[template(path = "results/tried.html")]
struct Tried {
    frame: Frame,
    id: ResultId,
    date: String,
    heading: &'static str,
    band: &'static str,
    reason: Option<&'static str>,
    answered: i16,
    items: i16,
    /// Answers that are missing for a band; none are with 0.
    needed: i16,
}

/// The page.
///
/// # Errors
/// 404 for another visitor's.
pub async fn show(here: Anonymous, id: ResultId, frame: Frame, conn: &mut Conn) -> Reply {
    let (attempt, fit) = trial::fit_of(here, id, conn).await?;
    let needed = match fit.outcome {
        Outcome::Insufficient => attempt.version.sheet.thresholds.min_answered - fit.answered,
        _ => 0,
    };
    ok(&Tried {
        id,
        date: frame.day(&attempt.saved_at),
        heading: words::heading_key(fit.outcome, fit.reason == Some(Reason::Conflict)),
        band: words::band(&fit),
        reason: fit.reason.map(words::reason_key),
        answered: fit.answered,
        items: fit.item_count,
        needed,
        frame,
    })
}
