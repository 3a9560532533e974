//! The sentences people read, by language: a folder each, a file a noun.
//!
//! `t.say("key")` gives a [`Phrase`]; `.set("name", value)` fills its places. A key that is missing from the file is a
//! fault of ours: the page shows the key, and the test over all templates and sources fails.

use std::{borrow::Cow, cell::RefCell, fmt, sync::Arc};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

const ENGLISH: &[&str] = &[
    include_str!("en/frame.ftl"),
    include_str!("en/accounts.ftl"),
    include_str!("en/public.ftl"),
    include_str!("en/questions.ftl"),
    include_str!("en/results.ftl"),
    include_str!("en/trial.ftl"),
    include_str!("en/own_data.ftl"),
    include_str!("en/staff.ftl"),
    include_str!("en/letters.ftl"),
];

/// The sentences of one language.
#[derive(Clone)]
pub struct Words(Arc<FluentBundle<FluentResource>>);

impl Words {
    /// English, the language everything is written in first.
    #[must_use]
    pub fn english() -> Self {
        static BUNDLE: std::sync::OnceLock<Words> = std::sync::OnceLock::new();
        BUNDLE.get_or_init(|| Self::parse("en", ENGLISH)).clone()
    }

    /// The words for a locale tag; an unknown one gets English.
    #[must_use]
    pub fn of(_locale: &str) -> Self {
        Self::english()
    }

    fn parse(tag: &str, texts: &[&str]) -> Self {
        let tag = tag.parse().expect("the tags above are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        for text in texts {
            // A test parses every file, so a broken one never leaves the house; what of it can be read is used.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self(Arc::new(bundle))
    }

    /// The sentence with this key.
    #[must_use]
    pub fn say<'a>(&'a self, key: &'a str) -> Phrase<'a> {
        Phrase { words: self, key, args: RefCell::default() }
    }

    /// Whether there is such a sentence.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.0.has_message(key)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
}

/// A sentence on its way to the page.
pub struct Phrase<'a> {
    words: &'a Words,
    key: &'a str,
    args: RefCell<FluentArgs<'a>>,
}

impl<'a> Phrase<'a> {
    /// Fills the place `{ $name }`.
    #[must_use]
    pub fn set(self, name: &'a str, value: impl Fill<'a>) -> Self {
        self.args.borrow_mut().set(name, value.fill());
        self
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bundle = &self.words.0;
        match bundle.get_message(self.key).and_then(|message| message.value()) {
            Some(pattern) => {
                let args = self.args.borrow();
                f.write_str(&bundle.format_pattern(pattern, Some(&args), &mut Vec::new()))
            }
            None => f.write_str(self.key),
        }
    }
}

/// What may fill a place: whole numbers (so that plurals work) and text.
pub trait Fill<'a> {
    /// The value as Fluent takes it.
    fn fill(self) -> FluentValue<'a>;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl<'a> Fill<'a> for $number {
            fn fill(self) -> FluentValue<'a> { FluentValue::from(self) }
        }
        impl<'a> Fill<'a> for &$number {
            fn fill(self) -> FluentValue<'a> { FluentValue::from(*self) }
        }
        impl<'a> Fill<'a> for &&$number {
            fn fill(self) -> FluentValue<'a> { FluentValue::from(**self) }
        }
    )*};
}
numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

macro_rules! texts {
    ($($text:ty),*) => {$(
        impl<'a> Fill<'a> for $text {
            fn fill(self) -> FluentValue<'a> { FluentValue::String(Cow::Owned(self.to_string())) }
        }
    )*};
}
texts!(&str, &&str, &&&str, String, &String, &&String, Phrase<'_>);
