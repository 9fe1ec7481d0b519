//! The dictionary forms of a word that may be a form of a predicate: 느려서 is 느리다. An ending that only predicates have
//! is enough for any stem; what nouns end in too (만든, 보고) needs a stem that is commonly known to be one. Whatever is
//! guessed is made into forms again, and only what gives the word back is kept.

use super::hangul::Syllable;
use super::inflect;

/// Stems that people use all the time, in no order that means anything.
const KNOWN: &str = "\
    가 오 보 주 받 하 되 쓰 사 팔 알 모르 찾 묻 듣 말하 읽 적 배우 가르치 만들 고르 바꾸 고치 맡기 맡 넘기 넘 늘 늘리 줄 줄이 올리 오르 내리 빼 \
    넣 놓 놓치 두 버리 남기 끝나 끝내 시작하 멈추 기다리 미루 늦추 서두르 쉬 일어나 일하 만나 헤어지 부르 보내 가져오 가지 잡 붙이 떨어지 \
    떨어뜨리 열 닫 누르 당기 앞당기 밀 돌리 돌아가 돌아오 들 들어가 들어오 나가 나오 지나 지내 살 죽 깨지 깨 부수 망가지 고장나 막히 막 풀리 풀 묶 \
    쌓이 쌓 모으 모이 나누 섞 세 재 걸리 걸 걷 뛰 내려가 올라가 올라오 따르 따지 믿 느끼 생각나 떠오르 떠올리 깨닫 헷갈리 잊 잊어버리 외우 알아보 알리 \
    알려주 물어보 살펴보 둘러보 돌아보 맞추 틀리 다르 좋 나쁘 크 작 많 적 높 낮 길 짧 넓 좁 두껍 얇 무겁 가볍 빠르 느리 늦 이르 쉽 어렵 힘들 편하 \
    불편하 비싸 싸 새롭 낡 뜨겁 차갑 덥 춥 따뜻하 시끄럽 조용하 밝 어둡 흐리 깨끗하 더럽 예쁘 아름답 귀엽 무섭 두렵 불안하 걱정스럽 아깝 아쉽 \
    안타깝 부럽 부담스럽 자연스럽 고맙 미안하 반갑 즐겁 기쁘 슬프 아프 바쁘 급하 귀찮 괜찮 낫 낯설 똑같 흔하 드물 강하 약하 부드럽 까다롭 해롭 번거롭 \
    가깝 멀 하얗 까맣 빨갛 파랗 노랗 얻 잃 벌 갚 빌리 빌려주 치르 깎 모자라 끊기 끊 끊어지 이어지 잇 긋 짓 붓 젓 씻 닦 말리 굽 돕 눕 줍 싣 뜯 뽑히 뽑 \
    심 키우 자라 기르 먹 마시 입 신 벗 나르 옮기 담기 담 채우 비우 지키 어기 이기 지 비기 싸우 다투 화나 웃 울 놀 그리 찍 베끼 지우 그만두 때려치우 다니 \
    들르 머물 떠나 넘어가 넘어오 넘어지 빠지 빠뜨리 터지 얼 녹 끓이 끓 태우 타 꺼지 켜지 켜 끄 바뀌 변하 나아지 줄어들 늘어나 쓰이 보이 들리 팔리 밀리 \
    잡히 먹히 읽히 놓이 나뉘 열리 닫히 꺾 엮이 엮 얽히 부딪히 부딪치 마주치 겪 견디 참 버티 이겨내 해내 알아내 찾아내 골라내 꺼내 덜 뒤지 뒤처지 앞서 \
    시키 망설이 고르 거르 거절하 갈아타 건너뛰 꼽 꼬이 나타나 내놓 내다보 돌려주 돌려보내 되돌리 뒤집 따라가 따라오 떠맡 메우 몰리 무너지 밝히 벌이 벗어나 \
    봐주 비교하 살아나 살리 새 서 속 속이 숨기 숨 싫 아끼 안 앉 어울리 없애 옮겨가 우기 움직이 이끌 익히 익 잘못하 적히 접 제치 조이 졸 죄 주고받 줄여주 \
    쪼개 챙기 쳐내 치우 키 퍼지 펴 풀어주 품 피하 합치 해치우 허물 흔들리 흔들 흘리 흩어지";

