//! The query as text: where its filters stand, and the same text with one more or one less. Pure text; what a filter
//! finds is the search's to say, and how it is called in a language comes from outside.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// One piece of a query between blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the query.
    pub bytes: Range<usize>,
    /// Whether it begins with the sign that leaves out.
    pub negated: bool,
    /// What stands before the colon; empty for a word.
    pub name: String,
    /// What stands behind it, or the word, without quotation marks.
    pub value: String,
}

impl Token {
    fn of(typed: &str, start: usize) -> Token {
        let bytes = start..start + typed.len();
        let (negated, rest) = match typed.strip_prefix('-') {
            Some(rest) if !rest.is_empty() => (true, rest),
            _ => (false, typed),
        };
        let (name, value) = match rest.split_once([':', '：']) {
            Some((name, value)) if !name.is_empty() && !name.contains('"') => (name, value),
            _ => ("", rest),
        };
        let value = value.trim_matches(['"', '“', '”']).to_owned();
        Token { bytes, negated, name: name.to_lowercase(), value }
    }

    /// The values of a filter, in the spelling in which they are compared.
    fn values(&self) -> impl Iterator<Item = String> + '_ {
        self.value.split(['|', '｜']).map(folded).filter(|it| !it.is_empty())
    }
}

/// Blanks and letter case do not count.
fn folded(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The pieces of a query; blanks between quotation marks part nothing.
pub fn tokens(query: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut start, mut quoted) = (None, false);
    for (at, c) in query.char_indices() {
        if c.is_whitespace() && !quoted {
            tokens.extend(start.take().map(|from| Token::of(&query[from..at], from)));
            continue;
        }
        start = start.or(Some(at));
        quoted ^= matches!(c, '"' | '“' | '”');
    }
    tokens.extend(start.map(|from| Token::of(&query[from..], from)));
    tokens
}

/// A value of a filter, with everything that it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The names of the filter; the first is written.
    pub names: Vec<String>,
    /// The names of the value; the first is written.
    pub values: Vec<String>,
    /// Names of filters that have this very value without saying it (`우려:`).
    pub alone: Vec<String>,
}

impl Wanted {
    fn is_filter(&self, token: &Token) -> bool {
        !token.negated && self.names.contains(&token.name)
    }

    fn is_alone(&self, token: &Token) -> bool {
        !token.negated && self.alone.contains(&token.name)
    }

    /// Whether a value that was typed means this one, whole or begun.
    fn is_value(&self, typed: &str) -> bool {
        self.values.iter().any(|value| folded(value).starts_with(typed))
    }

    /// Whether a query asks for it.
    pub fn is_in(&self, query: &str) -> bool {
        let asks =
            |it: &Token| self.is_alone(it) || self.is_filter(it) && it.values().any(|value| self.is_value(&value));
        tokens(query).iter().any(asks)
    }

    /// The query with this value where it was without, and without where it was with it.
    pub fn toggled(&self, query: &str) -> String {
        if self.is_in(query) { self.removed(query) } else { self.added(query) }
    }

    fn removed(&self, query: &str) -> String {
        let all = tokens(query);
        let mut query = query.to_owned();
        for token in all.into_iter().rev() {
            if self.is_alone(&token) {
                query = replaced(&query, &token.bytes, &quoted(&token.value));
            } else if self.is_filter(&token) {
                let kept = |value: &&str| !folded(value).is_empty() && !self.is_value(&folded(value));
                let left: Vec<&str> = token.value.split('|').filter(kept).collect();
                let filter = if left.is_empty() { String::new() } else { self.filter(&token.name, &left.join("|")) };
                query = replaced(&query, &token.bytes, &filter);
            }
        }
        query
    }

    fn added(&self, query: &str) -> String {
        let Some(value) = self.values.first() else { return query.to_owned() };
        if let Some(token) = tokens(query).iter().find(|token| self.is_filter(token)) {
            let values = if token.value.is_empty() { value.clone() } else { format!("{}|{value}", token.value) };
            return replaced(query, &token.bytes, &self.filter(&token.name, &values));
        }
        let filter = self.filter(self.names.first().map_or("", String::as_str), value);
        if query.trim().is_empty() { filter } else { format!("{} {filter}", query.trim_end()) }
    }

    #[expect(clippy::unused_self, reason = "it is this filter that is written")]
    fn filter(&self, name: &str, values: &str) -> String {
        format!("{name}:{}", quoted(values))
    }
}

/// A value as it is written: in quotation marks where it has blanks.
fn quoted(value: &str) -> String {
    if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() }
}

/// The query with another text in the place of a piece; an empty one takes a blank with it.
pub fn replaced(query: &str, piece: &Range<usize>, by: &str) -> String {
    let (before, after) = (query.get(..piece.start).unwrap_or(query), query.get(piece.end..).unwrap_or_default());
    if !by.is_empty() {
        return format!("{before}{by}{after}");
    }
    match (before.trim_end(), after.trim_start()) {
        ("", after) => after.to_owned(),
        (before, "") => before.to_owned(),
        (before, after) => format!("{before} {after}"),
    }
}

