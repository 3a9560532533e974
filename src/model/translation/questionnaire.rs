//! A version of the questionnaire in the reader's language: all its words or none, since questions in two languages would
//! not measure one thing.

use std::{
    collections::{BTreeMap, HashMap},
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
    Ok(SheetWords::of(id, language, conn).await?.put_into(sheet))
}

/// What a version says in another language; words that are not written yet are not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetWords {
    /// The words that every item completes; empty: not written.
    pub stem: String,
    /// The words of the choices, by their place, from 1.
    pub labels: BTreeMap<i16, String>,
    /// What the two ends of each dimension are about, by its code.
    pub poles: BTreeMap<String, (String, String)>,
    /// The items, by name.
    pub texts: BTreeMap<String, String>,
}

impl SheetWords {
    /// What is written for a version.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(id: QuestionnaireId, language: Language, conn: &mut AsyncPgConnection) -> Result<Self> {
        let stem: Option<String> = questionnaire_translation::table
            .find((id, language.code()))
            .select(questionnaire_translation::stem)
            .first(conn)
            .await
            .optional()?;
        let labels: Vec<(i16, String)> = anchor_translation::table
            .filter(anchor_translation::questionnaire_id.eq(id).and(anchor_translation::locale.eq(language.code())))
            .select((anchor_translation::position, anchor_translation::label))
            .load(conn)
            .await?;
        let poles: Vec<(String, String, String)> = dimension_translation::table
            .filter(
                dimension_translation::questionnaire_id.eq(id).and(dimension_translation::locale.eq(language.code())),
            )
            .select((dimension_translation::code, dimension_translation::hi_pole, dimension_translation::him_pole))
            .load(conn)
            .await?;
        let texts: Vec<(String, String)> = item_translation::table
            .filter(item_translation::questionnaire_id.eq(id).and(item_translation::locale.eq(language.code())))
            .select((item_translation::name, item_translation::text))
            .load(conn)
            .await?;
        Ok(Self {
            stem: stem.unwrap_or_default(),
            labels: labels.into_iter().collect(),
            poles: poles.into_iter().map(|(code, hi, him)| (code, (hi, him))).collect(),
            texts: texts.into_iter().collect(),
        })
    }

    /// Writes them beside a draft that has none in this language. Part of a transaction.
    ///
    /// # Errors
    /// When the database fails.
    pub(in crate::model) async fn write(
        &self,
        id: QuestionnaireId,
        language: Language,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let locale = language.code();
        if !self.stem.is_empty() {
            let table = questionnaire_translation::table;
            let key =
                (questionnaire_translation::questionnaire_id.eq(id), questionnaire_translation::locale.eq(locale));
            let stem = questionnaire_translation::stem.eq(&self.stem);
            diesel::insert_into(table).values((key, stem)).execute(conn).await?;
        }
        let labels = self.labels.iter().map(|(position, label)| {
            (
                (anchor_translation::questionnaire_id.eq(id), anchor_translation::locale.eq(locale)),
                (anchor_translation::position.eq(*position), anchor_translation::label.eq(label)),
            )
        });
        diesel::insert_into(anchor_translation::table).values(labels.collect::<Vec<_>>()).execute(conn).await?;
        let poles = self.poles.iter().map(|(code, (hi, him))| {
            (
                (dimension_translation::questionnaire_id.eq(id), dimension_translation::locale.eq(locale)),
                (dimension_translation::code.eq(code), dimension_translation::hi_pole.eq(hi)),
                dimension_translation::him_pole.eq(him),
            )
        });
        diesel::insert_into(dimension_translation::table).values(poles.collect::<Vec<_>>()).execute(conn).await?;
        let texts = self.texts.iter().map(|(name, text)| {
            (
                (item_translation::questionnaire_id.eq(id), item_translation::locale.eq(locale)),
                (item_translation::name.eq(name), item_translation::text.eq(text)),
            )
        });
        diesel::insert_into(item_translation::table).values(texts.collect::<Vec<_>>()).execute(conn).await?;
        Ok(())
    }

    /// The sheet with these words in it; nothing when one is missing.
    #[must_use]
    pub fn put_into(&self, sheet: &Sheet) -> Option<Sheet> {
        let mut told = sheet.clone();
        told.stem = Some(&self.stem).filter(|stem| !stem.is_empty())?.clone();
        for (place, anchor) in (1_i16..).zip(&mut told.anchors) {
            anchor.label.clone_from(self.labels.get(&place)?);
        }
        for dimension in &mut told.dimensions {
            let (hi, him) = self.poles.get(&dimension.code)?;
            dimension.hi_pole.clone_from(hi);
            dimension.him_pole.clone_from(him);
        }
        for item in &mut told.items {
            item.text.clone_from(self.texts.get(&item.name)?);
        }
        Some(told)
    }

    /// Which words stand beside other English words than those they were written for: the English changed since the version
    /// before, and they did not. What editors call each, and the part it is asked in; nothing: on the page of the scoring.
    #[must_use]
    pub fn unread(&self, sheet: &Sheet, before: &Self, sheet_before: &Sheet) -> Vec<(String, Option<i16>)> {
        let mut found = Vec::new();
        let mut look = |moved: bool, now: Option<&str>, old: Option<&str>, name: String, part| {
            if moved && now == old && now.is_some_and(|now| !now.is_empty()) {
                found.push((name, part));
            }
        };
        let moved = sheet.stem != sheet_before.stem;
        look(moved, Some(&self.stem), Some(&before.stem), "The words every question completes".to_owned(), None);
        for (place, (now, old)) in (1_i16..).zip(sheet.anchors.iter().zip(&sheet_before.anchors)) {
            let told = |words: &'_ Self| words.labels.get(&place).cloned();
            let (new_words, old_words) = (told(self), told(before));
            let name = format!("The choice \u{201c}{}\u{201d}", now.label);
            look(now.label != old.label, new_words.as_deref(), old_words.as_deref(), name, None);
        }
        for now in &sheet.dimensions {
            let Some(old) = sheet_before.dimension(&now.code) else { continue };
            let (new_words, old_words) = (self.poles.get(&now.code), before.poles.get(&now.code));
            let hi = |words: Option<&(String, String)>| words.map(|(hi, _)| hi.clone());
            let him = |words: Option<&(String, String)>| words.map(|(_, him)| him.clone());
            let name = format!("What {} is about", now.code);
            look(now.hi_pole != old.hi_pole, hi(new_words).as_deref(), hi(old_words).as_deref(), name.clone(), None);
            look(now.him_pole != old.him_pole, him(new_words).as_deref(), him(old_words).as_deref(), name, None);
        }
        for now in sheet.in_order() {
            let Some(old) = sheet_before.item(&now.name) else { continue };
            let told = |words: &'_ Self| words.texts.get(&now.name).cloned();
            let name = format!("Question {}: \u{201c}{}\u{201d}", now.position, now.text);
            look(now.text != old.text, told(self).as_deref(), told(before).as_deref(), name, Some(now.part));
        }
        found
    }

    /// How many of a sheet's words are not written.
    #[must_use]
    pub fn missing(&self, sheet: &Sheet) -> usize {
        let labels = (1_i16..).zip(&sheet.anchors).filter(|(place, _)| !self.labels.contains_key(place)).count();
        let poles = sheet.dimensions.iter().filter(|one| !self.poles.contains_key(&one.code)).count();
        let texts = sheet.items.iter().filter(|item| !self.texts.contains_key(&item.name)).count();
        usize::from(self.stem.is_empty()) + labels + poles + texts
    }
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

    fn words(sheet: &Sheet) -> SheetWords {
        SheetWords {
            stem: "¿Qué tal…".to_owned(),
            labels: (1..).zip(&sheet.anchors).map(|(place, _)| (place, format!("L{place}"))).collect(),
            poles: sheet.dimensions.iter().map(|one| (one.code.clone(), ("A".to_owned(), "B".to_owned()))).collect(),
            texts: sheet.items.iter().map(|one| (one.name.clone(), format!("T {}", one.name))).collect(),
        }
    }

    #[test]
    fn words_that_the_english_left_behind_are_named() {
        let (before, mut sheet) = (sheet(), sheet());
        let (old, mut now) = (words(&before), words(&before));
        assert!(now.unread(&sheet, &old, &before).is_empty());
        sheet.stem = "Would you".to_owned();
        sheet.items[1].text = "Sing.".to_owned();
        sheet.items[2].text = "Dance.".to_owned();
        sheet.dimensions[0].hi_pole = "Another".to_owned();
        sheet.anchors[0].label = "Never".to_owned();
        now.texts.insert(sheet.items[2].name.clone(), "Bailar".to_owned());
        let found = now.unread(&sheet, &old, &before);
        let told: Vec<_> = found.iter().map(|(name, part)| (name.as_str(), *part)).collect();
        let pole = format!("What {} is about", sheet.dimensions[0].code);
        let song = ("Question 2: “Sing.”", Some(1));
        assert_eq!(
            told,
            [("The words every question completes", None), ("The choice “Never”", None), (pole.as_str(), None), song]
        );
    }

    #[test]
    fn a_questionnaire_is_told_whole_or_not_at_all() {
        let sheet = sheet();
        let whole = words(&sheet);
        let told = whole.put_into(&sheet).expect("nothing is missing");
        assert_eq!((told.stem.as_str(), told.anchors[1].label.as_str()), ("¿Qué tal…", "L2"));
        assert_eq!((told.items[3].text.as_str(), told.items[3].key), ("T q04", sheet.items[3].key));
        assert_eq!(whole.missing(&sheet), 0);
        let lacking: [fn(&mut SheetWords); 4] = [
            |words| words.stem.clear(),
            |words| drop(words.labels.remove(&1)),
            |words| drop(words.poles.remove("LEAD")),
            |words| drop(words.texts.remove("q24")),
        ];
        for lack in lacking {
            let mut words = whole.clone();
            lack(&mut words);
            assert!(words.put_into(&sheet).is_none());
            assert_eq!(words.missing(&sheet), 1);
        }
    }
}
