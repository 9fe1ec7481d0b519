//! The one next question to a shallow answer. A buyer's first reason is rarely the real one ("the price mattered
//! most"): a short line, or one of the reasons that everybody gives, is answered by a question that takes up the
//! participant's own noun. Rules, no model; which questions there are is in the words (`probe-<about>`).

use super::dimension::{Dimension, Subject};
use super::hangul;
use super::interview::Note;

/// A line with fewer words than this is short.
const SHORT_WORDS: usize = 4;
/// A reason that everybody gives is looked for in lines of at most so many words: a longer one tells a story with it.
const STORY_WORDS: usize = 9;

/// What a shallow answer is about, and so which question goes deeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Money: compared with what, decided by whom?
    Price,
    /// A name that everybody knows: heard where, from whom?
    Fame,
    /// Good, easy, fast: in which scene was that seen?
    Quality,
    /// Anything else: what happened then?
    Story,
}

impl About {
    /// The name in the words.
    pub fn name(self) -> &'static str {
        match self {
            About::Price => "price",
            About::Fame => "fame",
            About::Quality => "quality",
            About::Story => "story",
        }
    }
}

/// Reasons that everybody gives, by what they are about, in the two languages.
const CLICHES: [(About, &[&str]); 3] = [
    (
        About::Price,
        &[
            "가격",
            "비용",
            "단가",
            "예산",
            "비싸",
            "비쌌",
            "비싼",
            "저렴",
            "싸서",
            "싼",
            "가성비",
            "price",
            "cost",
            "costs",
            "budget",
            "cheap",
            "cheaper",
            "expensive",
            "pricing",
        ],
    ),
    (
        About::Fame,
        &[
            "유명",
            "브랜드",
            "업계 1위",
            "1위",
            "평판",
            "대기업",
            "인지도",
            "다들 쓰",
            "brand",
            "famous",
            "reputation",
            "well-known",
            "market leader",
            "everyone uses",
        ],
    ),
    (
        About::Quality,
        &[
            "좋아서",
            "좋았",
            "좋다고",
            "편해서",
            "편리",
            "편하",
            "품질",
            "성능",
            "기능",
            "안정",
            "빨라서",
            "빠르",
            "쉬워서",
            "친절",
            "서비스",
            "quality",
            "easy",
            "easier",
            "convenient",
            "features",
            "fast",
            "faster",
            "service",
            "support",
            "user-friendly",
            "reliable",
        ],
    ),
];

/// Words with which an English line begins without naming anything.
const EMPTY: &str = "the a an and or but so because it its it's he she they we i you our their his her my this that these those was \
     were is are be been had has have did do does said says told felt thought just really very most more too not no to of in \
     on at for with from by as if when then what which who there";

/// Which reasons count as shallow, where a team has its own list for a language; none means the built-in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cliches {
    /// For lines with Hangul.
    pub ko: Option<Vec<String>>,
    /// For other lines.
    pub en: Option<Vec<String>>,
}

/// A question to be asked next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// What the answer was about.
    pub about: About,
    /// The participant's own noun.
    pub noun: String,
    /// Whether the noun is Korean, and so the question should be.
    pub is_korean: bool,
}

/// The question to this line, where it is an answer without a story.
pub fn of(note: &Note, cliches: &Cliches) -> Option<Probe> {
    if !note.is_evidence() || note.dimension == Dimension::Unsorted {
        return None;
    }
    let words = note.text.split_whitespace().count();
    let is_korean = note.text.chars().any(hangul::is_syllable);
    let noun = |noun: String, about| Some(Probe { about, is_korean: noun.chars().any(hangul::is_syllable), noun });
    if words <= STORY_WORDS
        && let Some((about, at, len)) = cliche(&note.text, is_korean, cliches)
    {
        return noun(own_word(&note.text, at, len), about);
    }
    if words < SHORT_WORDS { noun(first_noun(&note.text)?, About::Story) } else { None }
}

/// Whether probes of this dimension are wanted.
pub fn is_wanted(dimension: Dimension, off: &[Subject]) -> bool {
    !off.iter().any(|subject| subject.dimension() == Some(dimension))
}

/// The first reason that everybody gives: what it is about, where it begins and how long it is, in bytes.
fn cliche(text: &str, is_korean: bool, cliches: &Cliches) -> Option<(About, usize, usize)> {
    let own = if is_korean { &cliches.ko } else { &cliches.en };
    let built_in = CLICHES.iter().flat_map(|(about, words)| words.iter().map(move |word| (*about, *word)));
    let found = match own {
        None => built_in.filter_map(|(about, word)| Some((at_word(text, word)?, about, word.len()))).min_by_key(first),
        Some(words) => {
            let about = |word: &str| built_in.clone().find(|it| it.1 == word).map_or(About::Story, |it| it.0);
            let found = words.iter().filter_map(|word| Some((at_word(text, word)?, about(word), word.len())));
            found.min_by_key(first)
        }
    };
    found.map(|(at, about, len)| (about, at, len))
}

fn first(found: &(usize, About, usize)) -> (usize, std::cmp::Reverse<usize>) {
    (found.0, std::cmp::Reverse(found.2))
}

