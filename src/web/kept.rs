//! A form that was sent when its session had run out, or that only sudo mode may send, is not lost: its fields travel in the
//! sign-in page, sealed for that person and that door, and come back to it. Nobody else can open them.

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse, HttpResponseBuilder,
    body::{BoxBody, MessageBody},
    dev::{Payload, ServiceRequest, ServiceResponse},
    http::{Method, StatusCode, header},
    middleware::Next,
    web::Bytes,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use futures_util::StreamExt as _;
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

use super::{session::Expired, state};
use crate::model::{
    id::PersonId,
    secret::{Seal, Secret},
    session::Session,
};

/// The query by which a form comes back.
const QUERY: &str = "kept";

/// The fields of the form being sent, as body.rs read them.
#[derive(Clone)]
pub struct Posted(pub Bytes);

/// The form being sent came back from the sign-in page: it is shown once more before anything is saved.
#[derive(Clone, Copy)]
pub struct CameBack;

/// Whether a request carries a form that comes back; it is then larger than any other.
#[must_use]
pub fn is_coming_back(query: &str) -> bool {
    query == QUERY
}

/// How long a form waits, in seconds: as long as the longest session.
const LONGEST: i64 = 12 * 3600;

/// What is in a seal.
struct Kept {
    owner: Uuid,
    door: String,
    fields: Bytes,
}

impl Kept {
    /// Owner, second, door, fields.
    fn sealed(&self, secret: &Secret) -> String {
        let second = Timestamp::now().as_second().to_be_bytes();
        let plain = [self.owner.as_bytes().as_slice(), &second, self.door.as_bytes(), b"\n", &self.fields].concat();
        BASE64_URL_SAFE_NO_PAD.encode(secret.seal(Seal::Form, Uuid::nil(), &plain))
    }

    /// What we sealed ourselves, and not too long ago.
    fn open(sealed: &str, secret: &Secret) -> Option<Self> {
        let sealed = BASE64_URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let plain = Bytes::from(secret.open(Seal::Form, Uuid::nil(), &sealed)?);
        let owner = Uuid::from_slice(plain.get(..16)?).ok()?;
        let second = i64::from_be_bytes(plain.get(16..24)?.try_into().ok()?);
        let end = 24 + plain.get(24..)?.iter().position(|byte| *byte == b'\n')?;
        let door = std::str::from_utf8(&plain[24..end]).ok()?.to_owned();
        let is_fresh = Timestamp::now().as_second() - second <= LONGEST;
        is_fresh.then(|| Self { owner, door, fields: plain.slice(end + 1..) })
    }
}

/// Whether a door shows a form that comes back once more, or does no harm by taking it: answers only move on. Others are
/// not carried out behind somebody's back: they lead to their page.
fn takes_back(door: &str) -> bool {
    const WHOLE: [&str; 7] = [
        "/caseload/views",
        "/profile",
        "/meetings",
        "/account/email",
        "/account/password",
        "/admin/people",
        "/admin/people/invitations",
    ];
    const UNDER: [(&str, &str); 28] = [
        ("/students/", "/notes"),
        ("/students/", "/drafts"),
        ("/students/", "/addenda"),
        ("/students/", "/removal"),
        ("/students/", "/repeats"),
        ("/students/", "/advice"),
        ("/students/", "/disclosures"),
        ("/students/", "/follow-ups"),
        ("/students/", "/plan"),
        ("/students/", "/outcome"),
        ("/students/", "/meetings"),
        ("/caseload/selections/", "/letters"),
        ("/caseload/selections/", "/notes"),
        ("/caseload/selections/", "/follow-ups"),
        ("/admin/pages/", "/translations/es"),
        ("/admin/claims/", "/translations/es"),
        ("/admin/questionnaires/", "/scoring"),
        ("/admin/programs/", "/terms"),
        ("/meetings/", "/time"),
        ("/meetings/", "/move-request"),
        ("/meetings/", "/cancellation"),
        ("/results/", "/shares"),
        ("/requests/", "/decision"),
        ("/account/data/requests/", "/statement"),
        ("/admin/people/", "/role"),
        ("/admin/people/", "/deactivation"),
        ("/admin/people/", "/reopening"),
        ("/admin/people/", "/second-factor/removal"),
    ];
    // Of these the last part is a place: a part of the questionnaire, a kind of request, a figure, a page, a note.
    const PLACES: [&str; 4] = ["/questions/", "/account/data/requests/", "/admin/claims/", "/admin/pages/"];
    // Drafts of the editor's desk: their last part but one is the kind, and the last a name.
    const DESKS: [(&str, &str); 6] = [
        ("/admin/questionnaires/", "parts"),
        ("/admin/programs/", "programs"),
        ("/admin/programs/", "ladders"),
        ("/admin/translations/sources/", ""),
        ("/admin/translations/small-print/", ""),
        ("/admin/letters/", ""),
    ];
    let is_desk = |(start, kind): &(&str, &str)| {
        let parts: Vec<&str> = door.strip_prefix(*start).map(|rest| rest.split('/').collect()).unwrap_or_default();
        parts.len() == if kind.is_empty() { 2 } else { 3 } && (kind.is_empty() || parts[1] == *kind)
    };
    let is_place = |start: &&str| door.strip_prefix(*start).is_some_and(|place| !place.contains('/'));
    let note = door.strip_prefix("/students/").and_then(|rest| rest.split_once("/notes/"));
    let is_note = note.is_some_and(|(student, note)| !student.contains('/') && !note.contains('/'));
    WHOLE.contains(&door)
        || DESKS.iter().any(is_desk)
        || is_note
        || UNDER.iter().any(|(start, end)| door.starts_with(start) && door.ends_with(end))
        || (PLACES.iter().any(is_place) && door != "/questions/submission")
}

