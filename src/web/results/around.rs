//! What stands around a result and is the same for every student who reads: the programs it was held against, what must be
//! said of programs now, and the comparison's figures. Read once, until some of the content changes.

use std::sync::Arc;

use actix_web::HttpRequest;

use crate::{
    language::Language,
    model::{claim::Claim, id::CatalogId, offer::Offer, program::Notices},
    web::{error::Error, guard::Conn, shelf::Shelf, state},
};

pub(super) struct Around {
    /// The programs of the version that the result was held against.
    pub offer: Option<Offer>,
    /// What must be said of programs now.
    pub notices: Notices,
    /// The figures of the comparison.
    pub compared: Vec<Claim>,
}

impl Around {
    pub async fn of(
        catalog: Option<CatalogId>,
        language: Language,
        req: &HttpRequest,
        conn: &mut Conn,
    ) -> Result<Arc<Self>, Error> {
        let key = format!("{} {}", language.code(), catalog.map(|id| id.to_string()).unwrap_or_default());
        Shelf::kept(state::shared(req), key, conn, async |conn| {
            let offer = match catalog {
                Some(catalog) => Offer::of_catalog_in(language, catalog, conn).await?,
                None => None,
            };
            let notices = Notices::in_force_in(language, conn).await?;
            let compared = Claim::tell(Claim::compared(conn).await?, language, conn).await?;
            Ok(Self { offer, notices, compared })
        })
        .await
    }
}
