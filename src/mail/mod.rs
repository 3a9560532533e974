//! Letters to people.
pub mod carrier;
pub struct Mailer;
impl Mailer {
    pub fn open(_: Option<&str>, _: &std::path::Path, _: Option<String>) -> anyhow::Result<Self> {
        Ok(Self)
    }
}
impl std::fmt::Display for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("nowhere")
    }
}
