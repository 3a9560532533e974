//! What letters about an account say of it.

use serde::{Deserialize, Serialize};

/// What an admin did to somebody's account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountChange {
    /// They are an advisor now.
    MadeAdvisor,
    /// They are a lead advisor now.
    MadeLead,
    /// They are an admin now.
    MadeAdmin,
    /// Their closed account is open again.
    Reopened,
}

/// What happened to somebody's second step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactorChange {
    /// Set up with an authenticator app.
    SetUp,
    /// New recovery codes; the old ones stopped working.
    CodesRenewed,
    /// Taken off by its owner, or together with a change of address that was undone.
    TakenOff,
    /// Taken off by an admin.
    TakenOffByAdmin,
}
