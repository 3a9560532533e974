//! What the jobs at the end of the steps pay and how they grow: the comparison's figures, with their sources and small
//! print, never words of ours.

use super::super::{
    figures::{Figures, Stamp, today},
    page::Frame,
};
use crate::model::{
    claim::{Claim, State},
    offer::Offer,
};

/// The section on the page.
pub(super) struct Jobs {
    pub(super) rows: Vec<Row>,
    pub(super) stamps: Vec<Stamp>,
    pub(super) small_print: Vec<String>,
}

/// One federal group of jobs.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) pay: Option<Cell>,
    pub(super) growth: Option<Cell>,
}

/// One figure.
pub(super) struct Cell {
    pub(super) value: String,
    pub(super) period: String,
    pub(super) to_check: bool,
}

/// The figures behind the programs whose address words these are; nothing where the comparison has none of them.
pub(super) fn jobs(offer: &Offer, slugs: &[String], compared: &[Claim], frame: &Frame) -> Option<Jobs> {
    let mut codes: Vec<&str> = Vec::new();
    for program in offer.programs.iter().filter(|program| slugs.contains(&program.slug)) {
        codes.extend(program.occupation.as_deref().filter(|code| !codes.contains(code)));
    }
    let is_ours = |claim: &&Claim| {
        let is_of_them = claim.soc.as_deref().is_some_and(|code| codes.contains(&code));
        is_of_them && (claim.is_middle_pay() || claim.is_growth())
    };
    let claims: Vec<&Claim> = compared.iter().filter(is_ours).collect();
    if claims.is_empty() {
        return None;
    }
    let today = today(frame);
    let cell = |claim: &&Claim| {
        let is_hidden = claim.is_expired(today);
        let value = if is_hidden { frame.t.say("figure-under-review").to_string() } else { claim.value_words() };
        Cell { value, period: claim.period_words(), to_check: !is_hidden && claim.state(today) != State::Checked }
    };
    let row = |code: &&str| {
        let of_code = || claims.iter().filter(|claim| claim.soc.as_deref() == Some(*code));
        Some(Row {
            name: of_code().next()?.label_words().to_owned(),
            pay: of_code().find(|claim| claim.is_middle_pay()).map(cell),
            growth: of_code().find(|claim| claim.is_growth()).map(cell),
        })
    };
    let rows = codes.iter().filter_map(row).collect();
    let figures = Figures::of(claims.iter().copied().cloned(), frame);
    Some(Jobs {
        rows,
        stamps: figures.stamps(&frame.t),
        small_print: figures.small_print().into_iter().map(str::to_owned).collect(),
    })
}
