//! The harness of the screen tests: a study, keys, and what the screen then shows. Nothing touches a disk; what would
//! be sent to the desk is kept and can be acknowledged.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::effect::Effect;
use super::event::Event;
use super::model::{Model, Start};
use super::palette::{Colors, Look};
use super::update::update;
use super::view::{draw, view};
use super::widget::canvas::Canvas;
use super::world::World;
use crate::domain::{Moment, Record, Research};
use crate::error::Error;
use crate::library::{Draft, Found, News, Request};
use crate::mint::Mint;
use crate::words::{Lang, Words};

/// A session at the screens.
pub struct Script {
    pub model: Model,
    /// What was asked of the desk and not yet answered by the harness itself.
    pub effects: Vec<Effect>,
}

/// The Korean sample study.
pub fn sample() -> Research {
    records(include_str!("../../sample_data/ai_pc.ko.jsonl"))
}

/// The English sample study.
pub fn sample_en() -> Research {
    records(include_str!("../../sample_data/clinic_booking.en.jsonl"))
}

fn records(lines: &str) -> Research {
    // The first line of the file names its format.
    Research::of(lines.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
}

impl Script {
    /// A session that has just begun in an empty library.
    pub fn empty() -> Script {
        Script::begin(Lang::En, Start::Home)
    }

    /// A session on a study, in English.
    pub fn on(research: Research) -> Script {
        Script::with(research, Lang::En, Vec::new())
    }

    /// A session on a study, in a language, with drafts that were left.
    pub fn with(research: Research, lang: Lang, drafts: Vec<Draft>) -> Script {
        let mut script = Script::begin(lang, Start::Home);
        let studies = research.studies().values().cloned().collect();
        script.news(News::Studies(studies));
        script.news(News::Loaded { research: Box::new(research), drafts, names: Default::default(), ticket: 0 });
        script.effects.clear();
        script
    }

    fn begin(lang: Lang, start: Start) -> Script {
        let now: Moment = "2026-11-23T14:00:00+09:00".parse().unwrap();
        let look = Look::new(Colors::Full, false);
        let mut world = World::new(Mint::fixed(now, 1, 0), Words::new(lang), look, "/library".into());
        world.author = "HE".to_owned();
        let (model, effects) = Model::new(world, None, start);
        Script { model, effects }
    }

    pub fn happen(&mut self, event: Event) {
        for effect in update(&mut self.model, event) {
            // What a thread of the driver would compute is answered at once.
            match effect {
                Effect::Propose(wanted) => {
                    let proposal = Box::new(wanted.answer());
                    self.happen(Event::Proposed(wanted.generation, proposal));
                }
                effect => self.effects.push(effect),
            }
        }
    }

    pub fn news(&mut self, news: News) {
        self.happen(Event::News(Box::new(news)));
    }

    /// Types; `<enter>`, `<esc>`, `<up>`, `<f1>`, `<c-f>`, `<a-1>` and the like are keys, all else is text.
    pub fn keys(mut self, keys: &str) -> Script {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|it| it.split_once('>')).filter(|(name, _)| !name.is_empty());
            let event = match named.and_then(|(name, after)| Some((named_key(name)?, after))) {
                Some((event, after)) => {
                    rest = after;
                    event
                }
                None => {
                    rest = &rest[c.len_utf8()..];
                    KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
                }
            };
            self.happen(Event::Key(event));
        }
        self
    }

    pub fn paste(mut self, text: &str) -> Script {
        self.happen(Event::Paste(text.to_owned()));
        self
    }

    pub fn sized(mut self, columns: u16, rows: u16) -> Script {
        self.happen(Event::Resize(columns, rows));
        self
    }

    /// So many seconds go by, as they do: in ticks, so that nothing seems to have slept.
    pub fn later(mut self, seconds: i64) -> Script {
        let mut left = seconds;
        while left > 0 {
            let step = left.min(4);
            left -= step;
            self = self.jumps(step);
        }
        self
    }

    /// The clock jumps by so many seconds, as after a sleep.
    pub fn jumps(mut self, seconds: i64) -> Script {
        let later = self.model.world.now.plus_seconds(seconds);
        self.happen(Event::Tick(later));
        self
    }

    /// The desk says that everything sent is on disk.
    pub fn saved(mut self) -> Script {
        let ticket = self.model.world.saving.sent;
        self.news(News::Saved { ticket, edits: Vec::new() });
        self
    }

    /// The desk says that nothing can be saved.
    pub fn fails(mut self, pending: usize) -> Script {
        self.news(News::SaveFailed { pending, error: Error::refused("text-empty").with("field", "x") });
        self
    }

    /// The desk answers the newest search.
    pub fn finds(mut self, found: impl FnOnce(&Request) -> Found) -> Script {
        let asked = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Search(generation, request) => Some((*generation, request.clone())),
            _ => None,
        });
        let (generation, request) = asked.expect("a search");
        self.news(News::Found { generation, found: Ok(Box::new(found(&request))) });
        self
    }

    /// The cells of the screen, and where the caret stands.
    pub fn drawn(&self) -> (Buffer, Option<Position>) {
        let (columns, rows) = self.model.world.size;
        let mut terminal = Terminal::new(TestBackend::new(columns.max(1), rows.max(1))).unwrap();
        terminal.draw(|frame| view(&self.model, frame)).unwrap();
        let visible = terminal.backend().cursor_visible();
        let caret = visible.then(|| terminal.get_cursor_position().unwrap());
        (terminal.backend().buffer().clone(), caret)
    }

    /// The screen as text, without blanks at the ends of its rows.
    pub fn screen(&self) -> String {
        as_text(&self.buffer())
    }

    /// What is wrong with how the screen was drawn.
    pub fn faults(&self) -> Vec<String> {
        let (columns, rows) = self.model.world.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns.max(1), rows.max(1)));
        let mut canvas = Canvas::new(&mut buffer, &self.model.world.look);
        draw(&self.model, &mut canvas);
        canvas.take_faults()
    }

    /// The cells of the screen.
    pub fn buffer(&self) -> Buffer {
        self.drawn().0
    }

    pub fn caret(&self) -> Option<Position> {
        self.drawn().1
    }

    /// Asserts that the screen shows a text.
    pub fn shows(self, text: &str) -> Script {
        let screen = self.screen();
        assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
        self
    }

    /// Asserts that the screen does not show a text.
    pub fn hides(self, text: &str) -> Script {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} is on the screen:\n{screen}");
        self
    }

    /// What is asked of the desk since the last call.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}

fn named_key(name: &str) -> Option<KeyEvent> {
    let (modifiers, name) = match name.split_once('-') {
        Some(("c", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("a", rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "tab" => KeyCode::Tab,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        _ => match name.strip_prefix('f').and_then(|n| n.parse().ok()) {
            Some(n) => KeyCode::F(n),
            None if modifiers != KeyModifiers::NONE && name.chars().count() == 1 => KeyCode::Char(name.chars().next()?),
            None => return None,
        },
    };
    Some(KeyEvent::new(code, modifiers))
}

/// The cells of a buffer as text; the second cell of a wide character is nothing of its own.
pub fn as_text(buffer: &Buffer) -> String {
    let mut rows = Vec::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let (mut row, mut skip) = (String::new(), 0);
        for x in buffer.area.left()..buffer.area.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = crate::domain::text::width(symbol).saturating_sub(1);
            row.push_str(symbol);
        }
        rows.push(row.trim_end().to_owned());
    }
    rows.join("\n")
}
