//! The second factor: setting it up with an authenticator app, recovery codes, taking it off.

use actix_web::{HttpRequest, http::StatusCode, web::Query};
use askama::Template;
use jiff::Timestamp;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Deserialize;

use crate::{
    model::{
        person::Member,
        second_factor::{self, RecoveryCode, Seed, Standing},
        session::Session,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::{Conn, Sudo, owes_factor},
        page::{Frame, Reply, html, ok, see_other},
        sign_in::{Onward, home_of, path_or_empty},
        state,
    },
};

/// Setting it up: the picture for the app, and the field for its first code.
#[derive(Template)]
#[template(path = "account/second_factor_new.html")]
struct New {
    frame: Frame,
    picture: Picture,
    typed: String,
    address: String,
    seed: String,
    next: String,
    /// Where to go on without one; none where it must be.
    skip: Option<String>,
    errors: Errors,
}

/// One that is set up.
#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct Show {
    frame: Frame,
    standing: Standing,
    is_required: bool,
}

/// The recovery codes, told once.
#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
struct Codes {
    frame: Frame,
    codes: Vec<RecoveryCode>,
    onward: String,
}

/// The square that an app reads: its side in dots, and the dark ones as an SVG path.
struct Picture {
    side: i32,
    path: String,
}

/// The first code, as it is posted.
#[derive(Deserialize)]
pub struct FirstCode {
    #[serde(default)]
    seed: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// How it stands, or setting it up.
///
/// # Errors
/// When the database is away.
pub async fn show(
    Sudo(member): Sudo<Member>,
    here: Session,
    onward: Query<Onward>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    match second_factor::standing(member.id(), &mut conn).await? {
        Some(standing) => ok(&Show { frame, standing, is_required: is_required(&member, &req) }),
        None => {
            let next = path_or_empty(&onward.next);
            ok(&New::with(&Seed::random(), next, Errors::default(), &member, &here, &req, frame))
        }
    }
}

/// Sets it up when the app's code is right, and tells the recovery codes. The seed came sealed in the form.
///
/// # Errors
/// When the database is away.
pub async fn create(
    Sudo(member): Sudo<Member>,
    here: Session,
    form: FormData<FirstCode>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let post = &state::shared(&req).post;
    let (next, at) = (path_or_empty(&form.next), frame.setting.local(Timestamp::now()).datetime());
    // A form without our seal was not typed by a person: a fresh picture is all there is to offer.
    let seed = Seed::unsealed(&form.seed, member.id(), &post.secret).unwrap_or_else(Seed::random);
    match second_factor::set_up(member.id(), &seed, &form.code, at, post, &mut conn).await.map_err(Error::from) {
        Ok(Some(codes)) => {
            post.ring();
            ok(&Codes { frame, codes, onward: onward_of(next, &member) })
        }
        Ok(None) => {
            let mut errors = Errors::default();
            errors.add("code", "code-refused");
            let page = New::with(&seed, next, errors, &member, &here, &req, frame);
            html(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(Error::Conflict) => see_other("/account/second-factor"),
        Err(error) => Err(error),
    }
}

/// New recovery codes; the old sheet is void.
///
/// # Errors
/// 404 without a second factor.
pub async fn renew_codes(Sudo(member): Sudo<Member>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let post = &state::shared(&req).post;
    let at = frame.setting.local(Timestamp::now()).datetime();
    let codes = second_factor::renew_codes(member.id(), at, post, &mut conn).await?;
    post.ring();
    ok(&Codes { frame, codes, onward: "/account".to_owned() })
}

/// Takes it off, where it is not required.
///
/// # Errors
/// 404 where it is required.
pub async fn take_off(Sudo(member): Sudo<Member>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if is_required(&member, &req) {
        return Err(Error::NotFound);
    }
    let post = &state::shared(&req).post;
    let at = frame.setting.local(Timestamp::now()).datetime();
    second_factor::take_off(member.id(), member.id(), at, post, &mut conn).await?;
    post.ring();
    see_other("/account?done=factor-off")
}

fn is_required(member: &Member, req: &HttpRequest) -> bool {
    member.person().role.is_staff() && state::shared(req).config.requires_second_factor()
}

fn onward_of(next: String, member: &Member) -> String {
    if next.is_empty() { home_of(member.person().role).to_owned() } else { next }
}

impl New {
    fn with(
        seed: &Seed,
        next: String,
        errors: Errors,
        member: &Member,
        here: &Session,
        req: &HttpRequest,
        frame: Frame,
    ) -> Self {
        let address = seed.address(&frame.school, &member.person().email);
        let skip = (!owes_factor(here, req)).then(|| onward_of(next.clone(), member));
        Self {
            picture: Picture::of(&address),
            typed: seed.typed(),
            address,
            seed: seed.sealed(member.id(), &state::shared(req).post.secret),
            next,
            skip,
            errors,
            frame,
        }
    }
}

impl Picture {
    /// Each dark dot is a square of one; four empty ones stand around, as readers expect.
    fn of(address: &str) -> Self {
        const MARGIN: i32 = 4;
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).expect("an address of two names fits");
        let dots = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = dots.filter(|(x, y)| code.get_module(*x, *y));
        let path = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN)).collect();
        Self { side: code.size() + 2 * MARGIN, path }
    }
}
