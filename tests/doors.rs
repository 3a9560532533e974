//! Every door × everybody. A door that is missing here, or a line without a door, fails.
//!
//! To add a door: one line in [`TABLE`]; if its address has a new kind of place, one arm in [`Places::fill`].
//! A post is sent without fields, so 422 means "may pass, but said nothing".

use std::collections::BTreeSet;

use signpost::web::routes::DOORS;

use crate::support::{Page, Portal, Visitor};

/// To sign in, and back.
const IN: u16 = 1303;

/// Method, address, and what each of [`PEOPLE`] gets.
type Line = (&'static str, &'static str, [u16; 8]);

const PEOPLE: [&str; 8] =
    ["nobody", "student", "other student", "advisor", "other advisor", "lead advisor", "admin", "deactivated"];

/// The same for everybody.
const fn all(status: u16) -> [u16; 8] {
    [status; 8]
}

#[rustfmt::skip]
const TABLE: &[Line] = &[
    // everybody                           nobody student other advisor other lead admin deactivated
    ("get",  "/healthz",                   all(200)),
    ("get",  "/readyz",                    all(200)),
    ("get",  "/static/{name:.*}",          all(200)),

    // public pages
    ("get",  "/",                          all(200)),
    ("get",  "/compare",                   all(200)),
    ("get",  "/careers/health-informatics", all(200)),
    ("get",  "/careers/health-information-management", all(200)),
    ("get",  "/programs",                  all(200)),
    ("get",  "/programs/{slug}",           all(200)),
    ("get",  "/sources",                   all(200)),
    ("get",  "/how-scoring-works",         all(200)),
    ("get",  "/privacy",                   all(200)),
    ("get",  "/cookies",                   all(200)),
    ("get",  "/accessibility",             all(200)),
    ("get",  "/disclosures",               all(200)),

    // getting in
    ("get",  "/register",                  [200, 303, 303, 303, 303, 303, 303, 200]),
    ("post", "/register",                  all(422)),
    ("get",  "/register/sent",             all(200)),
    ("get",  "/verify/{token}",            all(404)),
    ("post", "/verify/{token}",            all(404)),
    ("get",  "/sign-in",                   [200, 303, 303, 303, 303, 303, 303, 200]),
    ("post", "/sign-in",                   all(422)),
    ("post", "/sign-out",                  all(303)),
    ("get",  "/password/forgot",           all(200)),
    ("post", "/password/forgot",           all(422)),
    ("get",  "/password/forgot/sent",      all(200)),
    ("get",  "/password/reset/{token}",    all(404)),
    ("post", "/password/reset/{token}",    all(404)),
    ("get",  "/invitations/{token}",       all(404)),
    ("post", "/invitations/{token}",       all(404)),

    // students
    ("get",  "/home",                      [IN, 200, 200, 404, 404, 404, 404, IN]),
    ("get",  "/profile",                   [IN, 200, 200, 404, 404, 404, 404, IN]),
    ("post", "/profile",                   [IN, 303, 303, 404, 404, 404, 404, IN]),
    ("get",  "/questions",                 [IN, 303, 303, 404, 404, 404, 404, IN]),
    ("get",  "/questions/check",           [IN, 303, 200, 404, 404, 404, 404, IN]),
    ("post", "/questions/submission",      [IN, 422, 422, 404, 404, 404, 404, IN]),
    ("get",  "/questions/{part}",          [IN, 303, 200, 404, 404, 404, 404, IN]),
    ("post", "/questions/{part}",          [IN, 404, 404, 404, 404, 404, 404, IN]),
    ("post", "/attempts",                  [IN, 303, 303, 404, 404, 404, 404, IN]),
    ("get",  "/results",                   [IN, 200, 200, 404, 404, 404, 404, IN]),
    ("get",  "/results/{id}",              [IN, 200, 404, 404, 404, 404, 404, IN]),
    ("post", "/results/{id}/letters",      [IN, 303, 404, 404, 404, 404, 404, IN]),

    // advisors; the record is Eve's, who is Ada's
    ("get",  "/caseload",                  [IN, 404, 404, 200, 200, 200, 404, IN]),
    ("get",  "/students/{id}",             [IN, 404, 404, 200, 404, 200, 404, IN]),
    ("get",  "/students/{id}/answers",     [IN, 404, 404, 200, 404, 200, 404, IN]),
    ("get",  "/students/{id}/notes",       [IN, 404, 404, 200, 404, 200, 404, IN]),
    ("post", "/students/{id}/notes",       [IN, 404, 404, 422, 404, 422, 404, IN]),
    ("get",  "/students/{id}/advice",      [IN, 404, 404, 200, 404, 200, 404, IN]),
    ("post", "/students/{id}/advice",      [IN, 404, 404, 422, 404, 422, 404, IN]),
    ("post", "/students/{id}/assignment",  [IN, 404, 404, 303, 404, 409, 404, IN]),

    // admins
    ("get",  "/admin/claims",               [IN, 404, 404, 404, 404, 404, 200, IN]),
    ("get",  "/admin/claims/{key}",         [IN, 404, 404, 404, 404, 404, 200, IN]),
    ("post", "/admin/claims/{key}",         [IN, 404, 404, 404, 404, 404, 422, IN]),
    ("get",  "/admin/pages",                [IN, 404, 404, 404, 404, 404, 200, IN]),
    ("get",  "/admin/pages/{slug}",         [IN, 404, 404, 404, 404, 404, 200, IN]),
    ("post", "/admin/pages/{slug}",         [IN, 404, 404, 404, 404, 404, 422, IN]),
    ("get",  "/admin/pages/{slug}/revisions/{number}", [IN, 404, 404, 404, 404, 404, 200, IN]),
    ("post", "/admin/pages/{slug}/revisions/{number}/restoration", [IN, 404, 404, 404, 404, 404, 303, IN]),
    ("get",  "/admin/people",               [IN, 404, 404, 404, 404, 404, 200, IN]),
    ("post", "/admin/people",               [IN, 404, 404, 404, 404, 404, 422, IN]),
    ("get",  "/admin/people/{id}/deactivation", [IN, 404, 404, 404, 404, 404, 200, IN]),
    ("post", "/admin/people/{id}/deactivation", [IN, 404, 404, 404, 404, 404, 303, IN]),
];

