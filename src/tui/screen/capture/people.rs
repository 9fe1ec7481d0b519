//! Other people in a line: `@` and a name become a code before the line is logged. The name goes to the vault and
//! nowhere else; who is not known yet becomes a participant.

use super::Capture;
use crate::domain::{Id, hangul, live, matching, typed};
use crate::tui::world::World;

/// Whom a typed name means.
#[derive(Debug, PartialEq, Eq)]
pub enum Who {
    /// A participant, and the particle that was typed behind the name.
    Known(Id, String),
    /// Nobody yet: a name, and the particle that was typed behind it.
    New(String, String),
}

/// The family names of most Koreans (2015 census, the thirty most frequent): a three-syllable word that begins with one
/// is taken for a whole name, though its last syllable may look like a particle (이영은).
const FAMILY_NAMES: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남";

/// A name that nobody has yet, and the particle that was typed behind it.
fn new_name(letters: &str) -> Who {
    let chars: Vec<char> = letters.chars().collect();
    let is_whole = chars.len() == 3 && chars.first().is_some_and(|first| FAMILY_NAMES.contains(*first));
    let rest = hangul::typed_stem_of(&chars).filter(|_| !is_whole).unwrap_or(chars.len());
    Who::New(chars[..rest].iter().collect(), chars[rest..].iter().collect())
}

/// Whom the letters behind `@` mean; none where nothing is typed yet.
pub fn who(world: &World, letters: &str) -> Option<Who> {
    if letters.is_empty() {
        return None;
    }
    if let Some(known) = exactly(world, letters) {
        return Some(known);
    }
    let people = world.research.participants().values().filter(|person| !person.is_withdrawn());
    let like = people.filter_map(|person| {
        let by_code = matching::rank(letters, &person.code).filter(|rank| *rank <= 1);
        let by_name = world.names.get(&person.id).and_then(|name| matching::rank(letters, name));
        Some((by_code.into_iter().chain(by_name).min()?, &person.code, person.id))
    });
    let best = like.min();
    Some(best.map_or_else(|| new_name(letters), |(_, _, id)| Who::Known(id, String::new())))
}

/// Whom a code or a whole name means, also with a particle behind it.
fn exactly(world: &World, letters: &str) -> Option<Who> {
    let people = world.research.participants().values();
    let mut found: Vec<(usize, Id, String)> = Vec::new();
    for person in people {
        let name = world.names.get(&person.id).map(String::as_str);
        for called in name.into_iter().chain([person.code.as_str()]) {
            let Some(head) = letters.get(..called.len()) else { continue };
            let tail: Vec<char> = letters[called.len()..].chars().collect();
            let fits = tail.is_empty() || hangul::is_particle(&tail) || hangul::follows_latin(&tail);
            if fits && head.eq_ignore_ascii_case(called) {
                found.push((called.len(), person.id, tail.into_iter().collect()));
            }
        }
    }
    found
        .into_iter()
        .max_by_key(|(len, id, _)| (*len, std::cmp::Reverse(*id)))
        .map(|(_, id, tail)| Who::Known(id, tail))
}

impl Capture {
    /// Whom the name at the caret means, with the letters typed of it.
    pub fn person_at_caret(&self, world: &World) -> Option<(Who, String)> {
        let (_, letters) = typed::last_name(self.editor.text()).filter(|_| self.editor.after().is_empty())?;
        Some((who(world, letters)?, letters.to_owned()))
    }

    /// What is offered for the name at the caret.
    pub fn offered_person(&self, world: &World) -> Option<String> {
        let (key, code, name) = match self.person_at_caret(world)?.0 {
            Who::Known(id, _) => {
                let code = world.research.participants().get(&id)?.code.clone();
                ("offer-person", code, world.names.get(&id).cloned().unwrap_or_default())
            }
            Who::New(name, _) => ("offer-new-person", live::next_code(&world.research), name),
        };
        Some(world.say_with(key, &[("code", code.as_str().into()), ("name", name.as_str().into())]))
    }

    /// Puts the code in the place of the name at the caret. Where `sure`, only whoever is meant without doubt.
    pub fn put_person(&mut self, world: &mut World, sure: bool) -> bool {
        let text = self.editor.text().to_owned();
        let Some((before, letters)) = typed::last_name(text.trim_end()) else { return false };
        let meant = if sure { exactly(world, letters) } else { who(world, letters) };
        let Some(code) = meant.and_then(|who| code_for(world, who)) else { return false };
        let blank = if text.ends_with(' ') { " " } else { "" };
        self.editor.set_text(&format!("{before}{code}{blank}"));
        true
    }

    /// Before a line is logged no name is left in it.
    pub fn put_all_people(&mut self, world: &mut World) {
        let text = self.editor.text().to_owned();
        let words: Vec<String> = text.split(' ').map(|word| coded(world, word)).collect();
        let coded = words.join(" ");
        if coded != text {
            self.editor.set_text(&coded);
        }
    }
}

/// A word with its name replaced by a code; any other word as it is.
fn coded(world: &mut World, word: &str) -> String {
    let meant = typed::last_name(word).and_then(|(before, letters)| Some((before, who(world, letters)?)));
    match meant {
        Some((before, who)) => code_for(world, who).map_or_else(|| word.to_owned(), |code| format!("{before}{code}")),
        None => word.to_owned(),
    }
}

/// The code of whoever is meant, with the particle; who is new becomes a participant whose name is in the vault.
fn code_for(world: &mut World, who: Who) -> Option<String> {
    match who {
        Who::Known(id, tail) => Some(format!("{}{tail}", world.research.participants().get(&id)?.code)),
        Who::New(name, tail) => {
            let code = live::next_code(&world.research);
            let (id, step) = live::new_person(&world.research, &code, &world.fresh())?;
            if !world.commit(step) {
                return None;
            }
            world.name(id, &name);
            let text =
                world.say_with("named-person", &[("name", name.as_str().into()), ("code", code.as_str().into())]);
            world.tell(text);
            Some(format!("{code}{tail}"))
        }
    }
}
