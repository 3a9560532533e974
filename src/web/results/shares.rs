//! Family links: making them, taking them back, and the page they open.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{
    super::{
        error::Error,
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
    parts::{Drawings, ProgramRow, blocked_leader, drawings, lead, program_rows},
    words,
};
use crate::model::{
    fit::{Fit, Outcome, Reason},
    id::{FormKey, ResultId, ShareId},
    offer::Offer,
    person::Student,
    program::Notices,
    result::StoredResult,
    share::{self, NewShare, Part, Share},
    token::Token,
};

#[derive(Template)]
#[template(path = "results/shares.html")]
struct Index {
    frame: Frame,
    id: ResultId,
    heading: &'static str,
    links: Vec<Link>,
    form: Form,
    errors: Errors,
}

/// A link as its maker sees it.
struct Link {
    id: ShareId,
    label: String,
    address: Option<String>,
    shows: String,
    until: String,
    seen: String,
}

/// What the link shows.
#[derive(Template)]
#[template(path = "results/shared.html")]
struct Show {
    frame: Frame,
    called: String,
    date: String,
    heading: &'static str,
    band: &'static str,
    lead: Option<String>,
    fit: Fit,
    points: Option<Drawings>,
    topics: Option<Drawings>,
    has_programs: bool,
    programs: Vec<ProgramRow>,
    path_words: Option<String>,
    cap: i16,
    no_credits: bool,
    unit_unsure: bool,
    unit: &'static str,
}

/// A link that shows nothing, whatever the reason.
#[derive(Template)]
#[template(path = "results/shared_gone.html")]
struct Gone {
    frame: Frame,
}

/// The form as it is posted.
#[derive(Deserialize, Default)]
pub struct Form {
    #[serde(default)]
    label: String,
    #[serde(default)]
    parts: Vec<String>,
    #[serde(default)]
    days: String,
    #[serde(default)]
    form_key: FormKey,
}

/// The links of a result, with the form for a new one.
///
/// # Errors
/// 404 for another person's result.
pub async fn index(student: Student, id: Path<ResultId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let result = StoredResult::of(&student, *id, &mut conn).await?;
    let parts = Part::ALL.map(|part| part.code().to_owned()).into();
    let form = Form { parts, days: "7".to_owned(), ..Form::default() };
    ok(&Index::of(&result, form, Errors::default(), &req, frame, &mut conn).await?)
}

