//! The lines that were put aside, on a screen of their own (context LIST): what speaks against the others stands apart,
//! and where nothing does, the way to look for it is told.

use ratatui::text::Span;

use crate::domain::citation::{Claim, Quotation};
use crate::domain::{Id, Note, text};
use crate::exchange;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::pane::{Move, Pane};
use crate::tui::screen::line::{draw_list, padded, voice_mark};
use crate::tui::screen::matrix::MatrixPane;
use crate::tui::screen::reader::Reader;
use crate::tui::tray::Gathered;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::widget::prose;
use crate::tui::world::World;

/// More bytes than this some terminals refuse to put on the clipboard: OSC 52 in 100,000 characters of base64.
const MOST_BYTES: usize = 74_994;

/// The lines that were put aside.
pub struct TrayPane {
    lines: Vec<Gathered>,
    /// What the search below claims.
    claim: Option<Claim>,
    cursor: Cursor,
}

/// Copies a citation and says what it is.
pub fn copy(world: &mut World, quotation: &Quotation) {
    if quotation.lines.is_empty() {
        let text = world.say("cite-nothing");
        return world.tell(text);
    }
    let text = exchange::citation::text(quotation, &world.words);
    let said: Vec<&str> = quotation.lines.iter().map(|line| line.evidence.text.as_str()).collect();
    if !world.lets_out(&said) {
        return;
    }
    let mut told = world.say_with("cite-copied", &[("count", quotation.lines.len().into())]);
    for (count, key) in [(quotation.withheld(), "cite-withheld"), (quotation.left_out.lines, "cite-left-out")] {
        if count > 0 {
            told = format!("{told} {}", world.say_with(key, &[("count", count.into())]));
        }
    }
    if text.len() > MOST_BYTES {
        told = format!("{told} {}", world.say_with("cite-too-long", &[("most", MOST_BYTES.into())]));
    }
    world.effects.push(Effect::Copy(text));
    world.tell(told);
}

impl TrayPane {
    /// The tray over a search that claims this.
    pub fn of(claim: Option<Claim>) -> TrayPane {
        TrayPane { lines: Vec::new(), claim, cursor: Cursor::default() }
    }

    fn note<'w>(&self, world: &'w World, at: usize) -> Option<&'w Note> {
        self.lines.get(at).and_then(|line| world.research.notes().get(&line.note))
    }

    fn matrix(&self, world: &World) -> MatrixPane {
        let notes = self.lines.iter().filter_map(|line| world.research.notes().get(&line.note));
        let people = notes.filter_map(|note| world.research.person_of(note)).map(|person| person.id).collect();
        MatrixPane::of(people, self.lines.iter().map(|line| line.note).collect())
    }
}

impl Pane for TrayPane {
    fn place(&self) -> Place {
        Place::Tray
    }

    fn refresh(&mut self, world: &World) {
        let mut lines = world.tray();
        lines.sort_by_key(|line| line.against);
        self.lines = lines;
        self.cursor.hold(self.lines.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.lines.len(), world.page() / 2) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            // Both are the search's below.
            Action::Search | Action::Contrast => world.moves.extend([Move::Close, Move::Act(action)]),
            Action::Open => {
                if let Some(note) = self.note(world, self.cursor.at) {
                    world.moves.push(Move::Open(Box::new(Reader::at(note.interview, Some(note.id)))));
                }
            }
            Action::Drop => {
                if let Some(line) = self.lines.get(self.cursor.at) {
                    world.gather(line.note, line.against);
                }
            }
            Action::Cite => {
                let lines: Vec<(Id, bool)> = self.lines.iter().map(|line| (line.note, line.against)).collect();
                let quotation = Quotation::of(&world.research, self.claim.clone(), &lines);
                copy(world, &quotation);
            }
            Action::Matrix => {
                let pane = self.matrix(world);
                world.moves.push(Move::Open(Box::new(pane)));
            }
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open | Action::Drop | Action::Cite | Action::Matrix | Action::Contrast => !self.lines.is_empty(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("action-context"),
            Action::Drop => world.say("action-ungather"),
            Action::Search => world.say("action-to-box"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let people: std::collections::BTreeSet<_> = (0..self.lines.len())
            .filter_map(|at| self.note(world, at))
            .filter_map(|note| world.research.person_of(note).map(|person| person.id))
            .collect();
        let counts = [("people", people.len().into()), ("lines", self.lines.len().into())];
        let title = [
            Span::styled(format!(" {}", world.say("place-tray")), look.bold()),
            Span::styled(format!("  {}", world.say_with("tray-counts", &counts)), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        let said = self.said(world);
        let room = canvas.width().saturating_sub(2).max(1);
        let rows = text::wrap(&said, room, 0);
        let foot = if height > rows.len() + 3 { rows.len() + 1 } else { 0 };
        canvas.rows(first, height - foot, |canvas| {
            let width = canvas.width();
            draw_list(canvas, self.cursor.at, self.lines.len(), |at| self.rows(world, at, width));
        });
        if foot > 0 {
            canvas.rule(first + height - foot);
            for (y, row) in rows.iter().enumerate() {
                canvas.put(1, first + height - foot + 1 + y, room, &[Span::raw(row.as_str())]);
            }
        }
    }
}

impl TrayPane {
    /// Whether anything in the tray speaks against the rest.
    fn said(&self, world: &World) -> String {
        let against = self.lines.iter().filter(|line| line.against).count();
        match (self.lines.is_empty(), against, world.has_sought_the_opposite()) {
            (true, ..) => world.say("tray-empty"),
            (_, 0, false) => {
                let key = world.keys.shown(Place::Tray, Action::Contrast).map(|key| key.to_string());
                world.say_with("tray-one-sided", &[("key", key.unwrap_or_default().as_str().into())])
            }
            (_, 0, true) => world.say("tray-sought"),
            (_, count, _) => world.say_with("tray-against", &[("count", count.into())]),
        }
    }

    /// One line: code, who it is, the words, and whether it speaks against the others.
    fn rows(&self, world: &World, at: usize, width: usize) -> Vec<Vec<Span<'static>>> {
        let look = &world.look;
        let Some(note) = self.note(world, at) else { return Vec::new() };
        let role = world.research.person_of(note).map(|person| person.role.clone()).unwrap_or_default();
        let mut head = vec![Span::styled(format!(" {} ", padded(look, &world.research.code_of(note), 9)), look.bold())];
        if width >= 70 {
            head.push(Span::styled(format!("{} ", padded(look, &role, 12)), look.dim()));
        }
        let is_against = self.lines.get(at).is_some_and(|line| line.against);
        let against = format!("{} {}", world.say("hit-against"), look.glyphs.against);
        let cells = text::width(&against) + 1;
        head.push(Span::styled(padded(look, if is_against { &against } else { "" }, cells), look.bold()));
        head.push(Span::styled(format!("{} ", voice_mark(note.speaker, note.voice)), look.bold()));
        let indent: usize = head.iter().map(|span| text::width(&span.content)).sum();
        let room = width.saturating_sub(indent + 1).max(1);
        let mut rows = Vec::new();
        for (at, row) in prose::rows(&note.text, room, (look.plain(), look.plain()), &[]).into_iter().enumerate() {
            let mut spans = if at == 0 { std::mem::take(&mut head) } else { vec![Span::raw(" ".repeat(indent))] };
            spans.extend(row.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)));
            rows.push(spans);
        }
        rows
    }
}
