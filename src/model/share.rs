//! A family link: a student shows one result, or part of it, to whoever holds the link, for a week or a month, and can take
//! it back at once. The link shows no answers, no notes and no addresses.

use diesel::{
    dsl::{exists, now, sql},
    prelude::*,
    sql_types::{Bool, Timestamptz},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    error::{Error, Result},
    id::{FormKey, ResultId, ShareId, StudentId},
    result::StoredResult,
    secret::{Seal, Secret},
    token::Token,
};
use crate::schema::{person, profile, result, share, student};

/// Links that may be open at once for one result.
const MOST_OPEN: i64 = 10;
const LONGEST_LABEL: usize = 80;
const STILL_OPEN: &str = "share.revoked_at is null and share.expires_at > now()";
/// Its student's account is open.
const OF_SOMEBODY: &str = "exists (select from result join person on person.id = result.student_id \
                           where result.id = share.result_id and person.deactivated_at is null)";

/// What may be shown beside the heading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Points to both sides.
    Points,
    /// What each topic moved.
    Topics,
    /// How the programs fit the student's time.
    Programs,
}

impl Part {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Points, Self::Topics, Self::Programs];

    /// Its code in the database and in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Topics => "topics",
            Self::Programs => "programs",
        }
    }
}

/// What a student typed, found good.
pub struct NewShare {
    label: String,
    parts: Vec<Part>,
    days: i32,
}

impl NewShare {
    /// A link's label, what it shows, and how long it lasts: 7 or 30 days.
    ///
    /// # Errors
    /// Field and message key of each fault.
    pub fn parse(
        label: &str,
        parts: &[String],
        days: &str,
    ) -> std::result::Result<Self, Vec<(&'static str, &'static str)>> {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut faults = Vec::new();
        if label.is_empty() {
            faults.push(("label", "share-label-missing"));
        } else if label.chars().count() > LONGEST_LABEL || label.chars().any(char::is_control) {
            faults.push(("label", "share-label-too-long"));
        }
        let known: Vec<Part> =
            Part::ALL.into_iter().filter(|part| parts.iter().any(|code| code == part.code())).collect();
        if parts.iter().any(|code| !known.iter().any(|part| part.code() == code)) {
            faults.push(("parts", "share-part-unknown"));
        }
        let days = match days {
            "7" => 7,
            "30" => 30,
            _ => {
                faults.push(("days", "share-days-missing"));
                0
            }
        };
        if faults.is_empty() { Ok(Self { label, parts: known, days }) } else { Err(faults) }
    }
}

/// One link as its maker sees it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = share, check_for_backend(diesel::pg::Pg))]
pub struct Share {
    /// Which.
    pub id: ShareId,
    /// For whom, in the student's words.
    pub label: String,
    parts: Vec<String>,
    sealed_token: Vec<u8>,
    /// When it was made.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// Until when it works.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub expires_at: Timestamp,
    /// How often it was opened.
    pub views: i32,
    /// When it was opened last.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub last_viewed_at: Option<Timestamp>,
}

/// What a link shows.
pub struct Shared {
    /// The result.
    pub result: StoredResult,
    /// What its student is called.
    pub called: String,
    parts: Vec<String>,
}

impl Shared {
    /// Whether this part is shown.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        self.parts.iter().any(|code| code == part.code())
    }
}

