//! Where a meeting stands, and the parts of a day.

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The student asked for a call.
    Asked,
    /// It has a time and a place.
    Set,
    /// It was held.
    Attended,
    /// The student did not come.
    NoShow,
    /// Somebody cancelled it.
    Cancelled,
    /// The student took the ask back before a time was set.
    Withdrawn,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Asked, Self::Set, Self::Attended, Self::NoShow, Self::Cancelled, Self::Withdrawn];

    /// Its value in forms and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Set => "set",
            Self::Attended => "attended",
            Self::NoShow => "no_show",
            Self::Cancelled => "cancelled",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A part of the day that suits a student.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// Before eleven.
    Morning,
    /// Eleven to two.
    Midday,
    /// Two to five.
    Afternoon,
    /// After five.
    Evening,
}

impl DayPart {
    /// All of them, as the day goes.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Midday, Self::Afternoon, Self::Evening];

    /// Its value in forms and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Midday => "midday",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }

    /// The part with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_parts_of_the_day_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.code()), Some(state));
        }
        for part in DayPart::ALL {
            assert_eq!(DayPart::parse(part.code()), Some(part));
        }
        assert!(State::parse("").is_none() && DayPart::parse("night").is_none());
    }
}
