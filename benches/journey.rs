//! The journey of 50 interviews: what the rules propose, what waits for a person, the kept map, and a frame of its grid at
//! 200x60. The interviews are those of the Korean sample several times over, all of one persona. Baselines of the same run:
//! the draft of the brief that the rules read, and a frame of the same size with one line of text.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod ground;

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::Duration;

use divan::Bencher;
use ground::screen::Screen;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use ratatui::text::Line;
use tempfile::TempDir;
use whybuy::domain::journey::{self, map, merge};
use whybuy::domain::{Asked, Id, Interview, Mark, Note, Participant, PathEvent, Record, Research, brief};
use whybuy::library::{Library, Options};
use whybuy::mint::Mint;
use whybuy::tui::Start;

const COPIES: u128 = 4;
const COLUMNS: u16 = 200;
const ROWS: u16 = 60;

fn main() {
    divan::main();
}

/// The sample with its interviews four times over, and its persona with the kept journey.
fn study() -> &'static (Research, Id) {
    static STUDY: OnceLock<(Research, Id)> = OnceLock::new();
    STUDY.get_or_init(|| {
        let lines = include_str!("../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        let records: Vec<Record> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
        let mut research = Research::of(records.iter().cloned()).unwrap();
        let persona = research.journeys().values().find(|it| it.competitor.is_empty()).unwrap().persona;
        for record in &records {
            if let Record::Participant(it) = record {
                research.apply(Participant { persona: Some(persona), ..it.clone() }.into()).unwrap();
            }
        }
        for copy in 1..COPIES {
            let mut ids: BTreeMap<Id, Id> = BTreeMap::new();
            for (at, record) in (1_u128..).zip(&records) {
                let id = Id::from_u128((copy << 64) | (at << 32) | 7);
                ids.insert(record.key().id, id);
                let copied: Option<Record> = match record.clone() {
                    Record::Participant(it) => {
                        let code = format!("{}{}", char::from(b'P' + u8::try_from(copy).unwrap()), &it.code[1..]);
                        Some(Participant { id, code, persona: Some(persona), ..it }.into())
                    }
                    Record::Interview(it) => Some(Interview { id, participant: ids[&it.participant], ..it }.into()),
                    Record::Note(it) => Some(Note { id, interview: ids[&it.interview], answers: None, ..it }.into()),
                    Record::PathEvent(it) => Some(PathEvent { id, interview: ids[&it.interview], ..it }.into()),
                    Record::Asked(it) => Some(Asked { id, interview: ids[&it.interview], ..it }.into()),
                    Record::Mark(it) => Some(Mark { id, note: ids[&it.note], ..it }.into()),
                    _ => None,
                };
                if let Some(record) = copied {
                    research.apply(record.into()).unwrap();
                }
            }
        }
        assert!(research.interviews().len() >= 50);
        (research, persona)
    })
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn baseline_draft_of_the_brief(bencher: Bencher) {
    let (research, persona) = study();
    bencher.bench(|| brief::draft(research, *persona).unwrap());
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn seed_from_fifty_interviews(bencher: Bencher) {
    let (research, persona) = study();
    bencher.bench(|| journey::seeded(research, *persona).unwrap());
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn what_waits(bencher: Bencher) {
    let (research, persona) = study();
    let kept = map::ours(research, *persona).unwrap();
    bencher.bench(|| merge::changes(research, kept));
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn the_kept_map(bencher: Bencher) {
    let (research, persona) = study();
    let kept = map::ours(research, *persona).unwrap().id;
    bencher.bench(|| journey::of(research, kept).unwrap());
}

/// One line of text, and nothing else on the screen.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn baseline_frame_of_one_line(bencher: Bencher) {
    let mut terminal = Terminal::new(TestBackend::new(COLUMNS, ROWS)).unwrap();
    bencher.bench_local(|| {
        terminal.draw(|frame| frame.render_widget(Line::raw("여정"), frame.area())).unwrap();
    });
}

/// A key in the grid, and its frame.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn key_to_frame_in_the_grid(bencher: Bencher) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let options = Options {
        file: folder.path().join("library.db"),
        index: folder.path().join("index"),
        author: "bench".to_owned(),
        mint: Mint::system(),
    };
    Library::open(options.clone()).unwrap().put_research(&study().0).unwrap();
    let mut screen = Screen::open(options, Start::Home, COLUMNS, ROWS);
    screen.listen(Duration::from_millis(500));
    screen.keys(">");
    screen.listen(Duration::from_millis(100));
    screen.key(KeyCode::Enter, KeyModifiers::NONE);
    screen.draw();
    let mut keys = [KeyCode::Right, KeyCode::Down, KeyCode::Left, KeyCode::Up].into_iter().cycle();
    bencher.bench_local(|| {
        screen.key(keys.next().unwrap(), KeyModifiers::NONE);
        screen.draw();
    });
}
