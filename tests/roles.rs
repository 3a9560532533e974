//! The second line of defence: whoever got hold of the application's connection is refused by the database itself.

use diesel::{QueryableByName, sql_query, sql_types::Bool, sql_types::Text};
use diesel_async::{RunQueryDsl as _, SimpleAsyncConnection as _};
use signpost::db::{
    migrations,
    roles::{self, Standing},
};

use crate::support::{Portal, cluster};

/// What the application's role must not do, and a word of the refusal.
const FORBIDDEN: &[(&str, &str)] = &[
    ("create table public.mine (a int)", "permission denied"),
    ("create temporary table mine (a int)", "permission denied"),
    ("create view public.mine as select 1", "permission denied"),
    ("create function public.mine() returns int language sql as 'select 1'", "permission denied"),
    ("create schema mine", "permission denied"),
    ("create extension dblink", "permission denied"),
    ("alter table note add column mine int", "must be owner"),
    ("alter table note alter column body drop not null", "must be owner"),
    ("drop table note", "must be owner"),
    ("truncate note", "permission denied"),
    ("drop index audit_at", "must be owner"),
    ("create index on note (body)", "must be owner"),
    ("create trigger mine before insert on note execute function refuse_change()", "permission denied"),
    (
        "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
        "permission denied",
    ),
    ("drop trigger audit_stands on audit", "must be owner"),
    ("alter table audit disable trigger all", "must be owner"),
    ("alter table audit owner to current_user", "must be owner"),
    ("update audit set actor_id = null", "permission denied"),
    ("delete from audit", "permission denied"),
    ("truncate audit", "permission denied"),
    ("select * from audit for update", "permission denied"),
    (
        "insert into audit (id, action, subject) select id, action, subject from audit on conflict (id) do update set action = ''",
        "permission denied",
    ),
    ("update result set points = 0", "permission denied"),
    ("update advice set words = ''", "permission denied"),
    ("update __diesel_schema_migrations set run_on = now()", "permission denied"),
    ("delete from __diesel_schema_migrations", "permission denied"),
    ("insert into __diesel_schema_migrations (version) values ('99999999999999')", "permission denied"),
    ("set session_replication_role = replica", "permission denied"),
    ("set role signpost", "permission denied"),
    ("set session authorization signpost", "permission denied"),
    ("create role mine", "permission denied"),
    ("alter role signpost_app superuser", "must be superuser"),
    ("alter role signpost_app createrole", "permission denied"),
    ("alter role signpost set statement_timeout = 0", "must be superuser"),
    ("grant signpost to signpost_app", "must be superuser"),
    ("grant pg_write_all_data to signpost_app", "must have admin option"),
    ("create database mine", "permission denied"),
    ("alter system set log_statement = 'all'", "permission denied"),
    ("select rolpassword from pg_authid", "permission denied"),
    ("select passwd from pg_shadow", "permission denied"),
    ("copy note to program 'cat'", "must be superuser"),
    ("copy note to '/tmp/notes'", "must be superuser"),
    ("select pg_read_file('/etc/passwd')", "permission denied"),
    ("select pg_ls_dir('.')", "permission denied"),
    ("select lo_import('/etc/passwd')", "permission denied"),
    ("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'signpost'", "must be a superuser"),
    ("alter default privileges for role signpost grant all on tables to signpost_app", "must be member"),
    // Postgres only warns that nothing was granted.
    ("grant update on audit to signpost_app; update audit set subject_id = null", "permission denied"),
    ("do $$ begin execute 'update audit set subject_id = null'; end $$", "permission denied"),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_the_application_what_only_its_owner_may() {
    let portal = Portal::open().await;
    let mut application = cluster::connect(&portal.application_url()).await;
    let mut allowed = Vec::new();
    for (statement, words) in FORBIDDEN {
        match application.batch_execute(statement).await {
            Ok(()) => allowed.push(format!("{statement}: done")),
            Err(error) if !error.to_string().contains(words) => allowed.push(format!("{statement}: {error}")),
            Err(_) => {}
        }
    }
    assert!(allowed.is_empty(), "{}", allowed.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn even_the_owner_changes_the_audit_only_after_taking_its_guard_away() {
    let portal = Portal::open().await;
    let mut owner = portal.database().await;
    for statement in ["update audit set subject = ''", "delete from audit", "truncate audit"] {
        let error = owner.batch_execute(statement).await.unwrap_err().to_string();
        assert!(error.contains("audit rows do not change"), "{statement}: {error}");
    }
}

#[derive(QueryableByName)]
struct Setting {
    #[diesel(sql_type = Text)]
    value: String,
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Bool)]
    may_read: bool,
    #[diesel(sql_type = Bool)]
    may_add: bool,
}

#[tokio::test(flavor = "multi_thread")]
async fn the_application_has_its_limits_from_its_role() {
    let portal = Portal::open().await;
    let mut application = cluster::connect(&portal.application_url()).await;
    for (name, value) in
        [("statement_timeout", "5s"), ("lock_timeout", "2s"), ("idle_in_transaction_session_timeout", "10s")]
    {
        let query = sql_query(format!("select current_setting('{name}') as value"));
        assert_eq!(query.get_result::<Setting>(&mut application).await.unwrap().value, value, "{name}");
    }
    let standing = Standing::of(&portal.application_url()).await.unwrap();
    assert!(standing.excess.is_empty() && standing.lacking.is_empty(), "{:?} {:?}", standing.excess, standing.lacking);
    let owner = Standing::of(portal.database_url()).await.unwrap();
    assert_eq!(owner.excess, ["is a superuser"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_application_reads_and_writes_every_table_and_reads_those_to_come() {
    let portal = Portal::open().await;
    portal.tell("create table to_come (id uuid primary key)").await;
    let mut application = cluster::connect(&portal.application_url()).await;
    let tables = sql_query(
        "select relname::text as name, has_table_privilege(oid, 'select') as may_read,
                has_table_privilege(oid, 'insert') as may_add
           from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    let tables = tables.load::<Table>(&mut application).await.unwrap();
    assert!(tables.len() > 30 && tables.iter().any(|table| table.name == "to_come"));
    for Table { name, may_read, may_add } in tables {
        assert!(may_read, "{name}");
        assert_eq!(may_add, roles::is_known(&name) && name != "__diesel_schema_migrations", "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_thought_about_every_table_and_an_unknown_one_is_only_read() {
    let portal = Portal::open().await;
    let tables = portal.texts(
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
    );
    let unknown: Vec<_> = tables.await.into_iter().filter(|table| !roles::is_known(table)).collect();
    assert!(unknown.is_empty(), "say in src/db/roles.rs what the application does with these: {unknown:?}");
    portal.tell("create table fresh (a int); insert into fresh values (1)").await;
    let mut conn = cluster::connect(&portal.application_url()).await;
    sql_query("select a from fresh").execute(&mut conn).await.unwrap();
    let refused = conn.batch_execute("delete from fresh").await.unwrap_err();
    assert!(refused.to_string().contains("permission denied"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_gives_the_rights_anew_after_each_migration_and_takes_back_what_is_too_much() {
    let portal = Portal::open().await;
    let application = portal.application_url();
    portal
        .tell("grant update, delete, truncate on audit to signpost_app; grant create on schema public to public")
        .await;
    portal.tell("revoke all on note from signpost_app").await;
    let before = Standing::of(&application).await.unwrap();
    assert_eq!(before.excess, ["may make tables", "may change the audit"]);
    assert_eq!(before.lacking, ["note"]);
    for _ in 0..2 {
        roles::give(portal.database_url(), &application).await.unwrap();
        let after = Standing::of(&application).await.unwrap();
        assert!(after.excess.is_empty() && after.lacking.is_empty(), "{:?} {:?}", after.excess, after.lacking);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_application_runs_no_migration() {
    let portal = Portal::open().await;
    assert_eq!(migrations::run(&portal.application_url()).await.unwrap(), 0);
    portal.tell("delete from __diesel_schema_migrations where version = (select max(version) from __diesel_schema_migrations)").await;
    let refused = migrations::run(&portal.application_url()).await.unwrap_err().to_string();
    assert!(refused.contains("1 migrations are pending") && refused.contains("DATABASE_OWNER_URL"), "{refused}");
}

/// As a school sets it up by hand: the owner is no superuser, and the application's role has a name of its own.
#[tokio::test(flavor = "multi_thread")]
async fn an_owner_without_other_powers_is_enough() {
    let portal = Portal::open().await;
    // Roles and databases are the whole server's: names that no other test has.
    let id = std::process::id();
    portal.tell(&format!("create role owner_{id} login; create role \"The Portal {id}\" login")).await;
    portal.tell(&format!("create database plain_{id} owner owner_{id}")).await;
    let at = |role: &str| portal.database_url().replacen("://signpost@", &format!("://{role}@"), 1);
    let plain = |url: String| format!("{}/plain_{id}", url.rsplit_once('/').unwrap().0);
    let (owner, application) = (plain(at(&format!("owner_{id}"))), plain(at(&format!("The%20Portal%20{id}"))));
    let refused = migrations::run(&application).await.unwrap_err().to_string();
    assert!(refused.contains("may not run them"), "{refused}");
    assert!(migrations::run(&owner).await.unwrap() > 20);
    roles::give(&owner, &application).await.unwrap();
    let standing = Standing::of(&application).await.unwrap();
    assert!(standing.excess.is_empty() && standing.lacking.is_empty(), "{:?} {:?}", standing.excess, standing.lacking);
    signpost::seed::defaults(&application).await.unwrap();
}
