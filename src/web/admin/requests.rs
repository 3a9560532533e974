//! The clocks of what students ask for about their records: when, until when, and whether it was answered in time. No
//! names, no words.

use actix_web::web::Query;
use askama::Template;
use jiff::Timestamp;

use crate::{
    model::{
        person::Admin,
        request::{Clock, Tab},
    },
    web::{
        guard::Conn,
        page::{Frame, Reply, ok},
        requests::{Asked, owed},
    },
};

#[derive(Template)]
#[template(path = "admin/requests/index.html")]
struct Index {
    frame: Frame,
    tab: Tab,
    clocks: Vec<Clock>,
    previous: Option<String>,
    next: Option<String>,
    now: Timestamp,
}

/// The clocks.
///
/// # Errors
/// When the database is away.
pub async fn index(admin: Admin, asked: Query<Asked>, frame: Frame, mut conn: Conn) -> Reply {
    let tab = asked.tab();
    let page = Clock::page(&admin, tab, asked.turn(), &mut conn).await?;
    let (previous, next) = page.neighbours(&asked.path("/admin/requests"), |clock| clock.id.to_string());
    ok(&Index { frame, tab, clocks: page.rows, previous, next, now: Timestamp::now() })
}

impl Index {
    fn due(&self, clock: &Clock) -> String {
        let day = self.frame.day(&clock.due_at);
        if self.tab == Tab::Open { format!("{day}, {}", owed(&clock.due_at, &self.now, &self.frame)) } else { day }
    }
}
