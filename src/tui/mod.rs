//! The screens: the only place that knows a terminal, a key and a colour. State changes only in `update`,
//! drawing reads it only; nothing here touches SQL, the index or a file.

pub mod bounded;
pub mod jamo;
pub mod line_editor;
pub mod outside;
pub mod terminal;
pub mod widths;
