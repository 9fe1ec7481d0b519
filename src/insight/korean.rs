//! Korean words down to what carries their meaning: particles and endings off, contracted vowels undone, no dictionary.
//! The root is a key to compare by, not a word to show: 알려줘 and 알려주세요 share `알리`, and a noun that happens to end
//! like a verb loses the same letters wherever it stands. The index of the search reads Korean for another purpose (what
//! may a typed word mean); only the arithmetic of syllables and the particles are shared, in `hangul`.

use std::collections::{HashMap, HashSet};

use super::hangul::{self, Syllable};

/// Words that say nothing of what a line is about, as roots or as they stand.
const STOPS: &str = "\
    것 거 게 걸 건 그 이 저 수 때 등 및 더 안 못 잘 좀 또 다 꼭 막 왜 뭐 뭘 무엇 무얼 제일 가장 너무 매우 아주 정말 진짜 그냥 계속 많이 우리 저희 나 내 난 너 네 넌 \
    내가 네가 제가 저는 나는 그게 이게 저게 그거 이거 저거 그건 이건 저건 그런 이런 저런 어떤 어떠 어떻 무슨 모든 여러 때문 위해 대해 대한 통해 같이 함께 따로 다시 \
    먼저 이미 아직 이제 지금 하 되 있 없 같 싶 주 이 아니 않 말 해 돼 할 될 한 된 함 됨 임 하는 하고 해서 돼서 하면 되면 해야 하지 되지 하기 되기 있는 없는 있음 없음 \
    그렇 이렇 저렇 그래 그러 이러 저러 그리고 하지만 그런데 그래서 그러면 그러니까 근데 아님 아니면 혹시 어디 누가 누구 언제 어떻게 얼마 얼마나 조금 약간 하나 둘 \
    중 중에 쪽 편 줄 뿐 바 채 경우 정도 부분 라고 다고 이라고 네 예 아니요 음 어 아 여기 거기 저기 알리 알려 봐 보 줘 달라 다오 싶 가지 만 두 세 번 개 명 \
    년 월 일 주 시 분 원 군데 이야기 얘기 생각 느낌 사람 같은 같아 같다 처럼 보다 대로 관련 좋 하였 했 됐 있었 없었 였 이었";

/// Endings as letters that may leave one syllable: nothing but a predicate ends so.
const PLAIN_ENDINGS: &str = "\
    ㄹ까 ㄹ까요 ㄹ래 ㄹ래요 ㄹ거야 ㄹ꺼야 ㄹ거에요 ㄹ거예요 ㄹ건데 ㄹ건가 ㄹ건가요 ㄹ건지 ㄹ지 ㄹ게 ㄹ게요 ㄹ수록 ㄹ텐데 을까 을까요 을래 을래요 을거야 을꺼야 을지 을게 을게요 면 으면 려면 으려면 \
    려고 으려고 는데 는데요 은데 ㄴ데 ㄴ데요 아서 어서 여서 았다 었다 았어 었어 았어요 었어요 았고 었고 았는데 었는데 았던 었던 았음 었음 았다고 었다고 았습니다 었습니다 았을 었을 았지만 었지만 \
    ㅆ다 ㅆ어 ㅆ어요 ㅆ고 ㅆ는데 ㅆ던 ㅆ음 ㅆ다고 ㅆ습니다 ㅆ을 ㅆ지만 ㅆ죠 ㅆ지 ㅆ나 ㅆ나요 습니다 습니까 ㅂ니다 ㅂ니까 ㅂ시다 세요 으세요 셔야 시면 으시면 도록 니까 으니까 아야 어야 여야 아야지 어야지 는지 은지 ㄴ지 나요 \
    는다 는다고 ㄴ다 ㄴ다고 ㄴ다는 는다는 더라고 더라고요 거든요 잖아요 잖아 네요 고요 지요 지만 다가 면서 으면서 거나 든지 든가 든 던데 길래 느라 자마자 아도 어도 아줘 어줘 아주세요 어주세요 \
    아라 어라 지마 지말고 ㄹ때 을때 ㄹ만한 을만한 는게 은게 ㄴ게 는거 은거 ㄴ거 ㄹ거 을거 는건 ㄴ건 ㄴ가 ㄴ가요 은가 는가 은가요 냐고 ㄹ ㄴ ㅁ";

