//! The choices a student has in the profile; codes and options are those of the field notes, 4e.

use serde::{Deserialize, Serialize};

/// The message key for a value that is not among a field's choices.
pub const UNKNOWN: &str = "choice-unknown";

// One list per question: the code is at once the form value, the stored value and the JSON value.
macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$note])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every choice, in the order it is offered.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// Its value in forms and in storage.
            pub fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)+
                }
            }

            /// The choice with this code; the error is a message key.
            pub fn parse(code: &str) -> Result<$name, &'static str> {
                match code {
                    $($code => Ok($name::$variant),)+
                    _ => Err(UNKNOWN),
                }
            }
        }
    };
}

choices! {
    /// The highest education a student has finished, lowest first: later ones open every entry that earlier ones open.
    Education {
        /// High school or GED.
        HighSchool = "hs",
        /// Some college, without a degree.
        SomeCollege = "some_college",
        /// Associate degree.
        Associate = "associate",
        /// Bachelor's degree.
        Bachelor = "bachelor",
        /// Master's degree or higher.
        Master = "master",
    }
}

choices! {
    /// The kind of credits a student counts in; one semester credit is 1.5 quarter credits.
    CreditUnit {
        /// Quarter credits.
        Quarter = "quarter",
        /// Semester credits.
        Semester = "semester",
        /// The student does not know; counted as quarter credits, and the page says so.
        NotSure = "not_sure",
    }
}

choices! {
    /// How much of a student's time the study gets.
    Pace {
        /// Full time.
        Full = "full",
        /// Half time.
        Half = "half",
    }
}

choices! {
    /// What a student can spend; read by the advisor, moves nothing.
    Cost {
        /// As low as possible.
        Lowest = "lowest",
        /// Moderate.
        Moderate = "moderate",
        /// Flexible.
        Flexible = "flexible",
    }
}

choices! {
    /// Whether a student wants to supervise people within about five years.
    Supervise {
        /// Yes: speaks against a result that names HI.
        Yes = "yes",
        /// Maybe: speaks against nothing; also the meaning of an empty field.
        Maybe = "maybe",
        /// No: speaks against a result that names HIM.
        No = "no",
    }
}

choices! {
    /// Where a student would like to work; shows the settings of both programs, moves nothing.
    Setting {
        /// Hospital or clinic.
        HospitalClinic = "hospital_clinic",
        /// Physician's office.
        PhysicianOffice = "physician_office",
        /// Residential care.
        ResidentialCare = "residential_care",
        /// Government.
        Government = "government",
        /// Insurer.
        Insurer = "insurer",
        /// Consulting firm.
        Consulting = "consulting",
        /// Health care company.
        HealthCompany = "health_company",
        /// Remote.
        Remote = "remote",
        /// No preference.
        NoPreference = "no_preference",
    }
}

choices! {
    /// How important pay is to a student; orders the comparison table, moves nothing.
    PayPriority {
        /// It comes first.
        Top = "top",
        /// One of several things.
        OneOfSeveral = "one_of_several",
        /// Not very important.
        Low = "low",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_read_back_from_its_code() {
        macro_rules! round {
            ($($name:ident)+) => {$(
                for choice in $name::ALL {
                    assert_eq!($name::parse(choice.code()), Ok(*choice));
                    assert_eq!(serde_json::to_string(choice).unwrap(), format!("{:?}", choice.code()));
                }
                assert_eq!($name::parse(""), Err("choice-unknown"));
                assert_eq!($name::parse("None"), Err("choice-unknown"));
            )+};
        }
        round!(Education CreditUnit Pace Cost Supervise Setting PayPriority);
    }

    #[test]
    fn education_rises() {
        assert!(Education::ALL.is_sorted());
        assert!(Education::HighSchool < Education::SomeCollege && Education::Bachelor < Education::Master);
    }
}