/// What stands in the places of addresses. Records are Eve's, who is Ada's: "student" is Eve, "other" is Finn, who is Bo's.
struct Places {
    eve: String,
    bo: String,
    eves_result: String,
    program: String,
    style: String,
}

impl Places {
    async fn of(portal: &Portal) -> Self {
        let eve = portal.id_of("eve@students.harbor.example").await.to_string();
        let programs = portal.visitor().get("/programs").await.links();
        let program =
            programs.iter().find_map(|link| link.strip_prefix("/programs/")).expect("the demo has programs").to_owned();
        let page = portal.visitor().get("/sign-in").await;
        let style = page.body.split('"').find_map(|part| part.strip_prefix("/static/").filter(|n| n.ends_with(".css")));
        let eves_result = portal.text(&format!("select id::text from result where student_id = '{eve}'")).await;
        let bo = portal.id_of("bo@harbor.example").await.to_string();
        Self { eve, bo, eves_result, program, style: style.expect("every page has its style sheet").to_owned() }
    }

    fn fill(&self, address: &str) -> String {
        let path = match address {
            "/static/{name:.*}" => format!("/static/{}", self.style),
            "/programs/{slug}" => format!("/programs/{}", self.program),
            "/admin/claims/{key}" => "/admin/claims/pay.median.15-1211".to_owned(),
            pages if pages.starts_with("/admin/pages/{slug}") => {
                pages.replace("{slug}", "compare").replace("{number}", "1")
            }
            people if people.starts_with("/admin/people/{id}") => people.replace("{id}", &self.bo),
            "/questions/{part}" => "/questions/1".to_owned(),
            results if results.starts_with("/results/{id}") => results.replace("{id}", &self.eves_result),
            students if students.starts_with("/students/{id}") => students.replace("{id}", &self.eve),
            other => other.replace("{token}", &"x".repeat(43)),
        };
        assert!(!path.contains('{'), "{address} has a place that Places::fill does not know");
        path
    }
}

