//! Somebody's own account: how they sign in, where letters go, and where they are signed in.

pub mod email;
pub mod password;
pub mod second_factor;
pub mod sessions;

use askama::Template;

use super::{
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{
    email_change,
    person::Member,
    second_factor::{self as factor, Standing},
    session as devices,
};

#[derive(Template)]
#[template(path = "account/show.html")]
struct Show {
    frame: Frame,
    member: Member,
    factor: Option<Standing>,
    waiting: Option<String>,
    device_count: usize,
}

/// All of it at a glance, each with its way to change it.
///
/// # Errors
/// When the database is away.
pub async fn show(member: Member, frame: Frame, mut conn: Conn) -> Reply {
    let factor = factor::standing(member.id(), &mut conn).await?;
    let waiting = email_change::waiting(member.id(), &mut conn).await?;
    let device_count = devices::devices_of(member.id(), &mut conn).await?.len();
    ok(&Show { frame, member, factor, waiting, device_count })
}
