//! What a typist does in the live capture, key by key, and what the library must then hold: a model that shares no
//! code with the screens. Its keys are those of a Korean researcher at speed: syllables, the stages of a syllable as
//! an input method composes it, dimension keys, theme marks, path events, stars, and corrections of earlier lines.

use std::collections::BTreeSet;

use whybuy::domain::Research;
use whybuy::store::Draft;

use crate::corpus::generator::{Dice, line};
use crate::home::interview;

/// A line takes at most so many cells, so that it stands on one row of the screen with what is added to it.
const CELLS: usize = 44;
const DIMENSIONS: [&str; 5] = ["trigger", "criteria", "benefit", "concern", "post_purchase"];
const SUBJECT_KEYS: [&str; 5] = ["\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"];
const THEMES: [&str; 6] = ["총비용", "감사지적", "일정", "lockin", "보증", "빠른납기"];

/// One key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Char(char),
    Backspace,
    Enter,
    Up,
    /// F1 to F5.
    Subject(usize),
    /// F6.
    Path,
    /// F9.
    Star,
}

impl Key {
    /// What a terminal sends for it.
    pub fn bytes(self) -> String {
        match self {
            Key::Char(c) => c.to_string(),
            Key::Backspace => "\x7f".to_owned(),
            Key::Enter => "\r".to_owned(),
            Key::Up => "\x1b[A".to_owned(),
            Key::Subject(at) => SUBJECT_KEYS[at].to_owned(),
            Key::Path => "\x1b[17~".to_owned(),
            Key::Star => "\x1b[20~".to_owned(),
        }
    }
}

/// The keys of `count` lines, each with its number, so that it is known on the screen and in the library.
pub fn keys(seed: u64, count: usize) -> Vec<Key> {
    let mut dice = Dice::new(seed);
    let mut keys = Vec::new();
    for number in 1..=count {
        if dice.chance(14) {
            one_event(&mut keys, number, &mut dice);
        } else {
            one_line(&mut keys, number, &mut dice);
        }
        if dice.chance(10) {
            keys.push(Key::Star);
        }
        if number > 4 && dice.chance(15) {
            correction(&mut keys, number, &mut dice);
        }
    }
    keys
}

fn one_line(keys: &mut Vec<Key>, number: usize, dice: &mut Dice) {
    keys.push(Key::Subject(dice.below(5)));
    let text = short(&format!("{number:04}"), dice);
    let half = text.chars().count() / 2;
    for (at, c) in text.chars().enumerate() {
        compose(keys, c, dice);
        if at == half && number > 4 && dice.chance(6) {
            // The unfinished line waits while an earlier one is put right.
            correction(keys, number, dice);
        }
        if at == half && dice.chance(6) {
            keys.push(Key::Subject(dice.below(5)));
        }
    }
    for _ in 0..usize::from(dice.chance(25)) + usize::from(dice.chance(8)) {
        format!(" #{}", dice.pick(&THEMES)).chars().for_each(|c| compose(keys, c, dice));
    }
    keys.push(Key::Enter);
}

fn one_event(keys: &mut Vec<Key>, number: usize, dice: &mut Dice) {
    keys.push(Key::Path);
    // No digit first: that would be its stage.
    short(&format!("e{number:04}"), dice).chars().for_each(|c| compose(keys, c, dice));
    keys.push(Key::Enter);
}

fn correction(keys: &mut Vec<Key>, number: usize, dice: &mut Dice) {
    keys.extend(std::iter::repeat_n(Key::Up, dice.between(1, 3)));
    format!(" 고침{number}").chars().for_each(|c| compose(keys, c, dice));
    keys.push(Key::Enter);
}

/// A character, now and then with the stages of a syllable that an input method shows and takes back.
fn compose(keys: &mut Vec<Key>, c: char, dice: &mut Dice) {
    if ('가'..='힣').contains(&c) && dice.chance(20) {
        let (place, tail) = ((c as u32 - 0xAC00) / 588, (c as u32 - 0xAC00) % 28);
        let leads: Vec<char> = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".chars().collect();
        keys.extend([Key::Char(leads[place as usize]), Key::Backspace]);
        if tail > 0 {
            keys.extend(char::from_u32(c as u32 - tail).map(Key::Char));
            keys.push(Key::Backspace);
        }
    }
    keys.push(Key::Char(c));
}

/// A line such as `0007 견적이 늦어져서`, of words that are no command and no mark.
fn short(begin: &str, dice: &mut Dice) -> String {
    let mut text = begin.to_owned();
    for word in line(dice).split_whitespace().filter(|word| !word.starts_with(['#', '@'])) {
        let longer = format!("{text} {word}");
        if whybuy::domain::text::width(&longer) > CELLS {
            break;
        }
        text = longer;
    }
    text
}

/// One line or path event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub text: String,
    pub star: bool,
    dimension: &'static str,
    themes: BTreeSet<String>,
    is_event: bool,
}

