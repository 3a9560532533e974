//! The worked examples of the field notes, 4h: answers, plans, and the outcome they must have.

use serde_json::Value;

/// One person of the worked examples.
pub struct Example {
    /// Such as `P02`.
    pub id: String,
    /// What was answered, by item; null: left out.
    answers: Value,
    context: Value,
    /// The outcome with its points.
    pub expected: Value,
}

/// All of them.
pub fn all() -> Vec<Example> {
    let all: Vec<Value> = serde_json::from_str(include_str!("../../src/seed/content/personas.json")).unwrap();
    let read = |one: Value| Example {
        id: one["id"].as_str().unwrap().to_owned(),
        answers: one["answers"].clone(),
        context: one["context"].clone(),
        expected: one["expected"].clone(),
    };
    all.into_iter().map(read).collect()
}

/// One of them.
pub fn example(id: &str) -> Example {
    all().into_iter().find(|one| one.id == id).unwrap()
}

/// The same answer to all 24 questions.
pub fn all_the_same(value: &str) -> Vec<(String, String)> {
    (1..=24).map(|number| (format!("q{number:02}"), value.to_owned())).collect()
}

impl Example {
    /// The answers as forms send them.
    pub fn said(&self) -> Vec<(String, String)> {
        let all = self.answers.as_object().unwrap().iter();
        all.filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.clone(), plain(value))).collect()
    }

    /// The profile as its form sends it.
    pub fn profile(&self) -> Vec<(&'static str, String)> {
        let fields = ["education", "credits", "unit", "years", "pace", "supervise", "cost", "setting"];
        let mut fields: Vec<_> = fields.into_iter().map(|name| (name, plain(&self.context[name]))).collect();
        fields.push(("pay", plain(&self.context["pay_priority"])));
        fields
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
