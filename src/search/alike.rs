//! Whether two lines say something like the same: the content words that they share, against all that they have.
//! Rules, no model; precise rather than generous, because a researcher reads "3 of 8 said so" as a count. It is told
//! by the texts alone, so the index, the tail and the store give one answer. Negation is not seen: what people spoke
//! of is counted, not which side they took.

use super::hangul::{self, Syllable};
use super::lookup::{inside, prefix, stem_term, term};
use super::plan::{Clause, EXACT, NEAR, one_syllable};
use super::query::Query;
use super::tokenizer::{Analysis, LONGEST_EDGE, Layer, Script, Stems};

/// Two lines are alike where the share of their common words, the geometric mean of the shares of both, is at least
/// this, in hundredths. Chosen on the pairs in the tests below.
const ALIKE: u64 = 46;
/// The same where a line has one content word alone.
const ALIKE_BY_ONE: u64 = 70;
/// Two lines of at most so many content words may be alike by one of them.
const SHORT: usize = 2;
/// More content words of a line are not read; the bound on the work.
const MOST_WORDS: usize = 24;
/// So many jamo from the start make two Korean words one: two syllables, or a stem in two of its forms.
const COMMON_JAMO: usize = 5;
/// So many letters from the start make two English stems one, where the shorter ends there.
const COMMON_LETTERS: usize = 5;

/// Korean words that say nothing of what a line is about, as they stand and without their particles.
const KOREAN_STOPS: &str = "것 거 게 그 이 저 수 때 등 및 더 안 못 잘 좀 또 다 꼭 막 왜 뭐 제일 가장 너무 매우 아주 정말 진짜 그냥 계속 많이 많은 우리 저희 \
    그게 이게 그거 이거 그런 이런 저런 어떤 무슨 모든 여러 때문 때문에 위해 대해 대한 통해 같이 함께 따로 다시 먼저 이미 아직 이제 지금 처음 나중 나중에 \
    함 했음 있음 없음 됨 같음 있다 없다 하다 되다 같다 있는 없는 하는 되는 같은 있어 없어 있고 없고 하고 되고 있어서 없어서 해서 돼서 되어 있다고 없다고 한다고 \
    했다고 된다고 됐다고 같다고 했다 한다 됐다 된다 있었다 없었다 있었다고 없었다고 하면 되면 있으면 없으면 하니까 되니까 있으니까 없으니까 했는데 하는데 \
    있는데 없는데 할 한 해 될 된 말 말함 말로 이야기 얘기 생각 느낌 경우 정도 부분 쪽 편 줄 뿐 바 채 년 월 일 주 달 개 명 번 원 곳 군데 대 건 차 개월 \
    라고 다고 이라고 그래서 그런데 그리고 하지만 그러면 그러니까 아니 아닌 아니라 어디 누가 누구 무엇 언제 어떻게 얼마 조금 약간 하나 둘 셋 보다 봄 써 준 줌 감 옴 \
    네 예 아니요 맞아 맞 그건 이건 저건 그랬 그렇 그래 모르겠 나 내 저는 제 하겠 없었 있었 됐었 했었 여기 거기";

/// Endings of predicates, taken off one after the other, the longest first; two syllables or more are left.
const ENDINGS: &str = "었습니다 았습니다 더라고요 습니다 더라고 거든요 잖아요 는데요 은데요 으니까 으면서 었다고 았다고 는다고 으려고 \
    었어요 았어요 였어요 어요 아요 에요 예요 네요 고요 는데 은데 지만 니까 어서 아서 여서 면서 으면 다고 라고 다는 려고 더니 던데 길래 \
    도록 다가 게 고 면 며 서 던 는 은 을 음 기 지 자 다 요 죠 나 니 네 어 아";

/// English words that say nothing of what a line is about.
const ENGLISH_STOPS: &str = "the a an and or but if then so as at by for from in into of off on onto out over to up with without about after before \
    again all any both each few more most other some such no nor not only own same than too very can could will would should may might must \
    is are was were be been being am do does did done doing have has had having i me my we us our you your he him his she her it its they \
    them their this that these those there here what which who whom whose when where why how because while until during just also even still \
    said says say told tell thought think felt feel like got get gets getting went go goes going made make makes thing things really much many \
    ask asks asked asking know knows knew known want wants wanted well every everything something anything nothing one two three lot lots bit kind sort way don doesn didn isn wasn t s re ve ll d m";

