//! What a result can say: the outcomes, the reasons for naming no program, and the flags.

use serde::{Deserialize, Serialize};

// One list per kind: the code is at once the stored value and the JSON value.
macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$note])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// Its code in storage.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)+
                }
            }

            /// The one with this code.
            pub fn parse(code: &str) -> Option<$name> {
                match code {
                    $($code => Some($name::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

codes! {
    /// One of the two programs.
    Side {
        /// Health informatics.
        Hi = "HI",
        /// Health information management.
        Him = "HIM",
    }
}

codes! {
    /// Which program the answers speak for, and how clearly.
    Outcome {
        /// Health informatics, clearly.
        HiClear = "HI_CLEAR",
        /// Health informatics, by a lean.
        HiLean = "HI_LEAN",
        /// Neither is named; a reason says why.
        Either = "EITHER",
        /// Health information management, by a lean.
        HimLean = "HIM_LEAN",
        /// Health information management, clearly.
        HimClear = "HIM_CLEAR",
        /// Too few answers to say anything.
        Insufficient = "INSUFFICIENT",
    }
}

codes! {
    /// Why no program is named.
    Reason {
        /// The answers name one, the wish about supervising speaks for the other.
        Conflict = "CONFLICT",
        /// Nearly everything was liked.
        BothAppeal = "BOTH_APPEAL",
        /// Nearly everything was disliked: other programs may be worth a look.
        NeitherAppeals = "NEITHER_APPEALS",
        /// Every answer was in the middle.
        NoOpinion = "NO_OPINION",
        /// The answers speak for both about equally.
        Balanced = "BALANCED",
    }
}

codes! {
    /// What a reader should know about the answers; only the first one moves the outcome.
    Flag {
        /// The wish about supervising speaks against the named program and lowered the outcome one step.
        SupervisionConflict = "SUPERVISION_CONFLICT",
        /// Nearly everything was disliked.
        LowInterest = "LOW_INTEREST",
        /// Nearly all answers were the same.
        LowVariation = "LOW_VARIATION",
        /// Many items were left out or answered with "don't know".
        ManyUnsure = "MANY_UNSURE",
    }
}

impl Side {
    /// The other program.
    pub fn other(self) -> Side {
        match self {
            Side::Hi => Side::Him,
            Side::Him => Side::Hi,
        }
    }
}

impl Outcome {
    /// The program it names, if it names one.
    pub fn side(self) -> Option<Side> {
        match self {
            Outcome::HiClear | Outcome::HiLean => Some(Side::Hi),
            Outcome::HimLean | Outcome::HimClear => Some(Side::Him),
            Outcome::Either | Outcome::Insufficient => None,
        }
    }

    /// Whether it names a program clearly.
    pub fn is_clear(self) -> bool {
        matches!(self, Outcome::HiClear | Outcome::HimClear)
    }

    /// The outcome one step nearer to naming none.
    pub fn one_step_lower(self) -> Outcome {
        match self {
            Outcome::HiClear => Outcome::HiLean,
            Outcome::HimClear => Outcome::HimLean,
            Outcome::HiLean | Outcome::HimLean | Outcome::Either => Outcome::Either,
            Outcome::Insufficient => Outcome::Insufficient,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back() {
        macro_rules! round {
            ($($name:ident)+) => {$(
                for one in $name::ALL {
                    assert_eq!($name::parse(one.as_str()), Some(*one));
                    assert_eq!(serde_json::to_string(one).unwrap(), format!("{:?}", one.as_str()));
                }
                assert_eq!($name::parse("hi"), None);
            )+};
        }
        round!(Side Outcome Reason Flag);
    }

    #[test]
    fn lowering_ends_at_either() {
        assert_eq!(Outcome::HiClear.one_step_lower().one_step_lower().one_step_lower(), Outcome::Either);
        assert_eq!(Outcome::HimClear.one_step_lower(), Outcome::HimLean);
        assert_eq!(Outcome::Insufficient.one_step_lower(), Outcome::Insufficient);
    }
}
