//! Invitations: an admin names the address and the role, the invited person brings name and password.

mod inviting;
pub mod line;
pub mod list;

use std::collections::HashMap;

use diesel::{
    dsl::{now, sql},
    prelude::*,
    sql_types::Bool,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

pub use self::inviting::Inviting;
use super::{
    assignment,
    audit::{self, Action},
    email::Email,
    error::{Error, Result},
    id::{InvitationId, PersonId},
    keyset::{Page, Turn},
    outbox,
    people::A_PAGE,
    person::{self, Admin, FullName, Role},
    setting::Setting,
    token::{self, Purpose, Token},
};
use crate::{
    language::Language,
    schema::{invitation, person as people, registration},
};

/// An invitation is open until it is taken up, or its address gets an account in another way.
pub(super) const OPEN: &str = "invitation.accepted_at is null and not exists \
                               (select from person where person.email_key = invitation.email_key)";

/// An open invitation, as the admin's list and the invited person see it.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = invitation, check_for_backend(diesel::pg::Pg))]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// Where the letter went.
    pub email: String,
    email_key: String,
    /// Whom the admin expects.
    pub full_name: String,
    role: String,
    /// When it was last sent.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: jiff::Timestamp,
}

impl Invitation {
    /// What they will be.
    #[must_use]
    pub fn role(&self) -> Role {
        Role::parse(&self.role).expect("the table's check allows only our roles")
    }

    /// A page of the open ones, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open(turn: Turn<Uuid>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        let query =
            invitation::table.filter(sql::<Bool>(OPEN)).limit(A_PAGE as i64 + 1).select(Self::as_select()).into_boxed();
        let query = match turn {
            Turn::First => query.order(invitation::id.desc()),
            Turn::After(id) => query.filter(invitation::id.lt(InvitationId(id))).order(invitation::id.desc()),
            Turn::Before(id) => query.filter(invitation::id.gt(InvitationId(id))).order(invitation::id.asc()),
        };
        Ok(Page::cut(&turn, query.load(conn).await?, A_PAGE))
    }

    /// The open invitation behind a link, for the page with the form.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn behind(link: &Token, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let Some(bound) = token::look(Purpose::Invite, link, conn).await? else { return Ok(None) };
        Self::open_for(&bound.email_key, conn).await
    }

    async fn open_for(email_key: &str, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(invitation::table
            .filter(invitation::email_key.eq(email_key))
            .filter(invitation::accepted_at.is_null())
            .select(Self::as_select())
            .first(conn)
            .await
            .optional()?)
    }

    /// Takes an invitation up: the account comes alive with the role the admin named. Advisors get a desk, and students,
    /// by the school's rule, an advisor. `language` is the one they read the invitation's page in.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the link is used, expired or unknown, or the address has an account by now.
    pub async fn take_up(
        link: &Token,
        name: &FullName,
        password_hash: &str,
        setting: &Setting,
        language: Language,
        conn: &mut AsyncPgConnection,
    ) -> Result<PersonId> {
        conn.transaction(async |conn| {
            let bound = token::spend(Purpose::Invite, link, conn).await?.ok_or(Error::NotFound)?;
            let open = Self::open_for(&bound.email_key, conn).await?.ok_or(Error::NotFound)?;
            let email = Email::parse(&open.email).map_err(|_| Error::NotFound)?;
            let id = PersonId::new();
            match person::create(id, open.role(), name, &email, password_hash, language.code(), conn).await {
                Err(error) if error.is_duplicate() => return Err(Error::NotFound),
                created => created?,
            }
            match open.role() {
                Role::Advisor => assignment::set_up_desk(id, conn).await?,
                Role::Student => assignment::welcome(id.as_student(), email.key(), setting, conn).await?,
                _ => {}
            }
            // What somebody registered under this address before is worth nothing now.
            diesel::delete(registration::table.find(email.key())).execute(conn).await?;
            outbox::give_to(id, "confirm", email.key(), conn).await?;
            outbox::give_to(id, "invitation", email.key(), conn).await?;
            token::forget_used(Purpose::Invite, email.key(), conn).await?;
            diesel::update(invitation::table.find(open.id))
                .set((invitation::accepted_at.eq(now), invitation::taken_by.eq(id)))
                .execute(conn)
                .await?;
            record(id, Action::TookUpInvitation, open.id, conn).await?;
            Ok(id)
        })
        .await
    }

    /// Withdraws an open invitation: its link stops working. Once more does nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not open and was not withdrawn, or the admin is none any more.
    pub async fn withdraw(admin: &Admin, id: InvitationId, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let open = one_open(id).select(invitation::email_key).for_update();
            let Some(email_key) = open.first::<String>(conn).await.optional()? else {
                let is_done = audit::was(Action::WithdrewInvitation, id.0, conn).await?;
                return if is_done { Ok(()) } else { Err(Error::NotFound) };
            };
            diesel::delete(invitation::table.find(id)).execute(conn).await?;
            token::revoke(Purpose::Invite, &email_key, conn).await?;
            record(admin.id(), Action::WithdrewInvitation, id, conn).await
        })
        .await
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn one_open(id: InvitationId) -> _ {
    invitation::table.find(id).filter(invitation::accepted_at.is_null())
}

async fn record(actor: PersonId, action: Action, id: InvitationId, conn: &mut AsyncPgConnection) -> Result<()> {
    audit::record(Some(actor), action, "invitation", Some(id.0), None, conn).await
}

/// Withdraws the open invitations to the staff that somebody sent who may not send any now. Students stay invited.
///
/// # Errors
/// When the database fails.
pub(super) async fn withdraw_staff_of(inviter: PersonId, by: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    let theirs = invitation::table
        .filter(invitation::invited_by.eq(inviter))
        .filter(invitation::accepted_at.is_null())
        .filter(invitation::role.ne(Role::Student.code()));
    let gone: Vec<InvitationId> = diesel::delete(theirs).returning(invitation::id).get_results(conn).await?;
    let about: Vec<_> = gone.into_iter().map(|id| (Some(id.0), None)).collect();
    audit::record_all(Some(by), Action::WithdrewInvitation, "invitation", &about, conn).await
}

/// A student who was invited registered by themselves instead: the invitation is theirs, and done.
///
/// # Errors
/// When the database fails.
pub(super) async fn overtaken(id: PersonId, email_key: &str, conn: &mut AsyncPgConnection) -> Result<()> {
    let open = invitation::table
        .filter(invitation::email_key.eq(email_key))
        .filter(invitation::accepted_at.is_null())
        .filter(invitation::role.eq(Role::Student.code()));
    let theirs = (invitation::accepted_at.eq(now), invitation::taken_by.eq(id));
    if diesel::update(open).set(theirs).execute(conn).await? > 0 {
        token::revoke(Purpose::Invite, email_key, conn).await?;
        outbox::give_to(id, "invitation", email_key, conn).await?;
    }
    Ok(())
}

/// Which of these normalised addresses have an account, and whether it is closed. For admins, who see the list of people
/// anyway.
///
/// # Errors
/// When the database fails.
pub async fn accounts(email_keys: &[&str], conn: &mut AsyncPgConnection) -> Result<HashMap<String, bool>> {
    let found: Vec<(String, bool)> = people::table
        .filter(people::email_key.eq_any(email_keys))
        .select((people::email_key, people::deactivated_at.is_not_null()))
        .load(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// Why an address cannot be invited, if it has an account.
#[must_use]
pub fn fault_of(account: Option<&bool>) -> Option<&'static str> {
    match account {
        None => None,
        Some(false) => Some("email-has-account"),
        Some(true) => Some("email-has-closed-account"),
    }
}
