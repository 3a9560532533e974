//! The drawings against figures worked out by hand.

use super::*;

#[test]
fn shares_have_one_decimal_and_stay_inside() {
    assert_eq!(Bar::new(64.0, 96.0).width, "66.7%");
    assert_eq!(Bar::new(120.0, 96.0).width, "100.0%");
    assert_eq!(Bar::new(-3.0, 96.0).width, "0.0%");
    assert_eq!(Bar::new(5.0, 0.0).width, "0.0%");
    assert_eq!(Bar::between(6.29, 1.0, 7.0).width, "88.2%");
}

#[test]
fn the_named_program_comes_first() {
    let fits = Fits::new(2, 64, 96, Some(Side::Him));
    assert_eq!((fits.rows[0].side, fits.rows[0].points, fits.rows[0].leads), (Side::Him, 64, true));
    assert_eq!((fits.rows[1].bar.width.as_str(), fits.rows[1].leads), ("2.1%", false));
    let either = Fits::new(5, 19, 96, None);
    assert_eq!(either.rows[0].side, Side::Hi);
    assert!(either.rows.iter().all(|row| !row.leads));
}

#[test]
fn a_clear_lead_stands_on_its_side_in_its_color() {
    let gauge = Gauge::new(-62, 20, 44, 96);
    assert_eq!((gauge.x.as_str(), gauge.marker, gauge.anchor, gauge.dx, gauge.y), ("82.3%", "f-him", "end", -12, 25));
    let gauge = Gauge::new(62, 20, 44, 96);
    assert_eq!((gauge.x.as_str(), gauge.marker, gauge.anchor, gauge.dx), ("17.7%", "f-hi", "start", 12));
    assert_eq!((gauge.lead, gauge.lean, gauge.clear), (62, (20, 43), 44));
}

#[test]
fn a_lead_under_a_lean_is_drawn_in_ink() {
    let gauge = Gauge::new(19, 20, 44, 96);
    assert_eq!((gauge.x.as_str(), gauge.marker, gauge.anchor, gauge.y), ("40.1%", "f-ink", "middle", 10));
    let even = Gauge::new(0, 20, 44, 96);
    assert_eq!((even.x.as_str(), even.side, even.marker), ("50.0%", None, "f-ink"));
}

#[test]
fn the_five_bands_fill_the_gauge() {
    let zones = Gauge::new(0, 20, 44, 96).zones;
    let starts: Vec<_> = zones.iter().map(|zone| zone.x.as_str()).collect();
    assert_eq!(starts, ["0.0%", "27.1%", "39.6%", "60.4%", "72.9%"]);
    assert_eq!((zones[1].width.as_str(), zones[4].width.as_str()), ("12.1%", "27.1%"));
    let other = Gauge::new(30, 10, 30, 60);
    assert_eq!(other.x, "25.0%");
    assert_eq!(other.zones[1].x, "25.0%");
}

#[test]
fn the_butterfly_keeps_one_scale_for_every_result() {
    let row = FlyRow::new("Analyzing evidence", "Overseeing operations", 0, 18, 24);
    assert_eq!((row.hi_x.as_str(), row.him_width.as_str(), row.leans), ("100.0%", "62.1%", Some(Side::Him)));
    let full = FlyRow::new("a", "b", 24, 0, 24);
    assert_eq!((full.hi_x.as_str(), full.hi_width.as_str()), ("17.2%", "82.8%"));
    assert_eq!(FlyRow::new("a", "b", 3, 3, 24).leans, None);
    assert_eq!(FlyRow::new("a", "b", 6, 0, 12).hi_width, "41.4%");
}

#[test]
fn the_butterfly_adds_up_and_puts_the_biggest_difference_first() {
    let row = |hi, him| FlyRow::new("a", "b", hi, him, 24);
    let fly = Fly::new(vec![row(2, 8), row(0, 18), row(5, 5)]);
    assert_eq!((fly.hi, fly.him), (7, 31));
    let differences: Vec<_> = fly.rows.iter().map(FlyRow::difference).collect();
    assert_eq!(differences, [18, 6, 0]);
}

#[test]
fn the_small_butterfly_grows_from_the_middle() {
    let mini = Mini::new(2, 64, 96);
    assert_eq!((mini.hi_x.as_str(), mini.hi_width.as_str(), mini.him_width.as_str()), ("49.0%", "1.0%", "33.3%"));
}
