//! A person's full name: what one sees of it is all there is.

/// A person's full name.
#[derive(Clone)]
pub struct FullName(String);

impl FullName {
    /// Takes a name as typed; inner space is made single.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let is_blank = !raw.trim().is_empty() && !raw.chars().any(char::is_alphanumeric);
        if is_blank || raw.chars().any(|c| c.is_control() || is_unseen(c)) || joins_nothing(raw) || piles_up(raw) {
            return Err("name-malformed");
        }
        let name = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => Err("name-missing"),
            1..=200 => Ok(Self(name)),
            _ => Err("name-too-long"),
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters that show nothing, or turn the direction of the words after them: with them a name could look like another
/// one, or like none (`Default_Ignorable_Code_Point`, without joiners and the selectors of ideographs, which names need).
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Whether a joiner or its opposite stands anywhere but inside a word, where Persian and Indian names have them.
fn joins_nothing(raw: &str) -> bool {
    let is_joiner = |c: char| matches!(c, '\u{200c}' | '\u{200d}');
    raw.split_whitespace().any(|word| {
        let inside = word.trim_matches(is_joiner);
        inside.len() < word.len()
            || inside.chars().zip(inside.chars().skip(1)).any(|(a, b)| is_joiner(a) && is_joiner(b))
    })
}

/// Whether more marks stand on one letter than any script puts there.
fn piles_up(raw: &str) -> bool {
    let marks = raw.split(|c| !unicode_normalization::char::is_combining_mark(c));
    marks.into_iter().any(|run| run.chars().count() > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_tidied_and_never_carries_a_line_break() {
        assert_eq!(FullName::parse("  Eve   Hart ").map(|n| n.0), Ok("Eve Hart".into()));
        assert_eq!(FullName::parse("Eve\r\nBcc: x").map(|n| n.0), Err("name-malformed"));
        assert_eq!(FullName::parse(" ").map(|n| n.0), Err("name-missing"));
    }

    #[test]
    fn a_name_is_what_one_sees_of_it() {
        for odd in [
            "\u{3164}",
            "\u{115f}\u{1160}",
            "Lee Park\u{200b}",
            "Eve\u{feff}Hart",
            "A\u{200e}B",
            "a\u{2062}b",
            "Eve \u{e0041}Hart",
            "Eve\u{200d} Hart",
            "\u{200c}Eve",
            "E\u{200d}\u{200d}ve",
            "e\u{301}\u{301}\u{301}\u{301}",
        ] {
            assert_eq!(FullName::parse(odd).map(|n| n.0), Err("name-malformed"), "{odd:?}");
        }
        for real in ["Nguyễn Thị Ánh", "علی‌رضا", "क्‍ष राव", "Zoë O’Brien-Smith", "葛\u{e0100}城 花", "Ệ\u{323}", "ดิ์น"]
        {
            assert_eq!(FullName::parse(real).map(|n| n.0).as_deref(), Ok(real));
        }
    }
}