/// Where a word of the list begins: at the beginning of a word, letter case ignored; a Latin one must be the whole word.
fn at_word(text: &str, word: &str) -> Option<usize> {
    let is_latin = word.is_ascii();
    text.char_indices().map(|(at, _)| at).find(|at| {
        let (before, rest) = text.split_at(*at);
        let Some(head) = rest.get(..word.len()) else { return false };
        let begins = !before.chars().next_back().is_some_and(char::is_alphanumeric);
        let ends = !is_latin || !rest[word.len()..].chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
        begins && ends && (head == word || head.eq_ignore_ascii_case(word))
    })
}

/// The noun as the participant said it: a Korean word without its particle, or the phrase of the list itself.
fn own_word(text: &str, at: usize, len: usize) -> String {
    let rest = &text[at..];
    let end = rest[len..].find(|c: char| !c.is_alphanumeric()).map_or(rest.len(), |end| len + end);
    let word = &rest[..end];
    if word.chars().any(hangul::is_syllable) { stem(word) } else { rest[..len].to_owned() }
}

/// The first word that names something, without its particle.
fn first_noun(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').find_map(|word| {
        let stem = stem(word);
        let is_korean = stem.chars().any(hangul::is_syllable);
        let long = stem.chars().count() >= if is_korean { 2 } else { 4 };
        let is_empty = EMPTY.split_whitespace().any(|it| it.eq_ignore_ascii_case(word));
        let is_code = stem.chars().any(|c| c.is_ascii_digit());
        let names_nothing = is_empty || is_code || (is_korean && is_predicate(&stem));
        (long && !names_nothing).then_some(stem)
    })
}

fn stem(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let rest = hangul::stem_of(&chars).filter(|rest| *rest >= 2).unwrap_or(chars.len());
    chars[..rest].iter().collect()
}

/// Whether a Korean word ends as a predicate or an adverb does, so that no particle makes a question of it.
fn is_predicate(word: &str) -> bool {
    const ENDS: &str = "다 요 죠 고 서 면 게 네 지 음 함 됨 던 까 며 히";
    ENDS.split_whitespace().any(|end| word.ends_with(end))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Moment, Speaker, Voice};

    fn note(text: &str) -> Note {
        let id = super::super::Id::from_u128(1);
        let logged: Moment = "2026-11-22T14:00:00+09:00".parse().unwrap();
        Note { dimension: Dimension::Criteria, ..Note::blank((id, id, id), 1, text.to_owned(), logged) }
    }

    fn probed(text: &str) -> Option<(About, String)> {
        of(&note(text), &Cliches::default()).map(|probe| (probe.about, probe.noun))
    }

    #[test]
    fn a_reason_that_everybody_gives_is_asked_on() {
        for (text, about, noun) in [
            ("가격이 제일 중요했다고 함", About::Price, "가격"),
            ("비용을 줄이려고", About::Price, "비용"),
            ("유명해서 골랐다", About::Fame, "유명"),
            ("업계 1위라서", About::Fame, "업계 1위"),
            ("품질이 좋아서", About::Quality, "품질"),
            ("The price mattered most", About::Price, "price"),
            ("They are the market leader", About::Fame, "market leader"),
            ("Their Support was good", About::Quality, "Support"),
        ] {
            assert_eq!(probed(text), Some((about, noun.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_short_answer_is_asked_on_with_its_own_noun() {
        assert_eq!(probed("팀장님이 결정"), Some((About::Story, "팀장님".to_owned())));
        assert_eq!(probed("a security audit"), Some((About::Story, "security".to_owned())));
        assert_eq!(probed("P32가 반대함"), None);
        assert_eq!(probed("그냥요"), None);
        assert_eq!(probed("because of it"), None);
    }

    #[test]
    fn a_story_is_left_alone() {
        for text in [
            "갱신 때 오를까 봐 3년 총액으로 비교했다고",
            "작년 감사에서 외부 반출 기록이 없다고 지적받음",
            "We had to present three quotes to the board before the price was even discussed once",
            "평가격차가 있어서 부서마다 다시 계산했다고",
        ] {
            assert_eq!(probed(text), None, "{text}");
        }
        let interviewer = Note { speaker: Speaker::Interviewer, ..note("가격은요?") };
        assert_eq!(of(&interviewer, &Cliches::default()), None);
        let seen = Note { voice: Voice::Observation, ..note("가격 얘기에 웃음") };
        assert_eq!(of(&seen, &Cliches::default()), None);
        let unsorted = Note { dimension: Dimension::Unsorted, ..note("가격이 비쌈") };
        assert_eq!(of(&unsorted, &Cliches::default()), None);
    }

    #[test]
    fn a_team_has_its_own_list() {
        let cliches = Cliches { ko: Some(vec!["레퍼런스".to_owned()]), en: None };
        let of = |text: &str| of(&note(text), &cliches).map(|probe| (probe.about, probe.noun));
        assert_eq!(of("레퍼런스가 많아서 그 회사로 정했다고 함"), Some((About::Story, "레퍼런스".to_owned())));
        assert_eq!(of("가격이 제일 중요했다고 들었다 함"), None);
        assert_eq!(of("the price was what mattered"), Some((About::Price, "price".to_owned())));
    }

    #[test]
    fn a_dimension_can_be_left_out() {
        assert!(is_wanted(Dimension::Concern, &[Subject::Trigger]));
        assert!(!is_wanted(Dimension::Trigger, &[Subject::Trigger]));
    }
}
