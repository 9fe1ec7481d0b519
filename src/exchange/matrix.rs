//! People against themes as a table for a spreadsheet, in words or as 0 and 1: CSV with a byte order mark, by which Excel
//! reads Korean, and with every cell that looks like a formula guarded.

use super::flat::guard;
use super::records::write_failed;
use crate::domain::matrix::{Cell, Matrix};
use crate::error::Result;
use crate::words::Words;

/// The table as CSV in the language of the words: a row for each person, a column for each theme.
///
/// # Errors
/// None that writing into memory can cause.
pub fn csv(matrix: &Matrix, words: &Words) -> Result<String> {
    let names = matrix.columns.iter().map(|column| {
        let dimension = words.say(&format!("dimension-{}-short", column.dimension.name()));
        format!("{dimension}: {}", column.name)
    });
    let head = ["matrix-participant", "matrix-role"].map(|key| words.say(key));
    table(matrix, head.into_iter().chain(names), |cell| said(cell, words))
}

/// The table as 0 and 1: whether a person raised a theme, however often. Its heads are the same in every language:
/// `dimension:theme`, as flat notes write a theme of another dimension.
///
/// # Errors
/// None that writing into memory can cause.
pub fn presence(matrix: &Matrix) -> Result<String> {
    let names = matrix.columns.iter().map(|column| format!("{}:{}", column.dimension, column.name));
    let head = ["participant", "role"].map(str::to_owned);
    table(matrix, head.into_iter().chain(names), |cell| u8::from(cell.said).to_string())
}

fn table(matrix: &Matrix, head: impl Iterator<Item = String>, said: impl Fn(Cell) -> String) -> Result<String> {
    let failed = |error: csv::Error| write_failed(std::io::Error::other(error));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(head.map(guard)).map_err(failed)?;
    for row in &matrix.rows {
        let cells = row.cells.iter().map(|cell| said(*cell));
        writer.write_record([row.code.clone(), guard(row.role.clone())].into_iter().chain(cells)).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| write_failed(error.into_error()))?;
    Ok(format!("\u{FEFF}{}", String::from_utf8_lossy(&bytes)))
}

/// A cell in words: a spreadsheet filters by them.
fn said(cell: Cell, words: &Words) -> String {
    let parts = [(cell.said, "matrix-said"), (cell.against, "matrix-against")];
    let parts: Vec<String> = parts.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| words.say(key)).collect();
    match (parts.is_empty(), cell.asked) {
        (true, true) => words.say("matrix-asked"),
        _ => parts.join(" / "),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::matrix::{Column, Row};
    use crate::domain::{Dimension, Id};
    use crate::words::Lang;

    #[test]
    fn the_table_is_read_by_a_spreadsheet_and_runs_nothing_there() {
        let id = Id::from_u128(1);
        let column = |name: &str| Column { theme: id, name: name.to_owned(), dimension: Dimension::Concern, said: 1 };
        let cell = |said, against, asked| Cell { said, against, asked };
        let row = |code: &str, role: &str, cells: [Cell; 2]| Row {
            participant: id,
            code: code.to_owned(),
            role: role.to_owned(),
            cells: cells.to_vec(),
        };
        let rows = vec![
            row("P01", "=cmd|' /C calc'!A0", [cell(true, false, true), cell(false, false, true)]),
            row("P02", "구매팀, 과장", [cell(true, true, false), cell(false, false, false)]),
        ];
        let matrix = Matrix { columns: vec![column("도입 지연"), column("총비용")], rows };
        let text = csv(&matrix, &Words::new(Lang::Ko)).unwrap();
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[0], "\u{FEFF}참여자,역할,우려: 도입 지연,우려: 총비용");
        assert_eq!(rows[1], "P01,'=cmd|' /C calc'!A0,말함,물었으나 말하지 않음");
        assert_eq!(rows[2], "P02,\"구매팀, 과장\",말함 / 반대,");
        let text = presence(&matrix).unwrap();
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[0], "\u{FEFF}participant,role,concern:도입 지연,concern:총비용");
        assert_eq!(rows[1..3], ["P01,'=cmd|' /C calc'!A0,1,0", "P02,\"구매팀, 과장\",1,0"]);
    }
}
