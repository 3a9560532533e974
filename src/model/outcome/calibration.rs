//! How good recommendations were: what became of the students, by what their result said and the version that said it.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Bool, Integer, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use crate::model::{
    audit::{self, Action},
    error::{Error, Result},
    person::{Role, Staff},
};

/// Fewer students than this tell too much about each: who reaches no record reads no numbers of theirs.
pub const SMALLEST_GROUP: i64 = 10;

/// What a result recommended, most certain first.
const RECOMMENDED: [&str; 5] = ["HI_CLEAR", "HI_LEAN", "EITHER", "HIM_LEAN", "HIM_CLEAR"];

/// The students of one version and one recommendation of whom it is known what they did.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// `HI_CLEAR` and the like.
    pub recommended: String,
    /// Enrolled in health informatics.
    pub hi: i64,
    /// Enrolled in health information management.
    pub him: i64,
    /// Enrolled in something else.
    pub other: i64,
    /// Not enrolled.
    pub not: i64,
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

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    scoring: String,
    #[diesel(sql_type = Text)]
    recommended: String,
    #[diesel(sql_type = BigInt)]
    hi: i64,
    #[diesel(sql_type = BigInt)]
    him: i64,
    #[diesel(sql_type = BigInt)]
    other: i64,
    #[diesel(sql_type = BigInt)]
    not_enrolled: i64,
}

/// The newest thing told of each student counts, beside the result they had then or, without one, nothing. $1: the reader,
/// $2: whether all students are within their reach.
const COUNT: &str = "select q.number, r.scoring, r.outcome as recommended,
       count(*) filter (where o.way = 'hi') as hi, count(*) filter (where o.way = 'him') as him,
       count(*) filter (where o.way = 'other') as other, count(*) filter (where o.way = 'not') as not_enrolled
  from (select distinct on (student_id) student_id, way, created_at from outcome
         order by student_id, told_on desc, created_at desc) o
  join student s on s.person_id = o.student_id and ($2 or s.advisor_id = $1 or s.advisor_id is null)
  join lateral (select outcome, scoring, questionnaire_id from result
                 where result.student_id = s.person_id and result.created_at <= o.created_at
                 order by result.created_at desc limit 1) r on true
  join questionnaire q on q.id = r.questionnaire_id
 where o.way <> 'unknown' and r.outcome <> 'INSUFFICIENT'
 group by q.number, r.scoring, r.outcome order by q.number desc, r.scoring desc";

/// The table within somebody's reach, with a row that says who looked.
///
/// # Errors
/// When the database fails.
pub async fn read(reader: &Staff, conn: &mut AsyncPgConnection) -> Result<Vec<Version>> {
    let role = reader.person().role;
    let rows: Vec<Row> = conn
        .transaction(async |conn| {
            audit::record(Some(reader.id()), Action::ListedStudents, "outcomes", None, None, conn).await?;
            let count = sql_query(COUNT).bind::<SqlUuid, _>(reader.id().0).bind::<Bool, _>(role != Role::Advisor);
            Ok::<_, Error>(count.load(conn).await?)
        })
        .await?;
    Ok(versions(rows, role != Role::Admin))
}

fn versions(rows: Vec<Row>, reaches_records: bool) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    for row in rows {
        if versions.last().is_none_or(|last| (last.number, &last.scoring) != (row.number, &row.scoring)) {
            versions.push(Version { number: row.number, scoring: row.scoring.clone(), groups: Vec::new() });
        }
        let Some(version) = versions.last_mut() else { continue };
        let Row { recommended, hi, him, other, not_enrolled, .. } = row;
        let is_shown = reaches_records || hi + him + other + not_enrolled >= SMALLEST_GROUP;
        version.groups.push(Group { recommended, hi, him, other, not: not_enrolled, is_shown });
    }
    for version in &mut versions {
        version.groups.sort_by_key(|group| RECOMMENDED.iter().position(|known| *known == group.recommended));
    }
    versions
}

