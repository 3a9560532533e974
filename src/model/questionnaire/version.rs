//! Versions as they stand in the database: draft, published (immutable), retired. A version that was ever published is
//! kept in the process once read, since it never changes.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, RwLock},
};

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    dimension::Dimension,
    item::{Item, Key},
    sheet::{Anchor, Sheet, Thresholds},
};
use crate::{
    language::Language,
    model::{
        error::{Error, Result},
        id::QuestionnaireId,
    },
    schema::{anchor, dimension, item, questionnaire},
};

/// One version with its content.
#[derive(Clone)]
pub struct Version {
    /// Which.
    pub id: QuestionnaireId,
    /// Its number, as people say it.
    pub number: i32,
    /// The language its words are in.
    pub language: Language,
    /// Its items, dimensions and thresholds.
    pub sheet: Sheet,
}

static KNOWN: LazyLock<RwLock<HashMap<QuestionnaireId, Arc<Version>>>> = LazyLock::new(RwLock::default);

impl Version {
    /// The version new attempts are made on; none before the school has published one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn published(conn: &mut AsyncPgConnection) -> Result<Option<Arc<Self>>> {
        let id: Option<QuestionnaireId> = questionnaire::table
            .filter(questionnaire::status.eq("published"))
            .select(questionnaire::id)
            .first(conn)
            .await
            .optional()?;
        match id {
            Some(id) => Ok(Some(Self::with_id(id, conn).await?)),
            None => Ok(None),
        }
    }

    /// A version that is or was published: what attempts and results are made of. A draft is not found.
    ///
    /// # Errors
    /// [`Error::NotFound`], or when the database fails.
    pub async fn with_id(id: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<Arc<Self>> {
        let known = KNOWN.read().ok().and_then(|known| known.get(&id).cloned());
        if let Some(version) = known {
            return Ok(version);
        }
        let version = Arc::new(Self::read(id, conn).await?);
        if let Ok(mut known) = KNOWN.write() {
            known.insert(id, version.clone());
        }
        Ok(version)
    }

    async fn read(id: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let head: Head = questionnaire::table
            .find(id)
            .filter(questionnaire::status.ne("draft"))
            .select(Head::as_select())
            .first(conn)
            .await?;
        let anchors = anchor::table
            .filter(anchor::questionnaire_id.eq(id))
            .order(anchor::position)
            .select((anchor::value, anchor::label))
            .load::<(Option<i16>, String)>(conn)
            .await?;
        let dimensions = dimension::table
            .filter(dimension::questionnaire_id.eq(id))
            .order(dimension::position)
            .select(DimensionRow::as_select())
            .load(conn)
            .await?;
        let items = item::table
            .filter(item::questionnaire_id.eq(id))
            .order(item::position)
            .select(ItemRow::as_select())
            .load(conn)
            .await?;
        Ok(Self {
            id,
            number: head.number,
            language: Language::English,
            sheet: Sheet {
                scoring: head.scoring,
                stem: head.stem,
                anchors: anchors
                    .into_iter()
                    .map(|(value, label)| Anchor { value: value.and_then(|value| i8::try_from(value).ok()), label })
                    .collect(),
                thresholds: Thresholds {
                    lean: head.lean,
                    clear: head.clear,
                    min_answered: head.min_answered,
                    low_variation_same: head.low_variation_same,
                    many_unsure: head.many_unsure,
                },
                dimensions: dimensions.into_iter().map(Dimension::from).collect(),
                items: items.into_iter().map(Item::from).collect(),
            },
        })
    }

    /// Puts a new draft into the database.
    ///
    /// # Errors
    /// When the number is taken or the database fails.
    pub async fn draft(number: i32, sheet: &Sheet, conn: &mut AsyncPgConnection) -> Result<QuestionnaireId> {
        let id = QuestionnaireId::new();
        conn.transaction(async |conn| {
            let limits = &sheet.thresholds;
            diesel::insert_into(questionnaire::table)
                .values((
                    (questionnaire::id.eq(id), questionnaire::number.eq(number), questionnaire::status.eq("draft")),
                    (questionnaire::scoring.eq(&sheet.scoring), questionnaire::stem.eq(&sheet.stem)),
                    (questionnaire::lean.eq(limits.lean), questionnaire::clear.eq(limits.clear)),
                    questionnaire::min_answered.eq(limits.min_answered),
                    questionnaire::low_variation_same.eq(limits.low_variation_same),
                    questionnaire::many_unsure.eq(limits.many_unsure),
                ))
                .execute(conn)
                .await?;
            let anchors: Vec<_> = (1_i16..)
                .zip(&sheet.anchors)
                .map(|(position, words)| {
                    (
                        anchor::questionnaire_id.eq(id),
                        anchor::position.eq(position),
                        anchor::value.eq(words.value.map(i16::from)),
                        anchor::label.eq(&words.label),
                    )
                })
                .collect();
            diesel::insert_into(anchor::table).values(anchors).execute(conn).await?;
            let dimensions: Vec<_> = sheet.dimensions.iter().map(|one| DimensionRow::of(id, one)).collect();
            diesel::insert_into(dimension::table).values(dimensions).execute(conn).await?;
            let items: Vec<_> = sheet.items.iter().map(|one| ItemRow::of(id, one)).collect();
            diesel::insert_into(item::table).values(items).execute(conn).await?;
            Ok::<_, Error>(id)
        })
        .await
    }

    /// Publishes a draft; the version before it is retired: begun attempts go on, new ones are made on this.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the sheet has faults, or when the database fails.
    pub async fn publish(id: QuestionnaireId, sheet: &Sheet, conn: &mut AsyncPgConnection) -> Result<()> {
        if !sheet.faults().is_empty() {
            return Err(Error::Conflict);
        }
        conn.transaction(async |conn| {
            diesel::update(questionnaire::table.filter(questionnaire::status.eq("published")))
                .set(questionnaire::status.eq("retired"))
                .execute(conn)
                .await?;
            diesel::update(questionnaire::table.find(id).filter(questionnaire::status.eq("draft")))
                .set((questionnaire::status.eq("published"), questionnaire::published_at.eq(now)))
                .execute(conn)
                .await?;
            Ok(())
        })
        .await
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = questionnaire, check_for_backend(diesel::pg::Pg))]
struct Head {
    number: i32,
    scoring: String,
    stem: String,
    lean: i16,
    clear: i16,
    min_answered: i16,
    low_variation_same: i16,
    many_unsure: i16,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = dimension, check_for_backend(diesel::pg::Pg))]
