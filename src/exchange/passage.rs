//! How a passage of a buyer's path reads wherever it is named: `consideration → decision`, with the words of the reader's
//! language for everything that has one.

use crate::domain::paths::Happening;
use crate::words::Words;

/// From one event to another.
pub fn passage((from, to): (&Happening, &Happening), words: &Words) -> String {
    format!("{} → {}", happening(from, words), happening(to, words))
}

fn happening(it: &Happening, words: &Words) -> String {
    match it {
        Happening::Stage(stage) => words.named("stage", "", stage),
        Happening::Act(act) => words.say(&format!("act-{act}")),
        Happening::Touchpoint(name) => name.clone(),
        Happening::Rep => words.say("act-rep"),
        Happening::Outcome(outcome) => words.say(&format!("outcome-{outcome}")),
        Happening::Next => words.say("passage-next"),
        Happening::Any(any) => any.iter().map(|it| happening(it, words)).collect::<Vec<_>>().join(" / "),
    }
}
