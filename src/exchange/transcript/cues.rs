//! What WebVTT and SubRip share: cues with a start and an end, their tags and entities, speakers inside them, and
//! the joining of cues into turns. Facts of both formats: `spec/ecosystem.md` 3.1.

use super::labels::{self, Labels};
use super::{Turn, append, numbered, tidy};
use crate::domain::Offset;
use crate::exchange::sentences::{LINE_CHARS, is_whole};

/// The longest silence inside one turn, in milliseconds.
const SILENCE_MS: u64 = 2000;
/// How far a turn without any sentence end may grow, in characters.
const ENDLESS_CHARS: usize = 2000;

/// Start and end of a cue, in milliseconds, if the line is a timing line. Anything after the end is settings.
pub fn timing(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    Some((milliseconds(start.trim())?, milliseconds(end.split_whitespace().next()?)?))
}

/// `[hh:]mm:ss[.fff]`, the fraction after a full stop or a comma.
fn milliseconds(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit()) && (1..=6).contains(&text.len());
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(|part| digits(part)) || !digits(fraction) {
        return None;
    }
    let seconds = parts.iter().try_fold(0u64, |sum, part| Some(sum * 60 + part.parse::<u64>().ok()?))?;
    let fraction: u64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    Some(seconds * 1000 + fraction)
}

struct Cue<'a> {
    line: u32,
    start: u64,
    end: u64,
    payload: Vec<&'a str>,
}

/// One speaker's part of a cue.
struct Segment {
    line: u32,
    start: u64,
    end: u64,
    speaker: Option<String>,
    /// The file marks a change of speaker here (a dash).
    turns: bool,
    text: String,
}

/// The turns of a file of cues. Headers, notes, styles, regions and cue numbers are passed over.
pub fn parse(text: &str) -> Vec<Turn> {
    let mut segments: Vec<Segment> = read(text).iter().flat_map(segments).collect();
    name_speakers(&mut segments);
    join(segments)
}

fn read(text: &str) -> Vec<Cue<'_>> {
    let mut cues: Vec<Cue<'_>> = Vec::new();
    let (mut open, mut skipping) = (false, false);
    // Lines outside any cue: the last may be the number of the next cue, the others belong to the cue before.
    let mut loose: Vec<(u32, &str)> = Vec::new();
    for (line, raw) in numbered(text) {
        let row = raw.trim();
        if row.is_empty() {
            (open, skipping) = (false, false);
        } else if let Some((start, end)) = timing(row) {
            if open {
                drop_number(cues.last_mut());
            }
            loose.pop_if(|(above, _)| *above + 1 == line);
            keep_loose(&mut cues, &mut loose);
            cues.push(Cue { line, start, end, payload: Vec::new() });
            (open, skipping) = (true, false);
        } else if open {
            cues.extend_last(row);
        } else if skipping || is_furniture(row) {
            skipping = true;
        } else {
            loose.push((line, row));
        }
    }
    keep_loose(&mut cues, &mut loose);
    cues
}

trait ExtendLast<'a> {
    fn extend_last(&mut self, row: &'a str);
}

impl<'a> ExtendLast<'a> for Vec<Cue<'a>> {
    fn extend_last(&mut self, row: &'a str) {
        if let Some(cue) = self.last_mut() {
            cue.payload.push(row);
        }
    }
}

/// A cue that follows without a blank line leaves its number in the payload of the one before.
fn drop_number(cue: Option<&mut Cue<'_>>) {
    if let Some(cue) = cue
        && cue.payload.last().is_some_and(|row| is_number(row))
    {
        cue.payload.pop();
    }
}

fn keep_loose<'a>(cues: &mut Vec<Cue<'a>>, loose: &mut Vec<(u32, &'a str)>) {
    for (_, row) in loose.drain(..).filter(|(_, row)| !is_number(row)) {
        cues.extend_last(row);
    }
}

fn is_number(row: &str) -> bool {
    row.bytes().all(|b| b.is_ascii_digit())
}

