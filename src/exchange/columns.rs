//! The columns of flat notes and the headers under which other tools and other people write them, in English and
//! Korean. Blanks, letter case and `_`/`-` make no difference. What stands in the cells is read in `notes`.

use crate::domain::named::named;
use crate::domain::text::clean;

named! {
    /// One column of flat notes, in the order of `design/cli.md`.
    Column ("column") {
        /// The study's name.
        Study = "study",
        /// The persona's name.
        Persona = "persona",
        /// The participant's code.
        Participant = "participant",
        /// The interview's label.
        Interview = "interview",
        /// The interview's date.
        Date = "date",
        /// How far into the interview.
        At = "at",
        /// Who spoke.
        Speaker = "speaker",
        /// Why they buy.
        Dimension = "dimension",
        /// In whose words.
        Voice = "voice",
        /// The wording.
        Text = "text",
        /// How the buyer felt.
        Feeling = "feeling",
        /// Worth returning to.
        Star = "star",
        /// The themes.
        Themes = "themes",
        /// The stage.
        Stage = "stage",
        /// What kind of contact.
        Source = "source",
        /// How the purchase ended.
        Outcome = "outcome",
        /// The participant's role.
        Role = "role",
    }
}

/// Other headers of the columns, folded. A person's name is no column: names are not taken.
const OTHERS: [(Column, &[&str]); 17] = [
    (Column::Study, &["연구", "project", "프로젝트"]),
    (Column::Persona, &["페르소나", "segment"]),
    (
        Column::Participant,
        &["참여자", "참여자코드", "참가자", "코드", "participantid", "participantcode", "respondent"],
    ),
    (Column::Interview, &["인터뷰", "면담", "session"]),
    (Column::Date, &["날짜", "일자", "인터뷰일", "일시"]),
    (Column::At, &["시각", "시간", "타임스탬프", "timestamp", "time", "offset", "start", "starttime"]),
    (Column::Speaker, &["화자", "발화자", "말한사람", "speakername"]),
    (Column::Dimension, &["차원", "분류", "category"]),
    (Column::Voice, &["말투"]),
    (
        Column::Text,
        &[
            "내용",
            "줄",
            "텍스트",
            "발언",
            "발화",
            "메모",
            "원문",
            "인용",
            "words",
            "statement",
            "utterance",
            "quote",
            "note",
            "notes",
            "content",
            "transcript",
            "comment",
            "body",
        ],
    ),
    (Column::Feeling, &["느낌", "감정", "sentiment"]),
    (Column::Star, &["별표", "별", "중요", "starred"]),
    (Column::Themes, &["주제", "theme"]),
    (Column::Stage, &["단계"]),
    (Column::Source, &["출처", "종류", "수집경로"]),
    (Column::Outcome, &["결과", "성과", "dealoutcome"]),
    (Column::Role, &["역할", "직무", "jobtitle"]),
];

/// Headers under which other tools keep their tags.
const TAGS: [&str; 6] = ["tags", "tag", "태그", "codes", "labels", "keywords"];

/// What a table's header says: a column per field, where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The column of each field of a row; none where it is left aside.
    pub fields: Vec<Option<Column>>,
    /// Whether the themes come from another tool's tags.
    pub foreign_tags: bool,
    /// The headers that were left aside.
    pub left: Vec<String>,
}