impl Group {
    /// Of how many it is known.
    #[must_use]
    pub fn known(&self) -> i64 {
        self.hi + self.him + self.other + self.not
    }

    /// How many took the program that was recommended; nothing where none was.
    #[must_use]
    pub fn took_it(&self) -> Option<i64> {
        match self.recommended.as_str() {
            "HI_CLEAR" | "HI_LEAN" => Some(self.hi),
            "HIM_CLEAR" | "HIM_LEAN" => Some(self.him),
            _ => None,
        }
    }

    /// The share of those, with its interval, in percent.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        Some(Share::of(self.took_it()?, self.known()))
    }
}

/// A share with the interval in which the true one lies 19 times of 20.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// In percent.
    pub percent: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Share {
    /// Of so many of so many: Wilson's interval at 95 % (Wilson 1927), which is right for few as well.
    #[must_use]
    pub fn of(some: i64, all: i64) -> Self {
        const Z: f64 = 1.959_963_984_540_054;
        if all <= 0 {
            return Self { percent: 0.0, low: 0.0, high: 100.0 };
        }
        #[expect(clippy::cast_precision_loss, reason = "no school has 2^52 students")]
        let (some, all) = (some as f64, all as f64);
        let (share, square) = (some / all, Z * Z);
        let middle = (share + square / (2.0 * all)) / (1.0 + square / all);
        let reach = Z / (1.0 + square / all) * (share * (1.0 - share) / all + square / (4.0 * all * all)).sqrt();
        let percent = |part: f64| part.clamp(0.0, 1.0) * 100.0;
        Self { percent: percent(share), low: percent(middle - reach), high: percent(middle + reach) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: i32, recommended: &str, ways: [i64; 4]) -> Row {
        let [hi, him, other, not_enrolled] = ways;
        Row { number, scoring: "fit-1.0.0".into(), recommended: recommended.into(), hi, him, other, not_enrolled }
    }

    #[test]
    fn wilsons_interval_is_the_one_of_the_books() {
        // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        for (some, all, low, high) in
            [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18)]
        {
            let share = Share::of(some, all);
            assert!((share.low - low).abs() < 0.01 && (share.high - high).abs() < 0.01, "{some} of {all}: {share:?}");
        }
        assert_eq!(Share::of(0, 0), Share { percent: 0.0, low: 0.0, high: 100.0 });
    }

    #[test]
    fn small_groups_are_for_those_who_reach_the_records() {
        let rows = || {
            vec![row(2, "HIM_CLEAR", [0, 9, 0, 0]), row(2, "HI_CLEAR", [8, 1, 0, 1]), row(1, "EITHER", [1, 1, 0, 0])]
        };
        let shown = |reaches| -> Vec<_> {
            let versions = versions(rows(), reaches);
            versions
                .iter()
                .flat_map(|one| &one.groups)
                .map(|group| (group.recommended.clone(), group.is_shown))
                .collect()
        };
        let told = |shown: [bool; 3]| -> Vec<(String, bool)> {
            ["HI_CLEAR", "HIM_CLEAR", "EITHER"].map(str::to_owned).into_iter().zip(shown).collect()
        };
        assert_eq!(shown(false), told([true, false, false]));
        assert_eq!(shown(true), told([true, true, true]));
        let versions = versions(rows(), true);
        assert_eq!(versions[0].groups[0].took_it(), Some(8));
        assert_eq!(versions[0].groups[0].known(), 10);
        assert_eq!(versions[1].groups[0].took_it(), None);
    }

    proptest::proptest! {
        #[test]
        fn a_share_lies_in_its_interval(some in 0i64..2000, more in 0i64..2000) {
            let share = Share::of(some, some + more);
            proptest::prop_assert!(0.0 <= share.low && share.low <= share.high && share.high <= 100.0);
            proptest::prop_assert!(some + more == 0 || (share.low - 1e-9 <= share.percent && share.percent <= share.high + 1e-9));
        }
    }
}
