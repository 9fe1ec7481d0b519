//! WebVTT (W3C), as Zoom, Teams and others write it. The format and its tolerances: `spec/ecosystem.md` 3.1, 3.2.
//! Cues themselves are read in `cues`, which SubRip shares.

use super::{Parsed, cues};

/// The turns of a WebVTT file.
pub fn parse(text: &str) -> Parsed {
    Parsed { turns: cues::parse(text), ..Parsed::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(text: &str) -> Vec<(u32, Option<String>, String)> {
        let seconds = |turn: &super::super::Turn| turn.at.map_or(0, |at| at.seconds());
        parse(text).turns.into_iter().map(|turn| (seconds(&turn), turn.speaker, turn.text)).collect()
    }

    fn turn(at: u32, speaker: &str, text: &str) -> (u32, Option<String>, String) {
        (at, (!speaker.is_empty()).then(|| speaker.to_owned()), text.to_owned())
    }

    #[test]
    fn cues_of_one_speaker_join_until_a_long_silence() {
        let text = "\u{FEFF}WEBVTT Kind: captions\r\n\r\nNOTE\r\nnot said\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n\
            a-b/1-0\r\n00:01.000 --> 00:02.000 align:left\r\n<v Kim Min>견적이 <c.x>늦&amp;어</c>요\r\n\r\n\
            00:03.500 --> 00:05.000\r\n<v Kim Min>그래서 못 샀습니다.</v>\r\n\r\n\
            00:08.000 --> 00:09.000\r\n<v Kim Min>다시 볼게요.\r\n\r\n00:09.000 --> 00:10.000\r\n<v Lee>왜요?\r\n";
        assert_eq!(
            turns(text),
            [
                turn(1, "Kim Min", "견적이 늦&어요 그래서 못 샀습니다."),
                turn(8, "Kim Min", "다시 볼게요."),
                turn(9, "Lee", "왜요?")
            ]
        );
    }

    #[test]
    fn speakers_stand_in_the_words_and_some_cues_have_none() {
        let text = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nKim Min: Why?\n\n2\n00:00:02.000 --> 00:00:03.000\nHmm.\n\n\
            3\n00:00:03.000 --> 00:00:04.000\nLee: Because.\n\n4\n00:00:05.000 --> 00:00:06.000\nLee: The truth: price.\n\n\
            5\n00:00:06.000 --> 00:00:07.000\nKim Min: Note that.\n";
        assert_eq!(
            turns(text),
            [
                turn(1, "Kim Min", "Why?"),
                turn(2, "", "Hmm."),
                turn(3, "Lee", "Because. The truth: price."),
                turn(6, "Kim Min", "Note that.")
            ]
        );
    }

    #[test]
    fn a_label_only_where_the_speaker_changes_holds_on() {
        let cue = |at: u32, text: &str| format!("00:{at:02}.000 --> 00:{at:02}.900\n{text}\n\n");
        let words = ["Kim: Why?", "Lee: It was", "too slow", "for us.", "And dear.", "Kim: Yes?", "Lee: Yes."];
        let text: String = (1..).zip(words).map(|(at, words)| cue(at * 5, words)).collect();
        let said: Vec<_> = turns(&text).into_iter().map(|it| it.1.unwrap_or_default()).collect();
        assert_eq!(said, ["Kim", "Lee", "Lee", "Lee", "Lee", "Kim", "Lee"]);
    }

    #[test]
    fn captions_without_speakers_become_sentences_and_missing_blank_lines_are_borne() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\nIt was\n2\n00:02.000 --> 00:03.000\ntoo slow.\n\n00:03.000 --> 00:04.000\n\
            Why?\n\nAnd after a blank line\n\n00:04.000 --> 00:05.000\n<i></i>\n";
        assert_eq!(turns(text), [turn(1, "", "It was too slow."), turn(3, "", "Why? And after a blank line")]);
    }
}
