//! Who and what must not leave: the names of the vault and the companies of a study, taken apart into the forms in which
//! people write them. Where a form stands in a text is found in `names`.

use std::collections::BTreeMap;

use super::LeakKind;
use super::folded::{Folded, is_han, is_latin};
use super::lists;
use super::tail::{lists as is_in, title_end, words};
use crate::domain::hangul::is_syllable;
use crate::domain::{Id, Research};

/// What is looked for by name in one study.
#[derive(Clone, Debug)]
pub struct Watch {
    pub(super) study: Id,
    /// By their first letter.
    pub(super) forms: BTreeMap<char, Vec<Form>>,
}

/// One form of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub kind: LeakKind,
    pub rule: Rule,
    /// Its letters; between two parts a blank, a dash or a dot may stand.
    pub parts: Vec<Vec<char>>,
}

impl Form {
    /// The letters without what stands between them: what the digest is of.
    pub fn word(&self) -> String {
        self.parts.iter().flatten().collect()
    }
}

/// How a form is recognised; the lists decide what is a word of the language too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// A whole Korean name of three syllables and more.
    Whole { common: bool },
    /// A Korean name as the vault holds it, of two syllables.
    Held,
    /// A Korean given name alone.
    Given { common: bool },
    /// A Korean given name of one syllable: only with a title.
    Single,
    /// A Korean family name: only with a title.
    Family { wordlike: bool },
    /// A name in Latin letters, whole.
    Latin,
    /// One word of it.
    LatinWord { common: bool },
    /// A name in Han characters or kana.
    Han,
    /// A company in Hangul.
    Firm { short: bool },
}

impl Watch {
    /// Nothing is looked for by name yet.
    pub fn new(study: Id) -> Watch {
        Watch { study, forms: BTreeMap::new() }
    }

