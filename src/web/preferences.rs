//! What anybody may choose for themselves: the language.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::Deserialize;

use super::{
    form::FormData,
    guard::{Anyone, Conn, anonymous},
    language,
    page::Reply,
    session, state,
};
use crate::{
    language::Language,
    model::{preference, session as sessions, throttle},
};

/// The language, and the page it was chosen on.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    locale: String,
    #[serde(default)]
    back: String,
}

/// Notes it on the person's row or in the visitor's session, and leads back. What is no language of ours changes nothing.
///
/// # Errors
/// When the database is away.
pub async fn update(anyone: Anyone, form: FormData<Form>, req: HttpRequest, mut conn: Conn) -> Reply {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((header::LOCATION, language::back(&form.0.back)));
    match (Language::parse(&form.0.locale), anyone.0, anonymous(&req)) {
        (None, ..) => {}
        (Some(chosen), Some(person), _) => preference::choose(person.id, chosen, &mut conn).await?,
        (Some(chosen), None, Some(here)) => preference::choose_here(here.id, chosen, &mut conn).await?,
        (Some(chosen), None, None) => {
            let campus = &state::shared(&req).config.campus_networks;
            throttle::may_try(session::ip_of(&req), campus, &mut conn).await?;
            let (id, token) = sessions::begin_anonymous(&mut conn).await?;
            preference::choose_here(id, chosen, &mut conn).await?;
            session::put(&mut answer, &state::shared(&req).config, &token);
        }
    }
    Ok(answer.finish())
}
