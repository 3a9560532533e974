//! Finds the machine's own Postgres: the folder with its programs, of the version that made the data.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::error::StartError;

/// The programs of one Postgres.
#[derive(Debug)]
pub(super) struct Programs {
    pub initdb: PathBuf,
    pub postgres: PathBuf,
    pub pg_ctl: PathBuf,
}

impl Programs {
    /// Those in `given`, else the newest on this machine; with data already there, those of the same version.
    pub fn find(given: Option<&Path>, data: &Path) -> Result<Self, StartError> {
        let found: Vec<(Self, String)> = folders(given).iter().filter_map(|folder| Self::of(folder)).collect();
        if found.is_empty() {
            return Err(given.map_or(StartError::Missing, |folder| StartError::MissingIn(folder.to_owned())));
        }
        let Some(cluster) = version_of_data(data) else {
            let newest = found.into_iter().next().expect("it was seen not to be empty above");
            return Ok(newest.0);
        };
        let mut versions: Vec<String> = found.iter().map(|(_, version)| version.clone()).collect();
        versions.dedup();
        match found.into_iter().find(|(_, version)| *version == cluster) {
            Some((programs, _)) => Ok(programs),
            None => Err(StartError::Version { folder: data.to_owned(), cluster, found: versions.join(", ") }),
        }
    }

    /// The programs in `folder` and their major version, if all are there and run.
    fn of(folder: &Path) -> Option<(Self, String)> {
        let program = |name: &str| folder.join(name).canonicalize().ok().filter(|path| path.is_file());
        let programs = Self { initdb: program("initdb")?, postgres: program("postgres")?, pg_ctl: program("pg_ctl")? };
        let output = Command::new(&programs.postgres).arg("--version").output().ok()?;
        let version = major(&String::from_utf8_lossy(&output.stdout))?;
        Some((programs, version))
    }
}

/// The folder that is given, else where packages put Postgres.
pub(super) fn folders(given: Option<&Path>) -> Vec<PathBuf> {
    given.map_or_else(usual_folders, |folder| vec![folder.to_owned()])
}

/// The major version in `postgres (PostgreSQL) 15.8 (Debian 15.8-1)`.
fn major(text: &str) -> Option<String> {
    let number = text.split_whitespace().find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))?;
    Some(number.chars().take_while(char::is_ascii_digit).collect())
}

/// What made the data in `data`; nothing when there are none.
fn version_of_data(data: &Path) -> Option<String> {
    std::fs::read_to_string(data.join("PG_VERSION")).ok().map(|version| version.trim().to_owned())
}

/// Where packages put Postgres: Debian, Red Hat and SUSE, what `pg_config` says, Homebrew, then the path.
fn usual_folders() -> Vec<PathBuf> {
    let mut folders = numbered("/usr/lib/postgresql", "");
    folders.extend(numbered("/usr", "pgsql-"));
    folders.extend(numbered("/usr/lib", "postgresql"));
    if let Ok(output) = Command::new("pg_config").arg("--bindir").output() {
        folders.push(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    }
    for homebrew in ["/opt/homebrew", "/usr/local", "/home/linuxbrew/.linuxbrew"] {
        folders.extend(numbered(&format!("{homebrew}/opt"), "postgresql@"));
        folders.push(Path::new(homebrew).join("bin"));
    }
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    folders.retain(|folder| folder.is_absolute());
    folders
}

/// `parent/{prefix}{number}/bin`, the highest number first.
fn numbered(parent: &str, prefix: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = entries
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.strip_prefix(prefix)?.parse().ok()?;
            Some((number, entry.path().join("bin")))
        })
        .collect();
    found.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    found.into_iter().map(|(_, folder)| folder).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_postgres_says() {
        assert_eq!(major("postgres (PostgreSQL) 15.8 (Debian 15.8-0+deb12u1)").as_deref(), Some("15"));
        assert_eq!(major("postgres (PostgreSQL) 18beta1").as_deref(), Some("18"));
        assert_eq!(major("nothing"), None);
    }
}