    /// What is looked for in a study: these names of its vault, the companies of its deals where they are no mere labels,
    /// and the companies that its participants have as an attribute.
    pub fn of<'n>(research: &Research, names: impl IntoIterator<Item = &'n str>) -> Watch {
        let mut watch = Watch::new(research.study().map_or(Id::from_u128(0), |it| it.id));
        names.into_iter().for_each(|name| watch.person(name));
        for deal in research.deals().values() {
            watch.deal(&deal.name);
        }
        for person in research.participants().values() {
            for (_, firm) in person.attributes.iter().filter(|(name, _)| is_firm_attribute(name)) {
                watch.deal(firm);
            }
        }
        watch
    }

    /// A name as the vault holds it; what stands in brackets or behind a comma, `/` or `@` is another spelling or the company.
    pub fn person(&mut self, name: &str) {
        let folded: String = Folded::of(name).letters.into_iter().collect();
        let parts: Vec<&str> = folded.split([',', '/', '(', ')', '@', ';', '|', '[', ']']).map(str::trim).collect();
        let mut parts = parts.into_iter().filter(|it| !it.is_empty());
        let Some(first) = parts.next() else { return };
        let rest: Vec<&str> = parts.collect();
        if let ([given], true) = (&rest[..], folded.contains(',') && is_one_latin_word(first)) {
            return self.name(&format!("{given} {first}"));
        }
        self.name(first);
        for part in rest {
            let role = part.split(' ').next_back().unwrap_or_default();
            if is_name_beside(first, part) {
                self.name(part);
            } else if !is_title(role) {
                self.firm(part);
            }
        }
    }

    fn name(&mut self, name: &str) {
        let mut tokens: Vec<Vec<char>> = name.split([' ', '·', '_']).map(|it| it.chars().collect()).collect();
        tokens.retain(|it: &Vec<char>| !it.is_empty());
        while tokens.len() > 1 && tokens.last().is_some_and(|it| is_title(&it.iter().collect::<String>())) {
            tokens.pop();
        }
        while tokens.len() > 1 && tokens.first().is_some_and(|it| is_title(&it.iter().collect::<String>())) {
            tokens.remove(0);
        }
        let all = |test: fn(char) -> bool| tokens.iter().flatten().all(|c| test(*c) || matches!(c, '-' | '.' | '\''));
        if all(is_syllable) {
            self.hangul(&tokens);
        } else if all(is_han) {
            self.put(LeakKind::Name, Rule::Han, tokens.concat().into_iter().map(|c| vec![c]).collect());
        } else if all(is_latin) {
            self.latin(&tokens);
        } else {
            // Mixed scripts: the whole as it stands, and each word by itself.
            self.put(LeakKind::Name, Rule::Latin, tokens.clone());
            for token in tokens.iter().filter(|_| tokens.len() > 1) {
                self.name(&token.iter().collect::<String>());
            }
        }
    }

    fn hangul(&mut self, tokens: &[Vec<char>]) {
        let whole: Vec<char> = tokens.concat();
        let is_foreign = tokens.len() > 1 && tokens.iter().all(|it| it.len() > 1) && !is_family(&tokens[0]);
        let syllables = whole.iter().map(|c| vec![*c]).collect();
        if is_foreign {
            self.put(LeakKind::Name, Rule::Whole { common: false }, tokens.to_vec());
            return tokens.iter().for_each(|it| self.given(it));
        }
        let family = match (tokens, whole.len()) {
            ([family, _, ..], _) if is_family(family) => family.len(),
            (_, 3..) if is_family(&whole[..2]) => 2,
            _ => 1,
        };
        match whole.len() {
            0 => {}
            1 => self.put(LeakKind::Name, Rule::Single, vec![whole]),
            2 => {
                self.put(LeakKind::Name, Rule::Held, syllables);
                if is_family(&whole[..1]) {
                    self.family(&whole[..1]);
                    self.put(LeakKind::Name, Rule::Single, vec![whole[1..].to_vec()]);
                }
            }
            3.. => {
                let (family, given) = whole.split_at(family.min(whole.len() - 1));
                let common = is_in(lists::COMMON_KOREAN, given);
                self.put(LeakKind::Name, Rule::Whole { common }, syllables);
                self.family(family);
                self.given(given);
            }
        }
    }

    fn family(&mut self, family: &[char]) {
        let wordlike = family.len() == 1 && lists::WORDLIKE_FAMILIES.contains(family[0]);
        self.put(LeakKind::Name, Rule::Family { wordlike }, vec![family.to_vec()]);
    }

    fn given(&mut self, given: &[char]) {
        let rule = match given.len() {
            1 => Rule::Single,
            _ => Rule::Given { common: is_in(lists::COMMON_KOREAN, given) },
        };
        self.put(LeakKind::Name, rule, vec![given.to_vec()]);
    }

    fn latin(&mut self, tokens: &[Vec<char>]) {
        let parts = |tokens: &[Vec<char>]| -> Vec<Vec<char>> {
            let split = tokens.iter().flat_map(|it| it.split(|c| !c.is_alphanumeric()));
            split.filter(|it| !it.is_empty()).map(<[char]>::to_vec).collect()
        };
        if tokens.len() > 1 {
            self.put(LeakKind::Name, Rule::Latin, parts(tokens));
            let (mut turned, mut back) = (tokens.to_vec(), tokens.to_vec());
            turned.rotate_left(1);
            back.rotate_right(1);
            self.put(LeakKind::Name, Rule::Latin, parts(&turned));
            self.put(LeakKind::Name, Rule::Latin, parts(&back));
        }
        for token in tokens.iter().filter(|it| it.iter().filter(|c| c.is_alphanumeric()).count() > 1) {
            let parts = parts(std::slice::from_ref(token));
            let is_word = |it: &[char]| is_in(lists::COMMON_ENGLISH, it) || is_in(lists::CALENDAR, it) || it.len() == 2;
            let common = parts.len() == 1 && is_word(&parts[0]);
            self.put(LeakKind::Name, Rule::LatinWord { common }, parts);
        }
    }

    /// A deal or a company; a label that names none ("D2", "Dental practice, 4 chairs") is passed over.
    pub fn deal(&mut self, label: &str) {
        if super::firms::has_form(label) {
            return self.firm(label);
        }
        let head = label.split(['·', ',', '/', '(', '—', '–', ';', ':']).find(|it| !it.trim().is_empty());
        let head = head.unwrap_or_default().trim();
        let Some(last) = head.split_whitespace().next_back() else { return };
        let last: Vec<char> = last.to_lowercase().chars().collect();
        let has_syllables = head.chars().any(is_syllable);
        let generic = words(lists::GENERIC_FIRMS).any(|it| {
            let it: Vec<char> = it.chars().collect();
            last == it || has_syllables && last.ends_with(&it)
        });
        let letters = head.chars().filter(|c| c.is_alphabetic()).count();
        let is_proper = head.split_whitespace().all(|word| word.starts_with(|c: char| !c.is_lowercase()));
        let is_code = letters < 3 && !has_syllables;
        if is_proper && !is_code && (!generic || !has_syllables && head.split_whitespace().count() > 2) {
            self.firm(head);
        }
    }

    /// A company by its name.
    pub fn firm(&mut self, name: &str) {
        let folded: String = Folded::of(name).letters.into_iter().collect();
        let bare = folded.replace("(주)", " ").replace("(유)", " ").replace("주식회사", " ").replace("유한회사", " ");
        let mut tokens: Vec<Vec<char>> = bare
            .split(|c: char| !c.is_alphanumeric())
            .filter(|it| !it.is_empty())
            .map(|it| it.chars().collect())
            .collect();
        while tokens.len() > 1 && tokens.last().is_some_and(|it| super::firms::is_ending(it)) {
            tokens.pop();
        }
        let syllables = tokens.iter().flatten().filter(|c| is_syllable(**c)).count();
        let letters = tokens.iter().map(Vec::len).sum::<usize>();
        if letters < 2 {
            return;
        }
        if syllables == letters && letters >= 4 {
            tokens = tokens.concat().into_iter().map(|c| vec![c]).collect();
        }
        let rule = match syllables {
            0 => Rule::LatinWord {
                common: tokens.len() == 1 && (is_in(lists::COMMON_ENGLISH, &tokens[0]) || letters < 3),
            },
            _ => Rule::Firm { short: letters < 3 },
        };
        self.put(LeakKind::Company, rule, tokens);
    }

    fn put(&mut self, kind: LeakKind, rule: Rule, parts: Vec<Vec<char>>) {
        let Some(first) = parts.first().and_then(|it| it.first()) else { return };
        let forms = self.forms.entry(*first).or_default();
        let form = Form { kind, rule, parts };
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
}

