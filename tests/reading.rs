//! Whatever a student reads is of grade 8 or easier, page by page. The table of all pages is in `target/tmp/reading.txt`.

use std::{collections::BTreeSet, fmt::Write as _};

use serde_json::Value;
use signpost::{
    model::lint::grade::{Count, Names},
    web::routes::DOORS,
    words::Words,
};

use crate::support::{Member, Page, Portal, files_under, text, worked};

/// The hardest a page may be.
const LIMIT: f64 = 8.0;

/// Names beside those of programs and sources, which are read from their files.
const NAMES: &[&str] = &[
    "health informatics",
    "health information management",
    "Harbor State College",
    "Signpost",
    "Ada Bell",
    "Bo Chen",
    "Lee Park",
    "Sam Ortiz",
    "Eve Hart",
    "O*NET",
    "U.S.",
    "U.S. Bureau of Labor Statistics",
    "Bureau of Labor Statistics",
    "U.S. Department of Labor",
    "U.S. Department of Education",
    "Student Privacy Policy Office of the U.S. Department of Education",
    "400 Maryland Avenue SW, Washington, DC 20202",
    "American Health Information Management Association",
    "American Medical Informatics Association",
    "Web Content Accessibility Guidelines",
    "USDOL/ETA",
];

/// All that was read.
struct Reader {
    names: Names,
    items: Vec<String>,
    pages: Vec<Read>,
}

/// One page that was read, with its hardest stretches and their grades.
#[derive(Debug)]
struct Read {
    name: String,
    count: Count,
    hardest: Vec<(f64, String)>,
}

impl Reader {
    fn new() -> Self {
        let file = |text| -> Value { serde_json::from_str(text).unwrap() };
        let texts = |list: &Value, name: &str| -> Vec<String> {
            list.as_array().unwrap().iter().map(|one| one[name].as_str().unwrap().to_owned()).collect()
        };
        let catalog = file(include_str!("../src/seed/content/catalog.json"));
        let sources = file(include_str!("../src/seed/content/sources.json"));
        let sheet = file(include_str!("../src/seed/content/questionnaire.json"));
        let mut names = texts(&catalog["programs"], "title");
        names.extend(texts(&sources, "title"));
        names.extend(texts(&sources, "publisher"));
        names.extend(NAMES.iter().map(ToString::to_string));
        Self { names: Names::new(names), items: texts(&sheet["items"], "text"), pages: Vec::new() }
    }

    /// Reads what stands between a page's head and its foot.
    fn page(&mut self, name: impl Into<String>, page: &Page) {
        let name = name.into();
        let main = page.body.split_once("<main").unwrap_or_else(|| panic!("{name} is no page")).1;
        self.read(name, &stretches(main.split("</main>").next().unwrap()));
    }

    /// Reads stretches of text as one page. The questions themselves are exempt.
    fn read(&mut self, name: String, stretches: &[String]) {
        let mut sum = Count::default();
        let mut hardest = Vec::new();
        for stretch in stretches {
            let asked = self.items.iter().find(|item| stretch.contains(item.as_str()));
            let stretch = asked.map_or_else(|| stretch.clone(), |item| stretch.replace(item.as_str(), ""));
            let count = Count::of(&stretch, &self.names);
            sum += count;
            if count.words >= 8 {
                hardest.push((count.grade(), stretch));
            }
        }
        hardest.sort_by(|a, b| b.0.total_cmp(&a.0));
        hardest.truncate(5);
        self.pages.push(Read { name, count: sum, hardest });
    }

    /// A line a page, with its hardest stretch.
    fn table(&self) -> String {
        let mut table = format!("{:<44} {:>5} {:>5} {:>9}  hardest stretch\n", "page", "grade", "words", "sentences");
        for Read { name, count, hardest } in &self.pages {
            let (words, sentences) = (count.words, count.sentences);
            let hardest = hardest.first().map(|(grade, text)| format!("{grade:>4.1} {}", shortened(text)));
            let hardest = hardest.unwrap_or_default();
            writeln!(table, "{name:<44} {:>5.1} {words:>5} {sentences:>9}  {hardest}", count.grade()).unwrap();
        }
        table
    }
}

