//! Postgres's own programs for dumping and restoring: where they are, and running one without showing the password.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail};
use url::Url;

use crate::db::embedded::program_folders;

/// The newest program of this name, in `pg_bin` if that is given.
pub(super) fn program(name: &str, pg_bin: Option<&Path>) -> anyhow::Result<PathBuf> {
    let found = program_folders(pg_bin).into_iter().map(|folder| folder.join(name)).find(|path| path.is_file());
    found.with_context(|| {
        format!("{name} is not on this machine: install postgresql-client, of the server's version or newer, or set SIGNPOST_PG_BIN")
    })
}

/// A database address for a program's command line, which everybody on the machine can read: the password goes apart.
pub(super) struct Address {
    url: String,
    password: Option<String>,
}

impl Address {
    pub fn of(url: &str) -> Self {
        let whole = || Self { url: url.to_owned(), password: None };
        let Ok(mut parsed) = Url::parse(url) else { return whole() };
        let Some(password) = parsed.password().map(str::to_owned) else { return whole() };
        if parsed.set_password(None).is_err() {
            return whole();
        }
        let plain = url::form_urlencoded::parse(format!("p={}", password.replace('+', "%2B")).as_bytes())
            .next()
            .map(|(_, value)| value.into_owned());
        Self { url: parsed.into(), password: plain }
    }
}

/// Runs a program to its end; what it complained about, in one line, when it failed.
pub(super) fn run(program: &Path, address: &Address, args: &[&str]) -> anyhow::Result<()> {
    let mut command = Command::new(program);
    command.arg(format!("--dbname={}", address.url)).arg("--no-password").args(args).stdin(Stdio::null());
    if let Some(password) = &address.password {
        command.env("PGPASSWORD", password);
    }
    let output = command.output().with_context(|| format!("{} cannot be run", program.display()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{}", said.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_no_part_of_the_command_line() {
        let address = Address::of("postgres://owner:p%40ss+%26%3D%25word@db.example:5433/signpost?sslmode=require");
        assert_eq!(address.url, "postgres://owner@db.example:5433/signpost?sslmode=require");
        assert_eq!(address.password.as_deref(), Some("p@ss+&=%word"));
        let socket = "postgres://signpost@%2Fvar%2Flib%2Fsignpost/signpost";
        let address = Address::of(socket);
        assert_eq!((address.url.as_str(), address.password), (socket, None));
    }
}
