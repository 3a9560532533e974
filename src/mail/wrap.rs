//! Plain text broken into lines that every mail reader shows whole.

/// The widest line of a letter's text part.
pub(super) const WIDTH: usize = 66;

/// `text` with its lines broken at spaces; list lines (`- `, `1. `) hang under their first word, addresses stay whole,
/// runs of empty lines become one.
pub(super) fn wrap(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim().lines() {
        let line = line.trim_end();
        if line.is_empty() {
            if lines.last().is_some_and(|last| !last.is_empty()) {
                lines.push(String::new());
            }
            continue;
        }
        let indent = if line.starts_with("- ") { "  " } else { "" };
        let mut current = String::new();
        for word in line.split_whitespace() {
            if !current.trim().is_empty() && current.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::replace(&mut current, indent.to_owned()));
            } else if !current.is_empty() && current != indent {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(current);
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_lists_hang() {
        let long = format!("- {}\n\n\n\nhttps://{}", "word ".repeat(20), "a".repeat(80));
        let wrapped = wrap(&long);
        assert_eq!(
            wrapped,
            format!("- {}\n  {}\n\nhttps://{}\n", ["word"; 13].join(" "), ["word"; 7].join(" "), "a".repeat(80))
        );
    }
}
