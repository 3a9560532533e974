//! How many students stand where, as the database keeps it: by advisor, status, result and credits. Reading it costs the
//! same however many students there are; its migration says how it is kept.

use diesel::{
    QueryableByName,
    expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate},
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    sql_query,
    sql_types::{Array, BigInt, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    filter::{Credits, Filter, ResultKind, Wanted},
    status::Status,
    tab::Tab,
};
use crate::model::{error::Result, fit::Outcome, people::Sought, person::Advisor};

/// Results in the order of their figures in a cell; zero: none.
const OUTCOMES: [Outcome; 6] =
    [Outcome::HiClear, Outcome::HiLean, Outcome::Either, Outcome::HimLean, Outcome::HimClear, Outcome::Insufficient];

/// Steps of credits in the same way.
const STEPS: [Credits; 4] = [Credits::Unknown, Credits::Few, Credits::Half, Credits::Many];

/// Bits that the number of students has beside its cell.
const BITS: u32 = 40;

/// Status, result and credits as one number; see `cell_of` in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell(pub i16);

impl Cell {
    fn status(self) -> Option<Status> {
        let place = usize::try_from(self.0 / 100).ok()?.checked_sub(1)?;
        Status::ALL.get(place).copied()
    }

    fn result(self) -> ResultKind {
        let figure = usize::try_from(self.0 / 10 % 10).unwrap_or_default();
        let outcome = figure.checked_sub(1).and_then(|place| OUTCOMES.get(place));
        outcome.map_or(ResultKind::Missing, |outcome| ResultKind::Of(*outcome))
    }

    fn credits(self) -> Option<Credits> {
        usize::try_from(self.0 % 10).ok().and_then(|step| STEPS.get(step).copied())
    }

    /// All in which somebody asked for may stand.
    pub(super) fn asked(wanted: &Wanted) -> Vec<i16> {
        let steps = 0..STEPS.len() as i16;
        let all = (1..=Status::ALL.len() as i16)
            .flat_map(|status| (0..=OUTCOMES.len() as i16).map(move |result| status * 100 + result * 10))
            .flat_map(|both| steps.clone().map(move |step| Self(both + step)));
        all.filter(|cell| cell.is_of(wanted.tab, wanted)).map(|cell| cell.0).collect()
    }

    /// Whether its students are asked for, as far as a cell tells.
    fn is_of(self, tab: Tab, wanted: &Wanted) -> bool {
        let Some(status) = self.status() else { return false };
        let filter = &wanted.filter;
        tab.ranks().is_none_or(|(first, last)| (first..=last).contains(&status.rank()))
            && filter.stage.is_none_or(|stage| stage == status)
            && filter.result.is_none_or(|result| result == self.result())
            && (filter.credits.is_none() || filter.credits == self.credits())
    }
}

/// Whose students are told.
#[derive(Clone, Default)]
pub(super) struct Tally {
    whose: Option<Uuid>,
    sought: Option<String>,
}

impl Tally {
    /// Those whom an advisor's tabs show; a lead's are everybody.
    pub(super) fn of(advisor: &Advisor) -> Self {
        let whose = if advisor.is_lead() { Uuid::nil() } else { advisor.id().0 };
        Self { whose: Some(whose), sought: None }
    }

    /// Those whom nobody has.
    pub(super) fn of_nobody() -> Self {
        Self { whose: Some(Uuid::max()), sought: None }
    }

    /// Those of the advisors that a lead asks for; nobody's, where none is asked for.
    pub(super) fn of_asked(filter: &Filter) -> Self {
        let sought = filter.advisor.as_deref().and_then(Sought::parse).map(Sought::into_beginnings);
        Self { whose: filter.behind.of.map(|id| id.0), sought }
    }
}

