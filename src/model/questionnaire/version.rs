//! Versions as they stand in the database: draft, published (immutable), retired. A version that was ever published is
//! kept in the process once read, since it never changes.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, RwLock},
};

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{rows, sheet::Sheet};
use crate::{
    language::Language,
    model::{
        error::{Error, Result},
        id::QuestionnaireId,
    },
    schema::questionnaire,
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
        let is_draft = questionnaire::status.eq("draft");
        if questionnaire::table.find(id).select(is_draft).first(conn).await? {
            return Err(Error::NotFound);
        }
        let (number, sheet) = rows::read(id, conn).await?;
        Ok(Self { id, number, language: Language::English, sheet })
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
            rows::write(id, sheet, conn).await?;
            Ok::<_, Error>(id)
        })
        .await
    }

    /// Publishes a draft; the version before it is retired: begun attempts go on, new ones are made on this.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the sheet has faults or it is no draft, or when the database fails.
    pub async fn publish(id: QuestionnaireId, sheet: &Sheet, conn: &mut AsyncPgConnection) -> Result<()> {
        if !sheet.faults().is_empty() {
            return Err(Error::Conflict);
        }
        conn.transaction(async |conn| {
            diesel::update(questionnaire::table.filter(questionnaire::status.eq("published")))
                .set(questionnaire::status.eq("retired"))
                .execute(conn)
                .await?;
            let published = diesel::update(questionnaire::table.find(id).filter(questionnaire::status.eq("draft")))
                .set((questionnaire::status.eq("published"), questionnaire::published_at.eq(now)))
                .execute(conn)
                .await?;
            if published == 1 { Ok(()) } else { Err(Error::Conflict) }
        })
        .await
    }
}
