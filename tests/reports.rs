//! Reports: every number is the list behind it.

use crate::support::{Portal, text};

#[tokio::test(flavor = "multi_thread")]
async fn every_number_is_as_long_as_the_list_behind_it() {
    let portal = Portal::open().await;
    for who in [portal.ada().await, portal.bo().await, portal.lee().await] {
        let page = who.get("/reports").await;
        let mut seen = 0;
        for tag in text::tags(&page.is(200).body).into_iter().filter(|tag| tag.name == "a") {
            let Some(href) = tag.get("href").filter(|href| href.starts_with("/caseload?")) else { continue };
            let count = page.between(&format!("href=\"{}\">", href.replace('&', "&#38;")), "<").to_owned();
            let list = who.get(&href).await;
            let rows = list.body.matches("name=\"student\"").count();
            assert_eq!(count, rows.to_string(), "{href}");
            seen += 1;
        }
        assert_eq!(seen, 11 + 7 + 3);
    }
    let looked = portal.count("audit where action = 'students.listed' and subject = 'report'").await;
    assert_eq!(looked, 3);
    let lee = portal.lee().await.get("/reports").await;
    lee.says("All students of the school").says("Close call");
    portal.sam().await.get("/reports").await.is(404);
}