/// The query without a filter as it was typed.
pub fn without(query: &str, filter: &str) -> String {
    let found = tokens(query).into_iter().find(|token| query.get(token.bytes.clone()) == Some(filter));
    found.map_or_else(|| query.to_owned(), |token| replaced(query, &token.bytes, ""))
}

/// The query without the filters of these names.
pub fn without_named(query: &str, names: &[String]) -> String {
    let named = tokens(query).into_iter().rev().filter(|token| names.contains(&token.name));
    named.fold(query.to_owned(), |query, token| replaced(&query, &token.bytes, ""))
}

/// The query with `near` in the place of the word that is spelled most like it.
pub fn respelled(query: &str, near: &str) -> String {
    let words = tokens(query).into_iter().filter(|token| token.name.is_empty() && !token.negated);
    let worst = words.min_by_key(|token| distance(&token.value, near));
    worst.map_or_else(|| near.to_owned(), |token| replaced(query, &token.bytes, near))
}

/// The words of a query without its filters, and the values of these, as people read them.
pub fn told(query: &str) -> (String, Vec<String>) {
    let (mut words, mut values) = (Vec::new(), Vec::new());
    for token in tokens(query) {
        match token.name.is_empty() {
            true => words.push(query.get(token.bytes).unwrap_or_default().to_owned()),
            false if token.value.is_empty() => values.push(token.name),
            false => values.push(token.value),
        }
    }
    (words.join(" "), values)
}

/// How many jamo or letters differ.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.nfd().take(64).collect(), other.nfd().take(64).collect());
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let cost = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = cost.min(corner + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wanted(names: &[&str], values: &[&str], alone: &[&str]) -> Wanted {
        let owned = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
        Wanted { names: owned(names), values: owned(values), alone: owned(alone) }
    }

    fn lost() -> Wanted {
        wanted(&["결과", "outcome"], &["실주", "lost"], &[])
    }

    fn concern() -> Wanted {
        wanted(&["차원", "dimension"], &["우려", "concern"], &["우려", "우려사항", "concern"])
    }

    #[test]
    fn a_filter_goes_in_and_out_and_the_words_stay() {
        assert_eq!(lost().toggled("도입 지연"), "도입 지연 결과:실주");
        assert_eq!(lost().toggled("도입 지연 결과:실주"), "도입 지연");
        assert_eq!(lost().toggled("결과:수주 도입"), "결과:수주|실주 도입");
        assert_eq!(lost().toggled("outcome:lost|won 도입"), "outcome:won 도입");
        assert_eq!(lost().toggled(""), "결과:실주");
        assert_eq!(lost().toggled("결과:실주"), "");
        assert!(!lost().is_in("-결과:실주") && lost().is_in("도입 결과:실"));
        assert_eq!(concern().toggled("우려:감사 지연"), "감사 지연");
        assert_eq!(concern().toggled("우려: 지연"), "지연");
        assert_eq!(concern().toggled("차원:계기 지연"), "차원:계기|우려 지연");
        let role = wanted(&["역할"], &["구매팀 과장"], &[]);
        assert_eq!(role.toggled("지연"), "지연 역할:\"구매팀 과장\"");
        assert_eq!(role.toggled("지연 역할:\"구매팀 과장\""), "지연");
        assert_eq!(role.toggled("역할:IT \"그게 제일\""), "역할:\"IT|구매팀 과장\" \"그게 제일\"");
    }

    #[test]
    fn an_empty_answer_can_be_helped() {
        assert_eq!(without("도입 날짜:2024.. 지연", "날짜:2024.."), "도입 지연");
        assert_eq!(without("도입", "날짜:2024.."), "도입");
        assert_eq!(respelled("도입 지욘 결과:실주", "지연"), "도입 지연 결과:실주");
        assert_eq!(respelled("결과:실주", "지연"), "지연");
        assert_eq!(without_named("지연 감정:- 우려:", &["감정".to_owned()]), "지연 우려:");
        let (words, values) = told("도입 지연 결과:실주 \"그게 제일\" 우려:");
        assert_eq!((words.as_str(), values.join("/").as_str()), ("도입 지연 \"그게 제일\"", "실주/우려"));
    }

    proptest! {
        #[test]
        fn a_facet_taken_and_given_back_leaves_the_query(query in "([가-힣a-z\"|:-]{1,5} ){0,5}[가-힣]{1,4}") {
            prop_assume!(!query.contains('"'));
            for wanted in [lost(), concern(), wanted(&["역할"], &["구매팀 과장"], &[])] {
                if !wanted.is_in(&query) && tokens(&query).iter().all(|token| !wanted.names.contains(&token.name)) {
                    let once = wanted.toggled(&query);
                    prop_assert!(wanted.is_in(&once), "{}", once);
                    prop_assert_eq!(wanted.toggled(&once), query.trim_end());
                }
            }
        }
    }
}
