//! The slash words: what can be typed in place of a key, at the head of a line of a live capture. The words are the same
//! for every front end; what they do there is not known here.

use super::dimension::Subject;
use super::named::named;

named! {
    /// What a slash word asks for. Where the screens have an action for it, the two have one name.
    Slash ("slash word") {
        /// Purchase trigger.
        Trigger = "trigger",
        /// Decision criteria.
        Criteria = "criteria",
        /// Expected benefit.
        Benefit = "benefit",
        /// Concern.
        Concern = "concern",
        /// After the purchase.
        PostPurchase = "post-purchase",
        /// One path event.
        Path = "path",
        /// No dimension.
        Unsorted = "unsorted",
        /// The recorder was started now.
        Recorder = "recorder",
        /// Worth returning to.
        Star = "star",
        /// Search everything.
        Search = "search",
        /// Take the last step back.
        Undo = "undo",
        /// Do the last undone step again.
        Redo = "redo",
        /// The list of everything.
        Commands = "commands",
        /// How it works here.
        Help = "help",
        /// The next question of the guide was asked.
        Asked = "asked",
        /// The next question of the guide is passed over.
        Skip = "skip",
        /// Probes on or off.
        Probe = "probe",
        /// Several people speak, or one again.
        Group = "group",
        /// The path in the order in which things happened.
        Timeline = "timeline",
        /// What is touched and what is empty.
        Bar = "bar",
        /// The newest lines.
        Last = "last",
        /// Correct a line by its number.
        Correct = "correct",
        /// File a line elsewhere by its number.
        File = "file",
        /// What the participant agrees to.
        Consent = "consent",
        /// A line goes into a cell of the journey.
        Cell = "cell",
        /// The questions and what became of them.
        Guide = "guide",
        /// What was done, newest first.
        History = "history",
        /// The people of the study.
        People = "people",
        /// The themes of the study.
        Themes = "themes",
        /// The brief of a persona.
        Brief = "brief",
        /// The journey of a persona.
        Journey = "journey",
        /// The studies of the library.
        Studies = "studies",
        /// End the interview.
        End = "end",
        /// The home screen.
        Home = "home",
        /// Leave whybuy.
        Quit = "quit",
    }
}

use Slash as S;

/// The words of each, English first. A word stands once; a test holds that.
pub const SLASHES: &[(&[&str], Slash)] = &[
    (&["t", "계"], S::Trigger),
    (&["c", "판"], S::Criteria),
    (&["b", "기"], S::Benefit),
    (&["w", "우"], S::Concern),
    (&["p", "후"], S::PostPurchase),
    (&["path", "길"], S::Path),
    (&["-"], S::Unsorted),
    (&["rec", "녹음"], S::Recorder),
    (&["*"], S::Star),
    (&["find", "찾기"], S::Search),
    (&["undo", "되돌리기"], S::Undo),
    (&["redo", "다시"], S::Redo),
    (&["?"], S::Commands),
    (&["help", "도움말"], S::Help),
    (&["asked", "물음"], S::Asked),
    (&["skip", "넘김"], S::Skip),
    (&["probe", "캐묻기"], S::Probe),
    (&["group", "여럿"], S::Group),
    (&["bar", "채움"], S::Bar),
    (&["last", "최근"], S::Last),
    (&["fix", "고치기"], S::Correct),
    (&["file", "분류"], S::File),
    (&["consent", "동의"], S::Consent),
    (&["cell", "칸"], S::Cell),
    (&["guide", "질문지"], S::Guide),
    (&["timeline", "경로표"], S::Timeline),
    (&["history", "기록"], S::History),
    (&["people", "참여자"], S::People),
    (&["themes", "주제"], S::Themes),
    (&["brief", "브리프"], S::Brief),
    (&["journey", "여정"], S::Journey),
    (&["studies", "연구"], S::Studies),
    (&["end", "끝"], S::End),
    (&["home", "처음"], S::Home),
    (&["quit", "나가기"], S::Quit),
];

/// What a word asks for, without its slash; letter case does not count.
pub fn find(word: &str) -> Option<Slash> {
    let is_it = |names: &&[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    SLASHES.iter().find(|(names, _)| is_it(names)).map(|(_, slash)| *slash)
}

/// The words of one, as a help page shows them: `/end /끝`.
pub fn shown(slash: Slash) -> String {
    let names = SLASHES.iter().filter(|(_, it)| *it == slash).flat_map(|(names, _)| names.iter());
    names.map(|name| format!("/{name}")).collect::<Vec<_>>().join(" ")
}

/// The word after the slash and what stands behind it, after one blank; none where the line begins with no slash.
pub fn split(line: &str) -> Option<(&str, &str)> {
    let words = line.strip_prefix('/')?;
    Some(words.split_once(char::is_whitespace).unwrap_or((words, "")))
}

/// The feeling that a word names, `-2` to `+2`.
pub fn feeling(word: &str) -> Option<i8> {
    match word {
        "-2" => Some(-2),
        "-1" => Some(-1),
        "0" | "+0" => Some(0),
        "+1" => Some(1),
        "+2" => Some(2),
        _ => None,
    }
}

impl Slash {
    /// The dimension or path that the word names.
    pub fn subject(self) -> Option<Subject> {
        match self {
            S::Trigger => Some(Subject::Trigger),
            S::Criteria => Some(Subject::Criteria),
            S::Benefit => Some(Subject::Benefit),
            S::Concern => Some(Subject::Concern),
            S::PostPurchase => Some(Subject::PostPurchase),
            S::Path => Some(Subject::Path),
            _ => None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_word_means_one_thing_and_each_thing_has_its_word() {
        let words: Vec<&str> = SLASHES.iter().flat_map(|(names, _)| names.iter().copied()).collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
        for slash in Slash::ALL {
            assert_eq!(SLASHES.iter().filter(|(_, it)| it == slash).count(), 1, "{slash}");
        }
        assert!(words.iter().all(|word| feeling(word).is_none()));
        assert_eq!((find("END"), find("끝"), find("nothing")), (Some(S::End), Some(S::End), None));
        assert_eq!(shown(S::Concern), "/w /우");
    }

    #[test]
    fn a_line_may_follow_its_word() {
        assert_eq!(split("/우 늦어질까 걱정"), Some(("우", "늦어질까 걱정")));
        assert_eq!(split("/w  with a blank"), Some(("w", " with a blank")));
        assert_eq!(split("/"), Some(("", "")));
        assert_eq!(split("no"), None);
        assert_eq!((feeling("-1"), feeling("+2"), feeling("-")), (Some(-1), Some(2), None));
    }
}
