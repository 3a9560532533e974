//! What the national file says of our occupations. Pure.
//!
//! The layout is that of `national_M2025_dl.xlsx`: one line an occupation, among the columns OCC_CODE, TOT_EMP, A_MEAN,
//! A_MEDIAN and the percentiles. `*` and `**` stand for an estimate that is not released, `#` for a wage at or above the
//! highest that is told (field descriptions in the file itself).

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::model::{
    claim::{Statistic, Unit},
    csv::text_of,
    roster::separator_of,
};

/// Where each statistic stands. The number of jobs is a count, the others are dollars a year.
const COLUMNS: [(Statistic, &str); 7] = [
    (Statistic::Count, "TOT_EMP"),
    (Statistic::Mean, "A_MEAN"),
    (Statistic::P10, "A_PCT10"),
    (Statistic::P25, "A_PCT25"),
    (Statistic::Median, "A_MEDIAN"),
    (Statistic::P75, "A_PCT75"),
    (Statistic::P90, "A_PCT90"),
];
/// What never falls from one to the next.
const PERCENTILES: [Statistic; 5] = [Statistic::P10, Statistic::P25, Statistic::Median, Statistic::P75, Statistic::P90];
const OCCUPATION: &str = "OCC_CODE";
/// What makes a line one of the whole country, all industries and all owners; a column that is missing says nothing.
const NATIONAL: [(&str, &str); 4] =
    [("AREA_TYPE", "1"), ("NAICS", "000000"), ("I_GROUP", "cross-industry"), ("OWN_CODE", "1235")];
/// The longest file that is read, in lines; a year's has about 1,400.
const MOST_LINES: usize = 100_000;
/// More cells than all our figures have.
const MOST_CELLS: usize = 2_000;

/// What the file has in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// No estimate is released.
    Withheld,
    /// At or above the highest wage that is told.
    Above,
}

/// The cells of some occupations: code, statistic, what stands there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wages(Vec<(String, Statistic, Cell)>);

/// What a statistic of this file is counted in.
#[must_use]
pub fn unit(statistic: Statistic) -> Unit {
    if statistic == Statistic::Count { Unit::Count } else { Unit::UsdPerYear }
}

impl Cell {
    fn parse(text: &str) -> Self {
        let digits: String = text.chars().filter(|c| !matches!(c, ',' | '$' | ' ')).collect();
        match digits.as_str() {
            "#" => Self::Above,
            digits => digits
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite() && *number >= 0.0)
                .map_or(Self::Withheld, Self::Number),
        }
    }

    fn code(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Withheld => "*".to_owned(),
            Self::Above => "#".to_owned(),
        }
    }
}

impl Wages {
    /// Reads a file, for some occupations.
    ///
    /// # Errors
    /// The message key, and what was found or is missing.
    pub fn read(bytes: &[u8], occupations: &[String]) -> Result<Self, (&'static str, String)> {
        let text = text_of(bytes).map_err(|key| (key, String::new()))?;
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let mut reader = ReaderBuilder::new()
            .delimiter(separator_of(first))
            .trim(Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let header = reader.headers().cloned().map_err(|_| ("roster-no-text", String::new()))?;
        let column = |name: &str| header.iter().position(|heading| heading.eq_ignore_ascii_case(name));
        let names = std::iter::once(OCCUPATION).chain(COLUMNS.iter().map(|(_, name)| *name));
        let missing: Vec<_> = names.filter(|name| column(name).is_none()).collect();
        let Some(occupation) = column(OCCUPATION).filter(|_| missing.is_empty()) else {
            return Err(("oews-no-columns", missing.join(", ")));
        };
        let national: Vec<_> = NATIONAL.iter().filter_map(|(name, value)| Some((column(name)?, *value))).collect();
        let is_national = |line: &StringRecord| {
            national.iter().all(|(at, value)| line.get(*at).is_some_and(|cell| cell.eq_ignore_ascii_case(value)))
        };
        let (mut wages, mut has_nation) = (Self::default(), false);
        for line in reader.records().take(MOST_LINES).filter_map(Result::ok).filter(is_national) {
            has_nation = true;
            let code = line.get(occupation).unwrap_or_default();
            if !occupations.iter().any(|known| known == code) || wages.has(code) {
                continue;
            }
            for (statistic, name) in COLUMNS {
                let cell = column(name).and_then(|at| line.get(at)).unwrap_or_default();
                wages.0.push((code.to_owned(), statistic, Cell::parse(cell)));
            }
        }
        match (has_nation, wages.0.is_empty()) {
            (false, _) => Err(("oews-not-national", String::new())),
            (true, true) => Err(("oews-no-occupation", occupations.join(", "))),
            (true, false) => Ok(wages),
        }
    }

    /// The cells in a form's field, one a line; [`Self::parse`] reads them again.
    #[must_use]
    pub fn to_text(&self) -> String {
        let lines = self.0.iter().map(|(code, statistic, cell)| format!("{code} {} {}", statistic.code(), cell.code()));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The cells of a form's field; what is none is left out.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let cell = |line: &str| {
            let mut words = line.split_whitespace();
            let (code, statistic) = (words.next()?, Statistic::parse(words.next()?)?);
            Some((code.to_owned(), statistic, Cell::parse(words.next()?)))
        };
        Self(text.lines().filter_map(cell).take(MOST_CELLS).collect())
    }

