//! The advisor's word on one result. The latest stands, older ones stay, and the computed result never changes.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    advisee::Advisee,
    audit::{self, Action},
    error::{Error, Result},
    fit::{Outcome, Side},
    id::{FormKey, PersonId, ResultId},
    note::{contact::choices, plain},
    person::Advisor,
};
use crate::schema::{advice, result};

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

/// Advice as it was given. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = advice, check_for_backend(Pg))]
pub struct Advice {
    /// The result it is about.
    pub result_id: ResultId,
    /// Who gave it.
    pub author_id: PersonId,
    /// Their name as it was.
    pub author: String,
    verdict: String,
    reason: Option<String>,
    /// What the student reads; may be empty.
    pub words: String,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

impl Advice {
    /// Gives advice on a result of this student. The same form is the same advice, however often it is sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a result of somebody else, and when the student was moved out of reach meanwhile; [`Error::Conflict`] when the student is nobody's yet, when there
    /// is nothing to agree with, or when the form's key belongs to other advice.
    #[expect(clippy::too_many_arguments, reason = "one act with all that the form asks")]
    pub async fn give(
        advisor: &Advisor,
        advisee: &Advisee,
        result_id: ResultId,
        verdict: Verdict,
        reason: Option<Reason>,
        words: &AdviceWords,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        conn.transaction(async |conn| {
            let theirs = advisee.hold(advisor, conn).await?;
            let outcome: String = result::table
                .find(result_id)
                .filter(result::student_id.eq(advisee.id))
                .select(result::outcome)
                .first(conn)
                .await?;
            let outcome = Outcome::parse(&outcome).ok_or(Error::NotFound)?;
            let stands = verdict.on(outcome).is_ok() && (verdict == Verdict::Agree || reason.is_some());
            let is_anybodys = theirs.is_some() || advisor.is_lead();
            if !is_anybodys || !stands {
                return Err(Error::Conflict);
            }
            let id = Uuid::now_v7();
            let given = diesel::insert_into(advice::table)
                .values((
                    (advice::id.eq(id), advice::result_id.eq(result_id)),
                    (advice::author_id.eq(advisor.id()), advice::author.eq(&advisor.person().full_name)),
                    (advice::verdict.eq(verdict.code()), advice::reason.eq(reason.map(Reason::code))),
                    (advice::words.eq(&words.0), advice::form_key.eq(form_key)),
                ))
                .on_conflict(advice::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if given == 0 {
                return Self::is_of_form(advisor, result_id, form_key, conn).await;
            }
            audit::record(Some(advisor.id()), Action::GaveAdvice, "advice", Some(id), Some(advisee.id), conn).await
        })
        .await
    }

    async fn is_of_form(
        advisor: &Advisor,
        result_id: ResultId,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let theirs = advice::table
            .filter(advice::form_key.eq(form_key))
            .filter(advice::author_id.eq(advisor.id()))
            .filter(advice::result_id.eq(result_id));
        let known: bool = diesel::select(diesel::dsl::exists(theirs)).get_result(conn).await?;
        if known { Ok(()) } else { Err(Error::Conflict) }
    }

    /// The advice that stands on a result: the latest. Whose result it is was decided where its id came from.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn latest_on(result_id: ResultId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(advice::table
            .filter(advice::result_id.eq(result_id))
            .order((advice::created_at.desc(), advice::id.desc()))
            .select(Self::as_select())
            .first(conn)
            .await
            .optional()?)
    }

    /// What was said.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::parse(&self.verdict).expect("the table's check allows only our verdicts")
    }

    /// Why, if a reason was given.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.reason.as_deref().and_then(|code| Reason::parse(code).ok().flatten())
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
