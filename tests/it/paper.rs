//! The forms of paper: every wording and every count of the sheet stands in a PDF and a DOCX in both languages, two runs
//! give the same bytes, no text gets out of its place, nothing leads out of the document, and no character becomes a box.
//! The files are kept in `target/tmp/paper` for people to look at.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use whybuy::domain::brief::Brief;
use whybuy::exchange::paper::{self, Form};
use whybuy::exchange::sheet::Sheet;
use whybuy::words::{Lang, Words};

use crate::payloads::PAYLOADS;
use crate::{rich, sheets};

fn made(form: Form, brief: &Brief, lang: Lang) -> Vec<u8> {
    paper::brief(form, brief, &Words::new(lang), &[]).unwrap()
}

/// A file that is kept.
fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("paper");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    file
}

/// A text without its spaces: where a line ends is the page's affair.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a brief says, piece by piece: wordings in their quotation marks, counts, codes, names.
fn said(brief: &Brief, lang: Lang) -> Vec<String> {
    let sheet = Sheet::of(brief, &Words::new(lang));
    let mut said = vec![sheet.persona, sheet.study, sheet.about, sheet.facts, sheet.edition, sheet.hash];
    for line in sheet.evidence {
        said.push(if line.voice == "verbatim" { format!("“{}”", line.text) } else { line.text });
        said.extend([line.code, line.who, line.role, line.at]);
    }
    for claim in sheet.parts.into_iter().flat_map(|part| part.claims.into_iter().chain(part.few)) {
        said.extend([claim.headline, claim.written, claim.theme, claim.counts, claim.standing]);
        said.extend(claim.notes);
        for line in claim.quotes.into_iter().chain(claim.contradicts).filter(|it| it.voice == "verbatim") {
            said.push(format!("“{}”", line.text));
        }
    }
    said.extend(sheet.people.into_iter().flat_map(|it| [it.code, it.role, it.outcome, it.date, it.lines.to_string()]));
    said.extend(sheet.unknown.into_iter().chain(sheet.method).chain([sheet.rule]));
    for it in sheet.curve.into_iter().flat_map(|it| it.bars) {
        said.push(format!("{}{}{}{}", it.code, it.date, it.new, it.all));
    }
    for it in sheet.stops {
        said.push(format!("{}{}{}{}", it.label, it.themes, it.once, it.verdict));
    }
    for it in sheet.apart.rows {
        said.push(format!("{}{}{}{}", it.what, it.label, it.here, it.elsewhere));
    }
    for it in sheet.expectations {
        said.push(format!("{}{}{}{}{}{}", it.theme, it.expectation, it.people, it.met, it.unmet, it.exceeded));
    }
    for it in sheet.triggers {
        said.extend([it.event, it.people]);
        said.extend(it.rows.into_iter().flat_map(|row| [row.label, row.text]));
    }
    said.extend(sheet.dropped.into_iter().flat_map(|it| [it.theme, it.reason, it.by]));
    said.extend(sheet.cases.into_iter().flat_map(|it| it.rows).flat_map(|it| [it.theme, it.verdict]));
    said.into_iter().map(|it| bare(&it)).filter(|it| !it.is_empty()).collect()
}

/// The wordings that nobody agreed to be quoted with must not be there.
fn nothing_withheld(text: &str, brief: &Brief) {
    let lines = brief.claims.iter().flat_map(|it| it.supports.iter().chain(&it.contradicts));
    for line in lines.filter(|it| it.withheld && !it.text.is_empty()) {
        assert!(!text.contains(&bare(&line.text)), "{}", line.cite());
    }
}

/// The text of a part of a DOCX, its mark-up taken out.
fn text_of(xml: &str) -> String {
    let pieces = xml.split('<').filter_map(|it| it.split_once('>')).map(|(_, text)| text);
    sheets::plain(&pieces.collect::<String>())
}

/// The elements of a part, their texts left out.
fn elements(xml: &str) -> Vec<&str> {
    xml.split('<').skip(1).map(|it| it.split('>').next().unwrap()).collect()
}

