//! Asks the operator for a password: unseen at a terminal, else the first line of standard input.

use std::io::IsTerminal as _;

use signpost::{
    model::{email::Email, password::Password, person::FullName},
    words::Words,
};

/// The password of a new admin.
pub fn password(email: &Email, name: &FullName) -> anyhow::Result<Password> {
    let typed = if std::io::stdin().is_terminal() {
        rpassword::prompt_password("Password, at least 15 characters (it does not show): ")?
    } else {
        std::io::read_to_string(std::io::stdin())?.lines().next().unwrap_or_default().to_owned()
    };
    let about = ["signpost", email.typed(), name.as_str()];
    Password::parse(typed.trim_end_matches(['\r', '\n']), &about).map_err(|key| {
        let words = Words::english();
        anyhow::anyhow!("{}", words.say(key))
    })
}
