//! The default content holds together: it can be read, every name in it leads somewhere, nothing unlike stands together.

use std::collections::HashSet;

use super::*;
use crate::model::{
    claim::{Claim, Source, TOPICS},
    comparison::{self, Comparison},
    markdown, page,
};

fn claims() -> comparison::Claims {
    let sources = read::<Vec<SourceFile>>(SOURCES).expect("sources are well formed");
    let disclaimers = read::<Vec<DisclaimerFile>>(DISCLAIMERS).expect("disclaimers are well formed");
    let files = read::<Vec<ClaimFile>>(CLAIMS).expect("claims are well formed");
    let moment = jiff::Timestamp::UNIX_EPOCH;
    let claim = |file: ClaimFile| {
        let from = sources.iter().find(|source| source.key == file.source).expect("every claim names a known source");
        let small = file.disclaimer.as_ref().map(|key| {
            disclaimers.iter().find(|one| one.key == *key).expect("every claim names a known disclaimer").text.clone()
        });
        let claim = Claim {
            key: file.key.clone(),
            program: file.program.clone(),
            topic: file.topic.clone(),
            fact: file.fact.clone(),
            historical: file.is_historical(),
            id: RevisionId::new(),
            number: 1,
            status: "draft".into(),
            why: String::new(),
            created_at: moment,
            published_at: None,
            source: Source {
                key: from.key.clone(),
                title: from.title.clone(),
                publisher: from.publisher.clone(),
                url: from.url.clone(),
                published: from.published.clone(),
                retrieved: from.retrieved.clone(),
                licence: from.licence.clone(),
            },
            disclaimer: small,
            telling: crate::model::claim::Telling::default(),
            statement: file.statement().expect("codes are known"),
        };
        (claim.key.clone(), claim)
    };
    files.into_iter().map(claim).collect()
}

fn pages() -> Vec<PageFile<'static>> {
    PAGES.iter().map(|text| PageFile::parse(text).expect("pages are well formed")).collect()
}

#[test]
fn every_claim_may_be_published() {
    let claims = claims();
    assert!(claims.len() > 170);
    for claim in claims.values() {
        assert_eq!(claim.faults(), [], "{}", claim.key);
        assert!(TOPICS.contains(&claim.topic.as_str()), "{} is about {}", claim.key, claim.topic);
    }
}

#[test]
fn every_fact_of_the_article_is_there_and_answered() {
    let claims = claims();
    for number in 1..=16 {
        let fact = format!("C{number:02}");
        let of = |historical| {
            claims.values().any(|claim| claim.fact.as_deref() == Some(&fact) && claim.historical == historical)
        };
        assert!(of(true) && of(false), "{fact}");
    }
}

#[test]
fn every_figure_a_page_names_is_there_and_confirmed() {
    let claims = claims();
    for page in pages() {
        for key in markdown::named(page.body, "claim") {
            let claim = claims.get(key).unwrap_or_else(|| panic!("{key} is no claim"));
            assert!(!claim.historical && String::from(claim.checked) != "M", "{key} may not stand on a page");
        }
        let written = page.body.matches("[[claim:").count();
        let sections = page::sections(page.body);
        let parts = sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts));
        assert_eq!(parts.map(|part| part.prose.figures().count()).sum::<usize>(), written, "{:?}", page.named["slug"]);
    }
}

#[test]
fn rows_set_like_beside_like_and_the_landing_names_rows_that_exist() {
    let pages = pages();
    let body = |slug: &str| pages.iter().find(|page| page.named["slug"] == slug).expect("it is there").body;
    let comparison = Comparison::parse(body("compare"));
    assert_eq!(comparison.rows.len(), 17);
    assert_eq!(comparison.prose.len(), 1);
    assert_eq!(comparison::faults(&comparison.rows, &claims()), []);
    let known: HashSet<&str> = comparison.rows.iter().map(|row| row.slug.as_str()).collect();
    let named: Vec<&str> = markdown::named(body("landing"), "row").collect();
    assert_eq!(named.len(), 8);
    assert!(named.iter().all(|slug| known.contains(slug)));
}

#[test]
fn the_catalog_can_be_read() {
    read::<catalog_file::CatalogFile>(CATALOG).expect("the catalog is well formed");
}