fn is_furniture(row: &str) -> bool {
    let word = row.split_whitespace().next().unwrap_or_default();
    matches!(word.trim_start_matches('\u{FEFF}'), "WEBVTT" | "NOTE" | "STYLE" | "REGION" | "X-TIMESTAMP-MAP")
}

fn segments(cue: &Cue<'_>) -> Vec<Segment> {
    let new = |speaker: Option<String>, turns: bool| Segment {
        line: cue.line,
        start: cue.start,
        end: cue.end,
        speaker,
        turns,
        text: String::new(),
    };
    let mut segments = vec![new(None, false)];
    for row in &cue.payload {
        let (dash, row) = match row.strip_prefix(['-', '–', '—']) {
            Some(rest) if rest.starts_with(char::is_whitespace) => (true, rest),
            _ => (false, *row),
        };
        if dash {
            segments.push(new(None, true));
        }
        for piece in pieces(row) {
            match piece {
                Piece::Voice(name) => {
                    segments.push(new(Some(tidy(&entities(name))).filter(|it| !it.is_empty()), false));
                }
                Piece::VoiceEnd => segments.push(new(None, false)),
                Piece::Words(words) => {
                    if let Some(segment) = segments.last_mut() {
                        // A tag may stand inside a word, so that no blank is put between pieces of one row.
                        segment.text.push_str(&entities(words));
                    }
                }
            }
        }
        if let Some(segment) = segments.last_mut() {
            segment.text.push(' ');
        }
    }
    for segment in &mut segments {
        segment.text = tidy(&segment.text);
    }
    segments.retain(|segment| !segment.text.is_empty());
    segments
}

