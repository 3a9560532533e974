//! A page in another language.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use super::{language_of, line, name};
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
    locale: &'static str,
    language: &'static str,
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

impl Form {
    fn of(words: PageWords, page: &Page) -> Self {
        let PageWords { title, lead, hint, relationship, body } = words;
        Self { seen: page.number, title, lead, hint, relationship, body }
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

/// The page that readers see, with its words in the other language beside it.
///
/// # Errors
/// [`Error::NotFound`] when readers see no such page.
pub async fn edit(_admin: Admin, place: Path<(String, String)>, frame: Frame, mut conn: Conn) -> Reply {
    let (slug, locale) = place.into_inner();
    let language = language_of(&locale)?;
    let page = Page::live(&slug, &mut conn).await?.ok_or(Error::NotFound)?;
    let Suggested { words, is_confirmed } = PageWords::beside(&page, language, &mut conn).await?;
    ok(&Edit {
        frame,
        locale: language.code(),
        language: name(language),
        form: Form::of(words, &page),
        page,
        is_confirmed,
        errors: Errors::default(),
    })
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
    let (slug, locale) = place.into_inner();
    let (language, FormData(mut form)) = (language_of(&locale)?, form);
    let page = Page::live(&slug, &mut conn).await?.ok_or(Error::NotFound)?;
    let mut errors = frame.errors();
    let words = form.read(&page, &mut errors);
    let is_stale = form.seen != page.number && form.seen != 0;
    if errors.is_empty() && !is_stale {
        words.confirm(&page, language, &admin, &mut conn).await?;
        return see_other(format!("/admin/pages/{slug}?done=translation-saved"));
    }
    if is_stale {
        errors.add("body", "translation-stale");
        form.seen = page.number;
    }
    let is_confirmed = PageWords::beside(&page, language, &mut conn).await?.is_confirmed;
    let status = if is_stale { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (locale, language) = (language.code(), name(language));
    html(status, &Edit { frame, locale, language, page, form, is_confirmed, errors })
}
