//! Every figure with its value, statistic, period, area, source and next check; then what is kept for the record.

use std::sync::Arc;

use askama::Template;

use super::{
    article::{self, Said},
    error::Error,
    figures::{Figures, today},
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{
    claim::{Claim, Source, TOPICS},
    page::{Page, Section},
    program::Ladders,
};

#[derive(Template)]
#[template(path = "sources/index.html")]
struct Index {
    frame: Frame,
    page: Page,
    sections: Arc<Vec<Section>>,
    figures: Figures,
    topics: Vec<Topic>,
    historical: Vec<Entry>,
    said: Vec<Said>,
    sources: Vec<Source>,
    ladders: Option<Ladders>,
}

/// The live figures of one topic.
struct Topic {
    code: &'static str,
    entries: Vec<Entry>,
}

/// One figure as the list shows it.
struct Entry {
    key: String,
    label: String,
    lang: &'static str,
    about: String,
    value: String,
    is_words: bool,
    basis: String,
    source: String,
    source_key: String,
    state: &'static str,
    date: String,
    next: String,
    note: String,
}

impl Entry {
    fn of(claim: &Claim, frame: &Frame) -> Self {
        let is_hidden = claim.is_expired(today(frame));
        let (date, next) = article::checks(claim, frame.language);
        Self {
            key: claim.key.clone(),
            label: claim.label_words().to_owned(),
            lang: claim.language().code(),
            about: claim.soc.as_ref().map(|soc| format!("SOC {soc}")).unwrap_or_default(),
            value: if is_hidden { frame.t.say("figure-under-review").to_string() } else { claim.value_words() },
            is_words: is_hidden || claim.value.is_none(),
            basis: claim.basis_words(),
            source: short(&claim.source.publisher).to_owned(),
            source_key: claim.source.key.clone(),
            state: claim.state(today(frame)).code(),
            date,
            next,
            note: claim.note_words().to_owned(),
        }
    }
}

/// A publisher without what stands in parentheses.
fn short(publisher: &str) -> &str {
    publisher.split(" (").next().unwrap_or(publisher)
}

/// The page. Three queries: words, figures, ladders.
///
/// # Errors
/// When nothing is published or the database is away.
pub async fn index(frame: Frame, mut conn: Conn) -> Reply {
    let page = Page::live_in(frame.language, "sources", &mut conn).await?.ok_or(Error::NotFound)?;
    print(page, frame, conn).await
}

/// The page in these words, live or not.
///
/// # Errors
/// When the database is away.
pub async fn print(page: Page, frame: Frame, mut conn: Conn) -> Reply {
    let claims = Claim::tell(Claim::all_live(&mut conn).await?, frame.language, &mut conn).await?;
    let ladders = Ladders::published_in(frame.language, &mut conn).await?;
    let entries = |wanted: &dyn Fn(&Claim) -> bool| -> Vec<Entry> {
        claims.iter().filter(|claim| wanted(claim)).map(|claim| Entry::of(claim, &frame)).collect()
    };
    let topics = TOPICS
        .iter()
        .map(|code| Topic { code, entries: entries(&|claim| !claim.historical && claim.topic == **code) })
        .filter(|topic| !topic.entries.is_empty())
        .collect();
    let historical = entries(&|claim| claim.historical && !article::is_of_article(claim));
    let day = today(&frame);
    let shown: Vec<Claim> = claims.iter().filter(|claim| !claim.is_expired(day)).cloned().collect();
    let said = article::said(&shown);
    let mut sources: Vec<Source> = claims.iter().map(|claim| claim.source.clone()).collect();
    sources.sort_by(|a, b| (&a.publisher, &a.title).cmp(&(&b.publisher, &b.title)));
    sources.dedup_by(|a, b| a.key == b.key);
    let named = page.claim_keys();
    let sections = page.sections();
    let figures = Figures::of(claims.into_iter().filter(|claim| named.contains(&claim.key)), &frame);
    ok(&Index { frame, page, sections, figures, topics, historical, said, sources, ladders })
}
