//! The paths of a persona as a flowchart of plain text: the stages of the form as boxes with their people, the moves on
//! between them with theirs, and below all moves back and over. Points of action carry a `!`. It is measured; what people
//! wrote on a map is drawn by `flowchart`. The signs have their twins in `ascii`, each as wide as the sign.

use crate::domain::paths::{ActionPoint, Paths, Transition, Way};
use crate::domain::{Stage, text};
use crate::words::Words;

/// The mark of a point of action.
pub const POINT: &str = "!";
/// The widest box, in cells.
const WIDEST: usize = 44;

/// The flowchart as rows of at most `width` cells; longer ones are wrapped.
pub fn text(paths: &Paths, words: &Words, width: usize) -> Vec<String> {
    let chart = Chart { paths, words, points: paths.action_points(), width: width.max(20) };
    let mut rows: Vec<String> = (0..paths.stages.len()).flat_map(|at| chart.stage(at)).collect();
    rows.extend(chart.others());
    rows
}

/// What a stage is called: as its journey calls it, as the template does, or by its key.
pub fn stage_name(paths: &Paths, stage: &Stage, words: &Words) -> String {
    words.named("stage", paths.names.get(stage).map_or("", String::as_str), stage)
}

struct Chart<'a> {
    paths: &'a Paths,
    words: &'a Words,
    points: Vec<ActionPoint>,
    width: usize,
}

impl Chart<'_> {
    fn count(&self, key: &str, count: usize) -> Option<String> {
        (count > 0).then(|| self.words.say_with(key, &[("count", count.into())]))
    }

    /// The box of a stage with what begins and ends there, and the arrow to the next.
    fn stage(&self, at: usize) -> Vec<String> {
        let stage = &self.paths.stages[at];
        let inner = self.box_width();
        let points: Vec<&ActionPoint> = self.points.iter().filter(|it| it.stage == stage.stage).collect();
        let mark = if points.is_empty() { " " } else { POINT };
        let people = self.words.say_with("people", &[("count", stage.people.into())]);
        let name = format!("{mark}{at} {}", stage_name(self.paths, &stage.stage, self.words));
        let room = inner.saturating_sub(text::width(&people) + 1);
        let name = text::cut(&name, room).0;
        let fill = " ".repeat(inner.saturating_sub(text::width(name) + text::width(&people)));
        let rule = "─".repeat(inner + 2);
        let mut rows = vec![format!(" ┌{rule}┐")];
        let box_row = format!(" │ {name}{fill}{people} │");
        rows.extend(self.beside(&box_row, &self.facts(at)));
        let said: Vec<String> = points.iter().map(|it| format!("{POINT} {}", self.point(it))).collect();
        rows.extend(self.beside(&format!(" └{rule}┘"), &said));
        if let Some(next) = self.paths.stages.get(at + 1) {
            let moved = self.paths.transition(&stage.stage, &next.stage);
            let people = moved.map_or_else(|| "0".to_owned(), |it| self.people_and_moves(it));
            rows.push(format!("{}↓ {people}", " ".repeat(inner / 2 + 2)));
        }
        rows
    }

    fn box_width(&self) -> usize {
        (self.width / 2).clamp(16, WIDEST).min(self.width.saturating_sub(6))
    }

    /// What stands beside a row of the box, wrapped in the room at its right, or below it where there is none.
    fn beside(&self, row: &str, said: &[String]) -> Vec<String> {
        let said = said.join(" · ");
        if said.is_empty() {
            return vec![row.to_owned()];
        }
        let indent = text::width(row) + 2;
        let room = self.width.saturating_sub(indent);
        if room < 12 {
            let rest = text::wrap(&said, self.width.saturating_sub(4), 0);
            return std::iter::once(row.to_owned()).chain(rest.iter().map(|it| format!("    {it}"))).collect();
        }
        let wrapped = text::wrap(&said, room, 0).into_iter().enumerate();
        wrapped
            .map(|(at, it)| if at == 0 { format!("{row}  {it}") } else { format!("{}{it}", " ".repeat(indent)) })
            .collect()
    }

    fn facts(&self, at: usize) -> Vec<String> {
        let stage = &self.paths.stages[at];
        let counts = [
            ("paths-began", stage.began),
            ("paths-won", stage.ended.won),
            ("paths-left", stage.ended.exits()),
            ("paths-open", stage.ended.open),
        ];
        counts.into_iter().filter_map(|(key, count)| self.count(key, count)).collect()
    }

    fn point(&self, point: &ActionPoint) -> String {
        self.words.say_with(&format!("paths-point-{}", point.kind), &[("count", point.people.into())])
    }

    fn people_and_moves(&self, it: &Transition) -> String {
        let people = self.words.say_with("people", &[("count", it.people.into())]);
        if it.people == it.moves {
            return people;
        }
        self.words.say_with("paths-people-moves", &[("people", people.as_str().into()), ("count", it.moves.into())])
    }

    /// The moves that the boxes do not show: back first, then over a stage.
    fn others(&self) -> Vec<String> {
        let of = |way: Way| self.paths.transitions.iter().filter(move |it| it.way == way);
        let mut rows = Vec::new();
        for (way, key, sign) in [(Way::Back, "paths-moves-back", "←"), (Way::Skip, "paths-moves-over", "→")] {
            if of(way).next().is_none() {
                continue;
            }
            rows.extend([String::new(), format!(" {}", self.words.say(key))]);
            for it in of(way) {
                let [from, to] = [&it.from, &it.to].map(|stage| {
                    let place = self.paths.place(stage).unwrap_or_default();
                    format!("{place} {}", stage_name(self.paths, stage, self.words))
                });
                let moved = format!("{from} → {to}  {}", self.people_and_moves(it));
                let wrapped = text::wrap(&moved, self.width.saturating_sub(4), 2);
                rows.extend(
                    wrapped.iter().enumerate().map(|(at, row)| format!(" {} {row}", if at == 0 { sign } else { " " })),
                );
            }
        }
        rows
    }
}
