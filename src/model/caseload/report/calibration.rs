//! How good recommendations were: what became of the students, by what their result said and the version that said it.

use diesel::{dsl::max, prelude::*, sql_query, sql_types::Uuid as SqlUuid};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{Line, share::Share};
use crate::{
    model::{
        audit::{self, Action},
        caseload::{
            became::{Became, Known},
            behind::Behind,
            filter::{Filter, ResultKind, Wanted},
        },
        error::{Error, Result},
        fit::Outcome,
        outcome::Way,
        person::{Role, Staff},
    },
    schema::figure,
};

/// Fewer students than this tell too much about each: who reaches no record reads no numbers of theirs.
pub const SMALLEST_GROUP: i64 = 10;

/// What a result recommended, most certain first.
const RECOMMENDED: [Outcome; 5] =
    [Outcome::HiClear, Outcome::HiLean, Outcome::Either, Outcome::HimLean, Outcome::HimClear];

/// What students do, in the order of the columns.
const WAYS: [Way; 4] = [Way::Hi, Way::Him, Way::Other, Way::Not];

/// The students of one version and one recommendation of whom it is known what they did.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// What the result said.
    pub said: Outcome,
    /// How many went each way.
    ways: [i64; 4],
    /// Whether this reader may see the numbers.
    pub is_shown: bool,
}

/// All groups of one version.
#[derive(Debug, PartialEq, Eq)]
pub struct Version {
    /// Which questionnaire.
    pub number: i32,
    /// Which scoring.
    pub scoring: String,
    /// The groups with anybody in them.
    pub groups: Vec<Group>,
}

/// The table of outcomes.
pub struct Calibration {
    /// By version, the newest first.
    pub versions: Vec<Version>,
    /// When the school was counted; nothing: just now.
    pub counted_at: Option<Timestamp>,
}

const OF_ONE: &str = "select report, a, b, count(*) as students from report_line
     where report = 'outcome' and advisor_id = $1 group by report, a, b";
const OF_ALL: &str =
    "select report, a, b, count(*) as students from report_line where report = 'outcome' group by report, a, b";

impl Calibration {
    /// An advisor's own students, as they are looked at; of a lead and an admin everybody, as the school was counted last.
    /// With a row that says who looked.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(reader: &Staff, conn: &mut AsyncPgConnection) -> Result<Self> {
        let role = reader.person().role;
        let (lines, counted_at) = conn
            .transaction(async |conn| {
                audit::record(Some(reader.id()), Action::ListedStudents, "outcomes", None, None, conn).await?;
                match role {
                    Role::Advisor => {
                        let own = sql_query(OF_ONE).bind::<SqlUuid, _>(reader.id().0).load(conn).await?;
                        Ok::<_, Error>((own, None))
                    }
                    _ => school(conn).await,
                }
            })
            .await?;
        Ok(Self { versions: versions(lines, role != Role::Admin), counted_at })
    }
}

async fn school(conn: &mut AsyncPgConnection) -> Result<(Vec<Line>, Option<Timestamp>)> {
    let counted_at: Option<jiff_diesel::Timestamp> = figure::table.select(max(figure::counted_at)).first(conn).await?;
    let Some(counted_at) = counted_at else { return Ok((sql_query(OF_ALL).load(conn).await?, None)) };
    let columns = (figure::report, figure::a, figure::b, figure::students);
    let lines = figure::table.filter(figure::report.eq("outcome")).select(columns).load(conn).await?;
    Ok((lines, Some(counted_at.to_jiff())))
}

/// A line says `2 fit-1.0.0 HI_CLEAR`, and the way.
fn read(line: &Line) -> Option<(i32, &str, Outcome, usize)> {
    let (number, rest) = line.a.split_once(' ')?;
    let (scoring, said) = rest.rsplit_once(' ')?;
    let way = WAYS.iter().position(|way| way.code() == line.b)?;
    Some((number.parse().ok()?, scoring, Outcome::parse(said)?, way))
}

