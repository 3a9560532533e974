//! Next steps: from the student's own credits through each step, with figures that have a source, and what must be said
//! before anyone is sent to a program.

use crate::support::{Page, Portal, outcomes, text, worked};

/// The steps as one reads them.
fn steps(page: &Page) -> Vec<String> {
    let list = page.between("<ol class=\"path", "</ol>");
    list.split("<li").skip(1).map(|step| text::visible(&format!("<li{step}"))).collect()
}

/// A profile as its form sends it, for somebody who studies up to four years.
fn profile(fields: [&str; 4]) -> Vec<(&'static str, String)> {
    let names = ["education", "credits", "unit", "pace"].into_iter().zip(fields.map(str::to_owned));
    names.chain([("years", "4".to_owned()), ("supervise", "maybe".to_owned())]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_begins_at_ones_own_credits_and_names_each_step() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let page = gus.get(gus.go(&outcomes::way("him-clear")).await).await;
    page.says("Your next steps, from 40 credits");
    page.says("The shortest way into health information management: Associate’s in health information technology. It takes about 2 years at your pace, and that fits your time.");
    let expected = [
        "Where you are 40 credits Some college. 40 quarter credits.",
        "Associate’s in health information technology 50 more credits About 4 terms at your pace. It leads to the RHIT exam. It opens medical records and registry jobs.",
        "Bachelor’s in health information management 140 more credits About 10 terms at your pace. 90 of them come after the step before. It leads to the RHIA exam. It opens jobs that lead a records or privacy team.",
        "Master’s in health information management 48 after a bachelor’s degree With the degree before it, about 13 terms from today. It leads to the RHIA exam. It opens senior jobs that lead a department.",
    ];
    assert_eq!(steps(&page), expected);
    // The same as a table, and what transfers is nobody's word but the advisor's.
    page.says("See the steps as a table").says("Credits from today").says("188 13");
    page.says("Which credits transfer? Ask your advisor.");

    // Semester credits at a quarter school, half time, one year more than she would study.
    let page = gus.get(gus.go(&outcomes::way("hi-lean")).await).await;
    page.says("Your next steps, from 96 credits").says("at your pace, one more than you said.");
    assert_eq!(steps(&page)[0], "Where you are 96 credits Some college. 64 semester credits, 96 as quarter credits.");
    assert!(
        steps(&page)[1].starts_with("Bachelor’s in health informatics 84 more credits About 12 terms"),
        "{:?}",
        steps(&page)
    );

    // Too close to call: both ways, each step with its field.
    let page = gus.get(gus.go(&outcomes::way("balanced")).await).await;
    page.says("The shortest way into health informatics:").says("The shortest way into health information management:");
    assert_eq!(steps(&page).len(), 7);
    // Not enough answers: nothing is recommended, and the programs stand as they are.
    let page = gus.get(gus.go(&outcomes::way("not-enough")).await).await;
    page.says("How the programs fit your time").says_not("The shortest way").says_not("class=\"path");
    // No profile: the page asks for it.
    let page = gus.get(gus.go(&outcomes::way("no-profile")).await).await;
    page.says("Fill in your education, the years you would study and your pace.").says_not("class=\"path");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_start_reads_its_own_first_step() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let ben = worked::example("P02").said();
    for (start, here, first) in [
        (
            ["hs", "0", "quarter", "full"],
            "High school or GED. 0 quarter credits.",
            "Associate’s in health information technology 90 more credits About 6 terms",
        ),
        (
            ["some_college", "62", "quarter", "half"],
            "62 quarter credits.",
            "Associate’s in health information technology 30 more credits About 4 terms",
        ),
        (
            ["some_college", "40", "not_sure", "full"],
            "Some college. You were not sure which kind",
            "Associate’s in health information technology 50 more credits About 4 terms",
        ),
        (
            ["associate", "90", "quarter", "full"],
            "Associate degree. 90 quarter credits.",
            "Bachelor’s in health information management 90 more credits About 6 terms",
        ),
        (
            ["bachelor", "", "", "full"],
            "Bachelor’s degree. You left your credits empty, so they count as 0.",
            "Master’s in health information management 48 more credits About 4 terms",
        ),
        (
            ["master", "228", "quarter", "full"],
            "Master’s or higher. 228 quarter credits.",
            "Associate’s in health information technology 30 more credits You hold a degree at this level, so this would be a second one.",
        ),
    ] {
        gus.press("/attempts").await.leads_to("/questions");
        gus.fill_in_profile(profile(start)).await;
        gus.answer_all(&ben).await.is(200);
        let page = gus.get(gus.hand_in().await).await;
        let steps = steps(&page);
        assert!(steps[0].contains(here), "{start:?}: {}", steps[0]);
        assert!(steps[1].starts_with(first), "{start:?}: {}", steps[1]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_semester_school_speaks_of_semester_credits() {
    let portal = Portal::open().await;
    portal.tell("update setting set credit_unit = 'semester'").await;
    let gus = portal.gus().await;
    let page = gus.get(gus.go(&outcomes::way("hi-lean")).await).await;
    page.says("Your next steps, from 64 credits").says("30 semester credits a year in two terms, half time 15");
    assert_eq!(steps(&page)[0], "Where you are 64 credits Some college. 64 semester credits.");
    assert!(
        steps(&page)[1].starts_with("Bachelor’s in health informatics 56 more credits About 8 terms"),
        "{:?}",
        steps(&page)
    );
    let page = gus.get(gus.go(&outcomes::way("him-clear")).await).await;
    assert_eq!(steps(&page)[0], "Where you are 26 credits Some college. 40 quarter credits, 26 as semester credits.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_field_is_said_so_with_a_first_step_and_keeps_its_lead() {
    let portal = Portal::open().await;
    portal.rewrite("delete from program where slug = 'bachelor-health-informatics'").await;
    let gus = portal.gus().await;
    gus.fill_in_profile(profile(["hs", "0", "quarter", "full"])).await;
    gus.answer_all(&worked::example("P01").said()).await.is(200);
    let page = gus.get(gus.hand_in().await).await;
    page.says("Health informatics is the better fit so far");
    page.says(
        "Your interests lean to health informatics, and that stays. No health informatics program is open to you yet.",
    );
    page.says("you need a bachelor’s degree first. A first step could be: Bachelor’s in health information management, 180 more credits. Talk it over with your advisor.");
    assert_eq!(
        steps(&page)[1],
        "First, a bachelor’s degree 180 more credits At our school the way there is: Bachelor’s in health information management."
    );
    assert!(steps(&page)[2].contains("27 after a bachelor’s degree"), "{:?}", steps(&page));
    // A school without any bachelor's degree knows no way, and says whom to ask.
    portal.rewrite("delete from program where award = 'bachelor'").await;
    let page = gus.get("/results").await;
    let path = page.links().into_iter().find(|link| link.starts_with("/results/")).unwrap();
    gus.get(path).await.says("Ask your advisor which ways lead there.");
}

#[tokio::test(flavor = "multi_thread")]
async fn pay_and_growth_are_the_comparison_s_figures_with_their_sources() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let path = gus.go(&outcomes::way("him-clear")).await;
    let page = gus.get(&path).await;
    let told = text::visible(page.between("id=\"jobs\"", "</section>"));
    for words in [
        "Medical records specialists $51,140 May 2025 8% 2025–35 · To be checked",
        "Medical and health services managers $123,860 May 2025 24% 2025–35 · To be checked",
        "U.S. Bureau of Labor Statistics",
        "Checked 22 Nov 2026",
        "not starting pay",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert!(!told.contains("analysts"), "only what this way opens: {told}");
    // A corrected figure is the one that is shown; one that is gone is not shown at all.
    portal
        .tell("update claim_revision set value = 52000 where claim_key = 'pay.median.29-2072' and status = 'live'")
        .await;
    gus.get(&path).await.says("$52,000").says_not("$51,140");
    portal
        .tell("update claim_revision set status = 'past' where claim_key like '%29-2072' or claim_key like '%11-9111'")
        .await;
    gus.get(&path).await.says_not("What these jobs pay").says("It opens medical records and registry jobs.");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_must_be_said_of_a_program_stands_before_every_link_to_it() {
    let portal = Portal::open().await;
    let slug = "associate-health-information-technology";
    let warning = "Its graduates earn no more than people who never went to college.";
    portal
        .rewrite(&format!(
            "update program set disclosure_status = 'fail', disclosure_text = '{warning}' where slug = '{slug}'"
        ))
        .await;
    let gus = portal.gus().await;
    let result = gus.go(&outcomes::way("him-clear")).await;
    let link = format!("href=\"/programs/{slug}\"");
    for path in [result.as_str(), "/programs"] {
        let page = gus.get(path).await;
        let first = page.is(200).body.find(&link).unwrap_or_else(|| panic!("{path} links to it"));
        let said = page.body.find(warning).unwrap_or_else(|| panic!("{path} says it"));
        assert!(said < first, "{path} says it before the link");
    }
    let page = gus.get(format!("/programs/{slug}")).await;
    let (said, facts) = (page.body.find(warning).unwrap(), page.body.find("id=\"facts\"").unwrap());
    assert!(said < facts);
    let letter = portal.letter_to(gus.email).await;
    letter.says("Read this first. The official earnings measure of this program does not pass.").says(warning);
    for part in [text::visible(&letter.html), letter.text.split_whitespace().collect::<Vec<_>>().join(" ")] {
        assert!(part.find(warning).unwrap() < part.find("Associate’s in health information technology:").unwrap());
    }
    // No other page of ours links to it; a new one that does must say it, too.
    for path in ["/", "/compare", "/careers/health-informatics", "/careers/health-information-management", "/home"] {
        assert!(!gus.get(path).await.is(200).body.contains(&link), "{path}");
    }
    // A program of an old result that is no longer offered has no page to link to.
    portal.tell("update catalog set status = 'retired'").await;
    gus.get(&result).await.says("Associate’s in health information technology").says_not(&link);
}
