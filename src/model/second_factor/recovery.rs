//! Recovery codes.

use sha2::{Digest as _, Sha256};

use crate::model::id::PersonId;

/// How many are on a sheet.
pub const RECOVERY_CODES: usize = 10;
/// Letters and digits that nobody mixes up.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A code for the day the phone is lost. Only its hash is kept: 50 random bits need no slow one.
pub struct RecoveryCode(pub(super) String);

impl RecoveryCode {
    pub(super) fn random() -> Self {
        let mut bytes = [0; 10];
        getrandom::fill(&mut bytes).expect("the system's random source works");
        Self(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
    }

    /// As it stands on the sheet: `k7f2q-9xmzr`.
    #[must_use]
    pub fn expose(&self) -> String {
        format!("{}-{}", &self.0[..5], &self.0[5..])
    }

    /// Its hash, however it was typed.
    pub(super) fn hash_of(typed: &str, person_id: PersonId) -> Vec<u8> {
        let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
        Sha256::new().chain_update(person_id.0).chain_update(letters.to_ascii_lowercase()).finalize().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