fn shortened(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    if start.len() < text.len() { format!("{start}…") } else { start }
}

/// The text of a page, a stretch for each element that stands by itself.
fn stretches(html: &str) -> Vec<String> {
    const INLINE: &[&str] = &["a", "b", "strong", "em", "i", "code", "mark", "bdi", "time", "abbr"];
    let mut all = Vec::new();
    let mut open = String::new();
    let mut last = "";
    for tag in text::tags(html) {
        if !matches!(last, "style" | "script") {
            open.push_str(tag.before);
        }
        last = tag.name;
        match tag.name.trim_start_matches('/') {
            // Set apart by its look, or read by a screen reader only: beside the words before it, not in them.
            "span" => open.push(' '),
            inline if INLINE.contains(&inline) => {}
            _ => all.push(std::mem::take(&mut open)),
        }
    }
    all.push(open);
    let plain = |text: &String| text::decode(text).split_whitespace().collect::<Vec<_>>().join(" ");
    all.iter().map(plain).filter(|text| !text.is_empty()).collect()
}

/// The sentences of a language file, one a line; a place that is filled is a number.
fn sentences(file: &str) -> Vec<String> {
    let mut all = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let mut line = line.split_once(" = ").map_or(line, |(key, said)| if key.contains(' ') { line } else { said });
        line = line.trim().trim_start_matches(['*', '}']);
        if let Some((_, said)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            line = said;
        }
        let line = line.split(" ->").next().unwrap_or_default();
        let mut said = String::new();
        for (place, part) in line.split(['{', '}']).enumerate() {
            said.push_str(if place % 2 == 0 { part } else { "7" });
        }
        all.push(said.trim().to_owned());
    }
    all
}

