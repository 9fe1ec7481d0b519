//! The personas, the most urgent of the year first (context LIST): the choice of one on the way to its brief or its
//! journey, and what people say of it. What is known of a persona is computed by the domain and shown elsewhere.

use ratatui::text::Span;

use super::gate::GatePane;
use super::journey::JourneyPane;
use super::line::cut_marked;
use crate::domain::priority::{self, Year};
use crate::domain::{Id, Persona, persona_steps, text};
use crate::error::Result;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// What is opened of the persona.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Its brief, by its gate.
    Brief,
    /// Its journey.
    Journey,
}

/// The personas of the study.
pub struct Personas {
    /// What a persona is chosen for; none where the list itself was asked for, which then stays.
    then: Option<Then>,
    year: Option<Year>,
    rows: Vec<(Id, usize)>,
    /// Says that several stand in the first place of the year; blank where they do not.
    warning: String,
    cursor: Cursor,
    seen: Seen,
}

/// Opens the brief or the journey: at once where there is one persona only.
pub fn choose(world: &mut World, then: Then) {
    let mut personas = world.research.personas().keys().copied();
    let pane: Box<dyn Pane> = match (personas.next(), personas.next()) {
        (Some(only), None) => document(only, then),
        _ => Personas::new(Some(then)),
    };
    world.moves.push(Move::Open(pane));
}

/// Opens the list itself.
pub fn list(world: &mut World) {
    world.moves.push(Move::Open(Personas::new(None)));
}

fn document(persona: Id, then: Then) -> Box<dyn Pane> {
    match then {
        Then::Brief => Box::new(GatePane::of(persona)),
        Then::Journey => Box::new(JourneyPane::of(persona)),
    }
}

fn year(world: &World) -> Year {
    Year::of(world.now.date())
}

impl Personas {
    fn new(then: Option<Then>) -> Box<Personas> {
        let (rows, warning) = (Vec::new(), String::new());
        Box::new(Personas { then, year: None, rows, warning, cursor: Cursor::default(), seen: Seen::default() })
    }

    fn here(&self) -> Option<Id> {
        self.rows.get(self.cursor.at).map(|row| row.0)
    }

    /// Takes an answer over what the persona says, as one step; what is not legal changes nothing and is told.
    fn take(&mut self, world: &mut World, persona: Id, change: impl FnOnce(&mut Persona) -> Result<()>) {
        let Some(mut persona) = world.research.personas().get(&persona).cloned() else { return };
        match change(&mut persona).map(|()| persona_steps::changed(&world.research, persona)) {
            Ok(step) => {
                step.map(|step| world.commit(step));
            }
            Err(error) => world.tell_error(&error),
        }
    }
}

fn ask(world: &mut World, persona: Id) {
    let Some(persona) = world.research.personas().get(&persona) else { return };
    let fields = vec![
        Field::new(world.say("field-persona"), &persona.name),
        Field::new(world.say("field-persona-about"), &persona.about),
        Field::new(world.say("field-persona-approach"), &persona.approach),
    ];
    let title = world.say_with("persona-change", &[("persona", (&persona.name).into())]);
    world.moves.push(Move::Open(Box::new(Form::new(Asking::Persona(persona.id), title, fields))));
}

fn ask_rank(world: &mut World, persona: Id) {
    let Some(persona) = world.research.personas().get(&persona) else { return };
    let year = year(world);
    let rank = persona.priority.get(&year).map(ToString::to_string).unwrap_or_default();
    let shown = year.to_string();
    let title = world.say_with("persona-rank", &[("persona", (&persona.name).into()), ("year", shown.as_str().into())]);
    let fields = vec![Field::suggesting(world.say("field-persona-rank"), &rank)];
    world.moves.push(Move::Open(Box::new(Form::new(Asking::Rank(persona.id), title, fields).leaving_blank())));
}

impl Pane for Personas {
    fn place(&self) -> Place {
        Place::Personas
    }

