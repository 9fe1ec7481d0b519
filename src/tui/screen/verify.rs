//! Whether a draft may be handed out (context LIST): every quotation against its source, every number counted again,
//! consent, and what would tell who somebody is. A finding is let through with a reason, which is printed, or its line
//! is corrected. Looked at when it is opened and when the study has changed.

use ratatui::text::Span;

use super::line;
use super::reader::Reader;
use crate::domain::briefing::for_export;
use crate::domain::leaks::places::{Found, found, reasons};
use crate::domain::verify::{Fault, FaultKind, Verdict};
use crate::domain::{Allowance, Citation, Id, Step, text};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::html::Templates;
use crate::exchange::leaving;
use crate::exchange::verify::{Known, check};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// One row of the page.
enum Row {
    /// A sentence, and whether it leads.
    Text(String, bool),
    /// A finding of the linter, and why it was let through.
    Leak(usize, Option<String>),
    Blank,
}

/// The check of one persona's draft.
pub struct VerifyPane {
    persona: Id,
    leaks: Vec<Found>,
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl VerifyPane {
    /// Of this persona.
    pub fn of(persona: Id) -> VerifyPane {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        VerifyPane { persona, leaks: Vec::new(), rows: Vec::new(), cursor, seen }
    }

    /// The finding at the cursor, and whether it has been let through.
    fn leak(&self) -> Option<(&Found, bool)> {
        match self.rows.get(self.cursor.at)? {
            Row::Leak(at, reason) => Some((self.leaks.get(*at)?, reason.is_some())),
            Row::Text(..) | Row::Blank => None,
        }
    }

    /// Checks the draft as it would leave.
    fn look(&mut self, world: &World) -> Result<()> {
        let brief = for_export(&world.research, self.persona)?;
        let watch = world.leak_watch();
        let document = serde_json::to_vec(&brief).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))?;
        let templates = Templates::default();
        let known = Known { research: &world.research, watch: &watch, on: world.now.date(), templates: &templates };
        let verdict = check(&document, "draft.json", &known)?.verdict;
        self.leaks = found(&leaving::pieces(&brief)?, &watch);
        let mut seen = std::collections::BTreeSet::new();
        self.leaks.retain(|it| seen.insert((it.place.clone(), it.key())));
        self.rows = page(world, &verdict, &self.leaks);
        Ok(())
    }
}

fn page(world: &World, verdict: &Verdict, leaks: &[Found]) -> Vec<Row> {
    let allowed = reasons(&world.research);
    let open = leaks.iter().filter(|it| !allowed.contains_key(&it.key())).count();
    let [quotes, all_quotes] = verdict.quotes;
    let [numbers, all_numbers] = verdict.numbers;
    let args = [
        ("quotes", quotes.into()),
        ("all_quotes", all_quotes.into()),
        ("numbers", numbers.into()),
        ("all_numbers", all_numbers.into()),
        ("leaks", open.into()),
    ];
    let mut rows = vec![Row::Text(world.say_with("cli-verify-counts", &args), true)];
    let faults: Vec<&Fault> = verdict.faults.iter().filter(|it| it.kind != FaultKind::Leak).collect();
    let failing = faults.iter().filter(|it| it.kind.fails()).count() + open;
    rows.push(match failing {
        0 => Row::Text(world.say("cli-verify-holds"), false),
        _ => Row::Text(world.say_with("cli-verify-fails", &[("count", failing.into())]), false),
    });
    if !faults.is_empty() {
        rows.push(Row::Blank);
    }
    rows.extend(faults.into_iter().map(|fault| Row::Text(sentence(world, fault), false)));
    if !leaks.is_empty() {
        rows.extend([Row::Blank, Row::Text(world.say("verify-leaks"), true)]);
    }
    rows.extend(leaks.iter().enumerate().map(|(at, it)| Row::Leak(at, allowed.get(&it.key()).cloned())));
    rows
}

