//! Students for every page a result can be: what they said, and what must be stored of it. The browser tests read the
//! same file, `tests/outcomes.json`: 24 answers in their order (null: left out), the profile as its form sends it, and
//! where it needs more, the advice that was given or the outcome of the next try.

use serde::Deserialize;
use serde_json::Value;

use super::{Member, Portal, Visitor};

/// One student's way to a result.
#[derive(Deserialize)]
pub struct Way {
    /// Such as `hi-clear`.
    pub name: String,
    /// The stored outcome.
    pub outcome: String,
    /// The stored reason of an either.
    pub reason: Option<String>,
    /// The stored flags.
    pub flags: Vec<String>,
    /// Points toward HI and toward HIM.
    pub points: (i64, i64),
    profile: std::collections::BTreeMap<String, String>,
    answers: Vec<Value>,
    /// What the advisor says about it.
    pub advice: Option<Advice>,
    /// The way that is gone afterwards, so that this result is an older one.
    pub then: Option<String>,
}

/// An advisor's word, as its form sends it.
#[derive(Deserialize)]
pub struct Advice {
    verdict: String,
    reason: String,
    words: String,
}

/// All of them.
pub fn all() -> Vec<Way> {
    serde_json::from_str(include_str!("../outcomes.json")).unwrap()
}

/// One of them.
pub fn way(name: &str) -> Way {
    all().into_iter().find(|one| one.name == name).unwrap_or_else(|| panic!("no outcome {name}"))
}

impl Way {
    /// The answers as forms send them.
    pub fn said(&self) -> Vec<(String, String)> {
        let name = |at: usize| format!("q{:02}", at + 1);
        let said = self.answers.iter().enumerate().filter(|(_, value)| !value.is_null());
        said.map(|(at, value)| (name(at), value.as_str().map_or_else(|| value.to_string(), str::to_owned))).collect()
    }
}

impl Visitor {
    /// Goes a way, from the profile to the result, as often as one likes; gives the result's address.
    pub async fn go(&self, way: &Way) -> String {
        self.post("/profile", &way.profile).await.leads_to("/profile");
        self.press("/attempts").await.leads_to("/questions");
        self.answer_all(&way.said()).await.is(200);
        self.hand_in().await
    }
}

impl Member {
    /// Advises a student on the newest result.
    pub async fn advises(&self, student: &Member, advice: &Advice) {
        let Advice { verdict, reason, words } = advice;
        let form = self.get(student.advice_path()).await.form(&student.advice_path());
        let form = form.fill("verdict", verdict).fill("reason", reason).fill("words", words);
        self.submit(form).await.is(303);
    }
}

impl Portal {
    /// The stored row of a result.
    pub async fn stored(&self, path: &str) -> Value {
        let id = path.trim_start_matches("/results/");
        let row = self.text(&format!("select to_jsonb(result)::text from result where id = '{id}'")).await;
        serde_json::from_str(&row).unwrap()
    }
}
