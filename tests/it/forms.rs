//! The forms of a brief that are no pages, with hostile text in every field: Markdown keeps its structure, and no cell
//! of a table is a formula.

use pulldown_cmark::{Event, Options, Parser, Tag};
use whybuy::exchange::markdown;
use whybuy::words::{Lang, Words};

use crate::payloads::PAYLOADS;
use crate::rich;

/// What a Markdown reader makes of a document, its words left out.
fn structure(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    let mut told = Vec::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(_) | Event::Code(_) | Event::SoftBreak => {}
            Event::Start(Tag::Heading { level, .. }) => told.push(format!("heading {level}")),
            Event::Start(tag) => told.push(format!("{tag:?}")),
            Event::End(_) => told.push("end".to_owned()),
            other => told.push(format!("{other:?}")),
        }
    }
    told
}

#[test]
fn no_text_changes_the_structure_of_a_markdown_brief() {
    let briefs = rich::briefs(Lang::En);
    let words = Words::new(Lang::En);
    let harmless = structure(&markdown::brief(&rich::with_everywhere(&briefs[0], "harmless"), &words));
    assert!(harmless.len() > 500 && !harmless.iter().any(|it| it.contains("Html") || it.contains("Link")));
    for payload in PAYLOADS {
        let page = markdown::brief(&rich::with_everywhere(&briefs[0], payload), &words);
        let told = structure(&page);
        if let Some(at) = told.iter().zip(&harmless).position(|(told, harmless)| told != harmless) {
            panic!("{payload:?}: {:?} where {:?} stands", &told[at], &harmless[at]);
        }
        assert_eq!(told.len(), harmless.len(), "{payload:?}");
        assert!(!page.chars().any(|c| c.is_control() && c != '\n'), "{payload:?}");
    }
}
