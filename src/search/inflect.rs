//! Forms of Korean predicates: from the dictionary form (느리다) to the heads with which its other forms begin (느려, 느렸,
//! 느린). Rules of spelling, no dictionary, so a regular verb may also get a form that nobody writes: it finds nothing.
//! A head of one syllable begins too many words, so it is given only with what follows it, or as a word by itself.

use super::hangul::Syllable;

/// A form, or the head of several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// Its syllables.
    pub text: String,
    /// Whether it is a word by itself, and not the head of longer ones.
    pub is_whole: bool,
}

/// What follows a bare stem.
const AFTER_STEM: &str = "고 지 게 기 는 던 다 더 네 나 자 겠 거 길 든 잖 죠 도 냐 니";
/// What follows a stem without a final consonant, or with ㄹ, besides.
const AFTER_OPEN: &str = "면 며 려 러 라 니 시 세 셨 신 십";
/// What follows the infinitive (써): endings and the verbs that are written onto it.
const AFTER_INFINITIVE: &str =
    "서 도 야 요 라 지 져 졌 진 질 주 줘 줬 준 줄 보 봐 봤 본 볼 버 놓 놔 놨 두 둬 뒀 왔 온 오 가 갔 간 내 냈 낸";
/// What follows the past (썼).
const AFTER_PAST: &str = "어 다 고 는 지 던 습 으 을 네 거 더 음 나 니 죠 기 었 겠 잖";
/// What follows ㄴ, ㄹ and ㅁ that are written under a stem of one syllable (쓴, 쓸, 씀).
const AFTER_N: &str = "다 데 지 가 건 걸 게 적 후 뒤";
const AFTER_L: &str = "까 게 지 걸 텐 수 거 때 만 뿐 줄 정";
const AFTER_M: &str = "으 이 을 은";
/// Stems in 르 that only lose their ㅡ: 따라, not 딸라.
const REGULAR_REU: &str = "따르 치르 들르 다다르 우러르 잠그 모르";

/// The forms of a predicate that is given in its dictionary form, and their heads; empty for any other word.
pub fn forms(word: &[char]) -> Vec<Form> {
    let Some(('다', stem)) = word.split_last().map(|(last, stem)| (*last, stem)) else { return Vec::new() };
    let Some((last, before)) = stem.split_last() else { return Vec::new() };
    let Some(syllable) = Syllable::of(*last) else { return Vec::new() };
    let mut forms = Forms { before: before.iter().collect(), out: Vec::new() };
    forms.add(stem.iter().collect(), AFTER_STEM);
    match syllable.last {
        None => forms.open_stem(syllable),
        Some(last) => forms.closed_stem(syllable, last),
    }
    forms.out.sort();
    forms.out.dedup();
    forms.out
}

/// Whether a word is a form of the predicate with this dictionary form.
pub fn is_form(word: &str, of: &[char]) -> bool {
    forms(of).iter().any(|form| if form.is_whole { word == form.text } else { word.starts_with(form.text.as_str()) })
}

struct Forms {
    /// The stem without its last syllable.
    before: String,
    out: Vec<Form>,
}

impl Forms {
    /// A head; where it is one syllable, that syllable with each of what may follow, and by itself.
    fn add(&mut self, head: String, after: &str) {
        if head.chars().count() > 1 {
            return self.out.push(Form { text: head, is_whole: false });
        }
        let longer = after.split_whitespace().map(|tail| Form { text: format!("{head}{tail}"), is_whole: false });
        self.out.extend(longer);
        if after != AFTER_STEM {
            self.out.push(Form { text: head, is_whole: true });
        }
    }

    /// A head that ends in this syllable, if there is such a syllable.
    fn add_ending(&mut self, syllable: Syllable, after: &str) {
        if let Some(c) = syllable.char() {
            self.add(format!("{}{c}", self.before), after);
        }
    }

    /// The infinitive that ends in this open syllable, and the past that is made of it.
    fn add_infinitive(&mut self, open: Syllable) {
        self.add_ending(open, AFTER_INFINITIVE);
        self.add_ending(Syllable { last: Some('ㅆ'), ..open }, AFTER_PAST);
    }

