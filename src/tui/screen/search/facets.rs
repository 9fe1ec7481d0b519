//! The facets of an answer: by which values it can be narrowed, with how many lines or people, and which of them the
//! query asks for already. A facet is chosen by writing its filter into the query.

use crate::domain::Dimension;
use crate::domain::query_text::{self, Wanted, tokens};
use crate::library::{Count, Facets};
use crate::tui::world::World;
use crate::words::Lang;

/// At most so many values of a group, those with most behind them, and whatever is chosen.
const MOST: usize = 24;

/// By what an answer is parted, in the order of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Why they buy; lines are counted, since one person speaks in several.
    Dimension,
    /// How the purchase ended.
    Outcome,
    /// The role in the purchase.
    Role,
    /// The persona.
    Persona,
}

impl Group {
    /// All of them.
    pub const ALL: [Group; 4] = [Group::Dimension, Group::Outcome, Group::Role, Group::Persona];

    /// The name of the filter in English, and of its texts.
    pub fn name(self) -> &'static str {
        match self {
            Group::Dimension => "dimension",
            Group::Outcome => "outcome",
            Group::Role => "role",
            Group::Persona => "persona",
        }
    }
}

/// One value by which an answer can be narrowed: a name of the glossary, a role or a persona.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Of what.
    pub group: Group,
    /// Which.
    pub value: String,
}

/// A facet as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which.
    pub facet: Facet,
    /// What it is called on this screen.
    pub label: String,
    /// Lines of a dimension, people else; none where it is not known under the other filters.
    pub count: Option<usize>,
    /// Whether the query asks for it.
    pub is_on: bool,
}

/// The facets of an answer whose words had no facet chosen, to which a choice can be widened again.
#[derive(Clone, Debug, Default)]
pub struct Wide {
    /// The query without the filters of facets.
    words: String,
    facets: Facets,
}

impl Facet {
    /// How the filter is written, and how else it may be written.
    pub fn wanted(&self, world: &World) -> Wanted {
        let langs = [world.words.lang(), Lang::En, Lang::Ko];
        let say = |key: &str| langs.map(|lang| world.say_in(lang, key, &[])).to_vec();
        let names = say(&format!("filter-{}", self.group.name()));
        let values = match self.group {
            Group::Dimension | Group::Outcome => say(&format!("filter-{}-{}", self.group.name(), self.value)),
            // What would part values or close a quotation is left off: a filter takes the beginning of a name too.
            Group::Role | Group::Persona => {
                vec![self.value.split(['"', '|', '“', '”']).next().unwrap_or_default().trim().to_owned()]
            }
        };
        let alone = if self.group == Group::Dimension { values.clone() } else { Vec::new() };
        Wanted { names, values, alone }
    }

    /// The facet of a dimension.
    pub fn of(dimension: Dimension) -> Facet {
        Facet { group: Group::Dimension, value: dimension.name().to_owned() }
    }

    fn label(&self, world: &World) -> String {
        match self.group {
            Group::Dimension => world.say(&format!("dimension-{}-short", self.value)),
            Group::Outcome => world.say(&format!("outcome-{}-short", self.value)),
            Group::Role | Group::Persona => self.value.clone(),
        }
    }
}

/// Whether a query has a filter that is a facet, by group.
fn chosen(world: &World, query: &str) -> Vec<Group> {
    let dimensions: Vec<String> = Dimension::ALL.iter().flat_map(|it| Facet::of(*it).wanted(world).alone).collect();
    let is_of = |group: &Group| {
        let langs = [Lang::En, Lang::Ko];
        let names = langs.map(|lang| world.say_in(lang, &format!("filter-{}", group.name()), &[]));
        let is_alone = |name: &String| *group == Group::Dimension && dimensions.contains(name);
        tokens(query).iter().any(|token| !token.negated && (names.contains(&token.name) || is_alone(&token.name)))
    };
    Group::ALL.into_iter().filter(is_of).collect()
}

/// The query without its facets, to see whether two queries have the same words.
fn words_of(world: &World, query: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    for lang in [Lang::En, Lang::Ko] {
        names.extend(Group::ALL.map(|group| world.say_in(lang, &format!("filter-{}", group.name()), &[])));
    }
    query_text::without_named(query, &names).trim().to_owned()
}

impl Wide {
    /// Remembers the facets of an answer to a query that has none chosen.
    pub fn remember(&mut self, world: &World, query: &str, facets: &Facets) {
        if chosen(world, query).is_empty() {
            *self = Wide { words: words_of(world, query), facets: facets.clone() };
        }
    }
}

/// The values of a group with their counts.
fn values(facets: &Facets, group: Group) -> Vec<(String, usize)> {
    let people = |all: &std::collections::BTreeMap<String, Count>| {
        all.iter().map(|(name, count)| (name.clone(), count.people)).collect()
    };
    match group {
        Group::Dimension => facets.dimension.iter().map(|(name, lines)| (name.clone(), *lines)).collect(),
        Group::Outcome => people(&facets.outcome),
        Group::Role => people(&facets.role),
        Group::Persona => people(&facets.persona),
    }
}

/// The facets of the newest answer. Where one of a group is chosen, the others of it stay, so that they can be chosen
/// too: with the count that they had, unless another group has narrowed it since.
pub fn shown(world: &World, query: &str, facets: &Facets, wide: &Wide) -> Vec<Shown> {
    let chosen = chosen(world, query);
    let is_wide = !chosen.is_empty() && wide.words == words_of(world, query);
    let mut all = Vec::new();
    for group in Group::ALL {
        let mut counts: Vec<(String, Option<usize>)> =
            values(facets, group).into_iter().map(|(name, count)| (name, Some(count))).collect();
        if is_wide && chosen.contains(&group) {
            for (name, count) in values(&wide.facets, group) {
                if counts.iter().all(|(known, _)| *known != name) {
                    counts.push((name, Some(count).filter(|_| chosen.len() == 1)));
                }
            }
        }
        counts.retain(|(name, _)| !name.trim().is_empty());
        counts.sort_by(|(name_a, a), (name_b, b)| b.cmp(a).then_with(|| name_a.cmp(name_b)));
        let shown = counts.into_iter().map(|(value, count)| {
            let facet = Facet { group, value };
            let (label, is_on) = (facet.label(world), facet.wanted(world).is_in(query));
            Shown { facet, label, count, is_on }
        });
        all.extend(shown.enumerate().filter(|(at, shown)| *at < MOST || shown.is_on).map(|(_, shown)| shown));
    }
    all
}
