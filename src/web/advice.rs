//! An advisor's word on a student's newest result.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{
    error::Error,
    fit_words,
    form::{Errors, FormData},
    glance,
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
    results::{AdviceCard, words},
    state,
    students::Standing,
};
use crate::model::{
    advice::{self, Advice, AdviceWords, Given, Reason, Verdict, WORDS_LIMIT},
    advisee::{Advisee, Record},
    fit::{self, Outcome},
    id::{FormKey, ResultId, StudentId},
    person::Advisor,
    result::StoredResult,
};

/// The form as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AdviceForm {
    pub(super) result: String,
    pub(super) verdict: String,
    pub(super) reason: String,
    pub(super) words: String,
    /// The latest advice that the form showed; empty for none.
    pub(super) seen: String,
    pub(super) form_key: FormKey,
}

impl AdviceForm {
    /// An empty form beside the advice that stands, if there is some.
    #[must_use]
    pub fn beside(latest: Option<&Advice>) -> Self {
        Self { seen: latest.map(|advice| advice.id.to_string()).unwrap_or_default(), ..Self::default() }
    }
}

/// The form about one result with everything it shows; also a part of the record's page.
pub struct AdviceFields {
    /// As typed.
    pub form: AdviceForm,
    /// What is wrong.
    pub errors: Errors,
    pub(super) result_id: ResultId,
    outcome: Outcome,
}

impl AdviceFields {
    /// The fields for one result.
    #[must_use]
    pub fn of(form: AdviceForm, errors: Errors, result: &StoredResult) -> Self {
        Self { form, errors, result_id: result.id, outcome: result.fit.outcome }
    }

    /// What can be said of this result.
    pub(super) fn verdicts(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let can_be_said = |verdict: &Verdict| verdict.on(self.outcome).is_ok();
        let choice = |verdict: Verdict| (verdict.code(), fit_words::verdict(verdict, self.outcome), "");
        Verdict::ALL.into_iter().filter(can_be_said).map(choice).collect()
    }

    pub(super) fn reasons(&self) -> Vec<(&'static str, &'static str)> {
        let all = Reason::ALL.iter().map(|reason| (reason.code(), reason.title()));
        std::iter::once(("", "No reason chosen")).chain(all).collect()
    }

    /// How long words are that are too long.
    pub(super) fn length(&self) -> String {
        match self.form.words.replace("\r\n", "\n").trim().chars().count() {
            count if count > WORDS_LIMIT => {
                format!("Your words have {count} characters, {} too many.", count - WORDS_LIMIT)
            }
            _ => String::new(),
        }
    }
}

#[derive(Template)]
#[template(path = "advice/edit.html")]
struct Edit {
    frame: Frame,
    record: Record,
    standing: Standing,
    given: Vec<Advice>,
    seen: StudentsView,
    fields: AdviceFields,
    /// Whether other advice was given while the reader wrote.
    is_overtaken: bool,
}

/// What the student reads on top of their result, in English.
struct StudentsView {
    heading: String,
    advice: Option<AdviceCard>,
}

impl StudentsView {
    fn of(result: &StoredResult, given: &[Advice], frame: &Frame) -> Self {
        let fit = &result.fit;
        let heading = words::heading_key(fit.outcome, fit.reason == Some(fit::Reason::Conflict));
        Self {
            heading: frame.t.say(heading).to_string(),
            advice: given.first().map(|advice| AdviceCard::of(advice, fit, frame)),
        }
    }
}

impl Edit {
    async fn of(
        result: &StoredResult,
        record: Record,
        fields: AdviceFields,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let given = Advice::all_on(result.id, conn).await?;
        let (standing, seen) = (Standing::of(result, &frame), StudentsView::of(result, &given, &frame));
        Ok(Self { frame, record, standing, given, seen, fields, is_overtaken: false })
    }

    /// The same with what was given meanwhile; whoever saves again has seen it.
    fn overtaken(mut self) -> Self {
        self.fields.form.seen = AdviceForm::beside(self.given.first()).seen;
        self.is_overtaken = true;
        self
    }
}

/// The form, beside the result it is about.
///
/// # Errors
/// 404 for a student out of reach, and for one without a result.
pub async fn edit(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    let result = StoredResult::newest_of(record.id, &mut conn).await?.ok_or(Error::NotFound)?;
    let fields = AdviceFields::of(AdviceForm::default(), Errors::default(), &result);
    let mut page = Edit::of(&result, record, fields, frame, &mut conn).await?;
    page.fields.form = AdviceForm::beside(page.given.first());
    ok(&page)
}

/// Gives advice on the newest result.
///
/// # Errors
/// 404 for a student out of reach, and for a result that is not this student's; 409 with the advice that was given
/// meanwhile.
pub async fn create(
    advisor: Advisor,
    id: Path<StudentId>,
    form: FormData<AdviceForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    let newest = StoredResult::newest_of(advisee.id, &mut conn).await?.ok_or(Error::NotFound)?;
    let result_id = match form.result.parse() {
        Ok(id) => ResultId(id),
        Err(_) if form.result.is_empty() => newest.id,
        Err(_) => return Err(Error::NotFound),
    };
    let mut errors = frame.errors();
    if result_id != newest.id {
        StoredResult::of_student(advisee.id, result_id, &mut conn).await?;
        errors.add("verdict", "advice-result-is-older");
    } else if !advisee.may_be_advised() {
        errors.add("verdict", "advice-take-first");
    }
    let verdict = errors.take("verdict", Verdict::parse(&form.verdict).and_then(|said| said.on(newest.fit.outcome)));
    let reason = errors.take("reason", advice::reason(&form.reason, verdict));
    let words = errors.take("words", AdviceWords::parse(&form.words));
    let (Some(verdict), Some(reason), Some(words), true) = (verdict, reason, words, errors.is_empty()) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = Edit::of(&newest, record, AdviceFields::of(form, errors, &newest), frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(&req).post;
    let told = (form.form_key, form.seen.parse().ok());
    match Advice::give(&advisor, &advisee, result_id, verdict, reason, &words, told, post, &mut conn).await? {
        Given::Yes => {
            post.ring();
            see_other(format!("{}?done=advice-saved", advisee.path()))
        }
        Given::Overtaken => {
            errors.add("verdict", "advice-overtaken");
            let record = advisee.opened(&advisor, &mut conn).await?;
            let fields = AdviceFields::of(form, errors, &newest);
            let page = Edit::of(&newest, record, fields, frame, &mut conn).await?;
            html(StatusCode::CONFLICT, &page.overtaken())
        }
    }
}
