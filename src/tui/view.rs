//! Draws the model: the lowest pane in sight, the sheets over it, and the hardware cursor at the caret. Reads only;
//! the cost is the size of the terminal, not of the study.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::model::Model;
use super::widget::canvas::{Canvas, Entries};

/// Draws one frame.
pub fn view(model: &Model, frame: &mut Frame) {
    let mut canvas = Canvas::new(frame.buffer_mut(), &model.world.look);
    if let Some(caret) = draw(model, &mut canvas).caret {
        frame.set_cursor_position(caret);
    }
}

/// What the pane with the focus has drawn.
#[derive(Debug, Default)]
pub struct Sight {
    /// Where the hardware cursor belongs.
    pub caret: Option<Position>,
    /// Its list.
    pub entries: Entries,
}

/// What would be seen now, without a terminal.
pub fn sight(model: &Model) -> Sight {
    let (columns, rows) = model.world.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    draw(model, &mut Canvas::new(&mut buffer, &model.world.look))
}

/// Draws everything in sight.
pub fn draw(model: &Model, canvas: &mut Canvas) -> Sight {
    let mut sight = Sight::default();
    if canvas.width() == 0 || canvas.height() == 0 {
        return sight;
    }
    for pane in &model.panes[model.lowest_in_sight()..] {
        let (width, height) = (canvas.width(), canvas.height());
        canvas.part((0, 0), (width, height), |canvas| {
            pane.draw(&model.world, canvas);
            sight = Sight { caret: canvas.caret(), entries: canvas.entries().clone() };
        });
    }
    sight
}
