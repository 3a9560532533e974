//! The default content of a new installation, and the demo school with its people.

mod cast;
pub mod content;
mod desk;
mod many;
mod own;

use anyhow::{Context as _, bail};
use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use serde::Deserialize;

use crate::{
    config::{Config, Environment},
    db,
    model::{
        email::Email,
        id::PersonId,
        invitation,
        password::{Hasher, Password},
        person::{self, FullName, Role},
        post::Post,
        questionnaire::{Version, sheet::Sheet},
    },
    schema::{person as people, questionnaire, setting},
};

const QUESTIONNAIRE: &str = include_str!("content/questionnaire.json");

/// The default questionnaire: a number and a sheet.
#[derive(Deserialize)]
struct Questionnaire {
    number: i32,
    #[serde(flatten)]
    sheet: Sheet,
}

impl Questionnaire {
    fn default_one() -> anyhow::Result<Self> {
        serde_json::from_str(QUESTIONNAIRE).context("the default questionnaire is not readable")
    }
}

/// Installs what a new installation starts with, as drafts: questionnaire, catalog, claims, pages. Once.
///
/// # Errors
/// When the database is away or holds something half.
pub async fn defaults(owner_url: &str) -> anyhow::Result<()> {
    let mut conn = connect(owner_url).await?;
    conn.transaction(async |conn| {
        // Two instances may start at once: the second waits and then finds everything there.
        diesel::sql_query("select pg_advisory_xact_lock(7166185)").execute(conn).await?;
        if content::is_installed(conn).await? {
            return Ok(());
        }
        let is_there: bool = diesel::select(diesel::dsl::exists(questionnaire::table.select(questionnaire::id)))
            .get_result(conn)
            .await?;
        if !is_there {
            let default = Questionnaire::default_one()?;
            Version::draft(default.number, &default.sheet, conn).await?;
        }
        content::install(conn).await?;
        content::translation::install(conn).await?;
        content::note_installed(conn).await?;
        anyhow::Ok(())
    })
    .await
    .context("the default content cannot be installed")
}

/// Publishes the default content and adds the demo school. Says whether it did: with `if_empty`, people who are there
/// already are no fault.
///
/// # Errors
/// In production, and where there are people.
pub async fn demo(owner_url: &str, config: &Config, if_empty: bool) -> anyhow::Result<bool> {
    open(owner_url, config, if_empty, true).await
}

/// The same school on the evening before: nobody owes anything, and nobody meets anybody. What the stories begin with.
///
/// # Errors
/// As [`demo`].
pub async fn cast(owner_url: &str, config: &Config) -> anyhow::Result<()> {
    open(owner_url, config, false, false).await.map(|_| ())
}

async fn open(owner_url: &str, config: &Config, if_empty: bool, is_at_work: bool) -> anyhow::Result<bool> {
    if config.env == Environment::Production {
        bail!("seed makes people whose password is printed, so it refuses production");
    }
    let mut conn = connect(owner_url).await?;
    let has_people: bool =
        diesel::select(diesel::dsl::exists(people::table.select(people::id))).get_result(&mut conn).await?;
    if has_people && if_empty {
        return Ok(false);
    }
    if has_people {
        bail!("there are people in this database already, so nothing was seeded");
    }
    let password_hash = Hasher::start().hash(Password::typed(&config.demo_password_text()?)).await?;
    let post = Post::new(&config.secret_text()?, config.mail_domain())?;
    conn.transaction(async |conn| {
        publish(conn).await?;
        let cast = cast::enter(&password_hash, &post, conn).await?;
        if is_at_work {
            desk::at_work(&cast, &post, conn).await?;
        }
        anyhow::Ok(())
    })
    .await
    .context("the demo school cannot be added")?;
    Ok(true)
}

/// Adds that many made-up students to the demo school, which is made first where there is nobody.
///
/// # Errors
/// In production, and where there is anybody but the people of the demo.
pub async fn students(owner_url: &str, config: &Config, count: i64) -> anyhow::Result<()> {
    demo(owner_url, config, true).await?;
    let mut conn = connect(owner_url).await?;
    let demo = cast::EVERYBODY.map(|(_, email, _)| email);
    let strangers: i64 = people::table.filter(people::email_key.ne_all(demo)).count().get_result(&mut conn).await?;
    if strangers > 0 {
        bail!("there are people in this database who are not of the demo, so nothing was seeded");
    }
    let password_hash = Hasher::start().hash(Password::typed(&config.demo_password_text()?)).await?;
    conn.transaction(async |conn| many::enter(count, &password_hash, conn).await)
        .await
        .context("the students cannot be added")?;
    // So that the first page is planned and read as every later one is.
    diesel::sql_query("vacuum (analyze)").execute(&mut conn).await?;
    Ok(())
}

