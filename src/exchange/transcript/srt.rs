//! SubRip: numbered cues with a comma before the milliseconds. Two speakers of one cue begin with dashes.
//! Cues themselves are read in `cues`, which WebVTT shares.

use super::{Parsed, cues};

/// The turns of a SubRip file.
pub fn parse(text: &str) -> Parsed {
    Parsed { turns: cues::parse(text), ..Parsed::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_run_over_cues_and_dashes_part_speakers() {
        let text = "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<font color=\"#fff\">오늘은\r\n\r\n2\r\n00:00:02,100 --> 00:00:04,000\r\n\
            견적을 봅니다.</font>\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\n- 왜요?\r\n- 비싸서요.\r\n";
        let turns: Vec<_> = parse(text).turns.into_iter().map(|turn| (turn.line, turn.text)).collect();
        assert_eq!(
            turns,
            [(2, "오늘은 견적을 봅니다.".to_owned()), (10, "왜요?".to_owned()), (10, "비싸서요.".to_owned())]
        );
    }
}
