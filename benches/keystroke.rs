//! Key to frame: what a typed character costs until its frame is drawn, at 120x40 over a study of 50,000 lines, alone
//! and with the index being built behind. Baseline of the same run: a frame of the same size with one line of text.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod ground;

use std::sync::OnceLock;
use std::time::Duration;

use divan::Bencher;
use ground::Ground;
use ground::screen::Screen;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use ratatui::text::Line;
use whybuy::tui::Start;

const NOTES: usize = 50_000;
const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
/// After so many characters the line is logged and the next one begins.
const LINE: usize = 60;
const TEXT: &str = "견적이 늦어져서 다시 물어봤고 the quote came late so we asked again ";

fn main() {
    divan::main();
}

fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| Ground::new(NOTES))
}

/// One line of text that grows, and nothing else on the screen.
#[divan::bench(sample_count = 500, sample_size = 1)]
fn baseline_frame_of_one_line(bencher: Bencher) {
    let mut terminal = Terminal::new(TestBackend::new(COLUMNS, ROWS)).unwrap();
    let mut typed = typist();
    let mut text = String::new();
    bencher.bench_local(|| {
        match typed.next().unwrap() {
            '\r' => text.clear(),
            c => text.push(c),
        }
        terminal.draw(|frame| frame.render_widget(Line::raw(text.as_str()), frame.area())).unwrap();
    });
}

/// A key in the live capture: the draft sent to the saver, the frame drawn. Every 60th is Enter.
#[divan::bench(sample_count = 500, sample_size = 1)]
fn key_to_frame(bencher: Bencher) {
    ground().library().catch_up(&mut |_, _| true).unwrap();
    let mut screen = capture();
    screen.listen(Duration::from_millis(300));
    type_and_draw(bencher, screen);
}

/// The same while the whole index is built behind.
#[divan::bench(sample_count = 500, sample_size = 1)]
fn key_to_frame_while_indexing(bencher: Bencher) {
    std::fs::remove_dir_all(ground().options().index).unwrap_or_default();
    type_and_draw(bencher, capture());
}

/// A key in the search box: the request sent, the frame drawn with the newest answer there is.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn key_to_frame_in_search(bencher: Bencher) {
    ground().library().catch_up(&mut |_, _| true).unwrap();
    let mut screen = capture();
    screen.keys("\u{6}");
    screen.listen(Duration::from_millis(300));
    let mut typed = "quote price 견적 납기 ".chars().cycle();
    let mut count = 0;
    bencher.bench_local(|| {
        count += 1;
        let erase = count % 12 == 0;
        let key = if erase { KeyCode::Home } else { KeyCode::Char(typed.next().unwrap()) };
        screen.hear();
        screen.key(key, KeyModifiers::NONE);
        if erase {
            screen.key(KeyCode::Char('k'), KeyModifiers::CONTROL);
        }
        screen.draw();
    });
}

fn capture() -> Screen {
    let mut screen = Screen::open(ground().options(), Start::Capture("P01".to_owned()), COLUMNS, ROWS);
    screen.draw();
    screen
}

fn type_and_draw(bencher: Bencher, mut screen: Screen) {
    let mut typed = typist();
    bencher.bench_local(|| {
        screen.hear();
        match typed.next().unwrap() {
            '\r' => screen.key(KeyCode::Enter, KeyModifiers::NONE),
            c => screen.key(KeyCode::Char(c), KeyModifiers::NONE),
        }
        screen.draw();
    });
}

/// Characters, and Enter after each line.
fn typist() -> impl Iterator<Item = char> {
    let line: Vec<char> = TEXT.chars().cycle().take(LINE).chain(['\r']).collect();
    line.into_iter().cycle()
}
