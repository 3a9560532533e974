//! Facts to subject, text and HTML: one function and one askama pair a letter. Nothing else renders a letter.

mod accounts;
mod advice;
mod calls;
mod corrections;
mod desk;
mod message;
mod moves;
mod notes;
mod outcome;
mod recommendation;
mod requests;

use self::accounts::{
    account_changed, already_registered, confirm, confirm_email, email_changed, invitation, mail_test, new_sign_in,
    password_changed, reset, second_factor_changed, sign_in_code,
};
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
    let knowing;
    let t = if t.has_own() {
        knowing = t.clone().knowing(known(letter, to_name, school, t));
        &knowing
    } else {
        t
    };
    let sheet = Sheet { t, school, base_url: &head.base_url, link: LINK_REMOVED, name: to_name };
    let (subject, text, html) = match letter {
        Letter::Confirm => confirm(&sheet)?,
        Letter::AlreadyRegistered => already_registered(&sheet)?,
        Letter::Reset => reset(&sheet)?,
        Letter::Invitation { role, invited_by, school } => invitation(&Sheet { school, ..sheet }, role, invited_by)?,
        Letter::MailTest => mail_test(&sheet)?,
        Letter::PasswordChanged => password_changed(&sheet)?,
        Letter::ConfirmEmail => confirm_email(&sheet)?,
        Letter::EmailChanged => email_changed(&sheet)?,
        Letter::SignInCode => sign_in_code(&sheet)?,
        Letter::NewSignIn { browser, at } => new_sign_in(&sheet, browser, *at)?,
        Letter::AccountChanged { what, at } => account_changed(&sheet, *what, *at)?,
        Letter::SecondFactorChanged { what, at } => second_factor_changed(&sheet, *what, *at)?,
        Letter::Recommendation(facts) => recommendation::write(&sheet, facts)?,
        Letter::RequestDecided { about } => requests::decided(&sheet, about)?,
        Letter::SharedNote { author } => notes::shared(&sheet, author)?,
        Letter::Meeting(facts) => desk::meeting(&sheet, facts)?,
        Letter::MeetingReminder(facts) => desk::reminder(&sheet, facts)?,
        Letter::CallClosed { advisor, path } => calls::closed(&sheet, advisor, path)?,
        Letter::FollowUpDigest { day, overdue, today, more } => desk::digest(&sheet, *day, overdue, today, *more)?,
        Letter::AdviceChanged { author, result_path, is_first } => {
            advice::changed(&sheet, author, result_path, *is_first)?
        }
        Letter::FigureCorrected(facts) => corrections::corrected(&sheet, facts)?,
        Letter::Message { author, subject, words } => message::message(&sheet, author, subject, words)?,
        Letter::Test { of, name, own } => return test(of, name, school, head, &t.with_own(own)),
        Letter::OutcomeQuestion { result_on } => outcome::question(&sheet, *result_on)?,
        Letter::StudentsMoved { by, came, left, to } => moves::moved(&sheet, by, *came, *left, to.as_deref())?,
    };
    let from = Sender { name: t.say("letter-from").set("school", school).to_string(), email: head.from.to_string() };
    let calendar = match letter {
        Letter::Meeting(facts) => Some(desk::calendar(&sheet, facts, &from)),
        _ => None,
    };
    Ok(Written { from, subject, text: wrap(&text), html, calendar })
}

/// A sample letter, marked as one and without its calendar file.
fn test(of: &Letter, name: &str, school: &str, head: &Letterhead, t: &Words) -> askama::Result<Written> {
    let written = write(of, name, school, head, t)?;
    let subject = t.say("letter-sample-subject").set("subject", &written.subject).to_string();
    Ok(Written { subject, calendar: None, ..written })
}

/// What every sentence of a letter may name, where a school put it in its own words. A letter to an address that is only claimed
/// so far names nobody.
fn known(letter: &Letter, to_name: &str, school: &str, t: &Words) -> Vec<(&'static str, String)> {
    let mut known = vec![("school", school.to_owned())];
    let mut name = to_name;
    if let Letter::Recommendation(facts) = letter {
        name = facts.called.as_deref().unwrap_or(to_name);
        known.push(("date", t.language().day(facts.result_date)));
        known.extend(facts.advisor.as_ref().map(|advisor| ("advisor", advisor.name.clone())));
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.is_empty() && !letter.goes_to_an_unproven_address() {
        known.push(("name", name));
    }
    known
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

    /// The address of a page of ours.
    fn page(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
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

#[cfg(test)]
#[path = "letters_test.rs"]
mod tests;
