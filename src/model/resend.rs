//! A letter is sent again because staff have a reason. It is a new letter with the same facts; one with a one-time link is
//! never repeated: a new one with a new link goes out instead. History shows both.

use diesel::{
    dsl::{exists, select},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    account::Account,
    advisee::Advisee,
    audit::{self, Action},
    email::Email,
    error::{Error, Result},
    id::{FormKey, LetterId, PersonId, ResultId, StudentId},
    letter::Letter,
    note::plain,
    outbox::{self, NewLetter, State},
    person::{self, Admin, Advisor, Person, Role},
    post::{Post, to_account},
    throttle,
    token::{self, Purpose},
};
use crate::schema::{letter, letter_about, resend};

/// The most characters of a reason.
const REASON_LIMIT: usize = 500;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resent {
    /// A new letter is on its way.
    Queued,
    /// The one before has not arrived or failed yet.
    OnItsWay,
    /// Its facts were taken out when their time was over.
    Wordless,
    /// It brought a one-time link that only its owner can ask for anew.
    OwnersOnly,
    /// The account is closed: nothing is written to it.
    Closed,
    /// It went to an address without an account.
    NoAccount,
    /// Three went out within the hour.
    TooMany,
}

impl Resent {
    /// The message key for a letter that is not sent again.
    #[must_use]
    pub fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Queued => None,
            Self::OnItsWay => Some("resend-on-its-way"),
            Self::Wordless => Some("resend-wordless"),
            Self::OwnersOnly => Some("resend-owners-only"),
            Self::Closed => Some("resend-closed"),
            Self::NoAccount => Some("resend-no-account"),
            Self::TooMany => Some("flash-letter-limit"),
        }
    }
}

/// Takes the reason as typed.
///
/// # Errors
/// The message key.
pub fn reason(raw: &str) -> std::result::Result<String, &'static str> {
    let reason = plain(raw, "text-malformed")?;
    match reason.chars().count() {
        0 => Err("resend-reason-missing"),
        1..=REASON_LIMIT => Ok(reason),
        _ => Err("text-too-long"),
    }
}

#[derive(Queryable)]
struct Before {
    state: String,
    facts: serde_json::Value,
    result_id: Option<ResultId>,
    reply_to: Option<String>,
    to_email: String,
}

/// Whether a letter of this kind can be sent again by staff at all.
#[must_use]
pub fn can_be_repeated(kind: &str) -> bool {
    !matches!(kind, "confirm" | "confirm-email" | "email-changed" | "sign-in-code" | "invitation")
}

/// Sends a letter to this student again, to the address they have now. The same form is the same letter.
///
/// # Errors
/// [`Error::NotFound`] for a letter to somebody else, and when the student was moved out of reach meanwhile.
pub async fn again(
    advisor: &Advisor,
    advisee: &Advisee,
    id: LetterId,
    reason: &str,
    form_key: FormKey,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<Resent> {
    conn.transaction(async |conn| {
        advisee.hold(advisor, conn).await?;
        let repeat = Repeat { to: advisee.id.into(), id, by: advisor.person(), reason, form_key };
        repeat.queue(post, conn).await
    })
    .await
}

/// Sends a letter to anybody's account again, to the address they have now; an admin reads none of it. The same form is the
/// same letter.
///
/// # Errors
/// [`Error::NotFound`] when there is no such letter, or the admin is none any more.
pub async fn by_admin(
    admin: &Admin,
    id: LetterId,
    reason: &str,
    form_key: FormKey,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<Resent> {
    conn.transaction(async |conn| {
        person::still(admin.id(), Role::Admin, conn).await?;
        let to: Option<PersonId> = letter::table.find(id).select(letter::person_id).first(conn).await?;
        let Some(to) = to else { return Ok(Resent::NoAccount) };
        Repeat { to, id, by: admin.person(), reason, form_key }.queue(post, conn).await
    })
    .await
}

/// A letter about to be sent again.
struct Repeat<'a> {
    to: PersonId,
    id: LetterId,
    by: &'a Person,
    reason: &'a str,
    form_key: FormKey,
}

impl Repeat<'_> {
    /// In the caller's transaction.
    async fn queue(&self, post: &Post, conn: &mut AsyncPgConnection) -> Result<Resent> {
        let before: Before = letter::table
            .find(self.id)
            .filter(letter::person_id.eq(self.to))
            .select((letter::state, letter::facts, letter::result_id, letter::reply_to, letter::to_email))
            .first(conn)
            .await?;
        let is_retry = letter::table.filter(letter::form_key.eq(self.form_key)).filter(letter::person_id.eq(self.to));
        if select(exists(is_retry)).get_result(conn).await? {
            return Ok(Resent::Queued);
        }
        let account = match Account::with_id(self.to, conn).await {
            Err(Error::Database(diesel::result::Error::NotFound) | Error::NotFound) => return Ok(Resent::Closed),
            account => account?,
        };
        let has_moved = before.state == State::Held.as_str() && before.to_email != account.email;
        let is_settled = [State::Accepted, State::Failed].iter().any(|state| state.as_str() == before.state);
        if !is_settled && !has_moved {
            return Ok(Resent::OnItsWay);
        }
        let Ok(facts) = serde_json::from_value::<Letter>(before.facts) else { return Ok(Resent::Wordless) };
        if !can_be_repeated(facts.kind()) {
            return Ok(Resent::OwnersOnly);
        }
        let Ok(address) = Email::parse(&account.email) else { return Ok(Resent::Closed) };
        let may_write = match facts {
            // Whoever asks for it: three an hour to one address are the most.
            Letter::Reset => throttle::may_write("reset", address.key(), conn).await?,
            _ => throttle::may_write("resend", &account.id.to_string(), conn).await?,
        };
        if !may_write {
            return Ok(Resent::TooMany);
        }
        let link = match facts {
            Letter::Reset => Some(token::issue(Purpose::Reset, address.key(), Some(account.id), conn).await?),
            _ => None,
        };
        let new = NewLetter {
            result_id: before.result_id,
            reply_to: before.reply_to.as_deref(),
            token: link.as_ref().map(|link| link.expose()),
            form_key: Some(self.form_key),
            ..to_account(&facts, &account)
        };
        let new = post.put(new, conn).await?;
        // What names students names them again.
        let about = letter_about::table.filter(letter_about::letter_id.eq(self.id)).select(letter_about::student_id);
        let about: Vec<StudentId> = about.load(conn).await?;
        outbox::name_students(new, &about, conn).await?;
        diesel::insert_into(resend::table)
            .values((
                (resend::letter_id.eq(new), resend::of_id.eq(self.id)),
                (resend::sent_by.eq(self.by.id), resend::sender.eq(&self.by.full_name)),
                resend::reason.eq(self.reason),
            ))
            .execute(conn)
            .await?;
        let student = (account.role() == Role::Student).then(|| account.id.as_student());
        audit::record(Some(self.by.id), Action::ResentLetter, "letter", Some(new.0), student, conn).await?;
        Ok(Resent::Queued)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_sent_again_for_a_reason() {
        assert_eq!(reason(" Went to an old address\r\n").as_deref(), Ok("Went to an old address"));
        assert_eq!(reason(" "), Err("resend-reason-missing"));
        assert_eq!(reason(&"é".repeat(REASON_LIMIT + 1)), Err("text-too-long"));
    }

    #[test]
    fn a_link_that_only_its_owner_may_ask_for_is_not_sent_again() {
        assert!(can_be_repeated("recommendation") && can_be_repeated("reset"));
        assert!(!can_be_repeated("email-changed") && !can_be_repeated("sign-in-code"));
    }
}
