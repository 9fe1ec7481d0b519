//! Which side a text takes, by its negations and by pairs of opposites: enough to say of two texts about the same that
//! they may contradict each other, and never enough to be sure. A person judges.

use super::terms::Reading;

/// English words that turn a sentence round.
const ENGLISH_NOT: &str = "not no never none nobody nothing nor neither without cannot hardly";
/// Korean words that turn a sentence round, as they stand.
const KOREAN_NOT: &str = "안 못 별로 전혀";
/// And by how they begin; 안에 and 안전 are no negation, so 안 is only one before a predicate that is written onto it.
const KOREAN_NOT_HEADS: &str = "없 않 아니라 아니었 아니고 아니에 아닙 아닌 아님 못하 못했 못한 못할 못함 못해 안되 안된 안됐 안될 안됨 안됩 안돼 안하 안한 안했 안함 안해 안비싸 안쓰 안씀 안써 안썼 안좋";

/// Pairs of opposites by how the words of either side begin. English ones are whole words with their usual endings.
const OPPOSITES: [(&str, &str); 26] = [
    ("비싸 비쌌 비싼 비쌀 비쌈", "싸 싼 싸다 싸고 싸서 싸지 싸게 쌌음 쌌다 저렴"),
    (
        "빠르 빨라 빨랐 빨랐음 빠른 빠름 빨리 신속",
        "느리 느려 느렸 느린 느림 늦어 늦은 늦게 늦다 늦었 늦음 늦춰 더디 지연",
    ),
    ("쉽 쉬운 쉬워 쉬웠 쉬움 수월", "어렵 어려운 어려워 어려웠 어려움 까다"),
    ("많다 많은 많아 많았 많음 많고 많지 많이", "적다 적은 적어 적었 적음 적고 적지"),
    ("높다 높은 높아 높았 높음 높지", "낮다 낮은 낮아 낮았 낮음 낮지"),
    ("좋다 좋은 좋아 좋았 좋음 좋고 좋지", "나쁘 나쁜 나빠 나빴 나쁨"),
    ("편하 편한 편해 편했 편함 편리", "불편"),
    ("안전 안심", "위험 불안"),
    ("늘어 늘었 늘어난 증가", "줄어 줄었 줄어든 감소"),
    ("오르 올라 올랐 오른 인상", "내리 내려 내렸 내린 인하 할인"),
    ("충분 넉넉", "부족 모자라 모자란 모자랐"),
    ("만족", "불만 불만족 실망"),
    ("간단 단순", "복잡"),
    ("믿 신뢰", "의심 못미더 불신"),
    ("찬성 동의", "반대"),
    ("cheap cheaper affordable inexpensive", "expensive costly pricey overpriced"),
    ("fast faster quick quickly fastest", "slow slower slowly slowest late delayed"),
    ("easy easier easily simple", "hard harder difficult complicated complex"),
    ("good great better best excellent", "bad worse worst poor terrible"),
    ("more increase increased increases rose rising", "less fewer decrease decreased decreases fell falling"),
    ("safe safer secure", "unsafe dangerous risky insecure"),
    ("reliable stable", "unreliable unstable"),
    ("clear clearly", "unclear confusing"),
    ("like liked love loved happy satisfied", "dislike disliked hate hated unhappy dissatisfied disappointed"),
    ("enough sufficient", "insufficient lacking lack"),
    ("trust trusted", "distrust mistrust doubted"),
];

/// Which side a text takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Polarity {
    /// Whether it is turned round by an odd number of negations.
    pub is_negated: bool,
    /// For each pair of opposites of which it has one side: the pair, and whether it is the second side.
    sides: Vec<(usize, bool)>,
}

