//! The words that stand for an action in a text field: a second way for every key that a terminal may keep for
//! itself. They are the same whatever the keys are.

use crate::tui::action::Action as A;

/// The words that stand for an action in a text field, typed after `/` at the start of an empty line.
pub const SLASHES: &[(&[&str], A)] = &[
    (&["t", "계"], A::Trigger),
    (&["c", "판"], A::Criteria),
    (&["b", "기"], A::Benefit),
    (&["w", "우"], A::Concern),
    (&["p", "후"], A::PostPurchase),
    (&["path", "길"], A::Path),
    (&["-"], A::Unsorted),
    (&["rec", "녹음"], A::Recorder),
    (&["*"], A::Star),
    (&["find", "찾기"], A::Search),
    (&["undo", "되돌리기"], A::Undo),
    (&["redo", "다시"], A::Redo),
    (&["history", "기록"], A::History),
    (&["?"], A::Commands),
    (&["help", "도움말"], A::Help),
    (&["asked", "물음"], A::Asked),
    (&["skip", "넘김"], A::Skip),
    (&["probe", "캐묻기"], A::Probe),
    (&["group", "여럿"], A::Group),
    (&["timeline", "경로표"], A::Timeline),
    (&["end", "끝"], A::End),
    (&["home", "처음"], A::Home),
    (&["consent", "동의"], A::Consent),
];

/// The action of a slash word, without its slash.
pub fn slash(word: &str) -> Option<A> {
    SLASHES
        .iter()
        .find(|(names, _)| names.iter().any(|name| name.eq_ignore_ascii_case(word)))
        .map(|(_, action)| *action)
}

/// The slash words of an action, as the help page shows them.
pub fn slashes(action: A) -> String {
    let names = SLASHES.iter().filter(|(_, it)| *it == action).flat_map(|(names, _)| names.iter());
    names.map(|name| format!("/{name}")).collect::<Vec<_>>().join(" ")
}
