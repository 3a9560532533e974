//! The demo school and the default content.
use crate::{
    config::Config,
    model::{email::Email, password::Password, person::FullName},
};
pub async fn defaults(_: &str) -> anyhow::Result<()> {
    Ok(())
}
pub async fn demo(_: &str, _: &Config, _: bool) -> anyhow::Result<bool> {
    Ok(true)
}
pub async fn demo_accounts(_: &str, _: &Config) -> anyhow::Result<Vec<String>> {
    Ok(vec![])
}
pub async fn create_admin(_: &str, _: &FullName, _: &Email, _: Password) -> anyhow::Result<()> {
    Ok(())
}
