//! What a student asks for about their own record: the forms, taking back, and the statement beside a denied correction.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use super::{
    super::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
    PATH,
};
use crate::model::{
    id::{FormKey, RequestId},
    person::Student,
    request::{Asked, Kind, REASON_LIMIT, Request, RequestText, WORDS_LIMIT},
};

/// A request as it is posted; each kind uses the fields it shows.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AskForm {
    words: String,
    should_say: String,
    sure: String,
    form_key: FormKey,
}

/// A statement as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct StatementForm {
    statement: String,
}

#[derive(Template)]
#[template(path = "own_data/ask.html")]
struct Ask {
    frame: Frame,
    kind: Kind,
    form: AskForm,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "own_data/statement.html")]
struct Statement {
    frame: Frame,
    request: Request,
    form: StatementForm,
    errors: Errors,
}

/// The form for one kind of request.
///
/// # Errors
/// 404 for a kind that is none.
pub async fn new(_: Student, kind: Path<String>, frame: Frame) -> Reply {
    let kind = Kind::of_word(&kind).ok_or(Error::NotFound)?;
    ok(&Ask { frame, kind, form: AskForm::default(), errors: Errors::default() })
}

/// Asks. A second request of a kind waits until the first is decided.
///
/// # Errors
/// 404 for a kind that is none.
pub async fn create(
    student: Student,
    kind: Path<String>,
    form: FormData<AskForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let kind = Kind::of_word(&kind).ok_or(Error::NotFound)?;
    let FormData(form) = form;
    let mut errors = frame.errors();
    let is_correction = kind == Kind::Correction;
    let words = match is_correction {
        true => RequestText::required(&form.words, WORDS_LIMIT, "correction-wrong-missing"),
        false => RequestText::parse(&form.words, WORDS_LIMIT),
    };
    let words = errors.take("words", words);
    let should_say = match is_correction {
        true => RequestText::required(&form.should_say, WORDS_LIMIT, "correction-right-missing"),
        false => RequestText::parse("", WORDS_LIMIT),
    };
    let should_say = errors.take("should_say", should_say);
    if kind == Kind::Erasure && form.sure.is_empty() {
        errors.add("sure", "erasure-not-confirmed");
    }
    let (Some(words), Some(should_say), true) = (words, should_say, errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Ask { frame, kind, form, errors });
    };
    match Request::ask(&student, kind, &words, &should_say, form.form_key, &mut conn).await? {
        Asked::Noted => see_other(format!("{PATH}?done=request-made")),
        Asked::AlreadyOpen => see_other(format!("{PATH}?done=request-open")),
    }
}

/// Takes a request back.
///
/// # Errors
/// 404 for somebody else's; 409 when it was decided meanwhile.
pub async fn withdraw(student: Student, id: Path<RequestId>, mut conn: Conn) -> Reply {
    Request::withdraw(&student, *id, &mut conn).await?;
    see_other(format!("{PATH}?done=request-withdrawn"))
}

/// The form for a statement beside the record.
///
/// # Errors
/// 404 for somebody else's, and for what is no denied correction.
pub async fn statement(student: Student, id: Path<RequestId>, frame: Frame, mut conn: Conn) -> Reply {
    let request = denied(&student, *id, &mut conn).await?;
    let form = StatementForm { statement: request.statement.clone() };
    ok(&Statement { frame, request, form, errors: Errors::default() })
}

/// Sets the statement beside the record.
///
/// # Errors
/// As [`statement`].
pub async fn state(
    student: Student,
    id: Path<RequestId>,
    form: FormData<StatementForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let request = denied(&student, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let text = RequestText::required(&form.statement, REASON_LIMIT, "statement-missing");
    let (Some(text), true) = (errors.take("statement", text), errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Statement { frame, request, form, errors });
    };
    Request::disagree(&student, request.id, &text, &mut conn).await?;
    see_other(format!("{PATH}?done=statement-saved"))
}

async fn denied(student: &Student, id: RequestId, conn: &mut Conn) -> Result<Request, Error> {
    let request = Request::own(student, id, conn).await?;
    if request.takes_a_statement() { Ok(request) } else { Err(Error::NotFound) }
}

impl Ask {
    fn path(&self) -> String {
        format!("{PATH}/requests/{}", self.kind.word())
    }

    /// A sentence of this kind's page: `ask-{kind}-{what}`.
    fn words(&self, what: &str) -> String {
        self.frame.t.say(&format!("ask-{}-{what}", self.kind.word())).to_string()
    }

    fn is_correction(&self) -> bool {
        self.kind == Kind::Correction
    }

    fn is_erasure(&self) -> bool {
        self.kind == Kind::Erasure
    }
}
