//! A big school: any number of made-up students with advisors in proportion, to see how the portal does with them. Two
//! seeds of one day are equal.

mod dice;
mod made;
mod names;

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
    ("student", "person_id uuid, advisor_id uuid, created_at timestamptz"),
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

/// What the queue keeps of a student, known only when everything else is there.
const KEPT: &str = "newest_result_id uuid, newest_result_at timestamptz, looked_at timestamptz, last_contact_on date, follow_up_due date, call_asked_at timestamptz, outcome_asked_at timestamptz";

/// The triggers that keep the queue sleep meanwhile; it is written at once at the end. The answers' keys are held against
/// each other in one go, too.
const BEGIN: &str = "
    alter table student disable trigger user; alter table person disable trigger user;
    alter table profile disable trigger user; alter table attempt disable trigger user;
    alter table note disable trigger user; alter table advice disable trigger user;
    alter table follow_up disable trigger user; alter table meeting disable trigger user;
    alter table letter disable trigger user; alter table outcome disable trigger user;
    alter table answer drop constraint answer_attempt_id_questionnaire_id_fkey,
                       drop constraint answer_questionnaire_id_item_fkey";
const END: &str = "
    alter table answer
        add foreign key (attempt_id, questionnaire_id) references attempt (id, questionnaire_id) on delete cascade,
        add foreign key (questionnaire_id, item) references item (questionnaire_id, name);
    insert into standing (student_id, advisor_id, status, rank, place, outcome, credits, seen_day, last_contact_on,
        name_key, words, turns_at, joined_on, reached, version, advice, advice_reason)
    select * from standing_now on conflict (student_id) do nothing;
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
    let advisors = advisors(count, password_hash, today, conn).await?;
    let school = School { version: &version, catalog, hash: password_hash, today, advisors: &advisors };
    let mut n = 0;
    while n < count {
        let mut rows = Rows::default();
        let end = (n + BATCH).min(count);
        for one in n..end {
            student(one + 1, &school, &mut rows);
        }
        write(rows, version.id.0, conn).await?;
        n = end;
    }
    conn.batch_execute(
        "update desk set students = (select count(*) from student where student.advisor_id = desk.advisor_id)",
    )
    .await?;
    conn.batch_execute(END).await?;
    Ok(())
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
    write(rows, Uuid::nil(), conn).await?;
    Ok(all)
}

fn names_of(columns: &str) -> String {
    columns.split(", ").filter_map(|column| column.split(' ').next()).collect::<Vec<_>>().join(", ")
}

async fn write(rows: Rows, version: Uuid, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    let Rows { tables, attempts, items, values } = rows;
    let kept: Vec<Value> =
        tables[1].iter().filter(|student| student.get("newest_result_id").is_some()).cloned().collect();
    for ((table, columns), rows) in TABLES.iter().zip(tables) {
        if rows.is_empty() {
            continue;
        }
        let names = names_of(columns);
        let insert = format!(
            "insert into {table} ({names}) select {names} from json_to_recordset($1::json) as made ({columns})"
        );
        sql_query(insert).bind::<Text, _>(serde_json::to_string(&rows)?).execute(conn).await.context(*table)?;
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
    if !kept.is_empty() {
        let names = names_of(KEPT);
        let update = format!(
            "update student set ({names}) = ({})
               from json_to_recordset($1::json) as made (person_id uuid, {KEPT}) where student.person_id = made.person_id",
            names.split(", ").map(|name| format!("made.{name}")).collect::<Vec<_>>().join(", ")
        );
        sql_query(update).bind::<Text, _>(serde_json::to_string(&kept)?).execute(conn).await.context("student")?;
    }
    Ok(())
}
