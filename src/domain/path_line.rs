//! A path event in one typed line: `2 ! 3월쯤 총액으로 결정 =팀장 >견적서`. A stage digit, `!` a decision or `&` a meeting
//! of two sides, when it was, what happened, `=` who, `>` the touchpoint, `:` when in words that no rule knows; all but
//! what happened may be missing. A second blank takes the meaning from what follows it. Reading and writing are each other's inverse.

use std::ops::Range;

use chrono::NaiveDate;

use super::dimension::Stage;
use super::path::{Act, PathEvent};
use super::when::{self, Days};

/// The sign of a decision.
pub const DECISION: char = '!';
/// The sign of a meeting of two sides.
pub const INTERACTION: char = '&';
/// Before who decided or acted.
pub const WHO: char = '=';
/// Before the touchpoint.
pub const TOUCHPOINT: char = '>';
/// Before a time in words that do not stand in the text.
pub const WHEN: char = ':';
/// The signs that may stand at the end.
const FIELDS: [char; 3] = [WHO, TOUCHPOINT, WHEN];

/// A path event as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathLine {
    /// Its stage, where a digit of the default template was typed.
    pub stage: Option<Stage>,
    /// What kind of event; an action where no sign says otherwise.
    pub act: Act,
    /// One of our representatives was there: the sign of an interaction typed twice.
    pub rep: bool,
    /// The words that say when; they may stand inside the text.
    pub when: String,
    /// What happened.
    pub text: String,
    /// Who decided or acted.
    pub who: String,
    /// The place of contact.
    pub touchpoint: String,
}

impl PathLine {
    /// What a kept event says.
    pub fn of(event: &PathEvent) -> PathLine {
        PathLine {
            stage: event.stage.clone(),
            act: event.act,
            rep: event.rep,
            when: event.when.clone(),
            text: event.text.clone(),
            who: event.who.clone(),
            touchpoint: event.touchpoint.clone(),
        }
    }

    /// Some wordings cannot be typed beside their fields (a text that ends in a sign and an open quotation). What such
    /// an event loses on its way through the field comes back where nothing else was typed for it.
    #[must_use]
    pub fn keeping(self, before: &PathLine) -> PathLine {
        fn kept<T: PartialEq + Clone>(typed: T, carried: &T, before: &T) -> T {
            if typed == *carried { before.clone() } else { typed }
        }
        let carried = read(&write(before));
        PathLine {
            stage: kept(self.stage, &carried.stage, &before.stage),
            act: kept(self.act, &carried.act, &before.act),
            rep: kept(self.rep, &carried.rep, &before.rep),
            when: kept(self.when, &carried.when, &before.when),
            text: kept(self.text, &carried.text, &before.text),
            who: kept(self.who, &carried.who, &before.who),
            touchpoint: kept(self.touchpoint, &carried.touchpoint, &before.touchpoint),
        }
    }

    /// The event with what the line says. The range of its time is read anew where its words have changed; a stage
    /// that has no digit stays.
    pub fn onto(self, event: &PathEvent, as_of: NaiveDate, previous: Option<Days>) -> PathEvent {
        let days = match event.days() {
            kept if self.when == event.when => kept,
            _ => when::days_of(&self.when, as_of, previous),
        };
        let keeps_stage = self.stage.is_none() && event.stage.as_ref().is_some_and(|it| digit(it).is_none());
        PathEvent {
            stage: if keeps_stage { event.stage.clone() } else { self.stage },
            act: self.act,
            rep: self.rep,
            text: self.text,
            when: self.when,
            from: days.map(|days| days.0),
            until: days.map(|days| days.1),
            who: self.who,
            touchpoint: self.touchpoint,
            ..event.clone()
        }
    }
}

/// The range of the event before, from which "two weeks later" counts: that of the event itself, not of an older one.
pub fn days_before(path: &[&PathEvent], position: u32) -> Option<Days> {
    let before = path.iter().rev().find(|event| event.position < position)?;
    before.days()
}

/// Reads a typed line.
pub fn read(typed: &str) -> PathLine {
    let (rest, stage) = take_stage(typed.trim_end());
    let (rest, (act, rep)) = take_act(rest);
    let (rest, [who, touchpoint, when]) = take_fields(rest);
    let (rest, when) = match when {
        Some(when) => (rest, when),
        None => take_when(rest),
    };
    let [who, touchpoint] = [who, touchpoint].map(Option::unwrap_or_default);
    PathLine { stage, act, rep, when, text: rest.trim().to_owned(), who, touchpoint }
}

