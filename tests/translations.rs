//! The content in Spanish says the same as the English: no text is missing, no figure, link or place differs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use signpost::model::{
    comparison::Comparison,
    page::{self, Section},
};

use crate::support::files_under;

const CONTENT: &str = "src/seed/content";

fn file(name: &str) -> Value {
    let path = format!("{}/{CONTENT}/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))).unwrap()
}

/// What English and Spanish say, by key.
fn both(name: &str, key: &str) -> Vec<(String, Value, Value)> {
    let (english, mut spanish) = (file(name), file(&format!("es/{name}")));
    let spanish = spanish.as_object_mut().unwrap();
    let pairs: Vec<_> = english
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let key = one[key].as_str().unwrap();
            (key.to_owned(), one.clone(), spanish.remove(key).unwrap_or_default())
        })
        .collect();
    assert!(spanish.is_empty(), "{name} translates what is not there: {spanish:?}");
    pairs
}

/// The numbers in a text, sorted: a translation says the same ones.
fn numbers(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let found = text.split(|c| !is_part(c)).map(|part| part.trim_matches(['.', ',']));
    let mut found: Vec<_> = found.filter(|part| part.contains(|c: char| c.is_ascii_digit())).collect();
    found.sort_unstable();
    found
}

/// Holds one text against its translation.
#[track_caller]
fn same(about: &str, english: &Value, spanish: &Value) {
    let Some(english) = english.as_str() else {
        assert!(spanish.is_null(), "{about}: there is nothing to translate");
        return;
    };
    let spanish = spanish.as_str().unwrap_or_else(|| panic!("{about} is not translated"));
    assert!(!spanish.trim().is_empty(), "{about} is empty");
    assert!(!spanish.contains(['!', '¡', '\'']), "{about}: {spanish}");
    assert_eq!(numbers(english), numbers(spanish), "{about}: {spanish}");
}

#[test]
fn every_figure_has_its_words() {
    for (key, english, spanish) in both("claims.json", "key") {
        for field in ["label", "text", "population", "area", "note"] {
            same(&format!("{key} {field}"), &english[field], &spanish[field]);
        }
        let fields: Vec<_> = spanish.as_object().unwrap().keys().map(String::as_str).collect();
        let known = ["label", "text", "population", "area", "note"];
        assert!(fields.iter().all(|field| known.contains(field)), "{key}: {fields:?}");
    }
    for (key, english, spanish) in both("disclaimers.json", "key") {
        same(&key, &english["text"], &spanish["text"]);
    }
    // A source keeps the name it has; what is put around it is translated where there is something.
    for (key, english, spanish) in both("sources.json", "key") {
        for (field, said) in spanish.as_object().into_iter().flatten() {
            assert!(["title", "publisher", "licence"].contains(&field.as_str()), "{key}: {field}");
            same(&format!("{key} {field}"), &english[field], said);
        }
    }
}

#[test]
fn every_question_has_its_words() {
    let (english, spanish) = (file("questionnaire.json"), file("es/questionnaire.json"));
    same("stem", &english["stem"], &spanish["stem"]);
    let list = |name: &str| english[name].as_array().unwrap().clone();
    for anchor in list("anchors") {
        same(
            &format!("anchor {}", anchor["value"]),
            &anchor["label"],
            &spanish["anchors"][anchor["value"].to_string()],
        );
    }
    for dimension in list("dimensions") {
        let code = dimension["code"].as_str().unwrap();
        for pole in ["hi_pole", "him_pole"] {
            same(&format!("{code} {pole}"), &dimension[pole], &spanish["dimensions"][code][pole]);
        }
    }
    let mut said = BTreeSet::new();
    for item in list("items") {
        let name = item["name"].as_str().unwrap();
        same(name, &item["text"], &spanish["items"][name]);
        let text = spanish["items"][name].as_str().unwrap();
        let (long, short) = (item["text"].as_str().unwrap().chars().count() * 3 / 2 + 8, text.chars().count());
        assert!(short <= long, "{name} is much longer than in English: {text}");
        // The stem asks “¿Cuánto te gustaría…”: each item goes on with what one does.
        let verb = text.split(' ').next().unwrap();
        assert!(["ar", "er", "ir"].iter().any(|end| verb.ends_with(end)), "{name} begins with {verb}");
        assert!(said.insert(text.to_owned()), "{name} stands twice");
    }
    for part in ["anchors", "dimensions", "items"] {
        assert_eq!(list(part).len(), spanish[part].as_object().unwrap().len(), "{part}");
    }
}

