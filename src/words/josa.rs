//! Korean particles: which of `을` and `를` follows a word depends on whether its last pronounced character ends
//! in a consonant. Digits are read in Korean, Latin letters by their Korean names. No message lives here.

use unicode_normalization::UnicodeNormalization;

/// How the last pronounced character of a word ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Vowel,
    Consonant,
    /// The consonant ㄹ, after which `으로` is said `로`.
    Rieul,
}

/// The word with the fitting particle of a pair that is written consonant form first: `을/를`, `은/는`, `이/가`,
/// `과/와`, `으로/로`, `이랑/랑`. A word whose reading is not known (a Chinese character, an emoji, nothing)
/// gets both, as Korean forms do: `을(를)`, `(으)로`. A pair without a slash is appended as it is.
pub(super) fn with_particle(word: &str, pair: &str) -> String {
    let Some((after_consonant, after_vowel)) = pair.split_once('/') else {
        return format!("{word}{pair}");
    };
    match ending(word) {
        Some(Ending::Rieul) if after_consonant.starts_with("으로") => format!("{word}{after_vowel}"),
        Some(Ending::Consonant | Ending::Rieul) => format!("{word}{after_consonant}"),
        Some(Ending::Vowel) => format!("{word}{after_vowel}"),
        None => match after_consonant.strip_suffix(after_vowel) {
            Some(extra) => format!("{word}({extra}){after_vowel}"),
            None => format!("{word}{after_consonant}({after_vowel})"),
        },
    }
}

fn ending(word: &str) -> Option<Ending> {
    let word: String = word.nfc().collect();
    let said = word.trim_end_matches(is_silent);
    let last = said.chars().next_back()?;
    match last {
        '가'..='힣' => Some(syllable_ending(last)),
        'ㄱ'..='ㅎ' if last == 'ㄹ' => Some(Ending::Rieul),
        'ㄱ'..='ㅎ' => Some(Ending::Consonant),
        'ㅏ'..='ㅣ' => Some(Ending::Vowel),
        '0'..='9' => Some(number_ending(said)),
        'a'..='z' | 'A'..='Z' => Some(latin_ending(said, last)),
        '%' | '$' | '℃' | '+' => Some(Ending::Vowel),
        '₩' => Some(Ending::Consonant),
        _ => None,
    }
}

/// What closes a word without being said.
fn is_silent(c: char) -> bool {
    c.is_whitespace() || "\"'”’`)]}>»›」』】〉》.,!?…~;:".contains(c)
}

fn syllable_ending(syllable: char) -> Ending {
    match (syllable as u32 - 0xAC00) % 28 {
        0 => Ending::Vowel,
        8 => Ending::Rieul,
        _ => Ending::Consonant,
    }
}

/// A number is said by its last digit that is not zero, or by the unit that its zeros make: 십, 백, 천, 만, 억, 조.
fn number_ending(word: &str) -> Ending {
    let digits: Vec<char> = word.chars().rev().filter(|c| *c != ',').take_while(char::is_ascii_digit).collect();
    let zeros = digits.iter().take_while(|digit| **digit == '0').count();
    match digits.get(zeros) {
        None => Ending::Consonant,
        Some('1' | '7' | '8') if zeros == 0 => Ending::Rieul,
        Some('3' | '6') if zeros == 0 => Ending::Consonant,
        Some(_) if zeros == 0 => Ending::Vowel,
        Some(_) if (12..16).contains(&zeros) => Ending::Vowel,
        Some(_) => Ending::Consonant,
    }
}

/// Letters are said by name: 엘, 엠, 엔, 알 end in a consonant, the others do not. Two habits of loan words are
/// kept: a long lower-case word in `r` ends in a vowel (서버), one in `ng` or `ck` in a consonant (마케팅, 백).
fn latin_ending(word: &str, last: char) -> Ending {
    let tail = |suffix: &str| word.len() > suffix.len() && word.ends_with(suffix);
    match last.to_ascii_lowercase() {
        'l' => Ending::Rieul,
        'm' | 'n' => Ending::Consonant,
        'r' if tail("er") || tail("or") => Ending::Vowel,
        'r' => Ending::Rieul,
        'g' if tail("ng") => Ending::Consonant,
        'k' if tail("ck") => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::with_particle;

    #[test]
    fn the_final_consonant_chooses() {
        for (word, pair, said) in [
            ("가격", "을/를", "가격을"),
            ("총비용", "은/는", "총비용은"),
            ("감사", "이/가", "감사가"),
            ("견적", "과/와", "견적과"),
            ("회사", "과/와", "회사와"),
            ("팀장", "이랑/랑", "팀장이랑"),
            ("가격", "도", "가격도"),
            ("\u{1100}\u{1161}", "을/를", "\u{1100}\u{1161}를"),
        ] {
            assert_eq!(with_particle(word, pair), said);
        }
    }

    #[test]
    fn after_rieul_it_is_ro() {
        assert_eq!(with_particle("서울", "으로/로"), "서울로");
        assert_eq!(with_particle("부산", "으로/로"), "부산으로");
        assert_eq!(with_particle("대구", "으로/로"), "대구로");
        assert_eq!(with_particle("P07", "으로/로"), "P07로");
        assert_eq!(with_particle("XML", "으로/로"), "XML로");
    }

    #[test]
    fn digits_are_read_in_korean() {
        for (word, said) in [
            ("P07", "P07을"),
            ("P02", "P02를"),
            ("P03", "P03을"),
            ("P10", "P10을"),
            ("0", "0을"),
            ("1,000", "1,000을"),
            ("1000000000000", "1000000000000를"),
            ("5", "5를"),
            ("12.4", "12.4를"),
        ] {
            assert_eq!(with_particle(word, "을/를"), said);
        }
    }

    #[test]
    fn latin_letters_are_read_by_name_and_closing_marks_are_not_read() {
        for (word, said) in [
            ("ROI", "ROI가"),
            ("URL", "URL이"),
            ("CRM", "CRM이"),
            ("HR", "HR이"),
            ("server", "server가"),
            ("pricing", "pricing이"),
            ("\"도입 지연\"", "\"도입 지연\"이"),
            ("브리프(초안)", "브리프(초안)이"),
        ] {
            assert_eq!(with_particle(word, "이/가"), said);
        }
    }

    #[test]
    fn an_unknown_reading_gets_both() {
        assert_eq!(with_particle("價格", "을/를"), "價格을(를)");
        assert_eq!(with_particle("👩‍💻", "으로/로"), "👩‍💻(으)로");
        assert_eq!(with_particle("", "은/는"), "은(는)");
    }
}
