//! The permission of a handler is its first parameter. These extractors make it, from the session, and nothing else does.

use std::{
    future::{Future, Ready, ready},
    ops::{Deref, DerefMut},
    pin::Pin,
};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload};

use super::{error::Error, session::Expired, state};
use crate::{
    db,
    model::{
        person::{Admin, Advisor, Lead, Member, Party, Person, Staff, Student},
        respondent::Respondent,
        session::{Anonymous, Session},
    },
};

macro_rules! guards {
    ($($known:ident),*) => {$(
        impl FromRequest for $known {
            type Error = Error;
            type Future = Ready<Result<Self, Error>>;

            /// Nobody is sent to sign in; somebody else finds nothing here; staff bring a second factor where it is required.
            fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
                ready(session(req).and_then(|session| {
                    let known = $known::known(session.person.clone()).ok_or(Error::NotFound)?;
                    if owes_factor(&session, req) { Err(Error::FactorFirst) } else { Ok(known) }
                }))
            }
        }
    )*};
}
guards!(Student, Advisor, Lead, Admin, Party, Staff);

impl FromRequest for Member {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    /// Also without the second factor: this is where one sets it up.
    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(session(req).and_then(|session| Self::known(session.person).ok_or(Error::NotFound)))
    }
}

impl FromRequest for Respondent {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    /// A student, or anybody who is not signed in. Whose session has just run out signs in again first.
    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if session(req).is_ok() {
            return ready(Student::from_request(req, payload).into_inner().map(Self::Student));
        }
        let has_expired = req.extensions().get::<Expired>().is_some();
        ready(if has_expired { Err(Error::SignedOut) } else { Ok(Self::Visitor(anonymous(req))) })
    }
}

/// The session of a browser in which nobody is signed in, if there is one.
#[must_use]
pub fn anonymous(req: &HttpRequest) -> Option<Anonymous> {
    req.extensions().get::<Anonymous>().copied()
}

impl FromRequest for Session {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(session(req))
    }
}

fn session(req: &HttpRequest) -> Result<Session, Error> {
    req.extensions().get::<Session>().cloned().ok_or(Error::SignedOut)
}

/// Whether somebody on the staff still has to set up the second factor before anything else.
#[must_use]
pub fn owes_factor(session: &Session, req: &HttpRequest) -> bool {
    session.person.role.is_staff() && !session.has_factor && state::shared(req).config.requires_second_factor()
}

/// Sudo mode: somebody who showed within the last ten minutes that it is them. Others are asked once more, and come back.
pub struct Sudo<T>(pub T);

impl<T: FromRequest<Error = Error, Future = Ready<Result<T, Error>>>> FromRequest for Sudo<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let known = T::from_request(req, payload).into_inner();
        ready(known.and_then(|known| if session(req)?.is_confirmed { Ok(Self(known)) } else { Err(Error::SudoFirst) }))
    }
}

/// Somebody who may or may not be signed in.
pub struct Anyone(pub Option<Person>);

impl FromRequest for Anyone {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(session(req).ok().map(|session| session.person))))
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

/// A connection for later: a file that comes in over minutes must not keep one from everybody else. In the place of [`Conn`].
pub struct Later(db::Pool);

impl Later {
    /// Waits for the pool.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn now(self) -> Result<Conn, Error> {
        Ok(Conn(self.0.get().await?))
    }
}

impl FromRequest for Later {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(state::pool(req).clone())))
    }
}
