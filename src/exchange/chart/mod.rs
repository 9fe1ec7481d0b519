//! A chart: a map as it is said in one language, before it takes the form of a page, a table or a drawing. Every sentence
//! is finished and every mark has its word; Markdown, HTML, SVG, Mermaid and the outline only set it. Nothing is counted
//! here, and nothing here knows a file format.

mod columns;
mod facts;
mod head;
mod mood;
mod moves;
mod outline;
mod rows;

use serde::Serialize;

pub use columns::Column;
pub use head::Sign;
pub(in crate::exchange) use head::unapproached;
pub use mood::{Felt, Mood};
pub use moves::Move;
pub use outline::Outline;
pub use rows::{Cell, Entry, Open, Row, Witness};

use super::sheet::{Labelled, outside};
use crate::domain::dimension::Stage;
use crate::domain::journey::{LaneRow, Map};
use crate::words::{Arg, Words};

/// A map in the words of one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    /// The language: `en` or `ko`.
    pub lang: &'static str,
    /// "The journey of ...".
    pub title: String,
    /// The persona's name.
    pub persona: String,
    /// The study's name.
    pub study: String,
    /// To whom it leads and for which group, where that is not us and everybody.
    pub whose: Vec<String>,
    /// Under which number it was published, when and by whom; empty in a draft.
    pub edition: String,
    /// That nobody keeps it yet; empty where somebody does.
    pub proposed: String,
    /// What all of it rests on, how much of it is doubtful, how many comments are open: "7 interviews · 41 lines · newest ...".
    pub facts: Vec<String>,
    /// The goal, by what one sees that it works, the buyer type, the approach; those that are said.
    pub purpose: Vec<Labelled>,
    /// That buyers do not move like the form.
    pub disclaimer: String,
    /// What each mark means.
    pub legend: Vec<Sign>,
    /// The stages, in order.
    pub columns: Vec<Column>,
    /// The lanes that are shown, in order.
    pub rows: Vec<Row>,
    /// Which lanes are not shown; empty where all are.
    pub hidden: String,
    /// How the buyer feels, stage by stage; none where nothing was felt.
    pub mood: Option<Mood>,
    /// How buyers really moved, the ways back first.
    pub moves: Vec<Move>,
    /// That no move is known; empty where one is.
    pub no_moves: String,
    /// What must still be written, stage by stage.
    pub open: Vec<Open>,
    /// That nothing is open; empty where something is.
    pub no_open: String,
    /// Whose lines it rests on.
    pub witnesses: Vec<Witness>,
    /// How it was made, one sentence each.
    pub method: Vec<String>,
    /// Interactions, why a solution is needed, pains.
    pub outline: Vec<Outline>,
}

impl Chart {
    /// The map in the language of the words. The same map and language give the same chart.
    pub fn of(map: &Map, words: &Words) -> Chart {
        let (rows, open) = (rows::of(map, words), rows::open(map, words));
        let said = |key: &str, is_needed: bool| if is_needed { words.say(key) } else { String::new() };
        Chart {
            lang: words.lang().name(),
            title: words.say_with("report-journey-title", &[("persona", (&outside(&map.persona)).into())]),
            persona: outside(&map.persona),
            study: outside(&map.study),
            whose: head::whose(map, words),
            edition: head::edition(map, words),
            proposed: said("chart-proposed", !map.kept),
            facts: head::facts(map, words),
            purpose: head::purpose(map, words),
            disclaimer: words.say("report-disclaimer"),
            legend: head::legend(words),
            columns: columns::of(map, words),
            hidden: head::hidden(map, words),
            mood: mood::of(map, words),
            moves: moves::of(map, words),
            no_moves: said("report-no-moves", map.transitions.is_empty()),
            no_open: said("chart-no-open", open.is_empty()),
            witnesses: rows::witnesses(&rows),
            outline: outline::of(&rows, words),
            method: head::method(map, words),
            rows,
            open,
        }
    }

    /// The legend as one sentence.
    pub fn legend(&self) -> String {
        let signs: Vec<String> = self.legend.iter().map(|it| format!("{} {}", it.mark, it.meaning)).collect();
        signs.join(" · ")
    }
}

/// The stage as it is called here, with its number.
fn stage(map: &Map, stage: &Stage, words: &Words) -> String {
    let found = map.stages.iter().enumerate().find(|(_, it)| it.card.stage == *stage);
    found.map_or_else(
        || outside(stage.key()),
        |(number, it)| format!("{number} {}", outside(&words.named("stage", &it.card.name, stage))),
    )
}

fn lane(row: &LaneRow, words: &Words) -> String {
    outside(&words.named("lane", &row.name, row.lane))
}

/// "1 person", "3 people".
fn people(count: usize, words: &Words) -> String {
    words.say_with("people", &[("count", Arg::from(count))])
}

/// A map as it leaves in JSON: the document itself, and in words that buyers do not move like it and that nobody said how
/// they are approached, where nobody did.
#[derive(Serialize)]
pub struct Document<'m> {
    #[serde(flatten)]
    map: &'m Map,
    disclaimer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unapproached: Option<String>,
}

impl<'m> Document<'m> {
    /// The map with its sentences in the language of the words.
    pub fn of(map: &'m Map, words: &Words) -> Document<'m> {
        Document { map, disclaimer: words.say("report-disclaimer"), unapproached: unapproached(map, words) }
    }
}