    /// What the file says of one occupation; nothing: the file does not have it.
    #[must_use]
    pub fn of(&self, occupation: &str, statistic: Statistic) -> Option<Cell> {
        self.0.iter().find(|(code, one, _)| code == occupation && *one == statistic).map(|(.., cell)| *cell)
    }

    /// Whether the percentiles of an occupation rise as they must; those that are not released say nothing.
    #[must_use]
    pub fn rise(&self, occupation: &str) -> bool {
        let told = |statistic: &Statistic| match self.of(occupation, *statistic)? {
            Cell::Number(number) => Some(number),
            Cell::Above => Some(f64::INFINITY),
            Cell::Withheld => None,
        };
        PERCENTILES.iter().filter_map(told).is_sorted()
    }

    fn has(&self, occupation: &str) -> bool {
        self.0.iter().any(|(code, ..)| code == occupation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OWN_CODE,OCC_CODE,OCC_TITLE,\
        O_GROUP,TOT_EMP,EMP_PRSE,H_MEAN,A_MEAN,MEAN_PRSE,H_PCT10,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY";

    fn line(naics: &str, code: &str, jobs: &str, p90: &str) -> String {
        format!(
            "99,U.S.,1,US,{naics},Cross-industry,cross-industry,1235,{code},\"Name, with a comma\",detailed,\"{jobs}\",0.7,\
             27.30,\"56,790\",0.4,17.79,\"37,000\",43490,\"51,140\",64820,{p90},,"
        )
    }

    fn read(lines: &[String], occupations: &[&str]) -> Result<Wages, (&'static str, String)> {
        let occupations: Vec<_> = occupations.iter().map(|code| (*code).to_owned()).collect();
        Wages::read(format!("{HEADER}\r\n{}\r\n", lines.join("\r\n")).as_bytes(), &occupations)
    }

    #[test]
    fn numbers_are_read_as_the_bureau_writes_them() {
        let lines = [line("000000", "29-2072", "194,720", "#"), line("000000", "15-1211", "**", "*")];
        let wages = read(&lines, &["29-2072", "15-1211", "11-9111"]).unwrap();
        assert_eq!(wages.of("29-2072", Statistic::Count), Some(Cell::Number(194_720.0)));
        assert_eq!(wages.of("29-2072", Statistic::Median), Some(Cell::Number(51_140.0)));
        assert_eq!(wages.of("29-2072", Statistic::P90), Some(Cell::Above));
        assert_eq!(wages.of("15-1211", Statistic::Count), Some(Cell::Withheld));
        assert_eq!(wages.of("11-9111", Statistic::Median), None);
        assert_eq!(Wages::parse(&wages.to_text()), wages);
    }

    #[test]
    fn percentiles_never_fall() {
        let rise = |text: &str| Wages::parse(text).rise("29-2072");
        assert!(rise("29-2072 p10 1\n29-2072 p25 1\n29-2072 median 2\n29-2072 p75 3\n29-2072 p90 #"));
        assert!(rise("29-2072 p10 1\n29-2072 median *\n29-2072 p90 2\n15-1211 p10 9\n15-1211 p90 1"));
        assert!(rise(""));
        assert!(!rise("29-2072 median 51140\n29-2072 p75 50000"));
        assert!(!rise("29-2072 p10 2\n29-2072 p25 *\n29-2072 median 1"));
        assert!(!rise("29-2072 p75 #\n29-2072 p90 81150"));
    }

    #[test]
    fn one_industry_is_not_the_country() {
        let lines = [line("620000", "29-2072", "100", "1"), line("000000", "29-2072", "200", "1")];
        let wages = read(&lines, &["29-2072"]).unwrap();
        assert_eq!(wages.of("29-2072", Statistic::Count), Some(Cell::Number(200.0)));
        assert_eq!(read(&lines[..1], &["29-2072"]).unwrap_err().0, "oews-not-national");
        assert_eq!(read(&lines, &["15-1211"]).unwrap_err(), ("oews-no-occupation", "15-1211".to_owned()));
    }

    #[test]
    fn another_file_is_told_by_what_it_lacks() {
        let codes = ["29-2072".to_owned()];
        let refusal = |bytes: &[u8]| Wages::read(bytes, &codes).unwrap_err();
        assert_eq!(refusal(b"PK\x03\x04").0, "roster-is-spreadsheet");
        assert_eq!(refusal(b"  ").0, "roster-empty");
        assert_eq!(refusal(b"a\0b").0, "roster-no-text");
        let found = refusal(b"occ_code;tot_emp;a_mean\n29-2072;1;2\n");
        assert_eq!(found, ("oews-no-columns", "A_PCT10, A_PCT25, A_MEDIAN, A_PCT75, A_PCT90".to_owned()));
    }
}
