//! The orders of the queue, and the place of a student in one, as a page's address holds it.

use uuid::Uuid;

use crate::model::id::StudentId;

/// What the queue is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Those who need somebody first.
    #[default]
    Need,
    /// Their names.
    Name,
    /// Their credits.
    Credits,
    /// When they were here last.
    Seen,
}

/// An order of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// What it goes by.
    pub by: By,
    /// Whether the last comes first.
    pub is_descending: bool,
}

impl Order {
    /// All of them with their words in the address. Nobody needs to see last who needs them most.
    const ALL: [(Self, &'static str); 7] = [
        (Self { by: By::Need, is_descending: false }, "need"),
        (Self { by: By::Name, is_descending: false }, "name"),
        (Self { by: By::Name, is_descending: true }, "name-desc"),
        (Self { by: By::Credits, is_descending: false }, "credits"),
        (Self { by: By::Credits, is_descending: true }, "credits-desc"),
        (Self { by: By::Seen, is_descending: false }, "seen"),
        (Self { by: By::Seen, is_descending: true }, "seen-desc"),
    ];

    /// Its word in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(order, _)| *order == self).map_or("need", |(_, code)| code)
    }

    /// The order with this word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, word)| *word == code).map(|(order, _)| order)
    }

    /// Where a column's heading leads: its first order, or the other way round where that is in force. Names begin with A,
    /// credits with the most, visits with the last.
    #[must_use]
    pub fn pressed(self, by: By) -> Self {
        let is_first_descending = matches!(by, By::Credits | By::Seen);
        let is_descending = if self.by == by { !self.is_descending } else { is_first_descending };
        Self { by, is_descending: is_descending && by != By::Need }
    }
}

/// A student's place in an order, as a page's address holds it. Of names it holds only a sum: addresses are written into
/// histories and logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(super) key: i64,
    pub(super) id: StudentId,
}

impl Cursor {
    /// The place that an address names; nothing for what we never wrote.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        let (key, id) = raw.split_once('.')?;
        Some(Self { key: key.parse().ok()?, id: StudentId(id.parse::<Uuid>().ok()?) })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.key, self.id)
    }
}

/// What a student's row is sorted by, in every order.
pub(super) struct Keys<'a> {
    pub place: i64,
    pub name: &'a str,
    pub credits: i32,
    pub seen_day: i32,
}

impl Keys<'_> {
    pub fn of(&self, by: By) -> i64 {
        match by {
            By::Need => self.place,
            By::Name => sum(self.name),
            By::Credits => self.credits.into(),
            By::Seen => self.seen_day.into(),
        }
    }
}

/// A sum over a name (FNV-1a): it tells that a name is still the same, and not what it is.
fn sum(name: &str) -> i64 {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in name.bytes() {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    i64::try_from(sum >> 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_and_read_back() {
        for key in [0, -1, i64::MAX, 17_000_000_000_000_000] {
            let cursor = Cursor { key, id: StudentId::new() };
            assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        }
        for odd in ["", "none", "1.", ".x", "1.2", "x.00000000-0000-0000-0000-000000000000"] {
            assert_eq!(Cursor::parse(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn an_order_is_read_back_and_pressing_a_heading_turns_it() {
        for (order, code) in Order::ALL {
            assert_eq!((Order::parse(code), order.code()), (Some(order), code));
        }
        assert_eq!(Order::parse("age"), None);
        let codes = |by| {
            let first = Order::default().pressed(by);
            [first.code(), first.pressed(by).code(), first.pressed(by).pressed(by).code()]
        };
        assert_eq!(codes(By::Name), ["name", "name-desc", "name"]);
        assert_eq!(codes(By::Seen), ["seen-desc", "seen", "seen-desc"]);
        assert_eq!(codes(By::Need), ["need"; 3]);
    }
}
