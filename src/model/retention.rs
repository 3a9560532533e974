//! How long things are kept, and what goes when its time is over: in small batches, so that nobody waits for them.
//!
//! Expiry is judged by the database's clock. The periods are the school's settings; no law names one for advising records.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Bool, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    erasure,
    error::{Error, Result},
    id::StudentId,
    post::Post,
};

/// Rows that one statement takes away.
pub const BATCH: i64 = 500;
/// Students looked up at once; each is erased on their own.
const STUDENTS: i64 = 20;

/// Things that end by themselves and then only lie about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// Sessions a day after they were seen last: none is good for longer.
    Sessions,
    /// Changes of the content, but for the last: pages are as new as that.
    ContentChanges,
    /// Sign-ins that never brought their code.
    HalfSignIns,
    /// One-time links a day after they ran out.
    Tokens,
    /// Old addresses, once a change of address cannot be undone any more.
    AddressChanges,
    /// Counts of tries that are no longer asked for.
    Throttles,
    /// What visitors answered, a day after the last answer, and a day after they registered in that browser: whether a link
    /// went out that asks for it does not matter, since that must not be seen from here.
    Trials,
    /// What was chosen on a caseload a day ago.
    Selections,
    /// Drafts of notes that nobody touched for ninety days.
    Drafts,
    /// Batches: those nobody began after a day, the others after a month.
    Jobs,
    /// Letters to an address whose registration was never confirmed.
    UnconfirmedLetters,
    /// Those registrations.
    Registrations,
    /// The words of old letters.
    LetterWords,
    /// Old letters to somebody who has no account.
    StrangersLetters,
    /// Old invitations that nobody took up, or whose person is gone.
    Invitations,
    /// Files that brought the school's list up to date, a month ago.
    RosterImports,
    /// Students on the school's list who never came, once nobody named them for as long as records are kept.
    RosterEntries,
    /// Addresses that were refused long ago and belong to nobody here.
    Suppressions,
    /// Who had the letter about what is due, on days long gone.
    Digests,
}

impl Leftover {
    fn statement(self) -> &'static str {
        match self {
            Self::Sessions => {
                "delete from session where hash = any(array(
                    select hash from session where seen_at < now() - interval '1 day' limit $1))"
            }
            Self::ContentChanges => {
                "delete from content_change where id = any(array(
                    select id from content_change
                     where at < now() - interval '1 day' and id < (select max(id) from content_change) limit $1))"
            }
            Self::HalfSignIns => {
                "delete from half_sign_in where hash = any(array(
                    select hash from half_sign_in where created_at < now() - interval '1 day' limit $1))"
            }
            Self::Tokens => {
                "delete from token where id = any(array(
                    select id from token where expires_at < now() - interval '1 day' limit $1))"
            }
            Self::AddressChanges => {
                "delete from email_change where id = any(array(
                    select id from email_change where asked_at < now() - interval '30 days' limit $1))"
            }
            Self::Throttles => {
                "delete from throttle where key = any(array(
                    select key from throttle where since < now() - interval '2 days' and open_again < now() limit $1))"
            }
            Self::Trials => {
                "delete from attempt where id = any(array(
                    select id from attempt
                     where session_id is not null and started_at < now() - interval '24 hours'
                       and saved_at < now() - interval '24 hours'
                       and coalesce(held_until, '-infinity') < now() limit $1))"
            }
            Self::Selections => {
                "delete from selection where id = any(array(
                    select id from selection where created_at < now() - interval '1 day' limit $1))"
            }
            Self::Drafts => {
                "delete from draft where id = any(array(
                    select id from draft where saved_at < now() - interval '90 days' limit $1))"
            }
            Self::Jobs => {
                "delete from job where id = any(array(
                    select id from job
                     where created_at < now() - interval '1 day'
                       and (begun_at is null or done_at < now() - interval '30 days') limit $1))"
            }
            Self::UnconfirmedLetters => {
                "with gone as (delete from letter where id = any(array(
                    select letter.id from letter
                      join registration on registration.email_key = lower(letter.to_email), setting
                     where letter.person_id is null and letter.state in ('accepted', 'failed', 'held')
                       and registration.created_at < now() - make_interval(days => keep_registrations_days) limit $1))
                    returning id)
                 insert into shred (letter_id) select id from gone on conflict do nothing"
            }
            Self::Registrations => {
                "delete from registration where email_key = any(array(
                    select email_key from registration, setting
                     where created_at < now() - make_interval(days => keep_registrations_days) limit $1))"
            }
            Self::LetterWords => {
                "with gone as (
                    update letter set facts = '{}', subject = null, body_text = null, body_html = null, calendar = null, server_words = null
                     where id = any(array(
                        select id from letter, setting
                         where facts <> '{}' and state in ('accepted', 'failed', 'held')
                           and created_at < now() - make_interval(months => keep_letters_months) limit $1))
                    returning id)
                 insert into shred (letter_id) select id from gone on conflict do nothing"
            }
            Self::StrangersLetters => {
                "delete from letter where id = any(array(
                    select id from letter, setting
                     where person_id is null and facts = '{}'
                       and created_at < now() - make_interval(months => keep_letters_months) limit $1))"
            }
            Self::Invitations => {
                "delete from invitation where id = any(array(
                    select id from invitation, setting
                     where taken_by is null
                       and coalesce(accepted_at, created_at) < now() - make_interval(months => keep_letters_months) limit $1))"
            }
            Self::RosterImports => {
                "delete from roster_import where id = any(array(
                    select id from roster_import where created_at < now() - interval '30 days'
                       and state not in ('applying', 'inviting') limit $1))"
            }
            Self::RosterEntries => {
                "delete from roster_entry where id = any(array(
                    select id from roster_entry, setting
                     where updated_at < now() - make_interval(months => keep_students_months)
                       and not exists (select from person where person.email_key = roster_entry.email_key) limit $1))"
            }
            Self::Suppressions => {
                "delete from suppression where id = any(array(
                    select id from suppression, setting
                     where since < now() - make_interval(months => keep_letters_months)
                       and not exists (select from person where person.email_key = suppression.email_key) limit $1))"
            }
            Self::Digests => {
                "delete from digest where (owner_id, day) in (
                    select owner_id, day from digest where sent_at < now() - interval '30 days' limit $1)"
            }
        }
    }

    /// Takes one batch away, and has the copies of letters shredded too. Says how many: as long as it is [`BATCH`], there may be more.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clear(self, conn: &mut AsyncPgConnection) -> Result<usize> {
        Ok(sql_query(self.statement()).bind::<BigInt, _>(BATCH).execute(conn).await?)
    }
}

