//! A change of somebody's address: asked for, confirmed by a link to the new one, told to the old one with a link that undoes
//! it for 72 hours. Whether the new address has an account already is told to that address alone.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::DateTime};

use super::{
    account::Account,
    audit::{self, Action},
    email::Email,
    error::{Error, Result},
    half_sign_in,
    id::{EmailChangeId, PersonId},
    letter::{FactorChange, Letter},
    outbox::NewLetter,
    person::Member,
    post::{Post, to_account},
    second_factor, session, throttle,
    token::{self, Purpose, Token},
};
use crate::schema::{email_change, person};

/// A password hash that no password has: it has to be reset.
const NO_PASSWORD: &str = "!";

#[derive(Queryable, Selectable)]
#[diesel(table_name = email_change, check_for_backend(diesel::pg::Pg))]
struct Change {
    old_email: String,
    old_key: String,
    new_email: String,
    new_key: String,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    asked_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    done_at: Option<Timestamp>,
}

/// Asks for a change. The answer is the same whether somebody has the new address or not; beyond three letters an hour
/// to it nothing goes out.
///
/// # Errors
/// When the database fails.
pub async fn ask(member: &Member, new: &Email, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let person = member.person();
    conn.transaction(async |conn| {
        if !throttle::may_write("email", new.key(), conn).await? {
            return Ok(());
        }
        // Several forms at once take turns.
        let old_key: String =
            person::table.find(person.id).select(person::email_key).for_no_key_update().first(conn).await?;
        withdraw(person.id, conn).await?;
        diesel::insert_into(email_change::table)
            .values((
                email_change::id.eq(EmailChangeId::new()),
                email_change::person_id.eq(person.id),
                email_change::old_email.eq(&person.email),
                email_change::old_key.eq(old_key),
                email_change::new_email.eq(new.typed()),
                email_change::new_key.eq(new.key()),
            ))
            .execute(conn)
            .await?;
        // The page that shows what waits looks the same; only the letter differs, and no link to confirm it goes out.
        if let Some(account) = Account::with_email(new, conn).await? {
            post.put(to_account(&Letter::AlreadyRegistered, &account), conn).await?;
            return Ok(());
        }
        let link = token::issue(Purpose::Email, new.key(), Some(person.id), conn).await?;
        let letter = NewLetter {
            letter: &Letter::ConfirmEmail,
            person_id: Some(person.id),
            result_id: None,
            to_name: &person.full_name,
            to_email: new.typed(),
            reply_to: None,
            locale: &person.locale,
            token: Some(link.expose()),
            form_key: None,
        };
        post.put(letter, conn).await?;
        Ok(())
    })
    .await
}

