//! `/dev/kit`: every part of the pages in every state, for eyes and for axe. Development only.

use askama::Template;

use super::chart::{Bar, Fits, Fly, FlyRow, Gauge, Mini, Side};
use super::page::{Frame, Reply, ok};

/// The most points one side can get, in these samples (`fit-1.0.0`).
const MOST: u32 = 96;
/// The most points one topic can give, in these samples (`fit-1.0.0`).
const TOPIC_MOST: u32 = 24;

/// Hangs the doors of development; a release build has none of them.
pub fn hang(app: &mut actix_web::web::ServiceConfig) {
    app.route("/dev/kit", actix_web::web::get().to(kit));
    app.route("/dev/letters", actix_web::web::get().to(super::dev_letters::letters));
}

/// The page of all parts.
///
/// # Errors
/// When it cannot be rendered.
pub async fn kit(frame: Frame) -> Reply {
    ok(&Kit::sample(frame))
}

/// The faults of a sample form; it answers what the macros ask of `Errors`.
#[derive(Default)]
pub struct Faults(Vec<(&'static str, &'static str)>);

impl Faults {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key of what is wrong with a field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, key)| *key)
    }

    /// No form comes back here.
    pub fn came_back(&self) -> bool {
        false
    }

    /// Every fault: the field's id and its key.
    pub fn list(&self) -> Vec<(String, String)> {
        self.0.iter().map(|(name, key)| (name.to_string(), key.to_string())).collect()
    }
}

/// The page of all parts.
#[derive(Template)]
#[template(path = "dev/kit.html")]
pub struct Kit {
    frame: Frame,
    faults: Faults,
    fine: Faults,
    fits: Vec<Fits>,
    gauges: Vec<Gauge>,
    fly: Fly,
    minis: Vec<(Mini, &'static str, &'static str)>,
    bars: Vec<(Bar, &'static str)>,
    steps: Vec<(u8, &'static str)>,
    statuses: Vec<&'static str>,
    bands: Vec<&'static str>,
    letters: Vec<&'static str>,
    sources: Vec<&'static str>,
    next: Option<String>,
    previous: Option<String>,
    none: Option<String>,
    long_name: &'static str,
}

impl Kit {
    /// Samples of everything, laid out in the given frame.
    pub fn sample(frame: Frame) -> Kit {
        let topic = |hi_pole, him_pole, hi, him| FlyRow::new(hi_pole, him_pole, hi, him, TOPIC_MOST);
        Kit {
            frame,
            faults: Faults(vec![
                ("k-text", "kit-error"),
                ("k-word", "kit-error"),
                ("k-area", "kit-error"),
                ("k-list", "kit-error"),
                ("k-pick", "kit-error"),
                ("k-tick", "kit-error"),
                ("q09", "kit-error"),
            ]),
            fine: Faults::default(),
            fits: vec![
                Fits::new(2, 64, MOST, Some(Side::Him)),
                Fits::new(33, 4, MOST, Some(Side::Hi)),
                Fits::new(19, 0, MOST, None),
            ],
            gauges: [62, 29, 19, 0, -20, -44, -96].map(|points| Gauge::new(points, 20, 44, MOST)).into(),
            fly: Fly::new(vec![
                topic("Analyzing evidence", "Overseeing day-to-day operations", 0, 24),
                topic("Expert in my own work", "Leading people", 24, 0),
                topic("Shaping technology", "Rules and compliance", 0, 12),
                topic("Care and outcomes", "Budgets and schedules", 2, 8),
                topic("Trying new ways", "Steady accountability", 3, 3),
                topic("Focused problem work", "Working across departments", 1, 0),
            ]),
            minis: vec![
                (Mini::new(2, 64, MOST), "HIM by 62", "clear"),
                (Mini::new(33, 4, MOST), "HI by 29", "lean"),
                (Mini::new(19, 0, MOST), "Too close", "HI by 19"),
                (Mini::new(29, 3, MOST), "Either", "HI by 26, conflict"),
                (Mini::new(0, 0, MOST), "Too close", "even"),
                (Mini::new(96, 0, MOST), "HI by 96", "clear"),
            ],
            bars: vec![
                (Bar::new(64.0, 96.0), "hi"),
                (Bar::new(64.0, 96.0), "him"),
                (Bar::new(11.0, 24.0), "brand"),
                (Bar::new(0.0, 24.0), "brand"),
            ],
            steps: vec![(1, "done"), (2, "now"), (3, "begun"), (4, "open")],
            statuses: vec![
                "mail-failed",
                "asked-for-a-call",
                "meeting-set",
                "follow-up-overdue",
                "changed-by-you",
                "close-call",
                "new-result",
                "plan-agreed",
                "stalled",
                "in-progress",
                "not-started",
                "invited",
            ],
            bands: vec!["clear", "lean", "either", "conflict", "not-enough"],
            letters: vec!["queued", "sending", "accepted", "deferred", "failed", "held"],
            sources: vec!["checked", "to-check", "review-due", "expired", "historical"],
            next: Some("/dev/kit?after=20".into()),
            previous: Some("/dev/kit?before=20".into()),
            none: None,
            long_name: "Maria-Fernanda Wolfeschlegelsteinhausenbergerdorff de la Santísima Trinidad",
        }
    }
}
