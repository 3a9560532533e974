//! The eleven kinds of people who try a door, how each comes to it, and the usual patterns of who gets in.

use crate::support::{Member, Portal, Visitor};

/// To sign in, and back.
pub const IN: u16 = 1303;

/// Somebody who tries a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No account.
    Nobody,
    /// No account, and has answered here.
    Visitor,
    /// Registered, and has not opened the letter.
    Unconfirmed,
    /// Eve, whose record and results stand in the addresses.
    Student,
    /// Finn.
    OtherStudent,
    /// Ada, who has Eve.
    Advisor,
    /// Bo, after he had Eve for a while, and wrote about her.
    FormerAdvisor,
    /// Bo, who never had her.
    OtherAdvisor,
    /// Lee.
    Lead,
    /// Sam.
    Admin,
    /// Eve, Ada, Lee and Sam in turn, signed in when they were deactivated.
    Deactivated,
}

impl Kind {
    /// All of them, in the order of a [`Who`].
    pub const ALL: [Self; 11] = [
        Self::Nobody,
        Self::Visitor,
        Self::Unconfirmed,
        Self::Student,
        Self::OtherStudent,
        Self::Advisor,
        Self::FormerAdvisor,
        Self::OtherAdvisor,
        Self::Lead,
        Self::Admin,
        Self::Deactivated,
    ];

    /// Those with an account that works.
    pub fn signed_in() -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(|kind| !matches!(kind, Self::Nobody | Self::Visitor | Self::Unconfirmed | Self::Deactivated))
    }
}

/// What everybody gets at a door.
#[derive(Clone, Copy)]
pub struct Who([u16; 11]);

impl Who {
    /// What this kind gets.
    pub fn gets(self, kind: Kind) -> u16 {
        self.0[kind as usize]
    }

    /// The same, but for one kind.
    pub const fn but(mut self, kind: Kind, status: u16) -> Self {
        self.0[kind as usize] = status;
        self
    }
}

/// The same for everybody.
pub const fn all(status: u16) -> Who {
    Who([status; 11])
}

/// Who is not signed in gets the first, everybody else the second.
pub const fn outside(out: u16, within: u16) -> Who {
    all(within).but(Kind::Nobody, out).but(Kind::Visitor, out).but(Kind::Unconfirmed, out).but(Kind::Deactivated, out)
}

/// Whoever is signed in.
pub const fn signed_in(status: u16) -> Who {
    outside(IN, status)
}

/// Any student, and whoever is not signed in.
pub const fn respondents(status: u16) -> Who {
    outside(status, 404).but(Kind::Student, status).but(Kind::OtherStudent, status)
}

/// Any student.
pub const fn students(status: u16) -> Who {
    own(status).but(Kind::OtherStudent, status)
}

/// The student whose it is.
pub const fn own(status: u16) -> Who {
    signed_in(404).but(Kind::Student, status)
}

/// Any advisor and any lead advisor.
pub const fn staff(status: u16) -> Who {
    record(status).but(Kind::FormerAdvisor, status).but(Kind::OtherAdvisor, status)
}

/// The student's advisor, and any lead advisor.
pub const fn record(status: u16) -> Who {
    leads(status).but(Kind::Advisor, status)
}

/// The advisor who wrote it: Ada.
pub const fn adas(status: u16) -> Who {
    signed_in(404).but(Kind::Advisor, status)
}

/// Any lead advisor.
pub const fn leads(status: u16) -> Who {
    signed_in(404).but(Kind::Lead, status)
}

/// Any admin.
pub const fn admins(status: u16) -> Who {
    signed_in(404).but(Kind::Admin, status)
}

/// Comes to the portal as this kind; a deactivated one is all of them, one after the other.
pub async fn come(kind: Kind, portal: &Portal) -> Vec<Visitor> {
    let member = match kind {
        Kind::Nobody => return vec![portal.visitor()],
        Kind::Visitor => return vec![visitor(portal).await],
        Kind::Unconfirmed => return vec![unconfirmed(portal).await],
        Kind::Deactivated => return deactivated(portal).await,
        Kind::Student => portal.eve().await,
        Kind::OtherStudent => portal.finn().await,
        Kind::Advisor => portal.ada().await,
        Kind::FormerAdvisor => former_advisor(portal).await,
        Kind::OtherAdvisor => portal.bo().await,
        Kind::Lead => portal.lee().await,
        Kind::Admin => portal.sam().await,
    };
    vec![member.into_visitor()]
}

async fn visitor(portal: &Portal) -> Visitor {
    let visitor = portal.visitor();
    visitor.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    visitor
}

async fn unconfirmed(portal: &Portal) -> Visitor {
    let visitor = portal.visitor();
    let (email, password) = ("ivy@students.harbor.example", "violet pepper station nine");
    let form = [("name", "Ivy Noor"), ("email", email), ("password", password)];
    visitor.post("/register", form).await.leads_to("/register/sent");
    visitor.post("/sign-in", [("email", email), ("password", password)]).await.is(422);
    visitor
}

/// Has Eve for a while, opens her record and writes about her; then she is Ada's again.
async fn former_advisor(portal: &Portal) -> Member {
    let (bo, eve) = (portal.bo().await, portal.id_of("eve@students.harbor.example").await);
    let (path, ada) = (format!("/students/{eve}"), portal.id_of("ada@harbor.example").await);
    portal.move_student(eve, bo.id).await;
    let note = [("body", "Will call her mother"), ("level", "restricted")];
    bo.post(format!("{path}/notes"), note).await.leads_to(&path);
    bo.get(&path).await.is(200).says("Will call her mother");
    portal.move_student(eve, ada).await;
    bo
}

/// Signed in while it was possible.
async fn deactivated(portal: &Portal) -> Vec<Visitor> {
    let people = [portal.eve().await, portal.ada().await, portal.lee().await, portal.sam().await];
    portal.tell("update person set deactivated_at = now() where full_name ~ '^(Eve|Ada|Lee|Sam) '").await;
    people.map(Member::into_visitor).into()
}
