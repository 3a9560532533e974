//! A database of an earlier version is brought up to date, and nothing in it is lost.

use std::pin::pin;

use futures_util::SinkExt as _;
use signpost::{
    db,
    model::password::{Hasher, Password},
    seed,
};
use tokio_postgres::NoTls;

use crate::support::{Portal, cast::PASSWORD, cluster};

/// Loads what `pg_dump` wrote: statements, and rows after `COPY … FROM stdin;` up to a line with `\.` alone.
async fn load(dump: &str, url: &str) {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    let talk = tokio::spawn(connection);
    let mut statements = String::new();
    let mut lines = dump.lines().filter(|line| !line.starts_with("\\restrict") && !line.starts_with("\\unrestrict"));
    while let Some(line) = lines.next() {
        if line.starts_with("COPY ") {
            client.batch_execute(&std::mem::take(&mut statements)).await.unwrap();
            let mut rows: String = lines.by_ref().take_while(|row| *row != "\\.").flat_map(|row| [row, "\n"]).collect();
            let mut sink = pin!(client.copy_in::<_, actix_web::web::Bytes>(line).await.unwrap());
            sink.send(std::mem::take(&mut rows).into()).await.unwrap();
            sink.close().await.unwrap();
        } else {
            statements += line;
            statements += "\n";
        }
    }
    client.batch_execute(&statements).await.unwrap();
    drop(client);
    talk.await.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_version_s_data_are_all_there_after_the_upgrade() {
    let database = cluster::empty_database().await;
    load(include_str!("upgrade/first.sql"), &database).await;

    let pending = db::migrations::pending(&database).await.unwrap().len();
    assert_eq!(db::migrations::run(&database).await.unwrap(), pending);
    let application = cluster::for_the_application(&database);
    db::roles::make(&database).await.unwrap();
    db::roles::give(&database, &application).await.unwrap();
    seed::defaults(&database).await.unwrap();

    let portal = Portal::open_on(database, |_| {});
    for (many, of_what) in [
        (8, "person"),
        (4, "student join profile on profile.student_id = student.person_id"),
        (4, "assignment where until is null"),
        (2, "result"),
        (3, "note"),
        (1, "advice where verdict = 'agree'"),
        (2, "letter where kind = 'recommendation'"),
        (9, "audit"),
        (1, "questionnaire where status = 'published'"),
        (1, "catalog where status = 'published'"),
    ] {
        assert_eq!(portal.count(of_what).await, many, "{of_what}");
    }
    // The password of that demo was kept beside it, and is gone.
    let hash = Hasher::start().hash(Password::typed(PASSWORD)).await.unwrap();
    portal.tell(&format!("update person set password_hash = '{hash}'")).await;
    let eve = portal.visitor();
    let signed_in = [("email", "eve@students.harbor.example"), ("password", PASSWORD)];
    eve.post("/sign-in", signed_in).await.leads_to("/home");
    let results = eve.get("/results").await;
    let result = results.links().into_iter().find(|link| link.starts_with("/results/")).expect("Eve has a result");
    eve.get(result).await.is(200).says("Health information management is the better fit so far");
    cluster::give_second_factors(portal.database_url()).await;
    let ada = portal.ada().await;
    ada.get("/caseload").await.is(200).says("Eve Hart").says("Gus Lind");
}
