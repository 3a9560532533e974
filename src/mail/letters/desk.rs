//! Letters from the advisor's desk: a meeting was set, moved or cancelled; it is tomorrow; what is due today.

use askama::Template;
use jiff::civil::Date;

use super::{Parts, Sheet};
use crate::{
    mail::calendar::{Entry, file},
    model::letter::{MeetingChange, MeetingFacts, Owed, Sender},
};

/// What both letters about a meeting say, ready to print.
struct Told {
    subject: String,
    lead: String,
    why: String,
    when: Option<String>,
    place: String,
    file: Option<String>,
    /// How to reach the other one, and the meeting's page; nothing when both are gone.
    reply: Option<String>,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "letters/meeting.html")]
struct MeetingHtml<'a>(&'a Sheet<'a>, &'a Told);

#[derive(Template)]
#[template(path = "letters/meeting.txt")]
struct MeetingText<'a>(&'a Sheet<'a>, &'a Told);

pub(super) fn meeting(sheet: &Sheet<'_>, facts: &MeetingFacts) -> askama::Result<Parts> {
    let file = format!("letter-meeting-file-{}", facts.change.word());
    parts(sheet, facts, facts.change.word(), Some(sheet.say(&file)))
}

pub(super) fn reminder(sheet: &Sheet<'_>, facts: &MeetingFacts) -> askama::Result<Parts> {
    parts(sheet, facts, "soon", None)
}

fn parts(sheet: &Sheet<'_>, facts: &MeetingFacts, word: &str, file: Option<String>) -> askama::Result<Parts> {
    let when = when(sheet, facts);
    let successor = facts.successor.clone().unwrap_or_default();
    let line = |key: &str| {
        let key = format!("letter-meeting-{key}");
        let said = sheet.t.say(&key).set("with", &facts.with().name).set("when", &when).set("school", sheet.school);
        said.set("advisor", &successor).to_string()
    };
    let is_there = facts.change != MeetingChange::Gone;
    let told = Told {
        subject: line(&format!("subject-{word}")),
        lead: line(&format!("lead-{word}")),
        why: line(&format!("why-{word}")),
        when: (!facts.change.is_off()).then(|| when.clone()),
        place: facts.place.clone(),
        file,
        reply: is_there.then(|| line("reply")),
        page: has_page(facts.change).then(|| sheet.page(&facts.path())),
    };
    Ok((told.subject.clone(), MeetingText(sheet, &told).render()?, MeetingHtml(sheet, &told).render()?))
}

/// Whether its reader finds a page of the meeting: not where the record is gone, nor where a colleague has the student now.
fn has_page(change: MeetingChange) -> bool {
    !matches!(change, MeetingChange::Gone | MeetingChange::TakenOver)
}

/// Day, time and zone, and how long it takes.
fn when(sheet: &Sheet<'_>, facts: &MeetingFacts) -> String {
    let minutes = facts.ends_at.duration_since(facts.starts_at).as_mins();
    let language = sheet.t.language();
    let (weekday, at) = (language.weekday(facts.local.date()), language.moment(facts.local));
    format!("{weekday} {at} {} ({minutes} min)", facts.zone)
}

/// The calendar file of a letter about a meeting.
pub(super) fn calendar(sheet: &Sheet<'_>, facts: &MeetingFacts, from: &Sender) -> String {
    let is_there = facts.change != MeetingChange::Gone;
    let url = sheet.page(&if has_page(facts.change) { facts.path() } else { "/meetings".to_owned() });
    let summary = if is_there { "letter-meeting-summary" } else { "letter-meeting-summary-gone" };
    let summary = sheet.t.say(summary).set("with", &facts.with().name).to_string();
    let description = sheet.t.say("letter-meeting-description").set("page", &url).to_string();
    file(&Entry { facts, organizer: from, summary, description, url })
}

/// A follow-up in one line, and the address under it.
struct Line {
    words: String,
    page: String,
}

/// A heading with its lines.
struct Group {
    heading: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "letters/follow_up_digest.html")]
struct DigestHtml<'a> {
    sheet: &'a Sheet<'a>,
    subject: &'a str,
    groups: &'a [Group],
    more: Option<String>,
    page: &'a str,
}

#[derive(Template)]
#[template(path = "letters/follow_up_digest.txt")]
struct DigestText<'a> {
    sheet: &'a Sheet<'a>,
    subject: &'a str,
    groups: &'a [Group],
    more: Option<String>,
    page: &'a str,
}

pub(super) fn digest(
    sheet: &Sheet<'_>,
    day: Date,
    overdue: &[Owed],
    today: &[Owed],
    more: i64,
) -> askama::Result<Parts> {
    let count = i64::try_from(overdue.len() + today.len()).unwrap_or(0) + more;
    let named = day.strftime("%a %-d %b %Y").to_string();
    let subject = sheet.t.say("letter-digest-subject").set("count", count).set("day", named).to_string();
    let line = |owed: &Owed| Line {
        words: sheet
            .t
            .say("letter-digest-line")
            .set("student", &owed.student)
            .set("day", owed.due_on.strftime("%-d %b %Y").to_string())
            .to_string(),
        page: sheet.page(&owed.path),
    };
    let group = |key: &str, owed: &[Owed]| Group { heading: sheet.say(key), lines: owed.iter().map(line).collect() };
    let mut groups = vec![group("letter-digest-overdue", overdue), group("letter-digest-today", today)];
    groups.retain(|group| !group.lines.is_empty());
    let more = (more > 0).then(|| sheet.t.say("letter-digest-more").set("count", more).to_string());
    let page = sheet.page("/follow-ups");
    let (subject, groups, page) = (subject.as_str(), groups.as_slice(), page.as_str());
    let text = DigestText { sheet, subject, groups, more: more.clone(), page }.render()?;
    let html = DigestHtml { sheet, subject, groups, more, page }.render()?;
    Ok((subject.to_owned(), text, html))
}
