//! Advice as it is given and kept, and the letter that says so.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use uuid::Uuid;

use super::{AdviceWords, Reason, Verdict};
use crate::{
    model::{
        account::Account,
        advisee::Advisee,
        audit::{self, Action},
        error::{Error, Result},
        fit::Outcome,
        id::{FormKey, PersonId, ResultId, StudentId},
        letter::Letter,
        outbox::NewLetter,
        person::Advisor,
        post::{Post, to_account},
        result,
    },
    schema::{advice, result as results},
};

/// Advice on one result that a page shows, the newest.
const MOST_SHOWN: i64 = 50;

/// What came of giving advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It stands.
    Yes,
    /// Other advice was given since, which its writer has not seen.
    Overtaken,
}

/// Advice as it was given. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = advice, check_for_backend(Pg))]
pub struct Advice {
    /// Which.
    pub id: Uuid,
    /// The result it is about.
    pub result_id: ResultId,
    /// Who gave it.
    pub author_id: PersonId,
    /// Their name as it was.
    pub author: String,
    verdict: String,
    reason: Option<String>,
    /// What the student reads; may be empty.
    pub words: String,
    form_key: FormKey,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

impl Advice {
    /// Gives advice on a result of this student, with a letter that tells them so, unless it says what stood already.
    /// The same form is the same advice, however often it is sent. `seen` is the latest advice that the form showed.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a result of somebody else, and when the student was moved out of reach meanwhile; [`Error::Conflict`] when the student is nobody's yet, when there
    /// is nothing to agree with, or when the form's key belongs to other advice.
    #[expect(clippy::too_many_arguments, reason = "one act with all that the form asks")]
    pub async fn give(
        advisor: &Advisor,
        advisee: &Advisee,
        result_id: ResultId,
        verdict: Verdict,
        reason: Option<Reason>,
        words: &AdviceWords,
        (form, seen): (FormKey, Option<Uuid>),
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<Given> {
        let form_key = form.saying(&[verdict.code(), reason.map_or("", Reason::code), &words.0]);
        conn.transaction(async |conn| {
            let theirs = advisee.hold(advisor, conn).await?;
            let outcome: String = results::table
                .find(result_id)
                .filter(results::student_id.eq(advisee.id))
                .select(results::outcome)
                .first(conn)
                .await?;
            let outcome = Outcome::parse(&outcome).ok_or(Error::NotFound)?;
            let stands = verdict.on(outcome).is_ok() && (verdict == Verdict::Agree || reason.is_some());
            let is_anybodys = theirs.is_some() || advisor.is_lead();
            if !is_anybodys || !stands {
                return Err(Error::Conflict);
            }
            let stood = Self::latest_on(result_id, conn).await?;
            let says_so = stood.as_ref().is_some_and(|stood| stood.says(verdict, reason, words));
            let form_key = match Self::is_of_form(advisor, result_id, form_key, conn).await? {
                // The same press once more.
                true if says_so => return Ok(Given::Yes),
                // Back in the browser to what they said before something else.
                true => FormKey::new(),
                false => form_key,
            };
            // Saying what stands already is no quarrel.
            let is_news = |stood: &Self| !says_so && Some(stood.id) != seen && !stood.is_said_with(form);
            if stood.as_ref().is_some_and(is_news) {
                return Ok(Given::Overtaken);
            }
            let id = Uuid::now_v7();
            let given = diesel::insert_into(advice::table)
                .values((
                    (advice::id.eq(id), advice::result_id.eq(result_id)),
                    (advice::author_id.eq(advisor.id()), advice::author.eq(&advisor.person().full_name)),
                    (advice::verdict.eq(verdict.code()), advice::reason.eq(reason.map(Reason::code))),
                    (advice::words.eq(&words.0), advice::form_key.eq(form_key)),
                ))
                .on_conflict(advice::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if given == 0 {
                return Err(Error::Conflict);
            }
            audit::record(Some(advisor.id()), Action::GaveAdvice, "advice", Some(id), Some(advisee.id), conn).await?;
            if !says_so {
                Self::tell(advisor, advisee.id, result_id, stood.is_none(), post, conn).await?;
            }
            Ok(Given::Yes)
        })
        .await
    }

    /// Whether this form said this once already.
    async fn is_of_form(
        advisor: &Advisor,
        result_id: ResultId,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<bool> {
        let theirs = advice::table
            .filter(advice::form_key.eq(form_key))
            .filter(advice::author_id.eq(advisor.id()))
            .filter(advice::result_id.eq(result_id));
        Ok(diesel::select(diesel::dsl::exists(theirs)).get_result(conn).await?)
    }

    /// That there is advice, not what it says: others may read email on its way. A closed account gets no letter.
    async fn tell(
        advisor: &Advisor,
        student: StudentId,
        result_id: ResultId,
        is_first: bool,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let account = match Account::with_id(student.into(), conn).await {
            Ok(account) => account,
            Err(Error::NotFound | Error::Database(diesel::result::Error::NotFound)) => return Ok(()),
            Err(error) => return Err(error),
        };
        let author = advisor.person().full_name.clone();
        let letter = Letter::AdviceChanged { author, result_path: result::path(result_id), is_first };
        post.put(NewLetter { reply_to: Some(&advisor.person().email), ..to_account(&letter, &account) }, conn).await?;
        Ok(())
    }

    /// Whether this form gave it: whoever goes back in the browser knows what they said.
    fn is_said_with(&self, form: FormKey) -> bool {
        self.form_key == form.saying(&[&self.verdict, self.reason.as_deref().unwrap_or_default(), &self.words])
    }

    fn says(&self, verdict: Verdict, reason: Option<Reason>, words: &AdviceWords) -> bool {
        self.verdict() == verdict && self.reason() == reason && self.words == words.0
    }

    /// All advice on a result, the one that stands first. Whose result it is was decided where its id came from.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_on(result_id: ResultId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(advice::table
            .filter(advice::result_id.eq(result_id))
            .order((advice::created_at.desc(), advice::id.desc()))
            .select(Self::as_select())
            .limit(MOST_SHOWN)
            .load(conn)
            .await?)
    }

    /// The advice that stands on a result: the latest. Whose result it is was decided where its id came from.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn latest_on(result_id: ResultId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(advice::table
            .filter(advice::result_id.eq(result_id))
            .order((advice::created_at.desc(), advice::id.desc()))
            .select(Self::as_select())
            .first(conn)
            .await
            .optional()?)
    }

    /// What was said.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::parse(&self.verdict).expect("the table's check allows only our verdicts")
    }

    /// Why, if a reason was given.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.reason.as_deref().and_then(|code| Reason::parse(code).ok().flatten())
    }
}
