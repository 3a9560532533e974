//! What somebody else saved while an editor wrote: each field that differs from what is typed.

/// A field by its label, with what stands in it as an editor reads it.
pub(super) type Line = (String, String);

/// A field and what stands in it.
pub(super) fn line(label: impl Into<String>, text: &str) -> Line {
    (label.into(), text.to_owned())
}

/// What they saved in each field that is typed otherwise; empty where they have nothing there. Spaces do not count.
pub(super) fn differences(theirs: &[Line], typed: &[Line]) -> Vec<Line> {
    let value_of = |lines: &[Line], label: &str| {
        let known = lines.iter().find(|(name, _)| name == label);
        known.map(|(_, text)| text.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    let only_typed = typed.iter().filter(|(label, _)| theirs.iter().all(|(known, _)| known != label));
    let labels = theirs.iter().chain(only_typed).map(|(label, _)| label);
    let pairs = labels.map(|label| (label.clone(), value_of(theirs, label), value_of(typed, label)));
    pairs.filter(|(_, theirs, typed)| theirs != typed).map(|(label, theirs, _)| (label, theirs)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_theirs_and_spaces_do_not_count() {
        let theirs = [line("Title", "Nights"), line("Note", "Read  it"), line("Step", "One")];
        let typed = [line("Title", "Days"), line("Note", " Read it"), line("Mine", "Two")];
        let said = [line("Title", "Nights"), line("Step", "One"), line("Mine", "")];
        assert_eq!(differences(&theirs, &typed), said);
    }
}
