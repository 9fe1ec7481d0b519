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
        let named = all.map(|(journey, place)| Cell::of(self, journey, place, journeys.len() > 1));
        let mut found: Vec<Cell> =
            named.filter(|it| matching::rank(query, &it.shown(" ", &it.words)).is_some()).collect();
        if found.is_empty() {
            return self.tell_key(if journeys.is_empty() { "cells-no-persona" } else { "cells-none" }, &[]);
        }
        let more = found.len().saturating_sub(OFFERED);
        found.truncate(OFFERED);
        self.tell_numbered(&found.iter().map(|it| it.shown(BETWEEN, &it.words)).collect::<Vec<String>>())?;
        if more > 0 {
            self.tell_key("home-more", &[("count", more.into())])?;
        }
        let prompt = self.say("plain-which-cell");
        let Some(number) = self.ask_number(&prompt, found.len())? else { return Ok(()) };
        let cell = &found[number - 1];
        let typed = if cell.place.entry.is_some() { cell.words.clone() } else { self.ask(|it| it.say("field-words"))? };
        if cell.place.entry.is_none() && text::trim_line(&typed).is_empty() {
            return Ok(());
        }
        let name = cell.shown(BETWEEN, typed.trim());
        let doing = (author.as_str(), &self.work.fresh());
        match cells::put(&self.work.research, cell.journey, &cell.place, (id, &typed), doing) {
            Ok(Some(step)) => self.keep(step, |_| name).map(|_| ()),
            Ok(None) => self.tell_key("cells-there", &[("cell", name.as_str().into())]),
            Err(error) => self.tell_error(&error),
        }
    }
}

/// A place for a line, as it is told.
struct Cell<'j> {
    journey: &'j Journey,
    place: Place,
    /// Its persona where it may be that of several, its stage and its lane.
    names: Vec<String>,
    /// What stands there, or that one's own words are asked for.
    words: String,
}

impl<'j> Cell<'j> {
    fn of(session: &Session<'_>, journey: &'j Journey, place: Place, with_persona: bool) -> Cell<'j> {
        let (research, words) = (&session.work.research, &session.words);
        let persona = with_persona.then(|| map::name(research, journey));
        let stage = words.named("stage", journey.name_of_stage(&place.stage), &place.stage);
        let lane = words.named("lane", journey.name_of_lane(place.lane), place.lane);
        let entry = place.entry.and_then(|id| research.entries().get(&id));
        let words = entry.map_or_else(|| session.say("cells-new"), |it| it.words().to_owned());
        Cell { journey, place, names: persona.into_iter().chain([stage, lane]).collect(), words }
    }

    fn shown(&self, between: &str, words: &str) -> String {
        self.names.iter().map(String::as_str).chain([words]).collect::<Vec<&str>>().join(between)
    }
}
