//! What a correction would break in the rows of the comparison that readers see.

use super::Refusal;
use crate::model::{
    claim::{Checked, Claim, Statement, Unit},
    comparison::{self, Claims, Comparison, Row},
    page::Page,
};

/// The rows of figures in which this one stands.
pub(super) fn of(key: &str, page: &Page) -> Vec<Row> {
    let rows = Comparison::parse(&page.body).rows;
    rows.into_iter().filter(|row| row.figures().is_some_and(|(hi, him)| hi == key || him == key)).collect()
}

/// What a changed figure would break in rows that hold now. `claims` are the live figures of the rows.
pub(super) fn refusals(rows: &[Row], mut claims: Claims, changed: Claim) -> Vec<Refusal> {
    let before = comparison::faults(rows, &claims);
    let key = changed.key.clone();
    claims.insert(key.clone(), changed);
    let broken = comparison::faults(rows, &claims).into_iter().filter(|fault| !before.contains(fault));
    let refusal = |fault: comparison::Fault| {
        let row = rows.iter().find(|row| row.label == fault.row)?;
        let (hi, him) = row.figures()?;
        let (changed, other) = (claims.get(&key)?, claims.get(if hi == key { him } else { hi })?);
        let (field, words) = match fault.key {
            "compare-unlike-figures" if changed.unit == Unit::Text => ("unit", "claim-leaves-a-row"),
            "compare-unlike-figures" => (difference(changed, other), "claim-mixes-a-row"),
            "compare-no-figure" => ("unit", "claim-leaves-a-row"),
            _ if changed.checked == Checked::NotConfirmed => ("checked", "claim-unconfirmed-in-a-row"),
            _ => return None,
        };
        Some(Refusal { field, key: words, row: Some(fault.row) })
    };
    // One change can break a row in two ways at the same field: the row is named once.
    let mut refusals: Vec<Refusal> = Vec::new();
    for one in broken.filter_map(refusal) {
        if !refusals.iter().any(|known| (known.field, &known.row) == (one.field, &one.row)) {
            refusals.push(one);
        }
    }
    refusals
}

/// The first field in which two figures are not of one kind.
fn difference(changed: &Statement, other: &Statement) -> &'static str {
    match () {
        () if changed.unit != other.unit || changed.unit == Unit::Text => "unit",
        () if changed.statistic != other.statistic => "statistic",
        () if changed.period_start != other.period_start => "period_start",
        () if changed.period_end != other.period_end => "period_end",
        () => "area",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Statistic, tests::median_pay};

    fn named(key: &str) -> Claim {
        Claim { key: key.to_owned(), ..median_pay() }
    }

    fn refused(bend: impl Fn(&mut Statement)) -> Vec<(&'static str, &'static str)> {
        let body = "## Middle pay\n\n### HI\n\n[[claim:a]]\n\n### HIM\n\n[[claim:b]]\n";
        let rows = Comparison::parse(body).rows;
        let claims = ["a", "b"].map(|key| (key.to_owned(), named(key))).into();
        let mut changed = named("b");
        bend(&mut changed.statement);
        let found = refusals(&rows, claims, changed);
        assert!(found.iter().all(|refusal| refusal.row.as_deref() == Some("Middle pay")));
        found.iter().map(|refusal| (refusal.field, refusal.key)).collect()
    }

    #[test]
    fn a_new_value_keeps_its_row() {
        assert!(refused(|statement| statement.value = Some(60_000.0)).is_empty());
    }

    #[test]
    fn a_row_never_mixes_statistics_periods_or_areas() {
        assert_eq!(refused(|one| one.statistic = Statistic::P10), [("statistic", "claim-mixes-a-row")]);
        assert_eq!(refused(|one| one.period_start = "2026-05".into()), [("period_start", "claim-mixes-a-row")]);
        assert_eq!(refused(|one| one.period_end = Some("2035".into())), [("period_end", "claim-mixes-a-row")]);
        assert_eq!(refused(|one| one.area = "Minnesota".into()), [("area", "claim-mixes-a-row")]);
        assert_eq!(refused(|one| one.checked = Checked::NotConfirmed), [("checked", "claim-unconfirmed-in-a-row")]);
    }

    #[test]
    fn a_fact_in_words_leaves_its_row_and_the_row_is_named_once() {
        for key in ["a", "b"] {
            let body = "## Middle pay\n\n### HI\n\n[[claim:a]]\n\n### HIM\n\n[[claim:b]]\n";
            let claims = ["a", "b"].map(|key| (key.to_owned(), named(key))).into();
            let mut changed = named(key);
            (changed.statement.unit, changed.statement.value) = (Unit::Text, None);
            let found = refusals(&Comparison::parse(body).rows, claims, changed);
            let said: Vec<_> = found.iter().map(|one| (one.field, one.key)).collect();
            assert_eq!(said, [("unit", "claim-leaves-a-row")], "{key}");
        }
        assert_eq!(refused(|one| one.unit = Unit::Usd), [("unit", "claim-mixes-a-row")]);
    }

    #[test]
    fn a_row_that_was_broken_before_is_not_this_figures_fault() {
        let rows = Comparison::parse("## Pay\n\n### HI\n\n[[claim:a]]\n\n### HIM\n\n[[claim:gone]]\n").rows;
        let claims = [("a".to_owned(), named("a"))].into();
        assert!(refusals(&rows, claims, named("a")).is_empty());
    }
}
