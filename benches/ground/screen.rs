//! The screens without a terminal: the pure heart of the terminal UI with the desk behind it, as the driver runs them,
//! and frames drawn into memory.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use whybuy::library::{Desk, News, Options};
use whybuy::mint::Mint;
use whybuy::tui::effect::Effect;
use whybuy::tui::event::Event;
use whybuy::tui::model::Model;
use whybuy::tui::palette::Look;
use whybuy::tui::update::update;
use whybuy::tui::view::view;
use whybuy::tui::world::World;
use whybuy::tui::{Colors, Start};
use whybuy::words::{Lang, Words};

/// The screens over a library.
pub struct Screen {
    model: Model,
    desk: Desk,
    news: Receiver<News>,
    mint: Mint,
    /// What is drawn.
    pub terminal: Terminal<TestBackend>,
}

impl Screen {
    /// Opens a library at a screen and waits until it is loaded.
    pub fn open(options: Options, start: Start, columns: u16, rows: u16) -> Screen {
        let mint = options.mint.clone();
        let (tell, news) = channel();
        let desk = Desk::open(options, move |it| drop(tell.send(it))).expect("the desk opens");
        let look = Look::new(Colors::Full, false);
        let world = World::new(mint.clone(), Words::new(Lang::Ko), look, PathBuf::new());
        let (model, effects) = Model::new(world, None, start);
        let terminal = Terminal::new(TestBackend::new(columns, rows)).expect("memory");
        let mut screen = Screen { model, desk, news, mint, terminal };
        screen.perform(effects);
        screen.happen(Event::Resize(columns, rows));
        while screen.model.world.study().is_none() {
            let news = screen.news.recv_timeout(Duration::from_secs(60)).expect("news");
            screen.happen(Event::News(Box::new(news)));
        }
        screen
    }

    /// One thing happens, and its effects are handed to the desk.
    pub fn happen(&mut self, event: Event) {
        let effects = update(&mut self.model, event);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Studies => self.desk.studies(),
                Effect::Load(study) => self.desk.load(study),
                Effect::Save(step, _) => _ = self.desk.save(*step),
                Effect::Draft(draft, _) => _ = self.desk.draft(draft),
                Effect::Search(generation, request) => self.desk.search(generation, request),
                Effect::Echo(request) => self.desk.echo(request),
                _ => {}
            }
        }
    }

    /// Takes the news that have come.
    pub fn hear(&mut self) {
        while let Ok(news) = self.news.try_recv() {
            self.happen(Event::News(Box::new(news)));
        }
    }

    /// Waits a while for news and takes them.
    pub fn listen(&mut self, while_quiet: Duration) {
        while let Ok(news) = self.news.recv_timeout(while_quiet) {
            self.happen(Event::News(Box::new(news)));
        }
    }

    /// A key is pressed, with the clock before it, as the driver does.
    pub fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.happen(Event::Tick(self.mint.now()));
        self.happen(Event::Key(KeyEvent::new(code, modifiers)));
    }

    /// A text is typed; a character below a blank is Ctrl with its letter, Enter, Tab or Esc.
    pub fn keys(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\r' => self.key(KeyCode::Enter, KeyModifiers::NONE),
                '\t' => self.key(KeyCode::Tab, KeyModifiers::NONE),
                '\u{1b}' => self.key(KeyCode::Esc, KeyModifiers::NONE),
                '\u{1}'..='\u{1a}' => {
                    let letter = char::from(c as u8 - 1 + b'a');
                    self.key(KeyCode::Char(letter), KeyModifiers::CONTROL);
                }
                c => self.key(KeyCode::Char(c), KeyModifiers::NONE),
            }
        }
    }

    /// Draws a frame.
    pub fn draw(&mut self) {
        let model = &self.model;
        self.terminal.draw(|frame| view(model, frame)).expect("memory");
    }

    /// Draws a frame on a terminal of this size.
    pub fn draw_at(&mut self, columns: u16, rows: u16) {
        self.terminal = Terminal::new(TestBackend::new(columns, rows)).expect("memory");
        self.happen(Event::Resize(columns, rows));
        self.draw();
    }

    /// What the last frame shows.
    pub fn text(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..buffer.area.height).map(row).collect::<Vec<_>>().join("\n")
    }
}
