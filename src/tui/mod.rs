//! The screens: the only place that knows a terminal, a key and a colour. State changes only in `update`,
//! drawing reads it only; nothing here touches SQL, the index or a file.

pub mod action;
pub mod bounded;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod calls;
pub mod docs;
pub mod driver;
pub mod echoes;
pub mod effect;
pub mod event;
mod hear;
#[cfg(test)]
mod hostile;
pub mod jamo;
pub mod keymap;
pub mod line_editor;
pub mod model;
pub mod mouse;
pub mod outside;
pub mod overlay;
pub mod palette;
pub mod pane;
pub mod proposing;
pub mod screen;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
pub(crate) mod script;
pub mod terminal;
#[cfg(test)]
pub(crate) mod tests;
pub mod trail;
pub mod tray;
pub mod update;
pub mod view;
pub mod watching;
pub mod widget;
pub mod widths;
pub mod world;

pub use driver::{Options, run};
pub use model::Start;
pub use palette::Colors;
