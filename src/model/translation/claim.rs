//! Figures in the reader's language, with their sources and small print.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    language::Language,
    model::{
        claim::{Claim, Told},
        error::Result,
        id::RevisionId,
    },
    schema::{claim_translation, disclaimer_translation, source_translation},
};

type Words = (RevisionId, String, Option<String>, String, String, Option<String>);

impl Claim {
    /// These claims in the reader's language, where they are translated. Three queries; none in English.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell(mut claims: Vec<Self>, language: Language, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        if language == Language::English || claims.is_empty() {
            return Ok(claims);
        }
        let ids: Vec<RevisionId> = claims.iter().map(|claim| claim.id).collect();
        let words: Vec<Words> = claim_translation::table
            .filter(claim_translation::revision_id.eq_any(ids))
            .filter(claim_translation::locale.eq(language.code()))
            .select((
                claim_translation::revision_id,
                claim_translation::label,
                claim_translation::text,
                claim_translation::population,
                claim_translation::area,
                claim_translation::note,
            ))
            .load(conn)
            .await?;
        let mut words: HashMap<RevisionId, Words> = words.into_iter().map(|words| (words.0, words)).collect();
        let small_print: Vec<(String, String)> = disclaimer_translation::table
            .filter(disclaimer_translation::locale.eq(language.code()))
            .select((disclaimer_translation::disclaimer, disclaimer_translation::text))
            .load(conn)
            .await?;
        let small_print: HashMap<String, String> = small_print.into_iter().collect();
        let sources: Vec<(String, String, String, Option<String>)> = source_translation::table
            .filter(source_translation::locale.eq(language.code()))
            .select((
                source_translation::source,
                source_translation::title,
                source_translation::publisher,
                source_translation::licence,
            ))
            .load(conn)
            .await?;
        for claim in &mut claims {
            let small = claim.statement.disclaimer_key.as_ref().and_then(|key| small_print.get(key));
            if let Some(small) = small {
                claim.disclaimer = Some(small.clone());
            }
            if let Some((_, title, publisher, licence)) = sources.iter().find(|(key, ..)| *key == claim.source.key) {
                claim.source.title.clone_from(title);
                claim.source.publisher.clone_from(publisher);
                claim.source.licence.clone_from(licence);
            }
        }
        let told = |claim: Self| match words.remove(&claim.id) {
            Some((_, label, text, population, area, note)) => {
                claim.told_as(Told { language, label, text, population, area, note })
            }
            None => claim,
        };
        Ok(claims.into_iter().map(told).collect())
    }
}
