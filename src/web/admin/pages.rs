//! The pages of words: the editor with preview, figures and changes.
//!
//! `list` all of them · `form` what is typed · `preview` beside the form · `as_read` exactly as readers would see it · `desk`
//! owner, review and schedule

pub mod as_read;
pub mod desk;
mod form;
pub mod list;
pub mod preview;

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::civil::Date;

use self::{desk::Review, form::PageForm, preview::Preview};
use super::{theirs, today};
use crate::{
    language::Language,
    model::{
        id::FormKey,
        lint::{self, Finding, Text},
        meeting,
        page::Page,
        page_history::{Brief, Change, Line, difference},
        page_revision::{COMPARE, Edit, Outcome, Refusals},
        page_schedule::Scheduled,
        person::Admin,
        translation::writing::{self, PageWords},
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/pages/edit.html")]
struct Editor {
    frame: Frame,
    today: Date,
    slug: String,
    /// The newest revision, which the form will follow.
    newest: Page,
    /// What readers see now.
    live: Option<Page>,
    /// Whether readers of Spanish get that in Spanish, and would get the newest revision so.
    is_told: bool,
    is_newest_told: bool,
    form: PageForm,
    errors: Errors,
    refusals: Refusals,
    /// What somebody else saved meanwhile, and how the form differs from it.
    conflict: Option<(Page, Vec<Line>)>,
    preview: Preview,
    changes: Vec<Line>,
    /// What an editor should look at.
    findings: Vec<Finding>,
    scheduled: Option<Scheduled>,
    review: Review,
    revisions: Vec<Brief>,
}

/// The editor with the newest revision.
///
/// # Errors
/// [`Error::NotFound`] when there is no such page.
pub async fn edit(_admin: Admin, slug: Path<String>, frame: Frame, mut conn: Conn) -> Reply {
    let newest = Page::newest(&slug, &mut conn).await?;
    let form = PageForm::of(&newest);
    ok(&Editor::around(newest, form, frame, &mut conn).await?)
}

/// Previews, saves or publishes what was typed; it stays in the form whatever happens.
///
/// # Errors
/// [`Error::NotFound`] when there is no such page.
pub async fn update(admin: Admin, slug: Path<String>, form: FormData<PageForm>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(form) = form;
    let newest = Page::newest(&slug, &mut conn).await?;
    if form.wish == "preview" {
        return ok(&Editor::around(newest, form, frame, &mut conn).await?);
    }
    let mut errors = frame.errors();
    let read = form.read(&mut errors);
    let moment = match form.wish.as_str() {
        "schedule" => Some(meeting::moment([&form.on, &form.at], &frame.setting, jiff::Timestamp::now())),
        _ => None,
    };
    if let Some(Err(faults)) = &moment {
        faults.iter().for_each(|(field, key)| errors.add(field, key));
    }
    if let Some((words, _)) = read.as_ref().filter(|_| ["publish", "schedule"].contains(&form.wish.as_str())) {
        if words.body.is_empty() {
            errors.add("body", "page-text-missing");
        }
        if words.review_due.is_some_and(|due| due < today(&frame)) {
            errors.add("review_due", "page-review-past");
        }
    }
    let Some((words, why)) = read.filter(|_| errors.is_empty()) else {
        let editor = Editor::around(newest, form, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Editor { errors, ..editor });
    };
    let edit = Edit { slug: slug.clone(), seen: form.seen, form_key: form.form_key, words, why };
    let outcome = match moment {
        Some(Ok(at)) => edit.schedule(at, &admin, &mut conn).await?,
        _ if form.wish == "publish" => edit.publish(&admin, &mut conn).await?,
        _ => edit.save(&admin, &mut conn).await?,
    };
    match outcome {
        Outcome::Saved(_) => see_other(format!("/admin/pages/{slug}?done=draft-saved")),
        Outcome::Published(_) => see_other(format!("/admin/pages/{slug}?done=page-published")),
        Outcome::Scheduled(_) => see_other(format!("/admin/pages/{slug}?done=page-scheduled")),
        Outcome::Refused(refusals) => {
            if !refusals.figures.is_empty() {
                errors.add("body", "page-figures-unknown");
            }
            if !refusals.places.is_empty() {
                errors.add("body", "page-places-unknown");
            }
            if !refusals.rows.is_empty() {
                errors.add("body", "page-rows-broken");
            }
            if !refusals.findings.is_empty() {
                errors.add("body", "page-findings-block");
            }
            let editor = Editor::around(newest, form, frame, &mut conn).await?;
            html(StatusCode::UNPROCESSABLE_ENTITY, &Editor { errors, refusals, ..editor })
        }
        Outcome::Stale(theirs) => {
            let changes = difference(&theirs.body, &form.body_lines());
            let form = PageForm { seen: theirs.number, form_key: FormKey::new(), ..form };
            let editor = Editor::around((*theirs).clone(), form, frame, &mut conn).await?;
            html(StatusCode::CONFLICT, &Editor { conflict: Some((*theirs, changes)), ..editor })
        }
    }
}

/// Where readers find a page.
pub fn address(slug: &str) -> String {
    match slug {
        "landing" => "/".to_owned(),
        "health-informatics" | "health-information-management" => format!("/careers/{slug}"),
        slug => format!("/{slug}"),
    }
}

impl Editor {
    async fn around(newest: Page, form: PageForm, frame: Frame, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        let slug = newest.slug.clone();
        let live = Page::live(&slug, conn).await?;
        let body = form.body_lines();
        let changes = live.as_ref().map(|live| difference(&live.body, &body)).unwrap_or_default();
        let is_told = !writing::untold_pages(Language::Spanish, conn).await?.contains(&slug);
        let other = match lint::other_career(&slug) {
            Some(other) => Page::live(other, conn).await?,
            None => None,
        };
        let text = Text {
            slug: &slug,
            language: Language::English,
            title: &form.title,
            lead: &form.lead,
            hint: &form.hint,
            body: &body,
        };
        let mut findings = lint::findings(&text);
        findings.extend(lint::beside(&slug, &body, other.as_ref().map(|page| page.body.as_str())));
        let is_newest_told = PageWords::beside(&newest, Language::Spanish, conn).await?.is_confirmed;
        Ok(Self {
            review: Review::of(&slug, &frame, conn).await?,
            scheduled: Scheduled::of(&slug, conn).await?,
            findings,
            is_newest_told,
            preview: Preview::of(&body, today(&frame), conn).await?,
            today: today(&frame),
            frame,
            newest,
            live,
            is_told,
            errors: Errors::default(),
            refusals: Refusals::default(),
            conflict: None,
            changes,
            revisions: Brief::of(&slug, conn).await?,
            form,
            slug,
        })
    }

    fn address(&self) -> String {
        address(&self.slug)
    }

    fn publish_words(&self) -> String {
        format!("Publish version {}", self.newest.number + 1)
    }

    fn text_hint(&self) -> &'static str {
        match self.slug.as_str() {
            COMPARE => {
                "Markdown. A row is a “## name” with “### HI” and “### HIM” under it; a figure is [[claim:key]]."
            }
            _ => "Markdown: **bold**, - list, [link](address). A figure is [[claim:key]].",
        }
    }

    fn words_counted(&self) -> String {
        let many = self.form.body.split_whitespace().count();
        if many == 1 { "1 word".to_owned() } else { format!("{many} words") }
    }

    /// `2 things keep this text from readers. 3 more to look at.`
    fn findings_said(&self) -> String {
        let things = |many: usize| if many == 1 { "1 thing".to_owned() } else { format!("{many} things") };
        let blocking = self.findings.iter().filter(|finding| finding.blocks()).count();
        let others = self.findings.len() - blocking;
        let verb = if blocking == 1 { "keeps" } else { "keep" };
        match (blocking, others) {
            (0, others) => format!("{} to look at. You can publish all the same.", things(others)),
            (blocking, 0) => format!("{} {verb} this text from readers.", things(blocking)),
            (blocking, others) => {
                format!("{} {verb} this text from readers. {} more to look at.", things(blocking), things(others))
            }
        }
    }

    /// What else differs from the live revision, beside the text.
    fn other_changes(&self) -> String {
        let live = self.live.as_ref().map(PageForm::of);
        let changed = live.map(|live| live.beside_text(&self.form)).unwrap_or_default();
        changed.into_iter().map(|(name, _)| name.to_lowercase()).collect::<Vec<_>>().join(", ")
    }

    /// What somebody else saved beside the text that differs from what was typed.
    fn theirs_beside(theirs: &Page, typed: &PageForm) -> Vec<theirs::Line> {
        PageForm::of(theirs).beside_text(typed)
    }

    /// What the list of errors says above its lines: the figures and rows by name.
    fn refused(&self) -> String {
        let rows = self.refusals.rows.iter().map(|(row, key)| format!("“{row}”: {}", self.frame.t.say(key)));
        let parts = [
            ("Figures: ", self.refusals.figures.join(", ")),
            ("Places: ", self.refusals.places.join(", ")),
            ("Rows: ", rows.collect::<Vec<_>>().join(". ")),
        ];
        let said = parts.into_iter().filter(|(_, words)| !words.is_empty());
        said.map(|(name, words)| format!("{name}{words}.")).collect::<Vec<_>>().join(" ")
    }
}
