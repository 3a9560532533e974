//! The rows of a program's form for those who vouch for it.

use super::{NEW, program_form::LONGEST};
use crate::{
    model::program::draft::program::Vouched,
    web::{
        admin::{day, line},
        fields::Fields,
        form::Errors,
    },
};

/// The most bodies that vouch for one program.
const MOST: usize = 12;

/// A body that vouches, as typed.
#[derive(Default)]
pub(super) struct VouchedForm {
    pub place: String,
    pub body: String,
    pub scope: String,
    pub status: String,
    pub since: String,
    pub until: String,
    pub scope_es: String,
    pub status_es: String,
}

impl VouchedForm {
    pub fn field(&self, what: &str) -> String {
        format!("{what}-{}", self.place)
    }

    pub fn is_new(&self) -> bool {
        self.place == NEW
    }

    /// Whether there is nothing to keep: a row that says nothing, or one there was whose body was emptied to take it out.
    pub fn is_nothing(&self) -> bool {
        let all = [&self.scope, &self.status, &self.since, &self.until, &self.scope_es, &self.status_es];
        self.body.trim().is_empty() && (!self.is_new() || all.iter().all(|text| text.trim().is_empty()))
    }

    /// Those that were posted.
    pub fn typed(fields: &Fields) -> Vec<Self> {
        let typed = |place: String| {
            let get = |what: &str| fields.get(&format!("{what}-{place}")).to_owned();
            Self {
                body: get("body"),
                scope: get("scope"),
                status: get("status"),
                since: get("since"),
                until: get("until"),
                scope_es: get("scope_es"),
                status_es: get("status_es"),
                place,
            }
        };
        fields.rows("body-").into_iter().take(MOST).map(typed).collect()
    }

    /// The row of one that stands in the draft.
    pub fn of(one: &Vouched, place: usize) -> Self {
        Self {
            place: place.to_string(),
            body: one.body.clone(),
            scope: one.scope.clone(),
            status: one.status.clone(),
            since: one.since.map(|day| day.to_string()).unwrap_or_default(),
            until: one.until.map(|day| day.to_string()).unwrap_or_default(),
            scope_es: one.scope_es.clone(),
            status_es: one.status_es.clone(),
        }
    }

    /// The body with what it covers.
    pub fn read(&self, errors: &mut Errors) -> Option<Vouched> {
        let mut text = |what: &str, raw: &str, needed: bool| {
            let text = line(raw, LONGEST);
            let text = text.and_then(|text| if needed && text.is_empty() { Err("words-missing") } else { Ok(text) });
            errors.take(&self.field(what), text)
        };
        let scope = text("scope", &self.scope, true);
        let status = text("status", &self.status, true);
        let is_told = !self.scope_es.trim().is_empty() || !self.status_es.trim().is_empty();
        let scope_es = text("scope_es", &self.scope_es, is_told);
        let status_es = text("status_es", &self.status_es, is_told);
        let body = line(&self.body, LONGEST);
        let body = body.and_then(|body| if body.is_empty() { Err("accreditation-body-missing") } else { Ok(body) });
        let body = errors.take(&self.field("body"), body);
        let since = errors.take(&self.field("since"), day(&self.since));
        let until = errors.take(&self.field("until"), day(&self.until));
        if let (Some(Some(since)), Some(Some(until))) = (since, until)
            && until < since
        {
            errors.add(&self.field("until"), "until-before-since");
        }
        Some(Vouched {
            body: body?,
            scope: scope?,
            status: status?,
            since: since?,
            until: until?,
            scope_es: scope_es?,
            status_es: status_es?,
        })
    }
}