/// The new address somebody waits to confirm.
///
/// # Errors
/// When the database fails.
pub async fn waiting(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<Option<String>> {
    Ok(open_of(person_id).select(email_change::new_email).first(conn).await.optional()?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn open_of(person_id: PersonId) -> _ {
    email_change::table.filter(email_change::person_id.eq(person_id)).filter(email_change::done_at.is_null())
}

/// Lets a change go that nobody confirmed; its link stops working.
///
/// # Errors
/// When the database fails.
pub async fn withdraw(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    let gone: Vec<String> =
        diesel::delete(open_of(person_id)).returning(email_change::new_key).get_results(conn).await?;
    for key in gone {
        token::revoke(Purpose::Email, &key, conn).await?;
    }
    Ok(())
}

/// The new address behind a link that this person asked for, for the page with the button. Somebody else's link shows
/// nothing: pressing it would give the address to their account.
///
/// # Errors
/// When the database fails.
pub async fn address_behind(member: &Member, link: &Token, conn: &mut AsyncPgConnection) -> Result<Option<String>> {
    let Some(bound) = token::look(Purpose::Email, link, conn).await? else { return Ok(None) };
    if bound.person_id != Some(member.id()) {
        return Ok(None);
    }
    Ok(open_of(member.id())
        .filter(email_change::new_key.eq(bound.email_key))
        .select(email_change::new_email)
        .first(conn)
        .await
        .optional()?)
}

/// Uses the link: letters go to the new address from now on, and the old one is told.
///
/// # Errors
/// [`Error::NotFound`] when the link is used, expired or unknown, or somebody has the address by now.
pub async fn confirm(member: &Member, link: &Token, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        let bound = token::spend(Purpose::Email, link, conn).await?.ok_or(Error::NotFound)?;
        let person_id = bound.person_id.filter(|id| *id == member.id()).ok_or(Error::NotFound)?;
        let change: Change = diesel::update(open_of(person_id).filter(email_change::new_key.eq(&bound.email_key)))
            .set(email_change::done_at.eq(now))
            .returning(Change::as_returning())
            .get_result(conn)
            .await?;
        move_to(person_id, &change.new_email, &change.new_key, conn).await?;
        token::revoke(Purpose::Reset, &change.old_key, conn).await?;
        audit::record(Some(person_id), Action::ChangedEmail, "person", Some(person_id.0), None, conn).await?;
        let account = Account::with_id(person_id, conn).await?;
        let undo = token::issue(Purpose::UndoEmail, &change.old_key, Some(person_id), conn).await?;
        let letter = NewLetter {
            to_email: &change.old_email,
            token: Some(undo.expose()),
            ..to_account(&Letter::EmailChanged, &account)
        };
        post.put(letter, conn).await?;
        Ok(())
    })
    .await
}

/// Whether a link undoes a change, and to which address, for the page with the button.
///
/// # Errors
/// When the database fails.
pub async fn address_before(link: &Token, conn: &mut AsyncPgConnection) -> Result<Option<String>> {
    let Some(bound) = token::look(Purpose::UndoEmail, link, conn).await? else { return Ok(None) };
    let Some(person_id) = bound.person_id else { return Ok(None) };
    Ok(undoable(person_id, &bound.email_key).select(email_change::old_email).first(conn).await.optional()?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn undoable<'a>(person_id: PersonId, old_key: &'a str) -> _ {
    email_change::table
        .filter(email_change::person_id.eq(person_id))
        .filter(email_change::old_key.eq(old_key))
        .filter(email_change::done_at.is_not_null())
        .filter(email_change::undone_at.is_null())
}

/// Undoes a change: the old address is back, everybody is signed out, the password is out of use, and a link to choose a
/// new one goes to the old address. `at` is now on the school's clock.
///
/// # Errors
/// [`Error::NotFound`] when the link is used, expired or unknown, or somebody has the address by now.
pub async fn undo(link: &Token, at: DateTime, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        let bound = token::spend(Purpose::UndoEmail, link, conn).await?.ok_or(Error::NotFound)?;
        let person_id = bound.person_id.ok_or(Error::NotFound)?;
        let change: Change = undoable(person_id, &bound.email_key)
            .order(email_change::done_at.desc())
            .select(Change::as_select())
            .first(conn)
            .await?;
        // Whoever changed it may have changed it once more since: that goes with it, and its links. Links of changes
        // before this one stay: the oldest address has the last word.
        let since = email_change::table
            .filter(email_change::person_id.eq(person_id))
            .filter(email_change::undone_at.is_null())
            .filter(email_change::done_at.ge(change.done_at.map(jiff_diesel::Timestamp::from)));
        let keys: Vec<String> = diesel::update(since)
            .set(email_change::undone_at.eq(now))
            .returning(email_change::old_key)
            .get_results(conn)
            .await?;
        for key in &keys {
            token::revoke(Purpose::UndoEmail, key, conn).await?;
        }
        withdraw(person_id, conn).await?;
        token::revoke_of(person_id, &[Purpose::Reset, Purpose::Email], conn).await?;
        // A second factor that came with the change would keep its owner out.
        let had_theirs = second_factor::take_off_since(person_id, change.asked_at, conn).await?;
        move_to(person_id, &change.old_email, &change.old_key, conn).await?;
        diesel::update(person::table.find(person_id)).set(person::password_hash.eq(NO_PASSWORD)).execute(conn).await?;
        session::end_all_of(person_id, conn).await?;
        half_sign_in::end_all_of(person_id, conn).await?;
        audit::record(Some(person_id), Action::UndidEmailChange, "person", Some(person_id.0), None, conn).await?;
        if had_theirs {
            second_factor::tell(person_id, FactorChange::TakenOff, at, post, conn).await?;
        }
        let account = Account::with_id(person_id, conn).await?;
        let reset = token::issue(Purpose::Reset, &change.old_key, Some(person_id), conn).await?;
        post.put(NewLetter { token: Some(reset.expose()), ..to_account(&Letter::Reset, &account) }, conn).await?;
        Ok(())
    })
    .await
}

/// Writes the address `email` with its key into an open account.
async fn move_to(person_id: PersonId, email: &str, key: &str, conn: &mut AsyncPgConnection) -> Result<()> {
    let moved = diesel::update(person::table.find(person_id).filter(person::deactivated_at.is_null()))
        .set((person::email.eq(email), person::email_key.eq(key)))
        .execute(conn)
        .await
        .map_err(Error::from);
    match moved {
        Err(error) if error.is_duplicate() => Err(Error::NotFound),
        Ok(0) => Err(Error::NotFound),
        moved => moved.map(drop),
    }
}
