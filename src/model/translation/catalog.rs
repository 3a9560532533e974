//! The catalog in the reader's language: programs, those who vouch for them, ladders.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    language::Language,
    model::{
        error::Result,
        id::CatalogId,
        offer::Offer,
        program::{Catalog, Facts, Ladder, Ladders, Notices},
    },
    schema::{accreditation_translation, catalog, ladder_translation, program_translation, rung_translation},
};

/// What a program says in another language.
#[derive(Queryable, Selectable, Insertable, Clone)]
#[diesel(table_name = program_translation, check_for_backend(diesel::pg::Pg))]
pub struct ProgramWords {
    /// Which program.
    pub slug: String,
    /// Its name.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// The exam or the jobs behind it.
    pub leads_to: String,
    /// How long it takes.
    pub length: String,
    /// What is known about its price.
    pub cost_note: String,
    /// Who can begin.
    pub entry_note: String,
    /// What must be said about its earnings measure.
    pub disclosure_text: String,
    /// The exam that its award opens.
    pub credential: Option<String>,
    /// The jobs that it opens.
    pub jobs: String,
    /// What became of its graduates.
    pub outcomes: String,
}

/// What the steps of a way and its letter say about a program: title, exam, jobs, and what must be said first.
type StepWords = (String, String, Option<String>, String, String);

impl Catalog {
    /// The version in force in the reader's language, where it is translated. Two queries, in English; four more otherwise.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn published_in(language: Language, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let Some(mut catalog) = Self::published(conn).await? else { return Ok(None) };
        if language == Language::English {
            return Ok(Some(catalog));
        }
        let id = catalog.edition.id;
        let mut words = ProgramWords::all(id, language, conn).await?;
        let vouched: Vec<(String, i16, String, String)> = accreditation_translation::table
            .filter(accreditation_translation::catalog_id.eq(id))
            .filter(accreditation_translation::locale.eq(language.code()))
            .select((
                accreditation_translation::program,
                accreditation_translation::position,
                accreditation_translation::scope,
                accreditation_translation::status,
            ))
            .load(conn)
            .await?;
        for program in &mut catalog.programs {
            let Some(words) = words.remove(&program.facts.slug) else { continue };
            for (place, one) in (1_i16..).zip(&mut program.accreditations) {
                let told = vouched.iter().find(|(program, position, ..)| *program == words.slug && *position == place);
                if let Some((_, _, scope, status)) = told {
                    one.scope.clone_from(scope);
                    one.status.clone_from(status);
                }
            }
            words.put_into(&mut program.facts);
            program.language = language;
        }
        tell_ladders(&mut catalog.ladders, id, language, conn).await?;
        Ok(Some(catalog))
    }
}

impl ProgramWords {
    /// Those of all programs of a version, by slug.
    pub(in crate::model) async fn all(
        id: CatalogId,
        language: Language,
        conn: &mut AsyncPgConnection,
    ) -> Result<HashMap<String, Self>> {
        let words: Vec<Self> = program_translation::table
            .filter(program_translation::catalog_id.eq(id).and(program_translation::locale.eq(language.code())))
            .select(Self::as_select())
            .load(conn)
            .await?;
        Ok(words.into_iter().map(|words| (words.slug.clone(), words)).collect())
    }

    /// One of its texts, by the name of its column.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        match name {
            "title" => &self.title,
            "summary" => &self.summary,
            "leads_to" => &self.leads_to,
            "length" => &self.length,
            "cost_note" => &self.cost_note,
            "entry_note" => &self.entry_note,
            "credential" => self.credential.as_deref().unwrap_or_default(),
            "jobs" => &self.jobs,
            "outcomes" => &self.outcomes,
            _ => &self.disclosure_text,
        }
    }

    fn put_into(self, facts: &mut Facts) {
        (facts.title, facts.summary, facts.leads_to) = (self.title, self.summary, self.leads_to);
        (facts.length, facts.cost_note, facts.entry_note) = (self.length, self.cost_note, self.entry_note);
        facts.disclosure_text = self.disclosure_text;
        facts.credential = self.credential.or(facts.credential.take());
        if !self.jobs.is_empty() {
            facts.jobs = self.jobs;
        }
        if !self.outcomes.is_empty() {
            facts.outcomes = self.outcomes;
        }
    }
}

