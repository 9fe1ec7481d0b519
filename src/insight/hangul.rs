//! Hangul as arithmetic: syllables and their parts, initials (초성), final consonants, and the particles and endings
//! that a word may carry. No dictionary. What is looked for, asked or suggested because of it is decided elsewhere.

/// The first precomposed syllable, 가 (Unicode chapter 3.12).
const FIRST: u32 = 0xAC00;
/// The last precomposed syllable, 힣.
const LAST: u32 = 0xD7A3;
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
const MEDIALS: [char; 21] = [
    'ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅘ', 'ㅙ', 'ㅚ', 'ㅛ', 'ㅜ', 'ㅝ', 'ㅞ', 'ㅟ', 'ㅠ', 'ㅡ',
    'ㅢ', 'ㅣ',
];
const FINALS: [char; 28] = [
    '\0', 'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ',
    'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];
/// Jamo that are two keys, with those keys.
const DOUBLED: [(char, char, char); 18] = [
    ('ㄳ', 'ㄱ', 'ㅅ'),
    ('ㄵ', 'ㄴ', 'ㅈ'),
    ('ㄶ', 'ㄴ', 'ㅎ'),
    ('ㄺ', 'ㄹ', 'ㄱ'),
    ('ㄻ', 'ㄹ', 'ㅁ'),
    ('ㄼ', 'ㄹ', 'ㅂ'),
    ('ㄽ', 'ㄹ', 'ㅅ'),
    ('ㄾ', 'ㄹ', 'ㅌ'),
    ('ㄿ', 'ㄹ', 'ㅍ'),
    ('ㅀ', 'ㄹ', 'ㅎ'),
    ('ㅄ', 'ㅂ', 'ㅅ'),
    ('ㅘ', 'ㅗ', 'ㅏ'),
    ('ㅙ', 'ㅗ', 'ㅐ'),
    ('ㅚ', 'ㅗ', 'ㅣ'),
    ('ㅝ', 'ㅜ', 'ㅓ'),
    ('ㅞ', 'ㅜ', 'ㅔ'),
    ('ㅟ', 'ㅜ', 'ㅣ'),
    ('ㅢ', 'ㅡ', 'ㅣ'),
];

/// The three parts of a syllable as compatibility jamo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syllable {
    /// The initial consonant.
    pub initial: char,
    /// The vowel.
    pub medial: char,
    /// The final consonant, if there is one.
    pub last: Option<char>,
}

impl Syllable {
    /// The parts of a precomposed syllable.
    pub fn of(c: char) -> Option<Syllable> {
        let index = (c as u32).checked_sub(FIRST).filter(|_| is_syllable(c))? as usize;
        let last = FINALS[index % 28];
        Some(Syllable {
            initial: INITIALS[index / 588],
            medial: MEDIALS[index % 588 / 28],
            last: (last != '\0').then_some(last),
        })
    }

    /// The syllable as one character; none where a part cannot stand there.
    pub fn char(self) -> Option<char> {
        let initial = INITIALS.iter().position(|it| *it == self.initial)?;
        let medial = MEDIALS.iter().position(|it| *it == self.medial)?;
        let last = self.last.map_or(Some(0), |last| FINALS.iter().position(|it| *it == last))?;
        char::from_u32(FIRST + u32::try_from(initial * 588 + medial * 28 + last).ok()?)
    }
}

/// Whether this is a precomposed syllable.
pub fn is_syllable(c: char) -> bool {
    (FIRST..=LAST).contains(&(c as u32))
}

/// Whether this is a jamo that stands alone, as an input method writes it.
pub fn is_jamo(c: char) -> bool {
    matches!(c, '\u{3131}'..='\u{3163}' | '\u{3165}'..='\u{318E}')
}

/// Whether this is a consonant that stands alone.
pub fn is_consonant(c: char) -> bool {
    matches!(c, '\u{3131}'..='\u{314E}')
}

/// Whether a syllable ends in a consonant; any other character does not.
pub fn has_final(c: char) -> bool {
    Syllable::of(c).is_some_and(|it| it.last.is_some())
}

/// A syllable with each final consonant that there is, and with none; nothing for any other character.
pub fn with_any_final(c: char) -> impl Iterator<Item = char> {
    let open = (c as u32).checked_sub(FIRST).filter(|_| is_syllable(c)).map(|index| FIRST + index / 28 * 28);
    open.into_iter().flat_map(|open| (open..open + 28).filter_map(char::from_u32))
}

