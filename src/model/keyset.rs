//! Lists in pages: on which side of a row a page is, and whether there is more on either side of it.

/// Which page of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn<Mark> {
    /// The first one.
    First,
    /// What follows this row.
    After(Mark),
    /// What comes before this row.
    Before(Mark),
}

impl<Mark> Turn<Mark> {
    /// What an address asks for by `after` and `before`.
    pub fn of(after: Option<Mark>, before: Option<Mark>) -> Self {
        match (after, before) {
            (Some(mark), _) => Self::After(mark),
            (None, Some(mark)) => Self::Before(mark),
            (None, None) => Self::First,
        }
    }

    /// Whether the rows come against the order of the list.
    pub fn is_backwards(&self) -> bool {
        matches!(self, Self::Before(_))
    }
}

/// One page of a list.
pub struct Page<T> {
    /// Its rows, in the order of the list.
    pub rows: Vec<T>,
    /// Whether there are rows before it.
    pub has_previous: bool,
    /// Whether there are rows after it.
    pub has_next: bool,
}

impl<T> Page<T> {
    /// A page of at most `most` rows. One more was asked for: it says whether there are more.
    pub fn cut<Mark>(turn: &Turn<Mark>, mut rows: Vec<T>, most: usize) -> Self {
        let has_more = rows.len() > most;
        rows.truncate(most);
        let (has_previous, has_next) = match turn {
            Turn::First => (false, has_more),
            Turn::After(_) => (true, has_more),
            Turn::Before(_) => {
                rows.reverse();
                (has_more, true)
            }
        };
        Self { rows, has_previous, has_next }
    }

    /// The marks of the page before and the page after.
    pub fn ends<Mark>(&self, mark: impl Fn(&T) -> Mark) -> (Option<Mark>, Option<Mark>) {
        let previous = self.rows.first().filter(|_| self.has_previous);
        let next = self.rows.last().filter(|_| self.has_next);
        (previous.map(&mark), next.map(&mark))
    }

    /// The addresses of the page before and the page after; `mark` names the place of a row.
    pub fn neighbours(&self, path: &str, mark: impl Fn(&T) -> String) -> (Option<String>, Option<String>) {
        let join = if path.contains('?') { '&' } else { '?' };
        let (previous, next) = self.ends(mark);
        (
            previous.map(|mark| format!("{path}{join}before={mark}")),
            next.map(|mark| format!("{path}{join}after={mark}")),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_has_nothing_before_it_and_the_last_nothing_after() {
        let page = Page::cut(&Turn::<u8>::First, vec![1, 2, 3], 2);
        assert_eq!((page.rows, page.has_previous, page.has_next), (vec![1, 2], false, true));
        let page = Page::cut(&Turn::After(2), vec![3], 2);
        assert_eq!((page.rows, page.has_previous, page.has_next), (vec![3], true, false));
    }

    #[test]
    fn a_page_before_a_row_is_read_backwards_and_shown_forwards() {
        let page = Page::cut(&Turn::Before(4), vec![3, 2, 1], 2);
        assert_eq!((page.rows, page.has_previous, page.has_next), (vec![2, 3], true, true));
    }

    #[test]
    fn neighbours_stand_at_the_ends_of_a_page() {
        let page = Page { rows: vec![5, 6, 7], has_previous: true, has_next: true };
        let (previous, next) = page.neighbours("/requests?view=closed", ToString::to_string);
        assert_eq!(previous.as_deref(), Some("/requests?view=closed&before=5"));
        assert_eq!(next.as_deref(), Some("/requests?view=closed&after=7"));
        let only = Page { rows: vec![1], has_previous: false, has_next: false };
        assert_eq!(only.neighbours("/requests", ToString::to_string), (None, None));
    }
}