enum Piece<'a> {
    Voice(&'a str),
    VoiceEnd,
    Words(&'a str),
}

/// A row of payload without its tags. What only looks like a tag stays.
fn pieces(row: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut rest) = (Vec::new(), row);
    while let Some((before, tag, after)) = next_tag(rest) {
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        let (name, value) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        match name.split('.').next() {
            Some("v") => pieces.push(Piece::Voice(value.trim())),
            Some("/v") => pieces.push(Piece::VoiceEnd),
            _ => {}
        }
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// What stands before the next tag, the tag without its brackets, and what follows it.
fn next_tag(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(found) = text[from..].find(['<', '{']) {
        let open = from + found;
        let close = if text[open..].starts_with('<') { '>' } else { '}' };
        if let Some(length) = text[open + 1..].find(close) {
            let tag = &text[open + 1..open + 1 + length];
            if is_tag(tag, close) {
                return Some((&text[..open], tag, &text[open + length + 2..]));
            }
        }
        from = open + 1;
    }
    None
}

fn is_tag(tag: &str, close: char) -> bool {
    if close == '}' {
        return tag.starts_with("\\an");
    }
    if milliseconds(tag).is_some() {
        return true;
    }
    let name = tag.trim_start_matches('/').split(['.', ' ', '\t']).next().unwrap_or_default().to_ascii_lowercase();
    matches!(name.as_str(), "v" | "c" | "i" | "b" | "u" | "s" | "lang" | "ruby" | "rt" | "font" | "span" | "br")
}

/// The entities that captions use, as letters.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = rest.find(';').filter(|end| *end <= 10).and_then(|end| Some((entity(&rest[1..end])?, end)));
        if let Some((letter, end)) = known {
            out.push(letter);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "lrm" => '\u{200E}',
        "rlm" => '\u{200F}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

/// Speakers that stand as `Name:` in the words. In a file that names the speaker only where it changes
/// (more than a third of the cues have none), the last one goes on speaking.
fn name_speakers(segments: &mut [Segment]) {
    let mut known = Labels::default();
    for segment in segments.iter().filter(|it| it.speaker.is_none()) {
        if let Some((label, _)) = labels::split(&segment.text) {
            known.count(label, false);
        }
    }
    for segment in segments.iter_mut().filter(|it| it.speaker.is_none()) {
        let found = labels::split(&segment.text).filter(|(label, _)| known.has(label));
        if let Some((label, rest)) = found.map(|(label, rest)| (label.to_owned(), rest.to_owned())) {
            segment.speaker = Some(label);
            segment.text = rest;
        }
    }
    let nameless = segments.iter().filter(|it| it.speaker.is_none()).count();
    if nameless * 3 > segments.len() {
        let mut last = None;
        for segment in segments {
            if segment.turns {
                last = None;
            }
            if segment.speaker.is_none() {
                segment.speaker.clone_from(&last);
            }
            last.clone_from(&segment.speaker);
        }
    }
}

fn join(segments: Vec<Segment>) -> Vec<Turn> {
    let (mut turns, mut end): (Vec<Turn>, u64) = (Vec::new(), 0);
    for segment in segments.into_iter().filter(|it| !it.text.is_empty()) {
        let goes_on = turns.last().is_some_and(|turn| goes_on(turn, end, &segment));
        // Cues overlap in real files: the end of a turn never moves back.
        end = if goes_on { end.max(segment.end) } else { segment.end };
        match turns.last_mut().filter(|_| goes_on) {
            Some(turn) => append(&mut turn.text, &segment.text),
            None => turns.push(Turn {
                line: segment.line,
                at: Some(Offset::from_seconds(i64::try_from(segment.start / 1000).unwrap_or(i64::MAX))),
                speaker: segment.speaker,
                text: segment.text,
                tags: Vec::new(),
            }),
        }
    }
    turns
}

/// Whether a segment continues a turn: the same speaker, no long silence, and room in the line. Where nobody is
/// named, a whole sentence ends the turn, because the next may be another's.
fn goes_on(turn: &Turn, end: u64, segment: &Segment) -> bool {
    let close = segment.start.saturating_sub(end) <= SILENCE_MS;
    if segment.turns || turn.speaker != segment.speaker || !close {
        return false;
    }
    let chars = turn.text.chars().count() + segment.text.chars().count();
    if !is_whole(&turn.text) {
        return chars <= ENDLESS_CHARS && (turn.speaker.is_some() || chars <= LINE_CHARS);
    }
    turn.speaker.is_some() && chars <= LINE_CHARS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_read_in_every_notation() {
        assert_eq!(timing("00:00:01.500 --> 00:00:02,25 align:start"), Some((1500, 2250)));
        assert_eq!(timing("01:02 --> 1:00:00"), Some((62_000, 3_600_000)));
        for line in ["a --> b", "00:01 -> 00:02", "-->", "00:01.000 -->", "1 --> 2", "::1 --> ::2"] {
            assert_eq!(timing(line), None, "{line}");
        }
        assert_eq!(
            timing("999999:999999:999999 --> 00:01"),
            Some(((999_999 * 3600 + 999_999 * 60 + 999_999) * 1000, 1000))
        );
    }

    #[test]
    fn entities_and_tags_are_taken_out_and_the_rest_stays() {
        assert_eq!(entities("a &amp; b &lt;c&gt; &#44032;&#x41; &nope; & &"), "a & b <c> 가A &nope; & &");
        let words = |row| {
            let pieces =
                pieces(row).into_iter().filter_map(|piece| if let Piece::Words(it) = piece { Some(it) } else { None });
            pieces.collect::<String>()
        };
        assert_eq!(words("<i>a</i> < b <00:01.000>c</c> <Laugh.> {\\an8}d {e}"), "a < b c <Laugh.> d {e}");
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in any::<String>()) {
            parse(&text);
        }

        #[test]
        fn anything_like_cues_is_taken(rows in prop::collection::vec(
            prop_oneof![
                Just("WEBVTT".to_owned()), Just(String::new()), Just("NOTE x".to_owned()), Just("12".to_owned()),
                Just("00:00:01.000 --> 00:00:02.000".to_owned()), Just("<v 김>네.".to_owned()), Just("Kim: a".to_owned()),
                "[<>&;{}/v: a-z가0-9.,\\-]{0,20}",
            ], 0..40), end in prop_oneof![Just("\n"), Just("\r"), Just("\r\n")]) {
            for turn in parse(&rows.join(end)) {
                prop_assert!(!turn.text.trim().is_empty());
            }
        }
    }
}
