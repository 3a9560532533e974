//! The pages of words: their list, and the editor with preview, figures and changes.

mod form;
pub mod preview;

use std::collections::HashSet;

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::civil::Date;

use self::{form::PageForm, preview::Preview};
use super::{day_words, today};
use crate::{
    language::Language,
    model::{
        id::FormKey,
        page::Page,
        page_history::{Brief, Change, Line, Listed, difference},
        page_revision::{COMPARE, Edit, Outcome, Refusals},
        person::Admin,
        translation::writing,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/pages/index.html")]
struct Index {
    frame: Frame,
    pages: Vec<Listed>,
    /// The pages that readers of Spanish get in English.
    untold: HashSet<String>,
    today: Date,
}

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
    /// Whether readers of Spanish get that in Spanish.
    is_told: bool,
    form: PageForm,
    errors: Errors,
    refusals: Refusals,
    /// What somebody else saved meanwhile, and how the form differs from it.
    conflict: Option<(Page, Vec<Line>)>,
    preview: Preview,
    changes: Vec<Line>,
    revisions: Vec<Brief>,
}

/// All pages.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, frame: Frame, mut conn: Conn) -> Reply {
    let pages = Listed::all(&mut conn).await?;
    let untold = writing::untold_pages(Language::Spanish, &mut conn).await?;
    ok(&Index { today: today(&frame), frame, pages, untold })
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
    let Some((words, why)) = form.read(&mut errors).filter(|_| errors.is_empty()) else {
        let editor = Editor::around(newest, form, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Editor { errors, ..editor });
    };
    let edit = Edit { slug: slug.clone(), seen: form.seen, form_key: form.form_key, words, why };
    let outcome = if form.wish == "publish" {
        edit.publish(&admin, &mut conn).await?
    } else {
        edit.save(&admin, &mut conn).await?
    };
    match outcome {
        Outcome::Saved(_) => see_other(format!("/admin/pages/{slug}?done=draft-saved")),
        Outcome::Published(_) => see_other(format!("/admin/pages/{slug}?done=page-published")),
        Outcome::Refused(refusals) => {
            if !refusals.figures.is_empty() {
                errors.add("body", "page-figures-unknown");
            }
            if !refusals.rows.is_empty() {
                errors.add("body", "page-rows-broken");
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

impl Index {
    fn live(&self, page: &Listed) -> String {
        page.live.as_ref().map_or_else(|| "Never published".to_owned(), |live| format!("Version {}", live.number))
    }

    fn draft(&self, page: &Listed) -> String {
        format!("Version {}", page.newest.number)
    }

    fn review_by(&self, page: &Listed) -> String {
        page.newest.review_due.map_or_else(|| "–".to_owned(), day_words)
    }

    fn is_due(&self, page: &Listed) -> bool {
        page.newest.review_due.is_some_and(|due| due < self.today)
    }
}

impl Editor {
    async fn around(newest: Page, form: PageForm, frame: Frame, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        let slug = newest.slug.clone();
        let live = Page::live(&slug, conn).await?;
        let body = form.body_lines();
        let changes = live.as_ref().map(|live| difference(&live.body, &body)).unwrap_or_default();
        let is_told = !writing::untold_pages(Language::Spanish, conn).await?.contains(&slug);
        Ok(Self {
            today: today(&frame),
            frame,
            newest,
            live,
            is_told,
            errors: Errors::default(),
            refusals: Refusals::default(),
            conflict: None,
            preview: Preview::of(&body, conn).await?,
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

    /// What else differs from the live revision, beside the text.
    fn other_changes(&self) -> String {
        let Some(live) = &self.live else { return String::new() };
        let (live, typed) = (PageForm::of(live), &self.form);
        let pairs = [
            ("heading", &live.title, &typed.title),
            ("lead", &live.lead, &typed.lead),
            ("line beside the button", &live.hint, &typed.hint),
            ("author", &live.author, &typed.author),
            ("employer", &live.employer, &typed.employer),
            ("tie to the programs", &live.relationship, &typed.relationship),
            ("content type", &live.content_type, &typed.content_type),
            ("day of the next check", &live.review_due, &typed.review_due),
        ];
        let changed: Vec<_> = pairs.into_iter().filter(|(_, one, other)| one != other).map(|(name, ..)| name).collect();
        changed.join(", ")
    }

    /// What the list of errors says above its lines: the figures and rows by name.
    fn refused(&self) -> String {
        let figures = self.refusals.figures.join(", ");
        let rows = self.refusals.rows.iter().map(|(row, key)| format!("“{row}”: {}", self.frame.t.say(key)));
        let rows = rows.collect::<Vec<_>>().join(". ");
        match (figures.is_empty(), rows.is_empty()) {
            (true, true) => String::new(),
            (false, true) => format!("Figures: {figures}."),
            (true, false) => format!("Rows: {rows}."),
            (false, false) => format!("Figures: {figures}. Rows: {rows}."),
        }
    }
}
