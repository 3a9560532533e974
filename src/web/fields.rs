//! The fields of a form that has rows: each found by its name, such as `text-q07`.

use serde::Deserialize;

/// What was posted, in the order of the page.
#[derive(Deserialize, Default, Clone)]
#[serde(transparent)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// A field's value; of two with one name the last, and empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Whether a box was ticked or a button pressed.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// What stands behind this in the names of fields, each once: the rows of `text-` are `q07`, `q08`, …
    #[must_use]
    pub fn rows(&self, prefix: &str) -> Vec<String> {
        let mut rows: Vec<String> = Vec::new();
        for row in self.0.iter().filter_map(|(field, _)| field.strip_prefix(prefix)) {
            if !rows.iter().any(|known| known == row) {
                rows.push(row.to_owned());
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_in_the_order_of_the_page_and_the_last_value_counts() {
        let fields: Fields = serde_html_form::from_str("text-b=1&text-a=2&key-b=3&text-b=4&n=x").unwrap();
        assert_eq!(fields.rows("text-"), ["b", "a"]);
        assert_eq!((fields.get("text-b"), fields.get("gone")), ("4", ""));
        assert!(fields.has("n") && !fields.has("text-c"));
    }
}
