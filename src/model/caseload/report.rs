//! How the students within reach stand, as numbers: each is a view of the queue, counted as the queue counts it, so that
//! a number and the list behind it are the same. A count stops at a thousand, so a report never reads everybody.

use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

use super::{Count, Filter, ResultKind, Status, Wanted, few::FewOfEach, students};
use crate::model::{
    audit::{self, Action},
    error::Result,
    person::Advisor,
};

/// Days without contact that are told.
const NO_CONTACT: [i32; 3] = [30, 60, 90];

/// One number and the view behind it.
pub struct Figure {
    /// What it counts.
    pub words: String,
    /// How many.
    pub count: Count,
    /// The address of those.
    pub href: String,
}

/// The numbers of everybody within reach.
pub struct Report {
    /// By status, as the queue knows them.
    pub stages: Vec<Figure>,
    /// By what the newest result says.
    pub results: Vec<Figure>,
    /// Without contact for so many days.
    pub no_contact: Vec<Figure>,
}

impl Report {
    /// Counts by one query, with a row that says who looked.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(advisor: &Advisor, today: Date, conn: &mut AsyncPgConnection) -> Result<Self> {
        let all = |filter| Wanted { filter, ..Wanted::default() };
        let stages = Status::ALL
            .into_iter()
            .filter(|stage| *stage != Status::Invited)
            .map(|stage| (stage.words().to_owned(), all(Filter { stage: Some(stage), ..Filter::default() })));
        let results = ResultKind::ALL
            .into_iter()
            .map(|(kind, _, words)| (words.to_owned(), all(Filter { result: Some(kind), ..Filter::default() })));
        let no_contact = NO_CONTACT
            .into_iter()
            .map(|days| (format!("None in {days} days"), all(Filter { no_contact: Some(days), ..Filter::default() })));
        let views: Vec<(String, Wanted)> = stages.chain(results).chain(no_contact).collect();
        let queries: Vec<_> = views.iter().map(|(_, wanted)| students(advisor, wanted, today)).collect();
        let counts: Vec<i64> = conn
            .transaction(async |conn| {
                audit::record(Some(advisor.id()), Action::ListedStudents, "report", None, None, conn).await?;
                Ok::<_, crate::model::error::Error>(diesel::select(FewOfEach(queries)).first(conn).await?)
            })
            .await?;
        let figure = |((words, wanted), count): ((String, Wanted), i64)| Figure {
            words,
            count: Count(count),
            href: wanted.address(""),
        };
        let mut figures = views.into_iter().zip(counts).map(figure);
        Ok(Self {
            stages: figures.by_ref().take(Status::ALL.len() - 1).collect(),
            results: figures.by_ref().take(ResultKind::ALL.len()).collect(),
            no_contact: figures.collect(),
        })
    }
}
