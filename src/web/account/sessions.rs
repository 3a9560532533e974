//! Where somebody is signed in, and signing out there.

use actix_web::web::Path;
use askama::Template;

use crate::{
    model::{
        id::SessionId,
        person::Member,
        session::{self, Device, Session, browser_and_system},
    },
    web::{
        guard::Conn,
        page::{Frame, Reply, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct Index {
    frame: Frame,
    here: SessionId,
    devices: Vec<Device>,
}

impl Index {
    fn name(&self, device: &Device) -> String {
        let t = &self.frame.t;
        match browser_and_system(&device.browser) {
            ("", "") => t.say("device-unknown").to_string(),
            ("", system) => t.say("device-on").set("system", system).to_string(),
            (browser, "") => browser.to_owned(),
            (browser, system) => t.say("device-browser-on").set("browser", browser).set("system", system).to_string(),
        }
    }
}

/// The list, the one in use first.
///
/// # Errors
/// When the database is away.
pub async fn index(member: Member, here: Session, frame: Frame, mut conn: Conn) -> Reply {
    let mut devices = session::devices_of(member.id(), &mut conn).await?;
    devices.sort_by_key(|device| device.id != here.id);
    ok(&Index { frame, here: here.id, devices })
}

/// Signs out at one other device.
///
/// # Errors
/// 404 when it is none of theirs.
pub async fn end(_member: Member, here: Session, id: Path<SessionId>, mut conn: Conn) -> Reply {
    session::end_one(&here, *id, &mut conn).await?;
    see_other("/account/sessions?done=device-ended")
}

/// Signs out everywhere but here.
///
/// # Errors
/// When the database is away.
pub async fn end_others(_member: Member, here: Session, mut conn: Conn) -> Reply {
    session::end_others(&here, &mut conn).await?;
    see_other("/account/sessions?done=devices-ended")
}
