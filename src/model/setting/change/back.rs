//! What taking a change back would do: it puts back what nobody changed since, and says what somebody did.

use super::{Change, Difference, between};
use crate::model::setting::Setting;

/// What a change taken back would do to the settings as they are.
#[derive(Debug, PartialEq, Eq)]
pub struct Back {
    /// The settings with it.
    pub to: Setting,
    /// What it would put back: as it is, and as it was.
    pub differences: Vec<Difference>,
    /// What was changed once more since: it stays as it is.
    pub since: Vec<&'static str>,
}

impl Back {
    /// Whether settings that are to be saved put back any of it.
    #[must_use]
    pub fn is_in(&self, now: &Setting, to: &Setting) -> bool {
        let changed = between(now, to);
        self.differences.iter().any(|one| changed.contains(one))
    }
}

impl Change {
    /// What taking it back would do to the settings as they are. A newer change of the same setting is not written over.
    #[must_use]
    pub fn back(&self, now: &Setting) -> Option<Back> {
        let mut wanted = serde_json::to_value(now).ok()?;
        let fields = wanted.as_object_mut()?;
        let (before, after) = (self.before.as_object()?, self.after.as_object()?);
        for (name, old) in before.iter().filter(|(name, old)| after.get(*name) != Some(*old)) {
            if fields.get(name) == after.get(name) {
                fields.insert(name.clone(), old.clone());
            }
        }
        let to: Setting = serde_json::from_value(wanted).ok()?;
        Some(Back { differences: between(now, &to), since: self.changed_since(now), to })
    }

    /// The settings that it changed and that are by now neither as it left them nor as they were before it.
    fn changed_since(&self, now: &Setting) -> Vec<&'static str> {
        let Some((before, after)) = self.both() else { return Vec::new() };
        let (moved, apart) = (between(&after, now), between(&before, now));
        let has = |list: &[Difference], label: &str| list.iter().any(|one| one.label == label);
        let changed = between(&before, &after).into_iter().map(|one| one.label);
        changed.filter(|label| has(&moved, label) && has(&apart, label)).collect()
    }
}
