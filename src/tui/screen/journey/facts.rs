//! What each lane asks for besides the words: which fields its form has, how each is shown and how it is read back.
//! What a fact means and its limits are the domain's.

use chrono::NaiveDate;

use super::board::{Board, Spot};
use crate::domain::journey::{Actual, Content, Entry, Facts, Holding, Lane, Layer, Map, Observed};
use crate::domain::{Expectation, Id, Kind, Met, Stage, text};
use crate::error::{Error, Result};
use crate::tui::overlay::form::Field;
use crate::tui::world::World;

/// Between the parts of a field that holds several.
const BETWEEN: char = ',';

/// One thing that a lane asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Feeling,
    When,
    Decides,
    Expectation,
    Met,
    Experience,
    Content,
    Answers,
    To,
    Owner,
    Unit,
    Target,
    Actuals,
    Severity,
    Holding,
    Cost,
    Closed,
    Observed,
    Layer,
    Lines,
}

/// What a lane asks for, in the order of its form.
pub(super) fn asked(lane: Lane) -> Vec<Fact> {
    use Fact as F;
    let own: &[Fact] = match lane {
        Lane::InternalEvent => &[F::When, F::Decides],
        Lane::Feeling => &[F::Feeling],
        Lane::Expectation => &[F::Expectation, F::Met, F::Answers],
        Lane::Message => &[F::Experience, F::Content, F::Answers],
        Lane::NextStage => &[F::To, F::Owner],
        Lane::Kpi => &[F::Unit, F::Target, F::Actuals],
        Lane::Pain => &[F::Severity, F::Closed],
        Lane::Barrier => &[F::Answers, F::Owner, F::Closed],
        Lane::Resource => &[F::Holding, F::Owner, F::Cost],
        Lane::Observation => &[F::Observed],
        _ => &[],
    };
    let layer: &[Fact] = if matches!(lane, Lane::Feeling | Lane::Kpi) { &[] } else { &[F::Layer] };
    [own, layer, &[F::Lines]].concat()
}

/// The names of a list on screen, with their values.
fn listed<T: Copy + ToString>(world: &World, list: &str, all: &[T]) -> Vec<(String, T)> {
    all.iter().map(|it| (world.say(&format!("{list}-{}", it.to_string())), *it)).collect()
}

/// The value that a text names; a blank names none.
fn chosen<T: Copy + ToString>(world: &World, list: &'static str, all: &[T], typed: &str) -> Result<Option<T>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let found = listed(world, list, all).into_iter().find(|(name, _)| name == typed);
    found.map(|(_, it)| Some(it)).ok_or_else(|| Error::refused("out-of-range").with("field", world.say(list)))
}

fn shown<T: Copy + ToString>(world: &World, list: &str, value: Option<T>) -> String {
    value.map(|it| world.say(&format!("{list}-{}", it.to_string()))).unwrap_or_default()
}

fn number<T: std::str::FromStr>(world: &World, label: &str, typed: &str) -> Result<Option<T>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let number = typed.replace(',', "").parse();
    number.map(Some).map_err(|_| Error::refused("out-of-range").with("field", world.say(label)))
}

fn day(world: &World, label: &str, typed: &str) -> Result<Option<NaiveDate>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day = typed.parse();
    day.map(Some).map_err(|_| Error::refused("out-of-range").with("field", world.say(label)))
}

fn plain(value: Option<impl ToString>) -> String {
    value.map(|it| it.to_string()).unwrap_or_default()
}

