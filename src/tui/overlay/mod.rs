//! What lies over a screen for a moment: questions, forms, the theme picker, the palette of everything and the help
//! page. Each closes with an answer or with none; none of them knows what the answer is for.

pub mod ask;
pub mod commands;
pub mod form;
pub mod help;
pub mod picker;
