//! What is taken out of a search: lines put aside, a citation for the clipboard, the same question with the opposite
//! feeling, and whom a matrix is about.

use std::collections::BTreeSet;

use super::Search;
use super::facets::Facet;
use super::opening::tell_other_study;
use super::tray::{TrayPane, copy};
use crate::domain::citation::{Claim, Quotation};
use crate::domain::query_text::{self, tokens};
use crate::domain::{Dimension, Id};
use crate::tui::pane::Move;
use crate::tui::world::World;
use crate::words::Lang;

impl Search {
    /// Puts the line under the cursor aside, or takes it out again.
    pub(super) fn gather(&self, world: &mut World) {
        let Some(hit) = self.hit() else { return };
        if world.study().is_none_or(|study| study.id != hit.line.study) {
            return tell_other_study(world, hit.line.study, "tray-other-study");
        }
        let is_opposite = self.opposite.as_deref() == Some(self.editor.text());
        world.gather(hit.line.note, is_opposite || !hit.against.is_empty());
    }

    /// Copies what was put aside under a heading with its counts; with nothing put aside, the line under the cursor.
    pub(super) fn cite(&self, world: &mut World) {
        let tray = world.tray();
        if !tray.is_empty() {
            let lines: Vec<(Id, bool)> = tray.iter().map(|it| (it.note, it.against)).collect();
            let quotation = Quotation::of(&world.research, self.claim(world), &lines);
            return copy(world, &quotation);
        }
        let Some(hit) = self.hit() else { return };
        if world.study().is_none_or(|study| study.id != hit.line.study) {
            return tell_other_study(world, hit.line.study, "tray-other-study");
        }
        let quotation = Quotation::of(&world.research, self.claim(world), &[(hit.line.note, !hit.against.is_empty())]);
        copy(world, &quotation);
    }

    /// What the answer claims, with its honest denominator.
    pub(super) fn claim(&self, world: &World) -> Option<Claim> {
        let found = self.found.as_ref().filter(|found| found.total > 0)?;
        let mut roles: Vec<(String, usize)> =
            found.facets.role.iter().map(|(role, count)| (role.clone(), count.people)).collect();
        roles.retain(|(role, people)| !role.is_empty() && *people > 0);
        roles.sort_by(|(role_a, a), (role_b, b)| b.cmp(a).then_with(|| role_a.cmp(role_b)));
        let standing = found.standing.as_ref().map(|standing| standing.counts.clone());
        Some(Claim { what: self.told(world), people: found.people, roles, standing })
    }

    /// What is looked for as people read it: `도입 지연 (우려, 실주)`.
    pub(super) fn told(&self, world: &World) -> String {
        let named = self.found.iter().flat_map(|found| &found.named);
        let named: Vec<&str> = named.map(|named| named.code.as_str()).collect();
        if !named.is_empty() {
            // The name that was typed is in the vault and goes nowhere else.
            return named.join(", ");
        }
        let query = self.found.as_ref().map_or(self.editor.text(), |found| found.query.as_str());
        let (words, values) = query_text::told(query);
        let values: Vec<String> = values.iter().map(|value| value.replace('|', "·")).collect();
        let told = match (words.is_empty(), values.is_empty()) {
            (false, true) => words,
            (false, false) => format!("{words} ({})", values.join(", ")),
            (true, _) => values.join(", "),
        };
        if told.is_empty() { world.say("place-search") } else { told }
    }

    /// Asks the same words in the same dimension with the opposite feeling.
    pub(super) fn contrast(&mut self, world: &mut World) {
        let notes = world.tray().into_iter().filter_map(|it| world.research.notes().get(&it.note)).cloned();
        let mut lines: Vec<(Dimension, Option<i8>)> = notes.map(|note| (note.dimension, note.feeling)).collect();
        if lines.is_empty() {
            lines = self.hits().iter().map(|hit| (hit.line.dimension, hit.line.feeling)).collect();
        }
        // Who fears or suffers is the rule: where no feeling was noted, the opposite is a good one.
        let sum: i32 = lines.iter().filter_map(|(_, feeling)| feeling.map(i32::from)).sum();
        let sign = if sum > 0 { "-" } else { "+" };
        let names: Vec<String> = [Lang::En, Lang::Ko].map(|lang| world.say_in(lang, "filter-feeling", &[])).to_vec();
        let mut query = query_text::without_named(self.editor.text(), &names);
        let has_dimension = Dimension::ALL.iter().any(|it| Facet::of(*it).wanted(world).is_in(&query));
        if let Some(dimension) = most_frequent(lines.iter().map(|line| line.0)).filter(|_| !has_dimension) {
            query = Facet::of(dimension).wanted(world).toggled(&query);
        }
        let filter = format!("{}:{sign}", world.say("filter-feeling"));
        let query = if tokens(&query).is_empty() { filter } else { format!("{query} {filter}") };
        self.opposite = Some(query.clone());
        self.cursor.at = 0;
        world.seek_the_opposite();
        self.rewrite(world, &query);
    }

    /// The lines that were put aside, on a screen of their own.
    pub(super) fn open_tray(&self, world: &mut World) {
        if world.gathered() > 0 {
            let pane = TrayPane::of(self.claim(world));
            world.moves.push(Move::Open(Box::new(pane)));
        }
    }

    /// Those who said what was put aside; with nothing put aside, everybody who was found.
    pub(super) fn people_for_matrix(&self, world: &World) -> BTreeSet<Id> {
        let tray = world.tray();
        if tray.is_empty() {
            return self.found.iter().flat_map(|found| found.who.iter().copied()).collect();
        }
        let notes = tray.iter().filter_map(|it| world.research.notes().get(&it.note));
        notes.filter_map(|note| world.research.person_of(note)).map(|person| person.id).collect()
    }

    /// The lines whose themes a matrix has.
    pub(super) fn lines_for_matrix(&self, world: &World) -> BTreeSet<Id> {
        let tray: BTreeSet<Id> = world.tray().iter().map(|it| it.note).collect();
        if tray.is_empty() { self.hits().iter().map(|hit| hit.line.note).collect() } else { tray }
    }
}

/// The dimension of most of these lines that has one.
fn most_frequent(dimensions: impl Iterator<Item = Dimension>) -> Option<Dimension> {
    let mut counts = std::collections::BTreeMap::new();
    for dimension in dimensions.filter(|it| *it != Dimension::Unsorted) {
        *counts.entry(dimension).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(dimension, count)| (*count, std::cmp::Reverse(*dimension))).map(|(it, _)| it)
}
