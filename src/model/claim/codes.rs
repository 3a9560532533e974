//! What a value counts, how it was made and how sure we are: closed lists whose codes are the stored values.

macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $code:literal, $words:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$note])* $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its code in storage and forms.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The one with this code.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }

            /// How a reader calls it; empty where nothing need be said.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$variant => $words,)+
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(code: String) -> Result<Self, String> {
                Self::parse(&code).ok_or_else(|| format!("{code} is no {}", stringify!($name)))
            }
        }

        impl From<$name> for String {
            fn from(one: $name) -> Self {
                one.code().to_owned()
            }
        }
    };
}

codes! {
    /// What a figure counts.
    Unit {
        /// Dollars a year.
        UsdPerYear = "usd_per_year", "a year";
        /// Dollars, once.
        Usd = "usd", "";
        /// Percent.
        Percent = "percent", "";
        /// People, jobs, hours, questions: whole things.
        Count = "count", "";
        /// A rating from 1 to 7.
        Scale1To7 = "scale_1_7", "1 to 7";
        /// Credits.
        Credits = "credits", "credits";
        /// Years.
        Years = "years", "years";
        /// Words instead of a figure.
        Text = "text", "";
    }
}

codes! {
    /// How a figure was made from what was counted.
    Statistic {
        /// Half have more, half have less.
        Median = "median", "median";
        /// The sum over the number.
        Mean = "mean", "mean";
        /// One in ten has less.
        P10 = "p10", "10th percentile";
        /// One in four has less.
        P25 = "p25", "25th percentile";
        /// One in four has more.
        P75 = "p75", "75th percentile";
        /// One in ten has more.
        P90 = "p90", "90th percentile";
        /// An estimate of what is to come.
        Projection = "projection", "projection";
        /// Counted.
        Count = "count", "count";
        /// A part of the whole.
        Share = "share", "share";
        /// What something costs.
        Price = "price", "price";
        /// What experts or a model gave.
        Rating = "rating", "rating";
        /// None: a fact in words.
        None = "none", "";
    }
}

codes! {
    /// How sure we are of a figure.
    Checked {
        /// Read in the source's own text or data.
        AtTheSource = "P", "Read at the source";
        /// Read in a second copy.
        InACopy = "S", "Read in a second copy";
        /// Not confirmed.
        NotConfirmed = "M", "Not confirmed";
    }
}

codes! {
    /// What a reader is told about how sure a figure is.
    State {
        /// Read at the source, and the next check is still to come.
        Checked = "checked", "Checked";
        /// Still to be read at the source.
        ToCheck = "to-check", "To be checked";
        /// The day of the next check has passed.
        ReviewDue = "review-due", "Review due";
        /// Its last day has passed: readers no longer see its value.
        Expired = "expired", "Expired";
        /// Kept for the record.
        Historical = "historical", "Historical";
    }
}