/// A result of these answers, with something else said about supervising people.
async fn result_of(student: &Member, example: &worked::Example, supervise: &'static str) -> String {
    student.press("/attempts").await.leads_to("/questions");
    student.fill_in_profile(example.profile()).await;
    if !supervise.is_empty() {
        student.fill_in_profile([("supervise", supervise.to_owned())]).await;
    }
    student.answer_all(&example.said()).await.is(200);
    student.hand_in().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_student_reads_is_of_grade_8_or_easier() {
    let portal = Portal::open().await;
    let (visitor, eve, finn, gus) = (portal.visitor(), portal.eve().await, portal.finn().await, portal.gus().await);
    let mut reader = Reader::new();

    // Each door without a place in its address that opens to somebody who is no member of the staff.
    for (_, address) in DOORS.iter().filter(|(method, address)| *method == "get" && !address.contains('{')) {
        for (who, browser) in [("", &visitor), (" (Eve)", &*eve), (" (Finn)", &*finn)] {
            let page = browser.get(*address).await;
            if page.status == 200 && page.body.contains("<main") {
                reader.page(format!("{address}{who}"), &page);
                break;
            }
        }
    }
    let home = eve.get("/home").await;
    let (head, foot) = (home.body.split("<main").next().unwrap(), home.body.split("</main>").nth(1).unwrap());
    reader.read("head and foot".into(), &stretches(&format!("{}{foot}", head.split_once("<body").unwrap().1)));
    reader.page("/home (Gus, new)", &gus.get("/home").await);
    reader.page("/home (Finn, begun)", &finn.get("/home").await);
    reader.page("/nowhere", &visitor.get("/nowhere").await);
    for door in ["/verify/x", "/password/reset/x", "/invitations/x", "/s/x"] {
        reader.page(door, &visitor.get(door).await);
    }
    for link in visitor.get("/programs").await.links().into_iter().collect::<BTreeSet<_>>() {
        if link.starts_with("/programs/") {
            reader.page(link.clone(), &visitor.get(&link).await);
        }
    }
    for kind in ["notes", "correction", "erasure"] {
        let door = format!("/account/data/requests/{kind}");
        reader.page(door.clone(), &eve.get(&door).await);
    }
    for part in 1..=4 {
        reader.page(format!("/questions/{part}"), &gus.get(format!("/questions/{part}")).await);
    }

    // Every kind of result.
    let mut headings = BTreeSet::new();
    let mut seen = |reader: &mut Reader, name: &str, page: &Page| {
        headings.insert(text::visible(page.between("<h1", "</h1>").split_once('>').unwrap().1));
        reader.page(format!("result: {name}"), page);
    };
    let list = eve.get("/results").await;
    let result = list.links().into_iter().find(|link| link.starts_with("/results/")).expect("there is a result");
    seen(&mut reader, "him clear, with advice (Eve)", &eve.get(&result).await);
    reader.page("/results/{id}/shares", &eve.get(format!("{result}/shares")).await);
    let kinds = [
        ("hi clear", "P01", ""),
        ("hi lean, wish to supervise", "P06", "yes"),
        ("him lean, wish not to supervise", "P02", "no"),
        ("no opinion", "P03", ""),
        ("conflict", "P09", ""),
        ("balanced", "P12", ""),
        ("not enough", "P10", ""),
    ];
    for (name, example, supervise) in kinds {
        let path = result_of(&gus, &worked::example(example), supervise).await;
        seen(&mut reader, name, &gus.get(path).await);
    }
    reader.page("/home (Gus, too few answers)", &gus.get("/home").await);
    for (name, value) in [("both appeal", "2"), ("neither appeals", "-2")] {
        gus.press("/attempts").await.leads_to("/questions");
        let check = gus.answer_all(&worked::all_the_same(value)).await;
        reader.page(format!("/questions/check ({name})"), &check);
        let path = gus.hand_in().await;
        seen(&mut reader, name, &gus.get(path).await);
    }
    let words = Words::english();
    for kind in ["hi-clear", "hi-lean", "him-clear", "him-lean", "either", "conflict", "not-enough"] {
        let heading = words.say(&format!("result-{kind}")).to_string();
        assert!(headings.contains(&heading), "no result says “{heading}”: {headings:?}");
    }

    // Every letter, as it was agreed, and every sentence, shown today or not.
    for (path, letter) in files_under("src/mail/snapshots", ".html.snap") {
        let name = path.rsplit("__").next().unwrap().trim_end_matches(".html.snap");
        reader.read(format!("letter: {name}"), &stretches(letter.split_once("<body").unwrap().1));
    }
    for (path, file) in files_under("src/words/en", ".ftl") {
        if !path.ends_with("staff.ftl") {
            reader.read(path, &sentences(&file));
        }
    }

    let table = reader.table();
    println!("{table}");
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/reading.txt"), &table).unwrap();
    assert!(reader.pages.len() > 70, "only {} pages were read", reader.pages.len());
    let hard: Vec<_> = reader.pages.iter().filter(|page| page.count.grade() > LIMIT).collect();
    assert!(hard.is_empty(), "harder than grade {LIMIT}, with their hardest stretches: {hard:#?}");
}

#[test]
fn a_page_falls_into_what_stands_by_itself() {
    let html =
        "<h2>One <b>way</b></h2><p>Not <a href=\"/\">all</a> of it.</p><style>p {}</style><ul><li>First</li></ul>";
    assert_eq!(stretches(html), ["One way", "Not all of it.", "First"]);
    let file =
        "# A\nkey = Hello { $name }\nmany = { $count ->\n    [one] One is left.\n   *[other] { $count } are left\n  }.";
    assert_eq!(sentences(file), ["Hello 7", "7", "One is left.", "7 are left", "."]);
}
