//! How far one is: the eight steps of mapping for this journey, and the study's five from asking to measuring, as they
//! are read from what is there. A step of mapping can be left out with a reason.

use ratatui::text::Span;

use super::JourneyPane;
use super::views::{Lead, Row, Scene};
use crate::domain::journey::checklist::{Done, Progress, mapping, study};
use crate::domain::text;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move};
use crate::tui::screen::line::padded;
use crate::tui::world::World;

/// The rows of the view.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let (world, board) = (scene.world, scene.board);
    let head = |key: &str, done: usize, all: usize| {
        let words = format!(" {}  {done}/{all}", world.say(key));
        Row::plain(vec![Span::styled(words, world.look.bold())])
    };
    let steps = mapping(&world.research, &board.journey, &board.map);
    let done = steps.iter().filter(|it| it.progress != Progress::Open).count();
    let mut rows = vec![head("steps-mapping", done, steps.len())];
    rows.extend(steps.iter().map(|it| {
        let spans = step(scene, &format!("mapping-step-{}", it.step), (it.progress, it.have, it.of, &it.reason));
        // What is done needs no decision.
        if it.progress == Progress::Done { Row::plain(spans) } else { Row::to(Lead::Step(it.step), spans) }
    }));
    let steps = study(&world.research);
    let done = steps.iter().filter(|it| it.progress == Progress::Done).count();
    rows.extend([Row::default(), head("steps-study", done, steps.len())]);
    rows.extend(steps.iter().map(|it: &Done<_>| {
        let spans = step(scene, &format!("study-step-{}", it.step), (it.progress, it.have, it.of, &it.reason));
        Row::plain(spans)
    }));
    rows
}

fn step(
    scene: &Scene,
    key: &str,
    (progress, have, of, reason): (Progress, usize, Option<usize>, &str),
) -> Vec<Span<'static>> {
    let (world, look) = (scene.world, &scene.world.look);
    let sign = match progress {
        Progress::Done => look.glyphs.on,
        Progress::Open => look.glyphs.dot,
        Progress::Skipped => look.glyphs.against,
    };
    let count = of.map_or(have.to_string(), |of| format!("{have}/{of}"));
    let state = world.say(&format!("progress-{progress}"));
    let why = if progress == Progress::Skipped { format!(": {reason}") } else { String::new() };
    let style = if progress == Progress::Open { look.bold() } else { look.plain() };
    let name = padded(look, &world.say(key), if scene.width < 60 { 18 } else { 34 });
    let gap = " ".repeat(6usize.saturating_sub(text::width(&count)));
    vec![
        Span::styled(format!(" {sign} "), look.dim()),
        Span::styled(name, style),
        Span::raw(format!("{gap}{count}  ")),
        Span::styled(format!("{state}{why}"), look.dim()),
    ]
}

/// Asks why the step at the cursor is left out; a blank answer takes it up again.
pub fn ask_skip(pane: &JourneyPane, world: &mut World) {
    let Some(Lead::Step(step)) = pane.lead().cloned() else { return };
    let reason = pane.board.as_ref().and_then(|board| board.journey.skipped.get(&step)).cloned().unwrap_or_default();
    let name = world.say(&format!("mapping-step-{step}"));
    let title = world.say_with("steps-skip", &[("name", name.as_str().into())]);
    let field = Field::new(world.say("field-reason"), &reason);
    world.moves.push(Move::Open(Box::new(Form::new(Asking::SkipStep(step), title, vec![field]).leaving_blank())));
}
