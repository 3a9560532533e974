//! Numbers about few people are hidden from those who reach no record: a number under ten, a step between two numbers that
//! is, and whatever would give a hidden one away.

use super::table::Table;

/// Groups smaller than this are not told.
const LEAST: i64 = 10;

fn is_small(students: i64) -> bool {
    (1..LEAST).contains(&students)
}

/// Takes such numbers out of a table.
pub(super) fn hide(table: &mut Table) {
    let columns = table.columns.len();
    let mut told: Vec<Vec<Option<i64>>> = table
        .rows
        .iter()
        .map(|row| row.numbers.iter().map(|number| number.as_ref().and_then(|number| number.students)).collect())
        .collect();
    for row in &mut told {
        hide_steps(row, table.nested_from);
    }
    for column in 0..columns {
        let counted: Vec<Option<i64>> =
            table.rows.iter().map(|row| row.numbers.get(column)?.as_ref()?.students).collect();
        let mut shown: Vec<Option<i64>> = told.iter().map(|row| row.get(column).copied().flatten()).collect();
        hide_last(&counted, &mut shown);
        for (row, shown) in told.iter_mut().zip(shown) {
            if let Some(place) = row.get_mut(column) {
                *place = shown;
            }
        }
    }
    for (row, told) in table.rows.iter_mut().zip(told) {
        for (number, told) in row.numbers.iter_mut().zip(told) {
            if let Some(number) = number {
                number.students = told;
            }
        }
    }
}

/// Numbers of a row: from `nested_from` on each is a part of the one before it, and what is between two is a group too.
fn hide_steps(row: &mut [Option<i64>], nested_from: usize) {
    let mut before: Option<i64> = None;
    for (place, number) in row.iter_mut().enumerate() {
        let Some(students) = *number else { continue };
        let is_step = place > nested_from && before.is_some_and(|before| is_small(before - students));
        if is_small(students) || is_step {
            *number = None;
        } else if place >= nested_from {
            before = Some(students);
        }
    }
}

/// Numbers of a column add up to a total that is known from elsewhere: what is hidden of it must be of two at least, and
/// of ten students.
fn hide_last(counted: &[Option<i64>], shown: &mut [Option<i64>]) {
    loop {
        let hidden = counted.iter().zip(&*shown).filter(|(_, shown)| shown.is_none());
        let hidden: Vec<i64> = hidden.filter_map(|(counted, _)| *counted).collect();
        if hidden.is_empty() || (hidden.len() > 1 && hidden.iter().sum::<i64>() >= LEAST) {
            return;
        }
        let smallest = shown.iter_mut().filter(|one| one.is_some_and(|one| one > 0)).min_by_key(|one| **one);
        match smallest {
            Some(one) => *one = None,
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn steps_between_numbers_are_groups_too() {
        let hidden = |row: [i64; 4]| {
            let mut row = row.map(Some);
            hide_steps(&mut row, 0);
            row
        };
        assert_eq!(hidden([40, 30, 20, 0]), [Some(40), Some(30), Some(20), Some(0)]);
        assert_eq!(hidden([40, 35, 20, 4]), [Some(40), None, Some(20), None]);
        assert_eq!(hidden([9, 9, 0, 0]), [None, None, Some(0), Some(0)]);
        let mut parts = [Some(40), Some(35)];
        hide_steps(&mut parts, usize::MAX);
        assert_eq!(parts, [Some(40), Some(35)]);
    }

    proptest! {
        #[test]
        fn what_is_shown_is_of_none_or_of_ten_and_what_is_hidden_is_of_ten(counted in prop::collection::vec(0_i64..40, 0..9)) {
            let counted: Vec<Option<i64>> = counted.into_iter().map(Some).collect();
            let mut shown: Vec<Option<i64>> =
                counted.iter().map(|one| one.filter(|one| !is_small(*one))).collect();
            hide_last(&counted, &mut shown);
            prop_assert!(shown.iter().flatten().all(|one| !is_small(*one)));
            let hidden: Vec<i64> = counted.iter().zip(&shown).filter(|(_, shown)| shown.is_none()).filter_map(|(one, _)| *one).collect();
            let rest_is_empty = shown.iter().flatten().all(|one| *one == 0);
            prop_assert!(hidden.is_empty() || rest_is_empty || (hidden.len() > 1 && hidden.iter().sum::<i64>() >= LEAST));
        }
    }
}
