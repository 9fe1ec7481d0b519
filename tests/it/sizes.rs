//! Every screen can be drawn on a terminal of every size: nothing panics, and where there is room something is shown.

use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use whybuy::exchange::records;
use whybuy::library::{Library, Options};
use whybuy::mint::Mint;
use whybuy::tui::Start;

use crate::corpus::ground::screen::Screen;
use crate::docs::root;

/// How each screen is reached from home.
const WAYS: [&str; 37] = [
    "",
    "n",
    "n\r",
    "n\r\r",
    "n\r\r5",
    "n\rg",
    "g",
    "u4",
    "ue\u{1b}",
    "p",
    "pn",
    "pe",
    "pc",
    "p\r",
    "p\rr",
    "p\rrt",
    "p\rre",
    "p\re",
    "p\rn",
    "p\r\r",
    "p\r\r가격\u{6}견적",
    "t",
    "tn",
    "t\r",
    "t\rx",
    "b",
    "b\r",
    "bjj\r",
    "be",
    ">",
    ">l\r",
    ">lll\r",
    ">ljj",
    "s",
    "?",
    "\u{10}",
    "\u{6}견적",
];

fn options(folder: &std::path::Path) -> Options {
    Options {
        file: folder.join("library.db"),
        index: folder.join("index"),
        author: "test".to_owned(),
        mint: Mint::system(),
    }
}

#[test]
fn every_screen_fits_every_size() {
    let folder = tempfile::TempDir::new().unwrap();
    let sample = std::fs::File::open(root().join("sample_data/ai_pc.ko.jsonl")).unwrap();
    let research = records::read(BufReader::new(sample)).unwrap();
    Library::open(options(folder.path())).unwrap().put_research(&research).unwrap();
    let mut faults = Vec::new();
    let mut pictures = std::collections::BTreeSet::new();
    for way in WAYS {
        let mut screen = Screen::open(options(folder.path()), Start::Home, 100, 30);
        screen.keys(way);
        screen.listen(Duration::from_millis(if way.contains('\u{6}') { 500 } else { 30 }));
        screen.draw();
        pictures.insert(screen.text());
        for rows in (1..=14).chain([24, 60]) {
            for columns in (1..=12).chain([16, 20, 30, 40, 59, 60, 79, 80, 120, 250]) {
                if catch_unwind(AssertUnwindSafe(|| screen.draw_at(columns, rows))).is_err() {
                    faults.push(format!("{way:?} on {columns}x{rows}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} panics, the first: {:?}", faults.len(), &faults[..faults.len().min(12)]);
    assert!(pictures.len() >= 22, "only {} different screens were reached", pictures.len());
}
