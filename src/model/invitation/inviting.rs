//! Sending invitations by letter: to one person, or once more to somebody who was invited.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{Invitation, one_open, record};
use crate::{
    model::{
        audit::Action,
        email::Email,
        error::{Error, Result},
        id::{FormKey, InvitationId},
        letter::Letter,
        outbox::NewLetter,
        person::{self, Admin, FullName, Role},
        post::Post,
        setting::Setting,
        token::{self, Purpose, Token},
    },
    schema::invitation,
};

/// Who invites, for which school, and the way into the outbox.
pub struct Inviting<'a> {
    /// The admin, to whom answers go.
    pub admin: &'a Admin,
    /// The school's settings.
    pub setting: &'a Setting,
    /// The slot letters are put into.
    pub post: &'a Post,
}

impl Inviting<'_> {
    /// The facts of the letter.
    pub(super) fn letter(&self, role: Role) -> Letter {
        Letter::Invitation {
            role: role.code().to_owned(),
            invited_by: self.admin.person().full_name.clone(),
            school: self.setting.school.clone(),
        }
    }

    /// The letter with its link.
    pub(super) fn to<'a>(
        &'a self,
        letter: &'a Letter,
        name: &'a str,
        email: &'a str,
        link: &'a Token,
    ) -> NewLetter<'a> {
        NewLetter {
            letter,
            person_id: None,
            result_id: None,
            to_name: name,
            to_email: email,
            reply_to: Some(&self.admin.person().email),
            locale: "en",
            token: Some(link.expose()),
            form_key: None,
        }
    }

    async fn write(&self, open: &Invitation, conn: &mut AsyncPgConnection) -> Result<()> {
        let link = token::issue(Purpose::Invite, &open.email_key, None, conn).await?;
        let letter = self.letter(open.role());
        self.post.put(self.to(&letter, &open.full_name, &open.email, &link), conn).await?;
        Ok(())
    }

    /// Invites somebody to the staff by letter. Asking again replaces the open invitation and its link. Whether the
    /// address has an account is asked before ([`super::accounts`]).
    ///
    /// # Errors
    /// [`Error::NotFound`] when the admin is none any more. The same form twice is one invitation.
    pub async fn invite(
        &self,
        name: &FullName,
        email: &Email,
        role: Role,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let sent = conn
            .transaction(async |conn| {
                person::still(self.admin.id(), Role::Admin, conn).await?;
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
                let open: Invitation = diesel::insert_into(invitation::table)
                    .values((
                        invitation::id.eq(InvitationId::new()),
                        invitation::email.eq(email.typed()),
                        invitation::email_key.eq(email.key()),
                        invitation::full_name.eq(name.as_str()),
                        invitation::role.eq(role.code()),
                        invitation::invited_by.eq(self.admin.id()),
                        invitation::form_key.eq(form_key),
                    ))
                    .returning(Invitation::as_returning())
                    .get_result(conn)
                    .await?;
                record(self.admin.id(), Action::Invited, open.id, conn).await?;
                self.write(&open, conn).await
            })
            .await;
        match sent {
            Err(error @ Error::Database(_)) if error.is_duplicate() => Ok(()),
            sent => sent,
        }
    }

    /// Sends an open invitation once more: a new link, and the one before it is void. The same form twice is one letter.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not open, or the admin is none any more.
    pub async fn send_again(&self, id: InvitationId, form_key: FormKey, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(self.admin.id(), Role::Admin, conn).await?;
            let known: FormKey = one_open(id).select(invitation::form_key).for_update().first(conn).await?;
            if known == form_key {
                return Ok(());
            }
            let open: Invitation = diesel::update(invitation::table.find(id))
                .set((invitation::form_key.eq(form_key), invitation::created_at.eq(now)))
                .returning(Invitation::as_returning())
                .get_result(conn)
                .await?;
            record(self.admin.id(), Action::InvitedAgain, id, conn).await?;
            self.write(&open, conn).await
        })
        .await
    }
}
