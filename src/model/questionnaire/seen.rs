//! What an editor saw of a draft: one part, or the scale and the scoring. Others may save the rest of it meanwhile.

use super::Draft;
use crate::model::mark;

impl Draft {
    /// A mark of the questions of a part in both languages: whoever writes one otherwise, adds one or takes one out gives the
    /// part another mark.
    #[must_use]
    pub fn mark_of_part(&self, part: i16) -> String {
        let mut lines = Vec::new();
        for item in self.sheet.items_of(part) {
            let told = self.spanish.texts.get(&item.name).cloned().unwrap_or_default();
            lines.extend([item.name.clone(), item.text.clone(), told, item.dimension.clone()]);
            lines.push(item.key.sign().to_string());
        }
        mark::of(lines)
    }

    /// A mark of the scale and the scoring in both languages.
    #[must_use]
    pub fn mark_of_scoring(&self) -> String {
        let (sheet, spanish) = (&self.sheet, &self.spanish);
        let mut lines = vec![sheet.stem.clone(), spanish.stem.clone()];
        for (place, anchor) in (1_i16..).zip(&sheet.anchors) {
            let told = spanish.labels.get(&place).cloned().unwrap_or_default();
            lines.extend([anchor.label.clone(), told]);
        }
        for one in &sheet.dimensions {
            let (hi, him) = spanish.poles.get(&one.code).cloned().unwrap_or_default();
            lines.extend([
                one.code.clone(),
                one.weight.to_string(),
                one.hi_pole.clone(),
                one.him_pole.clone(),
                hi,
                him,
            ]);
        }
        let limits = sheet.thresholds;
        let limits = [limits.lean, limits.clear, limits.min_answered, limits.low_variation_same, limits.many_unsure];
        lines.extend(limits.map(|limit| limit.to_string()));
        mark::of(lines)
    }
}
