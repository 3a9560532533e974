//! Looking for people by the beginnings of the words in their name and address.

/// What was typed, as Postgres searches for it: `eve:* & har:*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought(String);

/// More words than a name and an address have.
const MOST_WORDS: usize = 12;

impl Sought {
    /// Takes what was typed; nothing when there is no word in it. Each word is the beginning of one.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let beginnings: Vec<_> = words.take(MOST_WORDS).map(|word| format!("{word}:*")).collect();
        (!beginnings.is_empty()).then(|| Self(beginnings.join(" & ")))
    }

    pub(super) fn beginnings(&self) -> &str {
        &self.0
    }

    /// The same, for a query that outlives it.
    pub(crate) fn into_beginnings(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_is_words_only() {
        let sought = |typed| Sought::parse(typed).map(|sought| sought.0);
        assert_eq!(sought("eve har").as_deref(), Some("eve:* & har:*"));
        assert_eq!(sought("eve@students.harbor").as_deref(), Some("eve:* & students:* & harbor:*"));
        assert_eq!(sought("O'Brien & | ! <-> :*").as_deref(), Some("O:* & Brien:*"));
        assert_eq!(sought(" -- "), None);
    }
}
