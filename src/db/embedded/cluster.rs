//! One private Postgres cluster: its folder, starting its server, stopping it. All of it blocks.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::account::Account;
use super::create;
use super::error::{StartError, last_lines};
use super::find::Programs;
use super::postmaster::Postmaster;
use super::socket::{self, Answer, PORT};

/// How long a server may take to start, recover or stop.
const WAIT: Duration = Duration::from_secs(30);
/// A log past this many bytes is set aside at the next start.
const LONGEST_LOG: u64 = 10 * 1024 * 1024;

/// A cluster in `$SIGNPOST_DATA/postgres`, with its log beside it.
pub(super) struct Cluster {
    programs: Programs,
    account: Account,
    /// 0700, the user's who runs Postgres; holds the data and the socket.
    folder: PathBuf,
    socket: PathBuf,
    log: PathBuf,
}

impl Cluster {
    /// Makes ready everything around the cluster; `home` is `$SIGNPOST_DATA`, absolute and without links.
    pub fn prepare(home: &Path, pg_bin: Option<&Path>) -> Result<Self, StartError> {
        let folder = home.join("postgres");
        let account = Account::choose(&folder)?;
        if let Some(barrier) = account.barred_from(home) {
            return Err(StartError::Unenterable { folder: barrier, user: account.name });
        }
        match std::fs::DirBuilder::new().mode(0o700).create(&folder) {
            Ok(()) => account.take(&folder).map_err(StartError::unwritable(&folder))?,
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(StartError::unwritable(&folder)(error)),
        }
        let folder = folder.canonicalize().map_err(StartError::unwritable(&folder))?;
        let found = std::fs::metadata(&folder).map_err(StartError::unwritable(&folder))?;
        if found.uid() == 0 && account.stepped_down {
            // Left by a start that was killed between making it and giving it away.
            account.take(&folder).map_err(StartError::unwritable(&folder))?;
        } else if found.uid() != account.uid {
            return Err(StartError::Foreign { folder, owner: found.uid() });
        }
        // Who reaches the socket is the database's owner: the folder is the only door.
        std::fs::set_permissions(&folder, Permissions::from_mode(0o700)).map_err(StartError::unwritable(&folder))?;
        let programs = Programs::find(pg_bin, &folder.join("data"))?;
        let socket = socket::folder_for(&folder, &account)?;
        Ok(Self { programs, account, folder, socket, log: home.join("postgres.log") })
    }

    /// The address of the database, for a role.
    pub fn url(&self, role: &str) -> String {
        socket::url(&self.socket, role)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Brings the server up if it is not, making the cluster the first time; says whether it had to.
    pub fn ensure_running(&self) -> Result<bool, StartError> {
        if !self.data().join("PG_VERSION").exists() {
            create::create(&self.programs, &self.account, &self.folder)?;
        }
        let start = Instant::now();
        let (mut launched, mut log_from): (Option<Child>, u64) = (None, 0);
        let outcome = loop {
            match socket::ask(&self.socket) {
                Answer::Ready => break Ok(launched.is_some()),
                Answer::NoDatabase => break Err(StartError::NoDatabase(self.folder.clone())),
                Answer::Refusal(said) => break Err(self.failed(said)),
                Answer::NotYet => {}
                Answer::Silence => match &mut launched {
                    Some(child) => {
                        if !matches!(child.try_wait(), Ok(None)) {
                            let said = self.said_since(log_from);
                            // The processes of a killed postmaster take a moment to notice and go.
                            if !said.contains("still in use") || start.elapsed() > WAIT {
                                break Err(self.failed(last_lines(&said)));
                            }
                            launched = None;
                        }
                    }
                    None => match Postmaster::of(&self.data()) {
                        Postmaster::Alive(_) => {}
                        found => {
                            if found == Postmaster::Ghost {
                                self.forget_postmaster();
                            }
                            let (child, from) = self.launch()?;
                            (launched, log_from) = (Some(child), from);
                        }
                    },
                },
            }
            if start.elapsed() > WAIT {
                break Err(match Postmaster::of(&self.data()) {
                    Postmaster::Alive(pid) => StartError::Slow { pid, log: self.log.clone() },
                    _ => self.failed(last_lines(&self.said_since(log_from))),
                });
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        if let Some(mut child) = launched {
            // Someone must take note of its end, or a killed server stays in the process list for as long as we do.
            std::thread::spawn(move || child.wait());
        }
        outcome
    }

    /// Starts the server as our own child, without a shell between, and says where in the log it begins to write.
    fn launch(&self) -> Result<(Child, u64), StartError> {
        let unwritable = || StartError::unwritable(&self.log);
        if std::fs::metadata(&self.log).is_ok_and(|log| log.len() > LONGEST_LOG) {
            std::fs::rename(&self.log, self.log.with_extension("log.old")).map_err(unwritable())?;
        }
        let mut options = OpenOptions::new();
        let log = options.append(true).create(true).mode(0o600).open(&self.log).map_err(unwritable())?;
        let from = log.metadata().map_err(unwritable())?.len();
        let folder = self.socket.to_string_lossy().replace('"', "\"\"");
        let mut server = self.account.command(&self.programs.postgres);
        server.arg("-D").arg(self.data()).arg("-p").arg(PORT);
        for setting in [
            "listen_addresses=",
            &format!("unix_socket_directories=\"{folder}\""),
            "unix_socket_permissions=0700",
            // What is acknowledged is kept, whatever the file of settings says.
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            // The log is no place for what people wrote: no statements, no values of refused rows.
            "logging_collector=off",
            "log_destination=stderr",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
        ] {
            server.arg("-c").arg(setting);
        }
        // Its own process group: Ctrl-C is for us, and we stop the server when the last of us is done.
        server.process_group(0).stdout(Stdio::from(log.try_clone().map_err(unwritable())?)).stderr(Stdio::from(log));
        let child = server.spawn().map_err(StartError::program(&self.programs.postgres))?;
        Ok((child, from))
    }

    /// Removes what makes Postgres believe that a dead server lives. Its shared memory still guards the data.
    fn forget_postmaster(&self) {
        for file in [self.data().join("postmaster.pid"), self.socket.join(format!(".s.PGSQL.{PORT}.lock"))] {
            if let Err(error) = std::fs::remove_file(&file) {
                tracing::debug!(file = %file.display(), %error, "a dead server's file stays");
            }
        }
    }

    /// Stops the server, if it runs, after the statements that run; what is committed is on disk.
    pub fn stop(&self) {
        if !matches!(Postmaster::of(&self.data()), Postmaster::Alive(_)) {
            return;
        }
        let mut stop = self.account.command(&self.programs.pg_ctl);
        stop.args(["stop", "--silent", "--wait", "--mode=fast"]).arg(format!("--timeout={}", WAIT.as_secs()));
        stop.arg("--pgdata").arg(self.data()).stdout(Stdio::null()).stderr(Stdio::null());
        match stop.status() {
            Ok(status) if status.success() => {}
            ended => {
                tracing::warn!(?ended, log = %self.log.display(), "the embedded database did not stop")
            }
        }
    }

    fn failed(&self, said: String) -> StartError {
        StartError::Server { said, log: self.log.clone() }
    }

    /// The log from byte `from` on.
    fn said_since(&self, from: u64) -> String {
        let mut bytes = Vec::new();
        let read = File::open(&self.log).and_then(|mut log| {
            log.seek(SeekFrom::Start(from))?;
            log.take(64 * 1024).read_to_end(&mut bytes)
        });
        read.map_or_else(|error| error.to_string(), |_| String::from_utf8_lossy(&bytes).into_owned())
    }
}
