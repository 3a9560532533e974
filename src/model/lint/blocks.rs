//! A text in the stretches that are read by themselves: paragraphs, lines of a list, cells, each with the headings above it.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::grade::NAME;
use crate::model::markdown;

/// A stretch of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The heading of the second level above it.
    pub section: String,
    /// The heading of the third level above it.
    pub part: String,
    /// Its words; a figure of ours is one mark.
    pub text: String,
}

impl Block {
    /// The headings it stands under.
    pub fn place(&self) -> String {
        match (self.section.as_str(), self.part.as_str()) {
            (section, "") => section.to_owned(),
            ("", part) => part.to_owned(),
            (section, part) => format!("{section} › {part}"),
        }
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// The stretches of a text. Code is left out, and so are the places where the page prints its own rows.
pub fn of(body: &str) -> Vec<Block> {
    let body = without_places(body);
    let (mut blocks, mut here, mut heading, mut is_code) = (Vec::new(), Block::default(), None, false);
    let close = |here: &mut Block, blocks: &mut Vec<Block>| {
        let text = std::mem::take(&mut here.text);
        if !text.trim().is_empty() {
            blocks.push(Block { text: text.trim().to_owned(), ..here.clone() });
        }
    };
    for event in Parser::new_ext(&body, markdown::options()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                close(&mut here, &mut blocks);
                heading = Some(level);
            }
            Event::End(TagEnd::Heading(level)) => {
                let words = std::mem::take(&mut here.text);
                let (words, _) = markdown::heading(words.trim());
                if level <= HeadingLevel::H2 {
                    (here.section, here.part) = (words.to_owned(), String::new());
                } else {
                    words.clone_into(&mut here.part);
                }
                heading = None;
            }
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(text) if !is_code => here.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => here.text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) if heading.is_none() => {
                close(&mut here, &mut blocks);
            }
            // The words of a line stand before those of the list inside it.
            Event::Start(Tag::List(_)) => close(&mut here, &mut blocks),
            _ => {}
        }
    }
    close(&mut here, &mut blocks);
    blocks
}

/// Figures are marks, rows and the like are gone.
fn without_places(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("[[") {
        out.push_str(before);
        let inside = after.split_once("]]").filter(|(inside, _)| !inside.contains(['[', '\n']));
        let Some((inside, behind)) = inside else {
            out.push_str("[[");
            rest = after;
            continue;
        };
        if inside.starts_with("claim:") {
            out.push(NAME);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_what_is_read_by_itself() {
        let made = of(
            "Above.\n\n## Pay {#pay}\n\nHalf earn **more**\nthan [[claim:a]].\n\n[[row:x]]\n\n### HI\n\n- One\n- Two [link](/x)\n\n```\ncode\n```\n",
        );
        let said: Vec<_> = made.iter().map(|block| (block.place(), block.text.as_str())).collect();
        let told = format!("Half earn more than {NAME}.");
        assert_eq!(
            said,
            [
                (String::new(), "Above."),
                ("Pay".to_owned(), told.as_str()),
                ("Pay › HI".to_owned(), "One"),
                ("Pay › HI".to_owned(), "Two link"),
            ]
        );
    }
}
