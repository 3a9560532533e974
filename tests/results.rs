//! A result that can be checked by hand: its words, its points, how it stays.

use std::collections::BTreeMap;

use crate::support::{Member, Page, Portal, outcomes, text, worked};
use diesel_async::SimpleAsyncConnection as _;

/// Where a student's newest result is.
async fn newest(student: &Member) -> String {
    let list = student.get("/results").await;
    list.links().into_iter().find(|link| link.starts_with("/results/")).expect("there is a result")
}

/// Points to HI and to HIM of each row of the chart, then its totals.
fn chart(page: &Page) -> (Vec<(i64, i64)>, (i64, i64)) {
    let table = page.between("<table class=\"fly\"", "</table>");
    let (rows, totals) = table.split_once("<tfoot").unwrap();
    let pairs = |part: &str, mark: &str| {
        let numbers: Vec<i64> =
            part.split(mark).skip(1).map(|rest| rest.split('<').next().unwrap().parse().unwrap()).collect();
        numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let rows = pairs(rows.split_once("<tbody").unwrap().1, "<span class=\"sr\">");
    (rows, pairs(totals, "class=\"num\">")[0])
}

/// Each row of the answers: what one reads in it, and its points, positive toward HI.
fn answers(page: &Page) -> Vec<(String, i64)> {
    let table = page.between("<table class=\"tbl fold tight\"", "</table>");
    let read = |row: &str| {
        let row = text::visible(&format!("<tr {row}"));
        let words: Vec<_> = row.split_whitespace().rev().take(3).collect();
        let points = match words.as_slice() {
            ["HI", "to", points] => points.parse().unwrap(),
            ["HIM", "to", points] => -points.parse::<i64>().unwrap(),
            [points, ..] => points.parse().unwrap(),
            [] => unreachable!("a row is not empty"),
        };
        (row, points)
    };
    table.split("<tbody").nth(1).unwrap().split("<tr ").skip(1).map(read).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn eve_reads_her_heading_her_points_and_what_it_is_not() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let page = eve.get(newest(&eve).await).await;
    page.is(200).says("Health information management is the better fit so far").says("Clear lead");
    page.says("2 points went toward health informatics (HI) and 64 toward health information management (HIM).");
    page.says("What moved it most: overseeing day-to-day operations, leading people, and rules and compliance.");
    page.says("64 − 2 = 62. That is a lead of 62 toward HIM.").says("Each side can get up to 96.");
    page.says("A starting point, not a test score.").says("Questions version 1, scoring fit-1.0.0");
    page.says("Ada Bell").says("ada@harbor.example");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rows_of_the_chart_and_all_24_answers_add_up_to_the_totals() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let page = eve.get(newest(&eve).await).await;
    let (rows, totals) = chart(&page);
    assert_eq!(totals, (2, 64));
    assert_eq!(rows.len(), 6);
    assert_eq!((rows.iter().map(|row| row.0).sum::<i64>(), rows.iter().map(|row| row.1).sum::<i64>()), totals);
    let sizes: Vec<_> = rows.iter().map(|(hi, him)| (hi - him).abs()).collect();
    assert_eq!(sizes, [18, 15, 12, 6, 6, 5], "by size of difference");

    let answers = answers(&page);
    assert_eq!(answers.len(), 24);
    let toward = |side: i64| answers.iter().map(|(_, points)| (points * side).max(0)).sum::<i64>();
    assert_eq!((toward(1), toward(-1)), totals);
    assert!(answers[0].0.starts_with("1. Dig through a year of visit data"), "{}", answers[0].0);
    assert!(answers[0].0.ends_with("Dislike 3 to HIM"), "{}", answers[0].0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_says_how_firm_it_is_and_which_answers_decide_it() {
    let portal = Portal::open().await;
    let (eve, hana) = (portal.eve().await, portal.hana().await);
    let page = eve.get(newest(&eve).await).await;
    page.says("Nothing short of two other answers would change this result.");
    page.says("it would say “Your answers lean toward health information management”:");
    page.says("No three other answers would name health informatics.");
    // Lou's answers, one point short of a lean: the first item that can bring one more point does.
    let page = hana.get(newest(&hana).await).await;
    page.says("One other answer would change this result.");
    page.says("it would say “Your answers lean toward health informatics”:").says("instead of");
    page.says_not("No three other answers");
}

#[tokio::test(flavor = "multi_thread")]
async fn hana_is_too_close_to_call_and_reads_why() {
    let portal = Portal::open().await;
    let hana = portal.hana().await;
    let page = hana.get(newest(&hana).await).await;
    page.says("Too close to call").says("Your answers pull both ways about the same.");
    page.says_not("better fit so far").says_not("What moved it most:");
    let (rows, (hi, him)) = chart(&page);
    assert_eq!(hi - him, 19);
    assert_eq!(rows.iter().map(|row| row.0 - row.1).sum::<i64>(), 19);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_and_plans_that_differ_are_said_so() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let page = gus.get(gus.walk(&worked::example("P09")).await).await;
    page.says("Your answers and your plans point different ways").says("Answers and plans differ");
    page.says("your wish about leading people points the other. We name no program.");
    page.says_not("We name a weaker lead for that.").says_not("better fit so far");
    let heading = page.between("<h1", "</h1>");
    assert!(heading.ends_with("point different ways"), "{heading}");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_too_few_answers_no_points_are_shown_anywhere() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let jo = worked::example("P10");
    gus.fill_in_profile(jo.profile()).await;
    gus.answer_all(&jo.said())
        .await
        .says("2 more answers are needed for a result.")
        .says("You can hand this in as it is");
    let result = gus.hand_in().await;
    let page = gus.get(&result).await;
    page.says("Not enough answers yet").says("You answered 16 of 24 questions on the scale. 2 more are needed.");
    let letter = portal.letter_to(gus.email).await;
    letter
        .says("You answered 16 of 24 questions. 2 more answers are needed")
        .says("this letter recommends nothing yet");
    for words in
        ["toward HI", "to HI", "points toward", "better fit so far", "lean toward", "Where your points went", "See all"]
    {
        page.says_not(words);
        letter.says_not(words);
    }
    let list = gus.get("/results").await;
    list.says("Not enough answers yet").says("No points: too few answers").says_not("toward HI");
    gus.get("/home").await.says("Finish the questions").says("A result needs 2 more answers.");
}

#[tokio::test(flavor = "multi_thread")]
async fn finish_the_questions_carries_the_answers_over() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let jo = worked::example("P10");
    let first = gus.walk(&jo).await;
    let page = gus.get(&first).await;
    let form = page.form("/attempts");
    assert_eq!(form.value("result"), first.strip_prefix("/results/"), "the first button is Finish the questions");
    gus.submit(form).await.leads_to("/questions/check");
    gus.get("/questions/check").await.says("16 of 24 answered").says("2 more answers are needed");
    let missing: Vec<(String, String)> = (1..=24)
        .map(|number| (format!("q{number:02}"), "1".to_owned()))
        .filter(|(name, _)| !jo.said().iter().any(|(known, value)| known == name && value != "unsure"))
        .collect();
    for part in 1..=4 {
        let page = gus.get(format!("/questions/{part}?from=check")).await;
        let mut form = page.form(&format!("/questions/{part}"));
        for name in page.questions() {
            if let Some((_, value)) = missing.iter().find(|(known, _)| *known == name) {
                form = form.fill(&name, value);
            }
        }
        gus.submit(form).await.leads_to("/questions/check");
    }
    gus.get("/questions/check").await.says("24 of 24 answered");
    let second = gus.hand_in().await;
    let page = gus.get(&second).await;
    page.says("Where your points went")
        .says("Result Not enough answers yet Health informatics is the better fit so far");
    assert!(!page.between("<h1", "</h1>").contains("Not enough"));
    // Somebody who pressed Answer again first, and then thinks better of it, finds the answers all the same.
    let third = gus.go(&outcomes::way("not-enough")).await;
    gus.press("/attempts").await.leads_to("/questions");
    gus.submit(gus.get(&third).await.form("/attempts")).await.leads_to("/questions/check");
    gus.get("/questions/check").await.says("16 of 24 answered");
    // The first stays as it was, and says that there is a newer one.
    gus.get(&first).await.says("Not enough answers yet").says("This is an older result. You have a newer one.");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reason_of_an_either_has_its_own_sentence() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let reasons = [
        ("2", "You like most of what both careers do."),
        ("-2", "You like little of what either career does. Other programs may suit you better."),
        ("0", "All your answers are in the middle, so we cannot tell the two apart."),
    ];
    for (value, words) in reasons {
        gus.press("/attempts").await.leads_to("/questions");
        gus.answer_all(&worked::all_the_same(value)).await.is(200);
        let page = gus.get(gus.hand_in().await).await;
        page.says("Too close to call").says(words).says("Almost all your answers are the same");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reader_should_know_about_the_answers_is_said() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    // Ana leaves four questions out and wants to lead: fewer points, a weaker lead, and both are told.
    let ana = worked::example("P01");
    gus.fill_in_profile([("supervise", "yes".to_owned())]).await;
    let mut said = ana.said();
    for (item, value) in [("q05", ""), ("q11", ""), ("q24", "unsure"), ("q18", "unsure")] {
        said.retain(|(known, _)| known != item);
        if !value.is_empty() {
            said.push((item.to_owned(), value.to_owned()));
        }
    }
    gus.answer_all(&said).await.says("2 questions have no answer, and 2 say you don’t know enough.");
    let page = gus.get(gus.hand_in().await).await;
    page.says("Your answers lean toward health informatics");
    page.says("You want to supervise people soon").says("We name a weaker lead for that.");
    page.says("4 questions have no answer on the scale.").says("You answered 20 of 24 questions.");
    assert_eq!(answers(&page).len(), 24);

    // Two answers about the same thing, far apart.
    gus.press("/attempts").await.leads_to("/questions");
    let mut said = ana.said();
    said.iter_mut().filter(|(item, _)| item == "q13").for_each(|(_, value)| *value = "-2".to_owned());
    gus.answer_all(&said).await.is(200);
    let page = gus.get(gus.hand_in().await).await;
    page.says("These two answers pull different ways");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_programs_fit_the_time_is_what_the_field_notes_expect() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let page = eve.get(newest(&eve).await).await;
    let table = page.between("<table class=\"tbl fold\"", "</table>");
    let rows: Vec<_> = table.split("<tr ").skip(2).map(|row| text::visible(&format!("<tr {row}"))).collect();
    let expected = [
        "Associate’s in health information technology HIM 50 2 years Fits",
        "Bachelor’s in health information management HIM 140 4 years Fits",
        "Bachelor’s in health informatics HI 140 4 years Fits",
        "Certificate in health informatics HI – – Not yet open Needs a bachelor’s degree first",
        "Master’s in health informatics HI – – Not yet open Needs a bachelor’s degree first",
        "Master’s in health information management HIM – – Not yet open Needs a bachelor’s degree first",
    ];
    for row in expected {
        assert!(rows.iter().any(|shown| shown == row), "{row}\n{rows:#?}");
    }
    assert_eq!(rows.len(), expected.len());
    page.says("Up to 67% of a program may come from credits you have.").says("This never adds or takes points.");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_profile_the_result_asks_for_it() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.answer_all(&worked::example("P02").said()).await.is(200);
    let page = gus.get(gus.hand_in().await).await;
    page.says("Fill in your education, the years you would study and your pace.").says("Fill in my profile");
    page.says_not("Not yet open").says_not("2 years").says("Health information management is the better fit so far");
    assert!(page.links().iter().any(|link| link == "/profile"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocked_field_is_said_with_a_first_step_and_never_flips_the_fit() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.fill_in_profile([("years", "1"), ("education", "hs"), ("pace", "half")].map(|(n, v)| (n, v.to_owned()))).await;
    gus.answer_all(&worked::example("P01").said()).await.is(200);
    let page = gus.get(gus.hand_in().await).await;
    page.says("Health informatics is the better fit so far");
    page.says("Your interests lean to health informatics, and that stays.");
    page.says("Bachelor’s in health informatics. It takes about 8 years at your pace. You said one year.");
    page.says("A first step could be one term. Then look again. Full time it would take about 4 years.");
    page.says("You left your credits empty, so they count as 0.");
    portal.letter_to(gus.email).await.says("Ask Ada Bell what a first step toward this program could be.");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_students_result_is_the_same_page_as_none_at_all() {
    let portal = Portal::open().await;
    let (eve, finn) = (portal.eve().await, portal.finn().await);
    let path = newest(&eve).await;
    let absent = format!("/results/{}", uuid::Uuid::now_v7());
    let key = [("key", uuid::Uuid::now_v7().to_string())];
    assert_eq!(finn.get(&path).await.is(404).body, finn.get(&absent).await.is(404).body);
    assert_eq!(finn.get("/results/nonsense").await.is(404).body, finn.get(&absent).await.is(404).body);
    let theirs = finn.post(format!("{path}/letters"), key.clone()).await;
    let nobodys = finn.post(format!("{absent}/letters"), key).await;
    assert_eq!(theirs.is(404).body, nobodys.is(404).body);
    finn.post("/attempts", [("result", path.trim_start_matches("/results/"))]).await.is(404);
    finn.post("/attempts", [("result", "nonsense")]).await.is(404);
    finn.get("/results").await.says("No result yet");
    assert_eq!(portal.letters_to(eve.email).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn answer_again_begins_empty_and_the_old_result_stays() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let old = newest(&eve).await;
    let list = eve.get("/results").await;
    eve.submit(list.form("/attempts")).await.leads_to("/questions");
    eve.press("/attempts").await.leads_to("/questions");
    assert_eq!(portal.count(&format!("attempt where student_id = '{}'", eve.id)).await, 2);
    eve.get("/questions/check").await.says("0 of 24 answered");
    eve.answer_all(&worked::example("P01").said()).await.is(200);
    let new = eve.hand_in().await;
    assert_ne!(old, new);
    // She wants to lead people, so a clear lead toward HI is named a weaker one.
    eve.get(&new).await.says("Your answers lean toward health informatics").says_not("This is an older result");
    eve.get(&old).await.says("Health information management is the better fit so far").says("This is an older result");
    let list = eve.get("/results").await;
    let links = list.links().into_iter().filter(|link| link.starts_with("/results/") && !link.contains('#'));
    assert_eq!(links.collect::<Vec<_>>(), [new, old], "newest first");
    list.says("2 toward HI, 64 toward HIM").says("Older: a newer one is above");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_between_two_results_is_listed() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let first = gus.go(&outcomes::way("hi-clear")).await;
    gus.get(&first).await.says_not("What changed since");
    let second = gus.go(&outcomes::way("pulling-apart")).await;
    let page = gus.get(&second).await;
    page.says("What changed since").says("Points 70 toward HI, 1 toward HIM 61 toward HI, 13 toward HIM");
    page.says("See the 2 answers that changed");
    page.says("13. Decide how to measure whether a change in a clinic really worked. Strongly dislike instead of Strongly like");
    page.says_not("Result Health informatics is the better fit so far");
    let third = gus.go(&outcomes::way("conflict")).await;
    let page = gus.get(&third).await;
    page.says("Result Health informatics is the better fit so far Your answers and your plans point different ways");
    page.says("Highest education finished Bachelor’s degree Associate degree").says("Supervise people No Yes");
    page.says("College credits earned 180 quarter credits");
    // The same once more: nothing changed, and the older one keeps its own list.
    let fourth = gus.go(&outcomes::way("conflict")).await;
    gus.get(&fourth).await.says("Nothing: the answers and the profile are the same.");
    gus.get(&third).await.says("Supervise people No Yes").says("This is an older result.");
    let list = gus.get("/results").await;
    for path in [&second, &third, &fourth] {
        assert!(list.links().contains(&format!("{path}#since")), "{path}");
    }
    assert!(!list.links().contains(&format!("{first}#since")));
    list.says("Your answers and your plans point different ways");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stored_result_never_changes() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let path = newest(&eve).await;
    let mut conn = portal.database().await;
    for change in ["outcome = 'HI_CLEAR'", "profile = '{}'", "created_at = now()", "contributions = '[]'"] {
        let refused = conn.batch_execute(&format!("update result set {change}")).await.expect_err(change);
        assert!(refused.to_string().contains("do not change"), "{refused}");
    }
    // A profile filled in later belongs to the next result.
    let before = eve.get(&path).await;
    eve.fill_in_profile([("credits", "0".to_owned()), ("years", "1".to_owned())]).await;
    let after = eve.get(&path).await;
    assert_eq!(
        before.between("<table class=\"tbl fold\"", "</table>"),
        after.between("<table class=\"tbl fold\"", "</table>")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_worked_example_stores_the_row_the_field_notes_expect() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    for example in worked::all() {
        if portal.count(&format!("attempt where student_id = '{}'", gus.id)).await > 0 {
            gus.press("/attempts").await.leads_to("/questions");
        }
        let (row, expected) = (portal.stored(&gus.walk(&example).await).await, &example.expected);
        let name = &example.id;
        for field in ["points", "outcome", "reason", "answered", "flags"] {
            assert_eq!(row[field], expected[field], "{name} {field}");
        }
        assert_eq!(row["scoring"], expected["version"], "{name}");
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        let contributions = row["contributions"].as_array().unwrap();
        for one in contributions {
            *sums.entry(one["dimension"].as_str().unwrap().to_owned()).or_default() += one["points"].as_i64().unwrap();
        }
        assert_eq!(serde_json::to_value(&sums).unwrap(), expected["contrib"], "{name}");
        let toward =
            |side: i64| contributions.iter().map(|one| (one["points"].as_i64().unwrap() * side).max(0)).sum::<i64>();
        assert_eq!((row["hi"].as_i64(), row["him"].as_i64()), (Some(toward(1)), Some(toward(-1))), "{name}");
        for (field, value) in example.profile() {
            let kept = &row["profile"][field];
            let kept = kept.as_str().map_or_else(|| kept.to_string(), str::to_owned);
            let expected = if matches!(field, "setting" | "pay") { "null".to_owned() } else { value };
            assert_eq!(kept, expected, "{name} {field}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_answers_give_the_same_outcome_again() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let ben = worked::example("P02");
    let first = portal.stored(&newest(&eve).await).await;
    eve.press("/attempts").await.leads_to("/questions");
    eve.answer_all(&ben.said()).await.is(200);
    let second = portal.stored(&eve.hand_in().await).await;
    for field in
        first.as_object().unwrap().keys().filter(|key| !matches!(key.as_str(), "id" | "attempt_id" | "created_at"))
    {
        assert_eq!(first[field], second[field], "{field}");
    }
}
