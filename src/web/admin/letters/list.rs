//! All kinds of letters, and whose words each is in.

use askama::Template;

use crate::{
    mail::samples::KINDS,
    model::{letter_wording::Wording, person::Admin},
    web::{
        guard::Conn,
        page::{Frame, Reply, ok},
    },
};

#[derive(Template)]
#[template(path = "admin/letters/index.html")]
struct Index {
    frame: Frame,
    /// The newest revision of each kind in each language that has one.
    newest: Vec<Wording>,
}

/// All kinds of letters.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, frame: Frame, mut conn: Conn) -> Reply {
    let newest = Wording::newest_of_all(&mut conn).await?;
    ok(&Index { frame, newest })
}

impl Index {
    fn state(&self, kind: &str, locale: &str) -> String {
        let newest = self.newest.iter().find(|one| one.kind == kind && one.locale == locale);
        match newest {
            None => "Shipped words".to_owned(),
            Some(one) if one.status == "draft" => format!("Draft, version {}", one.number),
            Some(one) if one.words().is_empty() => "Shipped words".to_owned(),
            Some(one) => format!("Your words, version {}", one.number),
        }
    }
}