impl Share {
    /// The links of one's own result that still work, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_of(result: &StoredResult, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(share::table
            .filter(share::result_id.eq(result.id))
            .filter(sql::<Bool>(STILL_OPEN))
            .order((share::created_at.desc(), share::id.desc()))
            .limit(MOST_OPEN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// Makes a link to one's own result. The same form twice is one link. Says whether there was room for it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn make(
        result: &StoredResult,
        new: &NewShare,
        form_key: FormKey,
        secret: &Secret,
        conn: &mut AsyncPgConnection,
    ) -> Result<bool> {
        conn.transaction(async |conn| {
            // Two forms at once would both find room for the last one.
            student::table
                .find(result.student_id)
                .select(student::person_id)
                .for_no_key_update()
                .first::<StudentId>(conn)
                .await?;
            let is_made: bool =
                diesel::select(exists(share::table.filter(share::form_key.eq(form_key)))).get_result(conn).await?;
            if is_made {
                return Ok(true);
            }
            let of_result = share::table.filter(share::result_id.eq(result.id));
            let open: i64 = of_result.filter(sql::<Bool>(STILL_OPEN)).count().get_result(conn).await?;
            if open >= MOST_OPEN {
                return Ok(false);
            }
            let (id, token) = (ShareId::new(), Token::random());
            diesel::insert_into(share::table)
                .values((
                    share::id.eq(id),
                    share::result_id.eq(result.id),
                    share::label.eq(&new.label),
                    share::parts.eq(new.parts.iter().map(|part| part.code()).collect::<Vec<_>>()),
                    share::hash.eq(token.hash()),
                    share::sealed_token.eq(secret.seal(Seal::Share, id.0, token.expose().as_bytes())),
                    share::form_key.eq(form_key),
                    share::expires_at.eq(sql::<Timestamptz>("now() + make_interval(days => ")
                        .bind::<diesel::sql_types::Integer, _>(new.days)
                        .sql(")")),
                ))
                .execute(conn)
                .await?;
            Ok(true)
        })
        .await
    }

    /// Takes a link back, at once.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is none of this result's.
    pub async fn revoke(result: &StoredResult, id: ShareId, conn: &mut AsyncPgConnection) -> Result<()> {
        let revoked = diesel::update(share::table.find(id).filter(share::result_id.eq(result.id)))
            .set(share::revoked_at.eq(sql::<diesel::sql_types::Nullable<Timestamptz>>("coalesce(revoked_at, now())")))
            .execute(conn)
            .await?;
        if revoked == 0 { Err(Error::NotFound) } else { Ok(()) }
    }

    /// Whether it shows this part.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        self.parts.iter().any(|code| code == part.code())
    }

    /// Its address, for its maker alone; none if the installation's secret was changed since.
    #[must_use]
    pub fn path(&self, secret: &Secret) -> Option<String> {
        let token = String::from_utf8(secret.open(Seal::Share, self.id.0, &self.sealed_token)?).ok()?;
        Some(format!("/s/{token}"))
    }
}

/// Whether a link works, for somebody who only asks; not counted.
///
/// # Errors
/// When the database fails.
pub async fn works(token: &Token, conn: &mut AsyncPgConnection) -> Result<bool> {
    let open = share::table.filter(share::hash.eq(token.hash())).filter(sql::<Bool>(STILL_OPEN));
    let open = open.filter(sql::<Bool>(OF_SOMEBODY));
    Ok(diesel::select(exists(open)).get_result(conn).await?)
}

/// What a link shows, if it works; counted as seen.
///
/// # Errors
/// [`Error::NotFound`] when it is unknown, over or taken back, or its student's account is closed: nobody can tell which.
pub async fn visit(token: &Token, conn: &mut AsyncPgConnection) -> Result<Shared> {
    let (result_id, parts): (ResultId, Vec<String>) = diesel::update(share::table)
        .filter(share::hash.eq(token.hash()))
        .filter(sql::<Bool>(STILL_OPEN))
        .filter(sql::<Bool>(OF_SOMEBODY))
        .set((share::views.eq(share::views + 1), share::last_viewed_at.eq(now)))
        .returning((share::result_id, share::parts))
        .get_result(conn)
        .await?;
    let (student_id, called): (StudentId, String) = result::table
        .inner_join(person::table.on(person::id.eq(result::student_id)))
        .inner_join(profile::table.on(profile::student_id.eq(result::student_id)))
        .filter(result::id.eq(result_id))
        .filter(person::deactivated_at.is_null())
        .select((result::student_id, profile::called))
        .first(conn)
        .await?;
    Ok(Shared { result: StoredResult::of_student(student_id, result_id, conn).await?, called, parts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_a_label_known_parts_and_one_of_two_lives() {
        let parts = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        let faults = |label: &str, codes: &[&str], days: &str| {
            NewShare::parse(label, &parts(codes), days).err().unwrap_or_default()
        };
        assert!(faults(" For  Mom ", &["points", "programs"], "7").is_empty());
        assert!(faults("Dad", &[], "30").is_empty());
        assert_eq!(faults("", &["answers"], "365").len(), 3);
        assert_eq!(faults(&"x".repeat(81), &[], "7"), [("label", "share-label-too-long")]);
    }
}
