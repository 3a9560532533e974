//! A version's content as rows: read together, written together.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{
    dimension::Dimension,
    item::{Item, Key},
    sheet::{Anchor, Sheet, Thresholds},
};
use crate::{
    model::{error::Result, id::QuestionnaireId},
    schema::{anchor, dimension, item, questionnaire},
};

/// The number and the content of a version, whatever its state.
pub(super) async fn read(id: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<(i32, Sheet)> {
    let head: Head = questionnaire::table.find(id).select(Head::as_select()).first(conn).await?;
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
    let sheet = Sheet {
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
    };
    Ok((head.number, sheet))
}

/// Writes the choices, contrasts and items of a version that has none. Part of a transaction.
pub(super) async fn write(id: QuestionnaireId, sheet: &Sheet, conn: &mut AsyncPgConnection) -> Result<()> {
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
    Ok(())
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
