//! What an authenticator app and Signpost share, and the codes that come of it.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::Timestamp;
use totp_rs::{Builder, Totp};

use crate::model::{
    id::PersonId,
    secret::{Seal, Secret},
};

/// As many bytes as RFC 4226 recommends.
const SEED_BYTES: usize = 20;

/// What an authenticator app and Signpost share. It never prints.
pub struct Seed([u8; SEED_BYTES]);

impl Seed {
    /// A fresh one.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0; SEED_BYTES];
        getrandom::fill(&mut bytes).expect("the system's random source works");
        Self(bytes)
    }

    /// One that is known already.
    #[must_use]
    pub fn of(bytes: [u8; SEED_BYTES]) -> Self {
        Self(bytes)
    }

    /// Sealed for its person, as the set-up page carries it until the first code proves that the app has it.
    #[must_use]
    pub fn sealed(&self, person_id: PersonId, secret: &Secret) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.seal(person_id, secret))
    }

    /// The one in a set-up page, if it was made for this person.
    #[must_use]
    pub fn unsealed(sealed: &str, person_id: PersonId, secret: &Secret) -> Option<Self> {
        Self::open(&BASE64_URL_SAFE_NO_PAD.decode(sealed).ok()?, person_id, secret)
    }

    pub(super) fn seal(&self, person_id: PersonId, secret: &Secret) -> Vec<u8> {
        secret.seal(Seal::Seed, person_id.0, &self.0)
    }

    pub(super) fn open(sealed: &[u8], person_id: PersonId, secret: &Secret) -> Option<Self> {
        secret.open(Seal::Seed, person_id.0, sealed)?.try_into().ok().map(Self)
    }

    /// The app's entry. Six digits, SHA-1, 30 seconds: what every app can do.
    fn totp(&self, school: &str, email: &str) -> Totp {
        // A colon ends the issuer's name in the address that apps read.
        let plain = |text: &str| text.replace(':', " ");
        Builder::new()
            .with_secret(self.0.to_vec())
            .with_issuer(Some(format!("Signpost {}", plain(school))))
            .with_account_name(plain(email))
            .build()
            .expect("20 bytes are long enough and the names have no colon")
    }

    /// The address that an app reads from a picture.
    #[must_use]
    pub fn address(&self, school: &str, email: &str) -> String {
        self.totp(school, email).to_url().expect("an account always has an address")
    }

    /// The seed as somebody types it into an app, in groups of four.
    #[must_use]
    pub fn typed(&self) -> String {
        let letters = self.totp("", "-").secret().to_base32();
        let groups: Vec<_> = letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect();
        groups.join(" ")
    }

    /// The step of a code, one step early or late allowed; none if it is wrong.
    pub(super) fn step_of(&self, code: &str, at: Timestamp) -> Option<i64> {
        let seconds = u64::try_from(at.as_second()).ok()?;
        self.totp("", "-").check(code, seconds).and_then(|step| i64::try_from(step).ok())
    }

    /// The code an app shows at a moment.
    #[must_use]
    pub fn code_at(&self, at: Timestamp) -> String {
        self.totp("", "-").generate(at.as_second().unsigned_abs()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B: the SHA-1 seed at 59 s gives 94287082 with eight digits, so 287082 with six.
    #[test]
    fn codes_are_those_of_the_standard() {
        let seed = Seed(*b"12345678901234567890");
        let at = |second| Timestamp::from_second(second).unwrap();
        assert_eq!(seed.code_at(at(59)), "287082");
        assert_eq!(seed.step_of("287082", at(59)), Some(1));
        assert_eq!(seed.step_of("287082", at(89)), Some(1), "one step late");
        assert_eq!(seed.step_of("287082", at(29)), Some(1), "one step early");
        assert_eq!(seed.step_of("287082", at(120)), None);
        assert_eq!(seed.step_of("287083", at(59)), None);
    }

    #[test]
    fn an_app_reads_who_and_where() {
        let address = Seed([7; SEED_BYTES]).address("Harbor: State College", "ada@harbor.example");
        assert!(address.starts_with("otpauth://totp/"), "{address}");
        assert!(address.contains("secret=") && address.contains("ada%40harbor.example"), "{address}");
        assert_eq!(Seed([7; SEED_BYTES]).typed().split(' ').count(), 8);
    }

    #[test]
    fn a_seal_opens_for_its_person_only() {
        let secret = Secret::new(&"s".repeat(32)).unwrap();
        let (ada, bo) = (PersonId::new(), PersonId::new());
        let sealed = Seed([3; SEED_BYTES]).sealed(ada, &secret);
        assert_eq!(Seed::unsealed(&sealed, ada, &secret).map(|seed| seed.0), Some([3; SEED_BYTES]));
        assert!(Seed::unsealed(&sealed, bo, &secret).is_none());
        assert!(Seed::unsealed("nonsense", ada, &secret).is_none());
    }
}
