//! Flat notes: one line of an interview with everything that places it, as `design/cli.md` lays the columns out.
//! Reading them from JSON and from the cells of a table lives here; tables themselves in `csv_notes`, writing in `flat`.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use super::columns::{Column, Mapping};
use super::transcript::{numbered, tidy};
use super::{Content, Encoding, Format, Material, Refusal, themes};
use crate::domain::{Dimension, Offset, Outcome, Source, Speaker, Stage, Voice};

/// One flat note. Only `participant` and `text` must be there, and the participant may come from the target.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FlatNote {
    /// The line of the file, from 1.
    #[serde(skip)]
    pub line: u32,
    /// The study's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub study: String,
    /// The persona's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub persona: String,
    /// The participant's code.
    pub participant: String,
    /// The interview's label.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interview: String,
    /// The interview's date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// How far into the interview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Offset>,
    /// Who spoke; none is the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    /// Why they buy; none leaves it to the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<Dimension>,
    /// In whose words; none is a paraphrase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<Voice>,
    /// The wording.
    pub text: String,
    /// How the buyer felt, -2 to +2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feeling: Option<i8>,
    /// Worth returning to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
    /// The themes, each in the notation of [`themes::Tag`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// The stage that the line speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// What kind of contact the interview was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// How the purchase ended for the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The participant's role in the purchase.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
}

/// The cells of one row by their columns, as text.
pub(super) type Cells = BTreeMap<Column, String>;

/// The flat note of a row. A value that would change what the line means is refused, not passed over.
pub(super) fn from_cells(line: u32, cells: &Cells, themes: Vec<String>) -> Result<FlatNote, Refusal> {
    let text = |column: Column| cells.get(&column).map(|it| tidy(it)).unwrap_or_default();
    let refuse = |column: Column| Refusal::new(line, "value-unknown").with("column", column);
    let note = FlatNote {
        line,
        study: text(Column::Study),
        persona: text(Column::Persona),
        participant: text(Column::Participant),
        interview: text(Column::Interview),
        date: read(&text(Column::Date), parse_date).ok_or_else(|| refuse(Column::Date))?,
        at: read(&text(Column::At), parse_offset).ok_or_else(|| refuse(Column::At))?,
        speaker: read(&text(Column::Speaker), |it| by_name(it, &SPEAKERS)).ok_or_else(|| refuse(Column::Speaker))?,
        dimension: read(&text(Column::Dimension), |it| by_name(it, &DIMENSIONS))
            .ok_or_else(|| refuse(Column::Dimension))?,
        voice: read(&text(Column::Voice), |it| by_name(it, &VOICES)).ok_or_else(|| refuse(Column::Voice))?,
        text: text(Column::Text),
        feeling: read(&text(Column::Feeling), parse_feeling).ok_or_else(|| refuse(Column::Feeling))?,
        star: read(&text(Column::Star), parse_star).ok_or_else(|| refuse(Column::Star))?.unwrap_or(false),
        themes,
        stage: read(&text(Column::Stage), |it| by_name(it, &[])).ok_or_else(|| refuse(Column::Stage))?,
        source: read(&text(Column::Source), |it| by_name(it, &SOURCES)).ok_or_else(|| refuse(Column::Source))?,
        outcome: read(&text(Column::Outcome), |it| by_name(it, &OUTCOMES)).ok_or_else(|| refuse(Column::Outcome))?,
        role: text(Column::Role),
    };
    if note.text.is_empty() { Err(Refusal::new(line, "text-empty")) } else { Ok(note) }
}

/// `Some(None)` for an empty cell, `None` for one that says nothing known.
fn read<T>(cell: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    if cell.is_empty() { Some(None) } else { parse(cell).map(Some) }
}

const SPEAKERS: [(&str, Speaker); 4] = [
    ("참여자", Speaker::Participant),
    ("응답자", Speaker::Participant),
    ("진행자", Speaker::Interviewer),
    ("인터뷰어", Speaker::Interviewer),
];
const DIMENSIONS: [(&str, Dimension); 10] = [
    ("구매계기", Dimension::Trigger),
    ("계기", Dimension::Trigger),
    ("판단기준", Dimension::Criteria),
    ("기준", Dimension::Criteria),
    ("기대효과", Dimension::Benefit),
    ("우려사항", Dimension::Concern),
    ("우려", Dimension::Concern),
    ("구매후행동", Dimension::PostPurchase),
    ("postpurchase", Dimension::PostPurchase),
    ("미분류", Dimension::Unsorted),
];
const VOICES: [(&str, Voice); 6] = [
    ("원문", Voice::Verbatim),
    ("요약", Voice::Paraphrase),
    ("내관찰", Voice::Observation),
    ("관찰", Voice::Observation),
    ("보고싶은답", Voice::Owed),
    ("quote", Voice::Verbatim),
];
const SOURCES: [(&str, Source); 8] = [
    ("인터뷰", Source::Interview),
    ("면담", Source::Interview),
    ("설문", Source::Survey),
    ("채팅", Source::Chat),
    ("전화", Source::Call),
    ("후기", Source::Review),
    ("관찰", Source::Observation),
    ("워크숍", Source::Workshop),
];
const OUTCOMES: [(&str, Outcome); 7] = [
    ("성사", Outcome::Won),
    ("수주", Outcome::Won),
    ("실주", Outcome::Lost),
    ("실패", Outcome::Lost),
    ("미결정", Outcome::NoDecision),
    ("결정후미구매", Outcome::DecidedNotBought),
    ("결정했으나미구매", Outcome::DecidedNotBought),
];