impl Fact {
    /// The key of its label.
    pub fn key(self) -> &'static str {
        match self {
            Fact::Feeling => "fact-feeling",
            Fact::When => "fact-when",
            Fact::Decides => "fact-decides",
            Fact::Expectation => "expectation",
            Fact::Met => "met",
            Fact::Experience => "fact-experience",
            Fact::Content => "content",
            Fact::Answers => "fact-answers",
            Fact::To => "fact-to",
            Fact::Owner => "fact-owner",
            Fact::Unit => "fact-unit",
            Fact::Target => "fact-target",
            Fact::Actuals => "fact-actuals",
            Fact::Severity => "fact-severity",
            Fact::Holding => "holding",
            Fact::Cost => "fact-cost",
            Fact::Closed => "fact-closed",
            Fact::Observed => "observed",
            Fact::Layer => "layer",
            Fact::Lines => "fact-lines",
        }
    }

    /// As it is read; the lines under an entry are no fact of it and are read elsewhere.
    pub fn shown(self, world: &World, map: &Map, facts: &Facts) -> String {
        match self {
            Fact::Feeling => facts.feeling.map(|it| format!("{it:+}")).unwrap_or_default(),
            Fact::When => facts.when.clone(),
            Fact::Decides => facts.decides.join(", "),
            Fact::Expectation => shown(world, "expectation", facts.expectation),
            Fact::Met => shown(world, "met", facts.met),
            Fact::Experience => facts.experience.clone(),
            Fact::Content => shown(world, "content", facts.content),
            Fact::Answers => facts.answers.clone(),
            Fact::To => facts.to.as_ref().map(|stage| named(world, map, stage)).unwrap_or_default(),
            Fact::Owner => facts.owner.clone(),
            Fact::Unit => facts.unit.clone(),
            Fact::Target => plain(facts.target),
            Fact::Actuals => {
                let all = facts.actuals.iter().map(|it| format!("{} {}", it.date, it.value));
                all.collect::<Vec<_>>().join(", ")
            }
            Fact::Severity => plain(facts.severity),
            Fact::Holding => shown(world, "holding", facts.holding),
            Fact::Cost => plain(facts.cost),
            Fact::Closed => plain(facts.closed),
            Fact::Observed => shown(world, "observed", facts.observed),
            Fact::Layer => shown(world, "layer", facts.layer),
            Fact::Lines => String::new(),
        }
    }

    /// The values to go through, where they are known.
    fn choices(self, world: &World, map: &Map) -> Vec<String> {
        fn names<T: Copy + ToString>(world: &World, list: &str, all: &[T]) -> Vec<String> {
            listed(world, list, all).into_iter().map(|(name, _)| name).collect()
        }
        let mut values: Vec<String> = match self {
            Fact::Feeling => (-2..=2).map(|it: i8| format!("{it:+}")).collect(),
            Fact::Severity => (1..=3).map(|it: u32| it.to_string()).collect(),
            Fact::Expectation => names(world, "expectation", Expectation::ALL),
            Fact::Met => names(world, "met", Met::ALL),
            Fact::Content => names(world, "content", Content::ALL),
            Fact::Holding => names(world, "holding", Holding::ALL),
            Fact::Observed => names(world, "observed", Observed::ALL),
            Fact::Layer => names(world, "layer", Layer::ALL),
            Fact::To => map.stages.iter().map(|it| named(world, map, &it.card.stage)).collect(),
            Fact::Closed => vec![world.now.date().to_string()],
            _ => return Vec::new(),
        };
        values.insert(0, String::new());
        values
    }

    /// The field of the form.
    pub fn field(self, world: &World, map: &Map, entry: &Entry) -> Field {
        let shown = match self {
            Fact::Lines => entry.evidence.iter().filter_map(|id| code(world, *id)).collect::<Vec<_>>().join(", "),
            _ => self.shown(world, map, &entry.facts),
        };
        Field::new(world.say(self.key()), &shown).choosing(self.choices(world, map))
    }

    /// Takes what was typed.
    pub fn take(self, world: &World, map: &Map, entry: &mut Entry, typed: &str) -> Result<()> {
        if self == Fact::Lines {
            entry.evidence = lines(world, typed)?;
            return Ok(());
        }
        let facts = &mut entry.facts;
        match self {
            Fact::Feeling => facts.feeling = number(world, self.key(), typed)?,
            Fact::When => facts.when = typed.to_owned(),
            Fact::Decides => facts.decides = text::parts(typed, BETWEEN),
            Fact::Expectation => facts.expectation = chosen(world, "expectation", Expectation::ALL, typed)?,
            Fact::Met => facts.met = chosen(world, "met", Met::ALL, typed)?,
            Fact::Experience => facts.experience = typed.to_owned(),
            Fact::Content => facts.content = chosen(world, "content", Content::ALL, typed)?,
            Fact::Answers => facts.answers = typed.to_owned(),
            Fact::To => facts.to = stage(world, map, typed)?,
            Fact::Owner => facts.owner = typed.to_owned(),
            Fact::Unit => facts.unit = typed.to_owned(),
            Fact::Target => facts.target = number(world, self.key(), typed)?,
            Fact::Actuals => facts.actuals = actuals(world, typed)?,
            Fact::Severity => facts.severity = number(world, self.key(), typed)?,
            Fact::Holding => facts.holding = chosen(world, "holding", Holding::ALL, typed)?,
            Fact::Cost => facts.cost = number(world, self.key(), typed)?,
            Fact::Closed => facts.closed = day(world, self.key(), typed)?,
            Fact::Observed => facts.observed = chosen(world, "observed", Observed::ALL, typed)?,
            Fact::Layer => facts.layer = chosen(world, "layer", Layer::ALL, typed)?,
            Fact::Lines => {}
        }
        Ok(())
    }
}

