//! How a figure is said: by its statement in English, as the staff read it, and by its claim in the reader's language.

use super::{Claim, Statement, Statistic, Unit};
use crate::language::Language;

impl Statement {
    /// The value as people read it: `$51,140`, `16%`, `6.29`, `32,900`, or the fact itself.
    #[must_use]
    pub fn value_words(&self) -> String {
        self.value_in(Language::English).unwrap_or_else(|| self.text.clone().unwrap_or_default())
    }

    /// Statistic, period and area in one line: `a year, median, May 2025, U.S.`
    #[must_use]
    pub fn basis_words(&self) -> String {
        self.basis_in(Language::English, &self.area)
    }

    /// Whether two figures may stand side by side: the same statistic, unit, period and area.
    #[must_use]
    pub fn can_stand_beside(&self, other: &Self) -> bool {
        let basis =
            |one: &Self| (one.statistic, one.unit, one.period_start.clone(), one.period_end.clone(), one.area.clone());
        basis(self) == basis(other)
    }

    fn value_in(&self, language: Language) -> Option<String> {
        let value = self.value?;
        Some(match self.unit {
            Unit::UsdPerYear | Unit::Usd => language.dollars(value),
            Unit::Percent => language.percent(value),
            Unit::Scale1To7 => format!("{value:.2}"),
            Unit::Credits | Unit::Years => format!("{} {}", language.number(value), unit_words(self.unit, language)),
            Unit::Count | Unit::Text => language.number(value),
        })
    }

    /// How it was made: `median`, `10th percentile`, `rating, 1 to 7`; empty for a fact in words.
    fn statistic_in(&self, language: Language) -> String {
        let (unit, statistic) = (unit_words(self.unit, language), statistic_words(self.statistic, language));
        match self.unit {
            Unit::UsdPerYear => joined(&[unit, statistic]),
            Unit::Scale1To7 => joined(&[statistic, unit]),
            // So many openings or jobs more in each year of the projection.
            Unit::Count if self.statistic == Statistic::Projection => {
                joined(&[unit_words(Unit::UsdPerYear, language), statistic])
            }
            _ => statistic.to_owned(),
        }
    }

    fn basis_in(&self, language: Language, area: &str) -> String {
        let period = language.written_period(&self.period_start, self.period_end.as_deref());
        joined(&[&self.statistic_in(language), &period, short_area(area)])
    }
}

impl Claim {
    /// What the value is about, in the reader's language.
    #[must_use]
    pub fn label_words(&self) -> &str {
        self.told().map_or(&self.statement.label, |told| &told.label)
    }

    /// The value in the reader's language.
    #[must_use]
    pub fn value_words(&self) -> String {
        let text = || self.told().map_or(&self.statement.text, |told| &told.text).clone().unwrap_or_default();
        self.value_in(self.language()).unwrap_or_else(text)
    }

    /// Statistic, period and area in the reader's language.
    #[must_use]
    pub fn basis_words(&self) -> String {
        self.basis_in(self.language(), self.told().map_or(&self.statement.area, |told| &told.area))
    }

    /// When it holds, in the reader's language: `May 2025`, `2025–35`, `Aug–Oct 2024`.
    #[must_use]
    pub fn period_words(&self) -> String {
        self.language().written_period(&self.period_start, self.period_end.as_deref())
    }

    /// What a reader should know about it, in their language.
    #[must_use]
    pub fn note_words(&self) -> &str {
        self.told().map_or(&self.statement.note, |told| &told.note).as_deref().unwrap_or_default()
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

fn short_area(area: &str) -> &str {
    match area {
        "United States" => "U.S.",
        "Estados Unidos" => "EE.\u{a0}UU.",
        area => area,
    }
}

fn unit_words(unit: Unit, language: Language) -> &'static str {
    match (language, unit) {
        (Language::English, unit) => unit.words(),
        (Language::Spanish, Unit::UsdPerYear) => "al año",
        (Language::Spanish, Unit::Scale1To7) => "de 1 a 7",
        (Language::Spanish, Unit::Credits) => "créditos",
        (Language::Spanish, Unit::Years) => "años",
        (Language::Spanish, Unit::Usd | Unit::Percent | Unit::Count | Unit::Text) => "",
    }
}

fn statistic_words(statistic: Statistic, language: Language) -> &'static str {
    match (language, statistic) {
        (Language::English, statistic) => statistic.words(),
        (Language::Spanish, Statistic::Median) => "mediana",
        (Language::Spanish, Statistic::Mean) => "promedio",
        (Language::Spanish, Statistic::P10) => "percentil 10",
        (Language::Spanish, Statistic::P25) => "percentil 25",
        (Language::Spanish, Statistic::P75) => "percentil 75",
        (Language::Spanish, Statistic::P90) => "percentil 90",
        (Language::Spanish, Statistic::Projection) => "proyección",
        (Language::Spanish, Statistic::Count) => "recuento",
        (Language::Spanish, Statistic::Share) => "proporción",
        (Language::Spanish, Statistic::Price) => "precio",
        (Language::Spanish, Statistic::Rating) => "calificación",
        (Language::Spanish, Statistic::None) => "",
    }
}