/// A name of a closed list, or one of its Korean names; letter case, blanks and `-` make no difference.
fn by_name<T: FromStr + Clone>(cell: &str, others: &[(&str, T)]) -> Option<T> {
    let name = cell.to_lowercase().replace([' ', '-'], "_");
    let bare = name.replace('_', "");
    name.parse().ok().or_else(|| others.iter().find(|(other, _)| *other == bare).map(|(_, it)| it.clone()))
}

/// `2026-11-02`, `2026.11.2`, `2026/11/02`, `20261102`, with or without a full stop or a time behind it.
pub(super) fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let joined = text.replace(['년', '월', '/', '.'], "-").replace("- ", "-");
    let day = joined.split(['T', ' ', '일']).next()?.trim_end_matches('-');
    let digits = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    if digits { NaiveDate::parse_from_str(day, "%Y%m%d").ok() } else { NaiveDate::parse_from_str(day, "%Y-%m-%d").ok() }
}

/// `[hh:]mm:ss`, in brackets or not, with a fraction or not.
pub(super) fn parse_offset(text: &str) -> Option<Offset> {
    text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']).parse().ok()
}

fn parse_feeling(text: &str) -> Option<i8> {
    let text = text.replace('−', "-");
    text.parse().ok().filter(|feeling| (-2..=2).contains(feeling))
}

fn parse_star(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "1" | "yes" | "y" | "x" | "*" | "★" | "예" | "o" | "네" => Some(true),
        "false" | "0" | "no" | "n" | "☆" | "아니요" | "-" => Some(false),
        _ => None,
    }
}

/// Reads flat notes from lines of JSON, one object per line. What is no such object is refused by its line.
pub fn read_jsonl(text: &str, encoding: Encoding) -> Material {
    let (mut notes, mut refused, mut left) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (line, row) in numbered(text).filter(|(_, row)| !row.trim().is_empty()) {
        match object(line, row, &mut left) {
            Ok(note) => notes.push(note),
            Err(refusal) => refused.push(refusal),
        }
    }
    let mut material = Material::new(encoding, Format::Jsonl, Content::Notes(notes));
    material.refused = refused;
    material.columns_left = left.into_iter().collect();
    material
}

fn object(line: u32, row: &str, left: &mut BTreeSet<String>) -> Result<FlatNote, Refusal> {
    let value: Value =
        serde_json::from_str(row).map_err(|error| Refusal::new(line, "not-json").with("column", error.column()))?;
    let Value::Object(object) = value else {
        return Err(Refusal::new(line, "not-an-object"));
    };
    let keys: Vec<&String> = object.keys().collect();
    let mapping = Mapping::of(keys.iter().map(|key| key.as_str()));
    let (mut cells, mut tags) = (Cells::new(), Vec::new());
    for (key, column) in keys.into_iter().zip(&mapping.fields) {
        let (value, Some(column)) = (&object[key], column) else { continue };
        if *column == Column::Themes {
            tags = tags_of(value, mapping.foreign_tags)
                .ok_or_else(|| Refusal::new(line, "value-unknown").with("column", column))?;
        } else if let Some(cell) = cell_of(value) {
            cells.insert(*column, cell);
        } else {
            return Err(Refusal::new(line, "value-unknown").with("column", column));
        }
    }
    left.extend(mapping.left);
    from_cells(line, &cells, tags)
}

