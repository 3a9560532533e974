//! What pages are made of: the frame around each, and the few ways to answer.

use std::{future::Future, pin::Pin, sync::Arc};

use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest, HttpResponse, dev::Payload, http::StatusCode, http::header,
};
use askama::Template;

pub use super::flash::Flash;
use super::{assets, error::Error, form::Errors, guard::anonymous, kept::CameBack, language, sign_in::way_in, state};
use crate::{
    language::Language,
    model::{person::Role, session::Session, setting::Setting},
    words::Words,
};

/// What a handler returns.
pub type Reply = Result<HttpResponse, Error>;

/// A page, 200.
///
/// # Errors
/// When the template fails.
pub fn ok(page: &impl Template) -> Reply {
    html(StatusCode::OK, page)
}

/// A page with another status, such as 422 for a form with errors.
///
/// # Errors
/// When the template fails.
pub fn html(status: StatusCode, page: &impl Template) -> Reply {
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(page.render()?))
}

/// On to the next page after a success. A reload there cannot post again.
///
/// # Errors
/// Never.
pub fn see_other(path: impl AsRef<str>) -> Reply {
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, path.as_ref())).finish())
}

/// Who is signed in, as the layout shows them.
#[derive(Clone)]
pub struct Signed {
    /// Full name.
    pub name: String,
    /// What to call them.
    pub first_name: String,
    /// For the round picture.
    pub initials: String,
    /// `student`, `advisor`, `lead` or `admin`.
    pub role: &'static str,
}

/// A link in the header.
pub struct NavItem {
    /// Where to.
    pub href: String,
    /// Its words.
    pub key: &'static str,
    /// Whether we are there.
    pub current: bool,
}

/// Everything around a page: language, school, who is signed in, links, flash.
pub struct Frame {
    /// The sentences.
    pub t: Words,
    /// Its language.
    pub language: Language,
    /// The language's tag.
    pub lang: &'static str,
    /// Where a choice of language leads back to; empty where none is offered.
    pub here: String,
    /// The school's name.
    pub school: String,
    /// The school's settings, for its clock and its units.
    pub setting: Arc<Setting>,
    /// Who is signed in.
    pub person: Option<Signed>,
    /// The header's links.
    pub nav: Vec<NavItem>,
    /// What was just done.
    pub flash: Option<Flash>,
    /// A sentence about this installation, such as mail that goes nowhere.
    pub banner: Option<String>,
    /// Whether the page stands alone, without links of ours.
    pub is_bare: bool,
    /// Whether to offer a second factor, which somebody on the staff does not have yet.
    pub offers_factor: bool,
    /// Whether a visitor has answered in this browser without an account: every page says how long that is kept.
    pub is_trial: bool,
    /// Whether this page's form came back from the sign-in page.
    came_back: bool,
    /// The address of the style sheet.
    pub css: String,
    /// The address of the script.
    pub js: String,
    /// The address of the small picture in the browser's tab.
    pub icon: &'static str,
    /// The address of the text font, loaded first.
    pub font: String,
    /// The address of this page, without its query.
    pub path: String,
}

impl Frame {
    /// The frame for a request. It also works while the database is away.
    pub async fn of(req: &HttpRequest) -> Self {
        let shared = state::shared(req);
        let setting = match shared.setting(state::pool(req)).await {
            Ok(setting) => setting,
            Err(_) => shared.setting_last_known().unwrap_or_else(|| Arc::new(Setting::before_any())),
        };
        let session = req.extensions().get::<Session>().cloned();
        let lacks_factor = session.as_ref().is_some_and(|here| here.person.role.is_staff() && !here.has_factor);
        let person = session.map(|session| session.person);
        let language = language::of(req);
        let words = Words::of(language);
        let path = req.path().to_owned();
        Self {
            nav: nav(person.as_ref().map(|person| person.role), &path),
            banner: shared.banner(&words),
            t: words,
            language,
            lang: language.code(),
            here: if language::is_offered(&path) { way_in::here(req) } else { String::new() },
            school: setting.school.clone(),
            setting,
            person: person.map(|person| Signed {
                initials: person.initials(),
                role: person.role.code(),
                first_name: person.called,
                name: person.full_name,
            }),
            flash: Flash::of(req.query_string()),
            is_bare: false,
            offers_factor: lacks_factor && req.path() != "/account/second-factor",
            is_trial: anonymous(req).is_some_and(|here| here.attempt.is_some()),
            came_back: req.extensions().get::<CameBack>().is_some(),
            css: assets::address("signpost.css"),
            js: assets::address("signpost.js"),
            icon: assets::icon(),
            font: assets::address("fonts/atkinson-next-400-700.woff2"),
            path,
        }
    }