/// Endings that leave two syllables or more, because words of two syllables end so by themselves.
const LONG_ENDINGS: &str = "\
    고 게 며 서 던 는 은 을 음 기 지 자 다 요 죠 나 냐 니 네 어 아 야 줘 줄 줄래 줄래요 줘요 주라 주세요 주십시오 주실래요 주시겠어요 줬으면 달라고 달라 달래 봐 봐줘 보자 볼래 볼까 하 해 할 한 함 했 해줘 해줄래 해주세요 할래 할까 할지 \
    하자 하지 하게 하니 해라 하라고 하면 하는 하는게 하는지 하기 하려면 하려고 하고 하던 되 돼 된 될 됨 됐 되면 되는 되는지 될까 돼요 시키 시켜 시킨 시킬 받 받은 받을 인지 인데 인가 인가요 일까 이야 이니 이지 이랑 이나 이에요 예요 이죠 입니까 입니다 \
    스러운 스럽 롭 로운 적인 적 들 들이 들은 들을 들도 님";

/// Vowels that have swallowed another, with what they were.
const CONTRACTED: [(char, char); 6] =
    [('ㅕ', 'ㅣ'), ('ㅝ', 'ㅜ'), ('ㅘ', 'ㅗ'), ('ㅐ', 'ㅏ'), ('ㅙ', 'ㅚ'), ('ㅞ', 'ㅜ')];

/// Particles that may leave one syllable: 물을, 집에서.
const SHORT_PARTICLES: [&str; 12] = ["을", "를", "은", "는", "이", "가", "에", "에서", "에는", "로", "으로", "까지"];

/// The endings and stop words, parted once.
pub struct Korean {
    plain: Endings,
    long: Endings,
    stops: HashSet<Vec<char>>,
}

/// Endings by their last letter, the longest first, and how many syllables they leave at least.
struct Endings {
    by_last: HashMap<char, Vec<Vec<char>>>,
    leaving: usize,
}

impl Endings {
    fn of(list: &str, leaving: usize) -> Endings {
        let mut by_last: HashMap<char, Vec<Vec<char>>> = HashMap::new();
        for ending in list.split_whitespace().map(|it| letters(&chars(it))) {
            by_last.entry(ending[ending.len() - 1]).or_default().push(ending);
        }
        by_last.values_mut().for_each(|it| it.sort_by_key(|ending| std::cmp::Reverse(ending.len())));
        Endings { by_last, leaving }
    }

    /// How many letters the longest takes off the end of these; 0 where none fits.
    fn longest(&self, letters: &[char]) -> usize {
        let endings = letters.last().and_then(|last| self.by_last.get(last));
        let mut fitting = endings.into_iter().flatten().filter(|it| leaves(letters, it, self.leaving));
        fitting.next().map_or(0, Vec::len)
    }
}

impl Default for Korean {
    fn default() -> Korean {
        let (plain, long) = (Endings::of(PLAIN_ENDINGS, 1), Endings::of(LONG_ENDINGS, 2));
        let mut korean = Korean { plain, long, stops: HashSet::new() };
        for stop in STOPS.split_whitespace().map(chars) {
            // The root of one syllable may be that of another word.
            korean.stops.extend((stop.len() > 1).then(|| korean.root(&stop)));
            korean.stops.insert(letters(&stop));
        }
        korean
    }
}

impl Korean {
    /// Whether a word, or what is left of it as [`Korean::root`], says nothing of a topic.
    pub fn is_stop(&self, word: &[char], root: &[char]) -> bool {
        self.stops.contains(root) || self.stops.contains(&letters(word))
    }

