//! Who was told another figure by letter, and the one press that puts it right for all of them.

use actix_web::{HttpRequest, web::Path};
use askama::Template;

use super::super::today;
use crate::{
    model::{
        claim::Claim,
        figure_correction::{self, MOST_NAMED, Tally, Told},
        person::Admin,
    },
    web::{
        glance,
        guard::Conn,
        page::{Frame, Reply, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/claims/corrections.html")]
struct Index {
    frame: Frame,
    /// What readers see.
    claim: Claim,
    told: Vec<Told>,
    tally: Tally,
    /// Whether readers see its value, so that there is something to tell.
    is_shown: bool,
}

/// Who was told another figure than the one that readers see.
///
/// # Errors
/// Not found when readers see no such figure.
pub async fn index(admin: Admin, key: Path<String>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let claim = Claim::one(&key, &mut conn).await?;
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let told = Told::of(&claim, &admin, &mut conn).await?;
    let tally = Tally::of(&key, &mut conn).await?;
    let is_shown = !claim.is_expired(today(&frame));
    ok(&Index { frame, claim, told, tally, is_shown })
}

/// Has the correction written to each of them, once.
///
/// # Errors
/// Not found when readers see no such figure, a conflict when its last day has passed.
pub async fn create(admin: Admin, key: Path<String>, mut conn: Conn) -> Reply {
    let claim = Claim::one(&key, &mut conn).await?;
    let added = figure_correction::ask(&claim, &admin, &mut conn).await?;
    let done = if added > 0 { "corrections-sent" } else { "corrections-none" };
    see_other(format!("/admin/claims/{key}/corrections?done={done}"))
}

impl Index {
    fn editor(&self) -> String {
        format!("/admin/claims/{}", self.claim.key)
    }

    fn has_more(&self) -> bool {
        i64::try_from(self.told.len()).is_ok_and(|many| many >= MOST_NAMED)
    }

    fn button(&self) -> String {
        match self.tally.open {
            1 => "Send the correction to 1 person".to_owned(),
            many => format!("Send the correction to {} people", super::letters_counted(many)),
        }
    }

    /// `12 of 41 letters are written.`
    fn progress(&self) -> String {
        let all = self.tally.waiting + self.tally.written;
        format!("{} of {all} letters are written.", self.tally.written)
    }
}