/// A kept event as it would be typed: the calmest way that reads as the same.
pub fn write(line: &PathLine) -> String {
    let head = head(line);
    let (when, text) = (&line.when, &line.text);
    let bodies = [text.clone(), format!("{when} {text}"), format!("{when}  {text}"), format!(" {text}")];
    let fields = [Quotes::None, Quotes::Given, Quotes::All].map(|quotes| fields(line, quotes));
    let ways = fields.iter().flat_map(|(short, long)| {
        let short = bodies.iter().map(move |body| format!("{body}{short}"));
        short.chain(bodies.iter().map(move |body| format!("{body}{long}")))
    });
    let mut same = ways.map(|way| format!("{head}{way}")).filter(|typed| is_same(&read(typed), line));
    same.next().unwrap_or_else(|| format!("{head}{text}"))
}

/// Whether it is the same line; a stage that has no digit cannot be typed.
fn is_same(read: &PathLine, line: &PathLine) -> bool {
    let stage = line.stage.clone().filter(|stage| digit(stage).is_some());
    *read == PathLine { stage, ..line.clone() }
}

/// The digit of a stage of the default template.
fn digit(stage: &Stage) -> Option<usize> {
    Stage::defaults().iter().position(|known| known == stage)
}

fn head(line: &PathLine) -> String {
    let stage = line.stage.as_ref().and_then(digit).map(|digit| format!("{digit} ")).unwrap_or_default();
    let act = act_sign(line.act, line.rep).map(|sign| format!("{sign} ")).unwrap_or_default();
    format!("{stage}{act}")
}

/// A digit of the stage template, then a blank or the sign of an act.
fn take_stage(typed: &str) -> (&str, Option<Stage>) {
    let stages = Stage::defaults();
    let digit = typed.chars().next().and_then(|c| c.to_digit(10)).map_or(usize::MAX, |digit| digit as usize);
    let Some((stage, rest)) = stages.get(digit).zip(typed.get(1..)) else { return (typed, None) };
    if rest.starts_with([DECISION, INTERACTION]) && !rest[1..].trim().is_empty() {
        return (rest, Some(stage.clone()));
    }
    match rest.strip_prefix(' ') {
        Some(rest) if !rest.trim().is_empty() => (rest, Some(stage.clone())),
        _ => (typed, None),
    }
}

/// How a kind of event is typed; the plain one has no sign.
pub fn act_sign(act: Act, rep: bool) -> Option<String> {
    match act {
        Act::Action => None,
        Act::Decision => Some(DECISION.to_string()),
        Act::Interaction => Some(INTERACTION.to_string().repeat(1 + usize::from(rep))),
    }
}

/// The sign of an act, and whether one of our representatives was there.
fn take_act(typed: &str) -> (&str, (Act, bool)) {
    let ways = [(Act::Interaction, true), (Act::Interaction, false), (Act::Decision, false)];
    for (act, rep) in ways {
        let rest = act_sign(act, rep).and_then(|sign| typed.strip_prefix(sign.as_str()));
        if let Some(rest) = rest.filter(|rest| !rest.trim().is_empty()) {
            return (rest.strip_prefix(' ').unwrap_or(rest), (act, rep));
        }
    }
    (typed, (Act::Action, false))
}

/// A date at the very beginning, in front of something, or else one inside the text, which keeps it.
fn take_when(typed: &str) -> (&str, String) {
    if typed.starts_with(char::is_whitespace) {
        return (typed, String::new());
    }
    if let Some(bytes) = when::first_words(typed) {
        let (told, rest) = (&typed[bytes.clone()], &typed[bytes.end..]);
        let rest = rest.strip_prefix([',', ':']).unwrap_or(rest);
        if let Some(rest) = rest.strip_prefix(' ').filter(|rest| !rest.trim().is_empty()) {
            return (rest, told.to_owned());
        }
    }
    let inside = when::words(typed).and_then(|bytes| typed.get(bytes));
    (typed, inside.unwrap_or_default().to_owned())
}

/// How the values of the fields are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// As they are.
    None,
    /// In quotation marks.
    Given,
    /// Also those that are empty, to say that the text before holds none.
    All,
}

