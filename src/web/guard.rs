//! The permission of a handler is its first parameter. These extractors make it, from the session, and nothing else does.

use std::{future::Future, future::Ready, future::ready, ops::Deref, ops::DerefMut, pin::Pin};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload};

use super::{error::Error, state};
use crate::{
    db,
    model::person::{Admin, Advisor, Lead, Person, Student},
};

/// Whoever answers the questionnaire. Today that is a student; visitors who only try will join.
pub type Respondent = Student;

macro_rules! guards {
    ($($known:ident),*) => {$(
        impl FromRequest for $known {
            type Error = Error;
            type Future = Ready<Result<Self, Error>>;

            /// Nobody is sent to sign in; somebody else finds nothing here.
            fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
                ready(match req.extensions().get::<Person>() {
                    None => Err(Error::SignedOut),
                    Some(person) => $known::known(person.clone()).ok_or(Error::NotFound),
                })
            }
        }
    )*};
}
guards!(Student, Advisor, Lead, Admin);

/// Somebody who may or may not be signed in.
pub struct Anyone(pub Option<Person>);

impl FromRequest for Anyone {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(req.extensions().get::<Person>().cloned())))
    }
}

/// A database connection, the only extractor that waits for the pool. Always a handler's last.
pub struct Conn(db::Conn);

impl Deref for Conn {
    type Target = diesel_async::AsyncPgConnection;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Conn {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl FromRequest for Conn {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pool = state::pool(req).clone();
        Box::pin(async move { Ok(Self(pool.get().await?)) })
    }
}
