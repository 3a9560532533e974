//! Long work on chosen students: written, looked at, begun, and followed to its end.

mod follow_up;
mod letter;
mod note;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

pub use self::{
    follow_up::{create as plan, new as new_follow_up},
    letter::{create as write, new as new_letter},
    note::{create as note, new as new_note},
};
use super::{
    error::Error,
    form::FormData,
    glance,
    guard::Conn,
    page::{Frame, Reply, ok, see_other},
    state,
};
use crate::{
    language::Language,
    mail::{Letterhead, letters},
    model::{
        id::{JobId, StudentId},
        job::{Job, MOST_NAMED, Progress, Told, Work},
        note::NoteLevel,
        person::Advisor,
    },
    words::Words,
};

/// Seconds after which the page of a job that runs is loaded again.
const AGAIN: &str = "5";

#[derive(Template)]
#[template(path = "jobs/index.html")]
struct Index {
    frame: Frame,
    jobs: Vec<Job>,
}

#[derive(Template)]
#[template(path = "jobs/show.html")]
struct Show {
    frame: Frame,
    job: Job,
    progress: Progress,
    waiting: Vec<Told>,
    done: Vec<Told>,
    skipped: Vec<Told>,
    preview: Option<Preview>,
    /// What each record gets: its words, and who may read it or by when.
    written: Option<(String, String)>,
}

/// A letter as one student would get it.
struct Preview {
    to: String,
    subject: String,
    text: String,
}

/// For whom the letter is shown.
#[derive(Deserialize)]
pub struct Asked {
    student: Option<StudentId>,
}

/// That a job begins says nothing more.
#[derive(Deserialize)]
pub struct Beginning {}

/// One's own jobs.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, frame: Frame, mut conn: Conn) -> Reply {
    let jobs = Job::all_of(&advisor, &mut conn).await?;
    ok(&Index { frame, jobs })
}

/// One job: what each student would get, then how far it is, then what became of each.
///
/// # Errors
/// 404 for somebody else's job.
pub async fn show(
    advisor: Advisor,
    id: Path<JobId>,
    asked: Query<Asked>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let job = Job::of(&advisor, *id, &mut conn).await?;
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let progress = job.progress(&mut conn).await?;
    let is_running = job.begun_at.is_some() && job.done_at.is_none();
    // A page that loads itself again and again counts; it names people once, when the work is done.
    let [waiting, done, skipped] = if is_running { Default::default() } else { job.names(&advisor, &mut conn).await? };
    let to = waiting.iter().find(|one| Some(one.id) == asked.student).or(waiting.first());
    let preview = match to {
        Some(to) => preview(&job, to, &advisor, &frame, &req)?,
        None => None,
    };
    let written = job.work().filter(|_| job.begun_at.is_none()).and_then(|work| written(&work, &frame));
    let page = Show { frame, job, progress, waiting, done, skipped, preview, written };
    let mut answer = HttpResponse::build(StatusCode::OK);
    if is_running {
        answer.insert_header((header::REFRESH, AGAIN));
    }
    Ok(answer.content_type("text/html; charset=utf-8").body(page.render()?))
}

fn preview(
    job: &Job,
    to: &Told,
    advisor: &Advisor,
    frame: &Frame,
    req: &HttpRequest,
) -> Result<Option<Preview>, Error> {
    let config = &state::shared(req).config;
    let letter = job.work().and_then(|work| work.as_letter(advisor));
    let (Some(letter), Ok(head)) = (letter, Letterhead::new(&config.base(), &config.mail_from)) else {
        return Ok(None);
    };
    let words = Words::of(Language::of(&to.locale));
    let written = letters::write(&letter, &to.full_name, &frame.setting.school, &head, &words)?;
    let to = format!("{} <{}>", to.full_name, to.email);
    Ok(Some(Preview { to, subject: written.subject, text: written.text }))
}

/// What a note or a follow-up says, where nothing is sent.
fn written(work: &Work, frame: &Frame) -> Option<(String, String)> {
    match work {
        Work::Letter { .. } => None,
        Work::Note { body, level } => {
            let readers = match NoteLevel::parse(level) {
                Ok(NoteLevel::Student) => "The student reads it too, and gets a letter that there is a note.",
                Ok(NoteLevel::Restricted) => "You and lead advisors read it.",
                _ => "Whoever is the student’s advisor reads it, and lead advisors.",
            };
            Some((body.clone(), readers.to_owned()))
        }
        Work::FollowUp { words, due_on, is_shared } => {
            let sees = if *is_shared { "the student sees it too" } else { "the student does not see it" };
            Some((words.clone(), format!("Due {}, done by you; {sees}.", frame.language.day(due_on))))
        }
    }
}

/// Begins it.
///
/// # Errors
/// 404 for somebody else's job.
pub async fn begin(advisor: Advisor, id: Path<JobId>, _form: FormData<Beginning>, mut conn: Conn) -> Reply {
    let job = Job::of(&advisor, *id, &mut conn).await?;
    job.begin(&advisor, &mut conn).await?;
    see_other(job.path())
}

impl Show {
    /// What the button says.
    fn act(&self) -> String {
        let many = self.progress.waiting;
        let (act, what) = match self.job.kind() {
            "letter" => ("Send", "letter"),
            "note" => ("Write", "note"),
            _ => ("Plan", "follow-up"),
        };
        format!("{act} {many} {what}{}", if many == 1 { "" } else { "s" })
    }

    /// Those of a list that are not named.
    fn more(&self, named: &[Told], all: &i64) -> String {
        match all - i64::try_from(named.len()).unwrap_or(*all) {
            more @ 1.. if i64::try_from(named.len()) == Ok(MOST_NAMED) => format!("And {more} more."),
            1 => "One is not within your reach any more, so no name stands here.".to_owned(),
            more @ 2.. => format!("{more} are not within your reach any more, so no names stand here."),
            _ => String::new(),
        }
    }

    fn settled(&self) -> i64 {
        self.progress.done + self.progress.skipped
    }

    fn all(&self) -> i64 {
        self.settled() + self.progress.waiting
    }
}
