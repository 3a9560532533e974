//! Everything once more, then handing it in.

use actix_web::HttpRequest;
use askama::Template;
use serde::Deserialize;

use super::{
    super::{
        error::Error,
        form::FormData,
        guard::Conn,
        page::{Frame, Reply, ok, see_other},
        state,
    },
    standing::Taps,
};
use crate::model::{
    assignment::MyAdvisor,
    id::AttemptId,
    person::Student,
    profile::Profile,
    questionnaire::item::{Choice, Item},
    respondent::Respondent,
    result, submission, trial,
};
use crate::words::Words;

/// One part on the check page.
struct Section {
    part: i16,
    first: i16,
    last: i16,
    answers: Vec<Checked>,
}

/// One answer on the check page: its place among the anchors, or what stands instead.
struct Checked {
    number: i16,
    name: String,
    text: String,
    label: String,
    place: Option<u8>,
    is_missing: bool,
}

#[derive(Template)]
#[template(path = "questions/check.html")]
struct Check {
    frame: Frame,
    attempt: AttemptId,
    taps: Taps,
    sections: Vec<Section>,
    last_part: i16,
    answered: i16,
    items: i16,
    unsure: i16,
    left_out: i16,
    needed: i16,
    least: i16,
    first_missing: Option<(i16, String, i16)>,
    /// What only a student has.
    own: Option<Own>,
}

/// What is used besides the answers, and who gets the result.
struct Own {
    profile: Profile,
    email: String,
    advisor: Option<MyAdvisor>,
}

impl Own {
    async fn of(student: &Student, conn: &mut Conn) -> Result<Self, Error> {
        let (profile, _) = Profile::of(student.student_id(), conn).await?;
        let advisor = MyAdvisor::of(student.student_id(), conn).await?;
        Ok(Self { profile, email: student.person().email.clone(), advisor })
    }

    fn education(&self, t: &Words) -> Option<String> {
        let code = self.profile.education?.code();
        Some(t.say(&format!("education-{}", code.replace('_', "-"))).to_string())
    }

    fn credits(&self, t: &Words) -> Option<String> {
        let unit = self.profile.unit.map_or("not_sure", |unit| unit.code());
        Some(t.say("credits-of").set("credits", self.profile.credits?).set("unit", unit).to_string())
    }

    fn pace(&self, t: &Words) -> Option<String> {
        Some(t.say(&format!("pace-{}", self.profile.pace?.code())).to_string())
    }

    fn supervise(&self, t: &Words) -> Option<String> {
        Some(t.say(&format!("supervise-{}", self.profile.supervise?.code())).to_string())
    }
}

impl Section {
    fn id(&self) -> String {
        format!("part-{}", self.part)
    }

    fn address(&self) -> String {
        format!("/questions/{}?from=check", self.part)
    }

    fn address_of(&self, answer: &Checked) -> String {
        format!("{}#{}", self.address(), answer.name)
    }
}

impl Checked {
    fn words(&self) -> String {
        format!("{}. {}", self.number, self.text)
    }
}

impl Check {
    fn last_address(&self) -> String {
        format!("/questions/{}", self.last_part)
    }

    fn missing_address(&self) -> String {
        self.first_missing
            .as_ref()
            .map(|(part, name, _)| format!("/questions/{part}?from=check#{name}"))
            .unwrap_or_default()
    }

    fn missing_number(&self) -> i16 {
        self.first_missing.as_ref().map_or(0, |(.., number)| *number)
    }
}

/// Everything once more before it is handed in.
///
/// # Errors
/// When the database is away.
pub async fn show(respondent: Respondent, frame: Frame, mut conn: Conn) -> Reply {
    let Some(attempt) = respondent.open_attempt(&mut conn).await? else { return see_other("/questions") };
    let attempt = attempt.told(frame.language, &mut conn).await?;
    let own = match respondent.student() {
        Some(student) => Some(Own::of(student, &mut conn).await?),
        None => None,
    };
    let sheet = &attempt.version.sheet;
    let journey = attempt.journey();
    let progress = journey.progress();
    let checked = |item: &&Item| {
        let choice = attempt.answers.choice(&item.name);
        Checked {
            number: item.position,
            name: item.name.clone(),
            text: item.text.clone(),
            label: choice.map(|choice| sheet.label_of(&choice).to_owned()).unwrap_or_default(),
            place: choice.and_then(Choice::answer).and_then(|answer| u8::try_from(answer.value() + 3).ok()),
            is_missing: choice.is_none(),
        }
    };
    let sections = sheet.parts().into_iter().map(|part| {
        let items = sheet.items_of(part);
        let (first, last) = ends(&items);
        Section { part, first, last, answers: items.iter().map(checked).collect() }
    });
    ok(&Check {
        attempt: attempt.id,
        taps: Taps::of(&respondent, &attempt.version, Some(attempt.id)),
        sections: sections.collect(),
        last_part: sheet.parts().last().copied().unwrap_or_default(),
        answered: progress.answered,
        items: progress.items,
        unsure: journey.unsure(),
        left_out: journey.left_out(),
        needed: journey.answers_needed(),
        least: sheet.thresholds.min_answered,
        first_missing: journey.missing_items().first().map(|item| (item.part, item.name.clone(), item.position)),
        own,
        frame,
    })
}

/// Names the attempt that is handed in.
#[derive(Deserialize)]
pub struct Submission {
    attempt: AttemptId,
}

/// Hands it in: one result and one letter, however often the button is pressed. A visitor gets neither, but sees the band.
///
/// # Errors
/// 404 for another person's attempt.
pub async fn submit(
    respondent: Respondent,
    form: FormData<Submission>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let attempt = form.0.attempt;
    let id = match &respondent {
        Respondent::Student(student) => {
            let post = &state::shared(&req).post;
            let id = submission::submit(student, attempt, &frame.setting, post, &mut conn).await?;
            post.ring();
            id
        }
        Respondent::Visitor(_) if respondent.may_be_signed_out() => return Err(Error::SignedOut),
        Respondent::Visitor(None) => return Err(Error::NotFound),
        Respondent::Visitor(Some(here)) => trial::submit(*here, attempt, &mut conn).await?,
    };
    let done = if respondent.student().is_some() { "?done=submitted" } else { "" };
    see_other(format!("{}{done}", result::path(id)))
}

fn ends(items: &[&Item]) -> (i16, i16) {
    (items.first().map_or(0, |item| item.position), items.last().map_or(0, |item| item.position))
}
