//! A file that brings the list up to date: uploaded, read into lines, looked at as a plan, applied, and those who are new
//! invited.

use std::collections::HashMap;

use diesel::{
    dsl::{count_star, exists, select},
    pg::Pg,
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::line::{Fate, Line};
use crate::{
    model::{
        audit::{self, Action},
        error::{Error, Result},
        id::{FormKey, RosterImportId},
        keyset::{Page, Turn},
        person::{self, Admin, Role},
    },
    schema::{person as people, roster_import, roster_line},
};

/// Lines on one page.
const A_PAGE: usize = 100;
/// Uploads that the page of the list names.
const MOST_LISTED: i64 = 10;

/// Where an upload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its lines are still to be read.
    Waiting,
    /// It is no list.
    Refused,
    /// It can be looked at.
    Planned,
    /// It is being carried out.
    Applying,
    /// It was carried out.
    Applied,
    /// Those who are new are being invited.
    Inviting,
}

impl TryFrom<String> for State {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        Ok(match text.as_str() {
            "waiting" => Self::Waiting,
            "refused" => Self::Refused,
            "planned" => Self::Planned,
            "applying" => Self::Applying,
            "applied" => Self::Applied,
            "inviting" => Self::Inviting,
            _ => return Err(format!("an upload cannot be {text:?}")),
        })
    }
}

/// One upload.
#[derive(Queryable, Selectable)]
#[diesel(table_name = roster_import, check_for_backend(Pg))]
pub struct Import {
    /// Which.
    pub id: RosterImportId,
    /// What the file was called.
    pub file_name: String,
    #[diesel(deserialize_as = String)]
    /// Where it is.
    pub state: State,
    /// Why it is no list: a message key.
    pub problem: Option<String>,
    /// What was found instead; of a list, the columns that are not read.
    pub detail: String,
    /// About how many lines it has.
    pub expected: i32,
    /// Lines read so far.
    pub read: i32,
    /// Stands for the plan.
    pub mark: Option<String>,
    /// Whether something changed after the plan was looked at.
    pub has_changed: bool,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    /// When it was carried out.
    pub applied_at: Option<Timestamp>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was uploaded.
    pub created_at: Timestamp,
    #[diesel(select_expression = people::full_name)]
    /// Who uploaded it.
    pub uploaded_by: String,
}

