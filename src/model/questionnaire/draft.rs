//! A version that admins are still writing: made from another one, saved as often as they like, then published or thrown
//! away. Students see nothing of it.

use diesel::{
    dsl::{max, now},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{Version, edition::Edition, rows, sheet::Sheet};
use crate::{
    language::Language,
    model::{
        audit::{self, Action},
        error::{Error, Result},
        id::{FormKey, QuestionnaireId},
        person::{self, Admin, Role},
        translation::SheetWords,
    },
    schema::{anchor, dimension, item, questionnaire, questionnaire_translation},
};

/// What the audit calls the thing.
const SUBJECT: &str = "questionnaire";

/// A version with its words in both languages.
#[derive(Clone)]
pub struct Draft {
    /// What the list knows of it.
    pub edition: Edition,
    /// Its content.
    pub sheet: Sheet,
    /// What it says in Spanish.
    pub spanish: SheetWords,
}

/// How a save or the publishing went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// Somebody saved it since it was opened: nothing was done.
    Stale,
    /// It has faults: nothing was done.
    Faulty,
}

impl Draft {
    /// A version with its words, whatever its state.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such version.
    pub async fn any(id: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let edition = questionnaire::table.find(id).select(Edition::as_select()).first(conn).await?;
        let (_, sheet) = rows::read(id, conn).await?;
        let spanish = SheetWords::of(id, Language::Spanish, conn).await?;
        Ok(Self { edition, sheet, spanish })
    }

    /// A version that may be changed.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such draft.
    pub async fn of(id: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let found = Self::any(id, conn).await?;
        if found.edition.is_draft() { Ok(found) } else { Err(Error::NotFound) }
    }

    /// Makes a draft that says what another version says. The same form makes one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such version.
    pub async fn begin(
        from: QuestionnaireId,
        form_key: FormKey,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<QuestionnaireId> {
        // The list of versions has one form for each.
        let form_key = form_key.saying(&[&from.to_string()]);
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            // Two drafts at once would take the same number; and one that is saved meanwhile would be copied in halves.
            questionnaire::table.select(questionnaire::id).for_no_key_update().load::<QuestionnaireId>(conn).await?;
            let before = Self::any(from, conn).await?;
            let made: Option<QuestionnaireId> = questionnaire::table
                .filter(questionnaire::form_key.eq(form_key))
                .select(questionnaire::id)
                .first(conn)
                .await
                .optional()?;
            if let Some(made) = made {
                return Ok(made);
            }
            let newest: Option<i32> = questionnaire::table.select(max(questionnaire::number)).first(conn).await?;
            let id = Version::draft(newest.unwrap_or(0) + 1, &before.sheet, conn).await?;
            let base = if before.edition.is_draft() { before.edition.based_on } else { Some(before.edition.id) };
            diesel::update(questionnaire::table.find(id))
                .set((questionnaire::based_on.eq(base), questionnaire::form_key.eq(form_key)))
                .execute(conn)
                .await?;
            before.spanish.write(id, Language::Spanish, conn).await?;
            audit::record(Some(admin.id()), Action::DraftedQuestionnaire, SUBJECT, Some(id.0), None, conn).await?;
            Ok(id)
        })
        .await
    }

    /// Puts what it says now in the place of what it said, if nobody saved it since.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is no draft any more.
    pub async fn save(&self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        let id = self.edition.id;
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            if held(id, conn).await? != self.edition.revision {
                return Ok(Outcome::Stale);
            }
            diesel::delete(dimension::table.filter(dimension::questionnaire_id.eq(id))).execute(conn).await?;
            diesel::delete(anchor::table.filter(anchor::questionnaire_id.eq(id))).execute(conn).await?;
            let told = questionnaire_translation::table.filter(questionnaire_translation::questionnaire_id.eq(id));
            diesel::delete(told).execute(conn).await?;
            let limits = &self.sheet.thresholds;
            diesel::update(questionnaire::table.find(id))
                .set((
                    questionnaire::stem.eq(&self.sheet.stem),
                    (questionnaire::lean.eq(limits.lean), questionnaire::clear.eq(limits.clear)),
                    questionnaire::min_answered.eq(limits.min_answered),
                    questionnaire::low_variation_same.eq(limits.low_variation_same),
                    questionnaire::many_unsure.eq(limits.many_unsure),
                    questionnaire::revision.eq(questionnaire::revision + 1),
                    questionnaire::edited_at.eq(now),
                ))
                .execute(conn)
                .await?;
            rows::write(id, &self.sheet, conn).await?;
            self.spanish.write(id, Language::Spanish, conn).await?;
            audit::record(Some(admin.id()), Action::EditedQuestionnaire, SUBJECT, Some(id.0), None, conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }

    /// Gives it to students, exactly as `seen`: the version before it retires, and attempts on that one go on.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is no draft any more.
    pub async fn publish(
        id: QuestionnaireId,
        seen: i32,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            if held(id, conn).await? != seen {
                return Ok(Outcome::Stale);
            }
            let (_, sheet) = rows::read(id, conn).await?;
            if !sheet.faults().is_empty() {
                return Ok(Outcome::Faulty);
            }
            Version::publish(id, &sheet, conn).await?;
            audit::record(Some(admin.id()), Action::PublishedQuestionnaire, SUBJECT, Some(id.0), None, conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }

    /// Throws a draft away, or retires the version in force: no new attempts until another one is published.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is neither.
    pub async fn end(id: QuestionnaireId, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let row = questionnaire::table.find(id);
            let status: String = row.select(questionnaire::status).for_update().first(conn).await?;
            let action = match status.as_str() {
                "draft" => {
                    diesel::delete(row).execute(conn).await?;
                    Action::RemovedQuestionnaire
                }
                "published" => {
                    diesel::update(row).set(questionnaire::status.eq("retired")).execute(conn).await?;
                    Action::RetiredQuestionnaire
                }
                _ => return Err(Error::NotFound),
            };
            audit::record(Some(admin.id()), action, SUBJECT, Some(id.0), None, conn).await
        })
        .await
    }

    /// A name for one more question: no version ever used it, so that no answer of another question is taken for its own.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn free_name(conn: &mut AsyncPgConnection) -> Result<String> {
        let names: Vec<String> = item::table.select(item::name).distinct().load(conn).await?;
        let numbers = names.iter().filter_map(|name| name.strip_prefix('q')?.parse::<u32>().ok());
        Ok(format!("q{:02}", numbers.max().unwrap_or(0) + 1))
    }
}

/// The revision of a draft, which is held until the commit.
async fn held(id: QuestionnaireId, conn: &mut AsyncPgConnection) -> Result<i32> {
    Ok(questionnaire::table
        .find(id)
        .filter(questionnaire::status.eq("draft"))
        .select(questionnaire::revision)
        .for_update()
        .first(conn)
        .await?)
}
