//! Flat notes out: the lines of a study as one JSON object or one CSV row each (the columns of `notes`).
//! Lines of people who withdrew are never written. What only a whole study can say (revisions, path, questions,
//! what was asked) lives in `records`.

use std::io::Write;

use super::columns::Column;
use super::notes::FlatNote;
use super::records::{write_failed, write_line};
use super::themes::Tag;
use crate::domain::{Interview, Note, Participant, Research};
use crate::error::Result;

/// The lines of a study as flat notes: by the participant's code, then by interview, in the order of capture.
pub fn notes(research: &Research) -> impl Iterator<Item = FlatNote> + '_ {
    let mut people: Vec<&Participant> = research.participants().values().filter(|it| !it.is_withdrawn()).collect();
    people.sort_by(|a, b| (&a.code, a.id).cmp(&(&b.code, b.id)));
    people.into_iter().flat_map(move |person| {
        research.interviews_of(person.id).into_iter().flat_map(move |interview| {
            research.notes_of(interview.id).map(move |note| flat(research, person, interview, note))
        })
    })
}

fn flat(research: &Research, person: &Participant, interview: &Interview, note: &Note) -> FlatNote {
    let deal = person.deal.and_then(|deal| research.deals().get(&deal));
    FlatNote {
        line: 0,
        study: research.study().map(|study| study.name.clone()).unwrap_or_default(),
        persona: person
            .persona
            .and_then(|id| research.personas().get(&id))
            .map(|it| it.name.clone())
            .unwrap_or_default(),
        participant: person.code.clone(),
        interview: interview.label.clone(),
        date: Some(interview.date),
        at: note.at,
        speaker: Some(note.speaker),
        dimension: Some(note.dimension),
        voice: Some(note.voice),
        text: note.text.clone(),
        feeling: note.feeling,
        star: note.star,
        themes: tags(research, note),
        stage: note.stage.clone(),
        source: Some(interview.source),
        outcome: person.outcome.or_else(|| deal.and_then(|deal| deal.outcome)),
        role: person.role.clone(),
    }
}

/// The themes of a line in the notation of [`Tag`], in the order of that notation.
fn tags(research: &Research, note: &Note) -> Vec<String> {
    let tag = |mark: &crate::domain::Mark| {
        let theme = research.themes().get(&mark.theme)?;
        let dimension = (theme.dimension != note.dimension).then_some(theme.dimension);
        Some(Tag { stance: mark.stance, dimension, name: theme.name.clone() }.to_string())
    };
    let mut tags: Vec<String> = research.marks_of(note.id).filter_map(tag).collect();
    tags.sort();
    tags
}

/// Writes the lines as JSON, one object per line; what is empty is left out.
///
/// # Errors
/// `write-failed` where `out` fails.
pub fn write_jsonl(research: &Research, out: &mut impl Write) -> Result<()> {
    for note in notes(research) {
        write_line(&note, out)?;
    }
    out.flush().map_err(write_failed)
}

/// Writes the lines as CSV: a byte order mark (Excel reads Korean by it), a header, rows that end in CR LF.
/// A cell that a spreadsheet would take for a formula begins with an apostrophe, which an import takes off again.
///
/// # Errors
/// `write-failed` where `out` fails.
pub fn write_csv(research: &Research, out: &mut impl Write) -> Result<()> {
    out.write_all("\u{FEFF}".as_bytes()).map_err(write_failed)?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    let failed = |error: csv::Error| write_failed(std::io::Error::other(error));
    writer.write_record(Column::NAMES).map_err(failed)?;
    for note in notes(research) {
        let cells = Column::ALL.iter().map(|column| match column {
            // A number from -2 to 2 is no formula, and a spreadsheet should add it up.
            Column::Feeling => cell(&note, *column),
            _ => guard(cell(&note, *column)),
        });
        writer.write_record(cells).map_err(failed)?;
    }
    writer.flush().map_err(write_failed)
}

fn cell(note: &FlatNote, column: Column) -> String {
    fn text(value: Option<impl ToString>) -> String {
        value.map(|it| it.to_string()).unwrap_or_default()
    }
    match column {
        Column::Study => note.study.clone(),
        Column::Persona => note.persona.clone(),
        Column::Participant => note.participant.clone(),
        Column::Interview => note.interview.clone(),
        Column::Date => text(note.date),
        Column::At => text(note.at),
        Column::Speaker => text(note.speaker),
        Column::Dimension => text(note.dimension),
        Column::Voice => text(note.voice),
        Column::Text => note.text.clone(),
        Column::Feeling => text(note.feeling),
        Column::Star => text(note.star.then_some("true")),
        Column::Themes => note.themes.join("|"),
        Column::Stage => text(note.stage.as_ref()),
        Column::Source => text(note.source),
        Column::Outcome => text(note.outcome),
        Column::Role => note.role.clone(),
    }
}

/// Signs with which a spreadsheet begins a formula, the full-width twins included (OWASP, CSV injection).
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cell with an apostrophe before it where it looks like a formula, and one more where it looks guarded,
/// so that taking one off always gives the cell back.
pub fn guard(cell: String) -> String {
    if looks_like_a_formula(&cell) { format!("'{cell}") } else { cell }
}

/// The cell without the apostrophe that [`guard`] put before it.
pub fn strip_guard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if looks_like_a_formula(rest) => rest,
        _ => cell,
    }
}

fn looks_like_a_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_guarded_and_nothing_else() {
        for (cell, guarded) in [
            ("=1+1", "'=1+1"),
            ("＝cmd", "'＝cmd"),
            ("- item", "'- item"),
            ("\tx", "'\tx"),
            ("'=x", "''=x"),
            ("'quoted'", "'quoted'"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guard(cell.to_owned()), guarded);
            assert_eq!(strip_guard(guarded), cell);
        }
    }

    proptest! {
        #[test]
        fn a_guard_comes_off_again(cell in "['=+@＝－a-]{0,6}") {
            let guarded = guard(cell.clone());
            prop_assert!(!guarded.starts_with(FORMULA));
            prop_assert_eq!(strip_guard(&guarded), cell);
        }
    }
}
