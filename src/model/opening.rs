//! How a school opens: the default content stands as drafts until an admin publishes it, and what is still to do is told
//! from the facts.

use diesel::{prelude::*, sql_query, sql_types::Bool};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    audit::{self, Action},
    error::{Error, Result},
    person::{self, Admin, Role},
    questionnaire::{Draft, Version, draft::Outcome},
};
use crate::schema::questionnaire;

/// What the school has by now.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct Opening {
    /// Somebody said what the school is called and how it counts.
    #[diesel(sql_type = Bool)]
    pub has_school: bool,
    /// Readers see figures.
    #[diesel(sql_type = Bool)]
    pub has_figures: bool,
    /// Readers see the front page and the comparison.
    #[diesel(sql_type = Bool)]
    pub has_pages: bool,
    /// Readers see programs.
    #[diesel(sql_type = Bool)]
    pub has_programs: bool,
    /// Students can answer questions.
    #[diesel(sql_type = Bool)]
    pub has_questions: bool,
    /// The mail server took a letter.
    #[diesel(sql_type = Bool)]
    pub has_mail: bool,
    /// Somebody advises.
    #[diesel(sql_type = Bool)]
    pub has_advisor: bool,
    /// A student is here or invited.
    #[diesel(sql_type = Bool)]
    pub has_student: bool,
}

const FACTS: &str = "select
    exists (select from setting_change) or (select school <> 'Our school' from setting) as has_school,
    exists (select from claim_revision where status = 'live') as has_figures,
    (select count(*) = 2 from page_revision where status = 'live' and page_slug in ('landing', 'compare')) as has_pages,
    exists (select from catalog where status = 'published') as has_programs,
    exists (select from questionnaire where status = 'published') as has_questions,
    exists (select from letter where state = 'accepted') as has_mail,
    exists (select from person where role in ('advisor', 'lead') and deactivated_at is null) as has_advisor,
    exists (select from person where role = 'student') or exists (select from invitation where role = 'student') as has_student";

impl Opening {
    /// The facts as they are now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn now(conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(sql_query(FACTS).get_result(conn).await?)
    }

    /// How many of the eight things are there.
    #[must_use]
    pub fn count(&self) -> usize {
        let all = [
            self.has_school,
            self.has_figures,
            self.has_pages,
            self.has_programs,
            self.has_questions,
            self.has_mail,
            self.has_advisor,
            self.has_student,
        ];
        all.into_iter().filter(|is_there| *is_there).count()
    }
}

/// Content that came with Signpost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The figures.
    Figures,
    /// The pages.
    Pages,
    /// The programs with their ladders.
    Programs,
    /// The questionnaire.
    Questionnaire,
}

impl Content {
    /// The content with this word in its address.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "figures" => Some(Self::Figures),
            "pages" => Some(Self::Pages),
            "programs" => Some(Self::Programs),
            "questionnaire" => Some(Self::Questionnaire),
            _ => None,
        }
    }

    /// Publishes it as it came: first drafts of what readers never saw. What is published already stays as it is.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the admin is none any more, [`Error::Conflict`] when the questionnaire has faults by now.
    pub async fn publish(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            if self.write(admin, conn).await? == 0 {
                return Ok(());
            }
            let subject = match self {
                Self::Figures => "claim",
                Self::Pages => "page",
                Self::Programs => "catalog",
                Self::Questionnaire => "questionnaire",
            };
            audit::record(Some(admin.id()), Action::PublishedDefaults, subject, None, None, conn).await
        })
        .await
    }

    /// In the caller's transaction. Says how much was published.
    async fn write(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<usize> {
        match self {
            Self::Figures => Ok(sql_query(FIGURES).execute(conn).await?),
            Self::Pages => Ok(sql_query(PAGES).execute(conn).await?),
            Self::Programs => Ok(sql_query(PROGRAMS).execute(conn).await?),
            Self::Questionnaire => publish_questionnaire(admin, conn).await,
        }
    }
}

/// The first draft, while students have no questionnaire.
async fn publish_questionnaire(admin: &Admin, conn: &mut AsyncPgConnection) -> Result<usize> {
    if Version::published(conn).await?.is_some() {
        return Ok(0);
    }
    let drafts = questionnaire::table.filter(questionnaire::status.eq("draft")).order(questionnaire::number);
    let draft = Draft::of(drafts.select(questionnaire::id).first(conn).await?, conn).await?;
    match Draft::publish(draft.edition.id, draft.edition.revision, admin, conn).await? {
        Outcome::Done => Ok(1),
        Outcome::Stale | Outcome::Faulty => Err(Error::Conflict),
    }
}

const FIGURES: &str = "update claim_revision set status = 'live', published_at = now()
    where number = 1 and status = 'draft'
      and claim_key not in (select claim_key from claim_revision where status = 'live')";

const PAGES: &str = "update page_revision set status = 'live', published_at = now()
    where number = 1 and status = 'draft'
      and page_slug not in (select page_slug from page_revision where status = 'live')";

const PROGRAMS: &str = "update catalog set status = 'published', published_at = now()
    where number = 1 and status = 'draft' and not exists (select from catalog where status = 'published')";
