//! The screens, one file or folder each, in the order state, update, view, tests.
//! A screen knows the world and the widgets, never another screen's state, a disk or a thread.

pub mod affinity;
pub mod apart;
pub mod brief;
pub mod candidates;
pub mod capture;
pub mod card;
pub mod compare;
pub mod event;
pub mod evidence;
pub mod gate;
pub mod guide;
pub mod history;
pub mod home;
pub mod journey;
pub mod line;
pub mod matrix;
pub mod participant;
pub mod paste;
pub mod people;
pub mod personas;
pub mod reader;
pub mod recruit;
pub mod saturation;
pub mod search;
pub mod settings;
pub mod sort;
pub mod stream;
pub mod studies;
pub mod themes;
pub mod timeline;
pub mod verify;
