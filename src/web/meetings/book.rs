//! The advisor's side: the week and who waits, one meeting, its time, and how it was.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::Deserialize;

use super::{
    PATH, WordsForm, moment,
    slot::{SlotForm, clashing},
    title,
};
use crate::{
    model::{
        advisee::Record,
        calendar,
        error::Error,
        id::{MeetingId, PersonId},
        meeting::{Agenda, Booked, DayPart, Held, Item, Meeting, Said, State, WORDS_LIMIT, week_of},
        person::Advisor,
    },
    web::{
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

/// How a meeting was, as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct HeldForm {
    outcome: String,
}

#[derive(Template)]
#[template(path = "meetings/agenda.html")]
struct Week {
    frame: Frame,
    agenda: Agenda,
    monday: Date,
    today: Date,
    reader: PersonId,
}

#[derive(Template)]
#[template(path = "meetings/show.html")]
struct Show {
    frame: Frame,
    record: Record,
    one: Meeting,
    form: SlotForm,
    words: WordsForm,
    clash: String,
    errors: Errors,
    now: Timestamp,
    reader: PersonId,
    /// Where the meeting changed meanwhile: what was typed into a form that is not there any more, else nothing.
    overtaken: Option<String>,
}

pub(super) async fn index(advisor: &Advisor, week: &str, req: &HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(req) {
        return answer;
    }
    let today = frame.setting.local(Timestamp::now()).date();
    let monday = week_of(calendar::day(week).unwrap_or(today)).clamp(farthest(today, -1), farthest(today, 1));
    let agenda = Agenda::of(advisor, monday, &frame.setting, &mut conn).await?;
    ok(&Week { frame, agenda, monday, today, reader: advisor.id() })
}

pub(super) async fn show(advisor: &Advisor, id: MeetingId, req: &HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let (one, advisee) = Meeting::reached(advisor, id, &mut conn).await?;
    if let Some(answer) = glance::answer(req) {
        return answer;
    }
    let form = SlotForm::of(&one, &frame);
    let record = advisee.opened(advisor, &mut conn).await?;
    ok(&Show::of(advisor, record, one, form, frame))
}

/// Gives a meeting its time, or another one.
///
/// # Errors
/// 404 for one of a student out of reach; 409 when it changed or was settled meanwhile.
pub async fn give_time(
    advisor: Advisor,
    id: Path<MeetingId>,
    form: FormData<SlotForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let (one, advisee) = Meeting::reached(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let mut clash = String::new();
    if let (Some(slot), true) = (form.slot(&frame, &mut errors), errors.is_empty()) {
        let post = &state::shared(&req).post;
        let both = (&advisor, &advisee);
        let what = (form.mark.as_str(), &slot);
        match Meeting::give_time(both, *id, what, &frame.setting, post, &mut conn).await {
            Ok(Booked::Done(_)) => {
                post.ring();
                return see_other(format!("{}?done=meeting-set", one.path()));
            }
            Ok(Booked::Clash) => clash = clashing(&advisor, &slot, *id, &frame, &mut errors, &mut conn).await?,
            Err(Error::Conflict) => {
                return Show::overtaken(&advisor, *id, Some(form), WordsForm::default(), frame, &mut conn).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let record = advisee.opened(&advisor, &mut conn).await?;
    let page = Show { clash, errors, ..Show::of(&advisor, record, one, form, frame) };
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub(super) async fn cancel(
    advisor: &Advisor,
    id: MeetingId,
    words: WordsForm,
    req: &HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (one, advisee) = Meeting::reached(advisor, id, &mut conn).await?;
    let mut errors = frame.errors();
    let said = errors.take("words", Said::parse(&words.words, WORDS_LIMIT));
    let (Some(said), true) = (said, errors.is_empty()) else {
        let form = SlotForm::of(&one, &frame);
        let record = advisee.opened(advisor, &mut conn).await?;
        let page = Show { words, errors, ..Show::of(advisor, record, one, form, frame) };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(req).post;
    match Meeting::cancel((advisor, &advisee), id, &said, &frame.setting, post, &mut conn).await {
        Ok(()) => post.ring(),
        Err(Error::Conflict) => return Show::overtaken(advisor, id, None, words, frame, &mut conn).await,
        Err(error) => return Err(error.into()),
    }
    see_other(format!("{PATH}?done=meeting-cancelled"))
}

/// Says how a meeting was, and goes on to the note about it.
///
/// # Errors
/// 404 for one of a student out of reach; 409 while it is still to come, and when it was settled otherwise.
pub async fn settle(
    advisor: Advisor,
    id: Path<MeetingId>,
    form: FormData<HeldForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(held) = form;
    let (one, advisee) = Meeting::reached(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let outcome = errors.take("outcome", Held::parse(&held.outcome));
    let is_early = outcome.is_some() && (one.is_asked() || one.is_ahead(&Timestamp::now()));
    if is_early {
        errors.add("what", "meeting-not-begun");
    }
    let (Some(outcome), true) = (outcome, errors.is_empty()) else {
        let form = SlotForm::of(&one, &frame);
        let record = advisee.opened(&advisor, &mut conn).await?;
        let status = if is_early { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        return html(status, &Show { errors, ..Show::of(&advisor, record, one, form, frame) });
    };
    match Meeting::settle((&advisor, &advisee), *id, outcome, &mut conn).await {
        Ok(()) => {}
        Err(Error::Conflict) => {
            return Show::overtaken(&advisor, *id, None, WordsForm::default(), frame, &mut conn).await;
        }
        Err(error) => return Err(error.into()),
    }
    let day = one.starts_at.map(|at| frame.setting.local(at).date().to_string()).unwrap_or_default();
    see_other(format!("{}?contact_on={day}&done=meeting-settled", advisee.notes_path()))
}

impl Show {
    fn of(advisor: &Advisor, record: Record, one: Meeting, form: SlotForm, frame: Frame) -> Self {
        let (words, clash, errors) = (WordsForm::default(), String::new(), Errors::default());
        let (now, reader) = (Timestamp::now(), advisor.id());
        Self { frame, record, one, form, words, clash, errors, now, reader, overtaken: None }
    }

    /// The meeting as it stands now that somebody else was faster, with what was typed: a time, or words.
    async fn overtaken(
        advisor: &Advisor,
        id: MeetingId,
        form: Option<SlotForm>,
        words: WordsForm,
        frame: Frame,
        conn: &mut Conn,
    ) -> Reply {
        let (one, advisee) = Meeting::reached(advisor, id, conn).await?;
        let record = advisee.opened(advisor, conn).await?;
        let now = Timestamp::now();
        let takes_time = one.is_asked() || one.is_ahead(&now);
        let lost = match &form {
            Some(form) if !takes_time => form.typed(),
            None if !takes_time && !one.wants_outcome(&now) => words.words.clone(),
            _ => String::new(),
        };
        // Whoever saves it again has seen how it stands.
        let form = match form {
            Some(form) => SlotForm { mark: one.mark(), ..form },
            None => SlotForm::of(&one, &frame),
        };
        let page = Self { words, overtaken: Some(lost), ..Self::of(advisor, record, one, form, frame) };
        html(StatusCode::CONFLICT, &page)
    }

    /// Who has the meeting, where that is not the reader: saving a time takes it over.
    fn host(&self) -> Option<&str> {
        let is_anothers = self.one.state() == State::Set && self.one.advisor_id != Some(self.reader);
        self.one.advisor.as_deref().filter(|_| is_anothers)
    }
}

/// The Monday a year from now, or a year ago: no week beyond it is shown.
fn farthest(today: Date, years: i64) -> Date {
    week_of(today.checked_add(years.years()).unwrap_or(today))
}

impl Week {
    fn week_before(&self) -> Option<String> {
        self.week_path(-7)
    }

    fn week_after(&self) -> Option<String> {
        self.week_path(7)
    }

    fn week_path(&self, days: i64) -> Option<String> {
        let monday = self.monday.checked_add(days.days()).ok()?;
        let is_near = monday >= farthest(self.today, -1) && monday <= farthest(self.today, 1);
        is_near.then(|| format!("{PATH}?week={monday}"))
    }

    fn title(&self) -> String {
        let sunday = self.monday.checked_add(6.days()).unwrap_or(self.monday);
        format!("{} to {}", self.monday.strftime("%-d %b"), sunday.strftime("%-d %b %Y"))
    }

    fn is_with_another(&self, one: &Item) -> bool {
        one.advisor_id.is_some_and(|id| id != self.reader)
    }
}

/// When it suits the student of a meeting, for staff.
#[must_use]
pub fn suits(one: &Meeting) -> String {
    times(&one.day_parts(), &one.good_times)
}

/// The same for one in a list.
#[must_use]
pub fn suits_item(one: &Item) -> String {
    times(&one.day_parts(), &one.good_times)
}

fn times(parts: &[DayPart], words: &str) -> String {
    let part = |part: &DayPart| match part {
        DayPart::Morning => "Morning",
        DayPart::Midday => "Midday",
        DayPart::Afternoon => "Afternoon",
        DayPart::Evening => "Evening",
    };
    let parts = parts.iter().map(part).chain(Some(words).filter(|words| !words.is_empty()));
    parts.collect::<Vec<_>>().join(" · ")
}
