//! What a year's file comes to for our figures, looked at before it is carried out.

use std::{collections::HashSet, ops::RangeInclusive};

use diesel_async::AsyncPgConnection;

use super::wages::{Cell, Wages, unit};
use crate::model::{
    claim::{Claim, Statement, Statistic},
    comparison::{self, Claims, Comparison, Row},
    error::Result,
    mark,
    page::Page,
    page_revision::COMPARE,
};

/// Years that a file may be of; the survey has its present form since 2012.
pub const YEARS: RangeInclusive<i16> = 2012..=2100;
/// What happens to one figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// It becomes this number, in this year.
    New(f64),
    /// It says this already.
    Unchanged,
    /// It stays as it is: no estimate is released.
    Withheld,
    /// It stays as it is: the wage is above the highest that is told.
    Above,
    /// It stays as it is: the file does not have the occupation.
    Absent,
    /// It stays as it is: percentiles of the occupation fall, so no number of its row can be believed.
    Falling,
}

/// One figure, and what happens to it.
pub struct Line {
    /// As readers have it now.
    pub claim: Claim,
    /// What the file does to it.
    pub fate: Fate,
}

/// What a file comes to.
pub struct Plan {
    /// The year of the figures; they are of its May.
    pub year: i16,
    /// Every figure of this survey that covers the whole country and all industries.
    pub lines: Vec<Line>,
    /// Rows of the comparison that would no longer hold: while there is one, nothing is applied.
    pub broken: Vec<String>,
}

/// The occupation and the statistic of a figure that the national file tells: those of one industry have longer keys.
fn place(claim: &Claim) -> Option<(&str, Statistic)> {
    let (soc, statistic) = (claim.soc.as_deref()?, claim.statistic);
    let key = match statistic {
        Statistic::Count => format!("employment.{soc}"),
        statistic => format!("pay.{}.{soc}", statistic.code()),
    };
    (claim.key == key && claim.unit == unit(statistic) && !claim.historical && claim.is_live())
        .then_some((soc, statistic))
}

/// The occupations of our figures.
///
/// # Errors
/// When the database fails.
pub async fn occupations(conn: &mut AsyncPgConnection) -> Result<Vec<String>> {
    let claims = Claim::all_live(conn).await?;
    let codes: HashSet<_> = claims.iter().filter_map(|claim| place(claim).map(|(soc, _)| soc.to_owned())).collect();
    let mut codes: Vec<_> = codes.into_iter().collect();
    codes.sort();
    Ok(codes)
}

/// `national_M2026_dl.csv` is of 2026.
#[must_use]
pub fn year_in(file_name: &str) -> Option<i16> {
    let mut starts = file_name.match_indices(['M', 'm']).map(|(at, _)| file_name.get(at + 1..at + 5));
    starts.find_map(|digits| digits?.parse().ok().filter(|year| YEARS.contains(year)))
}

impl Plan {
    /// Holds a file against the figures that readers see.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn make(wages: &Wages, year: i16, conn: &mut AsyncPgConnection) -> Result<Self> {
        let claims = Claim::all_live(conn).await?;
        let rows = Page::live(COMPARE, conn).await?.map(|page| Comparison::parse(&page.body).rows).unwrap_or_default();
        Ok(Self::of(claims, &rows, wages, year))
    }

    fn of(claims: Vec<Claim>, rows: &[Row], wages: &Wages, year: i16) -> Self {
        let period = period(year);
        let mut shown: Claims = claims.iter().map(|claim| (claim.key.clone(), claim.clone())).collect();
        let before = comparison::faults(rows, &shown);
        let line = |claim: Claim| {
            let (soc, statistic) = place(&claim)?;
            let fate = match wages.of(soc, statistic) {
                None => Fate::Absent,
                Some(_) if !wages.rise(soc) => Fate::Falling,
                Some(Cell::Withheld) => Fate::Withheld,
                Some(Cell::Above) => Fate::Above,
                Some(Cell::Number(number)) if claim.value == Some(number) && claim.period_start == period => {
                    Fate::Unchanged
                }
                Some(Cell::Number(number)) => Fate::New(number),
            };
            Some(Line { claim, fate })
        };
        let mut plan = Self { year, lines: claims.into_iter().filter_map(line).collect(), broken: Vec::new() };
        plan.lines.sort_by(|one, other| one.claim.soc.cmp(&other.claim.soc));
        for (claim, number) in plan.changes() {
            let statement = Statement { value: Some(number), period_start: period.clone(), ..claim.statement.clone() };
            shown.insert(claim.key.clone(), Claim { statement, ..claim.clone() });
        }
        let broken = comparison::faults(rows, &shown).into_iter().filter(|fault| !before.contains(fault));
        plan.broken = broken.map(|fault| fault.row).collect();
        plan.broken.dedup();
        plan
    }

    /// The figures that become another number or of another year.
    pub fn changes(&self) -> impl Iterator<Item = (&Claim, f64)> {
        self.lines.iter().filter_map(|line| match line.fate {
            Fate::New(number) => Some((&line.claim, number)),
            _ => None,
        })
    }

    /// The newest year that one of these figures is of, where it is a later one than the file's.
    #[must_use]
    pub fn later(&self) -> Option<&str> {
        let period = period(self.year);
        self.lines.iter().map(|line| line.claim.period_start.as_str()).filter(|one| **one > *period).max()
    }

    /// What the admin looked at.
    #[must_use]
    pub fn mark(&self) -> String {
        let new = self.changes().map(|(claim, number)| format!("{} {} {number}", claim.key, claim.number));
        mark::of(std::iter::once(period(self.year)).chain(new).chain(self.broken.iter().cloned()))
    }
}

