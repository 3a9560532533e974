//! English and Spanish: which language a page is in, and that the whole of the student's way is in it.

use std::collections::BTreeSet;

use reqwest::{Method, header};

use crate::support::{Letter, Page, Portal, Visitor, cluster::PASSWORD, files_under, text, worked};

async fn asking_for(languages: &str, path: &str, visitor: &Visitor) -> Page {
    visitor.send(visitor.request(Method::GET, path).header(header::ACCEPT_LANGUAGE, languages)).await
}

fn language_of(page: &Page) -> &str {
    page.body.split("<html lang=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_in_the_language_chosen_then_in_the_browsers_then_in_english() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    for (asked, language) in [("es-MX,es;q=0.9,en;q=0.5", "es"), ("fr;q=0.9,en;q=0.8,es;q=0.1", "en"), ("de", "en")] {
        let page = asking_for(asked, "/sign-in", &visitor).await;
        assert_eq!(language_of(&page), language, "{asked}");
        assert_eq!(page.header("content-language"), Some(language));
        let varies = page.header("vary").unwrap_or_default().to_lowercase();
        assert!(varies.contains("accept-language") && varies.contains("cookie"), "{varies}");
        assert!(!page.headers.contains_key("set-cookie"), "nobody chose, so there is no cookie");
    }

    visitor.post("/preferences", [("locale", "es"), ("back", "/compare?x=1#y")]).await.leads_to("/compare?x=1");
    assert_eq!(language_of(&visitor.get("/compare").await), "es");
    assert_eq!(
        language_of(&asking_for("en", "/sign-in", &visitor).await),
        "es",
        "a choice is stronger than the browser"
    );
    visitor.post("/preferences", [("locale", "en"), ("back", "//evil.example/")]).await.leads_to("/");
    assert_eq!(language_of(&asking_for("es", "/", &visitor).await), "en");
    visitor.post("/preferences", [("locale", "tlh"), ("back", "/programs")]).await.leads_to("/programs");
    assert_eq!(language_of(&visitor.get("/programs").await), "en");
    assert_eq!(portal.count("session where person_id is null").await, 1, "one browser, one place");

    portal.later(jiff::SignedDuration::from_hours(25)).await;
    assert_eq!(language_of(&asking_for("es", "/", &visitor).await), "es", "the visitor's place is gone after a day");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_stays_with_the_person_and_never_turns_staff_pages() {
    let portal = Portal::open().await;
    let (eve, ada) = (portal.eve().await, portal.ada().await);
    eve.post("/preferences", [("locale", "es"), ("back", "/home")]).await.leads_to("/home");
    assert_eq!(language_of(&eve.get("/home").await), "es");
    assert_eq!(language_of(eve.get("/caseload").await.is(404)), "es", "what is not there is not there in her language");
    assert_eq!(portal.text("select locale from person where email_key like 'eve@%'").await, "es");

    ada.post("/preferences", [("locale", "es"), ("back", "/compare")]).await.leads_to("/compare");
    assert_eq!(language_of(&ada.get("/compare").await), "es");
    for path in ["/caseload", "/students/x"] {
        assert_eq!(language_of(&ada.get(path).await), "en", "{path}");
    }

    let finn = portal.visitor();
    finn.post("/preferences", [("locale", "es"), ("back", "/sign-in")]).await.leads_to("/sign-in");
    let form = finn.get("/sign-in").await;
    assert!(form.body.contains("value=\"en\" lang=\"en\""), "the way back to English is there");
    portal.signs_in(&finn, "finn@students.harbor.example", PASSWORD).await.is(303);
    assert_eq!(language_of(&finn.get("/home").await), "es", "what he chose on the way in is his from now on");
}

/// Every stretch of words in the English files that is long enough to be known again and stands in no Spanish one.
fn english_words() -> BTreeSet<String> {
    let stretches = |language: &str| -> BTreeSet<String> {
        files_under(&format!("src/words/{language}"), ".ftl")
            .iter()
            .flat_map(|(_, text)| text.lines())
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_once(" = ").or_else(|| line.split_once("] ")).map_or(line, |(_, words)| words))
            .flat_map(|words| words.split(['{', '}']))
            .map(|words| words.trim().to_owned())
            .filter(|words| words.len() >= 12 && words.contains(' ') && !words.contains('$'))
            .collect()
    };
    stretches("en").difference(&stretches("es")).cloned().collect()
}

