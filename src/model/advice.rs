//! The advisor's word on one result. The latest stands, older ones stay, and the computed result never changes.

mod given;

pub use self::given::{Advice, Given};
use super::{
    fit::{Outcome, Side},
    note::{contact::choices, plain},
};

/// The longest words to a student, in characters.
pub const WORDS_LIMIT: usize = 5_000;

/// What an advisor makes of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As the result says.
    Agree,
    /// Health informatics.
    Hi,
    /// Health information management.
    Him,
    /// Either, to be talked over.
    Either,
}

impl Verdict {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Agree, Self::Hi, Self::Him, Self::Either];

    /// Its value in forms and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Hi => "hi",
            Self::Him => "him",
            Self::Either => "either",
        }
    }

    /// The verdict with this code.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(code: &str) -> std::result::Result<Self, &'static str> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code).ok_or("advice-verdict-missing")
    }

    /// Whether it says something else than the result. Naming the program that the result names is no difference.
    #[must_use]
    pub fn differs_from(self, outcome: Outcome) -> bool {
        match self {
            Self::Agree => false,
            Self::Hi => outcome.side() != Some(Side::Hi),
            Self::Him => outcome.side() != Some(Side::Him),
            Self::Either => outcome != Outcome::Either,
        }
    }

    /// Whether it can be said of a result: one with too few answers says nothing to agree with.
    ///
    /// # Errors
    /// The message key.
    pub fn on(self, outcome: Outcome) -> std::result::Result<Self, &'static str> {
        match (self, outcome) {
            (Self::Agree, Outcome::Insufficient) => Err("advice-nothing-to-agree-with"),
            _ => Ok(self),
        }
    }
}

choices! {
    /// Why an advisor says so.
    Reason {
        /// The student needs an income sooner.
        WorkSooner = "work_sooner" "Needs to work sooner",
        /// They have done things that the questions do not ask about.
        Experience = "experience" "Experience the questions miss",
        /// What their credits are worth.
        Credits = "credits" "Credits",
        /// The student wants it so.
        StudentAsked = "student_asked" "Student asked",
        /// Anything else.
        Other = "other" "Other",
    }
}

/// Reads the reason that goes with a verdict; only agreeing needs none.
///
/// # Errors
/// The message key.
pub fn reason(code: &str, verdict: Option<Verdict>) -> std::result::Result<Option<Reason>, &'static str> {
    match (Reason::parse(code)?, verdict) {
        (None, Some(Verdict::Hi | Verdict::Him | Verdict::Either)) => Err("advice-reason-missing"),
        (reason, _) => Ok(reason),
    }
}

/// What the student will read. It does not print itself.
pub struct AdviceWords(String);

impl AdviceWords {
    /// Takes a text as typed; it may be empty, and has at most [`WORDS_LIMIT`] characters.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let words = plain(raw, "advice-malformed")?;
        if words.chars().count() > WORDS_LIMIT { Err("advice-too-long") } else { Ok(Self(words)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_read_back_and_never_guessed() {
        for verdict in Verdict::ALL {
            assert_eq!(Verdict::parse(verdict.code()), Ok(verdict));
        }
        assert_eq!(Verdict::parse(""), Err("advice-verdict-missing"));
        assert_eq!(Verdict::parse("HI"), Err("advice-verdict-missing"));
    }

    #[test]
    fn naming_the_program_that_the_result_names_is_no_difference() {
        assert!(!Verdict::Hi.differs_from(Outcome::HiLean));
        assert!(!Verdict::Him.differs_from(Outcome::HimClear));
        assert!(!Verdict::Either.differs_from(Outcome::Either));
        assert!(!Verdict::Agree.differs_from(Outcome::Either));
        assert!(Verdict::Hi.differs_from(Outcome::HimLean));
        assert!(Verdict::Hi.differs_from(Outcome::Either));
        assert!(Verdict::Either.differs_from(Outcome::HiClear));
        assert!(Verdict::Him.differs_from(Outcome::Insufficient));
    }

    #[test]
    fn with_too_few_answers_there_is_nothing_to_agree_with() {
        assert_eq!(Verdict::Agree.on(Outcome::Insufficient), Err("advice-nothing-to-agree-with"));
        assert_eq!(Verdict::Hi.on(Outcome::Insufficient), Ok(Verdict::Hi));
        assert_eq!(Verdict::Agree.on(Outcome::Either), Ok(Verdict::Agree));
    }

    #[test]
    fn only_agreeing_needs_no_reason() {
        assert_eq!(reason("", Some(Verdict::Agree)), Ok(None));
        assert_eq!(reason("credits", Some(Verdict::Agree)), Ok(Some(Reason::Credits)));
        assert_eq!(reason("", Some(Verdict::Him)), Err("advice-reason-missing"));
        assert_eq!(reason("", Some(Verdict::Either)), Err("advice-reason-missing"));
        assert_eq!(reason("because", Some(Verdict::Him)), Err("staff-choice-unknown"));
        assert_eq!(reason("", None), Ok(None));
    }

    #[test]
    fn words_may_be_empty_and_are_at_most_five_thousand_characters() {
        assert!(AdviceWords::parse("").is_ok());
        assert!(AdviceWords::parse(&"é".repeat(WORDS_LIMIT)).is_ok());
        assert_eq!(AdviceWords::parse(&"é".repeat(WORDS_LIMIT + 1)).err(), Some("advice-too-long"));
        assert_eq!(AdviceWords::parse("\u{1b}[31m").err(), Some("advice-malformed"));
    }
}
