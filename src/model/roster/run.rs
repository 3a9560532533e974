//! How an upload goes on: leased in Postgres by one instance, which reads it, carries it out, or invites those who are new.

use diesel::{prelude::*, sql_query, sql_types::Uuid as SqlUuid};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    file::{MOST_ROWS, Row, Sheet},
    inviting, plan,
};
use crate::{
    model::{
        error::Result,
        id::{FormKey, PersonId, RosterImportId},
        invitation::{
            Inviting,
            line::{Fate, Line},
            list::{Outcome, Plan},
        },
        person::{Admin, Person},
        post::Post,
        setting::Setting,
    },
    schema::{roster_entry, roster_import, roster_line},
};

/// Lines written by one statement.
const AT_ONCE: usize = 500;
/// Students invited in one transaction.
const LETTERS_AT_ONCE: i64 = 100;

/// One statement, so that two instances never hold one upload. A lease that ran out belonged to an instance that died.
const TAKE: &str = "update roster_import set lease = $1, leased_until = now() + interval '3 minutes'
    where id = any(array(
        select id from roster_import
        where state in ('waiting', 'applying', 'inviting') and (leased_until is null or leased_until < now())
        order by created_at limit 1 for update skip locked))
    returning id";

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = SqlUuid)]
    id: RosterImportId,
}

/// An upload in our hands.
pub struct Leased {
    /// Which.
    pub id: RosterImportId,
    lease: Uuid,
}

/// Takes the upload that waits longest and nobody is at, for three minutes.
///
/// # Errors
/// When the database fails.
pub async fn take(conn: &mut AsyncPgConnection) -> Result<Option<Leased>> {
    let lease = Uuid::now_v7();
    let taken: Option<Taken> = sql_query(TAKE).bind::<SqlUuid, _>(lease).get_result(conn).await.optional()?;
    Ok(taken.map(|taken| Leased { id: taken.id, lease }))
}

impl Leased {
    /// Does the next piece of work. Says whether there is more; not when somebody else has the upload by now.
    ///
    /// # Errors
    /// When the database fails; what was done stays done.
    pub async fn go_on(&self, post: &Post, conn: &mut AsyncPgConnection) -> Result<bool> {
        if !self.renew(conn).await? {
            return Ok(false);
        }
        let upload = roster_import::table.find(self.id);
        let (state, by): (String, Option<PersonId>) =
            upload.select((roster_import::state, roster_import::applied_by)).first(conn).await?;
        let has_more = match (state.as_str(), by) {
            ("waiting", _) => {
                self.read(conn).await?;
                false
            }
            ("applying", Some(by)) => {
                plan::apply(self.id, by, conn).await?;
                false
            }
            ("inviting", Some(by)) => self.invite_some(by, post, conn).await?,
            _ => false,
        };
        if !has_more {
            self.put_down(conn).await?;
        }
        Ok(has_more)
    }

    /// Three minutes more; `false` when somebody else has it by now.
    async fn renew(&self, conn: &mut AsyncPgConnection) -> Result<bool> {
        let ours = "update roster_import set leased_until = now() + interval '3 minutes' where id = $1 and lease = $2";
        Ok(sql_query(ours).bind::<SqlUuid, _>(self.id.0).bind::<SqlUuid, _>(self.lease).execute(conn).await? == 1)
    }

