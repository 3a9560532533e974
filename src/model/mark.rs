//! A few letters that stand for a plan that somebody looked at: another plan has others.

use sha2::{Digest as _, Sha256};

/// The mark of these lines.
pub fn of(lines: impl IntoIterator<Item = String>) -> String {
    let mut digest = Sha256::new();
    for line in lines {
        digest.update(line);
        digest.update("\n");
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn another_plan_has_another_mark() {
        let of = |lines: &[&str]| super::of(lines.iter().map(|line| (*line).to_owned()));
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
        assert!(of(&["a", "b"]) != of(&["b", "a"]) && of(&["a", "b"]) != of(&["ab"]) && of(&[]) != of(&[""]));
    }
}
