//! A big school: any number of made-up students with advisors in proportion, to see how the portal does with them. Two
//! seeds of one day are equal.

mod aside;
mod dice;
mod made;
mod names;

use std::{ops::Range, sync::Arc};

use anyhow::{Context as _, bail};
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, Nullable, SmallInt, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection as _};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use self::{
    aside::Aside,
    dice::Dice,
    made::{Rows, School, student},
    names::{name, plain},
};
use crate::{
    model::{error::Error, offer::Offer, questionnaire::Version, setting::Setting},
    schema::{person, student as students},
};

/// Students of one advisor.
const OF_ONE: i64 = 300;

/// Students written at a time.
const BATCH: i64 = 2_000;

/// The most one may ask for.
const MOST: i64 = 2_000_000;

/// The tables in the order they are filled, with their columns.
const TABLES: [(&str, &str); 14] = [
    (
        "person",
        "id uuid, role text, full_name text, email text, email_key text, password_hash text, created_at timestamptz, last_seen_at timestamptz",
    ),
    (
        "student",
        "person_id uuid, advisor_id uuid, created_at timestamptz, newest_result_id uuid, newest_result_at timestamptz, looked_at timestamptz, last_contact_on date, follow_up_due date, call_asked_at timestamptz, outcome_asked_at timestamptz",
    ),
    ("assignment", "id uuid, student_id uuid, advisor_id uuid, since timestamptz"),
    (
        "profile",
        "student_id uuid, called text, education text, credits smallint, unit text, years smallint, pace text, supervise text, saved_at timestamptz",
    ),
    (
        "attempt",
        "id uuid, student_id uuid, questionnaire_id uuid, started_at timestamptz, saved_at timestamptz, submitted_at timestamptz",
    ),
    ("saved_part", "attempt_id uuid, part smallint, saved_at timestamptz"),
    (
        "result",
        "id uuid, attempt_id uuid, student_id uuid, questionnaire_id uuid, catalog_id uuid, scoring text, outcome text, reason text, flags text[], points smallint, hi smallint, him smallint, answered smallint, item_count smallint, contributions jsonb, profile jsonb, created_at timestamptz",
    ),
    (
        "advice",
        "id uuid, result_id uuid, author_id uuid, author text, verdict text, reason text, words text, form_key uuid, created_at timestamptz",
    ),
    (
        "note",
        "id uuid, student_id uuid, author_id uuid, author text, author_role text, level text, body text, contact_on date, contact_how text, topic text, form_key uuid, created_at timestamptz",
    ),
    (
        "follow_up",
        "id uuid, student_id uuid, owner_id uuid, author_id uuid, author text, words text, due_on date, form_key uuid, created_at timestamptz",
    ),
    (
        "meeting",
        "id uuid, student_id uuid, state text, reason text, asked_at timestamptz, form_key uuid, created_at timestamptz",
    ),
    (
        "letter",
        "id uuid, kind text, person_id uuid, to_name text, to_email text, locale text, facts jsonb, message_id text, state text, tries smallint, server_words text, created_at timestamptz, settled_at timestamptz",
    ),
    ("desk", "advisor_id uuid, students integer"),
    (
        "outcome",
        "id uuid, student_id uuid, way text, told_on date, source text, told_by uuid, form_key uuid, created_at timestamptz",
    ),
];

/// Tables of ours beside those: the answers, and what the queue is read from.
const ANSWERS: &str = "answer";
const QUEUE: &str = "standing";

/// The triggers that keep the queue sleep meanwhile; it is written at once at the end.
const BEGIN: &str = "
    alter table student disable trigger user; alter table person disable trigger user;
    alter table profile disable trigger user; alter table attempt disable trigger user;
    alter table note disable trigger user; alter table advice disable trigger user;
    alter table follow_up disable trigger user; alter table meeting disable trigger user;
    alter table letter disable trigger user; alter table outcome disable trigger user;
    set local maintenance_work_mem = '256MB'";
/// The advisors' desks; how many rows the planner has to expect; then the queue, from everything that is there.
const LINE_UP: &str = "
    update desk set students = counted.students
      from (select advisor_id, count(*) as students from student group by advisor_id) counted
     where counted.advisor_id = desk.advisor_id;
    analyze;
    insert into standing (student_id, advisor_id, status, rank, place, outcome, credits, seen_day, last_contact_on,
        name_key, words, turns_at, joined_on, reached, version, advice, advice_reason)
    select * from standing_now on conflict (student_id) do nothing";
const END: &str = "
    select fold_tallies(100000000);
    insert into calibration select * from calibration_now;
    select count_school();
    alter table student enable trigger user; alter table person enable trigger user;
    alter table profile enable trigger user; alter table attempt enable trigger user;
    alter table note enable trigger user; alter table advice enable trigger user;
    alter table follow_up enable trigger user; alter table meeting enable trigger user;
    alter table letter enable trigger user; alter table outcome enable trigger user";