/// A fault: what, where, and what to do.
fn sentence(world: &World, fault: &Fault) -> String {
    let args = [
        ("about", fault.about.as_str().into()),
        ("expected", fault.expected.as_str().into()),
        ("found", fault.found.as_str().into()),
    ];
    let kind = fault.kind.name();
    let what = world.say_with(&format!("verify-{kind}"), &args);
    let todo = world.say_with(&format!("verify-{kind}-do"), &args);
    let sign = if fault.kind.fails() { world.look.glyphs.against } else { "~" };
    format!("{sign} {what} {todo}")
}

impl Pane for VerifyPane {
    fn place(&self) -> Place {
        Place::Verify
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |_| true) {
            return;
        }
        if let Err(error) = self.look(world) {
            self.rows = vec![Row::Text(world.sentence(&error), false)];
        }
        self.cursor.hold(self.rows.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page() / 2) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => {
                let place = self.leak().map(|(it, _)| it.place.clone()).unwrap_or_default();
                let note = place.parse::<Citation>().ok().and_then(|cite| world.research.resolve(&cite));
                let note = note.and_then(|key| world.research.notes().get(&key.id));
                if let Some((interview, note)) = note.map(|note| (note.interview, note.id)) {
                    world.moves.push(Move::Open(Box::new(Reader::at(interview, Some(note)))));
                }
            }
            Action::Accept => {
                if let Some((leak, false)) = self.leak() {
                    let title = world.say_with("verify-allow", &[("place", leak.place.as_str().into())]);
                    let field = Field::new(world.say("field-reason"), "");
                    world.moves.push(Move::Open(Box::new(Form::new(Asking::Allow, title, vec![field]))));
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let (Asking::Allow, Answer::Texts(texts), Some((leak, false))) = (asking, answer, self.leak()) else { return };
        let Some(study) = world.study().map(|study| study.id) else { return };
        let ((finding, digest), handle) = (leak.key(), leak.leak.handle().to_owned());
        let reason = texts.first().map(|it| text::trim_line(it).into_owned()).unwrap_or_default();
        let (by, at) = (world.author.clone(), world.now);
        let allowance = Allowance { id: world.mint.id(), study, finding, digest, reason, by, at };
        world.commit(Step::new(study, "allow-leak", handle).put(allowance));
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => self.leak().is_some_and(|(it, _)| it.place.parse::<Citation>().is_ok()),
            Action::Accept => self.leak().is_some_and(|(_, is_allowed)| !is_allowed),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Accept => world.say("action-allow"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let persona = world.research.personas().get(&self.persona).map(|it| it.name.as_str()).unwrap_or_default();
        let title = [
            Span::styled(format!(" {}", world.say("place-verify")), look.bold()),
            Span::styled(format!("  {persona} {} {}", look.glyphs.dot, world.say("brief-draft")), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            line::draw_list(canvas, self.cursor.at, self.rows.len(), |at| self.spans(world, &self.rows[at], width));
        });
    }
}

impl VerifyPane {
    fn spans(&self, world: &World, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
        let look = &world.look;
        let wrapped = |content: &str, style| {
            let rows = text::wrap(content, width.saturating_sub(2).max(1), 2);
            rows.into_iter().map(|row| vec![Span::styled(format!(" {row}"), style)]).collect::<Vec<_>>()
        };
        match row {
            Row::Blank => vec![Vec::new()],
            Row::Text(content, true) => wrapped(content, look.bold()),
            Row::Text(content, false) => wrapped(content, look.plain()),
            Row::Leak(at, reason) => {
                let Some(leak) = self.leaks.get(*at) else { return Vec::new() };
                let kind = world.say(&format!("leak-{}", leak.leak.kind.name()));
                let word = text::clean(&leak.word).into_owned();
                match reason {
                    Some(reason) => {
                        let args = [("reason", reason.as_str().into())];
                        let allowed = world.say_with("verify-allowed", &args);
                        wrapped(&format!("v {}  {kind}  {allowed}", leak.place), look.dim())
                    }
                    None => {
                        let sign = look.glyphs.against;
                        wrapped(&format!("{sign} {}  {kind}  \u{201c}{word}\u{201d}", leak.place), look.plain())
                    }
                }
            }
        }
    }
}
