//! How figures are said and which ones may be published.

use jiff::civil::date;

use super::*;
use crate::language::Language;

/// A live claim to bend into shape.
pub fn median_pay() -> Claim {
    let moment = jiff::Timestamp::UNIX_EPOCH;
    Claim {
        key: "pay.median.29-2072".into(),
        program: "him".into(),
        topic: "pay".into(),
        fact: Some("C10".into()),
        historical: false,
        id: RevisionId::new(),
        number: 1,
        status: "live".into(),
        why: String::new(),
        created_at: moment,
        published_at: Some(moment),
        statement: Statement {
            label: "Medical records specialists".into(),
            value: Some(51_140.0),
            text: None,
            unit: Unit::UsdPerYear,
            statistic: Statistic::Median,
            population: "All workers in this job group".into(),
            soc: Some("29-2072".into()),
            area: "United States".into(),
            period_start: "2025-05".into(),
            period_end: None,
            source_key: "bls".into(),
            disclaimer_key: Some("wages".into()),
            checked: Checked::AtTheSource,
            reviewed_on: Some(date(2026, 11, 22)),
            review_due: Some(date(2027, 6, 1)),
            note: None,
            expires_on: None,
        },
        source: Source {
            key: "bls".into(),
            title: "Wages".into(),
            publisher: "U.S. Bureau of Labor Statistics".into(),
            url: None,
            published: None,
            retrieved: None,
            licence: None,
        },
        disclaimer: Some("Not starting pay.".into()),
        telling: Telling::default(),
    }
}

fn said(value: f64, unit: Unit) -> String {
    let mut claim = median_pay();
    claim.statement.value = Some(value);
    claim.statement.unit = unit;
    claim.value_words()
}

#[test]
fn a_value_is_said_the_way_people_read_it() {
    assert_eq!(said(51_140.0, Unit::UsdPerYear), "$51,140");
    assert_eq!(said(229.0, Unit::Usd), "$229");
    assert_eq!(said(16.0, Unit::Percent), "16%");
    assert_eq!(said(3.5, Unit::Percent), "3.5%");
    assert_eq!(said(6.29, Unit::Scale1To7), "6.29");
    assert_eq!(said(4.4, Unit::Scale1To7), "4.40");
    assert_eq!(said(32_900.0, Unit::Count), "32,900");
    assert_eq!(said(155_495_730.0, Unit::Count), "155,495,730");
    assert_eq!(said(4.0, Unit::Years), "4 years");
    assert_eq!(said(-4.0, Unit::Percent), "\u{2212}4%");
    assert_eq!(said(-100.0, Unit::Percent), "\u{2212}100%");
}

#[test]
fn a_figure_says_its_basis() {
    assert_eq!(median_pay().basis_words(), "a year, median, May 2025, U.S.");
    let told = Told {
        language: Language::Spanish,
        label: "Técnicos de registros médicos".into(),
        text: None,
        population: "Todos".into(),
        area: "Estados Unidos".into(),
        note: None,
    };
    let told = median_pay().told_as(told);
    assert_eq!(told.basis_words(), "al año, mediana, may 2025, EE.\u{a0}UU.");
    assert_eq!(told.label_words(), "Técnicos de registros médicos");
    assert!(told.can_stand_beside(&median_pay()), "rules go by the English statement");
}

#[test]
fn the_state_follows_the_mark_and_the_calendar() {
    let mut claim = median_pay();
    let today = date(2026, 12, 1);
    assert_eq!(claim.state(today), State::Checked);
    assert_eq!(claim.state(date(2027, 6, 2)), State::ReviewDue);
    claim.statement.checked = Checked::InACopy;
    assert_eq!(claim.state(today), State::ToCheck);
    claim.statement.checked = Checked::NotConfirmed;
    assert_eq!(claim.state(today), State::ToCheck);
    claim.historical = true;
    assert_eq!(claim.state(date(2040, 1, 1)), State::Historical);
}

#[test]
fn a_median_never_stands_beside_a_tenth_or_another_year() {
    let median = median_pay();
    let (mut tenth, mut older, mut state) = (median_pay(), median_pay(), median_pay());
    assert!(median.can_stand_beside(&median_pay()));
    tenth.statement.statistic = Statistic::P10;
    older.statement.period_start = "2024-05".into();
    state.statement.area = "Minnesota".into();
    for other in [tenth, older, state] {
        assert!(!median.can_stand_beside(&other));
    }
}

fn keys(claim: &Claim) -> Vec<&'static str> {
    claim.faults().iter().map(|fault| fault.key).collect()
}

#[test]
fn pay_without_its_basis_is_not_published() {
    let mut claim = median_pay();
    assert!(claim.faults().is_empty());
    claim.statement.disclaimer_key = None;
    claim.statement.area = " ".into();
    claim.statement.statistic = Statistic::None;
    claim.statement.review_due = None;
    claim.statement.period_start = "2025-13".into();
    assert_eq!(
        keys(&claim),
        [
            "claim-statistic-missing",
            "claim-wage-statistic",
            "claim-wage-disclaimer",
            "claim-area-missing",
            "claim-period-malformed",
            "claim-review-missing"
        ]
    );
}

#[test]
fn growth_needs_both_years_and_a_value_needs_no_words() {
    let mut claim = median_pay();
    claim.statement.unit = Unit::Percent;
    claim.statement.value = Some(16.0);
    claim.statement.statistic = Statistic::Projection;
    assert_eq!(keys(&claim), ["claim-growth-years"]);
    claim.statement.period_end = Some("2024".into());
    assert_eq!(keys(&claim), ["claim-period-backwards"]);
    claim.statement.period_end = Some("2035".into());
    claim.statement.text = Some("much".into());
    assert_eq!(keys(&claim), ["claim-value-or-text", "claim-unit-of-text"]);
}

#[test]
fn only_what_is_projected_can_fall_and_by_no_more_than_all_of_it() {
    let mut claim = median_pay();
    claim.statement.unit = Unit::Percent;
    claim.statement.value = Some(-4.0);
    assert_eq!(keys(&claim), ["claim-value-impossible"]);
    claim.statement.statistic = Statistic::Projection;
    claim.statement.period_end = Some("2035".into());
    assert!(claim.faults().is_empty());
    claim.statement.value = Some(-100.5);
    assert_eq!(keys(&claim), ["claim-value-falls-below"]);
    claim.statement.unit = Unit::Count;
    assert_eq!(keys(&claim), ["claim-value-impossible"]);
}

#[test]
fn a_slip_of_the_keys_is_no_figure() {
    for (unit, most, key) in [
        (Unit::UsdPerYear, 10_000_000.0, "claim-value-most-dollars"),
        (Unit::Usd, 10_000_000.0, "claim-value-most-dollars"),
        (Unit::Percent, 1_000.0, "claim-value-most-percent"),
        (Unit::Count, 1_000_000_000.0, "claim-value-most-counted"),
        (Unit::Years, 1_000.0, "claim-value-most-years"),
    ] {
        let mut claim = median_pay();
        (claim.statement.unit, claim.statement.value) = (unit, Some(most));
        assert!(claim.faults().is_empty(), "{key}");
        claim.statement.value = Some(most + 1.0);
        assert_eq!(keys(&claim), [key]);
    }
}
