//! Facts to subject, text and HTML: one function and one askama pair a letter. Nothing else renders a letter.

mod recommendation;

use askama::Template;

use super::{Letterhead, message::LINK_REMOVED, wrap::wrap};
use crate::{
    model::{
        letter::{Letter, Sender},
        outbox::Written,
    },
    words::Words,
};

/// Writes a letter. Where a one-time link belongs stands `[link removed]`; the carrier puts the real one into the copy
/// it sends.
///
/// # Errors
/// askama's.
pub fn write(letter: &Letter, to_name: &str, school: &str, head: &Letterhead, t: &Words) -> askama::Result<Written> {
    let sheet = Sheet { t, school, base_url: &head.base_url, link: LINK_REMOVED, name: to_name };
    let (subject, text, html) = match letter {
        Letter::Confirm => confirm(&sheet)?,
        Letter::AlreadyRegistered => already_registered(&sheet)?,
        Letter::Reset => reset(&sheet)?,
        Letter::Invitation { role, invited_by, school } => invitation(&Sheet { school, ..sheet }, role, invited_by)?,
        Letter::Recommendation(facts) => recommendation::write(&sheet, facts)?,
    };
    let from = Sender { name: t.say("letter-from").set("school", school).to_string(), email: head.from.to_string() };
    Ok(Written { from, subject, text: wrap(&text), html })
}

/// Subject, text, HTML.
type Parts = (String, String, String);

/// What every letter knows.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    t: &'a Words,
    school: &'a str,
    base_url: &'a str,
    link: &'a str,
    name: &'a str,
}

impl Sheet<'_> {
    fn say(&self, key: &str) -> String {
        self.t.say(key).set("school", self.school).to_string()
    }

    fn hello(&self) -> String {
        self.hello_to(self.name)
    }

    fn hello_to(&self, name: &str) -> String {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.as_str() {
            "" => self.say("letter-hello-nobody"),
            name => self.t.say("letter-hello").set("name", name).to_string(),
        }
    }
}

#[derive(Template)]
#[template(path = "letters/confirm.html")]
struct ConfirmHtml<'a>(&'a Sheet<'a>);

#[derive(Template)]
#[template(path = "letters/confirm.txt")]
struct ConfirmText<'a>(&'a Sheet<'a>);

fn confirm(sheet: &Sheet<'_>) -> askama::Result<Parts> {
    Ok((sheet.say("letter-confirm-subject"), ConfirmText(sheet).render()?, ConfirmHtml(sheet).render()?))
}

#[derive(Template)]
#[template(path = "letters/already_registered.html")]
struct AlreadyRegisteredHtml<'a>(&'a Sheet<'a>);

#[derive(Template)]
#[template(path = "letters/already_registered.txt")]
struct AlreadyRegisteredText<'a>(&'a Sheet<'a>);

fn already_registered(sheet: &Sheet<'_>) -> askama::Result<Parts> {
    let subject = sheet.say("letter-already-subject");
    Ok((subject, AlreadyRegisteredText(sheet).render()?, AlreadyRegisteredHtml(sheet).render()?))
}

#[derive(Template)]
#[template(path = "letters/reset.html")]
struct ResetHtml<'a>(&'a Sheet<'a>);

#[derive(Template)]
#[template(path = "letters/reset.txt")]
struct ResetText<'a>(&'a Sheet<'a>);

fn reset(sheet: &Sheet<'_>) -> askama::Result<Parts> {
    Ok((sheet.say("letter-reset-subject"), ResetText(sheet).render()?, ResetHtml(sheet).render()?))
}

#[derive(Template)]
#[template(path = "letters/invitation.html")]
struct InvitationHtml<'a>(&'a Sheet<'a>, &'a str);

#[derive(Template)]
#[template(path = "letters/invitation.txt")]
struct InvitationText<'a>(&'a Sheet<'a>, &'a str);

fn invitation(sheet: &Sheet<'_>, role: &str, invited_by: &str) -> askama::Result<Parts> {
    let why = sheet.t.say("letter-invitation-why").set("by", invited_by).set("role", role).to_string();
    let subject = sheet.say("letter-invitation-subject");
    Ok((subject, InvitationText(sheet, &why).render()?, InvitationHtml(sheet, &why).render()?))
}

#[cfg(test)]
#[path = "letters_test.rs"]
mod tests;