/// Makes a link.
///
/// # Errors
/// 404 for another person's result.
pub async fn create(
    student: Student,
    id: Path<ResultId>,
    form: FormData<Form>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let result = StoredResult::of(&student, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let new = NewShare::parse(&form.label, &form.parts, &form.days);
    for (field, key) in new.as_ref().err().into_iter().flatten() {
        errors.add(field, key);
    }
    if let Ok(new) = new.as_ref()
        && errors.is_empty()
    {
        let secret = &state::shared(&req).post.secret;
        if Share::make(&result, new, form.form_key, secret, &mut conn).await? {
            return see_other(format!("{}/shares?done=shared", result.path()));
        }
        errors.add("label", "share-full");
    }
    let page = Index::of(&result, form, errors, &req, frame, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Takes a link back.
///
/// # Errors
/// 404 for another person's result or link.
pub async fn revoke(student: Student, ids: Path<(ResultId, ShareId)>, mut conn: Conn) -> Reply {
    let result = StoredResult::of(&student, ids.0, &mut conn).await?;
    Share::revoke(&result, ids.1, &mut conn).await?;
    see_other(format!("{}/shares?done=share-revoked", result.path()))
}

/// What a link shows, to whoever holds it. It has no way further in, and search engines are told to leave it alone.
///
/// # Errors
/// When the database is away.
pub async fn show(token: Path<String>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let frame = frame.bare();
    if let Some(answer) = glance::answer(&req) {
        let works = match Token::given(&token) {
            Some(token) => share::works(&token, &mut conn).await?,
            None => false,
        };
        return if works { answer } else { gone(frame) };
    }
    let found = match Token::given(&token) {
        Some(token) => share::visit(&token, &mut conn).await.map_err(Error::from),
        None => Err(Error::NotFound),
    };
    let mut shared = match found {
        Ok(shared) => shared,
        Err(Error::NotFound) => return gone(frame),
        Err(error) => return Err(error),
    };
    shared.result = shared.result.told(frame.language, &mut conn).await?;
    let (result, fit) = (&shared.result, &shared.result.fit);
    let has_points = fit.outcome != Outcome::Insufficient;
    let drawn = |part| (has_points && shared.shows(part)).then(|| drawings(&result.version.sheet, fit));
    let offer = match result.catalog_id.filter(|_| shared.shows(Part::Programs)) {
        Some(catalog) => Offer::of_catalog_in(frame.language, catalog, &mut conn).await?,
        None => None,
    };
    let notices = Notices::in_force_in(frame.language, &mut conn).await?;
    let programs = offer.as_ref().map(|offer| program_rows(offer, result, &notices, &frame)).unwrap_or_default();
    unlisted(ok(&Show {
        called: shared.called.clone(),
        date: frame.day(&result.created_at),
        heading: words::heading_key(fit.outcome, fit.reason == Some(Reason::Conflict)),
        band: words::band(fit),
        lead: shared.shows(Part::Points).then(|| lead(&result.version.sheet, fit, &frame)),
        points: drawn(Part::Points),
        topics: drawn(Part::Topics),
        has_programs: programs.iter().any(|program| program.code != "unknown"),
        path_words: blocked_leader(fit.outcome, &programs, &frame),
        programs,
        cap: offer.as_ref().map_or(0, |offer| offer.cap_percent),
        no_credits: result.profile.credits.is_none(),
        unit_unsure: result.profile.unit.is_none_or(|unit| unit.code() == "not_sure"),
        unit: frame.setting.unit().code(),
        fit: fit.clone(),
        frame,
    }))
}

/// The page of a link that shows nothing: the same for all of them.
fn gone(mut frame: Frame) -> Reply {
    frame.here.clear();
    unlisted(html(StatusCode::NOT_FOUND, &Gone { frame }))
}

fn unlisted(page: Reply) -> Reply {
    page.map(|mut page: HttpResponse| {
        let name = actix_web::http::header::HeaderName::from_static("x-robots-tag");
        page.headers_mut().insert(name, actix_web::http::header::HeaderValue::from_static("noindex, nofollow"));
        page
    })
}

impl Index {
    async fn of(
        result: &StoredResult,
        form: Form,
        errors: Errors,
        req: &HttpRequest,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let shared = state::shared(req);
        let links = Share::open_of(result, conn).await?;
        let link = |share: &Share| {
            let shown: Vec<_> = Part::ALL
                .into_iter()
                .filter(|part| share.shows(*part))
                .map(|part| frame.t.say(&format!("share-part-{}", part.code())).to_string())
                .collect();
            let parts =
                if shown.is_empty() { frame.t.say("share-shows-heading").to_string() } else { shown.join(" · ") };
            let last = share.last_viewed_at.map(|moment| frame.moment(&moment)).unwrap_or_default();
            Link {
                id: share.id,
                label: share.label.clone(),
                address: share.path(&shared.post.secret).map(|path| format!("{}{path}", shared.config.base())),
                shows: frame.t.say("share-shows").set("parts", parts).to_string(),
                until: frame.t.say("share-until").set("until", frame.moment(&share.expires_at)).to_string(),
                seen: frame.t.say("share-seen").set("views", share.views).set("last", last).to_string(),
            }
        };
        let links = links.iter().map(link).collect();
        let fit = &result.fit;
        let heading = words::heading_key(fit.outcome, fit.reason == Some(Reason::Conflict));
        Ok(Self { id: result.id, heading, links, form, errors, frame })
    }

    fn parts(&self) -> Vec<(&'static str, String, bool)> {
        let choice = |part: Part| {
            let words = self.frame.t.say(&format!("share-part-{}", part.code())).to_string();
            (part.code(), words, self.form.parts.iter().any(|code| code == part.code()))
        };
        Part::ALL.map(choice).into()
    }
}
