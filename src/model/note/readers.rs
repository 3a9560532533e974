//! Who will be able to read a note, said before it is saved.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::NoteLevel;
use crate::{
    model::{
        advisee::Record,
        error::Result,
        id::PersonId,
        person::{Advisor, Role},
    },
    schema::person,
};

/// Who will be able to read a note, by name, before it is saved.
pub struct Readers {
    called: String,
    advisor: Option<String>,
    leads: Vec<String>,
    is_advisor: bool,
    is_lead: bool,
}

/// Lead advisors that are named; a school has few.
const LEADS_NAMED: usize = 6;

impl Readers {
    /// Everybody who reads notes in this record, as this advisor would say it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(record: &Record, advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Self> {
        let leads: Vec<(PersonId, String)> = person::table
            .filter(person::role.eq(Role::Lead.code()))
            .filter(person::deactivated_at.is_null())
            .order((person::full_name, person::id))
            .limit(100)
            .select((person::id, person::full_name))
            .load(conn)
            .await?;
        let theirs = record.advisor.as_ref();
        Ok(Self {
            called: record.called(),
            is_advisor: theirs.is_some_and(|(id, _)| *id == advisor.id()),
            advisor: theirs.map(|(_, name)| name.clone()),
            leads: leads
                .into_iter()
                .filter(|(id, _)| *id != advisor.id() && theirs.is_none_or(|(theirs, _)| theirs != id))
                .map(|(_, name)| name)
                .collect(),
            is_lead: advisor.is_lead(),
        })
    }

    /// The readers of a level in words, such as "You and lead advisor Lee Park".
    #[must_use]
    pub fn at(&self, level: NoteLevel) -> String {
        let mut names = Vec::new();
        if level == NoteLevel::Student {
            names.push(self.called.clone());
        }
        if level == NoteLevel::Restricted || self.is_advisor || self.is_lead {
            names.push(if names.is_empty() { "You" } else { "you" }.to_owned());
        }
        if level != NoteLevel::Restricted {
            match &self.advisor {
                Some(name) if !self.is_advisor => names.push(name.clone()),
                Some(_) => {}
                None if names.is_empty() => names.push("Any advisor until one is assigned".to_owned()),
                None => names.push("any advisor until one is assigned".to_owned()),
            }
        }
        names.extend(self.leads_in_words());
        listed(&names)
    }

    fn leads_in_words(&self) -> Option<String> {
        let more = self.leads.len().saturating_sub(LEADS_NAMED);
        let mut names: Vec<String> = self.leads.iter().take(LEADS_NAMED).cloned().collect();
        if more > 0 {
            names.push(format!("{more} more"));
        }
        match names.len() {
            0 => None,
            1 => Some(format!("lead advisor {}", names[0])),
            _ => Some(format!("lead advisors {}", listed(&names))),
        }
    }
}

/// Names as a sentence lists them: "Ada, Bo and Lee".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readers(advisor: Option<&str>, leads: &[&str], is_advisor: bool, is_lead: bool) -> Readers {
        Readers {
            called: "Eve".to_owned(),
            advisor: advisor.map(str::to_owned),
            leads: leads.iter().map(|name| (*name).to_owned()).collect(),
            is_advisor,
            is_lead,
        }
    }

    #[test]
    fn the_students_advisor_reads_what_a_note_of_theirs_will_say() {
        let ada = readers(Some("Ada Bell"), &["Lee Park"], true, false);
        assert_eq!(ada.at(NoteLevel::Student), "Eve, you and lead advisor Lee Park");
        assert_eq!(ada.at(NoteLevel::Advisors), "You and lead advisor Lee Park");
        assert_eq!(ada.at(NoteLevel::Restricted), "You and lead advisor Lee Park");
    }

    #[test]
    fn a_lead_is_told_that_the_advisor_reads_too_but_not_restricted_notes() {
        let lee = readers(Some("Ada Bell"), &[], false, true);
        assert_eq!(lee.at(NoteLevel::Advisors), "You and Ada Bell");
        assert_eq!(lee.at(NoteLevel::Restricted), "You");
    }

    #[test]
    fn while_nobody_has_the_student_any_advisor_reads() {
        let bo = readers(None, &["Lee Park", "Mo Reed"], false, false);
        assert_eq!(
            bo.at(NoteLevel::Student),
            "Eve, any advisor until one is assigned and lead advisors Lee Park and Mo Reed"
        );
        assert_eq!(
            bo.at(NoteLevel::Advisors),
            "Any advisor until one is assigned and lead advisors Lee Park and Mo Reed"
        );
        assert_eq!(bo.at(NoteLevel::Restricted), "You and lead advisors Lee Park and Mo Reed");
    }

    #[test]
    fn many_leads_are_named_up_to_six() {
        let names = ["A", "B", "C", "D", "E", "F", "G", "H"];
        let ada = readers(Some("Ada Bell"), &names, true, false);
        assert_eq!(ada.at(NoteLevel::Advisors), "You and lead advisors A, B, C, D, E, F and 2 more");
    }
}
