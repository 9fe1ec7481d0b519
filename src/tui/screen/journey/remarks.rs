//! The remarks on an entry (context LIST): who said what and when, what is settled, and a new one.
//! What a remark is stands in the domain.

use ratatui::text::Span;

use crate::domain::Id;
use crate::domain::journey::{Comment, steps};
use crate::domain::text;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::line;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// The remarks on one entry.
pub struct Remarks {
    entry: Id,
    cursor: Cursor,
}

impl Remarks {
    /// On this entry.
    pub fn of(entry: Id) -> Remarks {
        Remarks { entry, cursor: Cursor::default() }
    }

    fn all<'w>(&self, world: &'w World) -> Vec<&'w Comment> {
        steps::comments_on(&world.research, self.entry).collect()
    }
}

impl Pane for Remarks {
    fn place(&self) -> Place {
        Place::Remarks
    }

    fn refresh(&mut self, world: &World) {
        self.cursor.hold(self.all(world).len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.all(world).len(), world.page()) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::New => {
                let field = Field::new(world.say("field-remark"), "");
                let form = Form::new(Asking::Remark, world.say("remark-new"), vec![field]);
                world.moves.push(Move::Open(Box::new(form)));
            }
            Action::Settle => {
                let step = steps::resolved(&world.research, self.entry, &world.fresh());
                step.map(|step| world.commit(step));
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let (Asking::Remark, Answer::Texts(texts)) = (asking, answer) else { return };
        let words = texts.first().map_or("", String::as_str);
        let step = steps::commented(&world.research, self.entry, words, (&world.author, &world.fresh()));
        if step.is_some_and(|step| world.commit(step)) {
            self.cursor.at = self.all(world).len().saturating_sub(1);
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open => false,
            Action::Settle => self.all(world).iter().any(|it| it.resolved.is_none()),
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let all = self.all(world);
        let open = all.iter().filter(|it| it.resolved.is_none()).count();
        let name = world.research.entries().get(&self.entry).map(|it| it.text.clone()).unwrap_or_default();
        let count = world.say_with("comments-open", &[("count", open.into())]);
        let title = [Span::styled(format!(" {name}"), look.bold()), Span::styled(format!("  {count}"), look.dim())];
        let (first, height) = frame(canvas, world, self, &title);
        if all.is_empty() {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("remarks-empty"), look.dim())]);
            return;
        }
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            line::draw_list(canvas, self.cursor.at, all.len(), |at| rows(world, all[at], width));
        });
    }
}

/// One remark: who, when, whether it is settled, and its words.
fn rows(world: &World, it: &Comment, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let sign = if it.resolved.is_some() { look.glyphs.on } else { look.glyphs.dot };
    let style = if it.resolved.is_some() { look.dim() } else { look.plain() };
    let day = world.words.date(it.at.date());
    let settled = it.resolved.map(|at| {
        let day = world.words.date(at.date());
        format!("  {}", world.say_with("remark-settled", &[("date", day.as_str().into())]))
    });
    let head = format!(" {sign} {} {day}{}", it.by, settled.unwrap_or_default());
    let mut rows = vec![vec![Span::styled(head, look.dim())]];
    for words in text::wrap(&it.text, width.saturating_sub(4).max(1), 0) {
        rows.push(vec![Span::raw("   "), Span::styled(words, style)]);
    }
    rows
}
