//! What each further interview added (context LIST): the verdicts of the stop rule, and below them the curve of the one
//! at the cursor inside the band of other orders; Enter turns the picture into its numbers. A rule that is met says no
//! more than that.

use ratatui::text::Span;

use super::line::{self, padded};
use super::settings;
use crate::domain::saturation::{self, Saturation, Verdict};
use crate::domain::{Id, Kind, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// Cells of the name of a dimension, of its number of themes, of a number of the scale, and of one interview.
const NAME: usize = 10;
const THEMES: usize = 5;
const SCALE: usize = 4;
const COLUMN: usize = 5;
/// No interview takes more cells than these, and the picture no more rows.
const WIDEST: usize = 8;
const HIGHEST: usize = 18;
/// From this width on the verdict stands beside the name.
const ROOMY: usize = 60;
/// So many heard themes are needed before a share of them is told.
const ENOUGH: usize = 20;

/// The saturation of a persona.
pub struct SaturationPane {
    persona: Id,
    people: usize,
    curves: Vec<Saturation>,
    /// The numbers are shown in place of the picture.
    is_in_numbers: bool,
    cursor: Cursor,
    seen: Seen,
}

impl SaturationPane {
    /// Of this persona.
    pub fn of(persona: Id) -> SaturationPane {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        SaturationPane { persona, people: 0, curves: Vec::new(), is_in_numbers: false, cursor, seen }
    }

    fn has_interviews(&self) -> bool {
        self.curves.first().is_some_and(|all| !all.curve.is_empty())
    }
}

/// The stop rule with its settings, as a sentence.
pub fn rule_sentence(world: &World, verdict: &Verdict) -> String {
    let rule = verdict.rule;
    let args = [
        ("base", usize::from(rule.base).into()),
        ("run", usize::from(rule.run).into()),
        ("threshold", usize::from(rule.threshold).into()),
    ];
    world.say_with("stop-rule", &args)
}

/// What the stop rule says, with its settings in short.
pub fn found_with_settings(world: &World, verdict: &Verdict) -> String {
    let rule = verdict.rule;
    let args = [
        ("base", usize::from(rule.base).into()),
        ("run", usize::from(rule.run).into()),
        ("threshold", usize::from(rule.threshold).into()),
    ];
    format!("{} {}", found_sentence(world, verdict), world.say_with("stop-settings", &args))
}

/// What the stop rule says; its settings stand above.
fn found_sentence(world: &World, verdict: &Verdict) -> String {
    let rule = verdict.rule;
    let args = [
        ("after", verdict.met_after.unwrap_or(0).into()),
        ("run", usize::from(rule.run).into()),
        ("new", verdict.last_run.into()),
        ("since", verdict.new_since.into()),
        ("needed", usize::from(rule.base.saturating_add(rule.run)).into()),
    ];
    world.say_with(&format!("stop-{}", verdict.finding.name()), &args)
}

/// The dimension of a curve, or all together.
pub fn subject_name(world: &World, one: &Saturation) -> String {
    one.dimension.map_or_else(|| world.say("stop-all"), |it| world.say(&format!("dimension-{}-short", it.name())))
}

impl Pane for SaturationPane {
    fn place(&self) -> Place {
        Place::Saturation
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |kind| kind != Kind::PathEvent) {
            let people = world.research.counted_people(Some(self.persona));
            self.people = people.len();
            self.curves = saturation::of(&world.research, &people);
            self.cursor.hold(self.curves.len());
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.curves.len(), world.page()) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => self.is_in_numbers = !self.is_in_numbers,
            Action::Settings => settings::ask(world),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::Settings, Answer::Texts(texts)) = (asking, answer) {
            settings::take(world, &texts);
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        action != Action::Open || self.has_interviews()
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open if self.is_in_numbers => world.say("action-picture"),
            Action::Open => world.say("action-numbers"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let persona = world.research.personas().get(&self.persona).map(|it| it.name.as_str()).unwrap_or_default();
        let people = world.say_with("people", &[("count", self.people.into())]);
        let title = [
            Span::styled(format!(" {}", world.say("place-saturation")), look.bold()),
            Span::styled(format!("  {persona} {} {people}", look.glyphs.dot), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        if !self.has_interviews() {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("saturation-empty"), look.dim())]);
            return;
        }
        let used = canvas_rows(canvas, (first, height), |canvas| self.draw_verdicts(world, canvas));
        let left = height.saturating_sub(used);
        let Some(one) = self.curves.get(self.cursor.at).filter(|_| left > 4) else { return };
        canvas.rule(first + used);
        canvas.rows(first + used + 1, left - 1, |canvas| {
            if self.is_in_numbers {
                draw_numbers(world, canvas, one);
            } else {
                draw_picture(world, canvas, one);
            }
        });
    }
}

