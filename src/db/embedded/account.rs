//! Who runs Postgres: we ourselves, or, because it refuses root, an ordinary user that root steps down to.

use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::error::StartError;

/// The user that Postgres runs as.
#[derive(Debug, Clone)]
pub(super) struct Account {
    /// What messages call the user.
    pub name: String,
    pub uid: u32,
    gid: u32,
    /// Whether we are root, and step down.
    pub stepped_down: bool,
}

impl Account {
    /// Ourselves; as root the owner of `folder` if it is there, else `postgres`, else `nobody`.
    pub fn choose(folder: &Path) -> Result<Self, StartError> {
        let (Some(uid), Some(gid)) = (id(&["-u"]), id(&["-g"])) else {
            return Err(StartError::NoOrdinaryUser);
        };
        if uid != 0 {
            return Ok(Self { name: uid.to_string(), uid, gid, stepped_down: false });
        }
        if let Some(owner) = std::fs::metadata(folder).ok().filter(|folder| folder.uid() != 0) {
            let (uid, gid) = (owner.uid(), owner.gid());
            return Ok(Self { name: format!("the owner of {}", folder.display()), uid, gid, stepped_down: true });
        }
        let named = |name: &str| {
            let (uid, gid) = (id(&["-u", name])?, id(&["-g", name])?);
            (uid != 0).then(|| Self { name: name.to_owned(), uid, gid, stepped_down: true })
        };
        named("postgres").or_else(|| named("nobody")).ok_or(StartError::NoOrdinaryUser)
    }

    /// A command that runs as this user, untouched by our folder, language and `PG…` settings.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.as_encoded_bytes().starts_with(b"PG")) {
            command.env_remove(name);
        }
        // Our own folder may be one that this user cannot enter.
        command.env("LC_ALL", "C").current_dir("/").stdin(Stdio::null());
        if self.stepped_down {
            command.uid(self.uid).gid(self.gid);
        }
        command
    }

    /// `initdb` asks for the user's name, and a container may run as a number without one.
    pub fn must_have_a_name(&self) -> Result<(), StartError> {
        let named = self.command(Path::new("id")).arg("-un").output().is_ok_and(|output| output.status.success());
        if named { Ok(()) } else { Err(StartError::NamelessUser(self.uid.to_string())) }
    }

    /// The topmost folder on the way to `folder` that this user cannot enter; `folder` is absolute.
    pub fn barred_from(&self, folder: &Path) -> Option<PathBuf> {
        if !self.stepped_down || self.enters(folder) {
            return None;
        }
        let mut way: Vec<&Path> = folder.ancestors().collect();
        way.reverse();
        way.into_iter().find(|step| !self.enters(step)).map(Path::to_owned)
    }

    /// Asked by trying, since modes alone do not tell of access lists.
    fn enters(&self, folder: &Path) -> bool {
        let mut shell = self.command(Path::new("/bin/sh"));
        shell.args(["-c", "cd \"$1\"", "sh"]).arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
        shell.status().is_ok_and(|status| status.success())
    }

    /// Gives `path` to this user; not through a link, which could point anywhere.
    pub fn take(&self, path: &Path) -> std::io::Result<()> {
        if self.stepped_down { std::os::unix::fs::lchown(path, Some(self.uid), Some(self.gid)) } else { Ok(()) }
    }
}

fn id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).stderr(Stdio::null()).output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
