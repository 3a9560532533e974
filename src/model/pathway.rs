//! What a program asks of a student: whether it can be begun, how long it takes and what is left (field notes, 4f-exact).
//!
//! `path` the way through a field, step by step
//!
//! Credits are counted in tenths of a quarter credit (`q10`), so that nothing is rounded before it is shown.

mod path;

use serde::{Deserialize, Serialize};

pub use self::path::{Gap, Lower, Path, Step, path};
use super::fit::Side;
use super::profile::{CreditUnit, Education, Pace, Profile};

/// Tenths of a quarter credit that a student finishes in a year at full pace: three terms of 15 credits.
const YEAR_Q10: i32 = 450;

/// What completing a program earns, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Award {
    /// Associate degree.
    Associate,
    /// Bachelor's degree.
    Bachelor,
    /// Certificate after a bachelor's degree.
    Certificate,
    /// Master's degree.
    Master,
}

impl Award {
    /// Every award, lowest first.
    pub const ALL: &'static [Award] = &[Award::Associate, Award::Bachelor, Award::Certificate, Award::Master];

    /// Its code in forms and in storage.
    pub fn code(self) -> &'static str {
        match self {
            Award::Associate => "associate",
            Award::Bachelor => "bachelor",
            Award::Certificate => "certificate",
            Award::Master => "master",
        }
    }

    /// The award with this code.
    pub fn parse(code: &str) -> Option<Award> {
        Award::ALL.iter().copied().find(|award| award.code() == code)
    }

    /// Whether a student with this education holds it or a higher one.
    pub fn is_held_with(self, education: Education) -> bool {
        let highest = match education {
            Education::HighSchool | Education::SomeCollege => return false,
            Education::Associate => Award::Associate,
            Education::Bachelor => Award::Bachelor,
            Education::Master => Award::Master,
        };
        self <= highest
    }

    /// Whether college credits earned before count toward it.
    fn takes_credits(self) -> bool {
        matches!(self, Award::Associate | Award::Bachelor)
    }
}

/// The facts of one program of the school's catalog that a path rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its address under `/programs`.
    pub slug: String,
    /// Its name in the catalog.
    pub title: String,
    /// The field it belongs to.
    pub field: Side,
    /// What completing it earns.
    pub award: Award,
    /// The education it asks for at the start.
    pub entry: Education,
    /// Its length, in tenths of a quarter credit.
    pub credits_q10: i32,
    /// The most of it that credits brought along may cover, in percent.
    pub cap_percent: i32,
    /// The exam that its award opens, if one does.
    pub credential: Option<String>,
    /// The jobs that it opens, in words.
    pub jobs: String,
    /// The code of the federal group of jobs whose figures stand beside them.
    pub occupation: Option<String>,
    /// What must be said before anyone is sent to it.
    pub warning: Option<String>,
}

/// Whether a program fits the years a student would study. It never moves a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Feasibility {
    /// It takes no more years than the student would study.
    Fits { years: i32, remaining_q10: i32 },
    /// It takes one year more.
    Stretch { years: i32, remaining_q10: i32 },
    /// It takes at least two years more.
    OverTime { years: i32, remaining_q10: i32 },
    /// It cannot be begun before this education is finished.
    Blocked { needs: Education },
}

impl Feasibility {
    /// Its code in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Feasibility::Fits { .. } => "FITS",
            Feasibility::Stretch { .. } => "STRETCH",
            Feasibility::OverTime { .. } => "OVER_TIME",
            Feasibility::Blocked { .. } => "BLOCKED",
        }
    }

    /// Years it takes at the student's pace; nothing when it cannot be begun.
    pub fn years(self) -> Option<i32> {
        self.load().map(|(years, _)| years)
    }

    /// What is left of it, in tenths of a quarter credit; nothing when it cannot be begun.
    pub fn remaining_q10(self) -> Option<i32> {
        self.load().map(|(_, remaining)| remaining)
    }

    /// Whether it cannot be begun yet.
    pub fn is_blocked(self) -> bool {
        matches!(self, Feasibility::Blocked { .. })
    }

    fn load(self) -> Option<(i32, i32)> {
        match self {
            Feasibility::Fits { years, remaining_q10 }
            | Feasibility::Stretch { years, remaining_q10 }
            | Feasibility::OverTime { years, remaining_q10 } => Some((years, remaining_q10)),
            Feasibility::Blocked { .. } => None,
        }
    }

    /// Better ones first: what fits before what does not, then fewer years, then the lower entry.
    fn rank(self) -> (u8, i32) {
        match self {
            Feasibility::Fits { years, .. } => (0, years),
            Feasibility::Stretch { years, .. } => (1, years),
            Feasibility::OverTime { years, .. } => (2, years),
            Feasibility::Blocked { needs } => (3, needs as i32),
        }
    }
}

