//! How a path event is told wherever it stands: its time as typed and as read, its stage, what kind it is, who and
//! where; and what the path prompt offers while one is typed. Laying out is the business of the screen.

use chrono::{Datelike, NaiveDate};

use crate::domain::path_line::{self, PathLine};
use crate::domain::{Act, Id, PathEvent, Stage, path, when};
use crate::tui::world::World;

/// A closed range of days, as short as it stays clear: `2025-03-12`, `2025-03-01 ~ 03-31`.
pub fn days(world: &World, (from, until): (NaiveDate, NaiveDate)) -> String {
    if from == until {
        return from.to_string();
    }
    let same_year = from.year() == until.year();
    let until = if same_year { until.format("%m-%d").to_string() } else { until.to_string() };
    world.say_with("days-range", &[("from", from.to_string().as_str().into()), ("until", until.as_str().into())])
}

/// A stage of the template, by name.
pub fn stage(world: &World, stage: &Stage) -> String {
    world.say(&format!("stage-{stage}"))
}

/// The kind of an event with the sign by which it is typed, where it is not the plain one.
pub fn act(world: &World, act: Act, rep: bool) -> Option<String> {
    path_line::act_sign(act, rep).map(|sign| format!("{sign} {}", world.say(&act_name(act, rep))))
}

/// The words of a kind of event.
pub fn act_name(act: Act, rep: bool) -> String {
    if rep { "act-rep".to_owned() } else { format!("act-{act}") }
}

/// What is known of an event besides its text, for the end of its line. A time that stands in the text is not repeated.
pub fn details(world: &World, event: &PathEvent) -> String {
    let is_back = path::ways_back(&world.research.path_of(event.interview)).contains(&event.id);
    let mut details: Vec<String> = Vec::new();
    details.extend(event.stage.as_ref().map(|it| stage(world, it)));
    if let Some(stage) = details.first_mut().filter(|_| is_back) {
        *stage = format!("{} {stage}", world.look.glyphs.back);
    }
    details.extend(act(world, event.act, event.rep));
    let when = Some(&event.when).filter(|when| !event.text.contains(when.as_str()));
    let rest = [when, Some(&event.touchpoint), Some(&event.who)];
    details.extend(rest.into_iter().flatten().filter(|it| !it.is_empty()).cloned());
    details.join(&format!(" {} ", world.look.glyphs.dot))
}

/// What the prompt offers while a path event is typed: the stages, then the signs, then what was understood.
pub fn offer(world: &World, interview: Id, typed: &str) -> String {
    if typed.trim().is_empty() {
        let stages = Stage::defaults();
        let names = stages.iter().enumerate().map(|(at, it)| format!("{at} {}", stage(world, it)));
        return names.collect::<Vec<_>>().join("  ");
    }
    let line = path_line::read(typed);
    let mut known: Vec<String> = line.stage.iter().map(|it| stage(world, it)).collect();
    known.extend(act(world, line.act, line.rep));
    known.extend(told(world, interview, &line));
    known.extend([line.who, line.touchpoint].into_iter().filter(|it| !it.is_empty()));
    if known.is_empty() { world.say("offer-path") } else { known.join(&format!(" {} ", world.look.glyphs.dot)) }
}

/// The time of a line that is being typed, with the days that it means.
fn told(world: &World, interview: Id, line: &PathLine) -> Option<String> {
    let as_of = world.research.interviews().get(&interview)?.date;
    let path = world.research.path_of(interview);
    let previous = path_line::days_before(&path, u32::MAX);
    when_and_days(world, &line.when, when::days_of(&line.when, as_of, previous))
}

/// A time as it was said, and the days that it means; says so where they are not known. None where nothing was said.
pub fn when_and_days(world: &World, when: &str, range: Option<when::Days>) -> Option<String> {
    let range = match range {
        Some(range) => days(world, range),
        None if when.is_empty() => return None,
        None => world.say("days-unknown"),
    };
    Some(if when.is_empty() || when == range { range } else { format!("{when} = {range}") })
}
