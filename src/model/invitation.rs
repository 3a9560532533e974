//! Staff come by invitation: an admin names the address and the role, the invited person brings name and password.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    assignment,
    audit::{self, Action},
    email::Email,
    error::{Error, Result},
    id::{FormKey, InvitationId, PersonId},
    letter::Letter,
    outbox::NewLetter,
    person::{self, Admin, FullName, Role},
    post::Post,
    setting::Setting,
    token::{self, Purpose, Token},
};
use crate::schema::{invitation, person as people};

/// An open invitation, as the admin's list and the invited person see it.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = invitation, check_for_backend(diesel::pg::Pg))]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// Where the letter went.
    pub email: String,
    /// Whom the admin expects.
    pub full_name: String,
    role: String,
    /// When it was sent.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: jiff::Timestamp,
}

impl Invitation {
    /// What they will be.
    #[must_use]
    pub fn role(&self) -> Role {
        Role::parse(&self.role).expect("the table's check allows only our roles")
    }

    /// Invites somebody to the staff by letter. Asking again replaces the open invitation and its link. Whether the
    /// address has an account is asked before ([`has_account`]).
    ///
    /// # Errors
    /// When the database fails. The same form twice is one invitation.
    #[expect(clippy::too_many_arguments, reason = "one act with all that the form asks")]
    pub async fn send(
        admin: &Admin,
        name: &FullName,
        email: &Email,
        role: Role,
        form_key: FormKey,
        setting: &Setting,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let sent = conn
            .transaction(async |conn| {
                // A retry of the same form must not replace the invitation it made and send a second letter. Other
                // words under the same key are a new act: somebody went back in the browser and changed them.
                let made = invitation::table
                    .filter(invitation::form_key.eq(form_key))
                    .select((invitation::email_key, invitation::full_name, invitation::role))
                    .first::<(String, String, String)>(conn)
                    .await
                    .optional()?;
                let asked = (email.key(), name.as_str(), role.code());
                let form_key = match made {
                    Some((email, name, role)) if (email.as_str(), name.as_str(), role.as_str()) == asked => {
                        return Ok(());
                    }
                    Some(_) => FormKey::new(),
                    None => form_key,
                };
                diesel::delete(
                    invitation::table
                        .filter(invitation::email_key.eq(email.key()))
                        .filter(invitation::accepted_at.is_null()),
                )
                .execute(conn)
                .await?;
                let id = InvitationId::new();
                diesel::insert_into(invitation::table)
                    .values((
                        invitation::id.eq(id),
                        invitation::email.eq(email.typed()),
                        invitation::email_key.eq(email.key()),
                        invitation::full_name.eq(name.as_str()),
                        invitation::role.eq(role.code()),
                        invitation::invited_by.eq(admin.id()),
                        invitation::form_key.eq(form_key),
                    ))
                    .execute(conn)
                    .await?;
                audit::record(Some(admin.id()), Action::Invited, "invitation", Some(id.0), None, conn).await?;
                let link = token::issue(Purpose::Invite, email.key(), None, conn).await?;
                let letter = Letter::Invitation {
                    role: role.code().to_owned(),
                    invited_by: admin.person().full_name.clone(),
                    school: setting.school.clone(),
                };
                let new = NewLetter {
                    letter: &letter,
                    person_id: None,
                    result_id: None,
                    to_name: name.as_str(),
                    to_email: email.typed(),
                    reply_to: Some(&admin.person().email),
                    locale: "en",
                    token: Some(link.expose()),
                    form_key: None,
                };
                post.put(new, conn).await?;
                Ok(())
            })
            .await;
        match sent {
            Err(error @ Error::Database(_)) if error.is_duplicate() => Ok(()),
            sent => sent,
        }
    }

    /// All open ones, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(invitation::table
            .filter(invitation::accepted_at.is_null())
            .order(invitation::created_at.desc())
            .limit(200)
            .select(Self::as_select())
            .load(conn)
            .await?)
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

    /// Takes an invitation up: the account comes alive with the role the admin named, and advisors get a desk.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the link is used, expired or unknown, or the address has an account by now.
    pub async fn take_up(
        link: &Token,
        name: &FullName,
        password_hash: &str,
        conn: &mut AsyncPgConnection,
    ) -> Result<PersonId> {
        conn.transaction(async |conn| {
            let bound = token::spend(Purpose::Invite, link, conn).await?.ok_or(Error::NotFound)?;
            let open = Self::open_for(&bound.email_key, conn).await?.ok_or(Error::NotFound)?;
            let email = Email::parse(&open.email).map_err(|_| Error::NotFound)?;
            let id = PersonId::new();
            match person::create(id, open.role(), name, &email, password_hash, "en", conn).await {
                Err(error) if error.is_duplicate() => return Err(Error::NotFound),
                created => created?,
            }
            if open.role() == Role::Advisor {
                assignment::set_up_desk(id, conn).await?;
            }
            diesel::update(invitation::table.find(open.id)).set(invitation::accepted_at.eq(now)).execute(conn).await?;
            audit::record(Some(id), Action::TookUpInvitation, "invitation", Some(open.id.0), None, conn).await?;
            Ok(id)
        })
        .await
    }
}

/// Whether an address has an account, for admins, who see the list of people anyway.
///
/// # Errors
/// When the database fails.
pub async fn has_account(email: &Email, conn: &mut AsyncPgConnection) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(people::table.filter(people::email_key.eq(email.key()))))
        .get_result(conn)
        .await?)
}
