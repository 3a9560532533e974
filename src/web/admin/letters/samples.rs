//! Sample letters: as a frame on the editor's page, and one sent to whoever edits.

use actix_web::{HttpRequest, HttpResponse, http::header, web::Path};
use serde::Deserialize;

use super::Place;
use crate::{
    mail::{samples, wording},
    model::{
        id::FormKey,
        letter_wording::{self, Wording},
        person::Admin,
    },
    web::{
        error::Error,
        form::FormData,
        guard::Conn,
        headers,
        page::{Frame, Reply, see_other},
        state,
    },
};

/// The HTML of a sample letter in the newest words, for the frame on the editor's page: it can do nothing there.
///
/// # Errors
/// [`Error::NotFound`] when there is no such kind, language or sample.
pub async fn show(_admin: Admin, which: Path<(String, String, usize)>, frame: Frame, mut conn: Conn) -> Reply {
    let (kind, locale, sample) = which.into_inner();
    let place = Place::of(&(kind, locale))?;
    let sample = samples::of(place.kind).into_iter().nth(sample).ok_or(Error::NotFound)?;
    let newest = Wording::of(place.kind, place.language.code(), &mut conn).await?.into_iter().next();
    let own = newest.map(|newest| newest.words()).unwrap_or_default();
    let written = wording::preview(&sample, place.language, &own, &frame.school)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, headers::OF_A_LETTER))
        .body(written.html))
}

/// Which sample.
#[derive(Deserialize)]
pub struct TestForm {
    #[serde(default)]
    sample: usize,
    #[serde(default)]
    form_key: FormKey,
}

/// Sends a sample letter in the newest words to whoever asks.
///
/// # Errors
/// [`Error::NotFound`] when there is no such kind, language or sample.
pub async fn test(
    admin: Admin,
    place: Path<(String, String)>,
    form: FormData<TestForm>,
    req: HttpRequest,
    mut conn: Conn,
) -> Reply {
    let (place, FormData(form)) = (Place::of(&place)?, form);
    let locale = place.language.code();
    let sample = samples::of(place.kind).into_iter().nth(form.sample).ok_or(Error::NotFound)?;
    let newest = Wording::of(place.kind, locale, &mut conn).await?.into_iter().next();
    let letter = wording::test_of(sample, newest.map(|newest| newest.words()).unwrap_or_default());
    let post = &state::shared(&req).post;
    letter_wording::send_test(&letter, locale, form.form_key, &admin, post, &mut conn).await?;
    post.ring();
    see_other(format!("{}?sample={}&done=wording-tested", place.path(), form.sample))
}
