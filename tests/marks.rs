//! What a student's row keeps for the queue is what the rows of follow-ups, meetings and notes say, whatever changes them.

use crate::support::Portal;

/// The four marks, computed anew from the rows they are kept from; every student whose own row says otherwise.
const ASTRAY: &str = "(
    select person_id from student s where
        follow_up_due is distinct from (select min(due_on) from follow_up f where f.student_id = s.person_id and f.state = 'open')
        or call_asked_at is distinct from least(
            (select min(asked_at) from meeting m where m.student_id = s.person_id and m.state = 'asked'),
            (select min(move_asked_at) from meeting m where m.student_id = s.person_id and m.state = 'set'))
        or meeting_at is distinct from (select min(starts_at) from meeting m where m.student_id = s.person_id and m.state = 'set')
        or last_contact_on is distinct from greatest(
            (select max(contact_on) from note n where n.student_id = s.person_id),
            (select max((starts_at at time zone 'America/Chicago')::date) from meeting m
              where m.student_id = s.person_id and m.state = 'attended'))) astray";

#[tokio::test(flavor = "multi_thread")]
async fn marks_of_a_student_follow_the_rows() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await.id, portal.eve().await.id);
    let follow_up = |day: &str| {
        format!(
            "insert into follow_up (id, student_id, owner_id, author_id, author, words, due_on, form_key)
             values (gen_random_uuid(), '{eve}', '{ada}', '{ada}', 'Ada Bell', 'Call', '{day}', gen_random_uuid());"
        )
    };
    let meeting = |state: &str, starts: &str| {
        format!(
            "insert into meeting (id, student_id, state, reason, asked_at, advisor_id, starts_at, ends_at, place, set_at, settled_at, form_key)
             select gen_random_uuid(), '{eve}', '{state}', 'Credits', now(), case when at is not null then '{ada}'::uuid end,
                    at, at + interval '30 minutes', case when at is not null then 'Room 4' end, case when at is not null then now() end,
                    case when '{state}' in ('asked', 'set') then null else now() end, gen_random_uuid()
               from (values ({starts}::timestamptz)) as it (at);"
        )
    };
    let marks = "select concat_ws(' ', follow_up_due, call_asked_at is not null, meeting_at at time zone 'UTC', last_contact_on) from student where person_id = '";
    let marks = format!("{marks}{eve}'");
    for (tell, expected) in [
        ("update note set contact_on = null".to_owned(), "f"),
        (follow_up("2026-03-09") + &follow_up("2026-03-02"), "2026-03-02 f"),
        ("update follow_up set due_on = '2026-03-20' where due_on = '2026-03-02'".to_owned(), "2026-03-09 f"),
        (format!("update follow_up set state = 'done', settled_at = now(), settled_by = '{ada}' where due_on = '2026-03-09'"), "2026-03-20 f"),
        ("delete from follow_up".to_owned(), "f"),
        (meeting("asked", "null"), "t"),
        (meeting("set", "'2026-03-08 05:30Z'") + &meeting("set", "'2026-03-07 20:00Z'"), "t 2026-03-07 20:00:00"),
        ("update meeting set state = 'withdrawn', settled_at = now() where state = 'asked'".to_owned(), "f 2026-03-07 20:00:00"),
        ("update meeting set move_asked_at = now() where starts_at < '2026-03-08'".to_owned(), "t 2026-03-07 20:00:00"),
        // Half past eleven in the evening at the school, the next day in UTC.
        ("update meeting set state = 'attended', settled_at = now(), move_asked_at = null where starts_at is not null".to_owned(), "f 2026-03-07"),
        ("update note set contact_on = '2026-03-09'".to_owned(), "f 2026-03-09"),
        ("delete from note; delete from meeting".to_owned(), "f"),
    ] {
        portal.tell(&tell).await;
        assert_eq!(portal.text(&marks).await, expected, "after {tell}");
        assert_eq!(portal.count(ASTRAY).await, 0, "after {tell}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_advisor_is_never_booked_twice_at_once() {
    let portal = Portal::open().await;
    let (ada, bo) = (portal.ada().await.id, portal.bo().await.id);
    let (eve, gus) = (portal.eve().await.id, portal.gus().await.id);
    let book = |student: uuid::Uuid, advisor: uuid::Uuid, starts: &str| {
        format!(
            "insert into meeting (id, student_id, state, reason, advisor_id, starts_at, ends_at, place, set_at, form_key)
             values (gen_random_uuid(), '{student}', 'set', 'Credits', '{advisor}', '{starts}',
                     timestamptz '{starts}' + interval '30 minutes', 'Room 4', now(), gen_random_uuid())"
        )
    };
    let mut conn = portal.database().await;
    let mut tell = async |statement: String| {
        use diesel_async::SimpleAsyncConnection as _;
        conn.batch_execute(&statement).await.map_err(|error| error.to_string())
    };
    tell(book(eve, ada, "2026-12-01 20:00Z")).await.unwrap();
    // One after the other, and a colleague at the same time.
    tell(book(gus, ada, "2026-12-01 20:30Z")).await.unwrap();
    tell(book(gus, bo, "2026-12-01 20:00Z")).await.unwrap();
    let clash = tell(book(gus, ada, "2026-12-01 20:29Z")).await.unwrap_err();
    assert!(clash.contains("meeting_one_at_a_time"), "{clash}");
    // Both may move together, and what is settled blocks nobody.
    tell(
        "update meeting set starts_at = starts_at + interval '30 minutes', ends_at = ends_at + interval '30 minutes'"
            .into(),
    )
    .await
    .unwrap();
    tell("update meeting set state = 'attended', settled_at = now()".into()).await.unwrap();
    tell(book(gus, ada, "2026-12-01 20:45Z")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn open_follow_ups_go_with_the_student() {
    let portal = Portal::open().await;
    let (ada, bo, lee, eve) =
        (portal.ada().await.id, portal.bo().await.id, portal.lee().await.id, portal.eve().await.id);
    for (owner, state) in [(ada, "open"), (lee, "open"), (ada, "done")] {
        portal
            .tell(&format!(
                "insert into follow_up (id, student_id, owner_id, author_id, author, words, due_on, state, settled_at, settled_by, form_key)
                 select gen_random_uuid(), '{eve}', '{owner}', '{ada}', 'Ada Bell', 'Call', '2026-12-01', '{state}',
                        case when '{state}' = 'done' then now() end, case when '{state}' = 'done' then '{ada}'::uuid end, gen_random_uuid()"
            ))
            .await;
    }
    let owners = "select string_agg(state || ' ' || coalesce(full_name, 'nobody'), ', ' order by state, full_name) from follow_up left join person on person.id = owner_id";
    for (tell, expected) in [
        // A lead reaches everybody, and what is done stays with who did it.
        (
            format!("update student set advisor_id = '{bo}' where person_id = '{eve}'"),
            "done Ada Bell, open Bo Chen, open Lee Park",
        ),
        (
            format!("update person set deactivated_at = now() where id = '{lee}'"),
            "done Ada Bell, open Bo Chen, open Bo Chen",
        ),
        (
            format!("update student set advisor_id = null where person_id = '{eve}'"),
            "done Ada Bell, open nobody, open nobody",
        ),
        (
            format!("update student set advisor_id = '{ada}' where person_id = '{eve}'"),
            "done Ada Bell, open Ada Bell, open Ada Bell",
        ),
    ] {
        portal.tell(&tell).await;
        assert_eq!(portal.text(owners).await, expected, "after {tell}");
    }
}