/// Endings with which a predicate ends and a noun does not, with what stands before them.
const AFTER_ANY_STEM: &str = "더라고요 더라고 더라 거든요 거든 잖아요 잖아 네요 지만 지요 죠 는데요 는데 는지 는다고 는다 던데 고요 겠어요 겠다고 겠다 겠죠 겠 도록 길래 자마자";
/// Endings after 으, or after a vowel without it.
const AFTER_EU: &str = "니까요 니까 면서 려고요 려고 려면 면서도";
/// Endings of the polite present and the like after an infinitive.
const AFTER_INFINITIVE: &str = "요 서 도 야 서요 도요 야지 야죠 야겠";
/// Endings that are nouns' too; they need a stem that is known.
const AMBIGUOUS: &str =
    "고 지 게 기 는 면 며 다 다고 다는 던 자 나 네 니 음 은 을 으면 으며 습니다 냐 든 든지 기만 기도 지는 지도 게끔";

/// The dictionary forms of which this word may be a form; empty where it does not look like a predicate.
pub fn lemmas(word: &[char]) -> Vec<String> {
    let mut guesses = Guesses { word, sure: Vec::new(), maybe: Vec::new() };
    guesses.past();
    guesses.with_endings();
    guesses.infinitive();
    guesses.under();
    let Guesses { sure, maybe, .. } = guesses;
    let typed: String = word.iter().collect();
    let gives_back = |stem: &String| inflect::is_form(&typed, &dictionary_form(stem).chars().collect::<Vec<_>>());
    let known: Vec<&String> = sure.iter().chain(&maybe).filter(|stem| is_known(stem)).collect();
    let kept: Vec<&String> = if known.is_empty() { sure.iter().collect() } else { known };
    let mut lemmas: Vec<String> =
        kept.into_iter().filter(|stem| gives_back(stem)).map(|stem| dictionary_form(stem)).collect();
    lemmas.sort();
    lemmas.dedup();
    lemmas
}

fn dictionary_form(stem: &str) -> String {
    format!("{stem}다")
}

/// Whether a stem is known to be a predicate's: by the list, or because it is made as predicates are made.
fn is_known(stem: &str) -> bool {
    KNOWN.split_whitespace().any(|it| it == stem) || is_made(&stem.chars().collect::<Vec<_>>())
}

/// 늦어지, 느려지: an infinitive with 지.
fn is_made(stem: &[char]) -> bool {
    let [.., before, '지'] = stem else { return false };
    stem.len() >= 3 && is_infinitive(*before)
}

/// Whether an infinitive may end so: 어, 려, 해, 와.
fn is_infinitive(c: char) -> bool {
    let open = Syllable::of(c).filter(|it| it.last.is_none());
    open.is_some_and(|it| matches!(it.medial, 'ㅏ' | 'ㅓ' | 'ㅐ' | 'ㅔ' | 'ㅕ' | 'ㅘ' | 'ㅝ' | 'ㅙ' | 'ㅖ'))
}

struct Guesses<'w> {
    word: &'w [char],
    /// Stems that stand with an ending of predicates.
    sure: Vec<String>,
    /// Stems with an ending that nouns have too.
    maybe: Vec<String>,
}

