//! stub
use std::sync::Arc;
pub struct Office {
    pub pool: crate::db::Pool,
    pub mailer: super::Mailer,
    pub secret: crate::model::secret::Secret,
    pub bell: Arc<tokio::sync::Notify>,
    pub base: String,
    pub from: String,
}
pub async fn run(_: Office, mut stopped: tokio::sync::watch::Receiver<bool>) {
    let _ = stopped.changed().await;
}