    /// Left to whoever comes next.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_down(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        sql_query("update roster_import set lease = null, leased_until = null where id = $1 and lease = $2")
            .bind::<SqlUuid, _>(self.id.0)
            .bind::<SqlUuid, _>(self.lease)
            .execute(conn)
            .await?;
        Ok(())
    }

    /// Reads the file into lines and plans them. Of one that was begun before, all lines are read anew.
    async fn read(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        let file: Option<Vec<u8>> = roster_import::table.find(self.id).select(roster_import::file).first(conn).await?;
        let domains = Setting::load(conn).await?.email_domains;
        let sheet = match Sheet::open(&file.unwrap_or_default()) {
            Ok(sheet) => sheet,
            Err((problem, detail)) => return self.refuse(problem, &detail, conn).await,
        };
        if sheet.expected() > MOST_ROWS && sheet.rows(&domains).nth(MOST_ROWS).is_some() {
            return self.refuse("roster-too-long", "", conn).await;
        }
        if sheet.rows(&domains).next().is_none() {
            return self.refuse("roster-no-lines", "", conn).await;
        }
        diesel::delete(roster_line::table.filter(roster_line::import_id.eq(self.id))).execute(conn).await?;
        let expected = i32::try_from(sheet.expected()).unwrap_or(i32::MAX);
        let ours = || roster_import::table.find(self.id);
        let known = (roster_import::expected.eq(expected), roster_import::detail.eq(sheet.unread()));
        diesel::update(ours()).set(known).execute(conn).await?;
        let mut rows = sheet.rows(&domains);
        loop {
            let some: Vec<Row> = rows.by_ref().take(AT_ONCE).collect();
            let Some(last) = some.last().map(|row| row.number) else { break };
            let lines: Vec<_> = some.into_iter().map(|row| self.line(row)).collect();
            diesel::insert_into(roster_line::table).values(lines).execute(conn).await?;
            diesel::update(ours()).set(roster_import::read.eq(last - 1)).execute(conn).await?;
            if !self.renew(conn).await? {
                return Ok(());
            }
        }
        plan::draw(self.id, conn).await?;
        diesel::update(ours()).set(roster_import::file.eq(None::<Vec<u8>>)).execute(conn).await?;
        Ok(())
    }

    async fn refuse(&self, problem: &str, detail: &str, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::update(roster_import::table.find(self.id))
            .set((
                roster_import::state.eq("refused"),
                roster_import::problem.eq(problem),
                roster_import::detail.eq(detail),
                roster_import::file.eq(None::<Vec<u8>>),
            ))
            .execute(conn)
            .await?;
        Ok(())
    }

    fn line(&self, row: Row) -> NewLine {
        let fate = row.problem.map(|(is_fault, _)| if is_fault { "fault" } else { "left-out" });
        NewLine {
            import_id: self.id,
            number: row.number,
            school_id: row.school_id,
            full_name: row.full_name,
            email: row.email,
            email_key: row.email_key,
            advisor_key: row.advisor_key,
            fate,
            problem: row.problem.map(|(_, key)| key),
        }
    }

    /// Invites some of those who are new. Says whether there may be more.
    async fn invite_some(&self, by: PersonId, post: &Post, conn: &mut AsyncPgConnection) -> Result<bool> {
        let new = roster_line::table
            .inner_join(roster_entry::table.on(roster_entry::id.nullable().eq(roster_line::entry_id)))
            .filter(roster_line::import_id.eq(self.id))
            .filter(roster_line::fate.eq("create"))
            .filter(roster_line::invitation.is_null());
        let some: Vec<(i32, String, String)> = new
            .order(roster_line::number)
            .limit(LETTERS_AT_ONCE)
            .select((roster_line::number, roster_entry::full_name, roster_entry::email))
            .load(conn)
            .await?;
        let admin = Person::active(by, conn).await?.and_then(Admin::known);
        let (Some(admin), false) = (admin, some.is_empty()) else {
            // Nobody left, or who began it is no admin any more.
            let ours = roster_import::table.find(self.id);
            diesel::update(ours).set(roster_import::state.eq("applied")).execute(conn).await?;
            return Ok(false);
        };
        let setting = Setting::load(conn).await?;
        let inviting = Inviting { admin: &admin, setting: &setting, post };
        let lines = some
            .iter()
            .map(|(number, name, email)| inviting::line(usize::try_from(*number).unwrap_or_default(), name, email));
        let mut plan = Plan { lines: lines.collect() };
        plan.check(&setting.email_domains, conn).await?;
        let is_good = |line: &&Line| matches!(line.fate, Fate::Invited(..));
        let good: Vec<i32> =
            plan.lines.iter().filter(is_good).filter_map(|line| i32::try_from(line.number).ok()).collect();
        let mark = plan.mark();
        let all: Vec<i32> = some.into_iter().map(|(number, ..)| number).collect();
        conn.transaction(async |conn| {
            if !good.is_empty() {
                let outcome = plan.carry_out(&mark, FormKey::new(), &inviting, conn).await?;
                if matches!(outcome, Outcome::Changed(_)) {
                    // Somebody invited one of them this moment: looked at again.
                    return Ok(true);
                }
            }
            let ours = |numbers: Vec<i32>| {
                roster_line::table
                    .filter(roster_line::import_id.eq(self.id))
                    .filter(roster_line::number.eq_any(numbers))
                    .filter(roster_line::invitation.is_null())
            };
            diesel::update(ours(good)).set(roster_line::invitation.eq("sent")).execute(conn).await?;
            diesel::update(ours(all)).set(roster_line::invitation.eq("left-out")).execute(conn).await?;
            Ok(true)
        })
        .await
    }
}

#[derive(Insertable)]
#[diesel(table_name = roster_line)]
struct NewLine {
    import_id: RosterImportId,
    number: i32,
    school_id: Option<String>,
    full_name: String,
    email: String,
    email_key: Option<String>,
    advisor_key: Option<String>,
    fate: Option<&'static str>,
    problem: Option<&'static str>,
}
