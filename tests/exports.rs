//! A view of the queue as a file: whole, safe to open, and written down.

use std::collections::BTreeMap;

use crate::support::{Page, Portal};

const DOOR: &str = "/caseload/exports";

/// What a reader of RFC 4180 makes of it: lines of cells.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            sign => cell.push(sign),
        }
    }
    assert!(!is_quoted && cell.is_empty() && line.is_empty(), "it ends with a line");
    lines
}

/// The lines by column.
fn table(page: &Page) -> Vec<BTreeMap<String, String>> {
    assert_eq!(page.is(200).header("content-type"), Some("text/csv; charset=utf-8"));
    assert!(page.header("content-disposition").unwrap().starts_with("attachment; filename=\"students-"));
    let mut lines = read(&page.body).into_iter();
    let head = lines.next().unwrap();
    let row = |line: Vec<String>| {
        assert_eq!(line.len(), head.len());
        head.iter().cloned().zip(line).collect()
    };
    lines.map(row).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_has_the_view_that_was_asked_for_and_says_why_it_was_taken() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    portal.tell(&format!("update person set full_name = '=Eve, \"E\" Hart' where id = '{}'", eve.id)).await;
    let form = ada.get("/caseload/exports?view=sort%3Dname").await.form(DOOR);
    ada.submit(form.clone()).await.is(422).says("Choose what it is for");
    let rows = table(&ada.submit(form.fill("purpose", "advising")).await);
    assert_eq!(rows.len(), 2, "her own students only");
    let row = rows.iter().find(|row| row["email"] == eve.email).unwrap();
    assert_eq!(row["name"], "'=Eve, \"E\" Hart");
    assert_eq!((row["hi_points"].as_str(), row["him_points"].as_str()), ("2", "64"));
    assert_eq!((row["result"].as_str(), row["advisor"].as_str()), ("HIM_CLEAR", "Ada Bell"));
    assert!(row["last_seen"].parse::<jiff::civil::Date>().is_ok(), "{}", row["last_seen"]);
    assert!(row["notice"].contains("99.33"));
    assert_eq!(portal.count(&format!("audit where action = 'students.exported' and actor_id = '{}'", ada.id)).await, 1);
    ada.get(DOOR).await.says("Advising in our office");
    // What was searched for by name is not kept, and a lead sees every file.
    let form = lee.get("/caseload/exports?view=q%3Dhana%26result%3Deither").await.form(DOOR);
    let rows = table(&lee.submit(form.fill("purpose", "report")).await);
    assert_eq!(rows.iter().map(|row| row["name"].as_str()).collect::<Vec<_>>(), ["Hana Sato"]);
    assert_eq!(portal.count("export where query like '%hana%'").await, 0);
    assert_eq!(portal.count("export where query like '%either%' and students = 1").await, 1);
    lee.get(DOOR).await.says("Ada Bell").says("Lee Park");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_many_batches_names_everybody_once() {
    let portal = Portal::open().await;
    let lee = portal.lee().await;
    portal
        .tell(
            "with them as (
                insert into person (id, role, full_name, email, email_key, password_hash)
                select gen_random_uuid(), 'student', 'Kit ' || n, 'kit' || n || '@s.example', 'kit' || n || '@s.example', ''
                  from generate_series(1, 1100) n returning id)
             insert into student (person_id) select id from them",
        )
        .await;
    let rows = table(&lee.submit(lee.get(DOOR).await.form(DOOR).fill("purpose", "system")).await);
    let mut named: Vec<_> = rows.iter().map(|row| row["email"].clone()).collect();
    named.sort();
    let all = portal.texts("select email from person where role = 'student' order by email collate \"C\"").await;
    assert_eq!(named, all);
    assert_eq!(portal.count("export where students = 1104").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_a_file_shows_once_more_that_it_is_them() {
    let portal = Portal::open().await;
    let ada = portal.ada().await;
    let form = ada.get(DOOR).await.form(DOOR).fill("purpose", "advising");
    portal.later(crate::support::minutes(11)).await;
    let asked = ada.submit(form).await.is(303).location();
    assert!(asked.starts_with("/sign-in/again"), "{asked}");
    assert_eq!(portal.count("export").await, 0);
}
