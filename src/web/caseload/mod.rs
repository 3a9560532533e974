//! The advisors' queue: who needs them today.

mod controls;
pub mod exports;
mod line;
pub mod views;

use actix_web::{HttpRequest, http::StatusCode};
use askama::Template;
use jiff::Timestamp;

use self::{
    controls::{Controls, Heading},
    line::{Guest, Line},
};
use super::{
    form::Errors,
    glance,
    guard::Conn,
    page::{Flash, Frame, Reply, html},
};
use crate::model::{
    caseload::{Around, By, Caseload, Count, Cursor, STALLED_DAYS, Tab, Turn, Wanted},
    id::FormKey,
    person::Advisor,
};

/// A tab: its address, its words, whether it is open, its count.
struct TabLink {
    href: String,
    words: &'static str,
    is_open: bool,
    count: Count,
}

#[derive(Template)]
#[template(path = "caseload/index.html")]
struct Index {
    frame: Frame,
    is_lead: bool,
    wanted: Wanted,
    tabs: Vec<TabLink>,
    controls: Controls,
    headings: [Heading; 4],
    lines: Vec<Line>,
    guests: Vec<Guest>,
    around: Around,
    previous: Option<String>,
    next: Option<String>,
    view_name: String,
    form_key: FormKey,
    choice_key: FormKey,
    errors: Errors,
}

/// What an address asks for. Words in it that we do not know are left out, and the page says so.
struct Asked {
    wanted: Wanted,
    turn: Turn<Cursor>,
    has_unknown: bool,
    has_odd_place: bool,
}

impl Asked {
    fn read(query: &str, is_lead: bool) -> Self {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let mut asked = Self { wanted: Wanted::default(), turn: Turn::First, has_unknown: false, has_odd_place: false };
        for (name, value) in pairs {
            match (name.as_str(), Cursor::parse(&value)) {
                ("after", Some(place)) => asked.turn = Turn::After(place),
                ("before", Some(place)) => asked.turn = Turn::Before(place),
                ("after" | "before", None) => asked.has_odd_place = true,
                ("done", _) => {}
                _ => asked.has_unknown |= !asked.wanted.take(&name, &value, is_lead),
            }
        }
        asked
    }
}

/// The page.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, req: HttpRequest, frame: Frame, conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let asked = Asked::read(req.query_string(), advisor.is_lead());
    show(StatusCode::OK, advisor, asked, (String::new(), FormKey::new()), Errors::default(), frame, conn).await
}

async fn show(
    status: StatusCode,
    advisor: Advisor,
    asked: Asked,
    (view_name, form_key): (String, FormKey),
    errors: Errors,
    mut frame: Frame,
    mut conn: Conn,
) -> Reply {
    let today = frame.setting.local(Timestamp::now()).date();
    let Asked { wanted, turn, has_unknown, has_odd_place } = asked;
    let page = Caseload::page(&advisor, &wanted, turn, today, &mut conn).await?;
    if has_odd_place || page.is_stale {
        frame.flash = Some(Flash { tone: "warn", key: "flash-stale-page" });
    } else if has_unknown {
        frame.flash = Some(Flash { tone: "warn", key: "flash-unknown-view" });
    }
    let turned = |way: &str, place: Option<Cursor>| place.map(|place| wanted.address(&format!("{way}={place}")));
    let page = Index {
        is_lead: advisor.is_lead(),
        tabs: Tab::ALL.into_iter().zip(page.around.counts).map(|(tab, count)| link(tab, count, &wanted)).collect(),
        controls: Controls::of(&wanted, &advisor, &page.around, &frame.setting),
        headings: [By::Name, By::Need, By::Credits, By::Seen].map(|by| Heading::of(by, &wanted)),
        lines: page.rows.iter().map(|row| Line::of(row, &advisor, &frame, today)).collect(),
        guests: page.invited.into_iter().map(|one| Guest::of(one, &frame, today)).collect(),
        previous: turned("before", page.previous),
        next: turned("after", page.next),
        around: page.around,
        wanted,
        view_name,
        form_key,
        choice_key: FormKey::new(),
        errors,
        frame,
    };
    html(status, &page)
}

/// A tab begins with all of its students; what is filtered stays in the tab it was filtered in.
fn link(tab: Tab, count: Count, wanted: &Wanted) -> TabLink {
    let order = if tab == Tab::Invited { Wanted::default().order } else { wanted.order };
    let href = Wanted { tab, order, ..Wanted::default() }.address("");
    TabLink { href, words: tab.words(), is_open: tab == wanted.tab, count }
}

impl Index {
    /// The line above the table.
    fn order(&self) -> &'static str {
        match (self.wanted.order.by, self.wanted.order.is_descending) {
            _ if self.wanted.tab == Tab::Invited => "invited last first",
            (By::Need, _) => "those who need you first",
            (By::Name, false) => "by name, A to Z",
            (By::Name, true) => "by name, Z to A",
            (By::Credits, false) => "fewest credits first",
            (By::Credits, true) => "most credits first",
            (By::Seen, false) => "not seen for longest first",
            (By::Seen, true) => "last seen first",
        }
    }

    /// Whether there is something to give a name to.
    fn can_be_saved(&self) -> bool {
        let Wanted { tab, filter, order } = &self.wanted;
        !filter.without_name().is_empty() || *order != Wanted::default().order || *tab != Tab::Everyone
    }

    /// Where the view is taken away as a file.
    fn as_file(&self) -> String {
        match self.query() {
            none if none.is_empty() => "/caseload/exports".to_owned(),
            query => format!("/caseload/exports?{}", serde_html_form::to_string([("view", query)]).unwrap_or_default()),
        }
    }

    /// What choosing a whole view is called.
    fn everybody(&self) -> String {
        format!("All {} of this view, also on its other pages", self.around.found)
    }

    /// What the view that is saved shows, and the page it is saved from.
    fn query(&self) -> String {
        self.wanted.query()
    }

    /// The same filters among everyone, or among those whom nobody has.
    fn among(&self, tab: Tab) -> String {
        Wanted { tab, ..self.wanted.clone() }.address("")
    }

    /// The tab without filters.
    fn cleared(&self) -> String {
        Wanted { tab: self.wanted.tab, order: self.wanted.order, ..Wanted::default() }.address("")
    }

    /// Whether somebody waits whom nobody has.
    fn has_unassigned(&self) -> bool {
        Tab::ALL.into_iter().zip(self.around.counts).any(|(tab, count)| tab == Tab::Unassigned && !count.is_none())
    }

    /// The address of a saved view, and whether it is what one looks at.
    fn saved(&self) -> Vec<(String, &str, bool)> {
        let here = self.query();
        let views = self.around.views.iter();
        views.map(|(name, query)| (format!("/caseload?{query}"), name.as_str(), *query == here)).collect()
    }

    fn stalled_days(&self) -> i32 {
        STALLED_DAYS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_far_as_we_know_it() {
        let asked = Asked::read("view=new&done=taken", false);
        assert!(asked.wanted.tab == Tab::New && asked.turn == Turn::First);
        assert!(!asked.has_unknown && !asked.has_odd_place);
        assert!(Asked::read("view=mine", false).has_unknown);
        assert!(Asked::read("age=90", false).has_unknown);
        assert!(Asked::read("after=17", false).has_odd_place);
        assert!(!Asked::read("", false).has_unknown);
    }
}
