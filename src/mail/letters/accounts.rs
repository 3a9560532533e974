//! Letters about an account: getting one, getting into it, and what changed.

use askama::Template;
use jiff::civil::DateTime;

use super::{Parts, Sheet};
use crate::model::letter::{AccountChange, FactorChange};

macro_rules! letters {
    ($($name:ident($html:ident $html_path:literal, $text:ident $text_path:literal) $subject:literal;)*) => {$(
        #[derive(Template)]
        #[template(path = $html_path)]
        struct $html<'a>(&'a Sheet<'a>);

        #[derive(Template)]
        #[template(path = $text_path)]
        struct $text<'a>(&'a Sheet<'a>);

        pub(super) fn $name(sheet: &Sheet<'_>) -> askama::Result<Parts> {
            Ok((sheet.say($subject), $text(sheet).render()?, $html(sheet).render()?))
        }
    )*};
}

// Letters that need no more than their sheet.
letters! {
    confirm(ConfirmHtml "letters/confirm.html", ConfirmText "letters/confirm.txt") "letter-confirm-subject";
    already_registered(AlreadyRegisteredHtml "letters/already_registered.html", AlreadyRegisteredText "letters/already_registered.txt") "letter-already-subject";
    reset(ResetHtml "letters/reset.html", ResetText "letters/reset.txt") "letter-reset-subject";
    password_changed(PasswordChangedHtml "letters/password_changed.html", PasswordChangedText "letters/password_changed.txt") "letter-password-subject";
    confirm_email(ConfirmEmailHtml "letters/confirm_email.html", ConfirmEmailText "letters/confirm_email.txt") "letter-new-email-subject";
    email_changed(EmailChangedHtml "letters/email_changed.html", EmailChangedText "letters/email_changed.txt") "letter-email-changed-subject";
    mail_test(MailTestHtml "letters/mail_test.html", MailTestText "letters/mail_test.txt") "letter-test-subject";
    sign_in_code(SignInCodeHtml "letters/sign_in_code.html", SignInCodeText "letters/sign_in_code.txt") "letter-code-subject";
}

#[derive(Template)]
#[template(path = "letters/invitation.html")]
struct InvitationHtml<'a>(&'a Sheet<'a>, &'a str, &'a str);

#[derive(Template)]
#[template(path = "letters/invitation.txt")]
struct InvitationText<'a>(&'a Sheet<'a>, &'a str, &'a str);

pub(super) fn invitation(sheet: &Sheet<'_>, role: &str, invited_by: &str) -> askama::Result<Parts> {
    let say = |key| sheet.t.say(key).set("by", invited_by).set("school", sheet.school).set("role", role).to_string();
    let (why, what) = (say("letter-invitation-why"), say("letter-invitation-what"));
    let subject = sheet.say("letter-invitation-subject");
    Ok((subject, InvitationText(sheet, &why, &what).render()?, InvitationHtml(sheet, &why, &what).render()?))
}

#[derive(Template)]
#[template(path = "letters/new_sign_in.html")]
struct NewSignInHtml<'a>(&'a Sheet<'a>, &'a str, &'a str);

#[derive(Template)]
#[template(path = "letters/new_sign_in.txt")]
struct NewSignInText<'a>(&'a Sheet<'a>, &'a str);

pub(super) fn new_sign_in(sheet: &Sheet<'_>, browser: &str, at: DateTime) -> askama::Result<Parts> {
    let at = sheet.t.language().moment(at);
    let why = sheet.t.say("letter-new-place-why").set("school", sheet.school).set("browser", browser).set("at", at);
    let why = why.to_string();
    let subject = sheet.say("letter-new-place-subject");
    Ok((subject, NewSignInText(sheet, &why).render()?, NewSignInHtml(sheet, browser, &why).render()?))
}

/// What changed about an account: a heading, what it was, lines on what to do, and where.
#[derive(Template)]
#[template(path = "letters/changed.html")]
struct ChangedHtml<'a> {
    sheet: &'a Sheet<'a>,
    subject: &'a str,
    why: &'a str,
    lead: &'a str,
    after: &'a [String],
    page: &'a str,
    button: &'a str,
}

#[derive(Template)]
#[template(path = "letters/changed.txt")]
struct ChangedText<'a> {
    sheet: &'a Sheet<'a>,
    subject: &'a str,
    why: &'a str,
    after: &'a [String],
    page: &'a str,
}

/// The words for what happened to the second step, as keys: the subject, what it was, whether it was the owner, and what
/// to do if not.
fn words_of(what: FactorChange) -> [&'static str; 4] {
    let (theirs, not_theirs) = ("letter-new-place-was-you", "letter-factor-not-you");
    match what {
        FactorChange::SetUp => ["letter-factor-on-subject", "letter-factor-on-why", theirs, not_theirs],
        FactorChange::CodesRenewed => ["letter-factor-codes-subject", "letter-factor-codes-why", theirs, not_theirs],
        FactorChange::TakenOff => ["letter-factor-off-subject", "letter-factor-off-why", theirs, not_theirs],
        FactorChange::TakenOffByAdmin => {
            ["letter-factor-off-subject", "letter-factor-admin-why", "letter-factor-asked", "letter-factor-not-asked"]
        }
    }
}

pub(super) fn second_factor_changed(sheet: &Sheet<'_>, what: FactorChange, at: DateTime) -> askama::Result<Parts> {
    let [subject, why, was_you, not_you] = words_of(what);
    let after = [sheet.say(was_you), sheet.say(not_you)];
    changed(sheet, [subject, why], at, &after, ("/password/forgot", "letter-reset-button"))
}

pub(super) fn account_changed(sheet: &Sheet<'_>, what: AccountChange, at: DateTime) -> askama::Result<Parts> {
    let [subject, why] = match what {
        AccountChange::MadeAdvisor => ["letter-role-subject", "letter-role-advisor-why"],
        AccountChange::MadeLead => ["letter-role-subject", "letter-role-lead-why"],
        AccountChange::MadeAdmin => ["letter-role-subject", "letter-role-admin-why"],
        AccountChange::Reopened => ["letter-reopened-subject", "letter-reopened-why"],
    };
    let after = [sheet.say("letter-account-unexpected")];
    changed(sheet, [subject, why], at, &after, ("/sign-in", "letter-already-button"))
}

fn changed(
    sheet: &Sheet<'_>,
    [subject, why]: [&str; 2],
    at: DateTime,
    after: &[String],
    (path, button): (&str, &str),
) -> askama::Result<Parts> {
    let at = sheet.t.language().moment(at);
    let why = &sheet.t.say(why).set("school", sheet.school).set("at", at).to_string();
    let (subject, page, button) = (&sheet.say(subject), &sheet.page(path), &sheet.say(button));
    let lead = after.first().map_or("", String::as_str);
    let text = ChangedText { sheet, subject, why, after, page }.render()?;
    let html = ChangedHtml { sheet, subject, why, lead, after, page, button }.render()?;
    Ok((subject.clone(), text, html))
}