#[track_caller]
fn is_spanish(page: &Page, english: &BTreeSet<String>, what: &str) {
    page.is(200);
    assert_eq!(language_of(page), "es", "{what}");
    let shown = page.text();
    // Works keep their titles, and some of those name a field.
    let is_title = |words: &str| what == "/sources" && words.starts_with("Health information");
    let left: Vec<_> = english.iter().filter(|words| shown.contains(words.as_str()) && !is_title(words)).collect();
    assert!(left.is_empty(), "{what} still says {left:?}\n{shown}");
    let others = page.body.replace("value=\"en\" lang=\"en\"", "");
    assert!(!others.contains("lang=\"en\""), "a block of {what} is in English\n{}", others);
    let keys = english_keys();
    let key = shown.split_whitespace().find(|word| keys.contains(*word) && word.matches('-').count() > 1);
    assert!(key.is_none(), "{what} shows the key {key:?}");
}

fn english_keys() -> BTreeSet<String> {
    let files = files_under("src/words/en", ".ftl");
    files
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect()
}

#[track_caller]
fn letter_is_spanish(letter: &Letter, english: &BTreeSet<String>) {
    let plain = letter.text.split_whitespace().collect::<Vec<_>>().join(" ");
    for shown in [&plain, &text::visible(&letter.html), &letter.subject] {
        let left: Vec<_> = english.iter().filter(|words| shown.contains(words.as_str())).collect();
        assert!(left.is_empty(), "the letter {} still says {left:?}\n{shown}", letter.kind);
    }
    assert!(letter.html.contains("<html lang=\"es\""), "{}", letter.kind);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_way_of_a_student_is_in_spanish() {
    let (portal, english) = (Portal::open().await, english_words());
    let ines = portal.visitor();
    ines.post("/preferences", [("locale", "es"), ("back", "/")]).await.leads_to("/");
    let program = ines.get("/programs").await.links().into_iter().find(|link| link.starts_with("/programs/")).unwrap();
    for path in [
        "/",
        "/compare",
        "/careers/health-informatics",
        "/careers/health-information-management",
        "/programs",
        program.as_str(),
        "/sources",
        "/how-scoring-works",
        "/privacy",
        "/rights",
        "/cookies",
        "/accessibility",
        "/disclosures",
        "/register",
        "/sign-in",
        "/password/forgot",
    ] {
        is_spanish(&ines.get(path).await, &english, path);
    }
    let landing = ines.get("/").await;
    landing.says("¿Cuál es tu camino?").says("al año, mediana, may 2025, EE. UU.").says("$");

    let email = "ines@students.harbor.example";
    let form = ines.get("/register").await.form("/register");
    let page = ines.submit(form.fill("name", "Inés Vega").fill("email", email).fill("password", PASSWORD)).await;
    is_spanish(&ines.follow(&page).await, &english, "/register/sent");
    let letter = portal.letter_to(email).await;
    letter_is_spanish(&letter, &english);
    ines.use_link(&letter.link()).await.leads_to("/home");
    for path in ["/home", "/profile", "/questions/1", "/account", "/account/sessions", "/account/data"] {
        is_spanish(&ines.get(path).await, &english, path);
    }
    ines.get("/questions/1").await.says("¿Cuánto te gustaría…").says("Guiar a un equipo en su trabajo diario.");
    let example = worked::example("P02");
    ines.fill_in_profile(example.profile()).await;
    is_spanish(&ines.answer_all(&example.said()).await, &english, "/questions/check");
    let result = ines.hand_in().await;
    is_spanish(&ines.get(&result).await, &english, "the result");
    let page = ines.get(&result).await;
    page.says("Lleva al examen RHIT.").says("Abre empleos de registros y expedientes médicos.");
    page.says_not("RHIT exam").says_not("medical records and registry jobs");
    is_spanish(&ines.get("/results").await, &english, "/results");
    let shares = format!("{result}/shares");
    is_spanish(&ines.get(&shares).await, &english, "the links");
    let letter = portal.letter_to(email).await;
    assert_eq!(letter.kind, "recommendation");
    letter_is_spanish(&letter, &english);
    letter.says("Mediana").says("Especialistas en expedientes médicos");

    ines.post("/password/forgot", [("email", email)]).await.is(303);
    letter_is_spanish(&portal.letter_to(email).await, &english);
    // The same result told in English is the same result.
    ines.post("/preferences", [("locale", "en"), ("back", result.as_str())]).await.leads_to(&result);
    ines.get(&result).await.says("Leading people").says("64");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_translate_at_once_lose_nothing_and_earlier_words_come_back() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    for (path, field, first, second) in [
        ("/admin/pages/cookies/translations/es", "title", "Primera", "Segunda"),
        ("/admin/claims/pay.median.29-2072/translations/es", "label", "Primera", "Segunda"),
        ("/admin/translations/small-print/wages/es", "text", "Primera", "Segunda"),
        ("/admin/translations/sources/article/es", "title", "Primera", "Segunda"),
    ] {
        let seen = sam.get(path).await;
        seen.is(200).says_not("Earlier words");
        let (form, before) = (seen.form(path), seen.form(path).value(field).unwrap_or_default().to_owned());
        sam.submit(form.clone().fill(field, first)).await.is(303);
        // The same form again, as a second press sends it: nobody was faster.
        sam.submit(form.clone().fill(field, first)).await.is(303);
        let overtaken = sam.submit(form.fill(field, second)).await;
        overtaken.is(409).says("Somebody published other words while you wrote").says(first);
        assert_eq!(overtaken.form(path).value(field), Some(second), "{path}: what was typed is kept");
        sam.submit(overtaken.form(path)).await.is(303);
        let now = sam.get(path).await;
        assert_eq!(now.form(path).value(field), Some(second), "{path}");
        now.says("Earlier words").says(first);
        let links: Vec<_> = text::tags(&now.body)
            .into_iter()
            .filter(|tag| tag.name == "a")
            .filter_map(|tag| tag.get("href"))
            .filter(|href| href.contains("earlier="))
            .collect();
        assert_eq!(links.len(), 2, "{path}: {links:?}");
        let oldest = sam.get(format!("{path}{}", links[1])).await.is(200).form(path);
        assert_eq!(oldest.value(field).unwrap_or_default(), before, "{path}");
        sam.submit(oldest).await.is(303);
        sam.get(format!("{path}?earlier=0")).await.is(200);
    }
    assert_eq!(portal.count("wording").await, 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_states_no_figure_that_is_not_ours() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let path = "/admin/pages/health-informatics/translations/es";
    let form = sam.get(path).await.form(path);
    let refused = sam.submit(form.fill("lead", "La mitad gana más de $51,140 al año.")).await;
    refused.is(422).says("Before you publish").says("“$51,140”").says("Keeps it back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_waits_for_its_translation_and_readers_get_english_until_then() {
    let portal = Portal::open().await;
    let (sam, reader) = (portal.sam().await, portal.visitor());
    reader.post("/preferences", [("locale", "es"), ("back", "/")]).await;
    sam.get("/admin/pages").await.says_not("Not translated yet");
    let form = sam.get("/admin/pages/cookies").await.form("/admin/pages/cookies");
    sam.submit(form.fill("lead", "One cookie, and nothing else at all.").fill("do", "publish")).await.is(303);
    sam.get("/admin/pages").await.says("Not translated yet");
    let page = reader.get("/cookies").await;
    page.says("One cookie, and nothing else at all.").says("Esta página todavía no está en español");
    assert!(page.body.contains("<p class=\"lead\" lang=\"en\">"), "the English words say that they are English");

    let path = "/admin/pages/cookies/translations/es";
    let suggested = sam.get(path).await;
    suggested.says("Not translated yet").says("One cookie, and nothing else at all.");
    let form = suggested.form(path);
    assert!(!form.value("body").unwrap_or_default().is_empty(), "the old translation is there to confirm");
    sam.submit(form.fill("lead", "Una cookie, y nada más.")).await.leads_to("/admin/pages/cookies");
    reader.get("/cookies").await.says("Una cookie, y nada más.").says_not("nothing else at all");
    sam.get("/admin/pages").await.says_not("Not translated yet");

    let path = "/admin/claims/pay.median.29-2072/translations/es";
    let form = sam.get(path).await.says("Translated").form(path);
    sam.submit(form.fill("label", " ")).await.is(422).says("Write this in the other language");
    let form = sam.get(path).await.form(path);
    sam.submit(form.fill("label", "Técnicas y técnicos de expedientes")).await.is(303);
    reader.get("/sources").await.says("Técnicas y técnicos de expedientes");
    // What stands around figures has its Spanish, too: small print and sources.
    sam.get("/admin/translations").await.is(200).says("Translated").says("amia-certification");
    let path = "/admin/translations/small-print/wages/es";
    let form = sam.get(path).await.is(200).form(path);
    sam.submit(form.clone().fill("text", " ")).await.is(422).says("Write this in the other language");
    sam.submit(form.fill("text", "Letra pequeña de prueba.")).await.leads_to("/admin/translations");
    let path = "/admin/translations/sources/article/es";
    let form = sam.get(path).await.is(200).form(path);
    sam.submit(form.fill("title", "Fuente de prueba")).await.leads_to("/admin/translations");
    reader.get("/sources").await.says("Fuente de prueba");
    sam.get("/admin/translations/sources/nowhere/es").await.is(404);
    assert_eq!(portal.count("audit where action in ('source.translated', 'disclaimer.translated')").await, 2);
    for statement in [
        "update item_translation set text = 'otra'",
        "update page_translation set revision_id = (select id from page_revision where page_slug = 'rights' limit 1)",
    ] {
        let refused =
            format!("do $$ begin {statement}; raise 'changed'; exception when restrict_violation then null; end $$");
        portal.tell(&refused).await;
    }
}
