//! What a note may be.

use super::*;

#[test]
fn a_level_is_one_of_three_and_never_guessed() {
    for level in NoteLevel::ALL {
        assert_eq!(NoteLevel::parse(level.code()), Ok(level));
    }
    for odd in ["", "Student", "me", "advisor", "student ", "all"] {
        assert_eq!(NoteLevel::parse(odd), Err("note-level-unknown"), "{odd:?}");
    }
}

#[test]
fn a_note_has_a_text_of_at_most_twenty_thousand_characters() {
    let key = |raw: &str| NoteBody::parse(raw).err();
    assert_eq!(key(""), Some("note-missing"));
    assert_eq!(key(" \r\n\t "), Some("note-missing"));
    assert_eq!(key("Slept badly"), None);
    assert_eq!(key(&"ä".repeat(NOTE_LIMIT)), None);
    assert_eq!(key(&"ä".repeat(NOTE_LIMIT + 1)), Some("note-too-long"));
    assert_eq!(key("a\u{0}b"), Some("note-malformed"));
    assert_eq!(key("bell\u{7}"), Some("note-malformed"));
    // A browser counts a line break as one character and sends two.
    assert_eq!(key(&"a\r\n".repeat(NOTE_LIMIT / 2)), None);
}

#[test]
fn line_breaks_are_kept_as_one_character() {
    assert_eq!(NoteBody::parse("one\r\ntwo").map(|body| body.0).ok(), Some("one\ntwo".to_owned()));
}

#[test]
fn a_contact_is_on_a_day_that_has_been() {
    let today = jiff::civil::date(2026, 11, 22);
    assert_eq!(contact_date("", today), Ok(None));
    assert_eq!(contact_date("2026-11-22", today), Ok(Some(today)));
    assert_eq!(contact_date("2026-11-23", today), Err("contact-date-to-come"));
    for odd in ["yesterday", "22.11.2026", "2026-02-30", "0001-01-01", "2026-11"] {
        assert_eq!(contact_date(odd, today), Err("contact-date-malformed"), "{odd:?}");
    }
}

#[test]
fn ways_and_topics_are_read_back_and_may_be_left_open() {
    for how in How::ALL {
        assert_eq!(How::parse(how.code()), Ok(Some(*how)));
    }
    for topic in Topic::ALL {
        assert_eq!(Topic::parse(topic.code()), Ok(Some(*topic)));
    }
    assert_eq!(How::parse(""), Ok(None));
    assert_eq!(Topic::parse("gossip"), Err("staff-choice-unknown"));
}
