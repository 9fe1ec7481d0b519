//! Forms of Korean predicates: from the dictionary form (느리다) to the heads with which its other forms begin
//! (느려, 느렸, 느린). Rules of spelling, no dictionary, so a regular verb may also get a form that nobody writes: it
//! finds nothing. Only forms of two syllables and more are given, because a shorter head is found everywhere.

use super::hangul::Syllable;

/// The heads of the forms of a predicate that is given in its dictionary form; empty for any other word.
pub fn forms(word: &[char]) -> Vec<String> {
    let Some(('다', stem)) = word.split_last().map(|(last, stem)| (*last, stem)) else { return Vec::new() };
    let Some((last, before)) = stem.split_last() else { return Vec::new() };
    let Some(syllable) = Syllable::of(*last) else { return Vec::new() };
    let heads = match syllable.last {
        None => open_stem(before, syllable),
        Some(_) => closed_stem(before, syllable),
    };
    let whole: String = stem.iter().collect();
    let mut out: Vec<String> = std::iter::once(whole).chain(heads).filter(|it| it.chars().count() >= 2).collect();
    out.sort();
    out.dedup();
    out
}

/// A stem that ends in a vowel: 느리 gives 느려, 느렸 and 느린, 느릴, 느림, 느립.
fn open_stem(before: &[char], syllable: Syllable) -> Vec<String> {
    let mut heads: Vec<String> =
        ['ㄴ', 'ㄹ', 'ㅁ', 'ㅂ'].into_iter().filter_map(|it| with_last(before, syllable, it)).collect();
    if syllable.initial == 'ㄹ' && syllable.medial == 'ㅡ' {
        heads.extend(reu(before));
    }
    let before: String = before.iter().collect();
    for medial in contracted(&before, syllable) {
        let open = Syllable { medial, ..syllable };
        heads.extend(ending_in(&before, open));
        heads.extend(ending_in(&before, Syllable { last: Some('ㅆ'), ..open }));
    }
    heads
}

/// The vowels that 아 or 어 makes with the vowel of an open stem.
fn contracted(before: &str, syllable: Syllable) -> Vec<char> {
    match syllable.medial {
        'ㅏ' if syllable.initial == 'ㅎ' => vec!['ㅐ'],
        'ㅣ' => vec!['ㅕ'],
        'ㅗ' => vec!['ㅘ'],
        'ㅜ' => vec!['ㅝ'],
        'ㅚ' => vec!['ㅙ'],
        'ㅡ' => vec![if is_bright(before) { 'ㅏ' } else { 'ㅓ' }],
        same @ ('ㅏ' | 'ㅓ' | 'ㅐ' | 'ㅔ' | 'ㅕ') => vec![same],
        _ => Vec::new(),
    }
}

/// A stem with a final consonant: its irregular forms. The regular ones begin with the stem itself.
fn closed_stem(before: &[char], syllable: Syllable) -> Vec<String> {
    let head: String = before.iter().collect();
    let open = Syllable { last: None, ..syllable };
    let Some(bare) = ending_in(&head, open) else { return Vec::new() };
    let after = |tails: &[&str]| tails.iter().map(|tail| format!("{bare}{tail}")).collect::<Vec<_>>();
    match syllable.last {
        Some('ㅂ') => after(&["우", "워", "웠", "운", "울", "움", "와", "왔"]),
        Some('ㄷ') => ending_in(&head, Syllable { last: Some('ㄹ'), ..syllable }).into_iter().collect(),
        Some('ㅅ') => after(&["어", "었", "아", "았", "으", "은", "을"]),
        Some('ㄹ') => {
            let short = ['ㄴ', 'ㅂ'].into_iter().filter_map(|it| with_last(before, open, it));
            short.chain([format!("{bare}는"), format!("{bare}네"), format!("{bare}세")]).collect()
        }
        Some('ㅎ') => ['ㄴ', 'ㄹ'].into_iter().filter_map(|it| with_last(before, open, it)).collect(),
        _ => Vec::new(),
    }
}

/// 빠르 gives 빨라, 빨랐; 흐르 gives 흘러, 흘렀.
fn reu(before: &[char]) -> Vec<String> {
    let Some((last, head)) = before.split_last() else { return Vec::new() };
    let Some(doubled) = Syllable::of(*last).filter(|it| it.last.is_none()) else { return Vec::new() };
    let tails = if is_bright(&last.to_string()) { ["라", "랐"] } else { ["러", "렀"] };
    let head: String = head.iter().collect();
    let Some(head) = ending_in(&head, Syllable { last: Some('ㄹ'), ..doubled }) else { return Vec::new() };
    tails.into_iter().map(|tail| format!("{head}{tail}")).collect()
}

/// Whether the last vowel is ㅏ or ㅗ, which call for 아.
fn is_bright(text: &str) -> bool {
    text.chars().last().and_then(Syllable::of).is_some_and(|it| matches!(it.medial, 'ㅏ' | 'ㅗ'))
}

fn with_last(before: &[char], syllable: Syllable, last: char) -> Option<String> {
    ending_in(&before.iter().collect::<String>(), Syllable { last: Some(last), ..syllable })
}

fn ending_in(head: &str, syllable: Syllable) -> Option<String> {
    syllable.char().map(|c| format!("{head}{c}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_predicates_begin_with_one_of_the_heads() {
        for (word, forms_of_it) in [
            ("느리다", &["느려서", "느렸어요", "느린", "느리고", "느립니다"][..]),
            ("어렵다", &["어려워요", "어려웠어요", "어려운", "어렵고", "어려울"]),
            ("늦어지다", &["늦어졌다", "늦어지면", "늦어져서", "늦어질까"]),
            ("빠르다", &["빨라요", "빨랐어요", "빠른", "빠르게"]),
            ("바꾸다", &["바꿨어요", "바꿔서", "바꾼", "바꾸면"]),
            ("만들다", &["만든", "만드는", "만들어", "만듭니다"]),
            ("바쁘다", &["바빠요", "바빴어요", "바쁜"]),
            ("비교하다", &["비교했어요", "비교해서", "비교한", "비교하면", "비교합니다"]),
            ("깨닫다", &["깨달았어요", "깨닫고"]),
        ] {
            let heads = forms(&word.chars().collect::<Vec<_>>());
            for form in forms_of_it {
                assert!(heads.iter().any(|head| form.starts_with(head.as_str())), "{word}: {form} {heads:?}");
            }
        }
    }

    #[test]
    fn other_words_have_none_and_no_head_is_short() {
        for word in ["가격", "다", "", "a다", "크다"] {
            let heads = forms(&word.chars().collect::<Vec<_>>());
            assert!(heads.iter().all(|head| head.chars().count() >= 2), "{word} {heads:?}");
        }
        assert!(forms(&['가', '격']).is_empty());
    }
}