/// Adds so many students to the demo school, in the caller's transaction. A big school is seeded once.
pub(super) async fn enter(count: i64, password_hash: &str, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    if !(1..=MOST).contains(&count) {
        bail!("--students takes a number from 1 to {MOST}");
    }
    let there: i64 = students::table.count().get_result(conn).await?;
    if there > 4 {
        bail!("there are {there} students in this database already, so nothing was seeded");
    }
    let version = Version::published(conn).await?.ok_or(Error::NotFound)?;
    let catalog = Offer::in_force(conn).await?.map(|offer| offer.catalog_id.0);
    let setting = Setting::load(conn).await?;
    let today = setting.start_of(setting.local(Timestamp::now()).date()).context("today has no beginning")?;
    let today = today.as_millisecond();
    conn.batch_execute(BEGIN).await?;
    let filled: Vec<&str> = TABLES.iter().map(|(table, _)| *table).chain([ANSWERS]).collect();
    let (keys, indexes) = (Aside::keys(&filled, conn).await?, Aside::indexes(&filled, conn).await?);
    let advisors = advisors(count, password_hash, today, conn).await?;
    let school = Arc::new(School { version, catalog, hash: password_hash.to_owned(), today, advisors });
    // The next ones are made up while these are written.
    let begin = |from: i64| {
        let (school, end) = (school.clone(), (from + BATCH).min(count));
        (from < count).then(|| tokio::task::spawn_blocking(move || batch(from..end, &school)))
    };
    let (mut from, mut made) = (0, begin(0));
    while let Some(rows) = made {
        let rows = rows.await??;
        from += BATCH;
        made = begin(from);
        write(rows, school.version.id.0, conn).await?;
    }
    indexes.put_back(conn).await?;
    keys.put_back(conn).await?;
    let indexes = Aside::indexes(&[QUEUE], conn).await?;
    conn.batch_execute(LINE_UP).await?;
    indexes.put_back(conn).await?;
    conn.batch_execute(END).await?;
    Ok(())
}

/// These students, as they are sent.
fn batch(which: Range<i64>, school: &School) -> anyhow::Result<Sent> {
    let mut rows = Rows::default();
    for one in which {
        student(one + 1, school, &mut rows);
    }
    Sent::of(rows)
}

/// The advisors they go to: the demo's two, and more in proportion.
async fn advisors(
    count: i64,
    hash: &str,
    today: i64,
    conn: &mut AsyncPgConnection,
) -> anyhow::Result<Vec<(Uuid, String)>> {
    let here: Vec<(Uuid, String)> = person::table
        .filter(person::role.eq("advisor"))
        .order(person::email_key)
        .select((person::id, person::full_name))
        .load(conn)
        .await?;
    let mut all = here;
    let wanted = usize::try_from((count + OF_ONE - 1) / OF_ONE)?;
    let mut rows = Rows::default();
    for n in all.len()..wanted {
        let mut dice = Dice::new(u64::MAX - u64::try_from(n)?);
        let id = dice.id(today);
        let (first, last) = name(&mut dice);
        let (full_name, email) =
            (format!("{first} {last}"), format!("{}.{}.{n}@harbor.example", plain(first), plain(last)));
        rows.tables[0]
            .push(json!({"id": id, "role": "advisor", "full_name": full_name, "email": email, "email_key": email,
            "password_hash": hash, "created_at": Timestamp::from_millisecond(today)?.to_string()}));
        rows.tables[12].push(json!({"advisor_id": id, "students": 0}));
        all.push((id, full_name));
    }
    write(Sent::of(rows)?, Uuid::nil(), conn).await?;
    Ok(all)
}

fn names_of(columns: &str) -> String {
    columns.split(", ").filter_map(|column| column.split(' ').next()).collect::<Vec<_>>().join(", ")
}

/// Rows by table as one text each, and answers by column.
struct Sent {
    tables: Vec<Option<String>>,
    attempts: Vec<Uuid>,
    items: Vec<String>,
    values: Vec<Option<i16>>,
}

impl Sent {
    fn of(rows: Rows) -> anyhow::Result<Self> {
        let Rows { tables, attempts, items, values } = rows;
        let text = |rows: Vec<Value>| (!rows.is_empty()).then(|| serde_json::to_string(&rows)).transpose();
        Ok(Self { tables: tables.into_iter().map(text).collect::<Result<_, _>>()?, attempts, items, values })
    }
}

async fn write(rows: Sent, version: Uuid, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    let Sent { tables, attempts, items, values } = rows;
    for ((table, columns), rows) in TABLES.iter().zip(tables) {
        let Some(rows) = rows else { continue };
        let names = names_of(columns);
        let insert = format!(
            "insert into {table} ({names}) select {names} from json_to_recordset($1::json) as made ({columns})"
        );
        sql_query(insert).bind::<Text, _>(rows).execute(conn).await.context(*table)?;
    }
    if !attempts.is_empty() {
        sql_query(
            "insert into answer (attempt_id, questionnaire_id, item, value)
             select attempt, $1, item, value from unnest($2, $3, $4) as said (attempt, item, value)",
        )
        .bind::<SqlUuid, _>(version)
        .bind::<Array<SqlUuid>, _>(attempts)
        .bind::<Array<Text>, _>(items)
        .bind::<Array<Nullable<SmallInt>>, _>(values)
        .execute(conn)
        .await
        .context("answer")?;
    }
    Ok(())
}