/// The fields, without and with the time.
fn fields(line: &PathLine, quotes: Quotes) -> (String, String) {
    let one = |sign: char, value: &str| match (value.is_empty(), quotes) {
        (true, Quotes::All) => format!(" {sign}\"\""),
        (true, _) => String::new(),
        (false, Quotes::None) => format!(" {sign}{value}"),
        (false, _) => format!(" {sign}\"{}\"", value.replace('"', "\"\"")),
    };
    let short = one(WHO, &line.who) + &one(TOUCHPOINT, &line.touchpoint);
    let long = format!("{short}{}", one(WHEN, &line.when));
    (short, long)
}

/// Takes `=who`, `>touchpoint` and `:when` off the end: from the first place from which the rest is fields and nothing else,
/// each at most once.
fn take_fields(typed: &str) -> (&str, [Option<String>; 3]) {
    let places = typed.match_indices(' ').map(|(at, _)| at);
    for at in places {
        if let Some(fields) = all_fields(&typed[at..]) {
            return (&typed[..at], fields);
        }
    }
    (typed, [None, None, None])
}

fn all_fields(tail: &str) -> Option<[Option<String>; 3]> {
    let mut found = [None, None, None];
    let mut rest = tail;
    while !rest.is_empty() {
        let (sign, value) = field_at(rest)?;
        let slot = &mut found[FIELDS.iter().position(|known| *known == sign)?];
        if slot.is_some() {
            return None;
        }
        let (content, bytes) = value_of(value)?;
        *slot = Some(content);
        rest = &value[bytes.end..];
    }
    Some(found)
}

/// A blank, a sign and the beginning of a value.
fn field_at(rest: &str) -> Option<(char, &str)> {
    let rest = rest.strip_prefix(' ')?;
    let sign = rest.chars().next().filter(|c| FIELDS.contains(c))?;
    let value = &rest[1..];
    value.starts_with(|c: char| c.is_alphabetic() || c == '"').then_some((sign, value))
}

