//! What is the same on every screen: line 1 says where one is and, at the right, the clock and what is saved; the
//! last line gives the live hints or the newest notice; the body is between them.

use ratatui::text::Span;

use super::canvas::Canvas;
use crate::domain::text;
use crate::tui::action::Action;
use crate::tui::keymap::Chord;
use crate::tui::pane::Pane;
use crate::tui::world::{Safety, World};

/// Draws line 1, the rule and the footer, and returns the first row of the body and its height.
pub fn frame(canvas: &mut Canvas, world: &World, pane: &dyn Pane, left: &[Span]) -> (usize, usize) {
    let height = canvas.height();
    if height < 3 {
        return (0, height);
    }
    head(canvas, world, left);
    footer(canvas, world, pane);
    if height < 8 {
        return (1, height - 2);
    }
    canvas.rule(1);
    (2, height - 3)
}

/// Line 1.
pub fn head(canvas: &mut Canvas, world: &World, left: &[Span]) {
    let right = status(world, canvas.width());
    let taken: usize = right.iter().map(|span| text::width(&span.content)).sum();
    let width = canvas.width();
    canvas.put_right(0, 0, width, &right);
    canvas.put(0, 0, width.saturating_sub(taken + 2), left);
}

/// The clock and what is saved, shorter on a narrow terminal.
pub fn status(world: &World, width: usize) -> Vec<Span<'static>> {
    let look = &world.look;
    let clock = world.now.local().format(if width < 60 { "%H:%M" } else { "%m-%d %H:%M" });
    let mut spans = vec![Span::styled(format!("{clock}  "), look.dim())];
    spans.extend(safety(world, width));
    spans
}

/// What is saved.
pub fn safety(world: &World, width: usize) -> Vec<Span<'static>> {
    let look = &world.look;
    match world.safety() {
        Safety::Saved if width < 60 => vec![Span::styled("v", look.plain())],
        Safety::Saved => vec![Span::styled("v ", look.plain()), Span::styled(world.say("saved"), look.dim())],
        Safety::Waiting(_) if width < 60 => vec![Span::styled("*", look.bold())],
        Safety::Waiting(_) => vec![Span::styled("* ", look.bold()), Span::styled(world.say("saving"), look.dim())],
        Safety::Failed(pending, why) => {
            let what = world.say_with("not-saved", &[("count", pending.into()), ("why", why.into())]);
            vec![Span::styled(format!(" {what} "), look.alert())]
        }
    }
}

/// The last line: the newest notice, or the hints of this place, all of which work.
pub fn footer(canvas: &mut Canvas, world: &World, pane: &dyn Pane) {
    let last = canvas.height().saturating_sub(1);
    if let Some(notice) = &world.notice {
        let style = if notice.alert { world.look.alert() } else { world.look.plain() };
        canvas.line(last, &[Span::styled(notice.text.as_str(), style)]);
        return;
    }
    let mut spans = Vec::new();
    for Hint { chord, label, .. } in hints(world, pane, canvas.width()) {
        if !spans.is_empty() {
            spans.push(Span::raw("  "));
        }
        spans.push(Span::styled(chord.to_string(), world.look.plain()));
        spans.push(Span::styled(format!(" {label}"), world.look.dim()));
    }
    canvas.line(last, &spans);
}

/// One hint of the footer.
pub struct Hint {
    /// The key.
    pub chord: Chord,
    /// What it does.
    pub action: Action,
    /// How that is called here.
    pub label: String,
}

impl Hint {
    /// Cells on the screen.
    pub fn width(&self) -> usize {
        text::width(&self.chord.to_string()) + 1 + text::width(&self.label)
    }
}

/// The hints that the footer shows in this width, the most needed first and the way to all others last.
pub fn hints(world: &World, pane: &dyn Pane, width: usize) -> Vec<Hint> {
    let mut hints = all_hints(world, pane);
    let needed = |hints: &[Hint]| hints.iter().map(Hint::width).sum::<usize>() + 2 * hints.len().saturating_sub(1);
    while hints.len() > 1 && needed(&hints) > width {
        hints.remove(hints.len() - 2);
    }
    hints
}

fn all_hints(world: &World, pane: &dyn Pane) -> Vec<Hint> {
    let mut ranked: Vec<_> =
        world.keys.bindings(pane.place()).filter(|it| it.rank > 0 && pane.offers(world, it.action)).collect();
    ranked.sort_by_key(|binding| binding.rank);
    let mut named: Vec<Action> = Vec::new();
    ranked.retain(|binding| {
        !named.contains(&binding.action) && {
            named.push(binding.action);
            true
        }
    });
    let mut hints = Vec::new();
    for binding in ranked {
        if let Some(chord) = binding.keys.first() {
            let label = pane.label(world, binding.action);
            hints.push(Hint { chord: *chord, action: binding.action, label });
        }
    }
    hints
}
