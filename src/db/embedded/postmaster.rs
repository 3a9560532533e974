//! The postmaster, Postgres' first process: whether the one that left its number in the data still lives.

use std::path::Path;
use std::process::Command;

/// What is known of the process that `postmaster.pid` names.
#[derive(Debug, PartialEq)]
pub(super) enum Postmaster {
    /// It runs, or may run.
    Alive(u32),
    /// There is none; Postgres itself sees that, and clears away what it left.
    Gone,
    /// It is dead but unreaped, or its number went to another program; Postgres takes it for alive.
    Ghost,
}

impl Postmaster {
    /// Looks for the postmaster of the cluster in `data`.
    pub fn of(data: &Path) -> Self {
        let text = std::fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
        // A negative number is a single-user server, as at creation.
        let Some(pid) = text.lines().next().and_then(|line| line.trim_start_matches('-').parse::<u32>().ok()) else {
            return Self::Gone;
        };
        let data = data.canonicalize().unwrap_or_else(|_| data.to_owned());
        if Path::new("/proc/self/stat").exists() { by_proc(pid, &data) } else { by_ps(pid) }
    }
}

fn by_proc(pid: u32, data: &Path) -> Postmaster {
    // "4711 (postgres) S 1 …"; the name may itself hold parentheses.
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else {
        return Postmaster::Gone;
    };
    let (name, rest) = stat.split_once('(').and_then(|(_, rest)| rest.rsplit_once(") ")).unwrap_or_default();
    let dead = rest.starts_with(['Z', 'X']);
    let other = !matches!(name, "postgres" | "postmaster");
    // Every Postgres process works in its data folder; unreadable means that we cannot tell, so it may live.
    let elsewhere = std::fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|folder| folder != data);
    if dead || other || elsewhere { Postmaster::Ghost } else { Postmaster::Alive(pid) }
}

/// Where there is no /proc, as on macOS.
fn by_ps(pid: u32) -> Postmaster {
    let Ok(output) = Command::new("ps").args(["-o", "stat=", "-p", &pid.to_string()]).output() else {
        return Postmaster::Alive(pid);
    };
    match String::from_utf8_lossy(&output.stdout).trim() {
        "" => Postmaster::Gone,
        state if state.starts_with('Z') => Postmaster::Ghost,
        _ => Postmaster::Alive(pid),
    }
}
