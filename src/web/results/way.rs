//! The student's next steps in words: where they stand, each step of the way with its credits and terms, and how the
//! shortest way fits their time. It never flips the fit; what transfers is the advisor's word.

use super::{super::page::Frame, words};
use crate::model::{
    fit::{Outcome, Side},
    offer::Offer,
    pathway::{self, Feasibility, Path, Step},
    profile::{Education, Pace, Profile},
    program::Notices,
};

/// The section on the page.
pub(in crate::web) struct Way {
    /// "Your next steps, from 40 credits".
    pub(in crate::web) title: String,
    /// How the shortest way of each field fits the student's time.
    pub(in crate::web) leads: Vec<String>,
    /// Whether the named field has no way in that fits.
    pub(in crate::web) is_far: bool,
    /// The student's education and credits.
    pub(in crate::web) here: String,
    /// The credits in the school's unit.
    pub(in crate::web) here_credits: String,
    /// The steps.
    pub(in crate::web) stops: Vec<Stop>,
    /// Whether both fields are shown.
    pub(in crate::web) is_of_both: bool,
}

impl Way {
    /// The programs on it.
    pub(in crate::web) fn programs(&self) -> Vec<String> {
        self.stops.iter().filter_map(|stop| stop.slug.clone()).collect()
    }
}

/// One step, drawn and in the table.
pub(in crate::web) struct Stop {
    pub(in crate::web) title: String,
    /// Its address word; none for a degree that a student may bring from anywhere.
    pub(in crate::web) slug: Option<String>,
    /// Whether there is a page about it today.
    pub(in crate::web) has_page: bool,
    pub(in crate::web) side: Option<&'static str>,
    pub(in crate::web) is_warned: bool,
    pub(in crate::web) credits: String,
    pub(in crate::web) words: String,
    pub(in crate::web) left: Option<i32>,
    pub(in crate::web) in_all: Option<i32>,
    pub(in crate::web) terms: Option<i32>,
    pub(in crate::web) opens: String,
}

/// What turns the model's numbers into the school's words.
struct Teller<'a> {
    offer: &'a Offer,
    profile: &'a Profile,
    notices: &'a Notices,
    frame: &'a Frame,
    pace: Pace,
}

/// The way for an outcome that has points; nothing where the profile says too little for one.
pub(in crate::web) fn way(
    offer: &Offer,
    outcome: Outcome,
    profile: &Profile,
    notices: &Notices,
    frame: &Frame,
) -> Option<Way> {
    if outcome == Outcome::Insufficient {
        return None;
    }
    let fields = outcome.side().map_or(vec![Side::Hi, Side::Him], |side| vec![side]);
    let path = pathway::path(&fields, &offer.programs, profile)?;
    let teller = Teller { offer, profile, notices, frame, pace: profile.pace? };
    let had = teller.had();
    let is_far = outcome.side().and_then(|side| pathway::best_of(side, &offer.programs, profile)).is_some_and(far);
    Some(Way {
        title: match profile.credits {
            Some(_) => frame.t.say("way-title-from").set("credits", had).to_string(),
            None => frame.t.say("way-title").to_string(),
        },
        leads: fields.iter().filter_map(|side| teller.lead(*side, is_far, &path)).collect(),
        is_far,
        here: teller.here(),
        here_credits: frame.t.say("ladder-credits").set("credits", had).to_string(),
        stops: teller.stops(&path),
        is_of_both: fields.len() > 1,
    })
}

fn far((_, feasibility): (&pathway::Program, Feasibility)) -> bool {
    matches!(feasibility, Feasibility::Blocked { .. } | Feasibility::OverTime { .. })
}