/// Whether one program fits this student; nothing when education, years or pace were left empty.
pub fn feasibility(program: &Program, profile: &Profile) -> Option<Feasibility> {
    let (education, willing, pace) = (profile.education?, i32::from(profile.years?), profile.pace?);
    if education < program.entry {
        return Some(Feasibility::Blocked { needs: program.entry });
    }
    let remaining_q10 = remaining_q10(program, profile);
    let years = divided_up(remaining_q10, at_pace(YEAR_Q10, pace));
    Some(match years - willing {
        ..=0 => Feasibility::Fits { years, remaining_q10 },
        1 => Feasibility::Stretch { years, remaining_q10 },
        _ => Feasibility::OverTime { years, remaining_q10 },
    })
}

/// The program of a field that suits this student best; nothing when the field has none or the profile says too little.
///
/// Awards the student holds are passed over while another one can be begun; of equals the first in the catalog wins.
pub fn best_of<'a>(field: Side, catalog: &'a [Program], profile: &Profile) -> Option<(&'a Program, Feasibility)> {
    let education = profile.education?;
    let rated: Vec<(&Program, Feasibility)> = catalog
        .iter()
        .filter(|program| program.field == field)
        .filter_map(|program| Some((program, feasibility(program, profile)?)))
        .collect();
    let is_new = |program: &Program| !program.award.is_held_with(education);
    let passes_over_held = rated.iter().any(|(program, rating)| is_new(program) && !rating.is_blocked());
    rated
        .into_iter()
        .filter(|(program, _)| is_new(program) || !passes_over_held)
        .min_by_key(|(_, rating)| rating.rank())
}

/// What is left of a program after the credits a student can bring along, in tenths of a quarter credit.
pub fn remaining_q10(program: &Program, profile: &Profile) -> i32 {
    remaining_with(program, credits_q10(profile))
}

/// The same with so many tenths of a quarter credit brought along.
fn remaining_with(program: &Program, credits_q10: i32) -> i32 {
    let brought = if program.award.takes_credits() { credits_q10 } else { 0 };
    (program.credits_q10 - brought.min(most_q10(program))).max(0)
}

/// The most that may be brought along.
fn most_q10(program: &Program) -> i32 {
    program.credits_q10 * program.cap_percent / 100
}

/// A student's credits in tenths of a quarter credit; an empty field counts as 0, an unsure unit as quarter.
pub fn credits_q10(profile: &Profile) -> i32 {
    let per_credit = match profile.unit {
        Some(CreditUnit::Semester) => 15,
        Some(CreditUnit::Quarter | CreditUnit::NotSure) | None => 10,
    };
    i32::from(profile.credits.unwrap_or(0)) * per_credit
}

/// The same rest in whole credits of the school's kind, rounded up.
pub fn credits_left(remaining_q10: i32, school: CreditUnit) -> i32 {
    match school {
        CreditUnit::Semester => divided_up(remaining_q10, 15),
        CreditUnit::Quarter | CreditUnit::NotSure => divided_up(remaining_q10, 10),
    }
}

/// The same rest in terms of 15 of the school's credits (half pace 7.5), rounded up.
pub fn terms_left(remaining_q10: i32, school: CreditUnit, pace: Pace) -> i32 {
    // Twice both, because half a semester term is 112.5 tenths of a quarter credit.
    let term = match school {
        CreditUnit::Semester => 450,
        CreditUnit::Quarter | CreditUnit::NotSure => 300,
    };
    divided_up(2 * remaining_q10, at_pace(term, pace))
}

/// Credits that a student has, in whole ones of the school's kind, rounded down.
pub fn credits_had(q10: i32, school: CreditUnit) -> i32 {
    match school {
        CreditUnit::Semester => q10 / 15,
        CreditUnit::Quarter | CreditUnit::NotSure => q10 / 10,
    }
}

fn at_pace(full: i32, pace: Pace) -> i32 {
    match pace {
        Pace::Full => full,
        Pace::Half => full / 2,
    }
}

fn divided_up(amount: i32, by: i32) -> i32 {
    (amount + by - 1) / by
}

#[cfg(test)]
mod tests;
