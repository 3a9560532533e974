//! A posted page of answers: whose attempt it names, and what each item makes of its field.

use diesel_async::AsyncPgConnection;

use super::{Error, Errors, Respondent, Standing};
use crate::model::{
    id::{AttemptId, QuestionnaireId},
    questionnaire::{
        Version,
        item::{Choice, Item},
        journey::Answers,
    },
    result::{self, StoredResult},
    trial,
};

/// A posted page of answers.
pub(super) struct Posted {
    attempt: Option<AttemptId>,
    questionnaire: Option<QuestionnaireId>,
    /// Whether the page was opened by Change on the check page.
    pub to_check: bool,
    /// Whether to stop here for now.
    pub leaves: bool,
    /// Whether this is one tap, sent by the script.
    pub is_tap: bool,
    /// The answers as they came.
    pub raw: Vec<(String, String)>,
}

/// What the form's subject turned out to be.
pub(super) enum Named {
    Open(Standing),
    Submitted(String),
}

impl Posted {
    /// The fields, told apart by their names.
    pub fn read(fields: &[(String, String)]) -> Self {
        let value = |name: &str| fields.iter().rev().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
        let ours = ["attempt", "questionnaire", "to", "then", "tap"];
        Self {
            attempt: value("attempt").and_then(|id| id.parse().ok()).map(AttemptId),
            questionnaire: value("questionnaire").and_then(|id| id.parse().ok()).map(QuestionnaireId),
            to_check: value("to") == Some("check"),
            leaves: value("then") == Some("leave"),
            is_tap: value("tap").is_some(),
            raw: fields.iter().filter(|(field, _)| !ours.contains(&field.as_str())).cloned().collect(),
        }
    }

    /// Where the form stands: in the attempt it names, or before the first save on the version it names.
    pub async fn standing(&self, respondent: &Respondent, conn: &mut AsyncPgConnection) -> Result<Named, Error> {
        match (self.attempt, self.questionnaire) {
            (Some(id), _) => {
                let attempt = match respondent.attempt(id, conn).await.map_err(Error::from) {
                    // It may be theirs, once they sign in.
                    Err(Error::NotFound) if respondent.may_be_signed_out() => return Err(Error::SignedOut),
                    found => found?,
                };
                match attempt.submitted_at {
                    Some(_) => Ok(Named::Submitted(result_of(respondent, id, conn).await?)),
                    None => Ok(Named::Open(Standing::Begun(attempt))),
                }
            }
            (None, Some(version)) => {
                if let Some(open) = respondent.open_attempt(conn).await? {
                    let is_on_it = open.version.id == version;
                    return if is_on_it { Ok(Named::Open(Standing::Begun(open))) } else { Err(Error::Conflict) };
                }
                // A page from before the first save, sent after the attempt was handed in elsewhere.
                match respondent.handed_in(conn).await? {
                    Some(result) => Ok(Named::Submitted(result)),
                    None => Ok(Named::Open(Standing::Fresh(Version::with_id(version, conn).await?))),
                }
            }
            (None, None) => Err(Error::NotFound),
        }
    }

    /// The answers, each parsed by its own item. A field that is no item of this part is none of our forms.
    pub fn said(&self, items: &[&Item], errors: &mut Errors) -> Result<Vec<(String, Choice)>, Error> {
        let mut said = Answers::default();
        for (name, raw) in &self.raw {
            let item = items.iter().find(|item| item.name == *name).ok_or(Error::Unreadable)?;
            if let Some(choice) = errors.take(name, item.parse(raw)) {
                said.set(name.clone(), choice);
            }
        }
        Ok(said.iter().map(|(name, choice)| (name.to_owned(), choice)).collect())
    }
}

/// The address of what a submitted attempt has become.
pub(super) async fn result_of(
    respondent: &Respondent,
    attempt: AttemptId,
    conn: &mut AsyncPgConnection,
) -> Result<String, Error> {
    match respondent {
        Respondent::Student(_) => StoredResult::id_of(attempt, conn).await?.map(result::path).ok_or(Error::NotFound),
        Respondent::Visitor(_) => Ok(result::path(trial::result_id(attempt))),
    }
}
