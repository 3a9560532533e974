//! The form for a time and a place, and what stands in its way.

use jiff::Timestamp;
use serde::Deserialize;

use super::moment;
use crate::{
    model::{
        error::Result,
        id::{FormKey, MeetingId},
        meeting::{Clash, DURATIONS, Meeting, Slot},
        person::Advisor,
    },
    web::{form::Errors, guard::Conn, page::Frame},
};

/// A time as it is posted.
#[derive(Deserialize)]
#[serde(default)]
pub struct SlotForm {
    pub(super) on: String,
    pub(super) at: String,
    pub(super) minutes: String,
    pub(super) place: String,
    pub(super) reason: String,
    /// The mark of the meeting as the form showed it.
    pub(super) mark: String,
    pub(super) form_key: FormKey,
}

impl Default for SlotForm {
    fn default() -> Self {
        Self {
            on: String::new(),
            at: String::new(),
            minutes: "30".to_owned(),
            place: String::new(),
            reason: String::new(),
            mark: String::new(),
            form_key: FormKey::new(),
        }
    }
}

/// What stands in the way, in words; the error is noted at the time.
pub(super) async fn clashing(
    advisor: &Advisor,
    slot: &Slot,
    but: MeetingId,
    frame: &Frame,
    errors: &mut Errors,
    conn: &mut Conn,
) -> Result<String> {
    errors.add("at", "meeting-clash");
    let named = |clash: Clash| {
        let student = clash.student.as_deref().unwrap_or("a student who is with a colleague now");
        let until = frame.time(&clash.ends_at);
        format!("You meet {student} then: {} to {until}.", moment(&clash.starts_at, frame))
    };
    Ok(Meeting::clash(advisor, slot, but, conn).await?.map(named).unwrap_or_default())
}

impl SlotForm {
    /// The time as it stands, to change it.
    pub(super) fn of(one: &Meeting, frame: &Frame) -> Self {
        let mark = one.mark();
        let Some(starts_at) = one.starts_at else { return Self { mark, ..Self::default() } };
        let local = frame.setting.local(starts_at);
        Self {
            on: local.date().to_string(),
            at: local.strftime("%H:%M").to_string(),
            minutes: one.minutes().to_string(),
            place: one.place.clone().unwrap_or_default(),
            mark,
            ..Self::default()
        }
    }

    /// What was typed, on one line, for whoever has no form for it any more.
    pub(super) fn typed(&self) -> String {
        format!("{} {}, {} minutes, {}", self.on, self.at, self.minutes, self.place)
    }

    pub(super) fn slot(&self, frame: &Frame, errors: &mut Errors) -> Option<Slot> {
        let typed = [self.on.as_str(), &self.at, &self.minutes, &self.place];
        match Slot::parse(typed, &frame.setting, Timestamp::now()) {
            Ok(slot) => Some(slot),
            Err(faults) => {
                faults.into_iter().for_each(|(field, key)| errors.add(field, key));
                None
            }
        }
    }
}

/// How long a meeting may take, for the form.
#[must_use]
pub fn durations() -> Vec<(String, String)> {
    DURATIONS.iter().map(|minutes| (minutes.to_string(), format!("{minutes} minutes"))).collect()
}
