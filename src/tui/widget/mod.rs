//! Drawing shared by the panes: a clipped canvas, the frame with its footer, the window of a long list, the text
//! field and the sheet at the foot. Widgets hold no research and decide nothing.

pub mod canvas;
pub mod cursor;
pub mod field;
pub mod frame;
pub mod prose;
pub mod sheet;
pub mod unmatched;
