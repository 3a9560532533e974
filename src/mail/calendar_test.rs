//! The calendar file, read by the rules of RFC 5545 and not by the library that wrote it.

use jiff::civil::date;

use super::*;
use crate::{
    mail::{
        Message,
        message::tests::{row, written},
    },
    model::id::MeetingId,
};

fn facts(change: MeetingChange, sequence: i32) -> MeetingFacts {
    MeetingFacts {
        meeting_id: MeetingId("0193a0c0-0000-7000-8000-000000000007".parse().unwrap()),
        change,
        sequence,
        at: "2026-11-27T10:00:05Z".parse().unwrap(),
        starts_at: "2026-12-01T20:30:00Z".parse().unwrap(),
        ends_at: "2026-12-01T21:00:00Z".parse().unwrap(),
        local: date(2026, 12, 1).at(14, 30, 0, 0),
        zone: "CST".into(),
        place: "Room 4; second floor, behind the \\ stairs of the Østerbro building where the health programs are"
            .into(),
        student: Sender { name: "Zoë \"Z\" Hart, of Harbor".into(), email: "eve@students.harbor.example".into() },
        advisor: Sender { name: "Ada Bell".into(), email: "ada@harbor.example".into() },
        successor: None,
        is_to_staff: false,
    }
}

fn made(change: MeetingChange, sequence: i32) -> String {
    let organizer = Sender { name: "Signpost at Harbor".into(), email: "signpost@harbor.example".into() };
    let facts = facts(change, sequence);
    file(&Entry {
        facts: &facts,
        organizer: &organizer,
        summary: "Meeting with Ada Bell".into(),
        description: "Line one\nLine two".into(),
        url: "https://signpost.harbor.example/meetings/0193a0c0-0000-7000-8000-000000000007".into(),
    })
}

/// The content lines, unfolded; every rule of the wire is held on the way.
fn lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"), "the last line ends too");
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count(), "a bare line feed");
    assert_eq!(file.matches('\r').count(), file.matches("\r\n").count(), "a bare carriage return");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The one line of this property, after its name.
fn value<'a>(lines: &'a [String], name: &str) -> &'a str {
    let found: Vec<_> =
        lines.iter().filter_map(|line| line.strip_prefix(name).filter(|rest| rest.starts_with([':', ';']))).collect();
    assert_eq!(found.len(), 1, "{name} stands {} times", found.len());
    found[0].strip_prefix(':').unwrap_or(found[0])
}

#[test]
fn a_meeting_that_is_set_is_a_request_that_calendars_take() {
    let lines = lines(&made(MeetingChange::Set, 0));
    assert_eq!(lines[0], "BEGIN:VCALENDAR");
    assert_eq!(lines[1], "VERSION:2.0");
    assert_eq!(lines.last().unwrap(), "END:VCALENDAR");
    assert_eq!(lines.iter().filter(|line| line.as_str() == "BEGIN:VEVENT").count(), 1);
    for (name, expected) in [
        ("METHOD", "REQUEST"),
        ("UID", "0193a0c0-0000-7000-8000-000000000007"),
        ("SEQUENCE", "0"),
        ("STATUS", "CONFIRMED"),
        ("DTSTAMP", "20261127T100005Z"),
        ("DTSTART", "20261201T203000Z"),
        ("DTEND", "20261201T210000Z"),
        ("SUMMARY", "Meeting with Ada Bell"),
        ("DESCRIPTION", "Line one\\nLine two"),
        ("URL", "https://signpost.harbor.example/meetings/0193a0c0-0000-7000-8000-000000000007"),
    ] {
        assert_eq!(value(&lines, name), expected, "{name}");
    }
    let place =
        "Room 4\\; second floor\\, behind the \\\\ stairs of the Østerbro building where the health programs are";
    assert_eq!(value(&lines, "LOCATION"), place);
    assert!(value(&lines, "ORGANIZER").ends_with(":mailto:signpost@harbor.example"));
    let attendees: Vec<_> = lines.iter().filter(|line| line.starts_with("ATTENDEE;")).collect();
    assert_eq!(attendees.len(), 2);
    for (attendee, who) in attendees.iter().zip(["ada@harbor.example", "eve@students.harbor.example"]) {
        assert!(attendee.ends_with(&format!(":mailto:{who}")), "{attendee}");
        assert!(attendee.contains(";PARTSTAT=ACCEPTED") && attendee.contains(";RSVP=FALSE"), "{attendee}");
    }
    assert!(attendees[1].contains("CN=\"Zoë  Z  Hart, of Harbor\""), "{}", attendees[1]);
}

#[test]
fn a_change_and_a_cancel_are_of_the_same_event_and_come_later() {
    let all = [(MeetingChange::Set, 0), (MeetingChange::Moved, 1), (MeetingChange::Cancelled, 2)]
        .map(|(change, sequence)| lines(&made(change, sequence)));
    let told = all.each_ref().map(|lines| {
        ["METHOD", "STATUS", "SEQUENCE"].map(|name| value(lines, name)).join(" ") + " " + value(lines, "UID")
    });
    let uid = "0193a0c0-0000-7000-8000-000000000007";
    assert_eq!(told[0], format!("REQUEST CONFIRMED 0 {uid}"));
    assert_eq!(told[1], format!("REQUEST CONFIRMED 1 {uid}"));
    assert_eq!(told[2], format!("CANCEL CANCELLED 2 {uid}"));
}

#[test]
fn whoever_is_taken_off_a_meeting_that_goes_on_is_the_only_one_its_file_names() {
    let lines = lines(&made(MeetingChange::TakenOver, 1));
    assert_eq!((value(&lines, "METHOD"), value(&lines, "SEQUENCE")), ("CANCEL", "1"));
    assert_eq!(value(&lines, "UID"), "0193a0c0-0000-7000-8000-000000000007");
    assert!(!lines.iter().any(|line| line.starts_with("STATUS")), "the meeting is not cancelled: {lines:#?}");
    assert!(value(&lines, "ATTENDEE").ends_with(":mailto:ada@harbor.example"), "{lines:#?}");
}

#[test]
fn the_file_travels_as_an_invitation_and_a_retry_is_the_same_bytes() {
    for (change, method) in [(MeetingChange::Moved, "REQUEST"), (MeetingChange::Cancelled, "CANCEL")] {
        let letter = Letter::Meeting(Box::new(facts(change, 1)));
        let message = || Message::of(&row(&letter), &letter, &written(&letter), None).unwrap();
        let mail = String::from_utf8(message().bytes().to_vec()).unwrap();
        assert_eq!(mail.as_bytes(), message().bytes());
        let kind = format!("Content-Type: text/calendar; method={method}; charset=utf-8\r\n");
        assert!(mail.contains(&kind), "{mail}");
        assert!(mail.contains("Content-Type: multipart/mixed;") && mail.contains("filename=\"meeting.ics\""), "{mail}");
        assert!(mail.is_ascii());
    }
}
