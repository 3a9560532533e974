//! Moving chosen students to another advisor, or to the unassigned queue: all of them as they were when they were chosen,
//! or none.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::Selection;
use crate::{
    model::{
        account::Account,
        assignment,
        error::{Error, Result},
        handover,
        id::{PersonId, StudentId},
        letter::Letter,
        person::Advisor,
        post::{Post, to_account},
    },
    schema::{person, selection, selection_item, student},
};

/// Where students are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To this advisor.
    Advisor(PersonId),
    /// To the unassigned queue.
    Nobody,
}

impl Target {
    /// Reads what a form says: an id, or `nobody`.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        match raw.trim() {
            "" => Err("move-to-missing"),
            "nobody" => Ok(Self::Nobody),
            id => id.parse::<Uuid>().map(|id| Self::Advisor(PersonId(id))).map_err(|_| "move-to-unknown"),
        }
    }

    fn id(self) -> Option<PersonId> {
        match self {
            Self::Advisor(id) => Some(id),
            Self::Nobody => None,
        }
    }
}

/// Why nobody was moved.
pub enum Refusal {
    /// The form is wrong: the message key.
    Wrong(&'static str),
    /// These are not as they were when they were chosen, and so many are gone.
    Changed(Vec<Difference>, i64),
}

/// A student who got another advisor since they were chosen.
pub struct Difference {
    /// Their name.
    pub full_name: String,
    /// Their advisor's name then.
    pub was: Option<String>,
    /// And now.
    pub is: Option<String>,
}

/// A student as they stand now: who, whose, and whose they were.
type Standing = (StudentId, Option<PersonId>, Option<PersonId>);

impl Selection {
    /// Moves its students, with a trace for each and one letter to each advisor who gets or loses some. A second time it
    /// does nothing more.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it was moved somewhere else already.
    pub async fn move_to(
        &self,
        by: &Advisor,
        target: Target,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<std::result::Result<(), Refusal>> {
        conn.transaction(async |conn| {
            assignment::one_at_a_time(conn).await?;
            let held = selection::table.find(self.id).filter(selection::person_id.eq(by.id()));
            let held: Self = held.select(Self::as_select()).for_update().first(conn).await?;
            if held.moved_at.is_some() {
                return if held.moved_to == target.id() { Ok(Ok(())) } else { Err(Error::Conflict) };
            }
            if !by.is_lead() && target != Target::Advisor(by.id()) {
                return Ok(Err(Refusal::Wrong("move-to-oneself-only")));
            }
            if let Target::Advisor(id) = target
                && !handover::may_receive(id, conn).await?
            {
                return Ok(Err(Refusal::Wrong("move-to-unknown")));
            }
            let standing: Vec<Standing> = selection_item::table
                .inner_join(student::table.on(student::person_id.eq(selection_item::student_id)))
                .filter(selection_item::selection_id.eq(self.id))
                .order(student::person_id)
                .select((student::person_id, student::advisor_id, selection_item::advisor_id))
                .for_no_key_update()
                .load(conn)
                .await?;
            let gone = i64::from(self.students) - i64::try_from(standing.len()).unwrap_or_default();
            // Whoever is out of reach by now is counted, not named.
            let is_seen = |is: &Option<PersonId>| by.is_lead() || is.is_none_or(|is| is == by.id());
            let seen: Vec<_> = standing.iter().filter(|(_, is, _)| is_seen(is)).copied().collect();
            let hidden = standing.iter().filter(|(_, is, was)| is != was && !is_seen(is)).count();
            let hidden = i64::try_from(hidden).unwrap_or_default();
            if gone > 0 || standing.iter().any(|(_, is, was)| is != was) {
                return Ok(Err(Refusal::Changed(differences(&seen, conn).await?, gone + hidden)));
            }
            if !by.is_lead() && standing.iter().any(|(_, is, _)| is.is_some()) {
                return Ok(Err(Refusal::Wrong("move-taken-already")));
            }
            let moving: Vec<_> = standing.iter().filter(|(_, is, _)| *is != target.id()).collect();
            if moving.is_empty() {
                return Ok(Err(Refusal::Wrong("move-there-already")));
            }
            let students: Vec<StudentId> = moving.iter().map(|(id, _, _)| *id).collect();
            handover::move_all(&students, target.id(), by.id(), post, conn).await?;
            let moved = (selection::moved_to.eq(target.id()), selection::moved_at.eq(diesel::dsl::now));
            diesel::update(selection::table.find(self.id)).set(moved).execute(conn).await?;
            let mut lost: BTreeMap<PersonId, usize> = BTreeMap::new();
            for (_, is, _) in &moving {
                if let Some(theirs) = is {
                    *lost.entry(*theirs).or_default() += 1;
                }
            }
            tell(by, target, students.len(), &lost, post, conn).await?;
            Ok(Ok(()))
        })
        .await
    }
}

async fn differences(standing: &[Standing], conn: &mut AsyncPgConnection) -> Result<Vec<Difference>> {
    let changed: Vec<_> = standing.iter().filter(|(_, is, was)| is != was).collect();
    let ids = changed.iter().flat_map(|(id, is, was)| [Some(PersonId::from(*id)), *is, *was]).flatten();
    let names: Vec<(PersonId, String)> = person::table
        .filter(person::id.eq_any(ids.collect::<Vec<_>>()))
        .select((person::id, person::full_name))
        .load(conn)
        .await?;
    let names: BTreeMap<PersonId, String> = names.into_iter().collect();
    let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let difference =
        |(id, is, was): &&Standing| Difference { full_name: name((*id).into()), was: was.map(name), is: is.map(name) };
    Ok(changed.iter().map(difference).collect())
}

/// One letter to each advisor who gets or loses students, unless it was they who moved them.
async fn tell(
    by: &Advisor,
    target: Target,
    came: usize,
    lost: &BTreeMap<PersonId, usize>,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let ids: Vec<PersonId> = lost.keys().copied().chain(target.id()).filter(|id| *id != by.id()).collect();
    let told = Account::active(&ids, conn).await?;
    let to = match target.id() {
        Some(id) => person::table.find(id).select(person::full_name).first(conn).await.optional()?,
        None => None,
    };
    let letter = |account: &Account| {
        let left = lost.get(&account.id).copied().unwrap_or(0);
        let came = if Some(account.id) == target.id() { came } else { 0 };
        Letter::StudentsMoved { by: by.person().full_name.clone(), came, left, to: to.clone() }
    };
    let letters: Vec<(Letter, &Account)> = told.iter().map(|account| (letter(account), account)).collect();
    let letters =
        letters.iter().filter(|(letter, _)| !matches!(letter, Letter::StudentsMoved { came: 0, left: 0, .. }));
    let letters: Vec<_> = letters.map(|(letter, account)| to_account(letter, account)).collect();
    if letters.is_empty() { Ok(()) } else { post.put_all(&letters, conn).await }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_read_and_never_guessed() {
        let id = Uuid::now_v7();
        assert_eq!(Target::parse(&id.to_string()), Ok(Target::Advisor(PersonId(id))));
        assert_eq!(Target::parse("nobody"), Ok(Target::Nobody));
        assert_eq!(Target::parse(" "), Err("move-to-missing"));
        assert_eq!(Target::parse("Ada"), Err("move-to-unknown"));
    }
}
