//! Degree ladders: steps by credits. Each is drawn as stairs and listed as a table with the same numbers.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::Edition;
use crate::{
    language::Language,
    model::error::Result,
    schema::{catalog, ladder, rung},
};

/// What a ladder says about itself.
#[derive(Queryable, Selectable, Clone, Debug)]
#[diesel(table_name = ladder, check_for_backend(diesel::pg::Pg))]
struct Head {
    key: String,
    title: String,
    era: String,
    note: String,
}

/// One step of a ladder.
#[derive(Queryable, Selectable, Clone, Debug, PartialEq)]
#[diesel(table_name = rung, check_for_backend(diesel::pg::Pg))]
pub struct Rung {
    /// Its place on the ladder.
    pub position: i16,
    /// What is reached here.
    pub title: String,
    /// `start`, `associate`, `bachelor`, `certificate` or `master`.
    pub level: String,
    /// Who can begin here.
    pub start_audience: Vec<String>,
    /// Credits at its foot.
    pub start_credits: i16,
    /// Credits at its top.
    pub end_credits: i16,
    /// `quarter` or `semester`.
    pub credit_system: String,
    /// `hi`, `him` or `both`; none where it is said nowhere.
    pub field: Option<String>,
    /// The exam or the jobs behind it.
    pub leads_to: Option<String>,
}

impl Rung {
    /// Its credits, or those it adds when it follows a bachelor's degree.
    #[must_use]
    pub fn credits(&self) -> i16 {
        if self.adds() { self.end_credits - self.start_credits } else { self.end_credits }
    }

    /// Whether it comes on top of a bachelor's degree.
    #[must_use]
    pub fn adds(&self) -> bool {
        matches!(self.level.as_str(), "certificate" | "master")
    }

    /// The fields it serves.
    #[must_use]
    pub fn sides(&self) -> &'static [&'static str] {
        match self.field.as_deref() {
            Some("hi") => &["hi"],
            Some("him") => &["him"],
            Some(_) => &["hi", "him"],
            None => &[],
        }
    }

    /// Who can begin here, in one line.
    #[must_use]
    pub fn audience(&self) -> String {
        let mut groups = self.start_audience.iter();
        let mut line = groups.next().cloned().unwrap_or_default();
        for group in groups {
            let mut letters = group.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
            line.extend([", ", &first, letters.as_str()]);
        }
        line
    }
}

/// A ladder with its steps from the ground up.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Its name in our rows.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Whether it comes from the old article.
    pub historical: bool,
    /// What a reader should know about it.
    pub note: String,
    /// Its steps, lowest first.
    pub rungs: Vec<Rung>,
    /// The language it is told in.
    pub language: Language,
}

/// One stair of the drawing: a step, or all that follow a bachelor's degree together.
#[derive(Debug, PartialEq)]
pub struct Stair<'a> {
    /// Its height: `r1` to `r4`.
    pub step: &'static str,
    /// The steps drawn on it.
    pub rungs: Vec<&'a Rung>,
}

impl Stair<'_> {
    /// The fields of all its steps, each once.
    #[must_use]
    pub fn sides(&self) -> Vec<&'static str> {
        let has = |side: &&'static str| self.rungs.iter().any(|rung| rung.sides().contains(side));
        ["hi", "him"].into_iter().filter(has).collect()
    }
}

impl Ladder {
    /// The stairs of the drawing, lowest first; at most four.
    #[must_use]
    pub fn stairs(&self) -> Vec<Stair<'_>> {
        const STEPS: [&str; 4] = ["r1", "r2", "r3", "r4"];
        let mut stairs: Vec<Stair> = Vec::new();
        for rung in &self.rungs {
            match stairs.last_mut() {
                Some(last) if rung.adds() && last.rungs.iter().all(|below| below.adds()) => last.rungs.push(rung),
                Some(last) if last.step == "r4" => last.rungs.push(rung),
                _ => stairs.push(Stair { step: STEPS[stairs.len().min(3)], rungs: vec![rung] }),
            }
        }
        stairs
    }
}

/// The ladders of a catalog.
pub struct Ladders {
    /// Of which version.
    pub edition: Edition,
    /// The current one first, then those of the old article.
    pub ladders: Vec<Ladder>,
}

impl Ladders {
    /// Those of the version in force; none when nothing is published. One query.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn published(conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let rows: Vec<(Edition, Option<Head>, Option<Rung>)> = catalog::table
            .left_join(ladder::table)
            .left_join(rung::table.on(rung::catalog_id.eq(ladder::catalog_id).and(rung::ladder.eq(ladder::key))))
            .filter(catalog::status.eq("published"))
            .order((ladder::position, rung::position))
            .select((Edition::as_select(), Option::<Head>::as_select(), Option::<Rung>::as_select()))
            .load(conn)
            .await?;
        let Some(edition) = rows.as_slice().first().map(|(edition, ..)| edition.clone()) else { return Ok(None) };
        let mut ladders: Vec<Ladder> = Vec::new();
        for (_, head, rung) in rows {
            let Some(head) = head else { continue };
            if ladders.last().is_none_or(|last| last.key != head.key) {
                let historical = head.era == "historical";
                ladders.push(Ladder {
                    key: head.key,
                    title: head.title,
                    historical,
                    note: head.note,
                    rungs: Vec::new(),
                    language: Language::English,
                });
            }
            if let Some(last) = ladders.last_mut() {
                last.rungs.extend(rung);
            }
        }
        Ok(Some(Self { edition, ladders }))
    }

    /// The ladder in force.
    #[must_use]
    pub fn current(&self) -> Option<&Ladder> {
        self.ladders.iter().find(|ladder| !ladder.historical)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rung(level: &str, start: i16, end: i16, field: Option<&str>) -> Rung {
        Rung {
            position: 1,
            title: level.into(),
            level: level.into(),
            start_audience: vec![],
            start_credits: start,
            end_credits: end,
            credit_system: "quarter".into(),
            field: field.map(Into::into),
            leads_to: None,
        }
    }

    #[test]
    fn what_follows_a_bachelors_degree_shares_the_highest_stair() {
        let ladder = Ladder {
            key: "l".into(),
            title: "L".into(),
            historical: false,
            note: String::new(),
            language: Language::English,
            rungs: vec![
                rung("start", 0, 0, None),
                rung("associate", 0, 90, Some("him")),
                rung("bachelor", 90, 180, Some("both")),
                rung("certificate", 180, 207, Some("hi")),
                rung("master", 180, 228, Some("him")),
            ],
        };
        let stairs = ladder.stairs();
        assert_eq!(stairs.iter().map(|stair| stair.rungs.len()).collect::<Vec<_>>(), [1, 1, 1, 2]);
        assert_eq!(stairs[3].sides(), ["hi", "him"]);
        assert_eq!(stairs[1].sides(), ["him"]);
        assert_eq!(stairs[3].rungs[0].credits(), 27);
        assert_eq!(stairs[2].rungs[0].credits(), 180);
    }
}