fn cell_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(it) => Some(it.to_string()),
        Value::Number(it) => Some(it.to_string()),
        Value::String(it) => Some(it.clone()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

fn tags_of(value: &Value, foreign: bool) -> Option<Vec<String>> {
    match value {
        Value::Array(values) => {
            let names = values.iter().map(|it| it.as_str().map(tidy)).collect::<Option<Vec<_>>>()?;
            let names = names.into_iter().filter(|name| !name.is_empty());
            Some(if foreign { names.map(|name| themes::literal(&name)).collect() } else { names.collect() })
        }
        other => cell_of(other).map(|cell| themes::split_cell(&cell, foreign)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn notes(text: &str) -> (Vec<FlatNote>, Vec<Refusal>, Vec<String>) {
        let material = read_jsonl(text, Encoding::Utf8);
        let Content::Notes(notes) = material.content else { unreachable!() };
        (notes, material.refused, material.columns_left)
    }

    #[test]
    fn every_column_is_read() {
        let row = r#"{"study":"PC","persona":"개발자","participant":"P07","interview":"1차","date":"2026-11-02","at":"12:41","speaker":"interviewer","dimension":"concern","voice":"verbatim","text":" 감사가\n걱정 ","feeling":-2,"star":true,"themes":["감사","!price"],"stage":"decision","source":"call","outcome":"lost","role":"구매","x":1}"#;
        let (notes, refused, left) = notes(row);
        assert!(refused.is_empty(), "{refused:?}");
        assert_eq!(left, ["x"]);
        let note = &notes[0];
        assert_eq!(
            (note.line, note.study.as_str(), note.persona.as_str(), note.participant.as_str()),
            (1, "PC", "개발자", "P07")
        );
        assert_eq!((note.interview.as_str(), note.date.unwrap().to_string().as_str()), ("1차", "2026-11-02"));
        assert_eq!((note.at.unwrap().seconds(), note.speaker), (761, Some(Speaker::Interviewer)));
        assert_eq!((note.dimension, note.voice), (Some(Dimension::Concern), Some(Voice::Verbatim)));
        assert_eq!((note.feeling, note.star, note.role.as_str()), (Some(-2), true, "구매"));
        assert_eq!(note.themes, ["감사", "!price"]);
        assert_eq!((note.source, note.outcome), (Some(Source::Call), Some(Outcome::Lost)));
        assert_eq!(note.stage.as_ref().unwrap().key(), "decision");
        assert_eq!(note.text.split_whitespace().collect::<Vec<_>>(), ["감사가", "걱정"]);
    }

    #[test]
    fn what_is_wrong_is_refused_by_line_and_column_and_nothing_is_repeated() {
        let text = "{\"participant\":\"P1\",\"text\":\"a\"}\nsecret words\n[1]\n\n{\"text\":\"  \"}\n{\"text\":\"b\",\"dimension\":\"fear\"}\n\
            {\"text\":\"c\",\"feeling\":3}\n{\"text\":{}}\n{\"text\":\"d\",\"themes\":[1]}\n{\"text\":\"e\",\"date\":\"soon\"}\n{\"text\":\"f\",\"themes\":null}";
        let (notes, refused, _) = notes(text);
        assert_eq!(notes.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["a", "f"]);
        let refused: Vec<_> =
            refused.iter().map(|it| (it.line, it.key, it.facts.first().map(|(_, fact)| fact.as_str()))).collect();
        assert_eq!(
            refused,
            [
                (2, "not-json", Some("1")),
                (3, "not-an-object", None),
                (5, "text-empty", None),
                (6, "value-unknown", Some("dimension")),
                (7, "value-unknown", Some("feeling")),
                (8, "value-unknown", Some("text")),
                (9, "value-unknown", Some("themes")),
                (10, "value-unknown", Some("date")),
            ]
        );
    }

    #[test]
    fn korean_values_and_dates_are_read() {
        let (notes, refused, _) = notes(
            "{\"참여자\":\"P1\",\"내용\":\"가\",\"차원\":\"우려 사항\",\"말투\":\"내 관찰\",\"날짜\":\"2026. 11. 2.\",\"결과\":\"실주\",\"화자\":\"진행자\"}",
        );
        assert!(refused.is_empty(), "{refused:?}");
        assert_eq!((notes[0].dimension, notes[0].voice), (Some(Dimension::Concern), Some(Voice::Observation)));
        assert_eq!((notes[0].outcome, notes[0].speaker), (Some(Outcome::Lost), Some(Speaker::Interviewer)));
        assert_eq!(notes[0].date, NaiveDate::from_ymd_opt(2026, 11, 2));
        for text in ["2026/11/02", "20261102", "2026-11-02T10:00:00+09:00", "2026년 11월 2일", "2026.11.02."] {
            assert_eq!(parse_date(text), NaiveDate::from_ymd_opt(2026, 11, 2), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in any::<String>()) {
            read_jsonl(&text, Encoding::Utf8);
        }

        #[test]
        fn any_cell_is_taken(cells in prop::collection::vec(any::<String>(), 17)) {
            let cells: Cells = Column::ALL.iter().copied().zip(cells).collect();
            let _ = from_cells(1, &cells, Vec::new());
        }

        #[test]
        fn any_date_text_is_taken(text in "[0-9T .년월일/-]{0,14}") {
            parse_date(&text);
        }
    }
}