/// The initial consonant of a syllable.
pub fn initial(c: char) -> Option<char> {
    Syllable::of(c).map(|it| it.initial)
}

/// The two jamo of which this one is made (`ㄳ` is `ㄱㅅ`, `ㅘ` is `ㅗㅏ`).
pub fn halves(jamo: char) -> Option<(char, char)> {
    DOUBLED.iter().find(|it| it.0 == jamo).map(|it| (it.1, it.2))
}

/// The one jamo that these two make.
pub fn joined(first: char, second: char) -> Option<char> {
    DOUBLED.iter().find(|it| it.1 == first && it.2 == second).map(|it| it.0)
}

/// After what a particle may stand: the reason why 전문가 keeps its 가 and 담당자가 does not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// Any syllable.
    Any,
    /// One with a final consonant.
    Final,
    /// One without.
    Vowel,
    /// One without, or with ㄹ (로).
    VowelOrRieul,
}

impl After {
    fn allows(self, c: char) -> bool {
        let last = Syllable::of(c).and_then(|it| it.last);
        match self {
            After::Any => true,
            After::Final => last.is_some(),
            After::Vowel => last.is_none(),
            After::VowelOrRieul => matches!(last, None | Some('ㄹ')),
        }
    }
}

/// Particles (조사) and forms of 이다, by what they may follow.
const PARTICLES: [(After, &str); 4] = [
    (
        After::Any,
        "에서는 에서도 에서만 에게서 에게는 에게도 한테는 한테서 한테도 까지는 까지도 부터는 부터도 보다는 보다도 만으로는 \
         만으로 만큼은 만큼도 에서 에게 에는 에도 에만 에 한테 께서는 께서 께 까지 부터 처럼 보다 만은 만 만큼 도 의 마다 조차 마저 밖에 \
         뿐만 뿐 대로 하고",
    ),
    (
        After::Final,
        "은 이 을 과 과는 과의 이나 이라 이라고 이라는 이라도 이라서 이랑 이며 이든 이든지 이고 이지만 이면 이니까 인데 입니다 이에요 \
         이었다 이었어요 이었습니다 이었는데 이야 이죠 이네요 으로 으로는 으로도 으로만 으로서 으로써 으로부터",
    ),
    (
        After::Vowel,
        "는 가 를 와 와는 와의 나 라 라고 라는 라도 라서 랑 며 든지 예요 였다 였어요 였습니다 였는데 야 죠 네요 인데 입니다 이고 이지만",
    ),
    (After::VowelOrRieul, "로 로는 로도 로만 로서 로써 로부터"),
];

/// Endings (어미) with 하다 and 되다, which make a predicate of a noun; they leave two syllables or more.
const ENDINGS: &str = "하다 하고 하는 하는데 하면 하면서 하며 하지만 하지 하려고 하려면 하려는 하기 하기에 하게 하던 하도록 한 할 한다 한다고 \
     한다는 했다 했던 했고 했는데 했지만 했죠 했어요 했습니다 했다고 합니다 해요 해서 해도 해야 해 되다 되고 되는 되는데 되면 되어 되지 되기 \
     된 될 된다 된다고 됐다 됐던 됐고 됐는데 됐어요 됐습니다 됩니다 돼요 돼서 돼";

/// Particles that a person who types a query means as particles: few words end in them by themselves.
const TYPED: &str =
    "을 를 은 는 이 가 에 에서 에게 한테 께서 으로 까지 부터 처럼 보다 에는 에도 에서는 에서도 이나 이라";

/// Particles that find nothing when they are typed alone.
const ALONE: &str = "은 는 이 가 을 를 의 에 와 과 도 로 만 에서 에게 으로 까지 부터 처럼 에는 에도 한테 께서";

/// How many syllables stay when the longest particle or ending that fits is taken off a word; none if none fits.
/// An ending leaves two syllables or more. A particle leaves one or more, so that 물을 answers 물; a query of two or
/// more syllables never meets the one that is left.
pub fn stem_of(word: &[char]) -> Option<usize> {
    let after = |(after, particle): (After, &str)| left(word, particle, 1).filter(|rest| after.allows(word[rest - 1]));
    let [any, last, vowel, rieul] = PARTICLES.map(|(after, _)| after);
    let any = AFTER_ANY.iter().map(|it| (any, *it)).chain(AFTER_FINAL.iter().map(|it| (last, *it)));
    let particles =
        any.chain(AFTER_VOWEL.iter().map(|it| (vowel, *it))).chain(AFTER_RIEUL.iter().map(|it| (rieul, *it)));
    let endings = PREDICATIVE.iter().filter_map(|ending| left(word, ending, 2));
    particles.filter_map(after).chain(endings).min()
}

