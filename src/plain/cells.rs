//! `/cell`: the last line goes into a cell of the journey. What is typed behind the word narrows the cells down; the number
//! of one puts it there.

use super::session::{Session, Told};
use crate::domain::journey::cells::{self, Place};
use crate::domain::journey::{Journey, map};
use crate::domain::{Id, matching, text};

/// So many cells are told at most.
const OFFERED: usize = 9;
/// What stands between the parts of a cell's name.
const BETWEEN: &str = " · ";

impl Session<'_> {
    /// Puts the last line of an interview on the map, after asking where and, for a new entry, in which words.
    pub fn put_on_map(&mut self, interview: Id, query: &str) -> Told {
        let research = &self.work.research;
        let Some(note) = self.last_note(interview).and_then(|id| research.notes().get(&id)) else {
            return self.tell_key("plain-no-line", &[]);
        };
        let (id, author) = (note.id, self.work.author.clone());
        let journeys = cells::journeys(research, note, (author.as_str(), &self.work.fresh()));
        let places = |it: &Journey| cells::places(research, it, note);
        let all = journeys.iter().flat_map(|it| places(it).into_iter().map(move |place| (it, place)));
        let named = all.map(|(journey, place)| (self.place(journey, &place, journeys.len() > 1), journey, place));
        let mut found: Vec<_> =
            named.filter(|(name, ..)| matching::rank(query, &name.replace(BETWEEN, " ")).is_some()).collect();
        if found.is_empty() {
            return self.tell_key(if journeys.is_empty() { "cells-no-persona" } else { "cells-none" }, &[]);
        }
        let more = found.len().saturating_sub(OFFERED);
        found.truncate(OFFERED);
        self.tell_numbered(&found.iter().map(|(name, ..)| name.clone()).collect::<Vec<String>>())?;
        if more > 0 {
            self.tell_key("home-more", &[("count", more.into())])?;
        }
        let prompt = self.say("plain-which-cell");
        let Some((name, journey, place)) = self.ask_number(&prompt, found.len())?.map(|number| &found[number - 1])
        else {
            return Ok(());
        };
        let words = if place.entry.is_some() { String::new() } else { self.ask(|it| it.say("field-words"))? };
        if place.entry.is_none() && text::trim_line(&words).is_empty() {
            return Ok(());
        }
        let put = cells::put(&self.work.research, journey, place, (id, &words), (author.as_str(), &self.work.fresh()));
        match put {
            Ok(Some(step)) => {
                let name = name.replace(&self.say("cells-new"), words.trim());
                self.keep(step, |_| name).map(|_| ())
            }
            Ok(None) => self.tell_key("cells-there", &[("cell", name.as_str().into())]),
            Err(error) => self.tell_error(&error),
        }
    }

    /// The name of a place for a line, with what stands there.
    fn place(&self, journey: &Journey, place: &Place, with_persona: bool) -> String {
        let persona = with_persona.then(|| map::name(&self.work.research, journey));
        let stage = self.words.named("stage", journey.name_of_stage(&place.stage), &place.stage);
        let lane = self.words.named("lane", journey.name_of_lane(place.lane), place.lane);
        let entry = place.entry.and_then(|id| self.work.research.entries().get(&id));
        let words = entry.map_or_else(|| self.say("cells-new"), |it| it.words().to_owned());
        persona.into_iter().chain([stage, lane, words]).collect::<Vec<String>>().join(BETWEEN)
    }
}