    /// What is written under a stem without a final consonant: 느린, 느릴, 느림, 느립.
    fn add_under(&mut self, open: Syllable) {
        for (last, after) in [('ㄴ', AFTER_N), ('ㄹ', AFTER_L), ('ㅁ', AFTER_M)] {
            self.add_ending(Syllable { last: Some(last), ..open }, after);
        }
        if let Some(c) = (Syllable { last: Some('ㅂ'), ..open }).char() {
            self.out.push(Form { text: format!("{}{c}니", self.before), is_whole: false });
        }
    }

    /// A stem that ends in a vowel: 느리 gives 느려, 느렸 and 느린, 느릴, 느림, 느립.
    fn open_stem(&mut self, syllable: Syllable) {
        self.add_under(syllable);
        let stem = format!("{}{}", self.before, syllable.char().unwrap_or_default());
        if self.before.is_empty() {
            self.add(stem.clone(), AFTER_OPEN);
        }
        let is_reu = syllable.initial == 'ㄹ' && syllable.medial == 'ㅡ';
        if is_reu && !REGULAR_REU.split_whitespace().any(|it| it == stem && it != "모르") {
            return self.doubled_reu();
        }
        for medial in contracted(&self.before, syllable) {
            self.add_infinitive(Syllable { medial, ..syllable });
        }
        // 되어, 보아, 주어: written apart.
        if matches!(syllable.medial, 'ㅚ' | 'ㅗ' | 'ㅜ' | 'ㅣ') && self.before.is_empty() {
            for tail in ["어", "었", "아", "았"] {
                self.out.push(Form { text: format!("{stem}{tail}"), is_whole: false });
            }
        }
    }

    /// 빠르 gives 빨라, 빨랐; 흐르 gives 흘러, 흘렀.
    fn doubled_reu(&mut self) {
        let Some(last) = self.before.pop() else { return };
        let doubled = Syllable::of(last).filter(|it| it.last.is_none());
        let doubled = doubled.and_then(|it| Syllable { last: Some('ㄹ'), ..it }.char());
        let Some(doubled) = doubled else { return };
        let tails = if is_bright(&last.to_string()) { ["라", "랐"] } else { ["러", "렀"] };
        self.out.extend(tails.map(|tail| Form { text: format!("{}{doubled}{tail}", self.before), is_whole: false }));
    }

    /// A stem with a final consonant: the regular forms begin with the stem itself, the irregular ones do not.
    fn closed_stem(&mut self, syllable: Syllable, last: char) {
        let stem = format!("{}{}", self.before, syllable.char().unwrap_or_default());
        let open = Syllable { last: None, ..syllable };
        let bare = format!("{}{}", self.before, open.char().unwrap_or_default());
        if self.before.is_empty() {
            self.follow(&stem, if last == 'ㄹ' { AFTER_OPEN } else { "은 을 음 으 어 었 아 았 습 소" });
        }
        match last {
            'ㅂ' => self.follow(&bare, "우 워 웠 운 울 움 와 왔"),
            'ㄷ' => {
                let soft = Syllable { last: Some('ㄹ'), ..syllable };
                let soft = format!("{}{}", self.before, soft.char().unwrap_or_default());
                self.follow(&soft, "은 을 음 으 었 았");
                for infinitive in ["어", "아"] {
                    self.add_apart(&format!("{soft}{infinitive}"));
                }
            }
            'ㅅ' => self.follow(&bare, "어 었 아 았 으 은 을 음"),
            'ㄹ' => {
                self.follow(&stem, "어 었 아 았");
                self.add_ending(Syllable { last: Some('ㄴ'), ..syllable }, AFTER_N);
                self.follow(&bare, "는 네 세 니 시");
                if let Some(c) = (Syllable { last: Some('ㅂ'), ..syllable }).char() {
                    self.follow(&format!("{}{c}", self.before), "니");
                }
            }
            'ㅎ' => {
                self.add_under(open);
                let medial = if matches!(open.medial, 'ㅑ' | 'ㅕ') { 'ㅒ' } else { 'ㅐ' };
                self.add_infinitive(Syllable { medial, ..open });
            }
            _ => {}
        }
    }

    /// An infinitive that other verbs begin with too (들어 and 들어가다): by itself and with endings alone.
    fn add_apart(&mut self, infinitive: &str) {
        self.out.push(Form { text: infinitive.to_owned(), is_whole: true });
        self.follow(infinitive, "서 요 도 야 봐 봤 보 본 볼 주 줘 줬 준 줄 라");
    }

