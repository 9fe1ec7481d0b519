//! The two-set (2-beolsik, KS X 5002) keyboard: which Latin key a Hangul letter was typed with. It lets
//! single-key and Ctrl commands work while the input method is in Hangul mode, because a terminal sends the
//! letter and not the key. Composing syllables is the input method's work, not ours.

/// Compatibility jamo and their keys; a doubled or y-vowel letter is the shifted key.
const TWO_SET: [(char, char); 33] = [
    ('ㅂ', 'q'),
    ('ㅈ', 'w'),
    ('ㄷ', 'e'),
    ('ㄱ', 'r'),
    ('ㅅ', 't'),
    ('ㅛ', 'y'),
    ('ㅕ', 'u'),
    ('ㅑ', 'i'),
    ('ㅐ', 'o'),
    ('ㅔ', 'p'),
    ('ㅁ', 'a'),
    ('ㄴ', 's'),
    ('ㅇ', 'd'),
    ('ㄹ', 'f'),
    ('ㅎ', 'g'),
    ('ㅗ', 'h'),
    ('ㅓ', 'j'),
    ('ㅏ', 'k'),
    ('ㅣ', 'l'),
    ('ㅋ', 'z'),
    ('ㅌ', 'x'),
    ('ㅊ', 'c'),
    ('ㅍ', 'v'),
    ('ㅠ', 'b'),
    ('ㅜ', 'n'),
    ('ㅡ', 'm'),
    ('ㅃ', 'Q'),
    ('ㅉ', 'W'),
    ('ㄸ', 'E'),
    ('ㄲ', 'R'),
    ('ㅆ', 'T'),
    ('ㅒ', 'O'),
    ('ㅖ', 'P'),
];

/// Letters that take two keys.
const COMPOUND: [(char, &str); 18] = [
    ('ㄳ', "ㄱㅅ"),
    ('ㄵ', "ㄴㅈ"),
    ('ㄶ', "ㄴㅎ"),
    ('ㄺ', "ㄹㄱ"),
    ('ㄻ', "ㄹㅁ"),
    ('ㄼ', "ㄹㅂ"),
    ('ㄽ', "ㄹㅅ"),
    ('ㄾ', "ㄹㅌ"),
    ('ㄿ', "ㄹㅍ"),
    ('ㅀ', "ㄹㅎ"),
    ('ㅄ', "ㅂㅅ"),
    ('ㅘ', "ㅗㅏ"),
    ('ㅙ', "ㅗㅐ"),
    ('ㅚ', "ㅗㅣ"),
    ('ㅝ', "ㅜㅓ"),
    ('ㅞ', "ㅜㅔ"),
    ('ㅟ', "ㅜㅣ"),
    ('ㅢ', "ㅡㅣ"),
];

const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// The Latin key of a single Hangul letter: `ㅂ` is `q`, `ㅃ` is `Q`. None for letters of two keys, for
/// syllables and for everything that is not Hangul. With Ctrl the shifted keys mean the same command.
pub fn latin_key(letter: char) -> Option<char> {
    let letter = as_compatibility(letter);
    TWO_SET.iter().find(|(jamo, _)| *jamo == letter).map(|(_, key)| *key)
}

/// The Hangul letter that a Latin key types: `q` gives `ㅂ`. Keys without a letter of their own when shifted
/// give the unshifted one, as the input method does.
pub fn hangul_letter(key: char) -> Option<char> {
    let exact = |wanted: char| TWO_SET.iter().find(|(_, key)| *key == wanted).map(|(jamo, _)| *jamo);
    exact(key).or_else(|| exact(key.to_ascii_lowercase()))
}

/// The Latin keys that a letter or a whole syllable was typed with: `버` is `qj`. Needed where an input method
/// composes two commands into one syllable. Empty for everything that is not Hangul.
pub fn latin_keys(c: char) -> String {
    let mut keys = String::new();
    for letter in letters(c) {
        match COMPOUND.iter().find(|(jamo, _)| *jamo == letter) {
            Some((_, parts)) => keys.extend(parts.chars().filter_map(latin_key)),
            None => keys.extend(latin_key(letter)),
        }
    }
    keys
}

/// The letters of a syllable (two or three), or the letter itself.
fn letters(c: char) -> Vec<char> {
    let Some(index) = (c as usize).checked_sub(0xAC00).filter(|index| *index < 11_172) else {
        return vec![as_compatibility(c)];
    };
    let last = (index % 28).checked_sub(1).and_then(|at| FINALS.chars().nth(at));
    let parts = [INITIALS.chars().nth(index / 588), VOWELS.chars().nth(index / 28 % 21), last];
    parts.into_iter().flatten().collect()
}

/// A conjoining jamo (U+1100 block, as decomposed text has it) as the compatibility letter of the same shape.
fn as_compatibility(c: char) -> char {
    let code = c as usize;
    let found = match code {
        0x1100..=0x1112 => INITIALS.chars().nth(code - 0x1100),
        0x1161..=0x1175 => VOWELS.chars().nth(code - 0x1161),
        0x11A8..=0x11C2 => FINALS.chars().nth(code - 0x11A8),
        _ => None,
    };
    found.unwrap_or(c)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_key_has_its_jamo_and_back() {
        for key in 'a'..='z' {
            assert_eq!(latin_key(hangul_letter(key).unwrap()), Some(key));
        }
        for (jamo, key) in [('ㅃ', 'Q'), ('ㅉ', 'W'), ('ㄸ', 'E'), ('ㄲ', 'R'), ('ㅆ', 'T'), ('ㅒ', 'O'), ('ㅖ', 'P')]
        {
            assert_eq!(latin_key(jamo), Some(key));
            assert_eq!(hangul_letter(key), Some(jamo));
        }
        assert_eq!(hangul_letter('A'), Some('ㅁ'));
    }

    #[test]
    fn what_is_not_a_single_letter_has_no_key() {
        for c in ['ㅘ', 'ㄳ', '가', 'q', '1', ' ', '漢'] {
            assert_eq!(latin_key(c), None, "{c}");
        }
    }

    #[test]
    fn decomposed_letters_are_the_same_keys() {
        assert_eq!(latin_key('\u{1107}'), Some('q'));
        assert_eq!(latin_key('\u{1165}'), Some('j'));
        assert_eq!(latin_key('\u{11BC}'), Some('d'));
    }

    #[test]
    fn a_composed_syllable_gives_the_keys_it_was_typed_with() {
        let typed: String = "가격".chars().map(latin_keys).collect();
        assert_eq!(typed, "rkrur");
        assert_eq!(latin_keys('버'), "qj");
        assert_eq!(latin_keys('값'), "rkqt");
        assert_eq!(latin_keys('ㅢ'), "ml");
        assert_eq!(latin_keys('x'), "");
    }
}
