//! The sentences people read, by language: a folder each, a file a noun.
//!
//! `t.say("key")` gives a [`Phrase`]; `.set("name", value)` fills its places. A key that is missing from the file is a
//! fault of ours: the page shows the key, and the test over all templates and sources fails.

pub mod own;

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::language::Language;

macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!($language, "/frame.ftl")),
            include_str!(concat!($language, "/accounts.ftl")),
            include_str!(concat!($language, "/public.ftl")),
            include_str!(concat!($language, "/questions.ftl")),
            include_str!(concat!($language, "/results.ftl")),
            include_str!(concat!($language, "/trial.ftl")),
            include_str!(concat!($language, "/own_data.ftl")),
            include_str!(concat!($language, "/staff.ftl")),
            include_str!(concat!($language, "/desk.ftl")),
            include_str!(concat!($language, "/letters.ftl")),
        ]
    };
}

/// Each language has the same files with the same keys and places; tests/words.rs holds that.
const ENGLISH: &[&str] = files!("en");
const SPANISH: &[&str] = files!("es");

type Bundle = FluentBundle<FluentResource>;

/// The sentences of one language.
#[derive(Clone)]
pub struct Words {
    language: Language,
    bundle: Arc<Bundle>,
    /// A school's own wording, asked first.
    own: Option<Arc<Bundle>>,
    /// What every sentence may name.
    known: Arc<Vec<(&'static str, String)>>,
    /// Which sentences were said, where somebody wants to know.
    heard: Option<Arc<Mutex<Vec<String>>>>,
}

impl Words {
    /// English, the language everything is written in first.
    #[must_use]
    pub fn english() -> Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Self::parse(Language::English, ENGLISH)).clone()
    }

    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        match language {
            Language::English => Self::english(),
            Language::Spanish => WORDS.get_or_init(|| Self::parse(language, SPANISH)).clone(),
        }
    }

    fn parse(language: Language, texts: &[&str]) -> Self {
        let tag = language.code().parse().expect("our tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        for text in texts {
            // A test parses every file, so a broken one never leaves the house; what of it can be read is used.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle: Arc::new(bundle), own: None, known: Arc::default(), heard: None }
    }

    /// The same with some sentences in a school's own wording, by their ids of [`own`].
    #[must_use]
    pub fn with_own(&self, own: &BTreeMap<String, String>) -> Self {
        if own.is_empty() {
            return self.clone();
        }
        let tag = self.language.code().parse().expect("our tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let text = own::compiled(self.language, own);
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { own: Some(Arc::new(bundle)), ..self.clone() }
    }

    /// Whether some sentences are in a school's own wording.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.own.is_some()
    }

    /// The same where every sentence may name these.
    #[must_use]
    pub fn knowing(self, known: Vec<(&'static str, String)>) -> Self {
        Self { known: Arc::new(known), ..self }
    }

    /// The same, and from now on it is known which sentences were said.
    #[must_use]
    pub fn listening(&self) -> Self {
        Self { heard: Some(Arc::default()), ..self.clone() }
    }

    /// The keys of the sentences that were said since, in the order in which they were first said.
    #[must_use]
    pub fn heard(&self) -> Vec<String> {
        let heard = self.heard.as_ref().map(|heard| heard.lock().unwrap_or_else(PoisonError::into_inner).clone());
        heard.unwrap_or_default()
    }

    fn hear(&self, key: &str) {
        if let Some(heard) = &self.heard {
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            if !heard.iter().any(|known| known == key) {
                heard.push(key.to_owned());
            }
        }
    }

    /// Which language they are in: it also says days, times and numbers.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence with this key.
    #[must_use]
    pub fn say<'a>(&'a self, key: &'a str) -> Phrase<'a> {
        Phrase { words: self, key, args: RefCell::default() }
    }

    /// Whether there is such a sentence.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn message(&self, key: &str) -> Option<(&Bundle, FluentMessage<'_>)> {
        let own = self.own.as_ref().and_then(|own| Some((own.as_ref(), own.get_message(key)?)));
        own.or_else(|| Some((self.bundle.as_ref(), self.bundle.get_message(key)?)))
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
        self.words.hear(self.key);
        // The last resort: a test fails when a language lacks a key.
        let english = Words::english();
        let found = self.words.message(self.key).or_else(|| english.message(self.key));
        match found.and_then(|(bundle, message)| Some((bundle, message.value()?))) {
            Some((bundle, pattern)) => {
                let said = self.args.borrow();
                if self.words.known.is_empty() {
                    return f.write_str(&bundle.format_pattern(pattern, Some(&said), &mut Vec::new()));
                }
                let mut args = FluentArgs::new();
                for (name, value) in self.words.known.iter() {
                    args.set(*name, value.as_str());
                }
                for (name, value) in said.iter() {
                    args.set(name, value.clone());
                }
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