impl Ladders {
    /// Those of the version in force in the reader's language, where they are translated.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn published_in(language: Language, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let Some(mut shown) = Self::published(conn).await? else { return Ok(None) };
        if language != Language::English {
            tell_ladders(&mut shown.ladders, shown.edition.id, language, conn).await?;
        }
        Ok(Some(shown))
    }
}

/// Of which ladder and place; title, who can begin, what it leads to.
type RungWords = (String, i16, String, Vec<String>, Option<String>);

async fn tell_ladders(
    ladders: &mut [Ladder],
    id: CatalogId,
    language: Language,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let heads: Vec<(String, String, String)> = ladder_translation::table
        .filter(ladder_translation::catalog_id.eq(id).and(ladder_translation::locale.eq(language.code())))
        .select((ladder_translation::key, ladder_translation::title, ladder_translation::note))
        .load(conn)
        .await?;
    let rungs: Vec<RungWords> = rung_translation::table
        .filter(rung_translation::catalog_id.eq(id).and(rung_translation::locale.eq(language.code())))
        .select((
            rung_translation::ladder,
            rung_translation::position,
            rung_translation::title,
            rung_translation::start_audience,
            rung_translation::leads_to,
        ))
        .load(conn)
        .await?;
    for ladder in ladders {
        let Some((_, title, note)) = heads.iter().find(|(key, ..)| *key == ladder.key) else { continue };
        ladder.title.clone_from(title);
        ladder.note.clone_from(note);
        for rung in &mut ladder.rungs {
            let told = rungs.iter().find(|(key, place, ..)| *key == ladder.key && *place == rung.position);
            if let Some((_, _, title, audience, leads_to)) = told {
                rung.title.clone_from(title);
                rung.start_audience.clone_from(audience);
                rung.leads_to.clone_from(leads_to);
            }
        }
        ladder.language = language;
    }
    Ok(())
}

impl Offer {
    /// A version by its id in the reader's language; none if it has no programs.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_catalog_in(
        language: Language,
        id: CatalogId,
        conn: &mut AsyncPgConnection,
    ) -> Result<Option<Self>> {
        match Self::of_catalog(id, conn).await? {
            Some(offer) => Ok(Some(offer.told(language, conn).await?)),
            None => Ok(None),
        }
    }

    /// The same programs with what is said about them in the reader's language, where they are translated.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn told(mut self, language: Language, conn: &mut AsyncPgConnection) -> Result<Self> {
        if language == Language::English {
            return Ok(self);
        }
        let told: Vec<StepWords> = program_translation::table
            .filter(program_translation::catalog_id.eq(self.catalog_id))
            .filter(program_translation::locale.eq(language.code()))
            .select((
                program_translation::slug,
                program_translation::title,
                program_translation::credential,
                program_translation::jobs,
                program_translation::disclosure_text,
            ))
            .load(conn)
            .await?;
        for program in &mut self.programs {
            let Some((_, title, credential, jobs, notice)) = told.iter().find(|(slug, ..)| *slug == program.slug)
            else {
                continue;
            };
            program.title.clone_from(title);
            if credential.is_some() {
                program.credential.clone_from(credential);
            }
            if !jobs.is_empty() {
                program.jobs.clone_from(jobs);
            }
            if let Some(warning) = &mut program.warning {
                warning.clone_from(notice);
            }
        }
        Ok(self)
    }
}

impl Notices {
    /// Those of the catalog in force in the reader's language, where they are translated.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn in_force_in(language: Language, conn: &mut AsyncPgConnection) -> Result<Self> {
        let mut notices = Self::in_force(conn).await?;
        if language == Language::English {
            return Ok(notices);
        }
        let told: Vec<(String, String)> = catalog::table
            .inner_join(program_translation::table.on(program_translation::catalog_id.eq(catalog::id)))
            .filter(catalog::status.eq("published"))
            .filter(program_translation::locale.eq(language.code()))
            .select((program_translation::slug, program_translation::disclosure_text))
            .load(conn)
            .await?;
        for (slug, words) in told {
            notices.say(&slug, words);
        }
        Ok(notices)
    }
}