    /// The letters (jamo) of a word of whole syllables without its particles and endings; never empty for such a word.
    pub fn root(&self, word: &[char]) -> Vec<char> {
        let mut letters = letters(without_particle(word));
        letters.truncate(letters.len() - self.plain.longest(&letters).max(self.long.longest(&letters)));
        // 비쌌던: another may stand before it.
        letters.truncate(letters.len() - self.plain.longest(&letters));
        if let Some(last) = letters.last_mut() {
            *last = CONTRACTED.iter().find(|(short, _)| short == last).map_or(*last, |(_, whole)| *whole);
        }
        letters
    }
}

/// A word without its particle: two syllables or more stay, or one before a particle that is plainly one.
pub fn without_particle(word: &[char]) -> &[char] {
    let Some(rest) = hangul::stem_of(word) else { return word };
    let tail: String = word[rest..].iter().collect();
    if rest >= 2 || SHORT_PARTICLES.contains(&tail.as_str()) { &word[..rest] } else { word }
}

/// Whether letters end in this tail and at least so many syllables stay, counted by their vowels; the last of them whole.
fn leaves(letters: &[char], tail: &[char], syllables: usize) -> bool {
    let Some(rest) = letters.len().checked_sub(tail.len()) else { return false };
    letters[rest..] == *tail && letters[..rest].iter().filter(|it| is_vowel(**it)).count() >= syllables
}

fn is_vowel(letter: char) -> bool {
    ('ㅏ'..='ㅣ').contains(&letter)
}

/// The letters of a word: initial, vowel and final of each syllable, so that ㄹ까 is the end of 갈까.
fn letters(word: &[char]) -> Vec<char> {
    let mut letters = Vec::with_capacity(word.len() * 3);
    for c in word {
        match Syllable::of(*c) {
            Some(syllable) => {
                letters.extend([syllable.initial, syllable.medial]);
                letters.extend(syllable.last);
            }
            None => letters.push(*c),
        }
    }
    letters
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(word: &str) -> String {
        Korean::default().root(&chars(word)).into_iter().collect()
    }

    #[test]
    fn forms_of_one_word_share_a_root() {
        let mut pairs = Vec::new();
        for (one, other) in [
            ("가격이", "가격을"),
            ("늦어지면", "늦어질까"),
            ("늦어져서", "늦어지고"),
            ("비교했다고", "비교하는"),
            ("쓸래", "쓸거야"),
            ("물을", "물이"),
            ("회의", "회의를"),
            ("지울까", "지우면"),
            ("비쌌던", "비싼"),
            ("바뀐다", "바뀌어서"),
        ] {
            pairs.push((one, other, root(one), root(other)));
        }
        let apart: Vec<_> = pairs.into_iter().filter(|(.., one, other)| one != other).collect();
        assert!(apart.is_empty(), "{apart:?}");
        assert_ne!(root("가격"), root("가을"));
    }

    #[test]
    fn every_word_keeps_something() {
        let korean = Korean::default();
        for word in ["은", "을", "하다", "이다", "ㅋㅋ", "됐", "고", "는데", "가"] {
            assert!(!korean.root(&chars(word)).is_empty(), "{word}");
        }
    }

    #[test]
    fn words_without_a_topic_are_known() {
        let korean = Korean::default();
        let stops = |word: &str| korean.is_stop(&chars(word), &korean.root(&chars(word)));
        let all = ["그런데", "하는데", "했다고", "것을", "뭐", "있는지", "때문에", "했음", "없었음"];
        assert_eq!(all.iter().filter(|word| !stops(word)).collect::<Vec<_>>(), Vec::<&&str>::new());
        let none = ["가격", "감사", "지연", "늦어지면"];
        assert_eq!(none.iter().filter(|word| stops(word)).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
