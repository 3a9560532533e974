//! The editor's desk for programs and ladders: a draft from any version of the catalog, a sample student's path through it
//! while it is written, and never changed once readers got it.

use diesel_async::SimpleAsyncConnection as _;

use crate::support::{Form, Portal, Visitor, cluster, worked};

const LIST: &str = "/admin/programs";
const HI: &str = "bachelor-health-informatics";

/// Sam's draft of the version in force: its address.
async fn drafted(sam: &Visitor) -> String {
    let page = sam.submit(sam.get(LIST).await.form(LIST)).await;
    let path = page.location().split('?').next().unwrap().to_owned();
    assert!(path.starts_with(LIST), "{path}");
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_changed_in_a_draft_seen_on_a_path_and_given_to_readers() {
    let portal = Portal::open().await;
    let (sam, eve, finn) = (portal.sam().await, portal.eve().await, portal.finn().await);
    let before = eve.get("/results").await.links().into_iter().find(|link| link.starts_with("/results/")).unwrap();
    portal.letter_becomes(eve.email, "accepted").await;
    let told = eve.get(&before).await.text();
    let draft = drafted(&sam).await;
    sam.get(&draft).await.says("Programs, version 2").says("Nothing is wrong").says("A sample student’s path");

    // What is typed moves the sample student's path before anything is saved.
    let door = format!("{draft}/programs/{HI}");
    let form = sam.get(&door).await.is(200).says("180").form(&door);
    let form = form.fill("student", "P02").fill("credits", "200").fill("title", "Bachelor’s in health data");
    let page = sam.submit(form.clone().fill("do", "preview")).await;
    page.is(200).says("Bachelor’s in health data 160 more credits");
    assert_eq!(portal.count("audit where action = 'catalog.edited'").await, 0, "a preview saves nothing");

    // Half a translation, a link that is none, and an accreditation that ends before it begins are refused where they stand.
    let wrong = form.clone().fill("summary_es", "").fill("disclosure_url", "javascript:alert(1)").fill("credits", "0");
    let wrong = wrong.fill("body-1", "CAHIIM").fill("since-1", "2026-01-01").fill("until-1", "2025-01-01");
    let page = sam.submit(wrong.fill("do", "save")).await;
    page.is(422).says("Write this in the other language").says("Enter a link that begins with https://");
    page.says("Enter whole quarter credits, from 1 to 600");
    let form = form.fill("title_es", "Licenciatura en datos de salud").fill("disclosure_status", "fail");
    let form = form.fill("length", "Four years, or two after an associate’s degree");
    let form = form.fill("outcomes", "41 of 50 had a job in the field after a year, class of 2025, our survey.");
    let form = form.fill("outcomes_es", "41 de 50 tenían un empleo del campo al año, clase de 2025, encuesta propia.");
    sam.submit(form.clone().fill("do", "save")).await.leads_to(&draft);
    let late = sam.submit(form.fill("length", "Three years").fill("do", "save")).await;
    late.is(409).says("Somebody saved this draft while you wrote.").says("Theirs: Four years, or two after");

    // A measure that fails needs its link; then it stands before the program.
    let page = sam.get(&draft).await;
    page.says("Cannot be published yet").says("there is no link to the official disclosure");
    page.says("The English changed, and the Spanish did not.").says("Bachelor’s in health data: length");
    sam.submit(page.form(&format!("{draft}/publication"))).await.is(409).says("It was not published");
    let form = sam.get(&door).await.form(&door).fill("disclosure_url", "https://ed.example/disclosure");
    sam.submit(form.fill("do", "save")).await.leads_to(&draft);
    let page = sam.get(&draft).await;
    let terms = page.form(&format!("{draft}/terms")).fill("cap", "101");
    sam.submit(terms.clone()).await.is(422).says("Enter a whole number from 0 to 100");
    sam.submit(terms.fill("cap", "50").fill("effective", "2027-01-01")).await.leads_to(&draft);
    portal.visitor().get(format!("/programs/{HI}")).await.says("180").says_not("Bachelor’s in health data");

    sam.submit(sam.get(&draft).await.form(&format!("{draft}/publication"))).await.leads_to(&draft);
    let page = portal.visitor().get(format!("/programs/{HI}")).await;
    page.says("Bachelor’s in health data").says("41 of 50 had a job").says("200").says("1 Jan 2027");
    assert!(page.links().contains(&"https://ed.example/disclosure".to_owned()));
    let reader = portal.visitor();
    reader.post("/preferences", [("locale", "es"), ("back", "/")]).await;
    reader.get(format!("/programs/{HI}")).await.says("Licenciatura en datos de salud").says("41 de 50");

    // Eve's result keeps the version it was held against, but for what must be said today; Finn's is held against the new one.
    let now = eve.get(&before).await;
    assert!(told.contains("Bachelor’s in health information management 140 more credits"), "{told}");
    now.says("Bachelor’s in health information management 140 more credits");
    finn.answer_all(&worked::example("P06").said()).await.is(200);
    let result = finn.hand_in().await;
    let held = format!(
        "select number::text from catalog join result on catalog.id = catalog_id where '/results/' || result.id = '{result}'"
    );
    assert_eq!(portal.text(&held).await, "2");
    sam.get(&door).await.is(404);
    for action in ["drafted", "edited", "published"] {
        assert!(portal.count(&format!("audit where action = 'catalog.{action}'")).await > 0, "{action}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_come_and_go_and_a_draft_is_thrown_away_only_when_it_is_meant() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let draft = drafted(&sam).await;
    let new = format!("{draft}/programs/new");
    let form = sam.get(&new).await.form(&new);
    sam.submit(form.clone().fill("do", "save")).await.is(422).says("Write the words").says("Choose one of the list");
    let words = ["title", "summary", "entry_note", "length", "cost_note", "leads_to", "disclosure_text"];
    let form = words.into_iter().fold(form, |form, name| form.fill(name, "Night Certificate"));
    let choices =
        [("field", "him"), ("award", "certificate"), ("entry", "hs"), ("disclosure_status", "pass"), ("credits", "30")];
    let form = choices.into_iter().fold(form, |form, (name, value)| form.fill(name, value));
    let form = form.fill("body-new", "CAHIIM").fill("scope-new", "Certificates").fill("status-new", "Accredited");
    sam.submit(form.fill("until-new", "2020-01-01").fill("do", "save")).await.leads_to(&draft);
    let page = sam.get(&draft).await;
    page.says("Night Certificate: it comes after a bachelor’s degree, but asks for less at the start.");
    page.says("Night Certificate: the accreditation by CAHIIM has ended.").says("Not translated yet");
    let door = format!("{draft}/programs/night-certificate");
    sam.submit(sam.get(&door).await.form(&door).fill("do", "remove")).await.leads_to(&draft);
    sam.get(&draft).await.says_not("Night Certificate").says("Nothing is wrong");
    for award in ["bachelor-health-informatics", "certificate-health-informatics", "master-health-informatics"] {
        let door = format!("{draft}/programs/{award}");
        sam.submit(sam.get(&door).await.form(&door).fill("do", "remove")).await.leads_to(&draft);
    }
    sam.get(&draft).await.says("There is no program in health informatics.");
    let end = format!("{draft}/end");
    sam.press(&end).await.is(422);
    sam.submit(sam.get(&end).await.form(&end).fill("meant", "on")).await.leads_to(LIST);
    sam.get(&draft).await.is(404);
    portal.visitor().get(format!("/programs/{HI}")).await.is(200);
}

/// Title, level, who can begin, and credits at its foot and its top.
type Step = (&'static str, &'static str, &'static str, i16, i16);

/// The five ladders of the source article (field notes, 1b).
const SHAPES: [(&str, &[Step]); 5] = [
    (
        "Healthcare management again",
        &[
            ("First class", "start", "High school graduates; Transfer students", 0, 0),
            ("Associate’s degree", "associate", "", 0, 90),
            ("Bachelor’s degree", "bachelor", "Second-degree students", 90, 180),
            ("Master’s degree", "master", "Master’s students", 180, 228),
        ],
    ),
    (
        "Business again",
        &[
            ("First class", "start", "", 0, 0),
            ("Associate’s degree", "associate", "", 0, 90),
            ("Second start", "start", "", 90, 90),
            ("Bachelor’s degree", "bachelor", "", 90, 180),
        ],
    ),
    (
        "Design again",
        &[
            ("First class", "start", "", 0, 0),
            ("Associate’s degree", "associate", "", 0, 91),
            ("Second start", "start", "", 91, 91),
            ("Bachelor’s degree", "bachelor", "", 91, 181),
        ],
    ),
    (
        "Justice again",
        &[
            ("First class", "start", "", 0, 0),
            ("Associate’s degree", "associate", "", 0, 91),
            ("Second start", "start", "", 91, 91),
            ("Bachelor’s degree", "bachelor", "", 91, 180),
        ],
    ),
    (
        "Nursing again",
        &[
            ("First class", "start", "", 0, 0),
            ("Associate’s degree", "associate", "", 0, 91),
            ("Second start", "start", "", 91, 91),
            ("Bachelor’s degree", "bachelor", "", 91, 181),
        ],
    ),
];

fn built(form: Form, title: &str, steps: &[Step]) -> Form {
    let form = form.fill("title", title).fill("era", "historical").fill("note", "From a chart.");
    (1..).zip(steps).fold(form, |form, (place, (title, level, who, start, end))| {
        form.fill(&format!("title-{place}"), *title)
            .fill(&format!("level-{place}"), *level)
            .fill(&format!("audience-{place}"), *who)
            .fill(&format!("start-{place}"), start.to_string())
            .fill(&format!("end-{place}"), end.to_string())
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn each_ladder_of_the_article_can_be_built_and_is_drawn_with_its_table() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let draft = drafted(&sam).await;
    let new = format!("{draft}/ladders/new");
    for (title, steps) in SHAPES {
        let form = built(sam.get(&new).await.form(&new), title, steps);
        let page = sam.submit(form.clone().fill("do", "preview")).await;
        page.is(200).says("As readers would see it");
        for (step, ..) in steps {
            assert!(page.text().matches(step).count() >= 2, "{title}: {step} is drawn and stands in the table");
        }
        sam.submit(form.fill("do", "save")).await.leads_to(&draft);
        let key = title.to_lowercase().replace(' ', "-");
        let rows = format!(
            "select title || ' ' || level || ' ' || array_to_string(start_audience, '; ') || ' ' || start_credits || ' ' || end_credits
               from rung join catalog on catalog.id = catalog_id where ladder = '{key}' and number = 2 order by position"
        );
        let expected: Vec<_> = steps
            .iter()
            .map(|(title, level, who, start, end)| format!("{title} {level} {who} {start} {end}"))
            .collect();
        assert_eq!(portal.texts(&rows).await, expected, "{title}");
    }
    sam.get(&draft).await.says("Nothing is wrong");
    // A step that ends below its foot, and half a translation, are refused; a second current ladder keeps it from publishing.
    let door = format!("{draft}/ladders/design-again");
    let form = sam.get(&door).await.form(&door);
    let page = sam.submit(form.clone().fill("end-4", "10").fill("title_es", "Diseño").fill("do", "save")).await;
    page.is(422).says("It must not be less than at its foot").says("Write this in the other language");
    sam.submit(form.fill("era", "current").fill("do", "save")).await.leads_to(&draft);
    sam.get(&draft).await.says("There is more than one current ladder.");
    sam.submit(sam.get(&door).await.form(&door).fill("do", "remove")).await.leads_to(&draft);
    // The ladder in force gets another step at its top, in both languages.
    let door = format!("{draft}/ladders/degree-ladder");
    let form = sam.get(&door).await.form(&door).fill("title-7", "HI doctorate").fill("title_es-7", "Doctorado en HI");
    let form = form.fill("level-7", "master").fill("start-7", "234").fill("end-7", "300").fill("field-7", "hi");
    sam.submit(form.fill("do", "save")).await.leads_to(&draft);
    sam.submit(sam.get(&draft).await.form(&format!("{draft}/publication"))).await.leads_to(&draft);
    let reader = portal.visitor();
    reader.get("/programs").await.says("HI doctorate");
    reader.post("/preferences", [("locale", "es"), ("back", "/")]).await;
    reader.get("/programs").await.says("Doctorado en HI");
}

/// What nobody may do to a version that was published, its owner no more than the application.
const REFUSED: &[&str] = &[
    "update catalog set transfer_cap_percent = 1 where status = 'published'",
    "update catalog set status = 'draft' where status = 'published'",
    "delete from catalog where status = 'published'",
    "update program set credits = 1",
    "delete from program",
    "update accreditation set body = 'Nobody'",
    "update ladder set note = ''",
    "delete from rung",
    "insert into ladder select catalog_id, 'another', 99, title, era, note from ladder where position = 1",
    "delete from program_translation",
    "update program_translation set jobs = 'otros empleos'",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_database_changes_no_catalog_that_was_published_for_anybody() {
    let portal = Portal::open().await;
    for url in [portal.application_url(), portal.database_url().to_owned()] {
        let mut conn = cluster::connect(&url).await;
        for statement in REFUSED {
            let error = conn.batch_execute(statement).await.expect_err(statement).to_string();
            assert!(error.contains("do not change") || error.contains("does not change"), "{statement}: {error}");
        }
    }
    portal.tell("update catalog set status = 'retired' where status = 'published'").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_outlives_a_program_and_a_ladder_that_a_colleague_took_out() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let draft = drafted(&sam).await;
    let links = sam.get(&draft).await.links();
    let ladder = links.into_iter().find(|link| link.contains("/ladders/") && !link.ends_with("/new")).unwrap();
    let doors =
        [(format!("{draft}/programs/{HI}"), format!("{draft}/programs/new")), (ladder, format!("{draft}/ladders/new"))];
    for (door, new) in doors {
        let mine = sam.get(&door).await.form(&door).fill("title", "An hour of mine").fill("do", "save");
        sam.submit(sam.get(&door).await.form(&door).fill("do", "remove")).await.leads_to(&draft);
        let page = sam.submit(mine.clone()).await;
        page.is(409).says("Somebody saved this draft while you wrote");
        assert_eq!(page.form(&new).value("title"), Some("An hour of mine"));
        // As if it were new it is kept; what there never was is still nowhere.
        sam.submit(page.form(&new).fill("do", "save")).await.is(303);
        let seen = sam.get(&draft).await.form(&format!("{draft}/terms")).value("seen").unwrap().to_owned();
        sam.submit(mine.fill("seen", seen)).await.is(404);
    }
    // Spanish of a step alone would reach nobody.
    let door = format!("{draft}/ladders/new");
    let form =
        sam.get(&door).await.form(&door).fill("title", "Steps").fill("title-1", "A step").fill("title_es-1", "Un paso");
    sam.submit(form.fill("era", "current").fill("do", "save")).await.is(422).says("Write this in the other language");
}
