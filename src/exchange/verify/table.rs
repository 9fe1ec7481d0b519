//! A table of quotations, of presence or of a map, read back: each cell under its row and column. The guard that keeps a
//! spreadsheet from running a cell is taken off, so that a wording is compared to the byte.

use crate::domain::Citation;
use crate::domain::verify::{Printed, PrintedLine, Quote};
use crate::error::{Error, Result};
use crate::exchange::flat::strip_guard;

/// The first line of the table that is a row: the head is the first.
const FIRST_ROW: usize = 2;

/// Reads a document.
///
/// # Errors
/// `verify-table` where it is no table.
pub(super) fn read(text: &str) -> Result<Printed> {
    let text = text.trim_start_matches('\u{FEFF}');
    let broken =
        |line: usize| move |fault: csv::Error| Error::refused("verify-table").with("line", line).because(fault);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().map_err(broken(1))?.iter().map(|it| strip_guard(it).to_owned()).collect();
    let place = |name: &str| heads.iter().position(|it| it == name);
    let mut printed = Printed { has_paths: true, ..Printed::default() };
    for (number, row) in reader.records().enumerate() {
        let row = row.map_err(broken(number + FIRST_ROW))?;
        let cell = |name: &str| place(name).and_then(|at| row.get(at)).map(strip_guard);
        let id = cell("id").or_else(|| cell("participant")).unwrap_or_default();
        let at = format!("[{}]", id.replace('[', "(").replace(']', ")"));
        if let Ok(cite) = id.parse::<Citation>() {
            let (is_quoted, who) = (cell("verbatim") == Some("1"), cell("participant").map(str::to_owned));
            printed.cites.push((at.clone(), cite.clone()));
            if let Some(text) = cell("text").filter(|_| cell("withheld") != Some("1")) {
                printed.quotes.push(Quote { at: at.clone(), cite: Some(cite), text: text.to_owned(), is_quoted, who });
            }
        }
        for cites in ["evidence", "against"].into_iter().filter_map(cell) {
            let cites = cites.split(' ').filter_map(|it| it.parse::<Citation>().ok());
            printed.cites.extend(cites.map(|cite| (at.clone(), cite)));
        }
        for (head, text) in heads.iter().zip(&row) {
            let at = format!("{at}.{}", head.replace('[', "(").replace(']', ")"));
            printed.lines.push(PrintedLine { at, text: strip_guard(text).to_owned(), against: false });
        }
    }
    Ok(printed)
}
