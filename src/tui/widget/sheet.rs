//! The sheet at the foot of the screen that forms, pickers and questions are drawn on. It lies over the pane below,
//! has one rule as its border and leaves the rest of the screen in sight.

use ratatui::text::Span;

use super::canvas::Canvas;
use super::frame;
use crate::tui::pane::Pane;
use crate::tui::world::World;

/// Draws a sheet of `rows` rows of content above the footer, with its title on the rule, and lets `draw` fill it.
pub fn sheet(
    canvas: &mut Canvas,
    world: &World,
    (pane, title): (&dyn Pane, &str),
    rows: usize,
    draw: impl FnOnce(&mut Canvas),
) {
    let height = canvas.height();
    let rows = rows.min(height.saturating_sub(2)).max(1);
    let top = height.saturating_sub(rows + 2);
    let has_chrome = height >= 3;
    canvas.rows(top, height - top, |sheet| {
        sheet.clear();
        let mut first = 0;
        if has_chrome {
            sheet.rule(0);
            sheet.put(1, 0, sheet.width().saturating_sub(2), &[Span::styled(format!(" {title} "), world.look.bold())]);
            frame::footer(sheet, world, pane);
            first = 1;
        }
        let room = sheet.height().saturating_sub(if has_chrome { 2 } else { 0 });
        sheet.rows(first, room, draw);
    });
}
