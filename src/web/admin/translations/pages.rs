//! A page in another language.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{Asked, Others, Place, line, refusal};
use crate::{
    model::{
        lint::{self, Finding, Text},
        page::Page,
        page_revision::LONGEST,
        person::Admin,
        translation::{
            told::Published,
            writing::{PageWords, Suggested},
        },
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/translations/page.html")]
struct Edit {
    frame: Frame,
    place: Place,
    /// What readers of English see.
    page: Page,
    form: Form,
    /// Whether readers of the language see a translation of this very version.
    is_confirmed: bool,
    /// What readers of the language see.
    told: Option<PageWords>,
    others: Others,
    /// What to look at in the words of the form.
    findings: Vec<Finding>,
    errors: Errors,
}

/// The words as they are typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    seen: i32,
    /// The mark of the words that the editor saw.
    mark: String,
    /// The version whose words these are; 0 for the one that readers see.
    version: i32,
    title: String,
    lead: String,
    hint: String,
    relationship: String,
    body: String,
}

/// What to look at in a translation.
fn findings(words: &PageWords, place: &Place) -> Vec<Finding> {
    let PageWords { title, lead, hint, body, .. } = words;
    lint::findings(&Text { slug: &place.key, language: place.language, title, lead, hint, body })
}

impl Edit {
    fn is_live(&self) -> bool {
        self.page.status == "live"
    }

    /// Where earlier words are put into the form.
    fn earlier_address(&self) -> String {
        format!("?version={}&", self.form.version)
    }
}

impl Form {
    fn of(words: PageWords) -> Self {
        let PageWords { title, lead, hint, relationship, body } = words;
        Self { title, lead, hint, relationship, body, ..Self::default() }
    }

    fn read(&self, page: &Page, errors: &mut Errors) -> PageWords {
        let body = self.body.replace("\r\n", "\n").trim().to_owned();
        let words = PageWords {
            title: line(&self.title),
            lead: line(&self.lead),
            hint: line(&self.hint),
            relationship: line(&self.relationship),
            body,
        };
        for (field, typed, english) in [
            ("title", &words.title, &page.title),
            ("lead", &words.lead, &page.lead),
            ("hint", &words.hint, &page.hint),
            ("relationship", &words.relationship, &page.relationship),
            ("body", &words.body, &page.body),
        ] {
            if typed.is_empty() && !english.is_empty() {
                errors.add(field, "translation-missing");
            }
        }
        if words.body.chars().count() > LONGEST {
            errors.add("body", "translation-too-long");
        } else if let Some(fault) = words.fault(page).filter(|_| errors.of("body").is_none()) {
            errors.add("body", fault);
        }
        words
    }
}

impl Edit {
    async fn of(place: Place, page: Page, frame: Frame, conn: &mut Conn) -> Result<Self, Error> {
        let Suggested { words, is_confirmed } = PageWords::beside(&page, place.language, conn).await?;
        let told = is_confirmed.then(|| words.clone());
        let others = Others::of(told.as_ref(), &page.id.to_string(), &place, &frame, conn).await?;
        let findings = findings(&words, &place);
        let form = Form { seen: page.number, mark: others.mark.clone(), ..Form::of(words) };
        Ok(Self { frame, place, page, form, is_confirmed, told, others, findings, errors: Errors::default() })
    }

    /// The form with earlier words in it, where the address asks for some.
    fn with_earlier(mut self, asked: &Asked) -> Self {
        if let Some(words) = self.others.asked::<Form>(asked) {
            self.form = Form { seen: self.form.seen, mark: self.form.mark, ..words };
        }
        self
    }
}

/// A version by its number, or for 0 the one that readers see.
async fn page_of(slug: &str, version: i32, conn: &mut Conn) -> Result<Page, Error> {
    match version {
        0 => Page::live(slug, conn).await?.ok_or(Error::NotFound),
        version => Ok(Page::revision(slug, version, conn).await?),
    }
}

/// The page that readers see or a draft, with its words in the other language beside it.
///
/// # Errors
/// [`Error::NotFound`] when readers see no such page.
pub async fn edit(
    _admin: Admin,
    place: Path<(String, String)>,
    asked: Query<Asked>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let place = Place::of(place)?;
    let version = asked.version.parse().unwrap_or(0);
    let page = page_of(&place.key, version, &mut conn).await?;
    let mut shown = Edit::of(place, page, frame, &mut conn).await?.with_earlier(&asked);
    shown.form.version = version;
    ok(&shown)
}

/// Shows the words to readers. Written beside an older version than the one they see now, they are shown once more.
///
/// # Errors
/// [`Error::NotFound`] when readers see no such page.
pub async fn update(
    admin: Admin,
    place: Path<(String, String)>,
    form: FormData<Form>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (place, FormData(mut form)) = (Place::of(place)?, form);
    let page = page_of(&place.key, form.version, &mut conn).await?;
    let mut errors = frame.errors();
    let words = form.read(&page, &mut errors);
    let findings = findings(&words, &place);
    if findings.iter().any(Finding::blocks) && errors.of("body").is_none() {
        errors.add("body", "page-findings-block");
    }
    let refused = refusal(&mut form.seen, page.number, "body", &mut errors);
    let is_overtaken = match refused {
        Some(_) => false,
        None => words.confirm(&page, place.language, &form.mark, &admin, &mut conn).await? == Published::Overtaken,
    };
    if refused.is_none() && !is_overtaken {
        let done = if page.status == "live" { "translation-saved" } else { "translation-kept" };
        return see_other(format!("/admin/pages/{}?done={done}", place.key));
    }
    let mut shown = Edit { form, findings, ..Edit::of(place, page, frame, &mut conn).await? };
    if is_overtaken {
        shown.form.mark = shown.others.overtaken(shown.told.as_ref(), "body", &mut errors);
    }
    html(refused.unwrap_or(StatusCode::CONFLICT), &Edit { errors, ..shown })
}