#[test]
fn every_door_has_a_line_and_every_line_a_door() {
    let doors: BTreeSet<_> = DOORS.iter().copied().collect();
    let lines: BTreeSet<_> = TABLE.iter().map(|(method, address, _)| (*method, *address)).collect();
    let without_line: Vec<_> = doors.difference(&lines).collect();
    let without_door: Vec<_> = lines.difference(&doors).collect();
    assert!(without_line.is_empty(), "add a line to tests/doors.rs for {without_line:?}");
    assert!(without_door.is_empty(), "no door any more for {without_door:?}");
    assert_eq!(TABLE.len(), lines.len(), "two lines for one door");
}

/// Tries every door as somebody new each time, so that one door's answer never changes another's.
async fn walk(column: usize) {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    let who = person(&portal, column).await;
    let mut wrong = Vec::new();
    for (method, address, expected) in TABLE {
        let path = places.fill(address);
        let page = if *method == "get" { who.get(&path).await } else { who.press(&path).await };
        let got = status_of(&page);
        if got != expected[column] {
            wrong.push(format!("{method} {address}: {got}, not {}", expected[column]));
        }
        if *address == "/sign-out" {
            // Signed in again for the doors that follow.
            who.set_cookie("sid", &who_signs_in_again(&portal, column).await);
        }
    }
    assert!(wrong.is_empty(), "{} gets\n{}", PEOPLE[column], wrong.join("\n"));
}

fn status_of(page: &Page) -> u16 {
    if page.status == 303 && page.location().starts_with("/sign-in") { IN } else { page.status }
}

async fn person(portal: &Portal, column: usize) -> Visitor {
    let visitor = portal.visitor();
    let cookie = who_signs_in_again(portal, column).await;
    if !cookie.is_empty() {
        visitor.set_cookie("sid", &cookie);
    }
    visitor
}

/// A fresh session of the column's person; empty for nobody.
async fn who_signs_in_again(portal: &Portal, column: usize) -> String {
    let member = match column {
        0 => return String::new(),
        1 => portal.eve().await,
        2 => portal.finn().await,
        3 => portal.ada().await,
        4 => portal.bo().await,
        5 => portal.lee().await,
        6 => portal.sam().await,
        _ => {
            // Signed in while it was possible, then deactivated.
            portal.tell("update person set deactivated_at = null").await;
            let gus = portal.gus().await;
            portal.tell("update person set deactivated_at = now() where full_name = 'Gus Lind'").await;
            gus
        }
    };
    member.cookie("sid").expect("sign-in gives a cookie")
}

macro_rules! walks {
    ($($name:ident: $column:literal;)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            walk($column).await;
        }
    )*};
}
walks! {
    nobody_passes_the_doors_that_are_open_to_all: 0;
    a_student_passes_their_doors_only: 1;
    another_student_passes_their_doors_only: 2;
    an_advisor_passes_their_doors_only: 3;
    another_advisor_passes_their_doors_only: 4;
    a_lead_advisor_passes_their_doors_only: 5;
    an_admin_passes_their_doors_only: 6;
    somebody_deactivated_is_nobody: 7;
}

/// The records that exist but are somebody else's, and the same addresses with an id that nobody has: not a byte apart.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_yours_looks_like_what_is_not_there() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    let nothing = uuid::Uuid::now_v7().to_string();
    for column in 1..7 {
        let who = person(&portal, column).await;
        for (_, address, expected) in TABLE.iter().filter(|(method, ..)| *method == "get") {
            let path = places.fill(address);
            let absent = path.replace(&places.eve, &nothing).replace(&places.eves_result, &nothing);
            if expected[column] == 404 && absent != path {
                let (theirs, absent) = (who.get(&path).await, who.get(&absent).await);
                assert_eq!(theirs.is(404).body, absent.is(404).body, "{path} for {}", PEOPLE[column]);
            }
        }
        let (one, other) = (who.get("/no/such/page").await, who.get("/nothing/at/all").await);
        assert_eq!(one.is(404).body, other.is(404).body, "for {}", PEOPLE[column]);
    }
}
