//! Which page of the queue, and how many students there are.

use jiff::Timestamp;
use uuid::Uuid;

use super::few::MOST_COUNTED;
use crate::model::id::StudentId;

/// A student's place in the queue, as a page's address holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(super) newest_result_at: Option<Timestamp>,
    pub(super) id: StudentId,
}

impl Cursor {
    /// A place where nobody stands.
    pub(super) const NOWHERE: Self = Self { newest_result_at: None, id: StudentId(Uuid::nil()) };

    /// The place that an address names; nothing for what we never wrote.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        let (at, id) = raw.split_once('.')?;
        let newest_result_at = match at {
            "none" => None,
            at => Some(Timestamp::from_microsecond(at.parse().ok()?).ok()?),
        };
        Some(Self { newest_result_at, id: StudentId(id.parse().ok()?) })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.newest_result_at {
            Some(at) => write!(f, "{}.{}", at.as_microsecond(), self.id),
            None => write!(f, "none.{}", self.id),
        }
    }
}

/// Which page of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The first one.
    First,
    /// What comes after a student.
    After(Cursor),
    /// What comes before a student.
    Before(Cursor),
}

/// How many students a view has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub(super) i64);

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 >= MOST_COUNTED { f.write_str("999+") } else { self.0.fmt(f) }
    }
}

impl Count {
    /// Whether there is nobody.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_place_is_written_and_read_back() {
        let id = StudentId::new();
        for newest_result_at in [None, Some(Timestamp::from_microsecond(1_763_800_000_123_456).expect("in range"))] {
            let cursor = Cursor { newest_result_at, id };
            assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        }
        for odd in ["", "none", "none.", ".x", "1.2", "none.1", "x.00000000-0000-0000-0000-000000000000"] {
            assert_eq!(Cursor::parse(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn counts_stop_at_a_thousand() {
        let said: Vec<_> = [0, 7, 999, 1000].map(|n| Count(n).to_string()).into();
        assert_eq!(said, ["0", "7", "999", "999+"]);
    }
}
