//! The arithmetic of the drawings, so that templates only print.
//!
//! Widths and places are percent of the drawing's width. Nothing here knows how many questions there are or how many
//! points they give: what is the most is always an argument.

/// One of the two programs, and with it a direction: health informatics left, health information management right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Health informatics.
    Hi,
    /// Health information management.
    Him,
}

impl Side {
    /// The side's name in class lists: `hi` or `him`.
    pub fn class(&self) -> &'static str {
        match self {
            Side::Hi => "hi",
            Side::Him => "him",
        }
    }

    /// Whether this is health information management, whose bars are hatched.
    pub fn is_him(&self) -> bool {
        *self == Side::Him
    }
}

/// A share in percent with one decimal, as svg attributes take it: `66.7%`.
pub fn percent(share: f64) -> String {
    format!("{share:.1}%")
}

/// `part` of `whole` in percent, between 0 and 100; an empty whole gives 0.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole * 100.0).clamp(0.0, 100.0) } else { 0.0 }
}

/// A filled bar on a track.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Length of the filled part.
    pub width: String,
}

impl Bar {
    /// A bar that shows `value` where the full length is `most`.
    pub fn new(value: f64, most: f64) -> Bar {
        Bar { width: percent(share(value, most)) }
    }

    /// A bar for a figure on a scale that does not begin at 0, for instance an interest from 1 to 7.
    pub fn between(value: f64, least: f64, most: f64) -> Bar {
        Bar::new(value - least, most - least)
    }
}

/// Points toward one program, with their bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Whom the points are for.
    pub side: Side,
    /// Points, 0 to the most one side can get.
    pub points: u32,
    /// Points drawn against that most.
    pub bar: Bar,
    /// Whether the result names this program.
    pub leads: bool,
}

/// Points toward both programs, the one that is named first.
#[derive(Debug, Clone, PartialEq)]
pub struct Fits {
    /// Two rows: the named program on top; health informatics when none is named.
    pub rows: Vec<Fit>,
}

impl Fits {
    /// `leads` is the program the result names; none for an "either".
    pub fn new(hi: u32, him: u32, most: u32, leads: Option<Side>) -> Fits {
        let row = |side, points: u32| Fit {
            side,
            points,
            bar: Bar::new(points.into(), most.into()),
            leads: leads == Some(side),
        };
        let mut rows = vec![row(Side::Hi, hi), row(Side::Him, him)];
        if leads == Some(Side::Him) {
            rows.reverse();
        }
        Fits { rows }
    }
}

/// One stretch of the gauge: a band of leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// `clear-hi`, `lean-hi`, `close`, `lean-him` or `clear-him`.
    pub name: &'static str,
    /// Class of its color: `z1` close, `z2` lean, `z3` clear.
    pub class: &'static str,
    /// Left end.
    pub x: String,
    /// Length, without the gap to the next one.
    pub width: String,
    /// Length up to the next one, for its label.
    pub room: String,
}

/// Where the lead falls between the bands.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauge {
    /// Size of the lead in points.
    pub lead: u32,
    /// Whom it is toward; none when both sides are even.
    pub side: Option<Side>,
    /// The smallest lead that is a lean, and the largest that is still one.
    pub lean: (u32, u32),
    /// The smallest clear lead.
    pub clear: u32,
    /// Place of the marker.
    pub x: String,
    /// Class of the marker: a program's color from a lean on, ink under it.
    pub marker: &'static str,
    /// The label's end that touches its place: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// Step from the marker to the label, in pixels.
    pub dx: i32,
    /// Height of the label's line: beside the marker, or above it when it is in the middle.
    pub y: u32,
    /// The five bands, from left to right.
    pub zones: Vec<Zone>,
}

/// Half of the room kept free between two bands, in percent.
const GAP: f64 = 0.4;

