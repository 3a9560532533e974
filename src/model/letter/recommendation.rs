//! What a recommendation letter says: facts, copied from the result, the catalog and the figures.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Sender;
use crate::model::id::RevisionId;

/// What a recommendation letter says, copied from the result so that the letter stays true to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecommendationFacts {
    /// What the student wants to be called; `None`: the full name on the letter.
    #[serde(default)]
    pub called: Option<String>,
    /// `HI_CLEAR`, `HI_LEAN`, `EITHER`, `HIM_LEAN`, `HIM_CLEAR` or `INSUFFICIENT`.
    pub outcome: String,
    /// Why an `EITHER` is one: `CONFLICT`, `BOTH_APPEAL`, `NEITHER_APPEALS`, `NO_OPINION`, `BALANCED`.
    pub reason: Option<String>,
    /// Points toward health informatics.
    pub hi: i16,
    /// Points toward health information management.
    pub him: i16,
    /// Questions answered on the scale.
    pub answered: i16,
    /// Questions there are.
    pub item_count: i16,
    /// The most points one side can get: the length of a full bar.
    pub most: i16,
    /// Answers still needed before a result can be given; 0 unless `INSUFFICIENT`.
    pub missing: i16,
    /// Names of the poles of the three dimensions that moved it most toward the named side; for `EITHER` to any side.
    pub strongest: Vec<String>,
    /// The pole that pulled the other way most, if one did.
    pub against: Option<String>,
    /// How the named side's best program fits the student's plans; `None` without a named side or a profile.
    pub program: Option<ProgramFit>,
    /// Figures with their sources, in the order to show.
    pub figures: Vec<Figure>,
    /// What must be said beside the figures.
    pub disclaimer: String,
    /// The one next thing to do.
    pub next_step: NextStep,
    /// The student's advisor, if there is one.
    pub advisor: Option<Sender>,
    /// The school's setting: whether points may be in mail.
    pub include_scores: bool,
    /// The address of the result within the portal, `/results/{id}`.
    pub result_path: String,
    /// The day of the result in the school's zone.
    pub result_date: Date,
}

impl RecommendationFacts {
    /// The side the outcome names: `hi`, `him` or none.
    #[must_use]
    pub fn named(&self) -> Option<&'static str> {
        match self.outcome.as_str() {
            "HI_CLEAR" | "HI_LEAN" => Some("hi"),
            "HIM_CLEAR" | "HIM_LEAN" => Some("him"),
            _ => None,
        }
    }

    /// Whether there are too few answers: the letter then says what is missing and recommends nothing.
    #[must_use]
    pub fn is_insufficient(&self) -> bool {
        self.outcome == "INSUFFICIENT"
    }
}

/// One program measured against the student's plans (`field.md` 4f-exact).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramFit {
    /// The program's title in the catalog.
    pub title: String,
    /// `FITS`, `STRETCH`, `OVER_TIME` or `BLOCKED`.
    pub feasibility: String,
    /// Years at the student's pace; of no meaning when `BLOCKED`.
    pub years: i16,
    /// The education a `BLOCKED` program asks for: `some_college`, `associate`, `bachelor`, `master`, or its own words.
    pub needs: Option<String>,
    /// What must be said before anyone is sent to it: its official earnings measure does not pass.
    #[serde(default)]
    pub warning: Option<String>,
}

/// One published figure, copied from its claim revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What is measured, for instance the occupation's title.
    pub label: String,
    /// The value with its unit, ready to read: `$51,140`.
    pub value: String,
    /// The claim's statistic as `claim_revision` spells it; one without a word of its own, as `none`, is left out.
    pub statistic: String,
    /// The period it speaks of: `May 2025`, `2025–35`.
    pub period: String,
    /// The publisher or title of the source.
    pub source: String,
    /// The day it was checked at the source; `None` for a claim marked S or M: the letter says "To be checked".
    pub checked_on: Option<Date>,
    /// The revision shown, so that a later correction knows who was told this one.
    pub revision_id: RevisionId,
    /// Whether its last day had passed when the letter was written: the letter then shows no value.
    #[serde(default)]
    pub under_review: bool,
}

impl Figure {
    /// Whether both can stand over one source line.
    #[must_use]
    pub fn shares_source(&self, other: &Self) -> bool {
        (&self.statistic, &self.period, &self.source, self.checked_on)
            == (&other.statistic, &other.period, &other.source, other.checked_on)
    }
}

/// The one next thing a recommendation asks of the student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NextStep {
    /// Talk the result over.
    TalkToAdvisor,
    /// Fill in the profile, so that feasibility can be told.
    FillProfile,
    /// The named program is blocked or takes too long: ask about a first step.
    FirstStep,
    /// Neither career appeals: look at other programs.
    OtherPrograms,
    /// Answer the questions that are missing.
    FinishQuestions,
}