/// Draws on the rows and tells how many were used.
fn canvas_rows(canvas: &mut Canvas, (first, height): (usize, usize), draw: impl FnOnce(&mut Canvas) -> usize) -> usize {
    let mut used = 0;
    canvas.rows(first, height, |canvas| used = draw(canvas));
    used
}

impl SaturationPane {
    /// The rule, and what it says of each.
    fn draw_verdicts(&self, world: &World, canvas: &mut Canvas) -> usize {
        let (look, width) = (&world.look, canvas.width());
        let mut y = 0;
        for row in self.curves.first().map(|all| rule_sentence(world, &all.verdict)).into_iter() {
            for piece in text::wrap(&row, width.saturating_sub(2).max(1), 0) {
                canvas.put(1, y, width, &[Span::styled(piece, look.dim())]);
                y += 1;
            }
        }
        let is_folded = width < ROOMY;
        let x = if is_folded { 1 } else { NAME + THEMES + 4 };
        let said =
            |one: &Saturation| text::wrap(&found_sentence(world, &one.verdict), width.saturating_sub(x + 1).max(1), 0);
        for (at, one) in self.curves.iter().enumerate() {
            let style = one.dimension.map_or_else(|| look.bold(), |it| look.dimension(it));
            let themes = one.curve.last().map_or(0, |it| it.themes).to_string();
            let themes = format!("{}{themes}", " ".repeat(THEMES.saturating_sub(themes.len())));
            let head = [Span::styled(padded(look, &subject_name(world, one), NAME), style), Span::raw(themes)];
            canvas.put(1, y, width, &head);
            let first = y;
            for piece in said(one).into_iter().filter(|_| !is_folded) {
                canvas.put(x, y, width.saturating_sub(x), &[Span::raw(piece)]);
                y += 1;
            }
            canvas.entry(first, at, at == self.cursor.at);
            y = y.max(first + 1);
        }
        // Where there is no room beside the names, the verdict of the one at the cursor stands below them.
        let here = self.curves.get(self.cursor.at).filter(|_| is_folded);
        for piece in here.map(said).unwrap_or_default() {
            canvas.put(x, y, width.saturating_sub(x), &[Span::raw(piece)]);
            y += 1;
        }
        y
    }
}

/// How much of what is heard was heard only once, and how many themes may be unheard.
fn coverage_sentence(world: &World, one: &Saturation) -> String {
    let counts = [("once", one.heard_once.into()), ("hearings", one.hearings.into())];
    let mut said = world.say_with("stop-coverage", &counts);
    if one.hearings >= ENOUGH {
        let percent = (one.hearings - one.heard_once) * 100 / one.hearings;
        said = format!("{said} {}", world.say_with("stop-good-turing", &[("percent", percent.into())]));
    }
    said
}

