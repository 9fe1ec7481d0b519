//! The forms of a brief that are no pages, with hostile text in every field: Markdown keeps its structure, and no cell
//! of a table is a formula.

use pulldown_cmark::{Event, Options, Parser, Tag};
use whybuy::domain::matrix::{Cell, Column, Matrix, Row};
use whybuy::domain::{Dimension, Id, Note, Record};
use whybuy::exchange::{flat, markdown, matrix, paper, quotes};
use whybuy::words::{Lang, Words};

use crate::payloads::PAYLOADS;
use crate::rich;

/// What a Markdown reader makes of a document, its words left out.
pub fn structure(text: &str) -> Vec<String> {
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

/// The cells of a table, row by row.
pub fn cells(table: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Signs with which Excel, LibreOffice and Google Sheets begin a formula, full-width twins included.
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[test]
fn no_text_becomes_a_formula_or_another_cell() {
    for payload in PAYLOADS {
        let id = Id::from_u128(1);
        let names = [payload, "harmless"];
        let column = |name: &str| Column { theme: id, name: name.to_owned(), dimension: Dimension::Concern, said: 1 };
        let said = Cell { said: true, against: false, asked: true };
        let row = Row { participant: id, code: "P01".to_owned(), role: payload.to_owned(), cells: vec![said; 2] };
        let people = Matrix { columns: names.map(column).to_vec(), rows: vec![row] };
        for table in [matrix::presence(&people).unwrap(), matrix::csv(&people, &Words::new(Lang::Ko)).unwrap()] {
            let rows = cells(&table);
            assert_eq!(rows.iter().map(Vec::len).collect::<Vec<usize>>(), [4, 4], "{payload:?}");
            assert!(!rows.iter().flatten().any(|cell| is_formula(cell)), "{payload:?}");
            assert_eq!(flat::strip_guard(&rows[1][1]), payload);
        }
    }
}

#[test]
fn quotations_of_hostile_lines_are_inert_and_read_back_to_the_byte() {
    let mut research = rich::sample(Lang::En);
    let notes: Vec<Id> = research.notes().values().filter(|it| it.is_evidence()).map(|it| it.id).collect();
    let mut kept = Vec::new();
    for (note, payload) in notes.iter().zip(PAYLOADS) {
        let text = whybuy::domain::text::trim_line(payload).into_owned();
        if text.is_empty() {
            continue;
        }
        let line = Note { text: text.clone(), ..research.notes()[note].clone() };
        let person = research.person_of(&line).unwrap().clone();
        research.apply(Record::from(line).into()).unwrap();
        if person.consent.quote {
            kept.push(text);
        }
    }
    let rows = cells(&quotes::csv(&research, None).unwrap());
    assert!(rows.iter().all(|row| row.len() == quotes::COLUMNS.len()));
    assert!(!rows.iter().flatten().any(|cell| is_formula(cell)));
    let texts: Vec<&str> = rows.iter().map(|row| flat::strip_guard(&row[12])).collect();
    assert!(kept.len() > 30 && kept.iter().all(|text| texts.contains(&text.as_str())));
}

#[test]
fn a_form_that_is_not_built_says_so_and_one_that_is_makes_a_file() {
    let brief = rich::small(rich::briefs(Lang::Ko).remove(0));
    for (form, is_built) in [
        (paper::Form::Pdf, cfg!(feature = "pdf")),
        (paper::Form::Png, cfg!(feature = "png")),
        (paper::Form::Docx, cfg!(feature = "docx")),
    ] {
        match paper::brief(form, &brief, &Words::new(Lang::Ko), &[]) {
            Ok(file) => assert!(is_built && file.len() > 10_000, "{form}"),
            Err(error) => assert_eq!((is_built, error.key), (false, "form-not-built"), "{form}"),
        }
    }
}