fn is_family(letters: &[char]) -> bool {
    match letters {
        [one] => lists::FAMILIES.contains(*one),
        [first, second] => lists::LONG_FAMILIES.iter().any(|it| it.chars().eq([*first, *second])),
        _ => false,
    }
}

fn is_one_latin_word(text: &str) -> bool {
    !text.contains(' ') && text.chars().all(|c| is_latin(c) || matches!(c, '-' | '\'' | '.'))
}

fn is_title(word: &str) -> bool {
    let word: Vec<char> = word.trim_end_matches('.').chars().collect();
    let folded = Folded::of(&word.iter().collect::<String>());
    is_in(lists::ENGLISH_TITLES, &word)
        || title_end(&folded, 0, &[lists::RANKS, lists::MORE_RANKS, lists::HONORIFICS]).is_some()
}

/// Whether what stands beside a name is the same person in other letters: Hangul beside Latin, or two Latin words beside
/// Hangul.
fn is_name_beside(name: &str, beside: &str) -> bool {
    let hangul = |text: &str| text.chars().all(|c| is_syllable(c) || c == ' ');
    let letters: Vec<char> = beside.chars().filter(|c| *c != ' ').collect();
    let is_korean = hangul(beside) && (2..=4).contains(&letters.len()) && is_family(&letters[..1]);
    let is_whole = !hangul(beside) && beside.contains(' ') && !super::firms::has_form(beside);
    !hangul(name) && is_korean || hangul(name) && is_whole || beside.chars().all(is_han)
}

fn is_firm_attribute(name: &str) -> bool {
    ["company", "firm", "employer", "organisation", "organization", "회사", "회사명", "소속", "고객사"].contains(&name)
}