impl Import {
    /// Takes a file. The same form is the same upload.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the admin is none any more.
    pub async fn take(
        admin: &Admin,
        file_name: &str,
        bytes: &[u8],
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<RosterImportId> {
        let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let form_key = form_key.saying(&[file_name, &digest]);
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let same = roster_import::table.filter(roster_import::form_key.eq(form_key)).select(roster_import::id);
            if let Some(id) = same.first(conn).await.optional()? {
                return Ok(id);
            }
            let id = RosterImportId::new();
            diesel::insert_into(roster_import::table)
                .values((
                    (roster_import::id.eq(id), roster_import::uploaded_by.eq(admin.id())),
                    (roster_import::file_name.eq(file_name), roster_import::file.eq(bytes)),
                    roster_import::form_key.eq(form_key),
                ))
                .execute(conn)
                .await?;
            audit::record(Some(admin.id()), Action::UploadedRoster, "roster-import", Some(id.0), None, conn).await?;
            Ok(id)
        })
        .await
    }

    /// One upload.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none with this id.
    pub async fn with_id(id: RosterImportId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let uploader = people::table.on(people::id.eq(roster_import::uploaded_by));
        Ok(roster_import::table
            .inner_join(uploader)
            .filter(roster_import::id.eq(id))
            .select(Self::as_select())
            .first(conn)
            .await?)
    }

    /// The latest uploads.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn latest(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let uploader = people::table.on(people::id.eq(roster_import::uploaded_by));
        let all = roster_import::table.inner_join(uploader).order(roster_import::id.desc()).limit(MOST_LISTED);
        Ok(all.select(Self::as_select()).load(conn).await?)
    }

    /// How many lines come to what.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn counts(&self, conn: &mut AsyncPgConnection) -> Result<[i64; 5]> {
        let lines =
            roster_line::table.filter(roster_line::import_id.eq(self.id)).filter(roster_line::fate.is_not_null());
        let counts: Vec<(Option<String>, i64)> =
            lines.group_by(roster_line::fate).select((roster_line::fate, count_star())).load(conn).await?;
        let counts: HashMap<_, _> = counts.into_iter().collect();
        Ok(Fate::ALL.map(|fate| counts.get(&Some(fate.code().to_owned())).copied().unwrap_or_default()))
    }

    /// A page of the lines that come to this, in the order of the file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lines(&self, fate: Fate, turn: Turn<i32>, conn: &mut AsyncPgConnection) -> Result<Page<Line>> {
        let limit = i64::try_from(A_PAGE).expect("a small number") + 1;
        let some = roster_line::table
            .filter(roster_line::import_id.eq(self.id))
            .filter(roster_line::fate.eq(fate.code()))
            .limit(limit)
            .select(Line::as_select())
            .into_boxed();
        let some = match turn {
            Turn::First => some.order(roster_line::number.asc()),
            Turn::After(mark) => some.filter(roster_line::number.gt(mark)).order(roster_line::number.asc()),
            Turn::Before(mark) => some.filter(roster_line::number.lt(mark)).order(roster_line::number.desc()),
        };
        Ok(Page::cut(&turn, some.load(conn).await?, A_PAGE))
    }

    /// How many of those who are new were invited, left out, and still can be.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn invitations(&self, conn: &mut AsyncPgConnection) -> Result<(i64, i64, i64)> {
        let created =
            roster_line::table.filter(roster_line::import_id.eq(self.id)).filter(roster_line::fate.eq("create"));
        let counts: Vec<(Option<String>, i64)> = created
            .group_by(roster_line::invitation)
            .select((roster_line::invitation, count_star()))
            .load(conn)
            .await?;
        let of =
            |code: Option<&str>| counts.iter().find(|(known, _)| known.as_deref() == code).map_or(0, |(_, many)| *many);
        Ok((of(Some("sent")), of(Some("left-out")), of(None)))
    }

    /// Orders the plan with this mark to be carried out. Once more does nothing.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it is another plan by now, [`Error::NotFound`] when the admin is none any more.
    pub async fn order(&self, admin: &Admin, mark: &str, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let planned = roster_import::table.find(self.id).filter(roster_import::state.eq("planned"));
            let ordered = diesel::update(planned.filter(roster_import::mark.eq(mark)))
                .set((
                    roster_import::state.eq("applying"),
                    roster_import::has_changed.eq(false),
                    roster_import::applied_by.eq(admin.id()),
                ))
                .execute(conn)
                .await?;
            let was_ordered = roster_import::table.find(self.id).filter(roster_import::mark.eq(mark));
            let was_ordered = was_ordered.filter(roster_import::state.ne("planned"));
            if ordered == 0 && !select(exists(was_ordered)).get_result::<bool>(conn).await? {
                return Err(Error::Conflict);
            }
            Ok(())
        })
        .await
    }

    /// Has those who are new invited. Once more does nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the admin is none any more.
    pub async fn invite(&self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let applied = roster_import::table.find(self.id).filter(roster_import::state.eq("applied"));
            let by = (roster_import::state.eq("inviting"), roster_import::applied_by.eq(admin.id()));
            diesel::update(applied).set(by).execute(conn).await?;
            Ok(())
        })
        .await
    }

    /// Whether a foreman has it in hand, so that the page looks again.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        matches!(self.state, State::Waiting | State::Applying | State::Inviting)
    }

    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        path(self.id)
    }
}

/// The address of an upload.
#[must_use]
pub fn path(id: RosterImportId) -> String {
    format!("/admin/roster/imports/{id}")
}
