//! Letters about an account: getting one, getting into it, and what changed.

use askama::Template;
use jiff::civil::DateTime;

use super::{Parts, Sheet};

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
    let at = at.strftime("%-d %b %Y, %-I:%M %p").to_string();
    let why = sheet.t.say("letter-new-place-why").set("school", sheet.school).set("browser", browser).set("at", at);
    let why = why.to_string();
    let subject = sheet.say("letter-new-place-subject");
    Ok((subject, NewSignInText(sheet, &why).render()?, NewSignInHtml(sheet, browser, &why).render()?))
}