#[test]
fn every_wording_and_count_is_in_the_docx_with_headings_heads_and_language() {
    for lang in [Lang::En, Lang::Ko] {
        for (at, brief) in rich::briefs(lang).iter().enumerate() {
            let file = made(Form::Docx, brief, lang);
            assert!(file == made(Form::Docx, brief, lang), "two runs differ");
            kept(&format!("brief-{}-{at}.docx", lang.name()), &file);
            let document = sheets::entry(&file, "word/document.xml");
            let text = bare(&text_of(&document));
            let missing: Vec<String> = said(brief, lang).into_iter().filter(|it| !text.contains(it.as_str())).collect();
            assert!(missing.is_empty(), "{lang:?}: {missing:#?}");
            nothing_withheld(&text, brief);
            for style in ["Title", "Heading1", "Heading2", "Quote", "ListBullet", "Caption"] {
                let named = format!("w:val=\"{style}\"/>");
                assert!(document.contains(&named), "{style}");
                let styles = sheets::entry(&file, "word/styles.xml");
                assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
                assert!(styles.contains("w:eastAsia=\"ko-KR\"") && styles.contains("w:eastAsia=\"맑은 고딕\""));
            }
            assert_eq!(document.matches("<w:tblHeader/>").count(), document.matches("w:firstRow=\"1\"").count());
            let core = sheets::entry(&file, "docProps/core.xml");
            let date = brief.edition.as_ref().unwrap().date;
            let language = format!("<dc:language>{}</dc:language>", lang.name());
            assert!(core.contains(&language) && core.contains(&date.to_string()));
            for to in document.split("w:anchor=\"").skip(1).filter_map(|it| it.split('"').next()) {
                assert_eq!(document.matches(&format!("w:name=\"{to}\"")).count(), 1, "{to} leads nowhere");
            }
            assert!(!sheets::entry(&file, "word/_rels/document.xml.rels").contains("External"));
        }
    }
}

#[test]
fn no_text_changes_the_elements_of_a_docx() {
    let brief = &rich::small(rich::briefs(Lang::En).remove(0));
    let parts = ["word/document.xml", "word/footer1.xml", "docProps/core.xml"];
    let of = |text: &str| {
        let file = made(Form::Docx, &rich::with_everywhere(brief, text), Lang::En);
        parts.map(|part| sheets::entry(&file, part))
    };
    let harmless = of("harmless");
    for payload in PAYLOADS {
        for (told, harmless) in of(payload).iter().zip(&harmless) {
            assert_eq!(elements(told), elements(harmless), "{payload:?}");
            assert!(!told.chars().any(|c| c.is_control() && c != '\n'), "{payload:?}");
        }
    }
}

