//! Phone numbers (Korean mobile, landline, 070, 080, 1588; +82 and other countries; the American 3-3-4) and resident
//! registration numbers. A number counts by its shape; dates, prices and codes have others.

use std::ops::Range;

use super::folded::Folded;
use super::tail::words;
use super::{Hit, LeakKind, lists};

/// One run of digits.
#[derive(Clone, Debug)]
struct Group {
    letters: Range<usize>,
    /// Whether anything but a blank parts it from the one before.
    is_tied: bool,
}

/// The most digits that belong together.
const MOST: usize = 16;

/// Every number of these kinds.
pub(super) fn find(text: &Folded) -> Vec<Hit> {
    let (mut hits, mut at) = (Vec::new(), 0);
    while at < text.letters.len() {
        match hit(text, at) {
            Some(hit) => {
                at = hit.letters.end;
                hits.push(hit);
            }
            None => at += 1,
        }
    }
    hits
}

fn hit(text: &Folded, at: usize) -> Option<Hit> {
    if !begins(text, at) {
        return None;
    }
    let groups = groups(text, at);
    if let Some((end, word)) = resident(text, &groups) {
        return Some(Hit { kind: LeakKind::Resident, letters: at..end, word });
    }
    (1..=groups.len()).rev().find_map(|count| {
        let number = Number::of(text, at, &groups[..count])?;
        let word = number.phone()?;
        let start = number.start;
        Some(Hit { kind: LeakKind::Phone, letters: start..groups[count - 1].letters.end, word })
    })
}

/// Whether a number begins here: not inside a word, a decimal or a longer number.
fn begins(text: &Folded, at: usize) -> bool {
    let is_digit = |at: usize| text.at(at).is_some_and(|c| c.is_ascii_digit());
    if !is_digit(at) {
        return false;
    }
    match text.before(at) {
        Some(c) if c.is_ascii_alphanumeric() => false,
        Some('-' | '.' | ',' | '/' | ':' | '·') => {
            !(at > 1 && text.at(at - 2).is_some_and(|c| c.is_ascii_alphanumeric()))
        }
        _ => true,
    }
}

fn groups(text: &Folded, at: usize) -> Vec<Group> {
    let (mut groups, mut start, mut is_tied, mut digits) = (Vec::new(), at, false, 0);
    loop {
        let run = text.letters[start..].iter().take_while(|c| c.is_ascii_digit()).count();
        digits += run;
        let is_word = text.at(start + run).is_some_and(|c| c.is_ascii_alphabetic());
        if run == 0 || digits > MOST || is_word {
            return groups;
        }
        groups.push(Group { letters: start..start + run, is_tied });
        let between = &text.letters[start + run..];
        let gap = between.iter().take(4).take_while(|c| matches!(c, ' ' | '-' | '.' | '(' | ')' | '·' | '/')).count();
        is_tied = between[..gap].iter().any(|c| *c != ' ');
        start += run + gap;
        if gap == 0 || gap > 2 && !is_tied {
            return groups;
        }
    }
}

/// Groups of digits that are read as one number.
struct Number {
    start: usize,
    digits: String,
    lengths: Vec<usize>,
    is_tied: bool,
    has_plus: bool,
    is_counted: bool,
    is_bracketed: bool,
}

