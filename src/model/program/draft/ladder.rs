//! One ladder of a draft, with its steps and its Spanish: saved as one.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{Outcome, Volume, seen};
use crate::{
    language::Language,
    model::{
        error::Result,
        id::CatalogId,
        person::Admin,
        program::{Ladder, Rung},
    },
    schema::{ladder, ladder_translation, rung, rung_translation},
};

/// A step in both languages.
#[derive(Clone)]
pub struct DraftRung {
    /// The step in English.
    pub rung: Rung,
    /// What is reached here, in Spanish.
    pub title_es: String,
    /// Who can begin here, in Spanish.
    pub audience_es: Vec<String>,
    /// The exam or the jobs behind it, in Spanish.
    pub leads_to_es: Option<String>,
}

/// A ladder in both languages.
#[derive(Clone)]
pub struct DraftLadder {
    /// Its name in our rows.
    pub key: String,
    /// Its place among the ladders.
    pub position: i16,
    /// Its title.
    pub title: String,
    /// `current` or `historical`.
    pub era: String,
    /// What a reader should know about it.
    pub note: String,
    /// Its title in Spanish; empty: readers of Spanish get it in English.
    pub title_es: String,
    /// The note in Spanish.
    pub note_es: String,
    /// Its steps, lowest first.
    pub rungs: Vec<DraftRung>,
}

type RungWords = (String, i16, String, Vec<String>, Option<String>);

impl DraftLadder {
    /// All ladders of a version. Four queries.
    pub(super) async fn all(id: CatalogId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let heads: Vec<(String, i16, String, String, String)> = ladder::table
            .filter(ladder::catalog_id.eq(id))
            .order(ladder::position)
            .select((ladder::key, ladder::position, ladder::title, ladder::era, ladder::note))
            .load(conn)
            .await?;
        let told: Vec<(String, String, String)> = ladder_translation::table
            .filter(ladder_translation::catalog_id.eq(id))
            .filter(ladder_translation::locale.eq(Language::Spanish.code()))
            .select((ladder_translation::key, ladder_translation::title, ladder_translation::note))
            .load(conn)
            .await?;
        let rungs: Vec<(String, Rung)> = rung::table
            .filter(rung::catalog_id.eq(id))
            .order(rung::position)
            .select((rung::ladder, Rung::as_select()))
            .load(conn)
            .await?;
        let words: Vec<RungWords> = rung_translation::table
            .filter(rung_translation::catalog_id.eq(id))
            .filter(rung_translation::locale.eq(Language::Spanish.code()))
            .select((
                rung_translation::ladder,
                rung_translation::position,
                rung_translation::title,
                rung_translation::start_audience,
                rung_translation::leads_to,
            ))
            .load(conn)
            .await?;
        let rung_of = |key: &str, rung: &Rung| {
            let told = words.iter().find(|(ladder, place, ..)| ladder == key && *place == rung.position);
            let told = told.map(|(_, _, title, who, leads)| (title.clone(), who.clone(), leads.clone()));
            let (title_es, audience_es, leads_to_es) = told.unwrap_or_default();
            DraftRung { rung: rung.clone(), title_es, audience_es, leads_to_es }
        };
        let whole = |(key, position, title, era, note): (String, i16, String, String, String)| {
            let told = told.iter().find(|(of, ..)| *of == key);
            let (title_es, note_es) = told.map(|(_, title, note)| (title.clone(), note.clone())).unwrap_or_default();
            let mine = rungs.iter().filter(|(of, _)| *of == key).map(|(_, rung)| rung_of(&key, rung)).collect();
            Self { position, title, era, note, title_es, note_es, rungs: mine, key }
        };
        Ok(heads.into_iter().map(whole).collect())
    }

    /// As readers get it.
    #[must_use]
    pub fn shown(&self) -> Ladder {
        Ladder {
            key: self.key.clone(),
            title: self.title.clone(),
            historical: self.era == "historical",
            note: self.note.clone(),
            rungs: self.rungs.iter().map(|one| one.rung.clone()).collect(),
            language: Language::English,
        }
    }

    /// Puts it into a draft, in the place of the one with its key, if nobody saved that one since. `mark`: the mark of that
    /// one as it was shown; empty when there was none.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::model::error::Error) when it is no draft any more.
    pub async fn save(
        &self,
        mark: &str,
        volume: &Volume,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        let (id, key) = (volume.id, &self.key);
        conn.transaction(async |conn| {
            volume.hold(admin, conn).await?;
            let position = match seen::place(self, mark, &Self::all(id, conn).await?) {
                Ok(position) => position,
                Err(outcome) => return Ok(outcome),
            };
            volume.count_save(admin, conn).await?;
            diesel::delete(ladder::table.find((id, key))).execute(conn).await?;
            diesel::insert_into(ladder::table)
                .values((
                    (ladder::catalog_id.eq(id), ladder::key.eq(key), ladder::position.eq(position)),
                    (ladder::title.eq(&self.title), ladder::era.eq(&self.era), ladder::note.eq(&self.note)),
                ))
                .execute(conn)
                .await?;
            let rows = self.rungs.iter().map(|one| {
                let rung = &one.rung;
                (
                    (rung::catalog_id.eq(id), rung::ladder.eq(key), rung::position.eq(rung.position)),
                    (rung::title.eq(&rung.title), rung::level.eq(&rung.level)),
                    (rung::start_audience.eq(&rung.start_audience), rung::credit_system.eq(&rung.credit_system)),
                    (rung::start_credits.eq(rung.start_credits), rung::end_credits.eq(rung.end_credits)),
                    (rung::field.eq(&rung.field), rung::leads_to.eq(&rung.leads_to)),
                )
            });
            diesel::insert_into(rung::table).values(rows.collect::<Vec<_>>()).execute(conn).await?;
            self.save_spanish(id, conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }

    async fn save_spanish(&self, id: CatalogId, conn: &mut AsyncPgConnection) -> Result<()> {
        if self.title_es.is_empty() {
            return Ok(());
        }
        let (key, locale) = (&self.key, Language::Spanish.code());
        diesel::insert_into(ladder_translation::table)
            .values((
                (ladder_translation::catalog_id.eq(id), ladder_translation::key.eq(key)),
                (ladder_translation::locale.eq(locale), ladder_translation::title.eq(&self.title_es)),
                ladder_translation::note.eq(&self.note_es),
            ))
            .execute(conn)
            .await?;
        let told = self.rungs.iter().filter(|one| !one.title_es.is_empty());
        let rows = told.map(|one| {
            (
                (rung_translation::catalog_id.eq(id), rung_translation::ladder.eq(key)),
                (rung_translation::position.eq(one.rung.position), rung_translation::locale.eq(locale)),
                (rung_translation::title.eq(&one.title_es), rung_translation::start_audience.eq(&one.audience_es)),
                rung_translation::leads_to.eq(&one.leads_to_es),
            )
        });
        diesel::insert_into(rung_translation::table).values(rows.collect::<Vec<_>>()).execute(conn).await?;
        Ok(())
    }

    /// Takes a ladder out of a draft, if nobody saved it since it was shown with this mark.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::model::error::Error) when it is no draft any more.
    pub async fn remove(
        key: &str,
        mark: &str,
        volume: &Volume,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        conn.transaction(async |conn| {
            volume.hold(admin, conn).await?;
            if let Err(outcome) = seen::may_go(key, mark, &Self::all(volume.id, conn).await?) {
                return Ok(outcome);
            }
            volume.count_save(admin, conn).await?;
            diesel::delete(ladder::table.find((volume.id, key))).execute(conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }
}
