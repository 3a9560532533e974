//! Numbers and money. Spanish readers in the United States read them as English ones do: `$58,250`, `6.29`.

use super::Language;

impl Language {
    /// A number with commas and no needless zeros: `51,140`, `3.5`, `19`, `−4`.
    #[must_use]
    pub fn number(self, value: f64) -> String {
        let plain = format!("{:.2}", value.abs());
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let part = part.trim_end_matches('0');
        let sign = if value < 0.0 && plain != "0.00" { "\u{2212}" } else { "" };
        if part.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{part}") }
    }

    /// Whole dollars, or with cents where there are some: `$58,250`.
    #[must_use]
    pub fn dollars(self, value: f64) -> String {
        format!("${}", self.number(value))
    }

    /// `16%`.
    #[must_use]
    pub fn percent(self, value: f64) -> String {
        format!("{}%", self.number(value))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn money_and_shares_read_alike_in_both_languages() {
        for language in Language::ALL {
            assert_eq!(language.dollars(58_250.0), "$58,250");
            assert_eq!(language.number(1_234_567.5), "1,234,567.5");
            assert_eq!(language.percent(16.0), "16%");
            assert_eq!(language.number(999.0), "999");
            assert_eq!(language.percent(-4.0), "\u{2212}4%");
            assert_eq!(language.number(-100.0), "\u{2212}100");
            assert_eq!(language.number(-0.001), "0");
        }
    }
}
