//! Draws the model: the lowest pane in sight, the sheets over it, and the hardware cursor at the caret. Reads only;
//! the cost is the size of the terminal, not of the study.

use ratatui::Frame;

use super::model::Model;
use super::widget::canvas::Canvas;

/// Draws one frame.
pub fn view(model: &Model, frame: &mut Frame) {
    let mut canvas = Canvas::new(frame.buffer_mut(), &model.world.look);
    if canvas.width() == 0 || canvas.height() == 0 {
        return;
    }
    let mut caret = None;
    for pane in &model.panes[model.lowest_in_sight()..] {
        caret = None;
        let (width, height) = (canvas.width(), canvas.height());
        canvas.part((0, 0), (width, height), |canvas| {
            pane.draw(&model.world, canvas);
            caret = canvas.caret();
        });
    }
    if let Some(caret) = caret {
        frame.set_cursor_position(caret);
    }
}