impl Gauge {
    /// `points` are positive toward health informatics, negative toward health information management; `lean` and
    /// `clear` are the smallest leads of their bands; `most` is what one side can get.
    pub fn new(points: i32, lean: u32, clear: u32, most: u32) -> Gauge {
        let half = |lead: f64| share(lead, most.into()) / 2.0;
        let lead = points.unsigned_abs();
        let side = match points {
            0 => None,
            1.. => Some(Side::Hi),
            _ => Some(Side::Him),
        };
        let x = match side {
            Some(Side::Hi) => 50.0 - half(lead.into()),
            _ => 50.0 + half(lead.into()),
        };
        let (anchor, dx, y) = match x {
            x if x > 65.0 => ("end", -12, 25),
            x if x < 35.0 => ("start", 12, 25),
            _ => ("middle", 0, 10),
        };
        let (lean_at, clear_at) = (half(lean.into()), half(clear.into()));
        let edges = [0.0, 50.0 - clear_at, 50.0 - lean_at, 50.0 + lean_at, 50.0 + clear_at, 100.0];
        let bands = [("clear-hi", "z3"), ("lean-hi", "z2"), ("close", "z1"), ("lean-him", "z2"), ("clear-him", "z3")];
        let zones = bands.iter().zip(edges.windows(2)).map(|((name, class), edge)| {
            let gap = if edge[1] < 100.0 { GAP } else { 0.0 };
            Zone {
                name,
                class,
                x: percent(edge[0]),
                width: percent((edge[1] - edge[0] - gap).max(0.0)),
                room: percent(edge[1] - edge[0]),
            }
        });
        Gauge {
            lead,
            side,
            lean: (lean, clear.saturating_sub(1)),
            clear,
            x: percent(x),
            marker: match side {
                Some(Side::Hi) if lead >= lean => "f-hi",
                Some(Side::Him) if lead >= lean => "f-him",
                _ => "f-ink",
            },
            anchor,
            dx,
            y,
            zones: zones.collect(),
        }
    }
}

/// One topic of the butterfly: its two ends, and the points it gave to each side.
#[derive(Debug, Clone, PartialEq)]
pub struct FlyRow {
    /// The end that speaks for health informatics.
    pub hi_pole: String,
    /// The end that speaks for health information management.
    pub him_pole: String,
    /// Points toward health informatics.
    pub hi: u32,
    /// Points toward health information management.
    pub him: u32,
    /// Left end of the left bar, and place of its number.
    pub hi_x: String,
    /// Length of the left bar.
    pub hi_width: String,
    /// Length of the right bar, and place of its number.
    pub him_width: String,
    /// The side that got more; none when even.
    pub leans: Option<Side>,
}

impl FlyRow {
    /// `most` is the most points one topic can give; the bars leave room for a number beyond it, on the same scale in
    /// every result, so that two results compare.
    pub fn new(hi_pole: impl Into<String>, him_pole: impl Into<String>, hi: u32, him: u32, most: u32) -> FlyRow {
        // With a most of 24 the half is 29 wide: a fifth is left for the number.
        let full = f64::from(most) * 29.0 / 24.0;
        let (left, right) = (share(hi.into(), full), share(him.into(), full));
        FlyRow {
            hi_pole: hi_pole.into(),
            him_pole: him_pole.into(),
            hi,
            him,
            hi_x: percent(100.0 - left),
            hi_width: percent(left),
            him_width: percent(right),
            leans: match hi.cmp(&him) {
                std::cmp::Ordering::Greater => Some(Side::Hi),
                std::cmp::Ordering::Less => Some(Side::Him),
                std::cmp::Ordering::Equal => None,
            },
        }
    }

    /// Size of the difference, by which rows are sorted.
    pub fn difference(&self) -> u32 {
        self.hi.abs_diff(self.him)
    }
}

/// All topics, biggest difference first, and their totals.
#[derive(Debug, Clone, PartialEq)]
pub struct Fly {
    /// One row a topic.
    pub rows: Vec<FlyRow>,
    /// Sum of the left side.
    pub hi: u32,
    /// Sum of the right side.
    pub him: u32,
}

impl Fly {
    /// Sorts the rows and adds them up; rows that differ equally keep their order.
    pub fn new(mut rows: Vec<FlyRow>) -> Fly {
        rows.sort_by_key(|row| std::cmp::Reverse(row.difference()));
        let (hi, him) = rows.iter().fold((0, 0), |(hi, him), row| (hi + row.hi, him + row.him));
        Fly { rows, hi, him }
    }
}

/// Points toward both sides in a table cell: a small butterfly of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Mini {
    /// Points toward health informatics.
    pub hi: u32,
    /// Points toward health information management.
    pub him: u32,
    /// Left end of the left bar.
    pub hi_x: String,
    /// Length of the left bar.
    pub hi_width: String,
    /// Length of the right bar, which begins in the middle.
    pub him_width: String,
}

impl Mini {
    /// `most` is what one side can get.
    pub fn new(hi: u32, him: u32, most: u32) -> Mini {
        let half = |points: u32| share(points.into(), most.into()) / 2.0;
        Mini { hi, him, hi_x: percent(50.0 - half(hi)), hi_width: percent(half(hi)), him_width: percent(half(him)) }
    }
}

#[cfg(test)]
#[path = "chart_tests.rs"]
mod tests;