/// One content word.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// Its syllables without particle, or its lower-case stem.
    stem: Vec<char>,
    /// Its jamo, for Korean.
    jamo: Vec<char>,
    /// What it counts: 1 for one syllable or a number, 2 for any other word.
    weight: u64,
}

/// What a line is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    words: Vec<Word>,
}

impl Content {
    /// The content words of a text, each once.
    pub fn of(text: &str) -> Content {
        let analysis = Analysis::of_query(text);
        let mut stems = None;
        let mut words: Vec<Word> = Vec::new();
        for run in &analysis.runs {
            let chars = analysis.chars(*run);
            let word = match run.script {
                Script::Hangul => korean(&chars),
                Script::Latin => latin(&chars, stems.get_or_insert_with(Stems::english)),
                Script::Ideograph => Some(plain(chars)),
                Script::Jamo => None,
            };
            if let Some(word) = word.filter(|word| !words.iter().any(|it| it.stem == word.stem)) {
                words.push(word);
            }
        }
        words.truncate(MOST_WORDS);
        Content { words }
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the other line says something like this one.
    pub fn is_like(&self, other: &Content) -> bool {
        let ((mine, my_weight), (theirs, their_weight)) = (self.found_in(other), other.found_in(self));
        let (my_all, their_all) = (self.weight(), other.weight());
        let fewest = self.words.len().min(other.words.len());
        let share = if fewest == 1 { ALIKE_BY_ONE } else { ALIKE };
        let is_short = self.words.len().max(other.words.len()) <= SHORT;
        let is_enough = mine.min(theirs) >= if is_short { 1 } else { 2 } && my_all * their_all > 0;
        is_enough && my_weight * their_weight * 10_000 >= share * share * my_all * their_all
    }

    /// How many words have their like in the other line, and what they weigh.
    fn found_in(&self, other: &Content) -> (usize, u64) {
        let found = self.words.iter().filter(|word| other.words.iter().any(|it| word.is_like(it)));
        found.fold((0, 0), |(count, weight), word| (count + 1, weight + word.weight))
    }

    fn weight(&self) -> u64 {
        self.words.iter().map(|word| word.weight).sum()
    }

    /// The query that finds every line that may be alike: two of the words, or the only one, in any of the forms that
    /// count as the same. None where there is nothing to look for.
    pub fn query(&self) -> Option<Query> {
        let some: Vec<Clause> = self.words.iter().map(|word| resembling(&word.stem)).collect();
        let need = if some.len() <= SHORT { 1 } else { 2 };
        (!some.is_empty()).then(|| Query::of_some(some, need))
    }
}

impl Word {
    fn is_like(&self, other: &Word) -> bool {
        if self.stem == other.stem {
            return true;
        }
        if self.jamo.is_empty() != other.jamo.is_empty() {
            return false;
        }
        let (short, long) = if self.stem.len() <= other.stem.len() { (self, other) } else { (other, self) };
        if self.jamo.is_empty() {
            return short.stem.len() >= COMMON_LETTERS && long.stem.starts_with(&short.stem);
        }
        if short.stem.len() < 2 {
            return false;
        }
        let common = self.jamo.iter().zip(&other.jamo).take_while(|(a, b)| a == b).count();
        let shorter = self.jamo.len().min(other.jamo.len());
        // 총비용 and 비용: the head word of a compound stands last.
        common >= COMMON_JAMO && common * 10 >= shorter * 6 || long.stem.ends_with(&short.stem)
    }
}

fn korean(chars: &[char]) -> Option<Word> {
    let stem = &chars[..hangul::stem_of(chars).unwrap_or(chars.len())];
    let is_stop = |chars: &[char]| KOREAN_STOPS.split_whitespace().any(|it| it.chars().eq(chars.iter().copied()));
    let root = without_endings(stem);
    if is_stop(chars) || is_stop(stem) || is_stop(root) {
        return None;
    }
    Some(Word { jamo: jamo_of(root), ..plain(root.to_vec()) })
}

fn without_endings(mut word: &[char]) -> &[char] {
    loop {
        let fitting = ENDINGS.split_whitespace().filter_map(|ending| {
            let rest = word.len().checked_sub(ending.chars().count()).filter(|rest| *rest >= 2)?;
            ending.chars().eq(word[rest..].iter().copied()).then_some(rest)
        });
        match fitting.min() {
            Some(rest) => word = &word[..rest],
            None => return word,
        }
    }
}

/// The jamo of a word; behind the first syllable a vowel that has swallowed 어 or 아 is the vowel before (겹쳐, 겹치).
fn jamo_of(word: &[char]) -> Vec<char> {
    let mut jamo = Vec::with_capacity(word.len() * 3);
    for (at, syllable) in word.iter().filter_map(|c| Syllable::of(*c)).enumerate() {
        let medial = CONTRACTED.iter().find(|(short, _)| at > 0 && *short == syllable.medial);
        jamo.extend([syllable.initial, medial.map_or(syllable.medial, |(_, whole)| *whole)]);
        jamo.extend(syllable.last);
    }
    jamo
}

fn latin(chars: &[char], stems: &mut Stems) -> Option<Word> {
    let word: String = chars.iter().collect();
    let is_number = chars.iter().all(char::is_ascii_digit);
    let is_short = chars.len() < 2 && !is_number;
    if is_short || ENGLISH_STOPS.split_whitespace().any(|it| it == word) {
        return None;
    }
    let stem: Vec<char> = stems.of(&word).map_or_else(|| chars.to_vec(), |stem| stem.chars().collect());
    let weight = if is_number { 1 } else { 2 };
    Some(Word { stem, jamo: Vec::new(), weight })
}

fn plain(stem: Vec<char>) -> Word {
    let weight = stem.len().clamp(1, 2) as u64;
    Word { stem, jamo: Vec::new(), weight }
}

/// Vowels that have swallowed 어 or 아, with the vowel that was there before.
const CONTRACTED: [(char, char); 3] = [('ㅕ', 'ㅣ'), ('ㅝ', 'ㅜ'), ('ㅘ', 'ㅗ')];

/// A syllable with its vowel as it is, contracted and whole.
fn contracted(c: char) -> Vec<char> {
    let Some(syllable) = Syllable::of(c) else { return vec![c] };
    let other = CONTRACTED.iter().find_map(|(short, whole)| match syllable.medial {
        it if it == *short => Some(*whole),
        it if it == *whole => Some(*short),
        _ => None,
    });
    let other = other.and_then(|medial| Syllable { medial, ..syllable }.char());
    std::iter::once(c).chain(other).collect()
}

/// The clause of a content word that may stand in another form or in a compound: the word with or without its
/// particle, its first two syllables with any final consonant, its last syllables as a word; the stem of a Latin one.
fn resembling(stem: &[char]) -> Clause {
    let is_syllabic = stem.iter().all(|c| hangul::is_syllable(*c));
    if !is_syllabic {
        let mut clause = Clause::of(term(Layer::Text, stem), EXACT);
        clause.add(term(Layer::Stem, stem), EXACT);
        if stem.len() > LONGEST_EDGE {
            clause.add(prefix(Layer::Text, stem), NEAR);
            clause.add(prefix(Layer::Stem, stem), NEAR);
            // The other word may be the shorter one of the two.
            for len in LONGEST_EDGE + 1..stem.len() {
                clause.add(term(Layer::Text, &stem[..len]), NEAR);
                clause.add(term(Layer::Stem, &stem[..len]), NEAR);
            }
        }
        return clause;
    }
    let mut clause = one_syllable(stem);
    if stem.len() < 2 {
        return clause;
    }
    if stem.len() == 2 {
        clause.add(inside(stem), NEAR);
    } else {
        for from in 1..stem.len() - 1 {
            clause.add(term(Layer::Word, &stem[from..]), NEAR);
            clause.add(stem_term(&stem[from..]), NEAR);
        }
        clause.add(inside(stem), NEAR);
    }
    for second in contracted(stem[1]).into_iter().flat_map(hangul::with_any_final) {
        clause.add(term(Layer::Edge, &[stem[0], second]), NEAR);
    }
    clause
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines that a researcher would call the same, as they were written down on different days.
    const LIKE: &[(&str, &str)] = &[
        ("도입 늦어지면 감사랑 겹치니까 그게 제일 무서웠다고", "도입이 지연되면 감사 일정과 겹칠까 봐 무서웠음"),
        ("작년 감사에서 외부 반출 기록이 없다고 지적받음", "감사 때 반출 기록 없다는 지적을 받았다고"),
        ("갱신 때 오를까 봐 3년 총액으로 비교했다고", "3년 총액으로 비교, 갱신가가 오를까 걱정"),
        ("보안팀은 인증, 우리는 총비용을 봄", "우리 팀은 총비용을 보고 보안팀은 인증을 따짐"),
        ("결재가 두 번 반려됐다고 함", "결재 올렸다가 반려를 두 번 당함"),
        ("비교견적 세 군데 받음", "견적을 세 군데에서 받아 비교함"),
        ("업체 담당자가 자주 바뀐다", "업체 쪽 담당자가 너무 자주 바뀌어서 힘들었음"),
        ("클라우드 비용이 매달 늘어서 부담", "매달 클라우드 비용이 늘어나는 게 부담이었다고"),
        ("설치 교육을 직접 와서 해줘서 좋았다고", "업체가 직접 와서 설치와 교육을 해줌"),
        ("학습 속도가 느려서 야근이 잦았음", "모델 학습이 느려 야근을 자주 했다고"),
        ("데이터가 밖으로 나가면 안 된다고 함", "회사 데이터는 밖으로 나가면 안 됨"),
        ("재계약 때 가격을 올릴까 걱정", "재계약하면서 가격이 오를까 봐 걱정된다고"),
        ("전기요금이 생각보다 많이 나옴", "전기 요금이 예상보다 훨씬 많이 나왔다"),
        ("팬 소음 때문에 사무실에서 못 쓰겠다고", "사무실에 두니 팬 소음이 심했음"),
        ("AS가 하루 만에 와서 놀랐다", "AS 기사가 하루 만에 와줬다고 함"),
        ("GPU 메모리가 모자라 실험을 못 함", "GPU 메모리 부족으로 실험이 중단됨"),
        ("예산이 연말에 남아서 급하게 샀다", "연말 예산이 남아 급하게 구매"),
        ("도입 가격이 제일 중요했다고 함", "도입 가격이 중요"),
        ("사용법이 어려워서 직원들이 안 씀", "직원들이 사용법을 어려워함"),
        ("견적서에 유지보수 비용이 빠져 있었음", "유지보수 비용이 견적에서 빠짐"),
        ("The receptionist spent an hour a day on the phone", "An hour of phone calls every day for the receptionist"),
        (
            "Patients missed appointments because nobody reminded them",
            "No reminders, so patients missed their appointments",
        ),
        (
            "She was afraid of losing the old patient data",
            "Worried that patient data from the old system would be lost",
        ),
        ("Compared the total cost over three years", "We compared total cost across three years"),
        ("The free trial needed no training", "Could use the free trial without training"),
        ("Support answered within an hour", "Support answers within the hour"),
        ("Double bookings happened every week", "Every week there were double bookings"),
        ("The contract locked us in for two years", "Locked into a two-year contract"),
        ("Online booking was what patients asked for", "Patients kept asking for online booking"),
        ("Switching in the middle of the season was a risk", "Risk of switching mid-season"),
        ("The price went up at renewal", "At renewal the price went up a lot"),
        ("Migration took a whole weekend", "The migration took the weekend"),
    ];

    /// Lines that share a word and say something else.
    const UNLIKE: &[(&str, &str)] = &[
        ("도입 늦어지면 감사랑 겹치니까 그게 제일 무서웠다고", "도입 가격이 제일 중요했다고 함"),
        ("작년 감사에서 외부 반출 기록이 없다고 지적받음", "작년 가을에 외부 업체를 소개받음"),
        ("갱신 때 오를까 봐 3년 총액으로 비교했다고", "3년 동안 쓰던 장비를 바꿈"),
        ("업체 담당자가 자주 바뀐다", "담당자가 매주 전화를 줌"),
        ("결재가 두 번 반려됐다고 함", "두 번째 미팅에서 결재 라인을 설명함"),
        ("클라우드 비용이 매달 늘어서 부담", "클라우드는 보안 때문에 못 쓴다고"),
        ("학습 속도가 느려서 야근이 잦았음", "인터넷 속도가 느려 불편"),
        ("데이터가 밖으로 나가면 안 된다고 함", "데이터 정리에 시간이 많이 듦"),
        ("재계약 때 가격을 올릴까 걱정", "가격표를 홈페이지에서 봄"),
        ("팬 소음 때문에 사무실에서 못 쓰겠다고", "사무실 이전하면서 새로 삼"),
        ("GPU 메모리가 모자라 실험을 못 함", "GPU 가격이 두 배로 오름"),
        ("예산이 연말에 남아서 급하게 샀다", "예산 승인에 석 달이 걸림"),
        ("사용법이 어려워서 직원들이 안 씀", "직원 수가 늘어서 자리가 부족"),
        ("견적서에 유지보수 비용이 빠져 있었음", "유지보수 인력이 한 명뿐"),
        ("설치 교육을 직접 와서 해줘서 좋았다고", "교육비를 따로 받아서 놀람"),
        ("비교견적 세 군데 받음", "세 군데 지점에서 같이 쓰기로"),
        ("팀장님이 다음 감사 전까지 끝내라고", "팀장님이 총비용을 물어봄"),
        ("네", "네, 맞아요"),
        ("그건 잘 모르겠어요", "그건 그냥 그랬어요"),
        ("정말 좋았다고 함", "정말 오래 걸렸다고 함"),
        ("The receptionist spent an hour a day on the phone", "The receptionist left last year"),
        ("Patients missed appointments because nobody reminded them", "Patients like the new website"),
        ("She was afraid of losing the old patient data", "The old system was slow"),
        ("Compared the total cost over three years", "Three vendors sent offers"),
        ("The free trial needed no training", "Training cost extra"),
        ("Support answered within an hour", "The demo took an hour"),
        ("Double bookings happened every week", "A call every week from the vendor"),
        ("The contract locked us in for two years", "The lawyer read the contract"),
        ("Online booking was what patients asked for", "Patients asked for the doctor by name"),
        ("The price went up at renewal", "The price list was on the website"),
        ("Migration took a whole weekend", "The clinic is closed on the weekend"),
        ("I don't know", "I know them well"),
    ];

    fn share(a: &str, b: &str) -> f64 {
        let (a, b) = (Content::of(a), Content::of(b));
        let product = (a.found_in(&b).1 * b.found_in(&a).1) as f64 / (a.weight() * b.weight()).max(1) as f64;
        product.sqrt()
    }

    #[test]
    fn alike_and_unlike_lines_are_told_apart() {
        let wrong_of = |pairs: &[(&str, &str)], like: bool| -> Vec<String> {
            let wrong = pairs.iter().filter(|(a, b)| Content::of(a).is_like(&Content::of(b)) != like);
            wrong.map(|(a, b)| format!("{:.2} {a} | {b}", share(a, b))).collect()
        };
        let (missed, false_finds) = (wrong_of(LIKE, true), wrong_of(UNLIKE, false));
        assert!(false_finds.is_empty(), "not alike:\n{}", false_finds.join("\n"));
        assert!(missed.len() * 10 <= LIKE.len(), "alike, and missed:\n{}", missed.join("\n"));
    }

    #[test]
    fn likeness_goes_both_ways_and_the_query_finds_what_is_alike() {
        for (a, b) in LIKE.iter().chain(UNLIKE) {
            let (left, right) = (Content::of(a), Content::of(b));
            assert_eq!(left.is_like(&right), right.is_like(&left), "{a} | {b}");
            let found = |content: &Content, text: &str| content.query().is_some_and(|it| it.matches(text).is_some());
            if left.is_like(&right) {
                assert!(found(&left, b) && found(&right, a), "{a} | {b}");
            }
        }
    }

    #[test]
    fn a_line_without_content_is_like_nothing() {
        for text in ["", "네", "그건 그래서", "...", "I said so", "ㅋㅋ"] {
            let content = Content::of(text);
            assert!(!content.is_like(&content) || !content.is_empty(), "{text}");
        }
        assert!(Content::of("").query().is_none());
    }
}