/// The numbers of the picture: interview by interview.
fn draw_numbers(world: &World, canvas: &mut Canvas, one: &Saturation) {
    let (look, width) = (&world.look, canvas.width());
    let right = |text: &str, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))));
    let heads = ["stop-head-new", "stop-head-themes", "stop-head-band"].map(|key| world.say(key));
    let cells = heads.clone().map(|head| text::width(&head).max(6) + 2);
    let head: String = heads.iter().zip(cells).map(|(head, cells)| right(head, cells)).collect();
    let lead = if width >= ROOMY { 20 } else { 8 };
    canvas.put(1, 0, width, &[Span::styled(format!("{}{head}", " ".repeat(lead)), look.dim())]);
    let said = text::wrap(&coverage_sentence(world, one), width.saturating_sub(2).max(1), 0);
    let room = canvas.height().saturating_sub(said.len() + 2);
    let skipped = one.curve.len().saturating_sub(room);
    for (y, (it, band)) in one.curve.iter().zip(&one.band).skip(skipped).enumerate() {
        let date = if width >= ROOMY { it.date.to_string() } else { String::new() };
        let name = padded(look, &format!("{} {date}", padded(look, &it.participant, 6)), lead);
        let numbers = [it.new_themes.to_string(), it.themes.to_string(), format!("{}-{}", band.low, band.high)];
        let numbers: String = numbers.iter().zip(cells).map(|(text, cells)| right(text, cells)).collect();
        canvas.put(1, y + 1, width, &[Span::styled(name, look.dim()), Span::raw(numbers)]);
    }
    let below = 2 + one.curve.len().saturating_sub(skipped);
    for (y, piece) in said.into_iter().enumerate() {
        canvas.put(1, below + y, width, &[Span::styled(piece, look.dim())]);
    }
}

/// The curve in date order inside the band of other orders; one interview after the other to the right.
fn draw_picture(world: &World, canvas: &mut Canvas, one: &Saturation) {
    let (look, width, height) = (&world.look, canvas.width(), canvas.height());
    let plot = height.saturating_sub(2).min(HIGHEST);
    let most = one.band.iter().map(|it| it.high).chain(one.curve.iter().map(|it| it.themes)).max().unwrap_or(0);
    if plot == 0 || one.curve.is_empty() {
        return;
    }
    let room = width.saturating_sub(SCALE + 3);
    let column = (room / one.curve.len()).clamp(1, WIDEST);
    // Where there are more interviews than columns, the newest are drawn.
    let skipped = one.curve.len().saturating_sub(room / column);
    let row_of = |themes: usize| plot - 1 - (themes * (plot - 1) + most / 2) / most.max(1);
    for (themes, y) in [(most, 0), (0, plot - 1)] {
        canvas.put_right(0, y, SCALE, &[Span::styled(themes.to_string(), look.dim())]);
    }
    for y in 0..plot {
        canvas.put(SCALE + 1, y, 1, &[Span::styled(look.glyphs.side, look.dim())]);
    }
    for (nth, (it, band)) in one.curve.iter().zip(&one.band).skip(skipped).enumerate() {
        let x = SCALE + 2 + nth * column + column / 2;
        let here = row_of(it.themes);
        for y in row_of(band.high)..=row_of(band.low) {
            if y != here {
                canvas.put(x, y, 1, &[Span::styled(look.glyphs.dot, look.dim())]);
            }
        }
        canvas.put(x, here, 1, &[Span::styled(look.glyphs.strong, look.bold())]);
        if column >= COLUMN {
            let code = line::cut_marked(look, &it.participant, column - 1);
            let left = (column - 1 - text::width(&code)).div_ceil(2);
            canvas.put(SCALE + 2 + nth * column + left, plot, column - 1, &[Span::styled(code, look.dim())]);
        }
    }
    let legend = if column >= COLUMN { plot + 1 } else { plot };
    draw_legend(world, canvas, legend);
}

/// What the marks of the picture mean.
fn draw_legend(world: &World, canvas: &mut Canvas, y: usize) {
    let glyphs = world.look.glyphs;
    let args = [("curve", glyphs.strong.into()), ("band", glyphs.dot.into())];
    let room = canvas.width().saturating_sub(2);
    canvas.put(1, y, room, &[Span::styled(world.say_with("saturation-legend", &args), world.look.dim())]);
}
