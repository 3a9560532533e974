//! Numbers in a text that a reader could take for a fact about work, however they are written.

/// Smaller numbers are questions, steps, days: nobody takes them for facts about work.
const SMALL: f64 = 100.0;

/// Each number, and whether it is money or percent.
pub fn numbers(text: &str) -> Vec<(&str, bool)> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '%'));
        let Some(number) = Number::read(word) else { continue };
        let before = place.checked_sub(1).and_then(|place| tokens.get(place)).copied().unwrap_or_default();
        let is_figure = number.has_sign || before.ends_with('$') || is_unit(&tokens[place + 1..]);
        if is_figure || (number.value >= SMALL && !number.is_year) {
            found.push((word, is_figure));
        }
    }
    found
}

/// Whether the words after a number make it money or percent: "24 %", "16 percent", "90 mil dólares".
fn is_unit(after: &[&str]) -> bool {
    let word = |place: usize| {
        let raw = after.get(place).copied().unwrap_or_default();
        let bare = raw.trim_matches(|c: char| !c.is_alphabetic() && c != '%');
        bare.to_lowercase()
    };
    let first = word(0);
    let units = ["%", "percent", "dollars", "dólares"];
    let is_many = ["mil", "thousand", "million", "millones", "k"].contains(&first.as_str());
    units.contains(&first.as_str())
        || (first == "por" && word(1) == "ciento")
        || (is_many && units.contains(&word(1).as_str()))
        || (is_many && word(1) == "de" && units.contains(&word(2).as_str()))
}

struct Number {
    value: f64,
    /// `$`, `%`, or thousands said by a letter, as pay is.
    has_sign: bool,
    is_year: bool,
}

impl Number {
    fn read(word: &str) -> Option<Self> {
        let money = word.trim_start_matches("US").trim_start_matches('$');
        let bare = money.trim_end_matches('%');
        let digits = bare.trim_end_matches(['k', 'K', 'm', 'M']);
        let has_letter = digits.len() < bare.len();
        let has_sign = word.contains(['$', '%']) || has_letter;
        let plain: String = digits.chars().filter(|c| *c != ',').collect();
        // "NaN" and "infinity" are numbers to a parser alone.
        let value: f64 = plain.parse().ok().filter(|_| plain.starts_with(|c: char| c.is_ascii_digit()))?;
        let is_year = !has_sign && plain.len() == 4 && (1900.0..=2100.0).contains(&value);
        Some(Self { value, has_sign, is_year })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_and_percent_are_known_however_they_are_written() {
        for text in [
            "$51,140 there",
            "by 16% there",
            "by 16 percent.",
            "$90k a year",
            "24 % in ten years",
            "90K a year",
            "$ 90,000 a year",
            "US$ 90,000 a year",
            "US$90,000 a year",
            "crece 24 % al año",
            "gana 90 mil dólares",
            "16 por ciento",
            "1.5 millones de dólares",
        ] {
            let found = numbers(text);
            assert!(matches!(found[..], [(_, true)]), "{text}: {found:?}");
        }
    }

    #[test]
    fn small_numbers_and_years_are_no_facts() {
        assert!(numbers("Answer 24 questions in 2026, in part 2 of 4.").is_empty());
        assert_eq!(numbers("There are 33,000 jobs."), [("33,000", false)]);
        assert!(numbers("NaN and infinity.").is_empty());
    }
}
