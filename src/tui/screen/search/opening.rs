//! Where Enter leads from the list: to the line in its interview, with a trail along all other hits, or to what can be
//! done where there are none.

use super::Search;
use super::nothing::Choice;
use crate::domain::query_text;
use crate::tui::effect::Effect;
use crate::tui::pane::{Move, Pane};
use crate::tui::screen::participant::Person;
use crate::tui::screen::reader::Reader;
use crate::tui::trail::{Stop, Trail, Walk};
use crate::tui::world::World;

impl Search {
    /// Opens what the cursor stands on.
    pub(super) fn open(&mut self, world: &mut World) {
        if !self.hits().is_empty() {
            return self.open_hit(world);
        }
        match self.choices(world).get(self.cursor.at).cloned() {
            Some(Choice::Without(filter, _)) => {
                let query = query_text::without(self.editor.text(), &filter);
                self.rewrite(world, &query);
            }
            Some(Choice::Near(word)) => {
                let query = query_text::respelled(self.editor.text(), &word);
                self.rewrite(world, &query);
            }
            Some(Choice::Named(named)) => {
                if world.research.participants().contains_key(&named.participant) {
                    world.moves.push(Move::Open(Box::new(Person::of(named.participant))));
                } else {
                    tell_other_study(world, named.study, "search-person-elsewhere");
                }
            }
            Some(Choice::Saved(id)) => {
                let query = world.research.saved_searches().get(&id).map(|it| it.query.clone()).unwrap_or_default();
                self.saved = Some(id);
                self.rewrite(world, &query);
            }
            None => {}
        }
    }

    fn open_hit(&self, world: &mut World) {
        let walk = Walk::on(self.trail(), self.cursor.at);
        let Some(stop) = walk.stop() else { return };
        if world.study().is_some_and(|study| study.id == stop.study) {
            world.moves.extend(Reader::along(&walk).map(|reader| Move::Open(Box::new(reader) as Box<dyn Pane>)));
        } else if self.unfinished.is_some() {
            tell_other_study(world, stop.study, "search-other-study");
        } else {
            world.effects.push(Effect::Load(stop.study));
            world.jump = Some(walk);
        }
    }

    /// All hits in the order of the list.
    fn trail(&self) -> Trail {
        let stop = |hit: &crate::library::Hit| Stop {
            study: hit.line.study,
            study_name: hit.line.study_name.clone(),
            interview: hit.line.interview,
            note: hit.line.note,
            text: hit.earlier.as_ref().map_or(&hit.line.text, |(_, text)| text).clone(),
            earlier: hit.earlier.as_ref().map(|(revision, _)| *revision),
            found: hit.highlights.clone(),
        };
        Trail { stops: self.hits().iter().map(stop).collect(), stays: self.unfinished.is_some() }
    }
}

/// Says in which study something is that cannot be opened from here.
pub(super) fn tell_other_study(world: &mut World, study: crate::domain::Id, key: &str) {
    let name = world.studies.iter().flatten().find(|it| it.id == study).map(|it| it.name.clone()).unwrap_or_default();
    let text = world.say_with(key, &[("study", name.as_str().into())]);
    world.tell(text);
}
