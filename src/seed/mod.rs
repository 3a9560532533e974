//! The demo school and the default content.
pub mod content;

use crate::{
    config::Config,
    model::{email::Email, password::Password, person::FullName},
};
pub async fn defaults(url: &str) -> anyhow::Result<()> {
    content::install(&mut open(url).await?).await
}
pub async fn demo(url: &str, _: &Config, _: bool) -> anyhow::Result<bool> {
    content::publish(&mut open(url).await?).await?;
    Ok(true)
}
async fn open(url: &str) -> anyhow::Result<diesel_async::AsyncPgConnection> {
    Ok(crate::db::Server::parse(url, "signpost seed")?.connect().await?)
}
pub async fn demo_accounts(_: &str, _: &Config) -> anyhow::Result<Vec<String>> {
    Ok(vec![])
}
pub async fn create_admin(_: &str, _: &FullName, _: &Email, _: Password) -> anyhow::Result<()> {
    Ok(())
}
