//! Reads the tables of divan on stdin and prints, for each bench, its median and its ratio to the baseline of the same
//! run: `cargo bench | cargo run --example ratios`. The bench whose name begins with `baseline` is the baseline.
#![allow(clippy::disallowed_macros)]

use std::io::Read;

/// One row of a table: its name and its median in nanoseconds.
struct Row {
    name: String,
    median: f64,
}

fn main() -> std::io::Result<()> {
    let mut tables = String::new();
    std::io::stdin().read_to_string(&mut tables)?;
    print!("{}", report(&tables));
    Ok(())
}

/// Markdown tables, one per bench file.
fn report(tables: &str) -> String {
    let mut report = String::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut parent = String::new();
    for line in tables.lines() {
        let depth = line.chars().take_while(|c| matches!(c, ' ' | '│' | '├' | '╰' | '─')).count();
        let body = &line[line.char_indices().nth(depth).map_or(line.len(), |(at, _)| at)..];
        let mut cells = body.split('│').map(str::trim);
        let head = cells.next().unwrap_or_default();
        if line.contains("fastest") && line.contains("median") {
            report += &table(&std::mem::take(&mut rows));
            report += &format!("\n### {}\n\n", head.split_whitespace().next().unwrap_or_default());
        } else if depth > 0 && !head.is_empty() {
            let label = head.rsplit_once("  ").map_or(head, |(label, _)| label).trim();
            let median = cells.nth(1).and_then(nanoseconds);
            match median {
                Some(median) if depth > 3 => rows.push(Row { name: format!("{parent} `{label}`"), median }),
                Some(median) => rows.push(Row { name: label.to_owned(), median }),
                None => parent = head.to_owned(),
            }
        }
    }
    report + &table(&rows)
}

fn table(rows: &[Row]) -> String {
    let Some(baseline) = rows.iter().find(|row| row.name.starts_with("baseline")) else { return String::new() };
    let mut table = String::from("| bench | median | ratio to baseline |\n|---|---|---|\n");
    for row in rows {
        let name = row.name.replace('_', " ");
        table += &format!("| {name} | {} | {:.2}x |\n", shown(row.median), row.median / baseline.median);
    }
    table
}

/// Nanoseconds of a cell such as `1.234 ms`.
fn nanoseconds(cell: &str) -> Option<f64> {
    let (number, unit) = cell.split_once(' ')?;
    let factor = match unit.trim() {
        "ns" => 1.0,
        "µs" | "us" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * factor)
}

fn shown(nanoseconds: f64) -> String {
    match nanoseconds {
        ns if ns < 1e3 => format!("{ns:.0} ns"),
        ns if ns < 1e6 => format!("{:.1} µs", ns / 1e3),
        ns if ns < 1e9 => format!("{:.2} ms", ns / 1e6),
        ns => format!("{:.2} s", ns / 1e9),
    }
}

#[test]
fn medians_and_ratios_are_read_off_the_tables() {
    let tables = "\
Timer precision: 20 ns
search               fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ baseline_bare     1 ms          │ 3 ms          │ 2 ms          │ 2 ms          │ 100     │ 100
╰─ search            │               │               │               │         │
   ├─ \"quo\"          1 ms          │ 9 ms          │ 500 µs        │ 5 ms          │ 100     │ 100
   ╰─ \"견적\"         1 ms          │ 9 ms          │ 1.5 s         │ 5 ms          │ 100     │ 100
";
    let report = report(tables);
    assert!(report.contains("| baseline bare | 2.00 ms | 1.00x |"), "{report}");
    assert!(report.contains("| search `\"quo\"` | 500.0 µs | 0.25x |"), "{report}");
    assert!(report.contains("| 1.50 s | 750.00x |"), "{report}");
}
