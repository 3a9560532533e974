//! The contact a note tells of: when, how and about what advisor and student were in touch.

use jiff::civil::Date;

use crate::model::calendar;

macro_rules! choices {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal $words:literal,)+ })+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All of them, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its value in forms and in storage.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// What staff pages call it.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }

            /// The one with this code; nothing chosen is nothing.
            ///
            /// # Errors
            /// The message key.
            pub fn parse(code: &str) -> std::result::Result<Option<Self>, &'static str> {
                match code {
                    "" => Ok(None),
                    $($code => Ok(Some(Self::$variant)),)+
                    _ => Err("staff-choice-unknown"),
                }
            }
        }
    )+};
}
pub(in crate::model) use choices;

choices! {
    /// How advisor and student were in touch.
    How {
        /// Face to face.
        InPerson = "in_person" "In person",
        /// On the phone.
        Phone = "phone" "Phone",
        /// On video.
        Video = "video" "Video",
        /// By email.
        Email = "email" "Email",
    }

    /// What it was about.
    Topic {
        /// Which program.
        Program = "program" "Program choice",
        /// What credits count.
        Credits = "credits" "Credits",
        /// Cost and aid.
        Money = "money" "Money",
        /// Jobs.
        Work = "work" "Work",
        /// Anything else.
        Other = "other" "Other",
    }
}

/// When, how and about what advisor and student were in touch; a note without a date is no contact.
#[derive(Clone, Copy, Default)]
pub struct Contact {
    /// The day, on the school's calendar.
    pub on: Option<Date>,
    /// The way.
    pub how: Option<How>,
    /// The subject.
    pub topic: Option<Topic>,
}

/// Reads a contact date; a day that is still to come is none. `today` is the school's.
///
/// # Errors
/// The message key.
pub fn contact_date(raw: &str, today: Date) -> std::result::Result<Option<Date>, &'static str> {
    match raw.trim() {
        "" => Ok(None),
        raw => match calendar::day(raw) {
            Some(day) if day > today => Err("contact-date-to-come"),
            Some(day) if day.year() >= 1990 => Ok(Some(day)),
            _ => Err("contact-date-malformed"),
        },
    }
}
