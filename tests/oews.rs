//! A new year of wages: the national file is looked at figure by figure, and published as looked at, all of it together.

use crate::support::{Member, Page, Portal};

const PATH: &str = "/admin/claims/oews";
const PUBLISH: &str = "/admin/claims/oews/publication";
const HEADER: &str = "AREA_TITLE,AREA_TYPE,NAICS,I_GROUP,OWN_CODE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,\
    A_MEDIAN,A_PCT75,A_PCT90";

/// The file of a year as a spreadsheet saves it: every occupation, each number `more` than in 2025.
fn file(more: i32, p90_of_managers: &str) -> String {
    let line = |code: &str, title: &str, numbers: [i32; 7], p90: Option<&str>| {
        let mut cells: Vec<_> = numbers.iter().map(|number| (number + more).to_string()).collect();
        if let Some(p90) = p90 {
            p90.clone_into(&mut cells[6]);
        }
        format!("U.S.,1,000000,cross-industry,1235,{code},\"{title}\",detailed,{}\r\n", cells.join(","))
    };
    [
        format!("{HEADER}\r\n"),
        line("00-0000", "All Occupations", [155_495_730, 69_770, 31_200, 37_590, 50_980, 80_520, 128_560], None),
        line(
            "11-9111",
            "Medical and Health Services Managers",
            [597_080, 140_970, 73_390, 94_700, 123_860, 166_100, 224_340],
            Some(p90_of_managers),
        ),
        line(
            "15-1211",
            "Computer Systems Analysts",
            [519_530, 114_610, 67_340, 82_860, 105_850, 134_110, 167_710],
            None,
        ),
        line("29-2072", "Medical Records Specialists", [194_720, 56_790, 37_000, 43_490, 51_140, 64_820, 81_150], None),
        line(
            "29-9021",
            "Health Information Technologists",
            [38_100, 74_970, 39_830, 48_940, 68_020, 95_630, 117_420],
            None,
        ),
        "U.S.,1,622000,3-digit,1235,29-2072,Medical Records Specialists,detailed,1,1,1,1,1,1,1\r\n".to_owned(),
    ]
    .concat()
}

