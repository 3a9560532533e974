//! A table of the reports: rows of numbers, and the view of the queue behind each.

use crate::model::caseload::Wanted;

/// How many, and the view of those.
pub struct Number {
    /// How many; nothing: too few to be told.
    pub students: Option<i64>,
    /// The view of the queue.
    pub wanted: Wanted,
}

/// A row of numbers.
pub struct Row {
    /// What it is of.
    pub words: String,
    /// In the order of the columns; nothing where there can be none.
    pub numbers: Vec<Option<Number>>,
    /// Whether it adds up others.
    pub(super) is_sum: bool,
}

/// One table.
pub struct Table {
    /// Its place on the page.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What stands under the heading.
    pub about: &'static str,
    /// What its rows are.
    pub head: &'static str,
    /// What its numbers are.
    pub columns: Vec<String>,
    /// Which of them the drawing shows, a part of a whole.
    pub drawn: Drawn,
    /// From this column on each number is a part of the one before it.
    pub nested_from: usize,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether its first column adds up the others.
    pub(super) has_sum: bool,
}

/// What the drawing beside a row shows: so many columns make the whole, and one of them is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Columns that add up to the whole: the first ones.
    pub whole: usize,
    /// The column that is filled.
    pub part: usize,
    /// What it shows, in words.
    pub words: &'static str,
}

impl Table {
    /// Leaves out what adds up other numbers of it.
    pub(super) fn without_sums(&mut self) {
        self.rows.retain(|row| !row.is_sum);
        if std::mem::take(&mut self.has_sum) {
            self.columns.remove(0);
            for row in &mut self.rows {
                row.numbers.remove(0);
            }
            self.rows.retain(|row| row.numbers.iter().any(Option::is_some));
        }
    }
}

/// A number that is told.
pub(super) fn number(students: i64, wanted: Wanted) -> Option<Number> {
    Some(Number { students: Some(students), wanted })
}

/// A row that adds up no others.
pub(super) fn row(words: impl Into<String>, numbers: Vec<Option<Number>>) -> Row {
    Row { words: words.into(), numbers, is_sum: false }
}