impl Polarity {
    /// The side of a text.
    pub fn of(reading: &Reading) -> Polarity {
        let words: Vec<String> = reading.words.iter().map(|it| it.letters.iter().collect()).collect();
        let mut negations = 0;
        for (at, word) in words.iter().enumerate() {
            let next = words.get(at + 1).map_or("", String::as_str);
            let before = at.checked_sub(1).map_or("", |it| words[it].as_str());
            let written = &reading.text[reading.words[at].bytes.clone()];
            negations += usize::from(is_negation(word, written, (before, next)));
        }
        let side = |list: &str| words.iter().any(|word| list.split_whitespace().any(|it| is_of(word, it)));
        let sides = OPPOSITES.iter().enumerate().filter_map(|(at, (one, other))| {
            let (one, other) = (side(one), side(other));
            (one != other).then_some((at, other))
        });
        Polarity { is_negated: negations % 2 == 1, sides: sides.collect() }
    }

    /// Whether two texts take different sides, if they are about the same: one is turned round and the other is not, or
    /// one has the opposite of what the other has, but not both.
    pub fn differs_from(&self, other: &Polarity) -> bool {
        let opposite = self.sides.iter().any(|(pair, side)| other.sides.contains(&(*pair, !side)));
        (self.is_negated != other.is_negated) != opposite
    }
}

fn is_negation(word: &str, written: &str, (before, next): (&str, &str)) -> bool {
    // "not only" adds, "no doubt" affirms, 할 수밖에 없다 is a must.
    let is_idiom =
        matches!((word, next), ("not", "only" | "just") | ("no", "doubt" | "wonder")) || before.ends_with("밖에");
    let has = |list: &str| list.split_whitespace().any(|it| it == word);
    let is_short = written.ends_with("n't") || written.ends_with("n\u{2019}t");
    let has_head = KOREAN_NOT_HEADS.split_whitespace().any(|head| word.starts_with(head));
    // 별로 and 전혀 stand beside the negation itself, unless nothing follows.
    let doubles = matches!(word, "별로" | "전혀") && !next.is_empty();
    !is_idiom && !doubles && (has(ENGLISH_NOT) || has(KOREAN_NOT) || is_short || has_head || word.ends_with("지않"))
}

/// Whether a word is one of a side: Latin ones whole, Korean ones by their beginning, or whole where it is one syllable.
fn is_of(word: &str, listed: &str) -> bool {
    let is_head = !listed.is_ascii() && listed.chars().nth(1).is_some();
    if is_head { word.starts_with(listed) } else { word == listed }
}

#[cfg(test)]
mod tests {
    use super::super::terms::Reader;
    use super::*;

    fn differ(one: &str, other: &str) -> bool {
        let reader = Reader::default();
        let (one, other) = (Polarity::of(&reader.read(one)), Polarity::of(&reader.read(other)));
        assert_eq!(one.differs_from(&other), other.differs_from(&one));
        one.differs_from(&other)
    }

    #[test]
    fn opposite_sides_are_told() {
        for (one, other) in [
            ("가격이 비싸다고 함", "가격이 안 비싸다고 함"),
            ("가격이 비싸다고 함", "가격은 저렴했음"),
            ("도입이 늦어져서 걱정", "도입은 빨랐음"),
            ("교육이 필요 없었음", "교육이 꼭 필요했음"),
            ("지원이 별로", "지원이 빠름"),
            ("It was expensive", "It wasn't expensive"),
            ("It was expensive", "It was cheap"),
            ("Support is slow", "Support is not slow"),
            ("설치가 쉽지 않았음", "설치가 쉬웠음"),
        ] {
            assert!(differ(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn the_same_side_in_other_words_is_the_same() {
        for (one, other) in [
            ("가격이 비싸다고 함", "가격이 싸지 않다고 함"),
            ("기다릴 수밖에 없었음", "기다려야 했음"),
            ("It was not cheap", "It was expensive"),
            ("not only fast", "fast"),
            ("별로 안 좋다고 함", "좋지 않다고 함"),
            ("안전 점검을 받음", "점검을 받음"),
            ("사무실 안에 둠", "사무실에 둠"),
        ] {
            assert!(!differ(one, other), "{one} | {other}");
        }
    }
}
