//! `/dev/letters`: the letters in the folder, newest first, with their links. Development only; a release build has no such
//! page, and with a mail server there is no such folder.

use std::path::Path;

use actix_web::HttpRequest;
use askama::Template;

use super::{
    page::{Frame, Reply, ok},
    state,
};

/// As many as one looks through.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "dev/letters.html")]
struct Letters {
    frame: Frame,
    folder: String,
    letters: Vec<Letter>,
}

/// A letter as its file holds it.
struct Letter {
    file: String,
    to: String,
    subject: String,
    text: String,
    link: Option<String>,
}

/// The page.
///
/// # Errors
/// When it cannot be rendered.
pub async fn letters(req: HttpRequest, frame: Frame) -> Reply {
    let folder = state::shared(&req).config.data_folder().join("letters");
    let shown = folder.display().to_string();
    let letters = actix_web::web::block(move || newest(&folder)).await.unwrap_or_default();
    ok(&Letters { frame, folder: shown, letters })
}

fn newest(folder: &Path) -> Vec<Letter> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "eml"));
    files.sort();
    files.reverse();
    files.iter().take(MOST).filter_map(|path| read(path)).collect()
}

fn read(path: &Path) -> Option<Letter> {
    let raw = std::fs::read_to_string(path).ok()?.replace("\r\n", "\n");
    let (head, body) = raw.split_once("\n\n")?;
    let head = head.replace("\n ", " ").replace("\n\t", " ");
    let field =
        |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned();
    let plain = body.split_once("text/plain")?.1.split_once("\n\n")?.1;
    let text = printable(plain.split("\n--").next()?);
    let link = text.split_whitespace().find(|word| word.starts_with("http")).map(str::to_owned);
    let file = path.file_name()?.to_string_lossy().into_owned();
    Some(Letter { file, to: field("To:"), subject: field("Subject:"), text, link })
}

/// Quoted-printable, read back.
fn printable(quoted: &str) -> String {
    let mut bytes = Vec::with_capacity(quoted.len());
    let mut rest = quoted.replace("=\n", "").into_bytes().into_iter();
    while let Some(byte) = rest.next() {
        if byte != b'=' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16)).unwrap_or_default();
        let (high, low) = (digit(rest.next()), digit(rest.next()));
        bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_read_as_they_were_written() {
        assert_eq!(printable("caf=C3=A9 =E2=80=93 and a long=\n line =3D"), "café – and a long line =");
    }
}