    /// The same without a way anywhere and without whoever is signed in: for what a link alone opens.
    #[must_use]
    pub fn bare(self) -> Self {
        Self {
            person: None,
            nav: Vec::new(),
            flash: None,
            offers_factor: false,
            is_trial: false,
            here: String::new(),
            is_bare: true,
            ..self
        }
    }

    /// The frame as a visitor has it, in a language, on another page; the strip on top says what it is.
    #[must_use]
    pub fn as_read_in(self, language: Language, path: String, strip: String) -> Self {
        Self {
            t: Words::of(language),
            language,
            lang: language.code(),
            here: String::new(),
            person: None,
            nav: nav(None, &path),
            flash: None,
            banner: Some(strip),
            offers_factor: false,
            is_trial: false,
            path,
            ..self
        }
    }

    /// The errors of a form just sent: none yet, but one that came back from the sign-in page is shown before it is saved.
    #[must_use]
    pub fn errors(&self) -> Errors {
        Errors::of_form(self.came_back)
    }

    /// Whether this page's form came back from the sign-in page: it is shown once more before it is saved.
    #[must_use]
    pub fn came_back(&self) -> bool {
        self.came_back
    }

    /// The languages one may change to.
    #[must_use]
    pub fn other_languages(&self) -> Vec<Language> {
        Language::ALL.into_iter().filter(|one| *one != self.language).collect()
    }

    /// A moment as people say it, such as `22 Nov 2026`.
    #[must_use]
    pub fn day(&self, moment: &jiff::Timestamp) -> String {
        self.language.day(self.setting.local(*moment).date())
    }

    /// A moment's time of day, such as `2:32 PM`.
    #[must_use]
    pub fn time(&self, moment: &jiff::Timestamp) -> String {
        self.language.time(self.setting.local(*moment).datetime())
    }

    /// Day and time of a moment.
    #[must_use]
    pub fn moment(&self, moment: &jiff::Timestamp) -> String {
        self.language.moment(self.setting.local(*moment).datetime())
    }
}

fn nav(role: Option<Role>, path: &str) -> Vec<NavItem> {
    let links: &[(&str, &'static str)] = match role {
        None => &[("/compare", "nav-compare"), ("/programs", "nav-programs"), ("/sign-in", "nav-sign-in")],
        Some(Role::Student) => &[
            ("/home", "nav-home"),
            ("/questions", "nav-questions"),
            ("/results", "nav-results"),
            ("/meetings", "nav-meetings"),
            ("/compare", "nav-compare"),
        ],
        Some(Role::Advisor) => &[
            ("/caseload", "nav-caseload"),
            ("/follow-ups", "nav-follow-ups"),
            ("/meetings", "nav-meetings"),
            ("/reports", "nav-reports"),
            ("/compare", "nav-compare"),
            ("/programs", "nav-programs"),
        ],
        Some(Role::Lead) => &[
            ("/caseload", "nav-caseload"),
            ("/follow-ups", "nav-follow-ups"),
            ("/meetings", "nav-meetings"),
            ("/requests", "nav-requests"),
            ("/reports", "nav-reports"),
            ("/compare", "nav-compare"),
            ("/programs", "nav-programs"),
        ],
        Some(Role::Admin) => &[
            ("/admin", "nav-office"),
            ("/admin/claims", "nav-claims"),
            ("/admin/pages", "nav-pages"),
            ("/admin/programs", "nav-programs"),
            ("/admin/questionnaires", "nav-questionnaires"),
            ("/admin/letters", "nav-letters"),
            ("/admin/people", "nav-people"),
            ("/admin/outbox", "nav-outbox"),
        ],
    };
    let is_here = |href: &str| {
        let is_under = href != "/admin" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
        path == href || is_under || (href == "/caseload" && path.starts_with("/students/"))
    };
    links.iter().map(|(href, key)| NavItem { href: (*href).to_owned(), key, current: is_here(href) }).collect()
}

impl FromRequest for Frame {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move { Ok(Self::of(&req).await) })
    }
}