async fn look(sam: &Member, file: &str) -> Page {
    sam.upload(PATH, &[("year", "")], "national_M2026_dl.csv", file.as_bytes()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_of_wages_is_one_upload() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    sam.get("/admin/claims").await.says("A new year of wages");
    sam.get(PATH).await.says("Upload the national file");
    let plan = look(&sam, &file(1_000, "#")).await;
    plan.is(200)
        .says("$52,140")
        .says("+2.0%")
        .says("Above the highest wage that is told")
        .says("Publish 34 figures of May 2026");
    assert_eq!(portal.count("claim_revision where period_start = '2026-05'").await, 0, "looking changes nothing");
    sam.submit(plan.form(PUBLISH)).await.is(303);
    assert_eq!(portal.count("claim_revision where period_start = '2026-05' and status = 'live'").await, 34);
    assert_eq!(portal.count("audit where action = 'claim.changed'").await, 34);
    portal.visitor().get("/compare").await.says("$52,140").says("May 2026").says_not("$51,140");
    portal.visitor().get("/sources").await.says("Wage Statistics, May 2026");
    let spanish = portal.text("select title from source_translation where source = 'bls-oews-2026'");
    assert!(spanish.await.contains("mayo de 2026"));
    // Hospitals have a file of their own, and so the figures of the year before.
    sam.get("/admin/claims/pay.median.29-2072.hospitals").await.says("$59,120").says("2025-05");
    let figure = sam.get("/admin/claims/pay.median.29-2072").await;
    figure.says("read from the national file").says("$51,140");
    let review = portal
        .text("select review_due::text from claim_revision where claim_key = 'pay.median.29-2072' and status = 'live'");
    assert_eq!(review.await, "2028-06-01");
    // Whoever reads Spanish keeps the words, which did not change.
    let told = "claim_translation t join claim_revision r on r.id = t.revision_id where r.period_start = '2026-05'";
    assert_eq!(portal.count(told).await, 34);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_published_is_what_was_looked_at() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let plan = look(&sam, &file(1_000, "225340")).await.form(PUBLISH);
    let correction = sam.get("/admin/claims/pay.mean.29-2072").await.form("/admin/claims/pay.mean.29-2072");
    sam.submit(correction.fill("value", "56800").fill("why", "Read again")).await.is(303);
    let page = sam.submit(plan).await;
    page.is(409).says("Nothing was published").says("$56,800");
    assert_eq!(portal.count("claim_revision where period_start = '2026-05'").await, 0);
    // The new look counts; pressed twice it is one act.
    let plan = page.form(PUBLISH);
    sam.submit(plan.clone()).await.is(303);
    sam.submit(plan.clone()).await.is(303);
    assert_eq!(portal.count("claim_revision where period_start = '2026-05'").await, 35);
    // The same file again, and one of a year before.
    look(&sam, &file(1_000, "225340")).await.is(200).says("Nothing in this file would change a figure");
    let old = sam.upload(PATH, &[("year", "2024")], "national.csv", file(0, "1").as_bytes()).await;
    old.is(422).says("of a later year already");
    sam.submit(plan.fill("cells", "29-2072 median 1").fill("year", "2024")).await.is(409);
    sam.submit(sam.get(PATH).await.form(PATH)).await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_the_comparison_never_gets_two_years() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let lines = file(1_000, "225340");
    let without: String =
        lines.lines().filter(|line| !line.contains("15-1211")).map(|line| format!("{line}\n")).collect();
    let page = look(&sam, &without).await;
    page.is(200)
        .says("Nothing can be published yet")
        .says("would stand on two different years")
        .says("not in the file");
    assert!(!page.body.contains(PUBLISH));
}

#[tokio::test(flavor = "multi_thread")]
async fn percentiles_that_fall_are_never_published() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    // A line that stands in the comparison holds its row back: no row gets two years.
    let managers = look(&sam, &file(1_000, "1000")).await;
    managers.is(200).says("Percentiles of this occupation fall").says("Nothing can be published yet");
    // The 75th of all occupations below their median: nothing of their line is taken, not even the number of jobs.
    let lines = file(1_000, "225340").replace("81520", "51000");
    let plan = look(&sam, &lines).await;
    plan.is(200)
        .says("Percentiles of this occupation fall")
        .says("Stays as it is")
        .says("Publish 28 figures of May 2026");
    sam.submit(plan.form(PUBLISH)).await.is(303);
    let new = "claim_revision where period_start = '2026-05'";
    assert_eq!(portal.count(new).await, 28);
    assert_eq!(portal.count(&format!("{new} and claim_key like '%.00-0000'")).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_file_says_what_is_wrong_with_it() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let refused = async |name: &'static str, year: &'static str, bytes: &'static [u8]| {
        sam.upload(PATH, &[("year", year)], name, bytes).await.is(422).text().to_owned()
    };
    assert!(refused("a.csv", "2026", b"").await.contains("Choose a file"));
    assert!(refused("a.xlsx", "2026", b"PK\x03\x04").await.contains("Save it as CSV"));
    let found = refused("a.csv", "2026", b"OCC_CODE,TOT_EMP\n29-2072,1\n").await;
    assert!(found.contains("Columns of the national file are missing") && found.contains("A_MEDIAN"), "{found}");
    let page = sam.upload(PATH, &[("year", "")], "wages.csv", file(0, "1").as_bytes()).await;
    page.is(422).says("Enter the year of the figures");
    let page = sam.upload(PATH, &[("year", "20266")], "national_M2026_dl.csv", file(0, "1").as_bytes()).await;
    page.is(422).says("Enter the year of the figures");
    for (year, name, said) in
        [("2062", "wages.csv", "Enter the year"), ("2026", "national_M2025_dl.csv", "says another year")]
    {
        sam.upload(PATH, &[("year", year)], name, file(0, "1").as_bytes()).await.is(422).says(said);
    }
    let state = file(0, "1").replace("U.S.,1,", "Ohio,2,");
    look(&sam, &state).await.is(422).says("not one of states or industries");
    let ada = portal.ada().await;
    ada.upload(PATH, &[], "national_M2026_dl.csv", b"x").await.is(404);
}
