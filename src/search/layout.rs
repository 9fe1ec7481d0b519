//! The two keyboards of a Korean desk: what Latin letters would have been in Hangul mode (두벌식, KS X 5002) and
//! the other way round, and a guess whether a row of letters could be an English word. Pure; decides nothing.

use super::hangul::{self, Syllable, halves, joined};

/// Keys of the two-set layout with what they give in Hangul mode; capitals only where shift makes a difference.
const KEYS: [(char, char); 33] = [
    ('q', 'ㅂ'),
    ('w', 'ㅈ'),
    ('e', 'ㄷ'),
    ('r', 'ㄱ'),
    ('t', 'ㅅ'),
    ('y', 'ㅛ'),
    ('u', 'ㅕ'),
    ('i', 'ㅑ'),
    ('o', 'ㅐ'),
    ('p', 'ㅔ'),
    ('a', 'ㅁ'),
    ('s', 'ㄴ'),
    ('d', 'ㅇ'),
    ('f', 'ㄹ'),
    ('g', 'ㅎ'),
    ('h', 'ㅗ'),
    ('j', 'ㅓ'),
    ('k', 'ㅏ'),
    ('l', 'ㅣ'),
    ('z', 'ㅋ'),
    ('x', 'ㅌ'),
    ('c', 'ㅊ'),
    ('v', 'ㅍ'),
    ('b', 'ㅠ'),
    ('n', 'ㅜ'),
    ('m', 'ㅡ'),
    ('Q', 'ㅃ'),
    ('W', 'ㅉ'),
    ('E', 'ㄸ'),
    ('R', 'ㄲ'),
    ('T', 'ㅆ'),
    ('O', 'ㅒ'),
    ('P', 'ㅖ'),
];

/// The syllables that these Latin letters give in Hangul mode; none unless they are whole syllables to the last key.
pub fn as_hangul(typed: &str) -> Option<String> {
    let exact: Option<Vec<char>> = typed.chars().map(jamo_of).collect();
    syllables(&exact?)
}

/// The Latin letters, in lower case, that this Hangul gives in Latin mode; none where a character is no Hangul.
pub fn as_latin(typed: &str) -> Option<String> {
    let mut keys = String::new();
    for c in typed.chars() {
        for jamo in jamo_in(c)? {
            keys.push(KEYS.iter().find(|it| it.1 == jamo)?.0.to_ascii_lowercase());
        }
    }
    Some(keys)
}

fn jamo_of(key: char) -> Option<char> {
    let exact = KEYS.iter().find(|it| it.0 == key);
    exact.or_else(|| KEYS.iter().find(|it| it.0 == key.to_ascii_lowercase())).map(|it| it.1)
}

/// The keys behind a syllable or a jamo, as jamo.
fn jamo_in(c: char) -> Option<Vec<char>> {
    let parts = match Syllable::of(c) {
        Some(it) => [Some(it.initial), Some(it.medial), it.last],
        None if hangul::is_jamo(c) => [Some(c), None, None],
        None => return None,
    };
    let split = |jamo: char| halves(jamo).map_or_else(|| vec![jamo], |(first, second)| vec![first, second]);
    Some(parts.into_iter().flatten().flat_map(split).collect())
}

fn syllables(jamo: &[char]) -> Option<String> {
    let is_vowel = |at: usize| jamo.get(at).is_some_and(|c| !hangul::is_consonant(*c));
    let mut out = String::new();
    let mut at = 0;
    while at < jamo.len() {
        if is_vowel(at) || !is_vowel(at + 1) {
            return None;
        }
        let (initial, mut medial) = (jamo[at], jamo[at + 1]);
        at += 2;
        if let Some(double) = jamo.get(at).and_then(|next| joined(medial, *next)) {
            medial = double;
            at += 1;
        }
        let mut last = None;
        if at < jamo.len() && !is_vowel(at) && !is_vowel(at + 1) {
            last = Some(jamo[at]);
            at += 1;
            let double = jamo.get(at).filter(|_| !is_vowel(at + 1)).and_then(|next| joined(jamo[at - 1], *next));
            if double.is_some() {
                last = double;
                at += 1;
            }
        }
        out.push(Syllable { initial, medial, last }.char()?);
    }
    (!out.is_empty()).then_some(out)
}

/// Pairs of consonants with which an English word begins.
const BEGINNINGS: &str = "bl br ch cl cr dr dw fl fr gh gl gn gr kn kr ph pl pr ps rh sc sh sk sl sm sn sp sq st sv \
     sw th tr tw vr wh wr";
/// Pairs of consonants that stand inside or at the end of English words, besides doubled ones.
const INSIDE: &str = "bb bj bl br bs bt bv ch ck cl cr cs ct dd df dg dj dl dm dn dr ds dv dw ff fl fr fs ft gg gh gl gm gn gr gs hb \
     ks kl kn lb lc ld lf lg lk ll lm ln lp ls lt lv mb mm mn mp ms nc nd nf ng nh nj nk nl nm nn np nr ns nt nv nw nz ph pl pp \
     pr ps pt rb rc rd rf rg rk rl rm rn rp rr rs rt rv rw rb rh sc sh sk sl sm sn sp sq sb sd sf sg ss st sw tb tc th tl tm tn tr ts tt tw wd \
     wh wk wl wm wn wr ws xc xp xt zz";

/// Whether these lower-case letters could be an English word: they have a vowel, and no two consonants stand together
/// that do not in English. A rough guess, made to keep `work` from being read as 재가.
pub fn looks_english(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    if !letters.iter().all(char::is_ascii_lowercase) || !letters.iter().any(|c| is_vowel(*c)) {
        return false;
    }
    letters.windows(2).enumerate().all(|(at, pair)| {
        let pairs = if at == 0 { BEGINNINGS } else { INSIDE };
        let known = || pairs.split_whitespace().any(|it| it.chars().eq(pair.iter().copied()));
        is_vowel(pair[0]) || is_vowel(pair[1]) || known()
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn latin_keys_become_syllables_only_when_whole() {
        for (typed, hangul) in [
            ("rkrur", Some("가격")),
            ("ruswjr", Some("견적")),
            ("ehdlq", Some("도입")),
            ("dPtks", Some("예산")),
            ("rhksfl", Some("관리")),
            ("Rmx", Some("끝")),
            ("ekfrrhrl", Some("닭고기")),
            ("r", None),
            ("roi", None),
            ("123", None),
            ("", None),
        ] {
            assert_eq!(as_hangul(typed).as_deref(), hangul, "{typed}");
        }
    }

    #[test]
    fn hangul_becomes_the_keys_behind_it() {
        for (typed, latin) in [("ㄲㅒㅑ", "roi"), ("ㄴㅁㅁㄴ", "saas"), ("가격", "rkrur"), ("닭과", "ekfrrhk")]
        {
            assert_eq!(as_latin(typed).as_deref(), Some(latin));
        }
        assert_eq!(as_latin("가a"), None);
    }

    #[test]
    fn korean_typed_in_latin_does_not_look_english() {
        for word in ["rkrur", "ruswjr", "ehdlq", "dnfu", "rufwp", "tjqj"] {
            assert!(!looks_english(word), "{word}");
        }
        for word in ["work", "price", "vendor", "roi", "saas", "contract", "dashboard", "budget", "rework", "cloud"] {
            assert!(looks_english(word), "{word}");
        }
    }
}
