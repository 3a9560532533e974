//! The second line of defence, inside the database: the application's role owns nothing, makes nothing, and takes nothing
//! back from the audit. The owner gives it its rights after every run of the migrations.

use diesel::sql_types::{Array, Bool, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use super::migrations::{MigrationError, wait_for_turn};
use super::{ConnectError, Server};

/// The application's role in the embedded database.
pub const APPLICATION: &str = "signpost_app";

/// The limits of everything the application asks, whoever opened its connection.
const LIMITS: [(&str, &str); 3] =
    [("statement_timeout", "5s"), ("lock_timeout", "2s"), ("idle_in_transaction_session_timeout", "10s")];

/// Why the application's role could not be given its rights.
#[derive(Debug, thiserror::Error)]
pub enum RoleError {
    /// The owner cannot reach the database.
    #[error(transparent)]
    Owner(#[from] ConnectError),
    /// The application cannot, mostly because nobody made its role.
    #[error("the role that DATABASE_URL names cannot sign in (README, \"Running it for a school\", makes it): {0}")]
    Application(#[source] ConnectError),
    /// Another instance is migrating for too long.
    #[error(transparent)]
    Turn(#[from] MigrationError),
    /// A statement was refused.
    #[error("the application's role could not be given its rights: {0}")]
    Refused(#[from] diesel::result::Error),
}

/// Tables whose rows it writes, changes and takes away. One that nobody put here can only be read.
const WRITTEN: &[&str] = &[
    "accreditation",
    "accreditation_translation",
    "anchor",
    "anchor_translation",
    "answer",
    "assignment",
    "attempt",
    "calibration",
    "catalog",
    "chore",
    "claim",
    "claim_revision",
    "claim_translation",
    "comparison_pair",
    "content_change",
    "data_request",
    "desk",
    "digest",
    "dimension",
    "dimension_translation",
    "disclaimer",
    "disclaimer_translation",
    "disclosure",
    "draft",
    "email_change",
    "erased_outcome",
    "export",
    "figure",
    "figure_correction",
    "follow_up",
    "half_sign_in",
    "impact",
    "invitation",
    "invitation_list",
    "item",
    "item_translation",
    "job",
    "job_item",
    "known_device",
    "ladder",
    "ladder_translation",
    "letter",
    "letter_about",
    "letter_claim",
    "letter_wording",
    "meeting",
    "note",
    "note_seen",
    "page",
    "page_revision",
    "page_schedule",
    "page_translation",
    "person",
    "profile",
    "program",
    "program_translation",
    "questionnaire",
    "questionnaire_translation",
    "recovery_code",
    "registration",
    "roster_entry",
    "roster_import",
    "roster_line",
    "rung",
    "rung_translation",
    "saved_part",
    "second_factor",
    "selection",
    "selection_item",
    "session",
    "saved_view",
    "setting",
    "shred",
    "share",
    "source",
    "source_translation",
    "standing",
    "student",
    "suppression",
    "tally",
    "throttle",
    "token",
];

/// What the application may do with a table of ours. Rows of these stand as they were written, and the audit's for ever;
/// whatever belongs to a person goes with the person.
fn rights(table: &str, is_view: bool) -> &'static str {
    match table {
        "__diesel_schema_migrations" => "select",
        "audit" | "default_content" | "setting_change" | "wording" => "select, insert",
        "result" | "advice" | "outcome" | "letter_try" | "resend" | "note_revision" | "note_addendum"
        | "page_attestation" => "select, insert, delete",
        _ if !is_view && WRITTEN.contains(&table) => "select, insert, update, delete",
        _ => "select",
    }
}

/// Whether somebody thought about what the application does with this table.
#[must_use]
pub fn is_known(table: &str) -> bool {
    rights(table, false) != "select" || table == "__diesel_schema_migrations"
}

/// Makes the role of the embedded database's application, if it is not there.
pub async fn make(owner_url: &str) -> Result<(), RoleError> {
    let make = format!(
        "do $$ begin create role {APPLICATION} login;
         exception when duplicate_object or unique_violation then null; end $$"
    );
    open(owner_url).await?.batch_execute(&make).await?;
    Ok(())
}

/// Gives the role that the application's address names its rights and its limits, no more and no less. Nothing is done
/// where the owner is the application.
pub async fn give(owner_url: &str, application_url: &str) -> Result<(), RoleError> {
    if owner_url == application_url {
        return Ok(());
    }
    let mut owner = open(owner_url).await?;
    let mut application = open(application_url).await.map_err(RoleError::Application)?;
    let role = who(&mut application).await?;
    if who(&mut owner).await? == role {
        return Ok(());
    }
    // Two at once would change the same rows of Postgres's own tables.
    wait_for_turn(&mut owner).await?;
    let tables = sql_query(
        "select quote_ident(relname) as name, relkind = 'v' as is_view from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and pg_has_role(relowner, 'usage')",
    );
    let mut statements = format!(
        "begin;
         revoke create on schema public from public, {role};
         revoke create, temporary on database {database} from public, {role};
         grant usage on schema public to {role};
         grant usage on all sequences in schema public to {role};
         alter default privileges in schema public revoke all on tables from {role};
         alter default privileges in schema public grant select on tables to {role};
         alter default privileges in schema public grant usage on sequences to {role};\n",
        database = text("quote_ident(current_database())", &mut owner).await?,
    );
    for Table { name, is_view } in tables.load::<Table>(&mut owner).await? {
        let rights = rights(&name, is_view);
        statements += &format!("revoke all on public.{name} from {role}; grant {rights} on public.{name} to {role};\n");
    }
    owner.batch_execute(&(statements + "commit")).await?;
    limit(&mut application).await
}

/// Any role may set its own defaults, so this needs no more power than the application has. It is asked first: settings
/// are rows too.
async fn limit(application: &mut AsyncPgConnection) -> Result<(), RoleError> {
    for (name, value) in LIMITS {
        if text(&format!("current_setting('{name}')"), application).await? != value {
            application.batch_execute(&format!("alter role current_user set {name} = '{value}'")).await?;
        }
    }
    Ok(())
}

/// What a role may do that it should not, and what it may not but must.
#[derive(QueryableByName)]
pub struct Standing {
    /// The role's name.
    #[diesel(sql_type = Text)]
    pub role: String,
    /// Each begins with a verb: "owns tables". Empty: the second line of defence stands.
    #[diesel(sql_type = Array<Text>)]
    pub excess: Vec<String>,
    /// Tables it can neither read nor write as it must.
    #[diesel(sql_type = Array<Text>)]
    pub lacking: Vec<String>,
}

impl Standing {
    /// The standing of the role behind an address, as Postgres sees it: no setting of ours is believed.
    pub async fn of(application_url: &str) -> Result<Self, RoleError> {
        Ok(sql_query(STANDING).get_result(&mut open(application_url).await?).await?)
    }
}

const STANDING: &str = "
select current_user::text as role,
       array(select words from (values
           (1, me.rolsuper, 'is a superuser'),
           (2, me.rolcreaterole or me.rolcreatedb or me.rolreplication or me.rolbypassrls,
               'may make roles or databases, copy the whole server or pass by its rules'),
           (3, exists (select from pg_class where relnamespace = 'public'::regnamespace
                          and pg_has_role(relowner, 'member')), 'owns tables'),
           (4, has_schema_privilege('public', 'create')
               or has_database_privilege(current_database(), 'create, temporary'), 'may make tables'),
           (5, has_table_privilege(to_regclass('public.audit')::oid, 'update, delete, truncate, trigger'),
               'may change the audit'),
           (6, has_table_privilege(to_regclass('public.__diesel_schema_migrations')::oid, 'insert, update, delete'),
               'may change the list of migrations'),
           (7, pg_has_role('pg_read_server_files', 'member') or pg_has_role('pg_write_server_files', 'member')
               or pg_has_role('pg_execute_server_program', 'member'), 'may reach the server''s files and programs'),
           (8, current_setting('statement_timeout') = '0' or current_setting('lock_timeout') = '0'
               or current_setting('idle_in_transaction_session_timeout') = '0', 'may take as long as it likes')
       ) as fault (place, is_so, words) where is_so and (place = 1 or not me.rolsuper) order by place) as excess,
       array(select relname::text from pg_class
              where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and not has_table_privilege(oid, 'select') order by relname) as lacking
  from pg_roles me where me.rolname = current_user";

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Bool)]
    is_view: bool,
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

async fn open(url: &str) -> Result<AsyncPgConnection, ConnectError> {
    Server::parse(url, "signpost roles")?.connect().await.map_err(ConnectError::Unreachable)
}

async fn text(expression: &str, conn: &mut AsyncPgConnection) -> Result<String, RoleError> {
    Ok(sql_query(format!("select {expression} as value")).get_result::<Value>(conn).await?.value)
}

/// The role behind a connection, quoted as statements need it.
async fn who(conn: &mut AsyncPgConnection) -> Result<String, RoleError> {
    text("quote_ident(current_user)", conn).await
}
