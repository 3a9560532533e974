//! Inviting many students at once: a pasted list becomes a plan, and exactly that plan is carried out.

use std::collections::{HashMap, HashSet};

use diesel::{dsl::exists, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    Inviting, accounts, fault_of,
    line::{Fate, Line, parts},
};
use crate::{
    model::{
        audit::{self, Action},
        email::Email,
        error::Result,
        id::{FormKey, InvitationId},
        mark,
        person::{self, FullName, Role},
        token::{self, Purpose},
    },
    schema::{invitation, invitation_list},
};

/// More than one list may hold.
const MOST_LINES: usize = 500;

/// What a list comes to.
pub struct Plan {
    /// Its lines, without the empty ones.
    pub lines: Vec<Line>,
}

/// What came of carrying it out.
pub enum Outcome {
    /// The letters are on their way.
    Sent,
    /// It would not be what was looked at any more: nothing was done, and this is how it stands now.
    Changed(Plan),
}

impl Plan {
    /// Reads a list: one person a line, `Name, address`, `Name <address>` or with a tab between.
    ///
    /// # Errors
    /// The message key, for an empty list and one that is too long.
    pub fn read(text: &str) -> std::result::Result<Self, &'static str> {
        let filled = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let mut lines: Vec<Line> = Vec::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (at, typed) in filled {
            if lines.len() == MOST_LINES {
                return Err("list-too-long");
            }
            let number = at + 1;
            let fate = match parts(typed) {
                Err(key) => Fate::Fault(key),
                Ok((name, email)) => match seen.get(email.key()) {
                    Some(first) => Fate::Twice(*first),
                    None => {
                        seen.insert(email.key().to_owned(), number);
                        Fate::Invited(name, email)
                    }
                },
            };
            lines.push(Line { number, typed: typed.trim().to_owned(), fate });
        }
        if lines.is_empty() { Err("list-missing") } else { Ok(Self { lines }) }
    }

    /// Holds it against the people who are there, the open invitations and the school's domains.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn check(&mut self, domains: &[String], conn: &mut AsyncPgConnection) -> Result<()> {
        let keys: Vec<String> = self.invited().map(|(_, email)| email.key().to_owned()).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let accounts = accounts(&keys, conn).await?;
        let open = invitation::table
            .filter(invitation::email_key.eq_any(&keys))
            .filter(invitation::accepted_at.is_null())
            .select(invitation::email_key);
        let open: HashSet<String> = open.load::<String>(conn).await?.into_iter().collect();
        for line in &mut self.lines {
            let Fate::Invited(_, email) = &line.fate else { continue };
            let fault = fault_of(accounts.get(email.key()))
                .or(open.contains(email.key()).then_some("email-is-invited"))
                .or((!email.is_of(domains)).then_some("email-of-another-domain"));
            if let Some(key) = fault {
                line.fate = Fate::Fault(key);
            }
        }
        Ok(())
    }

    /// Who will be invited.
    pub fn invited(&self) -> impl Iterator<Item = (&FullName, &Email)> {
        self.lines.iter().filter_map(|line| match &line.fate {
            Fate::Invited(name, email) => Some((name, email)),
            Fate::Fault(_) | Fate::Twice(_) => None,
        })
    }

    /// What the admin looked at, in a few letters: another plan has others.
    #[must_use]
    pub fn mark(&self) -> String {
        mark::of(self.invited().map(|(name, email)| format!("{}\n{}", name.as_str(), email.typed())))
    }

    /// Carries it out, if it still is the plan with this mark: all invitations and their letters, or none. The same form
    /// twice is one act.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] when the admin is none any more.
    pub async fn carry_out(
        mut self,
        mark: &str,
        form_key: FormKey,
        inviting: &Inviting<'_>,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        let sent = conn
            .transaction(async |conn| {
                person::still(inviting.admin.id(), Role::Admin, conn).await?;
                if was_sent(form_key, conn).await? {
                    return Ok(true);
                }
                self.check(&inviting.setting.email_domains, conn).await?;
                if self.mark() != mark || self.invited().next().is_none() {
                    return Ok(false);
                }
                self.send(form_key, inviting, conn).await?;
                Ok(true)
            })
            .await;
        match sent {
            Ok(true) => Ok(Outcome::Sent),
            // The same form was carried out beside this one, after it had looked whether it was.
            Ok(false) if was_sent(form_key, conn).await? => Ok(Outcome::Sent),
            Ok(false) => Ok(Outcome::Changed(self)),
            // Somebody sent this form, or invited one of them, in the same moment.
            Err(error) if crate::model::error::Error::is_duplicate(&error) => {
                if was_sent(form_key, conn).await? {
                    return Ok(Outcome::Sent);
                }
                self.check(&inviting.setting.email_domains, conn).await?;
                Ok(Outcome::Changed(self))
            }
            Err(error) => Err(error),
        }
    }

    async fn send(&self, form_key: FormKey, inviting: &Inviting<'_>, conn: &mut AsyncPgConnection) -> Result<()> {
        let (admin, people) = (inviting.admin.id(), self.invited().count());
        diesel::insert_into(invitation_list::table)
            .values((
                invitation_list::form_key.eq(form_key),
                invitation_list::sent_by.eq(admin),
                invitation_list::people.eq(i32::try_from(people).expect("a list is short")),
            ))
            .execute(conn)
            .await?;
        let rows = self.invited().map(|(name, email)| {
            (
                invitation::id.eq(InvitationId::new()),
                invitation::email.eq(email.typed()),
                invitation::email_key.eq(email.key()),
                invitation::full_name.eq(name.as_str()),
                invitation::role.eq(Role::Student.code()),
                invitation::invited_by.eq(admin),
                invitation::form_key.eq(FormKey::new()),
            )
        });
        let ids: Vec<InvitationId> = diesel::insert_into(invitation::table)
            .values(rows.collect::<Vec<_>>())
            .returning(invitation::id)
            .get_results(conn)
            .await?;
        let about: Vec<_> = ids.into_iter().map(|id| (Some(id.0), None)).collect();
        audit::record_all(Some(admin), Action::Invited, "invitation", &about, conn).await?;
        let keys: Vec<&str> = self.invited().map(|(_, email)| email.key()).collect();
        let links = token::issue_all(Purpose::Invite, &keys, conn).await?;
        let letter = inviting.letter(Role::Student);
        let letters = self.invited().zip(&links);
        let letters: Vec<_> =
            letters.map(|((name, email), link)| inviting.to(&letter, name.as_str(), email.typed(), link)).collect();
        inviting.post.put_all(&letters, conn).await
    }
}

async fn was_sent(form_key: FormKey, conn: &mut AsyncPgConnection) -> Result<bool> {
    Ok(diesel::select(exists(invitation_list::table.find(form_key))).get_result(conn).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_at_least_one_line_and_at_most_500() {
        assert_eq!(Plan::read(" \n\n").err(), Some("list-missing"));
        let many = |count: usize| (0..count).map(|n| format!("A B, a{n}@a.example\n")).collect::<String>();
        assert_eq!(Plan::read(&many(500)).map(|plan| plan.invited().count()), Ok(500));
        assert_eq!(Plan::read(&many(501)).err(), Some("list-too-long"));
    }

    #[test]
    fn a_mark_stands_for_who_will_be_invited_and_nothing_else() {
        let mark = |text| Plan::read(text).map(|plan| plan.mark());
        assert_eq!(mark("A B, a@a.example"), mark("\n \nA B <a@a.example>\nwrong"));
        assert_ne!(mark("A B, a@a.example"), mark("A C, a@a.example"));
        assert_ne!(mark("A B, a@a.example"), mark("A B, b@a.example"));
    }
}