/// The May of a year, as figures have it.
pub(super) fn period(year: i16) -> String {
    format!("{year}-05")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::tests::median_pay;

    fn figure(key: &str, soc: &str, value: f64) -> Claim {
        let mut claim = Claim { key: key.to_owned(), ..median_pay() };
        claim.statement.soc = Some(soc.to_owned());
        claim.statement.value = Some(value);
        claim.statement.period_start = "2025-05".into();
        claim
    }

    fn plan(text: &str, year: i16, body: &str) -> Plan {
        let claims = vec![
            figure("pay.median.15-1211", "15-1211", 105_850.0),
            figure("pay.median.29-2072", "29-2072", 51_140.0),
            figure("pay.median.29-2072.hospitals", "29-2072", 59_120.0),
        ];
        Plan::of(claims, &Comparison::parse(body).rows, &Wages::parse(text), year)
    }

    const ROW: &str =
        "## Middle pay\n\n### HI\n\n[[claim:pay.median.15-1211]]\n\n### HIM\n\n[[claim:pay.median.29-2072]]\n";

    #[test]
    fn only_figures_of_all_industries_take_part() {
        let plan = plan("15-1211 median 110000\n29-2072 median 52000", 2026, ROW);
        let new: Vec<_> = plan.changes().map(|(claim, number)| (claim.key.as_str(), number)).collect();
        assert_eq!(new, [("pay.median.15-1211", 110_000.0), ("pay.median.29-2072", 52_000.0)]);
        assert!(plan.broken.is_empty() && plan.later().is_none());
    }

    #[test]
    fn a_row_never_gets_two_years() {
        let plan = plan("15-1211 median 110000\n29-2072 median #", 2026, ROW);
        assert_eq!(plan.broken, ["Middle pay"]);
        assert_eq!(plan.lines.last().map(|line| line.fate), Some(Fate::Above));
    }

    #[test]
    fn a_row_whose_percentiles_fall_is_not_taken() {
        let plan = plan("15-1211 median 110000\n15-1211 p75 100000\n29-2072 median 52000", 2026, "");
        assert_eq!(plan.lines.iter().map(|line| line.fate).collect::<Vec<_>>(), [Fate::Falling, Fate::New(52_000.0)]);
    }

    #[test]
    fn the_same_file_again_changes_nothing() {
        let again = plan("15-1211 median 105850\n29-2072 median *", 2025, "");
        assert_eq!(again.lines.iter().map(|line| line.fate).collect::<Vec<_>>(), [Fate::Unchanged, Fate::Withheld]);
        assert!(again.changes().next().is_none());
        let next = plan("15-1211 median 105850", 2026, "");
        assert_eq!(next.lines.iter().map(|line| line.fate).collect::<Vec<_>>(), [Fate::New(105_850.0), Fate::Absent]);
        assert!(again.mark() != next.mark());
    }

    #[test]
    fn an_older_year_is_told_apart() {
        assert_eq!(plan("15-1211 median 1", 2024, "").later(), Some("2025-05"));
        assert_eq!(year_in("national_M2026_dl.csv"), Some(2026));
        assert_eq!((year_in("Wages m2024.csv"), year_in("M99999.csv"), year_in("wages.csv")), (Some(2024), None, None));
    }
}
