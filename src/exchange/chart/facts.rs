//! What a lane asks for besides the words of an entry, as short phrases: who decides, how it feels, what was expected and
//! what became of it, where it leads and who moves it, what it costs, how far a KPI has come.

use super::{outside, stage};
use crate::domain::journey::{Facts, Lane, Map, MapEntry};
use crate::words::{Arg, Words};

/// The phrases of an entry, in a fixed order.
pub(super) fn of(map: &Map, lane: Lane, entry: &MapEntry, words: &Words) -> Vec<String> {
    let facts = &entry.facts;
    let mut said = Phrases { words, out: Vec::new() };
    said.number("chart-feeling", facts.feeling.map(signed));
    said.text("chart-when", &facts.when);
    said.text("chart-decides", &facts.decides.iter().map(|it| outside(it)).collect::<Vec<String>>().join(", "));
    said.word("expectation", facts.expectation.map(|it| it.name()));
    said.word("met", facts.met.map(|it| it.name()));
    if lane == Lane::NextStage {
        leads_on(map, entry, &mut said);
    } else {
        said.text("chart-by-whom", &facts.owner);
    }
    said.number("chart-severity", facts.severity.map(|it| it.to_string()));
    said.number("chart-closed", facts.closed.map(|it| it.to_string()));
    said.word("holding", facts.holding.map(|it| it.name()));
    said.number("chart-cost", facts.cost.map(|it| words.number(i64::from(it))));
    kpi(facts, &mut said);
    said.text("chart-experience", &facts.experience);
    said.word("content", facts.content.map(|it| it.name()));
    if !entry.is_blank() {
        said.text("chart-answers", &facts.answers);
    }
    said.word("observed", facts.observed.map(|it| it.name()));
    said.word("layer", facts.layer.map(|it| it.name()));
    if facts.moment {
        said.out.push(words.say("chart-legend-moment"));
    }
    said.out
}

/// A feeling as it is drawn: with its sign, and a real minus.
pub(super) fn signed(feeling: i8) -> String {
    format!("{feeling:+}").replace('-', "−")
}

struct Phrases<'w> {
    words: &'w Words,
    out: Vec<String>,
}

impl Phrases<'_> {
    /// A phrase; an argument that is blank leaves no gap.
    fn say(&mut self, key: &str, args: &[(&str, Arg<'_>)]) {
        let said = self.words.say_with(key, args);
        self.out.push(said.split_whitespace().collect::<Vec<&str>>().join(" "));
    }

    /// A phrase around a text from outside; none where it is blank.
    fn text(&mut self, key: &str, text: &str) {
        let text = outside(text);
        if !text.is_empty() {
            self.say(key, &[("text", (&text).into())]);
        }
    }

    fn number(&mut self, key: &str, value: Option<String>) {
        if let Some(value) = value {
            self.say(key, &[("value", (&value).into())]);
        }
    }

    /// A word of a closed list.
    fn word(&mut self, list: &str, name: Option<&str>) {
        if let Some(name) = name {
            self.out.push(self.words.say(&format!("{list}-{name}")));
        }
    }
}

/// Where it leads and who moves it; that it is unknown is said too where somebody keeps the map.
fn leads_on(map: &Map, entry: &MapEntry, said: &mut Phrases<'_>) {
    if let Some(to) = &entry.facts.to {
        let name = stage(map, to, said.words);
        said.say("chart-to", &[("text", (&name).into())]);
    }
    let unknown = said.words.say("chart-unknown");
    let is_known = !entry.facts.owner.is_empty();
    let mover = if is_known { entry.facts.owner.as_str() } else { unknown.as_str() };
    if is_known || map.kept && !entry.is_blank() {
        said.text("chart-moved-by", mover);
    }
}

/// "14 of 20 days (70 %)", then what it was before.
fn kpi(facts: &Facts, said: &mut Phrases<'_>) {
    let unit = outside(&facts.unit);
    let last = facts.last_actual();
    let value = last.map(|it| it.value.to_string()).unwrap_or_default();
    let target = facts.target.map(|it| it.to_string()).unwrap_or_default();
    let args = |share: u32| {
        [("value", (&value).into()), ("target", (&target).into()), ("unit", (&unit).into()), ("share", share.into())]
    };
    match (last.is_some(), facts.target.is_some(), facts.reached()) {
        (true, true, Some(share)) => said.say("chart-kpi-share", &args(share)),
        (true, true, None) => said.say("chart-kpi-both", &args(0)),
        (true, false, _) => said.say("chart-kpi-value", &args(0)),
        (false, true, _) => said.say("chart-kpi-target", &args(0)),
        (false, false, _) => {}
    }
    if let Some(before) = facts.actual_before() {
        let (value, date) = (before.value.to_string(), before.date.to_string());
        said.say("chart-kpi-before", &[("value", (&value).into()), ("date", (&date).into())]);
    }
}
