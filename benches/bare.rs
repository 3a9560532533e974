//! What the machine can do at best: bare handlers without session, permission or headers, beside which the portal is
//! measured in the same minutes. `people N` makes students with a session each and prints their cookies and addresses;
//! `what-ifs N` times the search for what would change a result on N forms.

use std::{
    sync::atomic::{AtomicI32, Ordering},
    time::Instant,
};

use actix_web::{App, HttpResponse, HttpServer, Responder, web};
use anyhow::Context as _;
use diesel::{prelude::*, upsert::excluded};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection as _};
use signpost::{
    db::{Pool, Server, embedded, pool},
    model::{
        email::Email,
        fit::{
            Supervise,
            counterfactual::{nearest, other_program},
            score,
        },
        id::PersonId,
        person::{self, FullName, Role},
        questionnaire::{
            item::{Answer, Choice},
            journey::Answers,
            sheet::Sheet,
        },
        session,
    },
    schema::person as people,
};

table! {
    bare (id) {
        id -> Int4,
        body -> Text,
    }
}

/// As large as a page of questions.
const PAGE: &str =
    "<p>As large as a page of questions, and as patient as the paper it is not printed on, one line.</p>\n";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let (data, command) = (args.next().context("bare DATA-FOLDER COMMAND")?, args.next().context("a command")?);
    let number: u16 = args.next().context("a number")?.parse()?;
    if command == "what-ifs" {
        return what_ifs(number);
    }
    let database = embedded::start(data.as_ref(), None).await?;
    match command.as_str() {
        "people" => people(&database.url(), number).await,
        // It makes a table of its own, which the portal's role may not.
        _ => serve(&database.owner_url(), number).await,
    }
}

/// Prints the time of both searches of a result page, in microseconds: median, 99th of a hundred, longest. The forms are the
/// same in every run.
fn what_ifs(count: u16) -> anyhow::Result<()> {
    let sheet: Sheet = serde_json::from_str(include_str!("../src/seed/content/questionnaire.json"))?;
    let mut state = 20_261_127_u64;
    // Knuth's generator: its upper bits are even enough for answers.
    let mut roll = |sides: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % sides
    };
    let mut took = Vec::with_capacity(count.into());
    for _ in 0..count {
        let mut answers = Answers::default();
        for item in &sheet.items {
            let at = usize::try_from(roll(Answer::ALL.len() as u64))?;
            answers.set(item.name.as_str(), Choice::Scale(Answer::ALL[at]));
        }
        let supervise = if roll(2) == 0 { Supervise::Yes } else { Supervise::No };
        let fit = score(&sheet, &answers, supervise);
        let begun = Instant::now();
        let found = (nearest(&sheet, &fit, supervise), other_program(&sheet, &fit, supervise));
        took.push(begun.elapsed().as_micros());
        std::hint::black_box(found.0.is_some() || found.1.is_some());
    }
    took.sort_unstable();
    let last = took.len().checked_sub(1).context("no form to time")?;
    println!("{} {} {}", took[last / 2], took[last * 99 / 100], took[last]);
    Ok(())
}

async fn people(url: &str, count: u16) -> anyhow::Result<()> {
    let mut conn = Server::parse(url, "bare")?.connect().await?;
    let hash: String = people::table.select(people::password_hash).first(&mut conn).await?;
    for number in 0..count {
        let id = PersonId::new();
        let email = Email::parse(&format!("bench-{id}@students.harbor.example")).map_err(anyhow::Error::msg)?;
        let name = FullName::parse(&format!("Student {number}")).map_err(anyhow::Error::msg)?;
        person::create(id, Role::Student, &name, &email, &hash, "en", &mut conn).await?;
        println!("{} {}", session::begin(id, "bench", &mut conn).await?.expose(), email.typed());
    }
    Ok(())
}

async fn serve(url: &str, port: u16) -> anyhow::Result<()> {
    let mut conn = Server::parse(url, "bare")?.connect().await?;
    conn.batch_execute("create table if not exists bare (id int primary key, body text not null)").await?;
    conn.batch_execute("insert into bare select n, 'one' from generate_series(1, 1000) n on conflict do nothing")
        .await?;
    let (url, workers) = (url.to_owned(), std::thread::available_parallelism()?.get());
    HttpServer::new(move || {
        let pool = pool::build(&url, 20_usize.div_ceil(workers), "bare").expect("the address was good a moment ago");
        App::new()
            .app_data(web::Data::new(pool))
            .route("/page", web::get().to(page))
            .route("/select", web::get().to(select))
            .route("/upsert", web::post().to(upsert))
    })
    .workers(workers)
    .bind(("127.0.0.1", port))?
    .run()
    .await?;
    Ok(())
}

async fn page() -> impl Responder {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(PAGE.repeat(68))
}

async fn select(pool: web::Data<Pool>) -> Result<impl Responder, Box<dyn std::error::Error>> {
    let mut conn = pool.get().await?;
    let body: String = bare::table.find(7).select(bare::body).first(&mut conn).await?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(PAGE.repeat(68) + &body))
}

async fn upsert(pool: web::Data<Pool>, body: String) -> Result<impl Responder, Box<dyn std::error::Error>> {
    static NEXT: AtomicI32 = AtomicI32::new(0);
    let id = NEXT.fetch_add(1, Ordering::Relaxed) % 1000 + 1;
    let mut conn = pool.get().await?;
    diesel::insert_into(bare::table)
        .values((bare::id.eq(id), bare::body.eq(body)))
        .on_conflict(bare::id)
        .do_update()
        .set(bare::body.eq(excluded(bare::body)))
        .execute(&mut conn)
        .await?;
    Ok(HttpResponse::SeeOther().insert_header(("location", "/select")).finish())
}
