//! Lines of a CSV file (RFC 4180) that a spreadsheet shows and never runs: every cell is quoted, and one that would begin
//! a formula gets an apostrophe before it.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// What a file begins with, so that a spreadsheet reads it as UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The signs that begin a formula, in some spreadsheet.
const STARTERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// One line with its end.
#[must_use]
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for cell in cells {
        if !line.is_empty() {
            line.push(',');
        }
        line.push('"');
        if cell.starts_with(STARTERS) {
            line.push('\'');
        }
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    }
    line.push_str("\r\n");
    line
}

/// The text of a file that somebody saved as CSV: a byte order mark is believed, else UTF-8 if it is that, else Windows-1252.
///
/// # Errors
/// The message key, for what is no text.
pub fn text_of(bytes: &[u8]) -> Result<String, &'static str> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err("roster-is-spreadsheet");
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let text = encoding.decode(bytes).0.into_owned();
    match () {
        () if text.trim().is_empty() => Err("roster-empty"),
        () if text.contains('\0') => Err("roster-no-text"),
        () => Ok(text),
    }
}

/// The line of a text on which a record begins, from 1; the reader tells where the one before it ended.
#[must_use]
pub fn line_of(record: &::csv::StringRecord, text: &str) -> u64 {
    let Some(place) = record.position() else { return 0 };
    let ahead = usize::try_from(place.byte()).ok().and_then(|at| text.as_bytes().get(at..)).unwrap_or_default();
    let ends = ahead.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count();
    place.line() + u64::try_from(ends).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_quoted_and_quotes_are_doubled() {
        assert_eq!(line(["Eve", "", "a \"b\", c", "two\nlines"]), "\"Eve\",\"\",\"a \"\"b\"\", c\",\"two\nlines\"\r\n");
    }

    #[test]
    fn nothing_begins_a_formula() {
        for odd in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert_eq!(line([odd]), format!("\"'{odd}\"\r\n"));
        }
        assert_eq!(line(["a=1"]), "\"a=1\"\r\n");
    }
}