impl Teller<'_> {
    fn say(&self, key: &str) -> String {
        self.frame.t.say(key).to_string()
    }

    fn left(&self, q10: i32) -> i32 {
        pathway::credits_left(q10, self.frame.setting.unit())
    }

    fn terms(&self, q10: i32) -> i32 {
        pathway::terms_left(q10, self.frame.setting.unit(), self.pace)
    }

    fn had(&self) -> i32 {
        pathway::credits_had(pathway::credits_q10(self.profile), self.frame.setting.unit())
    }

    /// "Some college. 64 semester credits, 96 as quarter credits."
    fn here(&self) -> String {
        let (t, school) = (&self.frame.t, self.frame.setting.unit());
        let mut words = Vec::new();
        if let Some(education) = self.profile.education {
            words.push(format!("{}.", self.say(&format!("education-{}", education.code().replace('_', "-")))));
        }
        match (self.profile.credits, self.profile.unit) {
            (None, _) => words.push(self.say("time-no-credits")),
            (Some(credits), Some(unit)) if unit == school => {
                words.push(format!("{}.", t.say("credits-of").set("unit", unit.code()).set("credits", credits)));
            }
            (Some(credits), Some(unit)) if unit.code() != "not_sure" => {
                let given = t.say("credits-of").set("unit", unit.code()).set("credits", credits);
                let as_ours = t.say("way-here-as").set("unit", school.code()).set("credits", self.had());
                words.push(format!("{given}, {as_ours}."));
            }
            (Some(_), _) => words.push(self.say("time-unit-unsure")),
        }
        words.join(" ")
    }

    /// How the shortest way of a field fits the student's time; for a field that is named and far, with a first step.
    fn lead(&self, side: Side, is_far: bool, path: &Path<'_>) -> Option<String> {
        let (best, feasibility) = pathway::best_of(side, &self.offer.programs, self.profile)?;
        let key = match feasibility {
            Feasibility::Fits { .. } => "way-fits",
            Feasibility::Stretch { .. } => "way-stretch",
            Feasibility::OverTime { .. } => "way-over",
            Feasibility::Blocked { .. } => "way-blocked",
        };
        let phrase = self.frame.t.say(key).set("side", words::code(side)).set("title", &best.title);
        let phrase = phrase.set("years", feasibility.years().unwrap_or_default());
        let phrase = phrase.set("willing", self.profile.years.unwrap_or_default());
        let told = phrase.set("needs", self.needs(best.entry)).to_string();
        if !is_far {
            return Some(told);
        }
        let stays = self.frame.t.say("way-far").set("side", words::code(side)).to_string();
        Some([stays, told, self.first_step(best, feasibility, path), self.say("way-talk")].join(" "))
    }

    /// What a student can do now about a field that is closed or too long.
    fn first_step(&self, best: &pathway::Program, feasibility: Feasibility, path: &Path<'_>) -> String {
        let t = &self.frame.t;
        if feasibility.is_blocked() {
            return match path.gap.as_ref().and_then(|gap| gap.by.as_ref()) {
                Some(by) => t
                    .say("way-first-degree")
                    .set("title", &by.program.title)
                    .set("credits", self.left(by.in_all_q10.unwrap_or(by.left_q10)))
                    .to_string(),
                None => self.say("way-first-ask"),
            };
        }
        let full = Profile { pace: Some(Pace::Full), ..self.profile.clone() };
        let years = pathway::feasibility(best, &full).and_then(Feasibility::years);
        match years.filter(|years| Some(*years) < feasibility.years()) {
            Some(years) => format!("{} {}", t.say("way-first-term"), t.say("way-full-time").set("years", years)),
            None => self.say("way-first-term"),
        }
    }

    fn needs(&self, education: Education) -> String {
        self.say(&format!("letter-needs-{}", education.code().replace('_', "-")))
    }

    fn stops(&self, path: &Path<'_>) -> Vec<Stop> {
        let gap = path.gap.as_ref().map(|gap| Stop {
            title: self.frame.t.say("way-gap").set("needs", self.needs(gap.needs)).to_string(),
            slug: None,
            has_page: false,
            side: None,
            is_warned: false,
            credits: gap.by.as_ref().map(|by| self.more(by)).unwrap_or_default(),
            words: match &gap.by {
                Some(by) => self.frame.t.say("way-gap-by").set("title", &by.program.title).to_string(),
                None => self.say("way-first-ask"),
            },
            left: gap.by.as_ref().map(|by| self.left(by.left_q10)),
            in_all: gap.by.as_ref().and_then(|by| by.in_all_q10).map(|in_all| self.left(in_all)),
            terms: gap.by.as_ref().and_then(|by| by.in_all_q10).map(|in_all| self.terms(in_all)),
            opens: String::new(),
        });
        gap.into_iter().chain(path.steps.iter().map(|step| self.stop(step))).collect()
    }

    fn stop(&self, step: &Step<'_>) -> Stop {
        let program = step.program;
        let opens: Vec<&str> = program.credential.as_deref().into_iter().chain(filled(&program.jobs)).collect();
        Stop {
            title: program.title.clone(),
            slug: Some(program.slug.clone()),
            has_page: self.notices.has_page(&program.slug),
            side: Some(words::code(program.field)),
            is_warned: program.warning.is_some() || self.notices.warning(&program.slug).is_some(),
            credits: match step.needs {
                Some(needs) => self
                    .frame
                    .t
                    .say("way-after")
                    .set("credits", self.left(step.left_q10))
                    .set("needs", self.needs(needs))
                    .to_string(),
                None => self.more(step),
            },
            words: self.words_of(step),
            left: Some(self.left(step.left_q10)),
            in_all: step.in_all_q10.map(|in_all| self.left(in_all)),
            terms: step.in_all_q10.map(|in_all| self.terms(in_all)),
            opens: opens.join("; "),
        }
    }

    /// "50 more credits".
    fn more(&self, step: &Step<'_>) -> String {
        self.frame.t.say("way-more").set("credits", self.left(step.left_q10)).to_string()
    }

    fn words_of(&self, step: &Step<'_>) -> String {
        let t = &self.frame.t;
        let mut words = Vec::new();
        if step.is_second {
            words.push(self.say("way-second"));
        }
        match (step.needs, step.in_all_q10) {
            (None, _) => words.push(t.say("way-terms").set("terms", self.terms(step.left_q10)).to_string()),
            (Some(_), Some(in_all)) => {
                words.push(t.say("way-terms-in-all").set("terms", self.terms(in_all)).to_string())
            }
            (Some(_), None) => words.push(self.say("way-first-ask")),
        }
        if let Some(lower) = step.lower {
            // Of whole credits that are shown, so that the two steps add up to the eye.
            let (key, credits) = if lower.is_straight {
                ("way-builds-on", self.left(step.left_q10) - self.left(lower.left_q10))
            } else {
                ("way-longer", self.left(lower.after_q10))
            };
            words.push(t.say(key).set("credits", credits).to_string());
        }
        if step.is_capped {
            words.push(t.say("way-capped").set("cap", step.program.cap_percent).to_string());
        }
        if let Some(credential) = &step.program.credential {
            words.push(t.say("way-credential").set("what", credential).to_string());
        }
        if let Some(jobs) = filled(&step.program.jobs) {
            words.push(t.say("way-jobs").set("what", jobs).to_string());
        }
        words.join(" ")
    }
}

fn filled(words: &str) -> Option<&str> {
    (!words.is_empty()).then_some(words)
}
