//! Draws the model: the lowest pane in sight, the sheets over it, and the hardware cursor at the caret. Reads only;
//! the cost is the size of the terminal, not of the study.

use ratatui::Frame;
use ratatui::layout::Position;

use super::model::Model;
use super::widget::canvas::Canvas;

/// Draws one frame.
pub fn view(model: &Model, frame: &mut Frame) {
    let mut canvas = Canvas::new(frame.buffer_mut(), &model.world.look);
    if let Some(caret) = draw(model, &mut canvas) {
        frame.set_cursor_position(caret);
    }
}

/// Draws everything in sight and tells where the hardware cursor belongs.
pub fn draw(model: &Model, canvas: &mut Canvas) -> Option<Position> {
    let mut caret = None;
    if canvas.width() == 0 || canvas.height() == 0 {
        return caret;
    }
    for pane in &model.panes[model.lowest_in_sight()..] {
        caret = None;
        let (width, height) = (canvas.width(), canvas.height());
        canvas.part((0, 0), (width, height), |canvas| {
            pane.draw(&model.world, canvas);
            caret = canvas.caret();
        });
    }
    caret
}