/// The fields of a form that cannot be taken now, sealed for whoever sent it; nothing where there is no such form.
#[must_use]
pub fn seal(req: &HttpRequest) -> String {
    let extensions = req.extensions();
    let owner = match (extensions.get::<Session>(), extensions.get::<Expired>()) {
        (Some(session), _) => session.person.id.0,
        (None, Some(Expired(person_id))) => person_id.0,
        (None, None) => return String::new(),
    };
    match extensions.get::<Posted>() {
        Some(Posted(fields)) if !fields.is_empty() && takes_back(req.path()) => {
            let kept = Kept { owner, door: req.path().to_owned(), fields: fields.clone() };
            kept.sealed(&state::shared(req).post.secret)
        }
        _ => String::new(),
    }
}

/// The same seal, if it is one of ours: nothing else is printed back.
#[must_use]
pub fn genuine(req: &HttpRequest, sealed: String) -> String {
    if Kept::open(&sealed, &state::shared(req).post.secret).is_some() { sealed } else { String::new() }
}

/// The answer after signing in: back to the form with its fields, or on to `next`. With 307 the browser sends the sealed
/// fields to their door by itself.
#[must_use]
pub fn onward(req: &HttpRequest, person_id: PersonId, sealed: &str, next: &str) -> HttpResponseBuilder {
    let kept = Kept::open(sealed, &state::shared(req).post.secret).filter(|kept| kept.owner == person_id.0);
    let (status, place) = match kept {
        Some(kept) => (StatusCode::TEMPORARY_REDIRECT, format!("{}?{QUERY}", kept.door)),
        None => (StatusCode::SEE_OTHER, next.to_owned()),
    };
    let mut answer = HttpResponse::build(status);
    answer.insert_header((header::LOCATION, place));
    answer
}

#[derive(Deserialize)]
struct Sealed {
    #[serde(default)]
    kept: String,
}

/// Unpacks a form that comes back, so that its door reads it as it was sent. What is not this person's, or was sealed for
/// another door, leads to the start.
///
/// # Errors
/// Never one of its own.
pub async fn restore(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if req.method() == Method::POST && is_coming_back(req.query_string()) {
        let mut payload = req.take_payload();
        // body.rs has read it whole: it is one piece.
        let body = match payload.next().await {
            Some(Ok(body)) => body,
            _ => Bytes::new(),
        };
        let owner = req.extensions().get::<Session>().map(|session| session.person.id);
        let form = serde_html_form::from_bytes::<Sealed>(&body).ok();
        let kept = form.and_then(|form| Kept::open(&form.kept, &state::shared(req.request()).post.secret));
        let ours = kept.filter(|kept| owner.is_some_and(|owner| owner.0 == kept.owner) && kept.door == req.path());
        let Some(Kept { fields, .. }) = ours else {
            return Ok(req.into_response(HttpResponse::SeeOther().insert_header((header::LOCATION, "/")).finish()));
        };
        req.extensions_mut().insert(Posted(fields.clone()));
        req.extensions_mut().insert(CameBack);
        req.set_payload(Payload::from(fields));
    }
    next.call(req).await.map(ServiceResponse::map_into_boxed_body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_tells_its_owner_door_and_fields_and_nothing_else_is_one() {
        let secret = Secret::new("a secret for the tests of seals, 1").unwrap();
        let kept = Kept { owner: Uuid::now_v7(), door: "/profile".into(), fields: Bytes::from_static(b"called=A\nB") };
        let sealed = kept.sealed(&secret);
        let opened = Kept::open(&sealed, &secret).unwrap();
        assert_eq!((opened.owner, opened.door, opened.fields), (kept.owner, kept.door, kept.fields));
        let other = Secret::new("another secret for these tests, 12").unwrap();
        for (sealed, secret) in [("", &secret), ("<<<", &secret), (&sealed[1..], &secret), (sealed.as_str(), &other)] {
            assert!(Kept::open(sealed, secret).is_none(), "{sealed}");
        }
    }

    #[test]
    fn only_doors_that_show_a_form_take_one_back() {
        for door in [
            "/students/x/notes",
            "/students/x/notes/y",
            "/students/x/notes/y/addenda",
            "/profile",
            "/questions/3",
            "/admin/pages/compare",
            "/results/x/shares",
        ] {
            assert!(takes_back(door), "{door}");
        }
        for door in [
            "/account/second-factor/removal",
            "/account/sessions/others/end",
            "/students/x/assignment",
            "/admin/pages/compare/revisions/1/restoration",
            "/questions/submission",
            "/attempts",
        ] {
            assert!(!takes_back(door), "{door}");
        }
    }
}
