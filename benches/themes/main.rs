//! How well candidate themes, quotes, names and summaries do beside plain methods, on texts that people have grouped,
//! condensed and borne out (`../shared/data/themes`), with 95 % intervals over sets; and how fast. Prints the tables of
//! `docs/synthesis.md`. `WHYBUY_PART` (`themes`, `quotes`, `evidence`, `names`, `speed`) runs a part.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

mod baselines;
#[path = "../corpus/dice.rs"]
mod dice;
mod measures;
mod parts;
mod sets;
mod space;

fn main() {
    let Some(folder) = sets::folder() else {
        println!("SKIPPED: there is no ../shared/data/themes");
        return;
    };
    let part = std::env::var("WHYBUY_PART").unwrap_or_default();
    let runs = |name: &str| part.is_empty() || part == name;
    if runs("themes") {
        parts::themes(&folder);
    }
    if runs("quotes") {
        parts::quotes(&folder);
    }
    if runs("evidence") {
        parts::evidence(&folder);
    }
    if runs("names") {
        parts::names(&folder);
    }
    if runs("speed") {
        parts::speed(&folder);
    }
}
