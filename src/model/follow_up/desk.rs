//! An advisor's own follow-ups, of all their students: what is overdue, what is due today, what comes, what is done.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Bool, Date as SqlDate, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;
use jiff_diesel::ToDiesel as _;

use crate::model::{
    advisee,
    audit::{self, Action},
    error::Result,
    id::{FollowUpId, StudentId},
    keyset::{Page, Turn},
    person::Advisor,
};

/// Rows on one page.
const PAGE: usize = 50;

/// How far off a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// It is over.
    Overdue,
    /// It is this day.
    Today,
    /// It is still to come.
    Coming,
}

impl Due {
    /// A day against today, both of the school's calendar.
    #[must_use]
    pub fn of(day: Date, today: Date) -> Self {
        match day.cmp(&today) {
            std::cmp::Ordering::Less => Self::Overdue,
            std::cmp::Ordering::Equal => Self::Today,
            std::cmp::Ordering::Greater => Self::Coming,
        }
    }
}

/// Which of them a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Open, and their day is over.
    Overdue,
    /// Open, and due today.
    Today,
    /// Open, and due later.
    Coming,
    /// Done or cancelled, the last first.
    Done,
}

impl View {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::Coming, Self::Done];

    /// Its word in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Coming => "coming",
            Self::Done => "done",
        }
    }

    /// The view with this word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }

    fn condition(self) -> &'static str {
        match self {
            Self::Overdue => "state = 'open' and due_on < $2",
            Self::Today => "state = 'open' and due_on = $2",
            Self::Coming => "state = 'open' and due_on > $2",
            Self::Done => "state <> 'open'",
        }
    }

    /// What the list is ordered by, the id after it.
    fn order(self) -> &'static str {
        if self == Self::Done { "settled_at" } else { "due_on" }
    }
}

/// A row that a page begins beyond. Its place is read from the row itself.
pub type Mark = FollowUpId;

/// One of an advisor's own. It does not print itself.
#[derive(QueryableByName)]
pub struct Mine {
    /// Which.
    #[diesel(sql_type = SqlUuid)]
    pub id: FollowUpId,
    /// About whom.
    #[diesel(sql_type = SqlUuid)]
    pub student_id: StudentId,
    /// The student's name.
    #[diesel(sql_type = Text)]
    pub student: String,
    /// What is to be done.
    #[diesel(sql_type = Text)]
    pub words: String,
    /// By when.
    #[diesel(sql_type = SqlDate, deserialize_as = jiff_diesel::Date)]
    pub due_on: Date,
    /// Whether the student sees it too.
    #[diesel(sql_type = Bool)]
    pub is_shared: bool,
    /// Whether it was cancelled and not done.
    #[diesel(sql_type = Bool)]
    pub is_cancelled: bool,
    /// What came of it.
    #[diesel(sql_type = Text)]
    pub outcome: String,
}

#[derive(QueryableByName)]
struct Counts {
    #[diesel(sql_type = BigInt)]
    overdue: i64,
    #[diesel(sql_type = BigInt)]
    today: i64,
    #[diesel(sql_type = BigInt)]
    coming: i64,
    #[diesel(sql_type = BigInt)]
    done: i64,
}

/// Where counting ends.
const MOST_COUNTED: i64 = 1000;

/// Of students the owner reaches today: what they did for former ones is no longer theirs to read. $3: a lead.
const WITHIN: &str = "($3 or exists (select from student where student.person_id = follow_up.student_id
                             and (student.advisor_id = $1 or student.advisor_id is null)))";

impl Mine {
    /// How many each view has, in the order of [`View::ALL`], up to a thousand. `today` is the school's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn counts(advisor: &Advisor, today: Date, conn: &mut AsyncPgConnection) -> Result<[i64; 4]> {
        let few = |view: View| {
            let condition = view.condition();
            format!(
                "(select count(*) from (select from follow_up where owner_id = $1 and {condition} and {WITHIN} limit {MOST_COUNTED}) as few)"
            )
        };
        let [overdue, today_, coming, done] = View::ALL.map(few);
        let query = format!("select {overdue} as overdue, {today_} as today, {coming} as coming, {done} as done");
        let counts: Counts = sql_query(query)
            .bind::<SqlUuid, _>(advisor.id())
            .bind::<SqlDate, _>(today.to_diesel())
            .bind::<Bool, _>(advisor.is_lead())
            .get_result(conn)
            .await?;
        Ok([counts.overdue, counts.today, counts.coming, counts.done])
    }

    /// A page of a view, and a row that says they looked through it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(
        advisor: &Advisor,
        view: View,
        turn: Turn<Mark>,
        today: Date,
        conn: &mut AsyncPgConnection,
    ) -> Result<Page<Self>> {
        let (order, condition) = (view.order(), view.condition());
        // What is done stands with the last first.
        let is_falling = (view == View::Done) != turn.is_backwards();
        let (beyond, way) = if is_falling { ("<", "desc") } else { (">", "asc") };
        let (begin, mark) = match turn {
            Turn::First => (String::new(), FollowUpId::default()),
            Turn::After(mark) | Turn::Before(mark) => {
                let place = format!("select {order}, id from follow_up where id = $4 and owner_id = $1");
                (format!("and ({order}, id) {beyond} ({place})"), mark)
            }
        };
        let query = format!(
            "select f.id, f.student_id, person.full_name as student, f.words, f.due_on, f.is_shared,
                    f.state = 'cancelled' as is_cancelled, f.outcome
               from (select * from follow_up where owner_id = $1 and {condition} and {WITHIN} {begin}
                      order by {order} {way}, id {way} limit $5) as f
               join person on person.id = f.student_id order by f.{order} {way}, f.id {way}"
        );
        conn.transaction(async |conn| {
            audit::record(Some(advisor.id()), Action::ListedFollowUps, "follow-ups", None, None, conn).await?;
            let rows: Vec<Self> = sql_query(query)
                .bind::<SqlUuid, _>(advisor.id())
                .bind::<SqlDate, _>(today.to_diesel())
                .bind::<Bool, _>(advisor.is_lead())
                .bind::<SqlUuid, _>(mark)
                .bind::<BigInt, _>(i64::try_from(PAGE).expect("a small number") + 1)
                .load(conn)
                .await?;
            Ok(Page::cut(&turn, rows, PAGE))
        })
        .await
    }

    /// How far off its day is. `today` is the school's.
    #[must_use]
    pub fn due(&self, today: &Date) -> Due {
        Due::of(self.due_on, *today)
    }

    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}/{}", super::path(self.student_id), self.id)
    }

    /// The address of the student's record.
    #[must_use]
    pub fn record_path(&self) -> String {
        advisee::path(self.student_id)
    }
}
