//! A record on two sheets of paper, for a visit: the same queries, and so the same rules, as on its page.

use actix_web::{HttpRequest, web::Path};
use askama::Template;

use super::{Brief, Standing, history::folded, profile_of};
use crate::{
    model::{
        advice::Advice,
        advisee::{Advisee, Record},
        fit::Outcome,
        follow_up::State as Promise,
        id::StudentId,
        keyset::Turn,
        person::Advisor,
        result::StoredResult,
        timeline::{self, Event, Show, Wanted, What},
    },
    web::{
        glance,
        guard::Conn,
        page::{Frame, Reply, ok},
    },
};

/// Entries that two sheets hold beside the rest; a long note is cut after some lines.
const MOST: usize = 15;

#[derive(Template)]
#[template(path = "students/print.html")]
struct Print {
    frame: Frame,
    record: Record,
    standing: Option<Standing>,
    brief: Option<Brief>,
    latest: Option<Advice>,
    events: Vec<Event>,
    has_more: bool,
    older: Option<String>,
    /// When it was printed.
    at: String,
}

/// The sheets.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn print(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open_for(&advisor, *id, "print", id.0, &mut conn).await?;
    let result = StoredResult::newest_of(record.id, &mut conn).await?;
    let latest = match &result {
        Some(result) => Advice::latest_on(result.id, &mut conn).await?,
        None => None,
    };
    let wanted = Wanted { show: Show::Everything, is_older_too: false, turn: Turn::First, most: MOST };
    let page = timeline::page(&record, &advisor, &wanted, &mut conn).await?;
    ok(&Print {
        standing: result.as_ref().map(|result| Standing::of(result, &frame)),
        brief: result.as_ref().map(Brief::of),
        latest,
        has_more: page.events.has_next,
        events: page.events.rows,
        older: (page.older > 0).then(|| folded(page.older)),
        at: frame.moment(&jiff::Timestamp::now()),
        frame,
        record,
    })
}