    fn follow(&mut self, head: &str, tails: &str) {
        let forms = tails.split_whitespace().map(|tail| Form { text: format!("{head}{tail}"), is_whole: false });
        self.out.extend(forms.filter(|it| it.text.chars().count() > 1));
    }
}

/// The vowels that 아 or 어 makes with the vowel of an open stem.
fn contracted(before: &str, syllable: Syllable) -> Vec<char> {
    match syllable.medial {
        'ㅏ' if syllable.initial == 'ㅎ' => vec!['ㅐ'],
        'ㅣ' => vec!['ㅕ'],
        'ㅗ' => vec!['ㅘ'],
        'ㅜ' if syllable.initial == 'ㅍ' => vec!['ㅓ'],
        'ㅜ' => vec!['ㅝ'],
        'ㅚ' => vec!['ㅙ'],
        'ㅡ' => vec![if is_bright(before) { 'ㅏ' } else { 'ㅓ' }],
        same @ ('ㅏ' | 'ㅓ' | 'ㅐ' | 'ㅔ' | 'ㅕ') => vec![same],
        _ => Vec::new(),
    }
}

/// Whether the last vowel is ㅏ or ㅗ, which call for 아.
fn is_bright(text: &str) -> bool {
    text.chars().last().and_then(Syllable::of).is_some_and(|it| matches!(it.medial, 'ㅏ' | 'ㅗ'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[test]
    fn forms_of_predicates_are_found_by_one_of_the_heads() {
        for (word, forms_of_it) in [
            ("느리다", &["느려서", "느렸어요", "느린", "느리고", "느립니다", "느려졌어요"][..]),
            ("어렵다", &["어려워요", "어려웠어요", "어려운", "어렵고", "어려울"]),
            ("늦어지다", &["늦어졌다", "늦어지면", "늦어져서", "늦어질까"]),
            ("빠르다", &["빨라요", "빨랐어요", "빠른", "빠르게"]),
            ("바꾸다", &["바꿨어요", "바꿔서", "바꾼", "바꾸면"]),
            ("만들다", &["만든", "만드는", "만들어", "만듭니다"]),
            ("바쁘다", &["바빠요", "바빴어요", "바쁜"]),
            ("비교하다", &["비교했어요", "비교해서", "비교한", "비교하면", "비교합니다"]),
            ("깨닫다", &["깨달았어요", "깨닫고"]),
            ("듣다", &["들었어요", "들은", "들으면", "듣고", "듣길", "듣기만"]),
            ("긋다", &["그었어요", "긋더라고요", "긋고"]),
            ("낫다", &["나아요", "낫잖아요", "나았어요", "나은"]),
            ("쓰다", &["썼어요", "써서", "쓴", "쓸까", "쓰는", "쓰면", "씁니다", "써봤는데"]),
            ("하얗다", &["하얀", "하얘서", "하얗고"]),
            ("되다", &["됐어요", "돼서", "되었고", "된다고", "되면"]),
            ("따르다", &["따라서", "따랐어요"]),
            ("모르다", &["몰라서", "몰랐어요", "모르고"]),
            ("보다", &["봤어요", "보니까", "봐도", "본다"]),
        ] {
            for form in forms_of_it {
                assert!(is_form(form, &chars(word)), "{word}: {form} {:?}", forms(&chars(word)));
            }
        }
    }

    #[test]
    fn words_that_look_alike_are_no_forms() {
        for (word, others) in [
            ("느리다", &["느끼고", "늘려서"][..]),
            ("쓰다", &["쓰레기", "쓴맛", "썰어"]),
            ("오르다", &["오라고", "오전"]),
            ("듣다", &["들이", "들판"]),
            ("보다", &["보험", "본사", "보증"]),
            ("비싸다", &["비슷한"]),
        ] {
            for other in others {
                assert!(!is_form(other, &chars(word)), "{word}: {other}");
            }
        }
        for word in ["가격", "다", "", "a다"] {
            assert!(forms(&chars(word)).is_empty(), "{word}");
        }
        assert!(forms(&chars("크다")).iter().all(|it| it.is_whole || it.text.chars().count() >= 2));
    }
}