/// Neither they nor an advisor did anything for the period, and nothing they asked for is open: a record that somebody asked
/// to see must not be destroyed (34 CFR 99.10(e)).
pub(super) const IS_OVER: &str =
    "coalesce(person.last_seen_at, person.created_at) < now() - make_interval(months => keep_students_months)
    and coalesce(student.looked_at, '-infinity') < now() - make_interval(months => keep_students_months)
    and coalesce(student.last_contact_on, '-infinity') < now() - make_interval(months => keep_students_months)
    and coalesce(student.meeting_at, '-infinity') < now() - make_interval(months => keep_students_months)
    and not exists (select from data_request asked where asked.student_id = student.person_id
                     and ((asked.decided_at is null and asked.withdrawn_at is null) or asked.released_until > now()))";

#[derive(QueryableByName)]
struct Over {
    #[diesel(sql_type = SqlUuid)]
    person_id: StudentId,
}

#[derive(QueryableByName)]
struct Yes {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

/// The next students whose time is over, after this one in the order of ids.
///
/// # Errors
/// When the database fails.
pub async fn students_over(after: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<StudentId>> {
    let query = format!(
        "select student.person_id from student join person on person.id = student.person_id, setting
          where {IS_OVER} and student.person_id > $1 order by student.person_id limit $2"
    );
    let over: Vec<Over> = sql_query(query).bind::<SqlUuid, _>(after.0).bind::<BigInt, _>(STUDENTS).load(conn).await?;
    Ok(over.into_iter().map(|one| one.person_id).collect())
}

/// Erases a student whose time is over, unless they came back this very moment. Says whether it did.
///
/// # Errors
/// When the database fails.
pub async fn erase_if_over(id: StudentId, post: &Post, conn: &mut AsyncPgConnection) -> Result<bool> {
    conn.transaction(async |conn| {
        // Held, so that whoever signs in now is either in time or finds no account.
        match erasure::hold(id, conn).await {
            Err(Error::Database(diesel::result::Error::NotFound)) => return Ok(false),
            held => held?,
        }
        let query = format!(
            "select exists (select from student join person on person.id = student.person_id, setting
                             where student.person_id = $1 and {IS_OVER}) as yes"
        );
        let is_over: Yes = sql_query(query).bind::<SqlUuid, _>(id.0).get_result(conn).await?;
        if is_over.yes {
            erasure::erase(id, None, post, conn).await?;
        }
        Ok(is_over.yes)
    })
    .await
}