impl Guesses<'_> {
    /// 느렸어요: a syllable with ㅆ under it, which no noun has but 있 and 겠.
    fn past(&mut self) {
        let past = self
            .word
            .iter()
            .position(|c| Syllable::of(*c).is_some_and(|it| it.last == Some('ㅆ')) && !matches!(c, '있' | '겠'));
        let Some(at) = past else { return };
        let Some(open) = Syllable::of(self.word[at]).and_then(|it| Syllable { last: None, ..it }.char()) else {
            return;
        };
        let stems = stems_of_infinitive(&self.word[..at], open);
        self.sure.extend(stems);
    }

    /// 느리니까, 늦는데, 어렵더라고요.
    fn with_endings(&mut self) {
        for ending in AFTER_ANY_STEM.split_whitespace() {
            self.sure.extend(self.before(ending));
        }
        for ending in AFTER_EU.split_whitespace() {
            let Some(stem) = self.before(ending) else { continue };
            self.sure.extend(hardened(&stem, '으'));
            self.sure.push(stem);
        }
        for ending in AMBIGUOUS.split_whitespace() {
            let Some(stem) = self.before(ending) else { continue };
            if ending.starts_with(['으', '은', '을', '음']) {
                self.maybe.extend(hardened(&format!("{stem}으"), '으'));
            }
            self.maybe.push(stem);
        }
    }

    /// 느려서, 편해요, 만들어야: an infinitive with what follows it.
    fn infinitive(&mut self) {
        for ending in AFTER_INFINITIVE.split_whitespace() {
            let Some(head) = self.before(ending) else { continue };
            let chars: Vec<char> = head.chars().collect();
            let Some((last, before)) = chars.split_last().filter(|(last, _)| is_infinitive(**last)) else { continue };
            let stems = stems_of_infinitive(before, *last);
            if matches!(ending, "서" | "요" | "도") && before.is_empty() {
                self.maybe.extend(stems);
            } else {
                self.sure.extend(stems);
            }
        }
        if let Some((last, before)) = self.word.split_last().filter(|(last, _)| is_infinitive(**last)) {
            self.maybe.extend(stems_of_infinitive(before, *last));
        }
    }

    /// 만든, 어려운, 느릴, 느립니다: a consonant under the stem.
    fn under(&mut self) {
        for (at, c) in self.word.iter().enumerate() {
            let Some(syllable) = Syllable::of(*c) else { return };
            let rest: String = self.word[at + 1..].iter().collect();
            let is_sure = match syllable.last {
                Some('ㅂ') if rest.starts_with("니다") || rest.starts_with("니까") => true,
                Some('ㄴ') if ["다고", "다는", "다", "데", "데요", "대요"].contains(&rest.as_str()) => false,
                Some('ㄹ') if ["까", "까요", "까봐", "게요", "수록", "지"].contains(&rest.as_str()) => false,
                Some('ㄴ' | 'ㄹ' | 'ㅁ') if rest.is_empty() => false,
                _ => continue,
            };
            let Some(open) = (Syllable { last: None, ..syllable }).char() else { continue };
            let stem: String = self.word[..at].iter().chain([&open]).collect();
            let softened = Syllable { last: Some('ㄹ'), ..syllable }.char();
            let softened: Option<String> = softened.map(|c| self.word[..at].iter().chain([&c]).collect());
            let fallen = Syllable { last: Some('ㅎ'), ..syllable }.char();
            let fallen: Option<String> = fallen.map(|c| self.word[..at].iter().chain([&c]).collect());
            let guesses = hardened(&stem, '우').into_iter().chain(softened).chain(fallen).chain([stem]);
            if is_sure {
                self.sure.extend(guesses);
            } else {
                self.maybe.extend(guesses);
            }
        }
    }

    /// What stands before this ending; none where the word is not longer, or ends otherwise.
    fn before(&self, ending: &str) -> Option<String> {
        let word: String = self.word.iter().collect();
        word.strip_suffix(ending).filter(|it| !it.is_empty()).map(str::to_owned)
    }
}

/// The stems with ㅂ, ㄷ or ㅅ that lost it before this vowel: 어려우 is 어렵, 들으 is 듣, 그으 is 긋.
fn hardened(stem: &str, vowel: char) -> Vec<String> {
    let Some(head) = stem.strip_suffix(vowel) else { return Vec::new() };
    let mut out = vec![head.to_owned()];
    let Some(last) = head.chars().last() else { return Vec::new() };
    let Some(syllable) = Syllable::of(last) else { return out };
    let before = &head[..head.len() - last.len_utf8()];
    let with = |consonant| Syllable { last: Some(consonant), ..syllable }.char().map(|c| format!("{before}{c}"));
    match (vowel, syllable.last) {
        ('우', None) => out.extend(with('ㅂ')),
        ('으' | '어' | '아', None) => out.extend(with('ㅅ')),
        ('으' | '어' | '아', Some('ㄹ')) => out.extend(with('ㄷ')),
        _ => {}
    }
    out
}

