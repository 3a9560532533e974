//! What passes into a page and what does not.

use proptest::prelude::*;

use super::*;

fn html(source: &str) -> String {
    let words = |segment: &Segment| match segment {
        Segment::Words(html) => html.as_str().to_owned(),
        Segment::Figure(key) => format!("{{{key}}}"),
    };
    Prose::of(source).segments().iter().map(words).collect()
}

#[test]
fn plain_markdown_reads_as_meant() {
    assert_eq!(
        html("A **bold** word, [a link](/compare)."),
        "<p>A <strong>bold</strong> word, <a href=\"/compare\">a link</a>.</p>"
    );
    assert_eq!(html("- one\n- two"), "<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
}

#[test]
fn no_script_no_handler_no_raw_html() {
    for typed in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=alert(1)>b</b>",
        "<svg/onload=alert(1)>",
        "![x](javascript:alert(1))",
        "<style>*{display:none}</style>",
        "<form action=/sign-out><button>x</button></form>",
        "# Big <iframe src=//x>",
    ] {
        let made = html(typed);
        for tag in ["<script", "<img", "<b ", "<svg", "<style", "<form", "<button", "<iframe", "<h1"] {
            assert!(!made.contains(tag), "{typed} made {made}");
        }
    }
}

#[test]
fn links_lead_nowhere_but_to_pages_and_mail() {
    let wrong = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "java&#10;script:x",
        "//x.example",
    ];
    for address in wrong {
        assert!(!html(&format!("[x]({address})")).contains("href"), "{address}");
    }
    assert!(html("[x](https://www.bls.gov/)").contains("href=\"https://www.bls.gov/\""));
    assert!(html("<sam@harbor.example>").contains("href=\"mailto:sam@harbor.example\""));
    assert!(!html("[x](/a \"a title\")").contains("title"));
}

#[test]
fn a_figure_is_a_place_of_its_own() {
    assert_eq!(html("Pay is [[claim:pay.median.29-2072]] a year."), "<p>Pay is {pay.median.29-2072} a year.</p>");
    assert_eq!(html("**[[claim:a]]**[[claim:b]]"), "<p><strong>{a}</strong>{b}</p>");
    assert_eq!(html("`[[claim:a]]`"), "<p><code>[[claim:a]]</code></p>");
    assert_eq!(html("[[claim:A b]] [[claim:"), "<p>[[claim:A b]] [[claim:</p>");
    let prose = Prose::line("[[claim:pay.p10]]");
    assert_eq!(prose.figures().collect::<Vec<_>>(), ["pay.p10"]);
    assert_eq!(prose.segments().len(), 1);
}

#[test]
fn our_marks_cannot_be_typed() {
    assert_eq!(html("x \u{e000}pay\u{e001} y"), "<p>x pay y</p>");
    assert_eq!(html("x &#xe000;pay&#xe001; y").matches('{').count(), 0);
}

#[test]
fn a_text_falls_into_parts_at_its_headings() {
    let source = "Above.\n\n## One’s way\n\nBody\n\n```\n## not this\n```\n\n## Two\n### HI\nx";
    let found = parts(source, 2);
    assert_eq!(found.iter().map(|part| part.title).collect::<Vec<_>>(), ["", "One’s way", "Two"]);
    assert_eq!(found[2].body, "### HI\nx");
    assert_eq!(parts(found[2].body, 3), [Part { title: "HI", body: "x" }]);
    assert_eq!(slug("One’s way, 2"), "ones-way-2");
    assert_eq!(slug("¿Qué guardamos mañana?"), "que-guardamos-manana");
    assert_eq!(heading("Middle pay"), ("Middle pay", "middle-pay".to_owned()));
    assert_eq!(heading("Sueldo medio {#middle-pay}"), ("Sueldo medio", "middle-pay".to_owned()));
    assert_eq!(heading("A {#b c}"), ("A {#b c}", "a-b-c".to_owned()));
}

proptest! {
    #[test]
    fn whatever_is_typed_nothing_beyond_the_list_comes_out(
        typed in "(<|>|/|a|p|script|\\[|\\]|\\(|\\)|claim:|\"|'|=|on|&#xe000;|;|:|x|\u{e000}|\u{e001}|\n| |`){0,40}"
    ) {
        let made = html(&typed);
        prop_assert!(!made.contains(OPEN) && !made.contains(CLOSE));
        for tag in made.split('<').skip(1) {
            let inside = tag.split('>').next().unwrap_or_default();
            let (name, rest) = inside.trim_start_matches('/').split_once(' ').unwrap_or((inside.trim_start_matches('/'), ""));
            prop_assert!(TAGS.contains(&name), "{}", made);
            prop_assert!(rest.is_empty() || rest.starts_with("href=\"") || rest.starts_with("start=\""), "{}", made);
        }
    }
}