/// Puts a school's name on the default content, which stays as it is: drafts that its admin looks at first.
///
/// # Errors
/// When the time zone is unknown, something is published already, or the database is away.
pub async fn name_school(owner_url: &str, config: &Config, school: &str, zone: &str) -> anyhow::Result<()> {
    jiff::tz::TimeZone::get(zone).with_context(|| format!("{zone} is not a time zone such as America/Chicago"))?;
    let mut conn = connect(owner_url).await?;
    conn.transaction(async |conn| take_for(school, zone, config, conn).await)
        .await
        .context("the default content cannot be given to the school")
}

async fn take_for(school: &str, zone: &str, config: &Config, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    let is_open = questionnaire::table.filter(questionnaire::status.ne("draft"));
    let is_open: bool = diesel::select(diesel::dsl::exists(is_open)).get_result(conn).await?;
    if is_open {
        bail!("a questionnaire is published already, so nothing was changed: go on at /admin");
    }
    diesel::update(setting::table).set((setting::school.eq(school), setting::zone.eq(zone))).execute(conn).await?;
    own::belongs_to(school, &config.mail_from, conn).await?;
    Ok(())
}

/// Publishes the default content for a school of one's own, without any people: how a real installation opens.
///
/// # Errors
/// When the time zone is unknown or the database is away.
pub async fn content_for(owner_url: &str, config: &Config, school: &str, zone: &str) -> anyhow::Result<()> {
    jiff::tz::TimeZone::get(zone).with_context(|| format!("{zone} is not a time zone such as America/Chicago"))?;
    let mut conn = connect(owner_url).await?;
    conn.transaction(async |conn| {
        take_for(school, zone, config, conn).await?;
        publish(conn).await
    })
    .await
    .context("the default content cannot be published")
}

async fn publish(conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    let default = Questionnaire::default_one()?;
    let draft: Option<crate::model::id::QuestionnaireId> = questionnaire::table
        .filter(questionnaire::number.eq(default.number))
        .filter(questionnaire::status.eq("draft"))
        .select(questionnaire::id)
        .first(conn)
        .await
        .optional()?;
    if let Some(draft) = draft {
        Version::publish(draft, &default.sheet, conn).await?;
    }
    content::publish(conn).await?;
    Ok(())
}

/// The lines that tell who can try the demo and with which password; none where there is no demo.
///
/// # Errors
/// When the database is away.
pub async fn demo_accounts(url: &str, config: &Config) -> anyhow::Result<Vec<String>> {
    if config.env == Environment::Production {
        return Ok(Vec::new());
    }
    let mut conn = connect(url).await?;
    let known: Vec<String> = people::table
        .filter(people::email_key.eq_any(cast::EVERYBODY.map(|(_, email, _)| email)))
        .select(people::email_key)
        .load(&mut conn)
        .await?;
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines = vec![format!("Demo accounts, password {}", config.demo_password_text()?)];
    for (name, email, role) in cast::EVERYBODY.iter().filter(|(_, email, _)| known.iter().any(|one| one == email)) {
        lines.push(format!("  {:<13} {email} ({name})", role.title()));
    }
    Ok(lines)
}

/// Makes an admin account by hand: how a school begins.
///
/// # Errors
/// When the address has an account already.
pub async fn create_admin(owner_url: &str, name: &FullName, email: &Email, password: Password) -> anyhow::Result<()> {
    let mut conn = connect(owner_url).await?;
    if !invitation::accounts(&[email.key()], &mut conn).await?.is_empty() {
        bail!("{} has an account already", email.typed());
    }
    let hash = Hasher::start().hash(password).await?;
    person::create(PersonId::new(), Role::Admin, name, email, &hash, "en", &mut conn).await?;
    Ok(())
}

async fn connect(url: &str) -> anyhow::Result<AsyncPgConnection> {
    db::Server::parse(url, "signpost seed")?.connect().await.context("the database cannot be reached")
}