struct DimensionRow {
    questionnaire_id: QuestionnaireId,
    code: String,
    position: i16,
    weight: i16,
    hi_pole: String,
    him_pole: String,
}

impl DimensionRow {
    fn of(id: QuestionnaireId, one: &Dimension) -> Self {
        let Dimension { code, position, weight, hi_pole, him_pole } = one.clone();
        Self { questionnaire_id: id, code, position, weight, hi_pole, him_pole }
    }
}

impl From<DimensionRow> for Dimension {
    fn from(row: DimensionRow) -> Self {
        let DimensionRow { code, position, weight, hi_pole, him_pole, .. } = row;
        Self { code, position, weight, hi_pole, him_pole }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = item, check_for_backend(diesel::pg::Pg))]
struct ItemRow {
    questionnaire_id: QuestionnaireId,
    name: String,
    position: i16,
    part: i16,
    dimension: String,
    key: i16,
    text: String,
}

impl ItemRow {
    fn of(id: QuestionnaireId, one: &Item) -> Self {
        let Item { name, position, part, dimension, key, text } = one.clone();
        Self { questionnaire_id: id, name, position, part, dimension, key: key.sign(), text }
    }
}

impl From<ItemRow> for Item {
    fn from(row: ItemRow) -> Self {
        let ItemRow { name, position, part, dimension, key, text, .. } = row;
        let key = Key::of_sign(key).expect("the table's check allows only 1 and -1");
        Self { name, position, part, dimension, key, text }
    }
}
