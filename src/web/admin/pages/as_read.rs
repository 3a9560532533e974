//! A version of a page exactly as its readers would see it, in either language: the public page itself, with a strip on top.

use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::address;
use crate::{
    language::Language,
    model::{page::Page, person::Admin},
    web::{
        careers, comparison,
        guard::Conn,
        landing,
        page::{Frame, Reply},
        programs, prose, scoring, sources,
    },
};

/// In which language.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default, rename = "in")]
    language: String,
}

/// The page as a student would read it with this version live.
///
/// # Errors
/// Not found when there is no such version.
pub async fn show(
    _admin: Admin,
    which: Path<(String, i32)>,
    asked: Query<Asked>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (slug, number) = which.into_inner();
    let language = Language::parse(&asked.language).unwrap_or_default();
    let page = Page::revision(&slug, number, &mut conn).await?.in_language(language, &mut conn).await?;
    let frame = frame.as_read_in(language, address(&slug), strip(&page, language));
    match slug.as_str() {
        "landing" => landing::print(page, None, frame, conn).await,
        "compare" => comparison::print(page, frame, conn).await,
        "health-informatics" => careers::print(page, "hi", frame, conn).await,
        "health-information-management" => careers::print(page, "him", frame, conn).await,
        "programs" => programs::print(page, frame, conn).await,
        "sources" => sources::print(page, frame, conn).await,
        "how-scoring-works" => scoring::print(page, frame, conn).await,
        _ => prose::print(page, frame, conn).await,
    }
}

fn strip(page: &Page, language: Language) -> String {
    let state = match page.status.as_str() {
        "live" => "which readers see",
        "past" => "which readers saw",
        _ => "a draft",
    };
    let told =
        if page.lang == language.code() { "" } else { " It is not translated yet, so its words are in English." };
    format!("Preview of version {}, {state}, with the figures of today.{told}", page.number)
}