    fn refresh(&mut self, world: &World) {
        let year = year(world);
        if self.seen.is_stale(world, |_| true) || self.year != Some(year) {
            let here = self.here();
            let count = |persona: &Persona| (persona.id, world.research.counted_people(Some(persona.id)).len());
            self.rows = priority::ranked(&world.research, year).into_iter().map(count).collect();
            // The cursor stays on its persona when a rank moves it.
            self.cursor.at = self.rows.iter().position(|row| Some(row.0) == here).unwrap_or(self.cursor.at);
            self.cursor.hold(self.rows.len());
            let shared = priority::shared_firsts(&world.research).into_iter().find(|it| it.year == year);
            self.warning = shared.map_or_else(String::new, |shared| {
                let (year, personas) = (year.to_string(), shared.personas.join(", "));
                world.say_with("priority-shared", &[("year", (&year).into()), ("personas", (&personas).into())])
            });
            self.year = Some(year);
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return;
        }
        match (action, self.here()) {
            (Action::Back, _) => world.moves.push(Move::Close),
            (Action::Open, Some(persona)) => {
                if self.then.is_some() {
                    world.moves.push(Move::Close);
                }
                world.moves.push(Move::Open(document(persona, self.then.unwrap_or(Then::Brief))));
            }
            (Action::Change, Some(persona)) => ask(world, persona),
            (Action::Rank, Some(persona)) => ask_rank(world, persona),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let Answer::Texts(texts) = answer else { return };
        let text = |at: usize| texts.get(at).cloned().unwrap_or_default();
        match asking {
            Asking::Persona(persona) => self.take(world, persona, |persona| {
                (persona.name, persona.about, persona.approach) = (text(0), text(1), text(2));
                Ok(())
            }),
            Asking::Rank(persona) => {
                let year = year(world);
                self.take(world, persona, |persona| priority::put(&mut persona.priority, year, &text(0)));
            }
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open | Action::Change | Action::Rank => !self.rows.is_empty(),
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let key = match self.then {
            Some(Then::Brief) => "personas-brief",
            Some(Then::Journey) => "personas-journey",
            None => "place-personas",
        };
        let (look, width) = (&world.look, canvas.width());
        let mut title = vec![Span::styled(format!(" {}", world.say(key)), look.bold())];
        let is_ranked = self.rows.iter().any(|row| rank(world, row.0).is_some());
        if is_ranked {
            let year = year(world).to_string();
            let order = world.say_with("personas-by-rank", &[("year", (&year).into())]);
            title.push(Span::styled(format!("  {order}"), look.dim()));
        }
        let (mut first, mut height) = frame(canvas, world, self, &title);
        if self.rows.is_empty() {
            canvas.put(1, first, width, &[Span::styled(world.say("personas-empty"), look.dim())]);
        }
        let warning = text::wrap(&self.warning, width.saturating_sub(2).max(1), 0);
        for row in warning.iter().filter(|_| !self.warning.is_empty()).take(height / 2) {
            canvas.put(1, first, width.saturating_sub(1), &[Span::styled(row.as_str(), look.alert())]);
            (first, height) = (first + 1, height - 1);
        }
        for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
            let (id, people) = self.rows[at];
            let Some(persona) = world.research.personas().get(&id) else { continue };
            let people = world.say_with("people", &[("count", people.into())]);
            let indent = if is_ranked { 4 } else { 1 };
            let room = width.saturating_sub(text::width(&people) + indent + 4);
            let rank = rank(world, id).map_or_else(String::new, |rank| rank.to_string());
            canvas.put(1, first + y, indent - 1, &[Span::styled(format!("{rank:>2}"), look.bold())]);
            canvas.put(indent, first + y, room, &[Span::raw(cut_marked(look, &persona.name, room))]);
            canvas.put_right(0, first + y, width.saturating_sub(1), &[Span::styled(people, look.dim())]);
            canvas.entry(first + y, at, at == self.cursor.at);
        }
    }
}

/// The rank of a persona in the current year.
fn rank(world: &World, persona: Id) -> Option<u8> {
    world.research.personas().get(&persona)?.priority.get(&year(world)).copied()
}

#[cfg(test)]
mod tests {
    use crate::tui::script::{Script, sample};
    use crate::words::Lang;

    /// The place of the first row that says it.
    fn row(script: &Script, name: &str) -> usize {
        let screen = script.screen();
        screen.lines().position(|line| line.contains(name)).unwrap_or_else(|| panic!("no {name} in\n{screen}"))
    }

    /// Shows A13.
    #[test]
    fn the_most_urgent_of_this_year_stands_first_and_is_ranked_by_a_key() {
        let script = Script::on(sample()).keys("pp").shows("the most urgent of 2026 first").shows(" 1 개발팀장");
        assert!(row(&script, "개발팀장") < row(&script, "대표·경영지원"));
        let script = script.keys("r").shows("How urgent is 개발팀장 in 2026? 1 is first").keys("3<enter>");
        let script = script.shows(" 2 대표·경영지원").shows(" 3 개발팀장");
        assert!(row(&script, "대표·경영지원") < row(&script, "개발팀장"));
        // The cursor has gone along with its persona, so that the next key still means it.
        let script = script.keys("r<backspace><enter>").hides(" 3 개발팀장").shows("    개발팀장");
        script.keys("r첫째<enter>").shows("is not a rank").keys("<esc>").shows("    개발팀장");
    }

    /// Shows A13.
    #[test]
    fn two_in_the_first_place_are_warned_of_until_one_gives_way() {
        let warning = "2026년의 첫째 순위에 페르소나가 둘 이상입니다: 개발팀장, 대표·경영지원.";
        let script = Script::with(sample(), Lang::Ko, Vec::new()).keys("pp").hides("첫째 순위에");
        let script =
            script.keys("jr").shows("2026년 대표·경영지원: 얼마나 시급합니까?").keys("1<enter>").shows(warning);
        insta::assert_snapshot!("personas_shared_ko_80x24", script.screen());
        let narrow = script.sized(40, 20).shows("첫째 순위에");
        narrow.sized(80, 24).keys("r4<enter>").hides("첫째 순위에").shows(" 4 대표·경영지원");
    }

    #[test]
    fn what_is_said_of_a_persona_is_changed_and_one_alone_is_reached_too() {
        let script =
            Script::on(sample()).keys("ppe").shows("Persona 개발팀장").keys("<tab><tab><c-u>먼저 들려준다<enter>");
        let persona = script.model.world.research.personas().values().find(|it| it.name == "개발팀장").cloned();
        assert_eq!(persona.unwrap().approach, "먼저 들려준다");
    }
}
