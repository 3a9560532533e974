//! A student's first page: where they are and the one next thing to do.

use actix_web::HttpRequest;
use askama::Template;

use super::{
    chart::Bar,
    glance,
    guard::Conn,
    meetings::moment,
    page::{Frame, Reply, ok},
};
use crate::model::{
    adoption::Earlier,
    assignment::MyAdvisor,
    attempt::Attempt,
    fit::Outcome,
    follow_up::FollowUp,
    meeting::Meeting,
    note::{Note, seen},
    person::Student,
    profile::Profile,
    questionnaire::journey::Step,
    result::StoredResult,
    session::Session,
};

/// The one next thing.
enum Next {
    /// Nothing is answered yet.
    New,
    /// In the middle: the part to go on with, answered, items.
    Begun { part: i16, answered: i16, items: i16, bar: Bar },
    /// Every part is saved.
    Check,
    /// There is a result.
    Result { path: String, date: String },
    /// There is a result, and a meeting about it is set.
    Meeting { path: String, at: String, place: String },
    /// There is a result, with too few answers for one.
    Short { path: String, needed: i16 },
}

impl Next {
    /// The end of this stage's message keys.
    fn key(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Begun { .. } => "begun",
            Self::Check => "check",
            Self::Result { .. } => "result",
            Self::Meeting { .. } => "meeting",
            Self::Short { .. } => "short",
        }
    }
}

#[derive(Template)]
#[template(path = "home/show.html")]
struct Show {
    frame: Frame,
    called: String,
    next: Next,
    has_profile: bool,
    result: Option<String>,
    advisor: Option<MyAdvisor>,
    notes: Vec<Note>,
    /// The day of answers they gave here before they signed in, and have not said whether to keep.
    earlier: Option<String>,
    follow_ups: Vec<FollowUp>,
    meeting: Option<Meeting>,
}

impl Show {
    fn lead(&self) -> String {
        self.frame.t.say(&format!("home-lead-{}", self.next.key())).to_string()
    }
}

/// The page.
///
/// # Errors
/// When the database is away.
pub async fn show(student: Student, here: Session, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let id = student.student_id();
    let attempt = Attempt::open_of(&student, &mut conn).await?;
    let newest = StoredResult::newest_of(id, &mut conn).await?;
    let (_, profile_saved) = Profile::of(id, &mut conn).await?;
    let advisor = MyAdvisor::of(id, &mut conn).await?;
    let meeting = Meeting::next_of(&student, &mut conn).await?;
    let set = meeting.as_ref().and_then(|one| Some((one.path(), one.starts_at?, one.place.clone()?)));
    let next = match (&attempt, &newest) {
        (Some(attempt), _) => standing(attempt),
        (None, Some(result)) if result.fit.outcome == Outcome::Insufficient => {
            let needed = result.version.sheet.thresholds.min_answered - result.fit.answered;
            Next::Short { path: result.path(), needed }
        }
        (None, Some(result)) => Next::Result { path: result.path(), date: frame.day(&result.created_at) },
        (None, None) => Next::New,
    };
    let next = match (next, set) {
        (Next::Result { .. }, Some((path, at, place))) => Next::Meeting { path, at: moment(&at, &frame), place },
        (next, _) => next,
    };
    let earlier = match here.brought {
        Some(attempt) => Earlier::of(attempt, &mut conn).await?,
        None => None,
    };
    let notes = Note::shared_with(&student, &mut conn).await?;
    if notes.iter().any(|note| note.is_new) {
        seen::mark(student.id(), id, &mut conn).await?;
    }
    ok(&Show {
        earlier: earlier.map(|earlier| frame.day(&earlier.saved_at)),
        called: student.person().called.clone(),
        next,
        has_profile: profile_saved.is_some(),
        result: newest.map(|result| result.path()),
        advisor,
        notes,
        follow_ups: FollowUp::shared_with(&student, &mut conn).await?,
        meeting,
        frame,
    })
}

fn standing(attempt: &Attempt) -> Next {
    let journey = attempt.journey();
    let progress = journey.progress();
    match journey.next() {
        Step::Check => Next::Check,
        Step::Part(part) => Next::Begun {
            part,
            answered: progress.answered,
            items: progress.items,
            bar: Bar::new(progress.answered.into(), progress.items.into()),
        },
    }
}

impl Show {
    /// What stands about meetings beside the advisor.
    fn meeting_line(&self) -> String {
        let t = &self.frame.t;
        match &self.meeting {
            None => t.say("home-meeting-none").to_string(),
            Some(one) => match &one.starts_at {
                Some(at) => t.say("home-meeting-set").set("at", moment(at, &self.frame)).to_string(),
                None => t.say("home-meeting-asked").to_string(),
            },
        }
    }
}
