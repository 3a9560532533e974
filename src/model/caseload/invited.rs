//! Students who were invited and have not come yet. Nobody has them, so every advisor may see whom to expect.

use diesel::{
    dsl::{exists, not},
    pg::Pg,
    prelude::*,
    sql_types::{Text, Uuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{PAGE, filter::Filter, order::Cursor};
use crate::{
    model::{
        error::Result,
        id::{InvitationId, StudentId},
        keyset::{Page, Turn},
        people::Sought,
    },
    schema::{invitation, person},
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn folded(written: Text) -> Text;
    fn is_sought(full_name: Text, email: Text, beginnings: Text) -> Bool;
}

diesel::alias!(person as inviter: Inviter);

/// Somebody who was invited.
#[derive(Queryable)]
pub struct Invited {
    id: InvitationId,
    /// Whom the admin expects.
    pub full_name: String,
    /// Where the letter went.
    pub email: String,
    /// Who invited them.
    pub invited_by: String,
    /// When the letter was last sent.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub sent_at: Timestamp,
}

/// The ids of open invitations, of those that are sought where something is.
pub(super) fn open<'a>(filter: &Filter) -> invitation::BoxedQuery<'a, Pg, Uuid> {
    let came = person::table.filter(person::email_key.eq(invitation::email_key)).select(person::id);
    let open = invitation::table
        .filter(invitation::role.eq("student"))
        .filter(invitation::accepted_at.is_null())
        .filter(not(exists(came)))
        .select(invitation::id)
        .into_boxed();
    // They have no stage, result or credits yet.
    let open = if filter.without_name().is_empty() { open } else { open.filter(invitation::id.is_null()) };
    match filter.name.as_deref().and_then(Sought::parse) {
        Some(sought) => open.filter(is_sought(
            folded(invitation::full_name),
            folded(invitation::email),
            folded(sought.into_beginnings()),
        )),
        None => open,
    }
}

impl Invited {
    /// Their place in the list. They are no students yet, so it names the invitation.
    pub(super) fn cursor(&self) -> Cursor {
        Cursor { key: 0, id: StudentId(self.id.0) }
    }

    /// A page of them, latest first.
    pub(super) async fn page(filter: &Filter, turn: &Turn<Cursor>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        let open = open(filter).limit(PAGE as i64 + 1);
        let open = match turn {
            Turn::First => open.order(invitation::id.desc()),
            Turn::After(at) => open.filter(invitation::id.lt(InvitationId(at.id.0))).order(invitation::id.desc()),
            Turn::Before(at) => open.filter(invitation::id.gt(InvitationId(at.id.0))).order(invitation::id.asc()),
        };
        let ids: Vec<InvitationId> = open.load(conn).await?;
        let mut rows: Vec<Self> = invitation::table
            .inner_join(inviter.on(inviter.field(person::id).eq(invitation::invited_by)))
            .filter(invitation::id.eq_any(&ids))
            .select((
                invitation::id,
                invitation::full_name,
                invitation::email,
                inviter.field(person::full_name),
                invitation::created_at,
            ))
            .load(conn)
            .await?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
        Ok(Page::cut(turn, rows, PAGE))
    }
}
