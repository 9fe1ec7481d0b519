//! The lines of a brief as a table of quotations for a spreadsheet: every evidence line with its permanent code, whose it
//! is, under which themes it stands, and whether it is the person's own words. A cell that a spreadsheet would take for a
//! formula begins with an apostrophe ([`guard`]); `strip_guard` gives the wording back to the byte, which is what is
//! compared when such a table is read again.

use super::flat::guard;
use super::records::write_failed;
use crate::domain::evidence::Evidence;
use crate::domain::{Id, Note, Participant, Research, Stance, Voice};
use crate::error::Result;

/// The heads of the columns, the same in every language.
pub const COLUMNS: [&str; 13] = [
    "id",
    "verbatim",
    "withheld",
    "participant",
    "role",
    "date",
    "at",
    "dimension",
    "themes",
    "against",
    "stage",
    "star",
    "text",
];

/// The evidence lines of a persona or of the whole study, by participant, interview and capture.
///
/// # Errors
/// None that writing into memory can cause.
pub fn csv(research: &Research, persona: Option<Id>) -> Result<String> {
    let failed = |error: csv::Error| write_failed(std::io::Error::other(error));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(failed)?;
    for person in research.counted_people(persona) {
        for note in research.evidence_of(person.id) {
            writer.write_record(row(research, note, person).map(guard)).map_err(failed)?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| write_failed(error.into_error()))?;
    Ok(format!("\u{FEFF}{}", String::from_utf8_lossy(&bytes)))
}

fn row(research: &Research, note: &Note, person: &Participant) -> [String; 13] {
    let line = Evidence::of(note, person);
    let date = research.interviews().get(&note.interview).map(|it| it.date.to_string()).unwrap_or_default();
    let yes = |is_so: bool| if is_so { "1" } else { "0" }.to_owned();
    [
        line.cite(),
        yes(line.voice == Voice::Verbatim),
        yes(line.withheld),
        line.participant,
        line.role,
        date,
        line.at.map(|at| at.to_string()).unwrap_or_default(),
        note.dimension.to_string(),
        themes(research, note, Stance::Supports),
        themes(research, note, Stance::Contradicts),
        note.stage.as_ref().map(ToString::to_string).unwrap_or_default(),
        yes(line.star),
        line.text,
    ]
}

/// The names of the themes that a line supports or contradicts, in the order of their letters, separated by `|`.
fn themes(research: &Research, note: &Note, stance: Stance) -> String {
    let marks = research.marks_of(note.id).filter(|mark| mark.stance == stance);
    let mut names: Vec<&str> =
        marks.filter_map(|mark| research.themes().get(&mark.theme)).map(|theme| theme.name.as_str()).collect();
    names.sort_unstable();
    names.join("|")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::Record;
    use crate::exchange::flat::strip_guard;

    fn sample() -> Research {
        let lines = include_str!("../../sample_data/clinic_booking.en.jsonl").lines().skip(1);
        Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    fn rows(table: &str) -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_evidence_line_is_a_row_and_reads_back_to_the_byte() {
        let mut research = sample();
        let note =
            research.notes().values().find(|it| it.is_evidence() && it.voice == Voice::Verbatim).unwrap().clone();
        let formula = "=HYPERLINK(\"https://evil.example\",\"'@x\")".to_owned();
        research.apply(Record::from(Note { text: formula.clone(), ..note.clone() }).into()).unwrap();
        let table = csv(&research, None).unwrap();
        assert!(table.starts_with("\u{FEFF}id,verbatim,"));
        let rows = rows(&table);
        let people = research.counted_people(None);
        assert_eq!(rows.len(), people.iter().map(|it| research.evidence_of(it.id).count()).sum::<usize>());
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        let person = research.person_of(&note).unwrap();
        let code = Evidence::of(&note, person).cite();
        let row = rows.iter().find(|row| row[0] == code).unwrap();
        assert_eq!((row[12].as_str(), strip_guard(&row[12])), (format!("'{formula}").as_str(), formula.as_str()));
    }

    #[test]
    fn wording_that_nobody_may_quote_is_not_in_it() {
        let research = sample();
        let silent = research.counted_people(None).into_iter().find(|it| !it.consent.quote).unwrap();
        let persona = silent.persona;
        let rows = rows(&csv(&research, persona).unwrap());
        let withheld: Vec<_> = rows.iter().filter(|row| row[2] == "1").collect();
        assert!(!withheld.is_empty() && withheld.iter().all(|row| row[12].is_empty() && row[3] == silent.code));
        assert!(rows.iter().all(|row| row[12].is_empty() == (row[2] == "1")));
        let paraphrased = rows.iter().filter(|row| row[3] == silent.code && row[1] == "0").count();
        assert!(paraphrased > 0, "a paraphrase of them is no quotation");
    }
}