/// The lists above, parted while this is compiled: every word of every line is held against each of them.
const AFTER_ANY: &[&str] = &parted::<{ parts(PARTICLES[0].1) }>(PARTICLES[0].1);
const AFTER_FINAL: &[&str] = &parted::<{ parts(PARTICLES[1].1) }>(PARTICLES[1].1);
const AFTER_VOWEL: &[&str] = &parted::<{ parts(PARTICLES[2].1) }>(PARTICLES[2].1);
const AFTER_RIEUL: &[&str] = &parted::<{ parts(PARTICLES[3].1) }>(PARTICLES[3].1);
const PREDICATIVE: &[&str] = &parted::<{ parts(ENDINGS) }>(ENDINGS);

/// How many words stand in a list with single blanks between them.
const fn parts(list: &str) -> usize {
    let (mut at, mut count) = (0, 1);
    while at < list.len() {
        count += (list.as_bytes()[at] == b' ') as usize;
        at += 1;
    }
    count
}

const fn parted<const N: usize>(list: &'static str) -> [&'static str; N] {
    let (mut words, mut count, mut rest, mut at) = ([""; N], 0, list, 0);
    while at < rest.len() {
        if rest.as_bytes()[at] == b' ' {
            let (word, after) = rest.split_at(at);
            words[count] = word;
            (count, rest, at) = (count + 1, after.split_at(1).1, 0);
        } else {
            at += 1;
        }
    }
    words[count] = rest;
    words
}

/// How many syllables stay when a typed word loses a particle that is plainly one; two or more.
pub fn typed_stem_of(word: &[char]) -> Option<usize> {
    let rest = stem_of(word).filter(|rest| *rest >= 2)?;
    let tail: String = word[rest..].iter().collect();
    TYPED.split_whitespace().any(|particle| particle == tail).then_some(rest)
}

/// Whether a word is nothing but a particle.
pub fn is_particle(word: &[char]) -> bool {
    ALONE.split_whitespace().any(|particle| particle.chars().eq(word.iter().copied()))
}

/// Whether what follows a Latin word or a number is a particle or a form of 이다 (`SaaS로`, `ROI라서`).
pub fn follows_latin(word: &[char]) -> bool {
    PARTICLES.iter().any(|(_, list)| list.split_whitespace().any(|it| it.chars().eq(word.iter().copied())))
}

fn left(word: &[char], tail: &str, at_least: usize) -> Option<usize> {
    // Most tails are told apart by their last syllable.
    if tail.chars().next_back() != word.last().copied() {
        return None;
    }
    let rest = word.len().checked_sub(tail.chars().count()).filter(|rest| *rest >= at_least)?;
    tail.chars().eq(word[rest..].iter().copied()).then_some(rest)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn stem(word: &str) -> String {
        let chars: Vec<char> = word.chars().collect();
        chars[..stem_of(&chars).unwrap_or(chars.len())].iter().collect()
    }

    #[test]
    fn every_syllable_is_its_parts() {
        for c in ('가'..='힣').filter(|c| is_syllable(*c)) {
            assert_eq!(Syllable::of(c).unwrap().char(), Some(c));
        }
        assert_eq!(Syllable::of('a'), None);
        assert_eq!((initial('격'), has_final('격'), has_final('가')), (Some('ㄱ'), true, false));
    }

    #[test]
    fn the_longest_particle_that_agrees_is_taken_off() {
        for (word, left) in [
            ("가격이", "가격"),
            ("가격을", "가격"),
            ("담당자에게는", "담당자"),
            ("담당자가", "담당자"),
            ("전문가", "전문가"),
            ("견적으로", "견적"),
            ("서버로", "서버"),
            ("모델로는", "모델"),
            ("비교했어요", "비교"),
            ("중요한", "중요"),
            ("물을", "물"),
            ("가을", "가을"),
            ("나이", "나이"),
            ("제한", "제한"),
            ("에서", "에서"),
            ("은", "은"),
        ] {
            assert_eq!(stem(word), left, "{word}");
        }
    }

    #[test]
    fn a_typed_word_keeps_what_may_be_its_own() {
        let typed = |word: &str| typed_stem_of(&word.chars().collect::<Vec<_>>());
        assert_eq!(typed("가격이"), Some(2));
        assert_eq!(typed("만족도"), None);
        assert_eq!(typed("물을"), None);
    }
}