/// What a tool of poppler says of a PDF; none where it is not installed, which only CI may not pass over.
fn told(tool: &str, flags: &[&str], pdf: (&str, &[u8])) -> Option<String> {
    let file = kept(pdf.0, pdf.1);
    let mut command = Command::new(tool);
    let command = command.args(flags).arg(&file).args((tool == "pdftotext").then_some("-"));
    let Ok(output) = command.output() else {
        assert!(std::env::var_os("CI").is_none(), "CI has no {tool}: apt-get install poppler-utils");
        eprintln!("SKIPPED: no {tool} on this machine; the pages were not read");
        return None;
    };
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_wording_and_count_is_in_the_pdf_in_the_order_in_which_it_is_read() {
    for lang in [Lang::En, Lang::Ko] {
        let brief = &rich::briefs(lang)[0];
        let pdf = made(Form::Pdf, brief, lang);
        assert!(pdf == made(Form::Pdf, brief, lang), "two runs differ");
        let Some(text) = told("pdftotext", &["-raw"], (&format!("brief-{}.pdf", lang.name()), &pdf)) else { return };
        // A row of a table may go on after a page's foot; everything else is read without a break.
        let foot = bare(&format!("{} · {} · ", brief.study, brief.persona));
        assert!(bare(&text).matches(&foot).count() > 5, "every page has its foot");
        let text: String = bare(&text);
        let missing: Vec<String> = said(brief, lang).into_iter().filter(|it| !text.contains(it.as_str())).collect();
        assert!(missing.is_empty(), "{lang:?}: {missing:#?}");
        nothing_withheld(&text, brief);
        assert!(!text.contains('□'));
    }
}

/// How often the bytes of a file hold these.
fn count(file: &[u8], bytes: &str) -> usize {
    file.windows(bytes.len()).filter(|it| *it == bytes.as_bytes()).count()
}

#[test]
fn a_pdf_is_tagged_and_has_the_date_of_the_brief() {
    let brief = &rich::small(rich::briefs(Lang::Ko).remove(0));
    let pdf = made(Form::Pdf, brief, Lang::Ko);
    let date = brief.edition.as_ref().unwrap().date.format("D:%Y%m%d").to_string();
    for expected in ["/StructTreeRoot", "/Outlines", "/Lang", "pdfuaid", date.as_str()] {
        assert!(count(&pdf, expected) > 0, "{expected}");
    }
}

#[test]
fn no_text_of_a_pdf_becomes_an_action_an_address_or_mark_up() {
    let brief = &rich::small(rich::briefs(Lang::En).remove(0));
    let harmless = count(&made(Form::Pdf, brief, Lang::En), " 0 obj");
    let hostile = [
        "(x) /URI (https://evil.example)",
        ") /S /JavaScript /JS (app.alert(1)) (",
        "</rdf:RDF><x>]]>",
        "endobj 9 0 obj << >> endobj\\)",
        "\u{202e}gnp.exe\u{202c} \u{0}\u{1b}[31m\u{feff}\u{ad}",
    ];
    for payload in hostile {
        let pdf = made(Form::Pdf, &rich::with_everywhere(brief, payload), Lang::En);
        let metadata = pdf.split_at(pdf.windows(9).position(|it| it == b"<x:xmpmet").unwrap()).1;
        assert_eq!(count(metadata, "</rdf:RDF>"), 1, "{payload}");
        let Some(facts) = told("pdfinfo", &[], ("hostile.pdf", &pdf)) else { return };
        assert!(facts.contains("JavaScript:      no") && facts.contains("Tagged:          yes"), "{payload}: {facts}");
        let urls = told("pdfinfo", &["-url"], ("hostile.pdf", &pdf)).unwrap();
        assert!(urls.lines().count() <= 1, "{payload}: {urls}");
        // As many objects as there are, give or take the pages and lines that a longer text takes.
        assert!(count(&pdf, " 0 obj") < harmless * 3, "{payload}");
    }
}

#[test]
fn a_character_that_no_font_has_is_told_by_its_point_and_not_drawn() {
    let brief = rich::with_everywhere(&rich::small(rich::briefs(Lang::En).remove(0)), "secret \u{1F9EE}\u{A9C5}");
    for form in [Form::Pdf, Form::Png] {
        let error = paper::brief(form, &brief, &Words::new(Lang::En), &[]).unwrap_err();
        let facts: String = error.facts.iter().map(|(_, fact)| fact.as_str()).collect();
        assert_eq!(error.key, "glyph-missing");
        assert!(facts.contains("U+1F9EE") && facts.contains("U+A9C5") && !facts.contains("secret"), "{facts}");
        let unusable = paper::brief(form, &brief, &Words::new(Lang::En), &[b"no font".to_vec()]).unwrap_err();
        assert_eq!(unusable.key, "font-unusable");
    }
    assert!(paper::brief(Form::Docx, &brief, &Words::new(Lang::En), &[]).is_ok());
}

#[test]
fn a_picture_is_a_png_of_one_width_and_the_same_twice() {
    for lang in [Lang::En, Lang::Ko] {
        let brief = &rich::briefs(lang)[0];
        let png = made(Form::Png, brief, lang);
        assert!(png == made(Form::Png, brief, lang), "two runs differ");
        kept(&format!("brief-{}.png", lang.name()), &png);
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(size(16), 1800);
        assert!((1200..3600).contains(&size(20)), "{}", size(20));
    }
}
