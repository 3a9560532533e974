//! A text as its readers would see it, with the state of each figure in it.

use std::collections::HashMap;

use diesel_async::AsyncPgConnection;
use jiff::civil::Date;

use crate::{
    model::{
        claim::Claim,
        page::{Section, sections},
        page_revision::keys,
    },
    web::error::Error,
};

/// A text, rendered.
pub struct Preview {
    /// Its sections.
    pub sections: Vec<Section>,
    /// The figures that readers would see, by key.
    pub known: HashMap<String, Claim>,
    /// Every figure it names, in order; without one when there is none of that name.
    pub figures: Vec<(String, Option<Claim>)>,
}

impl Preview {
    /// A text with the figures of this moment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(body: &str, today: Date, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        let keys = keys(body);
        let named = Claim::newest_of(&keys, conn).await?;
        let known: HashMap<String, Claim> =
            Claim::live(&keys, conn).await?.into_iter().map(|claim| (claim.key.clone(), claim)).collect();
        let find = |key: &String| known.get(key).or_else(|| named.iter().find(|claim| claim.key == *key)).cloned();
        let figures = keys.iter().map(|key| (key.clone(), find(key))).collect();
        let known = known.into_iter().filter(|(_, claim)| !claim.is_expired(today)).collect();
        Ok(Self { sections: sections(body), known, figures })
    }
}