fn versions(lines: Vec<Line>, reaches_records: bool) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    for line in &lines {
        let Some((number, scoring, said, way)) = read(line) else { continue };
        let at = versions.iter().position(|version| (version.number, version.scoring.as_str()) == (number, scoring));
        let at = at.unwrap_or_else(|| {
            versions.push(Version { number, scoring: scoring.to_owned(), groups: Vec::new() });
            versions.len() - 1
        });
        let groups = &mut versions[at].groups;
        let at = groups.iter().position(|group| group.said == said).unwrap_or_else(|| {
            groups.push(Group { said, ways: [0; 4], is_shown: false });
            groups.len() - 1
        });
        groups[at].ways[way] += line.students;
    }
    for version in &mut versions {
        for group in &mut version.groups {
            group.is_shown = reaches_records || group.known() >= SMALLEST_GROUP;
        }
        version.groups.sort_by_key(|group| RECOMMENDED.iter().position(|known| *known == group.said));
    }
    versions.sort_by(|a, b| (b.number, &b.scoring).cmp(&(a.number, &a.scoring)));
    versions
}

impl Version {
    /// The list behind a number of one of its groups; `way`: nothing for all of whom it is known.
    #[must_use]
    pub fn list(&self, group: &Group, way: Option<Way>) -> Wanted {
        let became = Became {
            known: Some(way.map_or(Known::Anything, Known::Way)),
            said: Some(group.said),
            version: Some(self.number),
            scoring: Some(self.scoring.clone()),
        };
        let filter = Filter { behind: Behind { became, ..Behind::default() }, ..Filter::default() };
        Wanted { filter, ..Wanted::default() }
    }
}

impl Group {
    /// What the result said, as advisors read it.
    #[must_use]
    pub fn words(&self) -> &'static str {
        ResultKind::Of(self.said).words()
    }

    /// Each way with how many went it.
    pub fn ways(&self) -> impl Iterator<Item = (Way, i64)> {
        WAYS.into_iter().zip(self.ways)
    }

    /// Of how many it is known.
    #[must_use]
    pub fn known(&self) -> i64 {
        self.ways.iter().sum()
    }

    /// How many took the program that was recommended; nothing where none was.
    #[must_use]
    pub fn took_it(&self) -> Option<i64> {
        match self.said {
            Outcome::HiClear | Outcome::HiLean => Some(self.ways[0]),
            Outcome::HimClear | Outcome::HimLean => Some(self.ways[1]),
            Outcome::Either | Outcome::Insufficient => None,
        }
    }

    /// The share of those, with its interval, in percent.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        Some(Share::of(self.took_it()?, self.known()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(number: i32, said: &str, ways: [i64; 4]) -> impl Iterator<Item = Line> {
        let a = format!("{number} fit-1.0.0 {said}");
        let line = move |(way, students): (Way, i64)| Line {
            report: "outcome".into(),
            a: a.clone(),
            b: way.code().into(),
            students,
        };
        WAYS.into_iter().zip(ways).filter(|(_, students)| *students > 0).map(line)
    }

    fn some(reaches_records: bool) -> Vec<Version> {
        let all = lines(1, "EITHER", [1, 1, 0, 0]).chain(lines(2, "HIM_CLEAR", [0, 9, 0, 0]));
        versions(all.chain(lines(2, "HI_CLEAR", [8, 1, 0, 1])).collect(), reaches_records)
    }

    #[test]
    fn small_groups_are_for_those_who_reach_the_records() {
        let shown = |reaches_records| -> Vec<_> {
            let versions = some(reaches_records);
            versions.iter().flat_map(|one| &one.groups).map(|group| (group.said, group.is_shown)).collect()
        };
        let told = [Outcome::HiClear, Outcome::HimClear, Outcome::Either];
        assert_eq!(shown(false), std::iter::zip(told, [true, false, false]).collect::<Vec<_>>());
        assert_eq!(shown(true), std::iter::zip(told, [true; 3]).collect::<Vec<_>>());
    }

    #[test]
    fn a_group_counts_who_took_what_was_recommended_and_each_number_has_its_list() {
        let versions = some(true);
        let (clear, either) = (&versions[0].groups[0], &versions[1].groups[0]);
        assert_eq!((clear.known(), clear.took_it(), either.took_it()), (10, Some(8), None));
        let list = |way| versions[0].list(clear, way).query();
        assert_eq!(list(Some(Way::Not)), "became=not&said=hi-clear&said-in=2&scored=fit-1.0.0");
        assert_eq!(list(None), "became=known&said=hi-clear&said-in=2&scored=fit-1.0.0");
    }
}