/// The capture as it must be.
#[derive(Clone, Debug)]
pub struct Capture {
    /// Lines and events, in the order in which they were logged.
    pub entries: Vec<Entry>,
    /// The unfinished line.
    pub field: String,
    dimension: &'static str,
    on_path: bool,
    /// The entry that is being corrected and its wording so far.
    pub correcting: Option<(usize, String)>,
}

impl Default for Capture {
    fn default() -> Capture {
        Capture { entries: Vec::new(), field: String::new(), dimension: "unsorted", on_path: false, correcting: None }
    }
}

/// What a library must hold of a capture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    lines: Vec<Entry>,
    events: Vec<String>,
    drafts: BTreeSet<(String, String)>,
}

impl Capture {
    pub fn press(&mut self, key: Key) {
        match key {
            Key::Char(c) => self.edited().push(c),
            Key::Backspace => drop(self.edited().pop()),
            Key::Up => self.older(),
            Key::Enter => self.enter(),
            Key::Subject(at) => (self.dimension, self.on_path) = (DIMENSIONS[at], false),
            Key::Path => self.on_path = !self.on_path,
            Key::Star => {
                let last = self.entries.iter_mut().rev().find(|entry| !entry.is_event);
                last.into_iter().for_each(|entry| entry.star = !entry.star);
            }
        }
    }

    fn edited(&mut self) -> &mut String {
        self.correcting.as_mut().map_or(&mut self.field, |(_, text)| text)
    }

    fn older(&mut self) {
        let at = self.correcting.as_ref().map_or(self.entries.len(), |(at, _)| *at).saturating_sub(1);
        self.correcting = self.entries.get(at).map(|entry| (at, entry.text.clone()));
    }

    fn enter(&mut self) {
        if let Some((at, text)) = self.correcting.take() {
            self.entries[at].text = text;
            return;
        }
        let typed = std::mem::take(&mut self.field);
        let mut parts = typed.split(" #");
        let text = parts.next().unwrap_or_default().to_owned();
        let (is_event, dimension) = (self.on_path, self.dimension);
        self.on_path = false;
        self.entries.push(Entry { text, star: false, dimension, themes: parts.map(str::to_owned).collect(), is_event });
    }

    /// What the library must hold of it.
    pub fn held(&self) -> Held {
        let lines = self.entries.iter().filter(|entry| !entry.is_event).cloned().collect();
        let events = self.entries.iter().filter(|entry| entry.is_event).map(|entry| entry.text.clone()).collect();
        let mut drafts = BTreeSet::new();
        if !self.field.is_empty() {
            let context = if self.on_path { "path" } else { self.dimension };
            drafts.insert((self.field.clone(), context.to_owned()));
        }
        if let Some((at, text)) = self.correcting.as_ref().filter(|(at, text)| self.entries[*at].text != *text) {
            let entry = &self.entries[*at];
            drafts.insert((text.clone(), if entry.is_event { "path" } else { entry.dimension }.to_owned()));
        }
        Held { lines, events, drafts }
    }
}

impl Held {
    /// What a library holds of the only interview of P01.
    pub fn of(research: &Research, drafts: &[Draft]) -> Held {
        let interview = interview(research, "P01").id;
        let mut notes: Vec<_> = research.notes_of(interview).collect();
        assert!(notes.is_sorted_by_key(|note| note.number), "ids and numbers disagree");
        notes.sort_by_key(|note| note.number);
        let lines = notes.iter().map(|note| Entry {
            text: note.text.clone(),
            star: note.star,
            dimension: note.dimension.name(),
            themes: research.marks_of(note.id).map(|mark| research.themes()[&mark.theme].name.clone()).collect(),
            is_event: false,
        });
        let lines = lines.collect();
        let mut events = research.path_of(interview);
        events.sort_by_key(|event| event.number);
        let events = events.iter().map(|event| event.text.clone()).collect();
        let drafts = drafts.iter().map(|draft| (draft.text.clone(), draft.context.clone())).collect();
        Held { lines, events, drafts }
    }
}

#[test]
fn the_stream_has_every_kind_of_key_and_the_model_follows_it() {
    let keys = keys(1, 400);
    for wanted in [Key::Enter, Key::Up, Key::Path, Key::Star, Key::Backspace, Key::Char('ㅎ'), Key::Subject(4)] {
        assert!(keys.contains(&wanted), "{wanted:?}");
    }
    let mut capture = Capture::default();
    keys.iter().for_each(|key| capture.press(*key));
    let held = capture.held();
    assert_eq!(held.lines.len() + held.events.len(), 400);
    assert!(held.drafts.is_empty());
    assert!(held.lines.iter().any(|line| line.themes.len() == 2) && held.lines.iter().any(|line| line.star));
    assert!(held.events.iter().chain(held.lines.iter().map(|line| &line.text)).any(|text| text.contains("고침")));
}
