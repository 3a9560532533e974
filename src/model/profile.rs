//! What the student told us about themselves: read from a form, and used only as each field says.

pub mod choices;
mod store;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use choices::{Cost, CreditUnit, Education, Pace, PayPriority, Setting, Supervise};

/// The longest name to be called by, in characters.
pub const CALLED_LIMIT: usize = 80;
/// The most credits a student may enter, of any kind.
pub const CREDITS_LIMIT: i16 = 600;
/// The most years a student may be willing to study.
pub const YEARS_LIMIT: i16 = 6;
/// The longest answer to "What matters most to you?", in characters.
pub const MATTERS_LIMIT: usize = 500;

/// What a student told us; every field may have been left empty. A copy of it is stored with a result.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// What the student wants to be called.
    pub called: Option<String>,
    /// Highest education finished: decides which programs are open.
    pub education: Option<Education>,
    /// College credits earned, counted in `unit`.
    pub credits: Option<i16>,
    /// The kind of those credits.
    pub unit: Option<CreditUnit>,
    /// Most years the student would study, 1 to 6.
    pub years: Option<i16>,
    /// How much of the student's time the study gets.
    pub pace: Option<Pace>,
    /// What the student can spend.
    pub cost: Option<Cost>,
    /// Whether the student wants to supervise people.
    pub supervise: Option<Supervise>,
    /// Where the student would like to work.
    pub setting: Option<Setting>,
    /// How important pay is.
    pub pay: Option<PayPriority>,
    /// What matters most, in the student's own words; read by the advisor, used for nothing.
    pub matters: Option<String>,
}

impl Profile {
    /// The student's wish to supervise; left empty it means maybe (field notes, 4f-exact).
    pub fn supervision(&self) -> Supervise {
        self.supervise.unwrap_or(Supervise::Maybe)
    }

    /// The part that a result may rest on (c1 to c6), without the student's name, wishes and own words.
    pub fn used(&self) -> Profile {
        Profile { called: None, setting: None, pay: None, matters: None, ..self.clone() }
    }
}

// A profile holds a student's own words: it must not reach a log.
impl fmt::Debug for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Profile(…)")
    }
}

/// A profile as it came from the form, so that a page with errors can show everything that was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ProfileDraft {
    /// "What should we call you?"
    pub called: String,
    /// A code of `Education`.
    pub education: String,
    /// A whole number.
    pub credits: String,
    /// A code of `CreditUnit`.
    pub unit: String,
    /// A whole number.
    pub years: String,
    /// A code of `Pace`.
    pub pace: String,
    /// A code of `Cost`.
    pub cost: String,
    /// A code of `Supervise`.
    pub supervise: String,
    /// A code of `Setting`.
    pub setting: String,
    /// A code of `PayPriority`.
    pub pay: String,
    /// "What matters most to you?"
    pub matters: String,
}

/// A field's value, nothing when it was left empty, or the key of the message beside it.
pub type Field<T> = Result<Option<T>, &'static str>;

impl ProfileDraft {
    /// What to call the student: one line of at most `CALLED_LIMIT` characters.
    pub fn called(&self) -> Field<String> {
        let called = self.called.trim();
        if called.chars().any(char::is_control) {
            return Err("called-not-plain");
        }
        if called.chars().count() > CALLED_LIMIT {
            return Err("called-too-long");
        }
        Ok(filled(called).map(str::to_owned))
    }

    /// The highest education finished.
    pub fn education(&self) -> Field<Education> {
        filled(&self.education).map(Education::parse).transpose()
    }

    /// Credits earned: a whole number from 0 to `CREDITS_LIMIT`.
    pub fn credits(&self) -> Field<i16> {
        whole_number(&self.credits, 0, CREDITS_LIMIT, "credits-not-a-number", "credits-out-of-range")
    }

    /// The kind of credits.
    pub fn unit(&self) -> Field<CreditUnit> {
        filled(&self.unit).map(CreditUnit::parse).transpose()
    }

    /// Years the student would study: a whole number from 1 to `YEARS_LIMIT`.
    pub fn years(&self) -> Field<i16> {
        whole_number(&self.years, 1, YEARS_LIMIT, "years-not-a-number", "years-out-of-range")
    }

    /// The pace of study.
    pub fn pace(&self) -> Field<Pace> {
        filled(&self.pace).map(Pace::parse).transpose()
    }

    /// What the student can spend.
    pub fn cost(&self) -> Field<Cost> {
        filled(&self.cost).map(Cost::parse).transpose()
    }

    /// The wish to supervise.
    pub fn supervise(&self) -> Field<Supervise> {
        filled(&self.supervise).map(Supervise::parse).transpose()
    }

    /// The place of work.
    pub fn setting(&self) -> Field<Setting> {
        filled(&self.setting).map(Setting::parse).transpose()
    }

    /// The importance of pay.
    pub fn pay(&self) -> Field<PayPriority> {
        filled(&self.pay).map(PayPriority::parse).transpose()
    }

    /// What matters most: at most `MATTERS_LIMIT` characters, line breaks allowed.
    pub fn matters(&self) -> Field<String> {
        // Browsers send a line break as two characters and count it as one.
        let matters = self.matters.replace("\r\n", "\n");
        let matters = matters.trim();
        if matters.chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t') {
            return Err("matters-not-plain");
        }
        if matters.chars().count() > MATTERS_LIMIT {
            return Err("matters-too-long");
        }
        Ok(filled(matters).map(str::to_owned))
    }
}

impl From<&Profile> for ProfileDraft {
    /// The form as it looks when a student comes back to a saved profile.
    fn from(profile: &Profile) -> ProfileDraft {
        fn code<T: Copy>(choice: Option<T>, code: impl Fn(T) -> &'static str) -> String {
            choice.map_or_else(String::new, |choice| code(choice).to_owned())
        }
        fn number(number: Option<i16>) -> String {
            number.map_or_else(String::new, |number| number.to_string())
        }
        ProfileDraft {
            called: profile.called.clone().unwrap_or_default(),
            education: code(profile.education, Education::code),
            credits: number(profile.credits),
            unit: code(profile.unit, CreditUnit::code),
            years: number(profile.years),
            pace: code(profile.pace, Pace::code),
            cost: code(profile.cost, Cost::code),
            supervise: code(profile.supervise, Supervise::code),
            setting: code(profile.setting, Setting::code),
            pay: code(profile.pay, PayPriority::code),
            matters: profile.matters.clone().unwrap_or_default(),
        }
    }
}

fn filled(raw: &str) -> Option<&str> {
    let raw = raw.trim();
    (!raw.is_empty()).then_some(raw)
}

fn whole_number(
    raw: &str,
    least: i16,
    most: i16,
    not_a_number: &'static str,
    out_of_range: &'static str,
) -> Field<i16> {
    let Some(raw) = filled(raw) else {
        return Ok(None);
    };
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(not_a_number);
    }
    // Only digits are left, so what does not fit the type is out of range too.
    match raw.parse() {
        Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
        _ => Err(out_of_range),
    }
}

#[cfg(test)]
mod tests;
