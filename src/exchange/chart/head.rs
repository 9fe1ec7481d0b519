//! What stands above and below the grid of a chart: whose map it is, what it rests on, what the marks mean, how it was
//! made. The cells are in `rows`.

use serde::Serialize;

use super::{Labelled, outside};
use crate::domain::evidence::{STRONG_FROM, State};
use crate::domain::journey::map::Counts;
use crate::domain::journey::{Map, check};
use crate::exchange::sheet::said;
use crate::words::{Arg, Words};

/// The mark of a blank.
pub(super) const BLANK: &str = "□";
/// The mark of a moment of truth.
pub(super) const MOMENT: &str = "◆";

/// What a mark means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// The mark.
    pub mark: &'static str,
    /// Its name in code.
    pub state: &'static str,
    /// Its meaning.
    pub meaning: String,
}

/// Every mark, those of the states first.
pub(super) fn legend(words: &Words) -> Vec<Sign> {
    let sign = |mark, state: &'static str| {
        let args = [("strong", Arg::from(STRONG_FROM))];
        Sign { mark, state, meaning: words.say_with(&format!("chart-legend-{state}"), &args) }
    };
    let states = State::ALL.iter().map(|state| sign(said::mark(*state), state.name()));
    states.chain([sign(BLANK, "blank"), sign(MOMENT, "moment")]).collect()
}

/// To whom it leads and for whom it is.
pub(super) fn whose(map: &Map, words: &Words) -> Vec<String> {
    let parts = [("chart-leads-to", &map.competitor), ("chart-group", &map.group)];
    let said = parts.into_iter().filter(|(_, name)| !name.is_empty());
    said.map(|(key, name)| words.say_with(key, &[("name", (&outside(name)).into())])).collect()
}

pub(super) fn edition(map: &Map, words: &Words) -> String {
    map.edition.as_ref().map_or_else(String::new, |it| {
        let (date, by) = (words.date(it.date), outside(&it.by));
        let args = [("number", Arg::from(it.number)), ("date", Arg::from(&date)), ("by", Arg::from(&by))];
        words.say_with("report-edition", &args)
    })
}

/// "7 interviews · 41 lines · newest 2026-11-02"; of what nobody said, that it is assumed.
pub(super) fn counts(counts: Counts, words: &Words) -> String {
    let Some(newest) = counts.newest.filter(|_| counts.interviews > 0) else {
        return words.say("chart-assumed");
    };
    let newest = newest.to_string();
    let args = [
        ("interviews", Arg::from(counts.interviews)),
        ("lines", Arg::from(counts.notes)),
        ("newest", Arg::from(&newest)),
    ];
    words.say_with("chart-counts", &args)
}

pub(super) fn facts(map: &Map, words: &Words) -> Vec<String> {
    let debt = [("weak", Arg::from(map.debt.weak)), ("filled", Arg::from(map.debt.filled))];
    let mut facts = vec![counts(map.counts, words), words.say_with("chart-debt", &debt)];
    if map.comments > 0 {
        facts.push(words.say_with("comments-open", &[("count", map.comments.into())]));
    }
    facts.extend(unapproached(map, words));
    facts
}

/// That nobody said how this buyer type is approached, where nobody did.
pub(in crate::exchange) fn unapproached(map: &Map, words: &Words) -> Option<String> {
    check::unapproached(map).map(|kind| words.say(&format!("lack-{kind}")))
}

/// What the map is for, and who the buyer is.
pub(super) fn purpose(map: &Map, words: &Words) -> Vec<Labelled> {
    let verdict = match map.works {
        Some(true) => "chart-works-yes",
        Some(false) => "chart-works-no",
        None => "chart-works-unknown",
    };
    let works = outside(&map.works_if);
    let works = if works.is_empty() { works } else { format!("{works} ({})", words.say(verdict)) };
    let pairs = map.buyer_type.iter().map(|(name, value)| {
        let known = words.find(&format!("attribute-{name}"), &[]).unwrap_or_else(|| outside(name));
        format!("{known} {}", outside(value))
    });
    let rows = [
        ("chart-goal", outside(&map.goal)),
        ("chart-works-if", works),
        ("report-buyer-type", pairs.collect::<Vec<String>>().join(" · ")),
        ("chart-approach", outside(&map.approach)),
    ];
    let said = rows.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(key, text)| Labelled { label: words.say(key), text }).collect()
}

pub(super) fn hidden(map: &Map, words: &Words) -> String {
    let names: Vec<String> = map.lanes.iter().filter(|row| row.hidden).map(|row| super::lane(row, words)).collect();
    if names.is_empty() {
        return String::new();
    }
    let list = names.join(", ");
    words.say_with("chart-hidden", &[("count", names.len().into()), ("names", (&list).into())])
}

pub(super) fn method(map: &Map, words: &Words) -> Vec<String> {
    let as_of = map.as_of.map(|date| words.date(date)).unwrap_or_else(|| words.say("report-no-date"));
    let args = [("people", Arg::from(map.people)), ("date", Arg::from(&as_of)), ("strong", Arg::from(STRONG_FROM))];
    let keys = ["chart-method-data", "chart-method-seeded", "chart-method-states", "chart-method-feeling"];
    let mut sentences: Vec<String> = keys.iter().map(|key| words.say_with(key, &args)).collect();
    if !map.left_out.is_empty() {
        sentences.push(said::left_out(map.left_out, words));
    }
    if let Some(edition) = &map.edition {
        sentences.push(words.say_with("report-hash", &[("hash", (&outside(&edition.hash)).into())]));
    }
    sentences
}
