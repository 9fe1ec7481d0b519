//! What has changed since the last edition of a brief (context LIST): who came and who left, which claims are borne out
//! better or worse, contradicted, new or without a last supporter. What changed is decided in the domain.

use ratatui::text::Span;

use super::brief::since_last;
use super::line;
use crate::domain::edition::{BriefDiff, Change, Moved, Tally};
use crate::domain::{Id, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// What has changed since the last edition.
pub struct Compare {
    persona: Id,
    diff: Option<BriefDiff>,
    /// The rows: a head, and what stands below it.
    rows: Vec<(String, String)>,
    cursor: Cursor,
    seen: Seen,
}

impl Compare {
    /// Of this persona.
    pub fn of(persona: Id) -> Compare {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        Compare { persona, diff: None, rows: Vec::new(), cursor, seen }
    }
}

fn page(world: &World, diff: &BriefDiff) -> Vec<(String, String)> {
    if diff.is_empty() {
        return vec![(world.say("cli-diff-same"), String::new())];
    }
    let mut people: Vec<String> = diff.people_in.iter().map(|it| format!("+{it}")).collect();
    people.extend(diff.people_out.iter().map(|it| {
        let reason = world.say(&format!("diff-left-{}", it.reason.name()));
        format!("-{} ({reason})", it.participant)
    }));
    let people = people.join(" ");
    let args =
        [("before", diff.people_before.into()), ("after", diff.people_after.into()), ("people", (&people).into())];
    let mut rows = vec![(world.say_with("cli-diff-people", &args).trim_end().to_owned(), String::new())];
    let (told, steady) = diff.told();
    rows.extend(told.into_iter().map(|it| claim(world, it)));
    if steady > 0 {
        rows.push((world.say_with("diff-rest", &[("count", steady.into())]), String::new()));
    }
    if !diff.lines_changed.is_empty() {
        let lines = diff.lines_changed.join(", ");
        rows.push((world.say_with("cli-diff-lines", &[("lines", (&lines).into())]), String::new()));
    }
    rows
}

/// The sign of a change; its word stands below it.
fn sign(change: Change) -> &'static str {
    match change {
        Change::Stronger | Change::New => "+",
        Change::Weaker | Change::Unsupported | Change::Gone => "-",
        Change::Contradicted => "!",
        Change::Renamed | Change::Steady => "~",
    }
}

fn claim(world: &World, it: &Moved) -> (String, String) {
    let glyphs = world.look.glyphs;
    let dimension = world.say(&format!("dimension-{}-short", it.dimension.name()));
    let tally =
        |it: Option<Tally>| it.map_or_else(|| glyphs.dot.to_owned(), |it| format!("{}/{}", it.raised, it.people));
    let (joined, lost, against) = (it.joined.join(", "), it.lost.join(", "), it.against.join(", "));
    let args = [
        ("joined", (&joined).into()),
        ("lost", (&lost).into()),
        ("against", (&against).into()),
        ("was", (&it.was).into()),
        ("contradicted_before", it.before.map_or(0, |it| it.contradicted).into()),
        ("contradicted_after", it.after.map_or(0, |it| it.contradicted).into()),
        ("asked", it.newly_asked.into()),
    ];
    let what = world.say_with(&format!("diff-{}", it.change.name()), &args);
    let counts = format!("{} {} {}", tally(it.before), glyphs.arrow, tally(it.after));
    (format!("{} {dimension} {} {}   {counts}", sign(it.change), glyphs.dot, it.theme), what)
}

impl Pane for Compare {
    fn place(&self) -> Place {
        Place::Compare
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            self.diff = since_last(world, self.persona);
            let none = || vec![(world.say("compare-none"), String::new())];
            self.rows = self.diff.as_ref().map_or_else(none, |diff| page(world, diff));
            self.cursor.hold(self.rows.len());
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if !self.cursor.act(action, self.rows.len(), world.page() / 2) && action == Action::Back {
            world.moves.push(Move::Close);
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        action != Action::Open
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let persona = world.research.personas().get(&self.persona).map(|it| it.name.as_str()).unwrap_or_default();
        let before = self.diff.as_ref().and_then(|diff| diff.before).map(|it| format!("v{it}")).unwrap_or_default();
        let draft = world.say("brief-draft");
        let title = [
            Span::styled(format!(" {}", world.say("place-compare")), look.bold()),
            Span::styled(format!("  {persona} {before} {} {draft}", look.glyphs.arrow), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            let rows = |at: usize| spans(world, &self.rows[at], width);
            line::draw_list(canvas, self.cursor.at, self.rows.len(), rows);
        });
    }
}

fn spans(world: &World, (head, below): &(String, String), width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let heads = text::wrap(head, width.saturating_sub(2).max(1), 2).into_iter();
    let heads = heads.map(|row| vec![Span::styled(format!(" {row}"), look.plain())]);
    let rows = text::wrap(below, width.saturating_sub(6).max(1), 0).into_iter().filter(|row| !row.is_empty());
    heads.chain(rows.map(|row| vec![Span::styled(format!("     {row}"), look.dim())])).collect()
}
