//! A version of the questionnaire in the reader's language: all its words or none, since questions in two languages would
//! not measure one thing.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, RwLock},
};

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    language::Language,
    model::{
        attempt::Attempt,
        error::Result,
        id::QuestionnaireId,
        questionnaire::{Version, sheet::Sheet},
        result::StoredResult,
    },
    schema::{anchor_translation, dimension_translation, item_translation, questionnaire_translation},
};

/// Translations once read. They never change, as their versions do not; one that is not complete yet is not kept.
static KNOWN: LazyLock<RwLock<Known>> = LazyLock::new(RwLock::default);

type Known = HashMap<(QuestionnaireId, Language), Arc<Version>>;

impl Version {
    /// The same version in the reader's language; in English while a word is missing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn told(self: &Arc<Self>, language: Language, conn: &mut AsyncPgConnection) -> Result<Arc<Self>> {
        if language == self.language {
            return Ok(self.clone());
        }
        let known = KNOWN.read().ok().and_then(|known| known.get(&(self.id, language)).cloned());
        if let Some(told) = known {
            return Ok(told);
        }
        let Some(sheet) = translated(self.id, &self.sheet, language, conn).await? else { return Ok(self.clone()) };
        let told = Arc::new(Self { id: self.id, number: self.number, language, sheet });
        if let Ok(mut known) = KNOWN.write() {
            known.insert((self.id, language), told.clone());
        }
        Ok(told)
    }
}

async fn translated(
    id: QuestionnaireId,
    sheet: &Sheet,
    language: Language,
    conn: &mut AsyncPgConnection,
) -> Result<Option<Sheet>> {
    let stem: Option<String> = questionnaire_translation::table
        .find((id, language.code()))
        .select(questionnaire_translation::stem)
        .first(conn)
        .await
        .optional()?;
    let Some(stem) = stem else { return Ok(None) };
    let labels: Vec<(i16, String)> = anchor_translation::table
        .filter(anchor_translation::questionnaire_id.eq(id).and(anchor_translation::locale.eq(language.code())))
        .order(anchor_translation::position)
        .select((anchor_translation::position, anchor_translation::label))
        .load(conn)
        .await?;
    let poles: Vec<(String, String, String)> = dimension_translation::table
        .filter(dimension_translation::questionnaire_id.eq(id).and(dimension_translation::locale.eq(language.code())))
        .select((dimension_translation::code, dimension_translation::hi_pole, dimension_translation::him_pole))
        .load(conn)
        .await?;
    let texts: Vec<(String, String)> = item_translation::table
        .filter(item_translation::questionnaire_id.eq(id).and(item_translation::locale.eq(language.code())))
        .select((item_translation::name, item_translation::text))
        .load(conn)
        .await?;
    Ok(put_into(sheet, stem, labels, poles, texts))
}

/// The sheet with these words in it; nothing when one is missing.
fn put_into(
    sheet: &Sheet,
    stem: String,
    labels: Vec<(i16, String)>,
    poles: Vec<(String, String, String)>,
    texts: Vec<(String, String)>,
) -> Option<Sheet> {
    let (mut told, mut texts): (Sheet, HashMap<_, _>) = (sheet.clone(), texts.into_iter().collect());
    told.stem = stem;
    // Both are in the order in which the choices are offered.
    if labels.len() != told.anchors.len() {
        return None;
    }
    for (anchor, (_, label)) in told.anchors.iter_mut().zip(labels) {
        anchor.label = label;
    }
    for dimension in &mut told.dimensions {
        let (_, hi, him) = poles.iter().find(|(code, ..)| *code == dimension.code)?;
        dimension.hi_pole.clone_from(hi);
        dimension.him_pole.clone_from(him);
    }
    for item in &mut told.items {
        item.text = texts.remove(&item.name)?;
    }
    Some(told)
}

impl Attempt {
    /// The same attempt with its questions in the reader's language.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn told(mut self, language: Language, conn: &mut AsyncPgConnection) -> Result<Self> {
        self.version = self.version.told(language, conn).await?;
        Ok(self)
    }
}

impl StoredResult {
    /// The same result with the words of its own version in the reader's language.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn told(mut self, language: Language, conn: &mut AsyncPgConnection) -> Result<Self> {
        self.version = self.version.told(language, conn).await?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::worked::sheet;

    #[test]
    fn a_questionnaire_is_told_whole_or_not_at_all() {
        let sheet = sheet();
        let labels: Vec<_> = (1..).zip(&sheet.anchors).map(|(place, _)| (place, format!("L{place}"))).collect();
        let poles: Vec<_> =
            sheet.dimensions.iter().map(|one| (one.code.clone(), "A".to_owned(), "B".to_owned())).collect();
        let texts: Vec<_> = sheet.items.iter().map(|one| (one.name.clone(), format!("T {}", one.name))).collect();
        let told = |labels: &[_], poles: &[_], texts: &[_]| {
            put_into(&sheet, "¿Qué tal…".to_owned(), labels.to_vec(), poles.to_vec(), texts.to_vec())
        };
        let whole = told(&labels, &poles, &texts).expect("nothing is missing");
        assert_eq!((whole.stem.as_str(), whole.anchors[1].label.as_str()), ("¿Qué tal…", "L2"));
        assert_eq!((whole.items[3].text.as_str(), whole.items[3].key), ("T q04", sheet.items[3].key));
        assert!(told(&labels[1..], &poles, &texts).is_none());
        assert!(told(&labels, &poles[1..], &texts).is_none());
        assert!(told(&labels, &poles, &texts[1..]).is_none());
    }
}
