//! The one integration binary: what can only be seen from outside a module or outside the process.
//! Laws of the domain, views and rows are tested where they live, in `src`.
// Tests may speak: what a long run measured is on their standard output.
#![allow(clippy::disallowed_macros)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod agreement;
mod architecture;
mod browser;
mod charts;
mod chromium;
mod cli;
mod corpus;
mod determinism;
mod docs;
mod drawn;
mod endings;
mod files;
mod forms;
mod full_disk;
mod home;
mod hostile;
mod index_damage;
mod kill;
mod maps;
mod measured;
#[cfg(feature = "paper")]
mod paper;
mod payloads;
mod plain;
mod pty;
mod readings;
mod real_data;
mod recount;
mod requirements;
mod rich;
mod settings;
mod sheets;
mod sizes;
mod tokens;
mod two_processes;
mod typing;
