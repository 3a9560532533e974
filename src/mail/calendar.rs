//! The calendar file of a letter about a meeting (RFC 5545), and how it travels (RFC 6047).
//!
//! The organizer is our own address, from which the letter comes: Outlook takes invitations and their changes from nobody
//! else, and an advisor who were the organizer would not be offered their own copy. Times are UTC, so that no reader needs to
//! know the school's zone.

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::Timestamp;
use lettre::message::{
    SinglePart,
    header::{ContentDisposition, ContentTransferEncoding, ContentType},
};

use crate::model::letter::{Letter, MeetingChange, MeetingFacts, Sender};

/// What calendars show.
pub(super) struct Entry<'a> {
    /// The meeting.
    pub facts: &'a MeetingFacts,
    /// Who sends it.
    pub organizer: &'a Sender,
    /// The one line of it.
    pub summary: String,
    /// What stands under it.
    pub description: String,
    /// Its page.
    pub url: String,
}

/// The file, lines ended by CR LF and folded at 75 octets.
pub(super) fn file(entry: &Entry<'_>) -> String {
    let facts = entry.facts;
    let is_off = facts.change.is_off();
    let goes_on = facts.change == MeetingChange::TakenOver;
    let mut event = Event::new();
    event
        .add_property("UID", facts.meeting_id.to_string())
        .add_property("SEQUENCE", facts.sequence.to_string())
        .add_property("DTSTAMP", utc(facts.at))
        .add_property("DTSTART", utc(facts.starts_at))
        .add_property("DTEND", utc(facts.ends_at))
        .add_property("SUMMARY", plain(&entry.summary))
        .add_property("LOCATION", plain(&facts.place))
        .add_property("DESCRIPTION", plain(&entry.description))
        .add_property("URL", entry.url.as_str())
        .add_property("TRANSP", if is_off { "TRANSPARENT" } else { "OPAQUE" })
        .append_property(person("ORGANIZER", entry.organizer).done());
    // A meeting that only one of them leaves is not cancelled: the file names nobody but them (RFC 5546, 3.2.5).
    if !goes_on {
        event.add_property("STATUS", if is_off { "CANCELLED" } else { "CONFIRMED" });
    }
    let student = Some(&facts.student).filter(|_| !goes_on);
    // Whose record is gone stands in no calendar any more.
    let there = std::iter::once(&facts.advisor).chain(student).filter(|one| !one.email.is_empty());
    for attendee in there {
        let mut attendee = person("ATTENDEE", attendee);
        attendee.add_parameter("CUTYPE", "INDIVIDUAL").add_parameter("ROLE", "REQ-PARTICIPANT");
        attendee.add_parameter("PARTSTAT", "ACCEPTED").add_parameter("RSVP", "FALSE");
        event.append_multi_property(attendee.done());
    }
    let properties = Property::from_array([
        ("VERSION", "2.0"),
        ("PRODID", "-//Signpost//Meetings//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", method(facts.change)),
    ]);
    let mut calendar = Calendar { properties, components: Vec::new() };
    calendar.push(event.done());
    calendar.to_string()
}

/// What a calendar does with it.
fn method(change: MeetingChange) -> &'static str {
    if change.is_off() { "CANCEL" } else { "REQUEST" }
}

fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text without control characters, which no escape makes harmless.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

fn person(name: &str, who: &Sender) -> Property {
    // A quote cannot stand in a parameter (RFC 5545, 3.2).
    let common: String = plain(&who.name).chars().map(|c| if c == '"' || c == '\n' { ' ' } else { c }).collect();
    let mut property = Property::new(name, format!("mailto:{}", who.email));
    property.add_parameter("CN", common.trim());
    property
}

/// The part that mail programs read as an invitation.
///
/// # Errors
/// Words for staff.
pub(super) fn invitation(letter: &Letter, file: &str) -> Result<SinglePart, String> {
    let method = match letter {
        Letter::Meeting(facts) => method(facts.change),
        _ => "PUBLISH",
    };
    let kind = kind(&format!("text/calendar; method={method}; charset=utf-8"))?;
    Ok(SinglePart::builder().header(kind).header(ContentTransferEncoding::Base64).body(file.to_owned()))
}

/// The same as a file to open.
///
/// # Errors
/// Words for staff.
pub(super) fn attachment(file: &str) -> Result<SinglePart, String> {
    Ok(SinglePart::builder()
        .header(kind("application/ics; name=\"meeting.ics\"")?)
        .header(ContentDisposition::attachment("meeting.ics"))
        .header(ContentTransferEncoding::Base64)
        .body(file.to_owned()))
}

fn kind(text: &str) -> Result<ContentType, String> {
    ContentType::parse(text).map_err(|error| format!("The calendar file could not be attached: {error}"))
}

#[cfg(test)]
#[path = "calendar_test.rs"]
mod tests;