#[test]
fn every_program_and_ladder_has_its_words() {
    let (english, spanish) = (file("catalog.json"), file("es/catalog.json"));
    let list = |value: &Value, name: &str| value[name].as_array().unwrap().clone();
    for program in list(&english, "programs") {
        let slug = program["slug"].as_str().unwrap();
        let said = &spanish["programs"][slug];
        for field in ["title", "summary", "leads_to", "credential", "jobs", "length", "cost_note", "entry_note"] {
            same(&format!("{slug} {field}"), &program[field], &said[field]);
        }
        same(&format!("{slug} disclosure"), &program["disclosure"]["text"], &said["disclosure_text"]);
        let (bodies, translated) = (list(&program, "accreditations"), list(said, "accreditations"));
        assert_eq!(bodies.len(), translated.len(), "{slug}");
        for (body, said) in bodies.iter().zip(&translated) {
            same(&format!("{slug} scope"), &body["scope"], &said["scope"]);
            same(&format!("{slug} status"), &body["status"], &said["status"]);
        }
    }
    for ladder in list(&english, "ladders") {
        let key = ladder["key"].as_str().unwrap();
        let said = &spanish["ladders"][key];
        same(&format!("{key} title"), &ladder["title"], &said["title"]);
        same(&format!("{key} note"), &ladder["note"], &said["note"]);
        for rung in list(&ladder, "rungs") {
            let position = rung["position"].to_string();
            let said = &said["rungs"][&position];
            same(&format!("{key} {position} title"), &rung["title"], &said["title"]);
            same(&format!("{key} {position} leads to"), &rung["leads_to"], &said["leads_to"]);
            let who = |value: &Value| value["start_audience"].as_array().map_or(0, Vec::len);
            assert_eq!(who(&rung), who(said), "{key} {position}");
        }
    }
}

/// The front of a page file and its text.
fn page(text: &str) -> (BTreeMap<&str, &str>, &str) {
    let (front, body) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    (front.lines().filter_map(|line| line.split_once(": ")).collect(), body)
}

/// Everything in brackets: figures, rows, what is shown; and where links lead.
fn places(body: &str) -> Vec<&str> {
    let marks = body.match_indices("[[").filter_map(|(at, _)| Some(&body[at..at + body[at..].find("]]")?]));
    let links = body.match_indices("](").filter_map(|(at, _)| Some(&body[at..at + body[at..].find(')')?]));
    let mut places: Vec<_> = marks.chain(links).collect();
    places.sort_unstable();
    places
}

fn shape(sections: &[Section]) -> Vec<(usize, &[String], &[String])> {
    sections.iter().map(|section| (section.parts.len(), &section.rows[..], &section.shows[..])).collect()
}

#[test]
fn every_page_has_the_same_parts_rows_figures_and_links() {
    let english = files_under(&format!("{CONTENT}/pages"), ".md");
    let spanish = files_under(&format!("{CONTENT}/es/pages"), ".md");
    assert_eq!(english.len(), spanish.len());
    for ((path, text), (_, said)) in english.iter().zip(&spanish) {
        let ((front, body), (said_front, said_body)) = (page(text), page(said));
        for (name, value) in &front {
            let said = said_front.get(name).unwrap_or_else(|| panic!("{path} has no {name} in Spanish"));
            let is_translated = ["title", "lead", "hint", "relationship"].contains(name);
            assert_eq!(*said != *value, is_translated && *said != "Cookies", "{path} {name}: {said}");
        }
        assert_eq!(front.len(), said_front.len(), "{path}");
        assert_eq!(places(body), places(said_body), "{path}");
        assert_eq!(shape(&page::sections(body)), shape(&page::sections(said_body)), "{path}");
        let paragraphs = |text: &str| text.split("\n\n").count();
        assert_eq!(paragraphs(body), paragraphs(said_body), "{path}");
        assert!(!said_body.contains(['!', '¡', '\'']), "{path}");
        // A row keeps its address word, so that the landing shows it in either language.
        let (rows, said_rows) = (Comparison::parse(body).rows, Comparison::parse(said_body).rows);
        let slugs =
            |rows: &[signpost::model::comparison::Row]| rows.iter().map(|row| row.slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs(&rows), slugs(&said_rows), "{path}");
        assert!(rows.iter().zip(&said_rows).all(|(row, said)| row.figures() == said.figures()), "{path}");
        assert!(rows.iter().zip(&said_rows).all(|(row, said)| row.label != said.label), "{path}");
    }
}