impl Number {
    /// None where the digits go on as a decimal or a sum.
    fn of(text: &Folded, at: usize, groups: &[Group]) -> Option<Number> {
        let end = groups.last()?.letters.end;
        let goes_on =
            matches!(text.at(end), Some(',' | '.' | ':')) && text.at(end + 1).is_some_and(|c| c.is_ascii_digit());
        if goes_on || text.at(end).is_some_and(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let digits: String = text.letters[at..end].iter().filter(|c| c.is_ascii_digit()).collect();
        let lengths = groups.iter().map(|it| it.letters.len()).collect();
        let is_tied = groups.iter().skip(1).any(|it| it.is_tied);
        let has_plus = text.before(at) == Some('+');
        let is_bracketed = text.before(at) == Some('(') && text.letters[at..end].contains(&')');
        let start = at - usize::from(has_plus || is_bracketed);
        Some(Number { start, digits, lengths, is_tied, has_plus, is_counted: is_counted(text, end), is_bracketed })
    }

    /// The digits as they are dialled at home, where this is a phone number.
    fn phone(&self) -> Option<String> {
        if self.has_plus {
            return self.abroad();
        }
        let home = self.digits.strip_prefix("82").filter(|_| self.lengths[0] == 2 && self.is_tied);
        if let Some(home) = home.map(|it| format!("0{}", it.trim_start_matches('0'))).filter(|it| is_mobile(it)) {
            return Some(home);
        }
        let is_phone = is_mobile(&self.digits)
            || self.is_landline()
            || self.is_service()
            || self.is_american()
            || self.is_national();
        is_phone.then(|| self.digits.clone())
    }

    fn abroad(&self) -> Option<String> {
        if let Some(home) = self.digits.strip_prefix("82") {
            let home = home.trim_start_matches('0');
            return (8..=10).contains(&home.len()).then(|| format!("0{home}"));
        }
        // +10 000 000 is a sum.
        let is_sum = !self.is_tied && self.lengths.len() > 1 && self.lengths[1..].iter().all(|it| *it == 3);
        let fits = (8..=15).contains(&self.digits.len()) && !self.digits.starts_with('0');
        (fits && !is_sum && !self.is_counted).then(|| format!("+{}", self.digits))
    }

    /// 02, 031 to 064, 070, 080, 050x: with the lengths that these have.
    fn is_landline(&self) -> bool {
        let area = area(&self.digits);
        let Some((area, fewest, most)) = area else { return false };
        if !(fewest..=most).contains(&self.digits.len()) {
            return false;
        }
        match self.lengths[..] {
            [_] => !self.is_counted,
            [first, last] => first == area || last == 4,
            [first, middle, last] => first == area && matches!(middle, 3 | 4) && last == 4,
            _ => self.lengths.iter().all(|it| *it == 1),
        }
    }

    /// 1588-1234 and its like.
    fn is_service(&self) -> bool {
        let (head, tail) = self.digits.split_at(self.digits.len().min(4));
        let known = [
            "1522", "1533", "1544", "1551", "1566", "1577", "1588", "1599", "1600", "1644", "1660", "1661", "1666",
            "1668", "1670", "1688", "1800", "1811", "1833", "1855", "1877", "1899",
        ];
        // 1600-1800 is a range.
        let is_range = head.ends_with("00") && tail.ends_with("00") || tail.starts_with("19") || tail.starts_with("20");
        known.contains(&head)
            && tail.len() == 4
            && self.lengths.len() <= 2
            && self.lengths[0].is_multiple_of(4)
            && !is_range
            && !self.is_counted
    }

    /// (555) 201-3344 and 1-555-201-3344.
    fn is_american(&self) -> bool {
        let lengths = self.lengths.strip_prefix(&[1]).filter(|_| self.digits.starts_with('1')).unwrap_or(&self.lengths);
        let digits = &self.digits[self.digits.len() - lengths.iter().sum::<usize>()..];
        let exchange = |at: usize| digits[at..].starts_with(|c: char| matches!(c, '2'..='9'));
        lengths == [3, 3, 4] && (self.is_tied || self.is_bracketed) && exchange(0) && exchange(3)
    }

    /// Other countries, as dialled at home: a nought, then ten or eleven digits in groups.
    fn is_national(&self) -> bool {
        let fits =
            matches!(self.digits.len(), 10 | 11) && self.digits.starts_with('0') && !self.digits.starts_with("00");
        let last = self.lengths.last().copied().unwrap_or_default();
        fits && matches!(self.lengths.len(), 2 | 3) && self.lengths[0] >= 3 && last >= 3 && !self.is_counted
    }
}

fn is_mobile(digits: &str) -> bool {
    let old = ["011", "016", "017", "018", "019"];
    digits.starts_with("010") && digits.len() == 11
        || old.iter().any(|it| digits.starts_with(it)) && matches!(digits.len(), 10 | 11)
}

/// The length of the area code, and the fewest and most digits with it.
fn area(digits: &str) -> Option<(usize, usize, usize)> {
    let lands = [
        "031", "032", "033", "041", "042", "043", "044", "051", "052", "053", "054", "055", "061", "062", "063", "064",
    ];
    if digits.starts_with("02") {
        Some((2, 9, 10))
    } else if lands.iter().chain(&["070", "080"]).any(|it| digits.starts_with(it)) {
        Some((3, 10, 11))
    } else if digits.starts_with("050") {
        Some((4, 11, 12))
    } else {
        None
    }
}

/// Whether a unit follows: then it is a sum or a count.
fn is_counted(text: &Folded, end: usize) -> bool {
    let at = end + usize::from(text.at(end) == Some(' '));
    words(lists::UNITS).any(|unit| {
        let unit: Vec<char> = unit.chars().collect();
        text.has(at, &unit) && !text.at(at + unit.len()).is_some_and(|c| c.is_ascii_alphabetic())
    })
}

/// The end and the digits of a resident registration number that begins with these groups: a date, then a digit for the
/// century and the sex (5 to 8 for foreigners), and where nothing parts the two halves the check digit as well.
fn resident(text: &Folded, groups: &[Group]) -> Option<(usize, String)> {
    let of = |group: &Group| text.letters[group.letters.clone()].iter().collect::<String>();
    let first = groups.first()?;
    if first.letters.len() == 13 {
        let digits = of(first);
        return (is_birth(&digits) && has_check(&digits)).then_some((first.letters.end, digits));
    }
    if first.letters.len() != 6 {
        return None;
    }
    let second = groups.get(1)?;
    let digits = of(first) + &of(second);
    let gap = &text.letters[first.letters.end..second.letters.start];
    if gap.len() > 3 || gap.iter().any(|c| !matches!(c, '-' | ' ')) || !is_birth(&digits) {
        return None;
    }
    let hidden =
        text.letters[second.letters.end..].iter().take(6).take_while(|c| matches!(c, '*' | 'x' | '●' | '○')).count();
    match second.letters.len() {
        7 => Some((second.letters.end, digits)),
        1 if hidden > 3 => Some((second.letters.end + hidden, digits)),
        _ => None,
    }
}

/// The last year in which somebody who is interviewed can have been born.
const YOUNGEST: u32 = 2025;

fn is_birth(digits: &str) -> bool {
    let number = |range: Range<usize>| digits.get(range).and_then(|it| it.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day), Some(sex)) = (number(0..2), number(2..4), number(4..6), number(6..7))
    else {
        return false;
    };
    let year = match sex {
        1 | 2 | 5 | 6 => 1900 + year,
        3 | 4 | 7 | 8 => 2000 + year,
        _ => 1800 + year,
    };
    let date = i32::try_from(year).ok().and_then(|year| chrono::NaiveDate::from_ymd_opt(year, month, day));
    date.is_some() && (1880..=YOUNGEST).contains(&year)
}

/// The check digit: 11 less the weighted sum modulo 11, modulo 10; foreigners' numbers add 2.
fn has_check(digits: &str) -> bool {
    let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    let is_foreign = matches!(digits.get(6), Some(5..=8));
    let check = (11 - sum % 11 + if is_foreign { 2 } else { 0 }) % 10;
    digits.len() == 13 && digits[12] == check
}
