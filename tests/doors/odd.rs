//! Odd spellings of every address, and odd ids in it, as everybody: what comes back is the page that is not there, or
//! what the table says anyway; never an error of ours, never somebody else's page.
//!
//! A run tries a seventh of it as each of the ten kinds of people, so that everything is tried by one or two; `FULL=1` tries
//! all of it as everybody.

use super::{
    TABLE,
    people::{IN, Kind, come},
    places::Places,
};
use crate::support::{
    Portal,
    wire::{Answer, Wire},
};

const NOWHERE: &str = "/no/such/page";

/// Ids that no page of ours writes.
fn odd_ids() -> Vec<String> {
    let plain = [
        "",
        "-1",
        "0",
        "9223372036854775808",
        "1e3",
        "null",
        "%00",
        "%ff%fe",
        "%27%20or%201=1--",
        "%22%3E%3Cscript%3E",
        "%F0%9F%A6%89",
        "🦉",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e",
        "%0d%0aX-Injected:%20yes",
        "00000000-0000-0000-0000-000000000000",
        "{id}",
    ];
    plain.into_iter().map(str::to_owned).chain(["a".repeat(10_000)]).collect()
}

/// The same address as somebody would try it who looks for a way around.
fn spellings(path: &str) -> Vec<String> {
    let (start, end) = path.rsplit_once('/').expect("addresses begin with a slash");
    let first = path.chars().nth(1).map_or("%2f".to_owned(), |letter| format!("/%{:02x}", u32::from(letter)));
    vec![
        format!("{path}/"),
        path.to_uppercase(),
        format!("/{path}"),
        format!("{start}//{end}"),
        format!("/.{path}"),
        format!("/%2e%2e{path}"),
        format!("/nowhere/%2e%2e{path}"),
        format!("/nowhere/..{path}"),
        format!("{path}/%2e"),
        format!("{start}%2f{end}"),
        format!("{start}\\{end}"),
        format!("{first}{}", path.get(2..).unwrap_or_default()),
        format!("{path};x=1"),
        format!("{path}%00"),
        format!("{path}%20"),
        format!("{path}.html"),
        format!("{path}?next=%00&done=%ff"),
        format!("{path}?from=x&from=y&after=%27&done=%3Cb%3E"),
        format!("http://evil.example{path}"),
        format!("{path}?{}", "x".repeat(9_000)),
    ]
}

/// One person at the wire, with the pages that they may always see.
struct Prober {
    kind: Kind,
    turn: usize,
    wire: Wire,
    /// The page that is not there, as one sees it, and as a stranger does: what is refused unread is refused to anybody.
    nowhere: [Vec<u8>; 2],
}

impl Prober {
    async fn new(kind: Kind, cookie: Option<String>, portal: &Portal) -> Self {
        let cookie = cookie.map(|value| format!("sid={value}")).unwrap_or_default();
        let mut wire = Wire::to(portal, &[("Cookie", &cookie), ("Sec-Fetch-Site", "same-origin")]);
        let mut stranger = Wire::to(portal, &[]);
        let nowhere = [wire.ask("GET", NOWHERE).await, stranger.ask("GET", NOWHERE).await];
        assert!(nowhere.iter().all(|answer| answer.status == 404));
        Self { kind, turn: kind as usize, wire, nowhere: nowhere.map(|answer| answer.body) }
    }

    /// Tries a seventh of what it is given: seven divides none of the lists, so that each of us gets some of everything.
    async fn sometimes(&mut self, method: &str, target: &str, absent: &[u8], fits: impl Fn(u16) -> bool) {
        self.turn += 1;
        if self.turn.is_multiple_of(7) || std::env::var_os("FULL").is_some() {
            self.tries(method, target, absent, fits).await;
        }
    }

    /// Tries an address; allowed are the page that is not there, `absent`, the way to sign in, and what `fits`.
    async fn tries(&mut self, method: &str, target: &str, absent: &[u8], fits: impl Fn(u16) -> bool) {
        let answer = self.wire.ask(method, target).await;
        let is_absent =
            answer.status == 404 && (method == "HEAD" || self.nowhere.contains(&answer.body) || answer.body == absent);
        // A line that is not HTTP at all never reaches the pages.
        let is_unreadable = answer.status == 400 && answer.body.is_empty();
        let is_fine = is_absent || is_unreadable || fits(seen(&answer));
        let shown: String = target.chars().take(120).collect();
        assert!(is_fine, "{method} {shown} as {:?}: {}\n{}", self.kind, seen(&answer), text(&answer));
        assert_eq!(answer.header("x-injected"), None, "{method} {shown}");
        assert!(answer.header("location").is_none_or(is_our_path), "{method} {shown} leads to {:?}", answer.head);
    }
}

fn seen(answer: &Answer) -> u16 {
    let leads_in = answer.header("location").is_some_and(|path| path.starts_with("/sign-in"));
    if answer.status == 303 && leads_in { IN } else { answer.status }
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.body).chars().take(500).collect()
}

fn is_our_path(location: &str) -> bool {
    location.starts_with('/') && !location.starts_with("//") && !location.contains(['\\', '\t'])
}

