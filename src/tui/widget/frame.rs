//! What is the same on every screen: line 1 says where one is and, at the right, the clock and what is saved; the
//! last line gives the live hints or the newest notice; the body is between them.

use ratatui::text::Span;

use super::canvas::Canvas;
use crate::domain::text;
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
    let mut hints = hints(world, pane);
    while hints.len() > 1 && width_of(&hints) > canvas.width() {
        hints.remove(hints.len() - 2);
    }
    let mut spans = Vec::new();
    for (key, label) in hints {
        if !spans.is_empty() {
            spans.push(Span::raw("  "));
        }
        spans.push(Span::styled(key, world.look.plain()));
        spans.push(Span::styled(format!(" {label}"), world.look.dim()));
    }
    canvas.line(last, &spans);
}

fn width_of(hints: &[(String, String)]) -> usize {
    let texts: usize = hints.iter().map(|(key, label)| text::width(key) + 1 + text::width(label)).sum();
    texts + 2 * hints.len().saturating_sub(1)
}

/// The keys and labels that the footer may show, the most needed first and the way to all others last.
fn hints(world: &World, pane: &dyn Pane) -> Vec<(String, String)> {
    let mut ranked: Vec<_> =
        world.keys.bindings(pane.place()).filter(|it| it.rank > 0 && pane.offers(world, it.action)).collect();
    ranked.sort_by_key(|binding| binding.rank);
    ranked.dedup_by_key(|binding| binding.action);
    let mut hints = Vec::new();
    for binding in ranked {
        if let Some(key) = binding.keys.first() {
            hints.push((key.to_string(), pane.label(world, binding.action)));
        }
    }
    hints
}
