//! What a student tells about themselves: every field may stay empty, and each says what it is for.

use actix_web::http::StatusCode;
use askama::Template;

use super::{
    form::{Errors, FormData},
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    person::Student,
    profile::{Cost, CreditUnit, Education, Pace, PayPriority, Profile, ProfileDraft, Setting, Supervise, YEARS_LIMIT},
};

#[derive(Template)]
#[template(path = "profiles/edit.html")]
struct Edit {
    frame: Frame,
    draft: ProfileDraft,
    saved_at: Option<String>,
    errors: Errors,
}

/// A choice on the page: its code, its words, small words under them.
type Pick = (&'static str, String, String);

impl Edit {
    fn picks(&self, group: &str, codes: impl Iterator<Item = &'static str>) -> Vec<Pick> {
        let words = |key: &str| self.frame.t.say(key).to_string();
        codes
            .map(|code| {
                let key = format!("{group}-{}", code.replace('_', "-"));
                let about = format!("{key}-about");
                let small = if self.frame.t.knows(&about) { words(&about) } else { String::new() };
                (code, words(&key), small)
            })
            .collect()
    }

    fn education(&self) -> Vec<Pick> {
        self.picks("education", Education::ALL.iter().map(|one| one.code()))
    }

    fn unit(&self) -> Vec<Pick> {
        self.picks("unit", CreditUnit::ALL.iter().map(|one| one.code()))
    }

    fn pace(&self) -> Vec<Pick> {
        self.picks("pace", Pace::ALL.iter().map(|one| one.code()))
    }

    fn cost(&self) -> Vec<Pick> {
        self.picks("cost", Cost::ALL.iter().map(|one| one.code()))
    }

    fn supervise(&self) -> Vec<Pick> {
        self.picks("supervise", Supervise::ALL.iter().map(|one| one.code()))
    }

    fn pay(&self) -> Vec<Pick> {
        self.picks("pay", PayPriority::ALL.iter().map(|one| one.code()))
    }

    fn setting(&self) -> Vec<(&'static str, String)> {
        let open = ("", self.frame.t.say("profile-empty").to_string());
        let all = self.picks("setting", Setting::ALL.iter().map(|one| one.code()));
        std::iter::once(open).chain(all.into_iter().map(|(code, words, _)| (code, words))).collect()
    }

    fn years(&self) -> Vec<(String, String)> {
        let open = (String::new(), self.frame.t.say("profile-empty").to_string());
        std::iter::once(open).chain((1..=YEARS_LIMIT).map(|years| (years.to_string(), years.to_string()))).collect()
    }
}

/// The form, filled with what is known.
///
/// # Errors
/// When the database is away.
pub async fn edit(student: Student, frame: Frame, mut conn: Conn) -> Reply {
    let (profile, saved_at) = Profile::of(student.student_id(), &mut conn).await?;
    let saved_at = saved_at.map(|moment| frame.time(&moment));
    ok(&Edit { frame, draft: ProfileDraft::from(&profile), saved_at, errors: Errors::default() })
}

/// Keeps it.
///
/// # Errors
/// When the database is away.
pub async fn update(student: Student, form: FormData<ProfileDraft>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(draft) = form;
    let mut errors = frame.errors();
    let profile = Profile {
        called: errors.take("called", draft.called()).flatten(),
        education: errors.take("education", draft.education()).flatten(),
        credits: errors.take("credits", draft.credits()).flatten(),
        unit: errors.take("unit", draft.unit()).flatten(),
        years: errors.take("years", draft.years()).flatten(),
        pace: errors.take("pace", draft.pace()).flatten(),
        cost: errors.take("cost", draft.cost()).flatten(),
        supervise: errors.take("supervise", draft.supervise()).flatten(),
        setting: errors.take("setting", draft.setting()).flatten(),
        pay: errors.take("pay", draft.pay()).flatten(),
        matters: errors.take("matters", draft.matters()).flatten(),
    };
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Edit { frame, draft, saved_at: None, errors });
    }
    profile.save(&student, &mut conn).await?;
    see_other("/profile?done=profile-saved")
}