// What is asked differs from one to the next.
impl QueryId for Tally {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Expression for Tally {
    type SqlType = Array<BigInt>;
}

impl ValidGrouping<()> for Tally {
    type IsAggregate = is_aggregate::Never;
}

impl<From> AppearsOnTable<From> for Tally {}
impl<From> SelectableExpression<From> for Tally {}

impl QueryFragment<Pg> for Tally {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        if self.whose.is_none() && self.sought.is_none() {
            out.push_sql("ARRAY[]::bigint[]");
            return Ok(());
        }
        out.push_sql("ARRAY(SELECT (cell::bigint << 40) + sum(students) FROM tally WHERE true");
        if let Some(whose) = &self.whose {
            out.push_sql(" AND whose = ");
            out.push_bind_param::<SqlUuid, _>(whose)?;
        }
        if let Some(sought) = &self.sought {
            out.push_sql(
                " AND whose = ANY(ARRAY(SELECT id FROM person WHERE role <> 'student' AND is_sought(full_name, email, ",
            );
            out.push_bind_param::<Text, _>(sought)?;
            out.push_sql(")))");
        }
        out.push_sql(" GROUP BY cell HAVING sum(students) > 0)");
        Ok(())
    }
}

/// What a tally says: each cell that somebody stands in, and how many.
pub(super) struct Told(Vec<(Cell, i64)>);

impl Told {
    pub(super) fn read(packed: &[i64]) -> Self {
        let cell = |packed: i64| i16::try_from(packed >> BITS).map_or(Cell(0), Cell);
        Self(packed.iter().map(|packed| (cell(*packed), packed & ((1 << BITS) - 1))).collect())
    }

    /// How many of a tab, and of what is asked for in it.
    pub(super) fn count(&self, tab: Tab, wanted: &Wanted) -> i64 {
        self.0.iter().filter(|(cell, _)| cell.is_of(tab, wanted)).map(|(_, students)| students).sum()
    }

    /// The cells in which those stand.
    pub(super) fn cells(&self, wanted: &Wanted) -> Vec<i16> {
        self.0.iter().filter(|(cell, _)| cell.is_of(wanted.tab, wanted)).map(|(cell, _)| cell.0).collect()
    }
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Takes one batch of what was added into the sums. Gives how many rows there were.
///
/// # Errors
/// When the database fails.
pub async fn fold(most: i64, conn: &mut AsyncPgConnection) -> Result<usize> {
    let folded = sql_query("select fold_tallies($1) as number").bind::<BigInt, _>(most);
    Ok(usize::try_from(folded.get_result::<Number>(conn).await?.number).unwrap_or_default())
}

/// Holds the tally against the queue and puts right what is off, in one statement, so that nothing moves in between. Gives
/// how many counts were off: none, or an act moved students past the tally.
///
/// # Errors
/// When the database fails.
pub async fn audit(conn: &mut AsyncPgConnection) -> Result<usize> {
    let put = "insert into tally (whose, cell, students) select whose, cell, students from tally_off";
    Ok(sql_query(put).execute(conn).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_status_result_and_credits() {
        let cell = Cell(731);
        assert_eq!((cell.status(), cell.credits()), (Some(Status::NewResult), Some(Credits::Few)));
        assert_eq!(cell.result(), ResultKind::Of(Outcome::Either));
        assert_eq!(Cell(1100).result(), ResultKind::Missing);
        assert_eq!(Cell(1100).credits(), Some(Credits::Unknown));
        assert_eq!((Cell(0).status(), Cell(-5).status()), (None, None));
        let asked = |query| Cell::asked(&Wanted::read(query, true).0);
        assert_eq!(asked("stage=new-result&result=either&credits=few"), [731]);
        assert_eq!(asked("stage=new-result&result=none"), [700, 701, 702, 703]);
        assert_eq!(asked("").len(), Status::ALL.len() * 7 * 4);
    }

    #[test]
    fn a_tally_counts_what_is_asked_for() {
        let told = Told::read(&[(731 << BITS) + 7, (611 << BITS) + 2, (1100 << BITS) + 40]);
        let asked = |query| Wanted::read(query, true).0;
        assert_eq!(told.count(Tab::Everyone, &asked("")), 49);
        assert_eq!(told.count(Tab::New, &asked("")), 9);
        assert_eq!(told.count(Tab::Everyone, &asked("result=none")), 40);
        assert_eq!(told.count(Tab::Everyone, &asked("result=either&credits=few")), 7);
        assert_eq!(told.cells(&asked("view=new&stage=close-call")), [611]);
        assert_eq!(told.cells(&asked("credits=many")), [0_i16; 0]);
    }
}