/// A value in quotation marks, in which two stand for one, or all up to the next field.
fn value_of(value: &str) -> Option<(String, Range<usize>)> {
    if let Some(inner) = value.strip_prefix('"') {
        let mut at = 0;
        loop {
            let end = at + inner.get(at..)?.find('"')?;
            if !inner[end + 1..].starts_with('"') {
                return Some((inner[..end].replace("\"\"", "\""), 0..end + 2));
            }
            at = end + 2;
        }
    }
    let end = value.match_indices(' ').map(|(at, _)| at).find(|at| field_at(&value[*at..]).is_some());
    let end = end.unwrap_or(value.len());
    let content = value[..end].trim();
    (!content.is_empty()).then(|| (content.to_owned(), 0..end))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(typed: &str) -> (Option<usize>, Act, String, String, String, String) {
        let line = read(typed);
        (line.stage.as_ref().and_then(digit), line.act, line.when, line.text, line.who, line.touchpoint)
    }

    fn expect(typed: &str, (stage, act): (Option<usize>, Act), [when, text, who, touchpoint]: [&str; 4]) {
        let own = |text: &str| text.to_owned();
        assert_eq!(told(typed), (stage, act, own(when), own(text), own(who), own(touchpoint)), "{typed:?}");
    }

    #[test]
    fn a_line_is_read_as_a_korean_typist_types_it() {
        let act = (None, Act::Action);
        expect("내부 검토 시작", act, ["", "내부 검토 시작", "", ""]);
        expect("3월쯤 내부 검토 시작", act, ["3월쯤", "내부 검토 시작", "", ""]);
        expect("내부 검토를 3월쯤 시작", act, ["3월쯤", "내부 검토를 3월쯤 시작", "", ""]);
        expect("2 비교견적 세 군데", (Some(2), Act::Action), ["", "비교견적 세 군데", "", ""]);
        expect(
            "3 ! 작년 가을 총액으로 결정 =구매팀 팀장 >견적서",
            (Some(3), Act::Decision),
            ["작년 가을", "총액으로 결정", "구매팀 팀장", "견적서"],
        );
        expect("3!결재 올림 >그룹웨어 =팀장", (Some(3), Act::Decision), ["", "결재 올림", "팀장", "그룹웨어"]);
        expect("&2주 뒤 업체와 회의", (None, Act::Interaction), ["2주 뒤", "업체와 회의", "", ""]);
        expect("2 && 데모 시연", (Some(2), Act::Interaction), ["", "데모 시연", "", ""]);
        assert!(read("2&&데모 시연").rep && !read("2& 데모 시연").rep && !read("데모 && 시연").rep);
        expect("예산 신청 :감사 끝나고 =팀장", act, ["감사 끝나고", "예산 신청", "팀장", ""]);
        expect("Last autumn, they compared", act, ["Last autumn", "they compared", "", ""]);
    }

    #[test]
    fn what_only_looks_like_a_sign_stays_text() {
        let act = (None, Act::Action);
        expect("9 곳에 문의", act, ["", "9 곳에 문의", "", ""]);
        expect(" 3 곳에 문의", act, ["", "3 곳에 문의", "", ""]);
        expect("총액 >= 3억이면 반려", act, ["", "총액 >= 3억이면 반려", "", ""]);
        expect("갱신가 =3억", act, ["", "갱신가 =3억", "", ""]);
        expect("검토 -> 견적 > 계약", act, ["", "검토 -> 견적 > 계약", "", ""]);
        expect("!", act, ["", "!", "", ""]);
        expect("2", act, ["", "2", "", ""]);
        expect("3월쯤", act, ["3월쯤", "3월쯤", "", ""]);
        expect("2  3월쯤 검토", (Some(2), Act::Action), ["", "3월쯤 검토", "", ""]);
        expect("[보안팀] 검토: 인증 : 암호화", act, ["", "[보안팀] 검토: 인증 : 암호화", "", ""]);
    }

    fn event() -> PathEvent {
        use crate::domain::Id;
        PathEvent {
            id: Id::counted(1, 1),
            study: Id::counted(1, 2),
            interview: Id::counted(1, 3),
            number: 1,
            position: 1,
            stage: None,
            act: Act::Action,
            rep: false,
            text: "검토".to_owned(),
            when: String::new(),
            from: None,
            until: None,
            touchpoint: String::new(),
            who: String::new(),
            at: None,
            logged: "2025-11-21T14:00:00+09:00".parse().unwrap(),
        }
    }

    #[test]
    fn a_kept_range_stays_while_its_words_stay() {
        let said = "2025-11-21".parse().unwrap();
        let first = read("3월쯤 검토").onto(&event(), said, None);
        assert_eq!(first.from, "2025-03-01".parse().ok());
        let by_hand = PathEvent { from: "2025-02-20".parse().ok(), ..first };
        let again = read("3월쯤 내부 검토").onto(&by_hand, said, None);
        assert_eq!((again.from, again.text.as_str()), (by_hand.from, "내부 검토"));
        let moved = read("4월 내부 검토").onto(&by_hand, said, None);
        assert_eq!(moved.from, "2025-04-01".parse().ok());
        let none = read("내부 검토").onto(&by_hand, said, None);
        assert_eq!((none.from, none.until), (None, None));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_500))]

        #[test]
        fn what_is_written_reads_back(
            stage in proptest::option::of(0usize..6),
            act in 0usize..4,
            when in "(|3월쯤|작년 가을|대충 그때|2주 뒤|[가-힣=>:!&\" ]{0,6})",
            text in "(\\PC|[0-6]|[=>:!&\" ]|3월쯤 |작년|팀장| =팀장| >견적| =\"|[가-힣a-z]){1,12}",
            who in "(|팀장|구매팀 팀장|3팀|[가-힣=>\" ]{0,5})",
            touchpoint in "(|견적서|[a-z=>\" ]{0,5})",
        ) {
            let clean = |text: &str| crate::domain::text::trim_line(text).into_owned();
            let line = PathLine {
                stage: stage.map(Stage::default_at),
                act: if act == 3 { Act::Interaction } else { Act::ALL[act] },
                rep: act == 3,
                when: clean(&when),
                text: clean(&text),
                who: clean(&who),
                touchpoint: clean(&touchpoint),
            };
            prop_assume!(!line.text.is_empty());
            let typed = write(&line);
            prop_assert_eq!(read(&typed).keeping(&line), line, "{:?}", typed);
        }

        #[test]
        fn any_text_is_read(typed in "(\\PC|[0-6]|[=>:!&\" ]|3월쯤 |작년){0,14}") {
            let line = read(&typed);
            prop_assert_eq!(line.text.trim(), line.text.as_str());
        }
    }
}
