//! A page in another language.

use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{Place, line, refusal};
use crate::{
    model::{
        page::Page,
        page_revision::LONGEST,
        person::Admin,
        translation::writing::{PageWords, Suggested},
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
    errors: Errors,
}

/// The words as they are typed.
#[derive(Deserialize, Default)]
pub struct Form {
    #[serde(default)]
    seen: i32,
    /// The version whose words these are; 0 for the one that readers see.
    #[serde(default)]
    version: i32,
    #[serde(default)]
    title: String,
    #[serde(default)]
    lead: String,
    #[serde(default)]
    hint: String,
    #[serde(default)]
    relationship: String,
    #[serde(default)]
    body: String,
}

impl Edit {
    fn is_live(&self) -> bool {
        self.page.status == "live"
    }
}

impl Form {
    fn of(words: PageWords, page: &Page) -> Self {
        let PageWords { title, lead, hint, relationship, body } = words;
        Self { seen: page.number, version: 0, title, lead, hint, relationship, body }
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
    async fn of(place: Place, page: Page, form: Option<Form>, frame: Frame, conn: &mut Conn) -> Result<Self, Error> {
        let Suggested { words, is_confirmed } = PageWords::beside(&page, place.language, conn).await?;
        let form = form.unwrap_or_else(|| Form::of(words, &page));
        Ok(Self { frame, place, page, form, is_confirmed, errors: Errors::default() })
    }
}

/// Of which version; of the one that readers see, where none is named.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    version: String,
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
    let mut shown = Edit::of(place, page, None, frame, &mut conn).await?;
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
    let Some(status) = refusal(&mut form.seen, page.number, "body", &mut errors) else {
        words.confirm(&page, place.language, &admin, &mut conn).await?;
        return see_other(format!("/admin/pages/{}?done=translation-saved", place.key));
    };
    let shown = Edit::of(place, page, Some(form), frame, &mut conn).await?;
    html(status, &Edit { errors, ..shown })
}