/// The name of a stage of the map.
pub fn named(world: &World, map: &Map, stage: &Stage) -> String {
    world.words.named("stage", map.name_of_stage(stage), stage)
}

fn stage(world: &World, map: &Map, typed: &str) -> Result<Option<Stage>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let found = map.stages.iter().map(|it| &it.card.stage).find(|it| named(world, map, it) == typed);
    found.map(|it| Some(it.clone())).ok_or_else(|| Error::refused("stage-missing").with("stage", typed))
}

/// Values with their days; a value without one is today's.
fn actuals(world: &World, typed: &str) -> Result<Vec<Actual>> {
    let wrong = || Error::refused("out-of-range").with("field", world.say("fact-actuals"));
    let mut all = Vec::new();
    for part in text::parts(typed, BETWEEN) {
        let (date, value) = match part.split_once(' ') {
            Some((date, value)) => (date.parse().map_err(|_| wrong())?, value.trim()),
            None => (world.now.date(), part.as_str()),
        };
        all.push(Actual { date, value: value.parse().map_err(|_| wrong())? });
    }
    all.sort_by_key(|it| it.date);
    Ok(all)
}

fn code(world: &World, id: Id) -> Option<String> {
    let research = &world.research;
    let note = research.notes().get(&id).map(|note| research.code_of(note));
    note.or_else(|| research.path_events().get(&id).map(|event| research.code_of_event(event)))
}

/// The lines and path events that codes name.
fn lines(world: &World, typed: &str) -> Result<Vec<Id>> {
    let mut all = Vec::new();
    for part in text::parts(typed, BETWEEN) {
        let key = part.parse().ok().and_then(|citation| world.research.resolve(&citation));
        let key = key.ok_or_else(|| Error::not_found("record-missing").with("kind", Kind::Note))?;
        all.push(key.id);
    }
    all.dedup();
    Ok(all)
}

/// The facts of an entry as one line, without what its words say already; a KPI as how far it is.
pub fn told(world: &World, board: &Board, spot: &Spot) -> String {
    let Some(facts) = spot.facts() else { return String::new() };
    let is_said = |fact: &Fact| matches!(fact, Fact::Feeling | Fact::Lines | Fact::Target | Fact::Actuals | Fact::Unit);
    let is_blank = spot.is_blank();
    let mut told: Vec<String> = Vec::new();
    told.extend(facts.moment.then(|| format!("{} {}", world.look.glyphs.star, world.say("lane-moment"))));
    for fact in asked(spot.lane).into_iter().filter(|fact| !is_said(fact)) {
        let value = fact.shown(world, &board.map, facts);
        let is_told = is_blank && fact == Fact::Answers;
        if !value.is_empty() && !is_told {
            told.push(format!("{} {value}", world.say(fact.key())));
        }
    }
    told.extend(reached(world, facts));
    told.join(&format!(" {} ", world.look.glyphs.dot))
}

/// How far a KPI is: the newest value of its target, in percent, and what has changed since the one before.
pub fn reached(world: &World, facts: &Facts) -> Option<String> {
    let unit = &facts.unit;
    let target =
        facts.target.map(|it| world.say_with("kpi-target", &[("target", format!("{it}{unit}").as_str().into())]));
    let Some(newest) = facts.last_actual() else { return target };
    let percent = facts.reached().map(|share| format!("{share}%"));
    let change = facts.actual_before().map(|before| {
        let change = format!("{:+}", newest.value - before.value);
        world.say_with("kpi-change", &[("change", change.as_str().into())])
    });
    let value = format!("{}{unit} ({})", newest.value, world.words.date(newest.date));
    let value = world.say_with("kpi-actual", &[("value", value.as_str().into())]);
    let all = [Some(value), target, percent, change].into_iter().flatten().collect::<Vec<_>>();
    Some(all.join(&format!(" {} ", world.look.glyphs.dot)))
}