/// The stems whose infinitive is `before` and then this syllable.
fn stems_of_infinitive(before: &[char], infinitive: char) -> Vec<String> {
    let before: String = before.iter().collect();
    let Some(syllable) = Syllable::of(infinitive) else { return Vec::new() };
    let mut stems = Vec::new();
    if syllable.initial == 'ㅇ' {
        match syllable.medial {
            'ㅓ' | 'ㅏ' => stems.extend(hardened(&format!("{before}{infinitive}"), infinitive)),
            'ㅝ' | 'ㅘ' => stems.extend(hardened(&format!("{before}우"), '우').into_iter().skip(1)),
            _ => {}
        }
    }
    let medials: &[char] = match syllable.medial {
        'ㅕ' => &['ㅣ', 'ㅕ'],
        'ㅘ' => &['ㅗ'],
        'ㅝ' => &['ㅜ'],
        'ㅙ' => &['ㅚ'],
        'ㅏ' => &['ㅏ', 'ㅡ'],
        'ㅓ' => &['ㅓ', 'ㅡ', 'ㅜ'],
        'ㅐ' => &['ㅐ', 'ㅏ'],
        'ㅔ' => &['ㅔ'],
        _ => &[],
    };
    for medial in medials {
        let stem = Syllable { medial: *medial, ..syllable }.char();
        stems.extend(stem.map(|c| format!("{before}{c}")));
    }
    if syllable.medial == 'ㅐ' {
        let fallen = Syllable { medial: 'ㅏ', last: Some('ㅎ'), ..syllable }.char();
        stems.extend(fallen.map(|c| format!("{before}{c}")));
    }
    stems.extend(undoubled(&before, syllable));
    stems
}

/// 골라 is 고르, 흘러 is 흐르.
fn undoubled(before: &str, syllable: Syllable) -> Option<String> {
    let last = before.chars().last()?;
    let doubled = Syllable::of(last).filter(|it| it.last == Some('ㄹ'))?;
    let open = Syllable { last: None, ..doubled }.char()?;
    let is_it = syllable.initial == 'ㄹ' && matches!(syllable.medial, 'ㅏ' | 'ㅓ');
    is_it.then(|| format!("{}{open}르", &before[..before.len() - last.len_utf8()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Vec<String> {
        lemmas(&word.chars().collect::<Vec<_>>())
    }

    #[test]
    fn a_form_leads_to_its_dictionary_form() {
        for (word, lemma) in [
            ("느려서", "느리다"),
            ("느렸", "느리다"),
            ("늦어졌", "늦어지다"),
            ("늦어지면", "늦어지다"),
            ("어려운", "어렵다"),
            ("어려웠어요", "어렵다"),
            ("만든", "만들다"),
            ("편해요", "편하다"),
            ("그만뒀", "그만두다"),
            ("바빠서", "바쁘다"),
            ("골랐어요", "고르다"),
            ("미뤘", "미루다"),
            ("바꿨어요", "바꾸다"),
            ("떨어졌", "떨어지다"),
            ("불안했", "불안하다"),
            ("들었어요", "듣다"),
            ("그었어요", "긋다"),
            ("까매서", "까맣다"),
            ("따라서", "따르다"),
            ("안심됐어요", "안심되다"),
            ("밝더라고요", "밝다"),
            ("가볍지만", "가볍다"),
        ] {
            assert!(of(word).iter().any(|it| it == lemma), "{word}: {:?}", of(word));
        }
    }

    #[test]
    fn nouns_are_no_forms() {
        for word in [
            "가격",
            "도입",
            "지원",
            "화면",
            "기간",
            "시간",
            "불만",
            "사진",
            "보고서",
            "견적서",
            "필요",
            "개요",
            "이력서",
            "경영",
            "보험",
            "담당자가",
            "문제는",
            "예산",
            "교육",
            "일정",
            "회의",
            "장비",
            "전화",
            "부서",
            "순서",
            "장소",
            "요금",
        ] {
            assert!(of(word).is_empty(), "{word}: {:?}", of(word));
        }
    }
}
