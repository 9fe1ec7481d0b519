//! What lies over a screen for a moment: questions, forms, the pickers of themes and of cells, the palette of everything and the help
//! page. Each closes with an answer or with none; none of them knows what the answer is for.

pub mod ask;
pub mod cells;
pub mod commands;
pub mod form;
pub mod help;
pub mod picker;
