//! Which format a file is in: by what it holds first, by its name last; and the date that a name carries.
//! Reading a format lives in its parser.

use chrono::NaiveDate;

use super::transcript::{clova, cues};
use super::{Format, columns, encoding, rescue};

/// How many lines are looked at.
const LOOKED_AT: usize = 200;

/// The format of a file; plain text where nothing else fits.
pub fn detect(bytes: &[u8], file_name: &str) -> Format {
    encoding::decode(bytes, None).map_or(Format::Text, |(text, _)| detect_text(&text, file_name))
}

pub(super) fn detect_text(text: &str, file_name: &str) -> Format {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if first.starts_with('{') {
        return match schema(first) {
            Some(schema) if schema.starts_with("whybuy.study") => Format::Study,
            Some(schema) if schema == rescue::SCHEMA => Format::Rescue,
            _ => Format::Jsonl,
        };
    }
    if first.starts_with("WEBVTT") {
        return Format::Vtt;
    }
    let head: Vec<&str> = text.lines().take(LOOKED_AT).collect();
    if let Some(timing) = head.iter().find(|line| cues::timing(line).is_some()) {
        let start = timing.split("-->").next().unwrap_or_default();
        return if start.contains(',') { Format::Srt } else { Format::Vtt };
    }
    let suffix = suffix(file_name);
    if matches!(suffix.as_str(), "csv" | "tsv") || columns::looks_like_a_table(first) {
        return Format::Csv;
    }
    if clova::looks_like_it(text) { Format::Clova } else { Format::Text }
}

/// The schema that a header line names.
fn schema(line: &str) -> Option<String> {
    let header: serde_json::Value = serde_json::from_str(line).ok()?;
    header.get("schema")?.as_str().map(str::to_owned)
}

fn suffix(file_name: &str) -> String {
    file_name.rsplit_once('.').map(|(_, suffix)| suffix.to_ascii_lowercase()).unwrap_or_default()
}

/// The date that a file's name or heading carries: `2026-11-02`, or Zoom's `GMT20261102-050512`.
pub(super) fn date_in(text: &str) -> Option<NaiveDate> {
    let zoom = text.find("GMT").and_then(|at| text.get(at + 3..at + 11));
    if let Some(date) = zoom.and_then(|digits| NaiveDate::parse_from_str(digits, "%Y%m%d").ok()) {
        return Some(date);
    }
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| text.get(at..at + 10)).find_map(whole_date)
}

fn whole_date(text: &str) -> Option<NaiveDate> {
    let shape = text
        .bytes()
        .enumerate()
        .all(|(at, byte)| if matches!(at, 4 | 7) { matches!(byte, b'-' | b'.' | b'_') } else { byte.is_ascii_digit() });
    if shape { super::notes::parse_date(&text.replace('_', "-")) } else { None }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_holds_wins_over_its_name() {
        for (text, name, format) in [
            ("WEBVTT - x\n\n00:01.000 --> 00:02.000\nHi", "a.srt", Format::Vtt),
            ("1\n00:00:01,000 --> 00:00:02,000\nHi", "a.vtt", Format::Srt),
            ("00:00:01.000 --> 00:00:02.000\nHi", "a.txt", Format::Vtt),
            ("{\"schema\":\"whybuy.study/1\"}\n", "a.txt", Format::Study),
            ("{\"schema\":\"whybuy.study/9\"}\n", "a.jsonl", Format::Study),
            ("\n{\"participant\":\"P01\",\"text\":\"x\"}", "a.csv", Format::Jsonl),
            ("participant,text\nP01,x", "a.txt", Format::Csv),
            ("참여자;내용\nP01;x", "a", Format::Csv),
            ("one\ntwo", "a.csv", Format::Csv),
            ("회의\n\n참석자 1 00:00\n네.\n\n참석자 2 00:04\n예.", "a.txt", Format::Clova),
            ("Q: why?\nA: so.", "a.md", Format::Text),
            ("", "", Format::Text),
        ] {
            assert_eq!(detect(text.as_bytes(), name), format, "{text:?}");
        }
    }

    #[test]
    fn a_date_is_found_in_a_name() {
        for (name, date) in [
            ("GMT20261102-050512_Recording.transcript.vtt", "2026-11-02"),
            ("면담 2026-11-02 (1).txt", "2026-11-02"),
            ("2026.11.02_p07.txt", "2026-11-02"),
        ] {
            assert_eq!(date_in(name).unwrap().to_string(), date);
        }
        for name in ["", "GMT2026", "GMT20269999-1", "면담.txt", "2026-13-02"] {
            assert_eq!(date_in(name), None, "{name}");
        }
    }
}