impl Mapping {
    /// The mapping of these headers. Of two headers for one column, whybuy's own name wins, then the first.
    pub fn of<'a>(headers: impl IntoIterator<Item = &'a str>) -> Mapping {
        let headers: Vec<String> = headers.into_iter().map(|header| clean(header).trim().to_owned()).collect();
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let mut mapping = Mapping { fields: vec![None; headers.len()], ..Mapping::default() };
        for pass in [own_name, other_name, tags_name] {
            for (at, header) in folded.iter().enumerate() {
                let free = mapping.fields[at].is_none();
                let Some(column) = pass(header).filter(|column| free && !mapping.has(*column)) else { continue };
                mapping.foreign_tags |=
                    column == Column::Themes && own_name(header).or_else(|| other_name(header)).is_none();
                mapping.fields[at] = Some(column);
            }
        }
        let left =
            headers.into_iter().zip(&mapping.fields).filter(|(header, field)| field.is_none() && !header.is_empty());
        mapping.left = left.map(|(header, _)| header).collect();
        mapping
    }

    /// Whether a field has this column.
    pub fn has(&self, column: Column) -> bool {
        self.fields.contains(&Some(column))
    }

    /// How many columns are known.
    pub fn known(&self) -> usize {
        self.fields.iter().flatten().count()
    }

    /// Whether the table is another tool's transcript: it has speakers and words, and nothing but time and tags besides.
    pub fn is_transcript(&self) -> bool {
        let of_a_transcript = [Column::At, Column::Speaker, Column::Text, Column::Themes];
        self.has(Column::Speaker)
            && self.fields.iter().flatten().all(|column| of_a_transcript.contains(column))
            && (self.foreign_tags || !self.has(Column::Themes))
    }
}

fn fold(header: &str) -> String {
    header.to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '\u{FEFF}')).collect()
}

fn own_name(header: &str) -> Option<Column> {
    header.parse().ok()
}

fn other_name(header: &str) -> Option<Column> {
    OTHERS.iter().find(|(_, names)| names.contains(&header)).map(|(column, _)| *column)
}

fn tags_name(header: &str) -> Option<Column> {
    TAGS.contains(&header).then_some(Column::Themes)
}

/// The separators that are tried.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The separator under which most columns of the header line are known; under equals, the one that parts it most.
pub fn separator(header: &str) -> u8 {
    let score = |separator: &u8| {
        let fields = split_header(header, *separator);
        (Mapping::of(fields.iter().map(String::as_str)).known(), fields.len())
    };
    SEPARATORS.into_iter().rev().max_by_key(score).unwrap_or(b',')
}

/// Whether a first line is the header of a table of lines: a column of words and one other that is known.
pub fn looks_like_a_table(line: &str) -> bool {
    let fields = split_header(line, separator(line));
    let mapping = Mapping::of(fields.iter().map(String::as_str));
    mapping.has(Column::Text) && mapping.known() >= 2
}

fn split_header(line: &str, separator: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(line.as_bytes());
    let row = reader.records().next();
    row.and_then(Result::ok).map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_both_languages_and_any_spelling() {
        let mapping = Mapping::of(["\u{FEFF}Participant_ID", " 내용 ", "TimeStamp", "tags", "참고", ""]);
        let expected =
            [Some(Column::Participant), Some(Column::Text), Some(Column::At), Some(Column::Themes), None, None];
        assert_eq!(mapping.fields, expected);
        assert!(mapping.foreign_tags);
        assert_eq!(mapping.left, ["참고"]);
    }

    #[test]
    fn whybuys_own_name_wins_over_another_for_the_same_column() {
        let mapping = Mapping::of(["note", "text", "themes", "tags"]);
        assert_eq!(mapping.fields, [None, Some(Column::Text), Some(Column::Themes), None]);
        assert!(!mapping.foreign_tags);
        assert_eq!(mapping.left, ["note", "tags"]);
    }

    #[test]
    fn the_separator_is_the_one_that_makes_sense() {
        for (line, expected) in [
            ("participant,text", b','),
            ("participant;text", b';'),
            ("participant\ttext", b'\t'),
            ("\"text, as said\";participant;text", b';'),
            ("a;b,c;d", b';'),
            ("text", b','),
        ] {
            assert_eq!(separator(line), expected, "{line}");
        }
        assert!(looks_like_a_table("timestamp,speaker,words,tags"));
        assert!(!looks_like_a_table("We talked about text, and so on"));
    }

    #[test]
    fn a_transcript_is_told_from_flat_notes() {
        let is_transcript = |line: &str| Mapping::of(line.split(',')).is_transcript();
        assert!(is_transcript("timestamp,speaker,words,tags"));
        assert!(is_transcript("speaker,statement,extra"));
        assert!(!is_transcript("participant,speaker,text"));
        assert!(!is_transcript("speaker,text,dimension"));
        assert!(!is_transcript("participant,text"));
    }
}
