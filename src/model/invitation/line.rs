//! One line of a pasted list: who, where, and what will happen.

use crate::model::{email::Email, person::FullName};

/// One line of the list.
pub struct Line {
    /// Which, as the admin counts.
    pub number: usize,
    /// As it was pasted.
    pub typed: String,
    /// What will happen.
    pub fate: Fate,
}

/// What will happen with a line.
pub enum Fate {
    /// A letter goes to them.
    Invited(FullName, Email),
    /// Nothing; the message key says why.
    Fault(&'static str),
    /// Nothing: the address stands in this line already.
    Twice(usize),
}

/// Name and address of a line. The part with an @ is the address, wherever it stands.
pub(super) fn parts(line: &str) -> std::result::Result<(FullName, Email), &'static str> {
    let line = line.trim().trim_end_matches([',', ';']);
    let (name, email) = if let Some((name, rest)) = line.split_once('<') {
        (name, rest.split_once('>').map_or(rest, |(email, _)| email))
    } else {
        let between = |c: char| matches!(c, '\t' | ',' | ';');
        let (first, last) = (line.split_once(between), line.rsplit_once(between));
        match (first, last) {
            (Some((email, name)), _) if email.contains('@') => (name, email),
            (_, Some((name, email))) if email.contains('@') => (name, email),
            _ if line.contains('@') => return Err("line-without-name"),
            _ => return Err("line-without-address"),
        }
    };
    let quotes = |c: char| c.is_whitespace() || matches!(c, '"' | ',' | ';');
    let email = Email::parse(email.trim_matches(quotes))?;
    Ok((FullName::parse(name.trim_matches(quotes)).map_err(missing)?, email))
}

fn missing(key: &'static str) -> &'static str {
    if key == "name-missing" { "line-without-name" } else { key }
}

#[cfg(test)]
mod tests {
    use super::{super::list::Plan, *};

    fn fates(text: &str) -> Vec<String> {
        let Ok(plan) = Plan::read(text) else { panic!("no list") };
        let said = |line: &Line| match &line.fate {
            Fate::Invited(name, email) => format!("{} {}|{}", line.number, name.as_str(), email.typed()),
            Fate::Fault(key) => format!("{} {key}", line.number),
            Fate::Twice(first) => format!("{} as {first}", line.number),
        };
        plan.lines.iter().map(said).collect()
    }

    #[test]
    fn a_line_is_a_name_and_an_address_in_any_usual_form() {
        for line in [
            "Ivy Noor, ivy@a.example",
            "Ivy Noor <ivy@a.example>",
            "\"Ivy Noor\" <ivy@a.example>,",
            "Ivy Noor\tivy@a.example",
            "Ivy Noor;ivy@a.example",
            "  ivy@a.example ,  Ivy   Noor;",
            "\"Ivy Noor\",\"ivy@a.example\"",
        ] {
            assert_eq!(fates(line), ["1 Ivy Noor|ivy@a.example"], "{line}");
        }
        assert_eq!(fates("Noor, Ivy, ivy@a.example"), ["1 Noor, Ivy|ivy@a.example"]);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said_at_its_number() {
        let said = fates(
            "Ivy Noor, ivy@a.example\n\nIvy Again, IVY@a.example\nnobody@a.example\nOnly Words\nOdd, odd@nowhere\n<x@a.example>",
        );
        let expected = [
            "1 Ivy Noor|ivy@a.example",
            "3 as 1",
            "4 line-without-name",
            "5 line-without-address",
            "6 email-malformed",
            "7 line-without-name",
        ];
        assert_eq!(said, expected);
    }
}
