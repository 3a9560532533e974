//! The commands: serve, migrate, seed, create-admin, backup, restore, doctor.

mod asking;
mod database;
mod doctor;
mod health;

use std::{net::TcpListener, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use signpost::{
    app,
    config::Config,
    db::{self, roles::Standing},
    logs,
    mail::Mailer,
    model::{email::Email, person::FullName},
    seed,
    web::assets,
};

use self::database::Database;

/// Gives memory back that a burst took: the system's own allocator keeps it, once for each thread.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A counseling portal that schools run for their health programs.
#[derive(Parser)]
#[command(version)]
struct Line {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the portal; pending migrations are run first
    Serve,
    /// Bring the database up to date, give the application's role its rights, install the default content as drafts
    Migrate,
    /// Publish the default content and add the demo school with its people; refuses production and real people
    Seed {
        /// Do nothing, and say nothing is wrong, when there are people already
        #[arg(long)]
        if_empty: bool,
        /// Add this many made-up students to the demo school, with an advisor for every 300; they have the demo's password
        #[arg(long, value_name = "N", conflicts_with_all = ["if_empty", "content_for"])]
        students: Option<i64>,
        /// No demo: publish the default content for the school of this name, without any people; also in production
        #[arg(long, value_name = "NAME", conflicts_with = "if_empty")]
        content_for: Option<String>,
        /// The school's time zone, with --content-for
        #[arg(long, default_value = "America/Chicago")]
        zone: String,
    },
    /// Make the first admin account; the password is read from the terminal or from standard input
    CreateAdmin {
        /// Where letters to them go
        #[arg(long)]
        email: String,
        /// Their full name
        #[arg(long)]
        name: String,
        /// The school's name: the content that came with Signpost, as long as none is published, then speaks of it
        #[arg(long, value_name = "NAME")]
        school: Option<String>,
        /// The school's time zone, with --school
        #[arg(long, default_value = "America/Chicago")]
        zone: String,
    },
    /// Write the whole database into a new folder, while the portal runs
    Backup {
        /// A folder that is not there yet
        folder: PathBuf,
    },
    /// Fill an empty database from a backup and check it; its unsent letters are held, its sessions and links end
    Restore {
        /// The folder of the backup
        folder: PathBuf,
    },
    /// Ask the portal that listens here whether it is up; for containers
    Health,
    /// Check the installation, a line a check, and say what to do
    Doctor,
}

#[tokio::main]
async fn main() -> ExitCode {
    // A .env file is a convenience of desks; without one the environment is all there is. Half a one is a trap.
    if let Err(error) = dotenvy::dotenv()
        && !error.not_found()
    {
        eprintln!("signpost: .env cannot be read: {error}");
        return ExitCode::from(2);
    }
    let line = Line::parse();
    if matches!(line.command, Command::Doctor) {
        return doctor::examine(&line.config).await;
    }
    let faults = line.config.faults();
    if !faults.is_empty() {
        for fault in faults {
            eprintln!("signpost: {fault}");
        }
        return ExitCode::from(2);
    }
    logs::start();
    keep_pages_small();
    match run(line).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("signpost: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Asks Linux not to lay memory out in pages of two megabytes: 25 MiB of them stood empty after a start.
fn keep_pages_small() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::thread::disable_transparent_huge_pages(true) {
        tracing::debug!(%error, "memory stays in large pages");
    }
}

async fn run(line: Line) -> anyhow::Result<()> {
    let Line { config, command } = line;
    match command {
        Command::Serve => serve(config).await,
        Command::Migrate => {
            let database = Database::open(&config).await?;
            println!(
                "{} migrations were run; content that was not there is there as drafts.",
                database.migrate().await?
            );
            database.close().await
        }
        Command::Seed { content_for: Some(school), zone, .. } => {
            let database = Database::open(&config).await?;
            database.migrate().await?;
            seed::content_for(&database.owner, &config, &school, &zone).await?;
            println!("The default content is published for {school}.");
            database.close().await
        }
        Command::Seed { students: Some(count), .. } => {
            let database = Database::open(&config).await?;
            database.migrate().await?;
            seed::students(&database.owner, &config, count).await?;
            println!("The demo school has {count} more students.");
            database.close().await
        }
        Command::Seed { if_empty, .. } => {
            let database = Database::open(&config).await?;
            database.migrate().await?;
            if seed::demo(&database.owner, &config, if_empty).await? {
                println!("The demo school is there.");
            }
            database.close().await
        }
        Command::CreateAdmin { email, name, school, zone } => {
            let email = Email::parse(&email).map_err(|_| anyhow::anyhow!("{email} is not an email address"))?;
            let name = FullName::parse(&name).map_err(|_| anyhow::anyhow!("--name is not a name"))?;
            let password = asking::password(&email, &name)?;
            let database = Database::open(&config).await?;
            database.migrate().await?;
            seed::create_admin(&database.owner, &name, &email, password).await?;
            if let Some(school) = school {
                seed::name_school(&database.owner, &config, &school, &zone).await?;
            }
            println!("{} can sign in at {}/sign-in", email.typed(), config.base());
            database.close().await
        }
        Command::Backup { folder } => {
            let database = Database::open(&config).await?;
            let taken = db::backup::take(&database.owner, &folder, config.pg_bin.as_deref()).await?;
            let (rows, tables) = (taken.rows(), taken.tables.len());
            println!("{rows} rows of {tables} tables are in {}, as of {}.", folder.display(), taken.taken_at);
            println!(
                "Keep SIGNPOST_SECRET in another place: without it second factors and waiting links cannot be read."
            );
            database.close().await
        }
        Command::Restore { folder } => {
            let database = Database::open(&config).await?;
            let back = db::backup::restore(&database.owner, &folder, config.pg_bin.as_deref()).await?;
            println!(
                "{} rows of {} tables are back, each as counted on {}.",
                back.rows(),
                back.tables.len(),
                back.taken_at
            );
            let ran = database.migrate().await?;
            let settled = db::backup::settle(&database.owner).await?;
            println!(
                "{} letters are held until an admin releases them; {} had a link and failed.",
                settled.held, settled.failed
            );
            println!("{} sessions were ended, and all links in letters.", settled.sessions);
            println!("{ran} migrations were run.");
            database.close().await
        }
        Command::Health => health::ask(config.listen),
        Command::Doctor => Ok(()),
    }
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let listener = TcpListener::bind(config.listen)
        .with_context(|| format!("{} is taken or not ours: set SIGNPOST_LISTEN to another address", config.listen))?;
    let metrics = config.metrics_listen.map(|address| {
        TcpListener::bind(address)
            .with_context(|| format!("{address} is taken or not ours: set SIGNPOST_METRICS_LISTEN to another address"))
    });
    let metrics = metrics.transpose()?;
    let mailer =
        Mailer::open(config.smtp_url.as_deref(), &config.data_folder().join("letters"), config.mail_only_to.clone())?;
    let database = Database::open(&config).await?;
    if db::backup::is_unfinished(&database.owner).await? {
        anyhow::bail!("a restore of this database was not finished: drop it, make an empty one, and restore again");
    }
    database.migrate().await?;
    let (letters, is_live) = (mailer.to_string(), mailer.is_live());
    let base = config.base();
    let demo = seed::demo_accounts(&database.url, &config).await?;
    db::slow::watch()?;
    if let Some(listener) = metrics {
        println!("Metrics are at http://{}/metrics", listener.local_addr()?);
        signpost::metrics::start(listener, db::pool::build(&database.url, 1, "signpost metrics")?)?;
    }
    let address = listener.local_addr()?;
    assets::warm_up();
    let running = app::start(config, &database.url, mailer, listener)?;
    println!("Signpost is at {base}");
    println!("It listens on {address}");
    println!("Letters go to {letters}");
    if let [fault, ..] = Standing::of(&database.url).await?.excess.as_slice() {
        println!("The second line of defence in the database is off (its role {fault}): see signpost doctor");
    }
    if cfg!(debug_assertions) && !is_live {
        println!("and can be read at {base}/dev/letters");
    }
    for line in demo {
        println!("{line}");
    }
    running.leave_when_told()?;
    tokio::select! {
        ended = running.until_stopped() => ended?,
        () = database.keep_alive() => {}
    }
    database.close().await
}
