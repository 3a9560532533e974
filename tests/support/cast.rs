//! The people of the demo school, each signed in at a browser of their own.

use std::ops::Deref;

use diesel::{QueryableByName, sql_query, sql_types::Text, sql_types::Uuid as SqlUuid};
use diesel_async::RunQueryDsl as _;
use uuid::Uuid;

pub use super::cluster::{PASSWORD, code_now};
use super::{Page, Portal, Visitor};

/// One of the cast at their browser.
pub struct Member {
    /// Their id, also as a student.
    pub id: Uuid,
    /// Their address.
    pub email: &'static str,
    visitor: Visitor,
}

impl Deref for Member {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl Member {
    /// The browser alone.
    pub fn into_visitor(self) -> Visitor {
        self.visitor
    }

    /// The record of this student.
    pub fn path(&self) -> String {
        format!("/students/{}", self.id)
    }

    /// The notes about this student.
    pub fn notes_path(&self) -> String {
        format!("{}/notes", self.path())
    }

    /// The advice to this student.
    pub fn advice_path(&self) -> String {
        format!("{}/advice", self.path())
    }
}

macro_rules! cast {
    ($($(#[$doc:meta])* $name:ident: $email:literal;)*) => {
        impl Portal {
            $($(#[$doc])* pub async fn $name(&self) -> Member { self.signed_in($email).await })*
        }
    };
}

cast! {
    /// A student: has a clear result (HIM), advised by Ada.
    eve: "eve@students.harbor.example";
    /// A student: saved two parts; Bo's.
    finn: "finn@students.harbor.example";
    /// A student: has done nothing yet; Ada's.
    gus: "gus@students.harbor.example";
    /// A student: too close to call, nobody looked yet; Bo's.
    hana: "hana@students.harbor.example";
    /// An advisor: has Eve and Gus.
    ada: "ada@harbor.example";
    /// An advisor: has Finn and Hana.
    bo: "bo@harbor.example";
    /// The lead advisor.
    lee: "lee@harbor.example";
    /// The admin.
    sam: "sam@harbor.example";
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

impl Portal {
    /// The id behind an address.
    pub async fn id_of(&self, email: &str) -> Uuid {
        let query = sql_query("select id from person where email_key = lower($1)").bind::<Text, _>(email);
        let found = query.get_result::<Id>(&mut *self.desk().await).await;
        found.unwrap_or_else(|_| panic!("nobody has {email}")).id
    }

    /// Moves a student from the advisor who has them to another.
    pub async fn move_student(&self, student: Uuid, advisor: Uuid) {
        self.tell(&format!(
            "update assignment set until = now() where student_id = '{student}' and until is null;
             update desk set students = students - 1 where advisor_id = (select advisor_id from student where person_id = '{student}');
             insert into assignment (id, student_id, advisor_id) values (gen_random_uuid(), '{student}', '{advisor}');
             update desk set students = students + 1 where advisor_id = '{advisor}';
             update student set advisor_id = '{advisor}' where person_id = '{student}'"
        ))
        .await;
    }

    /// Signs in, with the code of the phone where one is asked for.
    pub async fn signs_in(&self, visitor: &Visitor, email: &str, password: &str) -> Page {
        let page = visitor.post("/sign-in", [("email", email), ("password", password)]).await;
        if page.status != 303 || !page.location().starts_with("/sign-in/code") {
            return page;
        }
        // A phone shows a new code each 30 seconds, and stories do not wait for it.
        self.tell("update second_factor set last_step = 0").await;
        let form = visitor.follow(&page).await.form("/sign-in/code");
        visitor.submit(form.fill("code", code_now())).await
    }

    async fn signed_in(&self, email: &'static str) -> Member {
        let visitor = self.visitor();
        self.signs_in(&visitor, email, PASSWORD).await.is(303);
        Member { id: self.id_of(email).await, email, visitor }
    }
}
