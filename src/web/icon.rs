//! The drawings that stand beside words: one template, compiled once, printed by the macro `icon`.

use askama::Template;
use askama::filters::HtmlSafeOutput;

/// A lucide drawing by its name, for instance `circle-alert`.
#[derive(Template)]
#[template(path = "ui/icon-art.html")]
pub struct Icon<'a> {
    name: &'a str,
}

/// The drawing called `name`, ready to print; it holds no text of a person, so it needs no escaping.
pub fn icon(name: &str) -> HtmlSafeOutput<Icon<'_>> {
    HtmlSafeOutput(Icon { name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    fn names_in(dir: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(dir).expect("templates are there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                names_in(&path, found);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let named = text.split("icon(\"").skip(1).filter_map(|rest| rest.split('"').next());
                found.extend(named.map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_drawing_that_a_template_names_exists() {
        let mut names = Vec::new();
        names_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"), &mut names);
        for name in names {
            let drawn = icon(&name).to_string();
            assert!(drawn.contains("<path") || drawn.contains("<line") || drawn.contains("<rect"), "no drawing {name}");
        }
    }
}
