//! The defaults with what a configuration changes of them. A wish that breaks a rule of the three contexts, takes a
//! key that is taken, or leaves a place without a way out is told and not granted: the default stands instead.

use std::borrow::Cow;

use super::{Binding, Chord, Context, Keymap, Place};
use crate::config::{KeyLine, Keys};
use crate::error::Error;
use crate::tui::action::Action;

/// What no place may be left without, where it has it by default.
const NEEDED: [Action; 4] = [Action::Quit, Action::Log, Action::Back, Action::Commands];

/// One change of the defaults: a row of the table, its new keys, and the line that asked for them.
struct Wish {
    row: usize,
    keys: Vec<Chord>,
    line: usize,
}

/// Two rows that want one key, or a row that would lose its last.
struct Clash {
    /// The wish that has to go.
    wish: usize,
    fault: Error,
}

impl Keymap {
    /// The defaults with these changes, and what of them was not granted.
    pub fn remapped(keys: &Keys) -> (Keymap, Vec<Error>) {
        let defaults = Keymap::default();
        let mut faults = Vec::new();
        let mut wishes: Vec<Wish> =
            keys.lines.iter().filter_map(|line| wish(&defaults, &keys.file, line, &mut faults)).collect();
        let mut keymap = granted(&defaults, &wishes);
        // Every turn takes a wish away, and the defaults themselves clash nowhere.
        while let Some(clash) = clash(&keymap, &defaults, &wishes, &keys.file) {
            let gone = wishes.remove(clash.wish);
            faults.push((gone.line, clash.fault));
            keymap = granted(&defaults, &wishes);
        }
        faults.sort_by_key(|(line, _)| *line);
        (keymap, faults.into_iter().map(|(_, fault)| fault).collect())
    }
}

fn granted(defaults: &Keymap, wishes: &[Wish]) -> Keymap {
    let mut keymap = defaults.clone();
    for wish in wishes {
        if let Some(binding) = keymap.bindings.get_mut(wish.row) {
            binding.keys = Cow::Owned(wish.keys.clone());
        }
    }
    keymap
}

/// Understands one line; keys that cannot stand are told and left out, a line of which nothing is left counts for nothing.
fn wish(defaults: &Keymap, file: &str, line: &KeyLine, faults: &mut Vec<(usize, Error)>) -> Option<Wish> {
    let fault = |key| Error::usage(key).with("file", file).with("line", line.line);
    let mut tell = |fault| faults.push((line.line, fault));
    let Ok(place) = line.place.parse::<Place>() else {
        tell(fault("config-name").with("name", &line.place).with("legal", Place::NAMES.join(", ")));
        return None;
    };
    let row = defaults.bindings.iter().position(|it| it.place == place && it.action.name() == line.action);
    let Some(row) = row else {
        let mut legal: Vec<&str> = defaults.own(place).map(|binding| binding.action.name()).collect();
        legal.dedup();
        tell(fault("config-name").with("name", &line.action).with("legal", legal.join(", ")));
        return None;
    };
    let mut keys: Vec<Chord> = Vec::new();
    for written in &line.keys {
        match written.parse::<Chord>() {
            Err(_) => tell(fault("config-key").with("key", written)),
            Ok(chord) if chord.is_confused() => tell(fault("config-key-confused").with("key", written)),
            Ok(chord) if chord.typed().is_some() && types_text(place) => {
                let fault = fault("config-key-letter").with("key", written).with("place", place);
                tell(fault.with("action", &line.action));
            }
            Ok(chord) if keys.contains(&chord) => {}
            Ok(chord) => keys.push(chord),
        }
    }
    (line.keys.is_empty() || !keys.is_empty()).then_some(Wish { row, keys, line: line.line })
}

/// Whether a printable key is text at a place, or at one that shares its keys. A question takes digits.
fn types_text(place: Place) -> bool {
    let shares = |it: &&Place| **it == place || it.shares().contains(&place);
    Place::ALL.iter().filter(shares).any(|it| it.context() != Context::List)
}

/// The first thing that cannot stay as it is wished.
fn clash(keymap: &Keymap, defaults: &Keymap, wishes: &[Wish], file: &str) -> Option<Clash> {
    taken(keymap, wishes, file).or_else(|| needed(keymap, defaults, wishes, file))
}

/// A key that stands twice at a place: of two wishes the later one goes.
fn taken(keymap: &Keymap, wishes: &[Wish], file: &str) -> Option<Clash> {
    for (row, binding) in keymap.bindings.iter().enumerate() {
        for chord in binding.keys.iter() {
            let twin = |(_, it): &(usize, &Binding)| it.place == binding.place && it.keys.contains(chord);
            let Some((other, rival)) = keymap.bindings.iter().enumerate().skip(row + 1).find(twin) else { continue };
            let wished = |row: usize| wishes.iter().position(|wish| wish.row == row);
            let (wish, loser, winner) = match (wished(row), wished(other)) {
                (Some(first), Some(second)) if wishes[first].line > wishes[second].line => (first, binding, rival),
                (_, Some(second)) => (second, rival, binding),
                (Some(first), None) => (first, binding, rival),
                (None, None) => continue,
            };
            let fault = Error::usage("config-key-taken").with("file", file).with("line", wishes[wish].line);
            let fault = fault.with("key", chord).with("place", binding.place);
            return Some(Clash { wish, fault: fault.with("action", loser.action).with("rival", winner.action) });
        }
    }
    None
}

/// A place where something that is needed can no longer be reached.
fn needed(keymap: &Keymap, defaults: &Keymap, wishes: &[Wish], file: &str) -> Option<Clash> {
    for place in Place::ALL {
        let is_lost = |action: &&Action| reaches(defaults, *place, **action) && !reaches(keymap, *place, **action);
        let Some(action) = NEEDED.iter().find(is_lost) else { continue };
        let old: Vec<Chord> = defaults
            .bindings(*place)
            .filter(|it| it.action == *action)
            .flat_map(|it| it.keys.iter().copied())
            .collect();
        let at_fault = |wish: &Wish| {
            let binding = &defaults.bindings[wish.row];
            let holds = binding.place == *place || place.shares().contains(&binding.place);
            holds && (binding.action == *action || wish.keys.iter().any(|chord| old.contains(chord)))
        };
        let wish = wishes.iter().rposition(at_fault)?;
        let fault = Error::usage("config-key-needed").with("file", file).with("line", wishes[wish].line);
        return Some(Clash { wish, fault: fault.with("place", *place).with("action", *action) });
    }
    None
}

fn reaches(keymap: &Keymap, place: Place, action: Action) -> bool {
    let mut keys = keymap.bindings(place).filter(|it| it.action == action).flat_map(|it| it.keys.iter());
    keys.any(|chord| keymap.find(place, *chord) == Some(action))
}