async fn probe(kind: Kind) {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    // One of those who were deactivated is enough: their cookie says nothing any more.
    for who in come(kind, &portal).await.into_iter().take(1) {
        let mut prober = Prober::new(kind, who.cookie("sid"), &portal).await;
        let (last, first): (Vec<_>, Vec<_>) = TABLE.iter().partition(|(_, address, _)| *address == "/sign-out");
        for &(method, address, everybody) in first {
            let method = method.to_uppercase();
            let (path, expected) = (places.fill(address), everybody.gets(kind));
            let absent = prober.wire.ask(&method, &places.absent(address)).await.body;
            for odd in spellings(&path).into_iter().chain(places.other_spellings(&path)) {
                prober.sometimes(&method, &odd, &absent, |status| status == expected || status == IN).await;
            }
            for id in odd_ids() {
                for odd in places.with(address, &id) {
                    // The first of the sample letters is number 0.
                    let is_one = odd.ends_with("/samples/0");
                    let fits = |status| status == IN || status == expected && (status != 200 || is_one);
                    prober.sometimes(&method, &odd, &absent, fits).await;
                }
            }
        }
        let still = prober.wire.ask("GET", NOWHERE).await;
        assert!(still.body == prober.nowhere[0], "{kind:?} was signed out on the way");
        for (method, address, everybody) in last {
            for odd in spellings(address) {
                let fits = |status| status == everybody.gets(kind);
                prober.tries(&method.to_uppercase(), &odd, &[], fits).await;
            }
        }
    }
}

macro_rules! probes {
    ($($name:ident: $kind:ident;)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            probe(Kind::$kind).await;
        }
    )*};
}
probes! {
    nobody_finds_a_way_around_the_doors: Nobody;
    somebody_unconfirmed_finds_none: Unconfirmed;
    a_student_finds_none: Student;
    another_student_finds_none: OtherStudent;
    an_advisor_finds_none: Advisor;
    a_former_advisor_finds_none: FormerAdvisor;
    another_advisor_finds_none: OtherAdvisor;
    a_lead_advisor_finds_none: Lead;
    an_admin_finds_none: Admin;
    somebody_deactivated_finds_none: Deactivated;
}

/// HEAD answers as GET does, without a body, and leaves no trace; other methods find nothing.
#[tokio::test(flavor = "multi_thread")]
async fn other_methods_show_and_change_nothing() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    for kind in Kind::ALL {
        // As above: one of those who were deactivated.
        for who in come(kind, &portal).await.into_iter().take(1) {
            let mut prober = Prober::new(kind, who.cookie("sid"), &portal).await;
            let traces = portal.count("audit").await;
            let mut others = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"].iter().cycle();
            for (at, (method, address, everybody)) in TABLE.iter().enumerate() {
                let (path, expected) = (places.fill(address), everybody.gets(kind));
                let has_get = TABLE.iter().any(|(method, known, _)| *method == "get" && known == address);
                if *method == "get" {
                    prober.tries("HEAD", &path, &[], |status| status == expected).await;
                } else if !has_get {
                    // It may look like a place of another door's.
                    prober.tries("HEAD", &path, &[], |status| status == IN || status == 303).await;
                }
                // Another one at each door; each of us tries every third, another third than the one before.
                let other = others.nth(kind as usize % 3).expect("they go round");
                if (at + kind as usize).is_multiple_of(3) {
                    prober.tries(other, &path, &[], |_| false).await;
                }
            }
            assert_eq!(portal.count("audit").await, traces, "{kind:?} left traces");
        }
    }
}

/// Where an address names two things, both must belong together: one's own record opens nothing of somebody else's.
#[tokio::test(flavor = "multi_thread")]
async fn ids_of_different_people_do_not_go_together() {
    let portal = Portal::open().await;
    let (places, others) = (Places::of(&portal).await, Places::about_hana(&portal).await);
    for kind in Kind::signed_in() {
        for who in come(kind, &portal).await {
            let mut prober = Prober::new(kind, who.cookie("sid"), &portal).await;
            for (method, address, _) in TABLE {
                for mixed in places.mixed_with(&others, address) {
                    prober.tries(&method.to_uppercase(), &mixed, &[], |_| false).await;
                }
            }
        }
    }
}

/// The same in a form: Eve's record takes no advice on Hana's result, and nobody answers in somebody else's attempt.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_about_one_names_nothing_of_another() {
    let portal = Portal::open().await;
    let (ada, lee, eve, gus) = (portal.ada().await, portal.lee().await, portal.eve().await, portal.gus().await);
    let others = Places::about_hana(&portal).await;
    for advisor in [&ada, &lee] {
        let form = [("result", others.result.as_str()), ("verdict", "agree")];
        advisor.post(eve.advice_path(), form).await.is(404).says_not("Hana");
    }
    let attempts = portal.texts("select id::text from attempt").await;
    assert_eq!(attempts.len(), 3, "Eve's, Finn's and Hana's");
    for attempt in &attempts {
        gus.post("/questions/1", [("attempt", attempt.as_str()), ("q01", "2")]).await.is(404);
        gus.post("/questions/submission", [("attempt", attempt)]).await.is(404);
    }
    assert_eq!(portal.count("attempt").await, 3);
}
