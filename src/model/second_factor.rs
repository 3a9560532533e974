//! The second factor: six digits of an authenticator app (RFC 6238), and ten recovery codes for the day the phone is lost.
//!
//! A code works once: the step of the last one used is kept, and only a later step passes.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use totp_rs::{Builder, Totp};

use super::{
    audit::{self, Action},
    error::{Error, Result},
    id::PersonId,
    secret::{Seal, Secret},
};
use crate::schema::{recovery_code, second_factor};

/// As many bytes as RFC 4226 recommends.
const SEED_BYTES: usize = 20;
const RECOVERY_CODES: usize = 10;
/// Letters and digits that nobody mixes up.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

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

    fn seal(&self, person_id: PersonId, secret: &Secret) -> Vec<u8> {
        secret.seal(Seal::Seed, person_id.0, &self.0)
    }

    fn open(sealed: &[u8], person_id: PersonId, secret: &Secret) -> Option<Self> {
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
    fn step_of(&self, code: &str, at: Timestamp) -> Option<i64> {
        let seconds = u64::try_from(at.as_second()).ok()?;
        self.totp("", "-").check(code, seconds).and_then(|step| i64::try_from(step).ok())
    }

    /// The code an app shows at a moment.
    #[must_use]
    pub fn code_at(&self, at: Timestamp) -> String {
        self.totp("", "-").generate(at.as_second().unsigned_abs()).to_string()
    }
}

/// A code for the day the phone is lost. Only its hash is kept: 50 random bits need no slow one.
pub struct RecoveryCode(String);

impl RecoveryCode {
    fn random() -> Self {
        let mut bytes = [0; 10];
        getrandom::fill(&mut bytes).expect("the system's random source works");
        Self(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
    }

    /// As it stands on the sheet: `k7f2q-9xmzr`.
    #[must_use]
    pub fn expose(&self) -> String {
        format!("{}-{}", &self.0[..5], &self.0[5..])
    }

    fn hash_of(typed: &str, person_id: PersonId) -> Vec<u8> {
        let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
        Sha256::new().chain_update(person_id.0).chain_update(letters.to_ascii_lowercase()).finalize().to_vec()
    }
}

/// How somebody's second factor stands.
#[derive(Queryable)]
pub struct Standing {
    /// Since when.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub since: Timestamp,
    /// Recovery codes not used yet.
    pub codes_left: i64,
}

/// Somebody's second factor, if they have one.
///
/// # Errors
/// When the database fails.
pub async fn standing(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<Option<Standing>> {
    let codes_left = recovery_code::table
        .filter(recovery_code::person_id.eq(second_factor::person_id))
        .filter(recovery_code::used_at.is_null())
        .count()
        .single_value()
        .assume_not_null();
    Ok(second_factor::table
        .find(person_id)
        .select((second_factor::created_at, codes_left))
        .first(conn)
        .await
        .optional()?)
}

/// Sets the second factor up, if the code shows that the app has the seed. The recovery codes are told this once.
///
/// # Errors
/// [`Error::Conflict`] when there is one already.
pub async fn set_up(
    person_id: PersonId,
    seed: &Seed,
    code: &str,
    secret: &Secret,
    conn: &mut AsyncPgConnection,
) -> Result<Option<Vec<RecoveryCode>>> {
    let Some(step) = seed.step_of(&digits(code), Timestamp::now()) else { return Ok(None) };
    conn.transaction(async |conn| {
        let made = diesel::insert_into(second_factor::table)
            .values((
                second_factor::person_id.eq(person_id),
                second_factor::sealed_seed.eq(seed.seal(person_id, secret)),
                second_factor::last_step.eq(step),
            ))
            .on_conflict_do_nothing()
            .execute(conn)
            .await?;
        if made == 0 {
            return Err(Error::Conflict);
        }
        record(person_id, Action::SetUpSecondFactor, conn).await?;
        Ok(Some(write_codes(person_id, conn).await?))
    })
    .await
}

/// New recovery codes; the old ones stop working.
///
/// # Errors
/// When there is no second factor.
pub async fn renew_codes(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<RecoveryCode>> {
    conn.transaction(async |conn| {
        // Two renewals at once would leave two sheets that both work.
        second_factor::table.find(person_id).select(second_factor::last_step).for_update().first::<i64>(conn).await?;
        diesel::delete(recovery_code::table.filter(recovery_code::person_id.eq(person_id))).execute(conn).await?;
        record(person_id, Action::RenewedRecoveryCodes, conn).await?;
        write_codes(person_id, conn).await
    })
    .await
}

async fn write_codes(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<RecoveryCode>> {
    let codes: Vec<_> = (0..RECOVERY_CODES).map(|_| RecoveryCode::random()).collect();
    let rows: Vec<_> = codes
        .iter()
        .map(|code| {
            (recovery_code::person_id.eq(person_id), recovery_code::hash.eq(RecoveryCode::hash_of(&code.0, person_id)))
        })
        .collect();
    diesel::insert_into(recovery_code::table).values(rows).execute(conn).await?;
    Ok(codes)
}

/// Whether what somebody typed is their app's code or a recovery code not used yet. Either is used up by it.
///
/// # Errors
/// When the database fails.
pub async fn proves(person_id: PersonId, typed: &str, secret: &Secret, conn: &mut AsyncPgConnection) -> Result<bool> {
    let code = digits(typed);
    let used = if code.len() == 6 {
        let sealed: Option<Vec<u8>> =
            second_factor::table.find(person_id).select(second_factor::sealed_seed).first(conn).await.optional()?;
        let seed = sealed.and_then(|sealed| Seed::open(&sealed, person_id, secret));
        let Some(step) = seed.and_then(|seed| seed.step_of(&code, Timestamp::now())) else { return Ok(false) };
        diesel::update(second_factor::table.find(person_id).filter(second_factor::last_step.lt(step)))
            .set(second_factor::last_step.eq(step))
            .execute(conn)
            .await?
    } else {
        let hash = RecoveryCode::hash_of(typed, person_id);
        diesel::update(recovery_code::table.find((person_id, hash)).filter(recovery_code::used_at.is_null()))
            .set(recovery_code::used_at.eq(now))
            .execute(conn)
            .await?
    };
    Ok(used == 1)
}

/// Takes the second factor off; `by` is its owner, or an admin for somebody who lost phone and codes.
///
/// # Errors
/// When the database fails.
pub async fn take_off(person_id: PersonId, by: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        if diesel::delete(second_factor::table.find(person_id)).execute(conn).await? == 0 {
            return Ok(());
        }
        audit::record(Some(by), Action::TookOffSecondFactor, "person", Some(person_id.0), None, conn).await
    })
    .await
}

async fn record(person_id: PersonId, action: Action, conn: &mut AsyncPgConnection) -> Result<()> {
    audit::record(Some(person_id), action, "person", Some(person_id.0), None, conn).await
}

/// A code as apps show it, `123 456`, without its space; anything else as it is.
fn digits(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).take(40).collect()
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

    #[test]
    fn a_recovery_code_may_be_typed_in_any_way() {
        let person = PersonId::new();
        let code = RecoveryCode::random();
        let hash = RecoveryCode::hash_of(&code.0, person);
        assert_eq!(RecoveryCode::hash_of(&code.expose().to_uppercase(), person), hash);
        assert_eq!(RecoveryCode::hash_of(&format!(" {} ", code.expose()), person), hash);
        assert_ne!(RecoveryCode::hash_of(&code.0, PersonId::new()), hash);
    }
}
