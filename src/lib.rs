//! whybuy: log buyer-persona interviews live, find what buyers said, and draw briefs and journeys whose every
//! claim has its evidence. The house is described in `ARCHITECTURE.md`; arrows between these modules point down.

pub mod cli;
pub mod config;
pub mod domain;
pub mod error;
pub mod exchange;
pub mod insight;
pub mod library;
pub mod mint;
pub mod plain;
pub mod process;
pub mod search;
pub mod store;
pub mod tui;
pub mod words;
