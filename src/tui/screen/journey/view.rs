//! How the screen is put together: line 1, what the map rests on, the view, what stands at the cursor, and below it how
//! buyers really went. Reads only.

use ratatui::text::Span;

use super::board::Board;
use super::views::{self, View};
use super::{JourneyPane, chosen, grid, stage};
use crate::domain::journey::map::Counts;
use crate::domain::journey::{Transition, map};
use crate::domain::{Stage, text};
use crate::exchange::sheet::said;
use crate::tui::screen::line::cut_marked;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// From this size on the whole grid is shown; below, one stage at a time.
const GRID: (u16, u16) = (72, 20);

/// Draws everything.
pub fn draw(pane: &JourneyPane, world: &World, canvas: &mut Canvas) {
    let Some(board) = &pane.board else {
        let (first, _) = frame(canvas, world, pane, &[]);
        canvas.put(1, first, canvas.width(), &[Span::raw(pane.problem.as_deref().unwrap_or_default())]);
        return;
    };
    let (first, height) = frame(canvas, world, pane, &head(pane, world, board));
    canvas.rows(first, height, |canvas| {
        if !pane.view.has_spots() {
            return views::draw(canvas, &pane.rows, &pane.row);
        }
        let width = canvas.width().saturating_sub(1);
        let basis = if canvas.height() > 12 { basis(world, board, width) } else { Vec::new() };
        for (y, row) in basis.iter().enumerate() {
            canvas.put(1, y, width, &[Span::styled(row.as_str(), world.look.dim())]);
        }
        let below = canvas.height().saturating_sub(basis.len());
        canvas.rows(basis.len(), below, |canvas| draw_map(pane, world, board, canvas));
    });
}

/// The grid or a stage, what stands at the cursor, and the foot.
fn draw_map(pane: &JourneyPane, world: &World, board: &Board, canvas: &mut Canvas) {
    // A stage is read as a whole: how buyers went stands below the map.
    let foot = if pane.view == View::Stage { Vec::new() } else { foot(world, board, canvas) };
    let height = canvas.height();
    let most = if pane.view == View::Stage { 4 } else { 8 };
    let detail = if height < 12 { 0 } else { (height / 4).clamp(4, most) };
    let rules = usize::from(detail > 0) + usize::from(!foot.is_empty());
    let above = height.saturating_sub(detail + rules + foot.len());
    let here = (pane.stage, pane.spot.at);
    canvas.rows(0, above, |canvas| {
        if pane.view == View::Grid && is_grid(world) {
            grid::draw(world, board, here, canvas);
        } else {
            stage::draw(world, board, (here, &pane.rows), canvas);
        }
    });
    let mut y = above;
    if detail > 0 {
        canvas.rule(y);
        canvas.rows(y + 1, detail, |canvas| chosen::draw(world, board, here, canvas));
        y += 1 + detail;
    }
    if !foot.is_empty() {
        canvas.rule(y);
        for (at, row) in foot.iter().enumerate() {
            canvas.put(
                1,
                y + 1 + at,
                canvas.width().saturating_sub(1),
                &[Span::styled(row.as_str(), world.look.dim())],
            );
        }
    }
}

fn is_grid(world: &World) -> bool {
    world.size.0 >= GRID.0 && world.size.1 >= GRID.1
}

/// Line 1: whose journey, which view, what waits, what was taken and what people wrote themselves.
fn head(pane: &JourneyPane, world: &World, board: &Board) -> Vec<Span<'static>> {
    let look = &world.look;
    let dot = look.glyphs.dot;
    let name = map::name(&world.research, &board.journey);
    let mut title = vec![Span::styled(format!(" {name}"), look.bold())];
    if pane.view != View::Grid {
        let view = pane.view.action().map(|it| world.say(&format!("action-{}", it.name()))).unwrap_or_default();
        title.push(Span::styled(format!(" {dot} {view}"), look.bold()));
    } else if let Some(edition) = board.brief {
        let from = world.say_with("journey-from-brief", &[("number", edition.into())]);
        title.push(Span::styled(format!(" {} {from}", look.glyphs.back), look.dim()));
    }
    let (seeded, human) = board.kept();
    let mut facts = Vec::new();
    let count = |key: &str, count: usize| world.say_with(key, &[("count", count.into())]);
    facts.extend((!board.waiting.is_empty()).then(|| count("journey-waiting", board.waiting.len())));
    facts.push(count("journey-taken", seeded));
    facts.push(count("journey-human", human));
    facts.extend(
        pane.layer
            .map(|layer| world.say_with("journey-only", &[("layer", (&world.say(&format!("layer-{layer}"))).into())])),
    );
    title.push(Span::styled(format!("   {}", facts.join(&format!(" {dot} "))), look.dim()));
    title
}

/// What the map rests on, how much of it is only assumed, how many comments are open, what was published, and whether it
/// is stale: one row, or two where it does not fit.
fn basis(world: &World, board: &Board, width: usize) -> Vec<String> {
    let rows = text::wrap(&told(world, board), width.max(1), 0);
    match rows.split_first() {
        Some((first, rest)) if !rest.is_empty() => {
            vec![first.clone(), cut_marked(&world.look, &rest.join(" "), width)]
        }
        _ => rows,
    }
}

fn told(world: &World, board: &Board) -> String {
    if !board.map.kept {
        return world.say("journey-nothing-kept");
    }
    let map = &board.map;
    let debt = [("weak", map.debt.weak.into()), ("filled", map.debt.filled.into())];
    let mut facts = vec![counts(world, &map.counts), world.say_with("journey-debt", &debt)];
    facts.extend((map.comments > 0).then(|| world.say_with("comments-open", &[("count", map.comments.into())])));
    facts.push(match board.edition {
        Some(number) => world.say_with("brief-draft-after", &[("number", number.into())]),
        None => world.say("brief-draft"),
    });
    facts.extend(board.stale.map(|it| said::stale(it, &world.words)));
    facts.join("  ")
}

/// Interviews, lines and the newest day, or that it is assumed.
pub fn counts(world: &World, counts: &Counts) -> String {
    let Some(newest) = counts.newest else { return world.say("journey-assumed") };
    let newest = world.words.date(newest);
    let args =
        [("interviews", counts.interviews.into()), ("lines", counts.notes.into()), ("newest", newest.as_str().into())];
    world.say_with("journey-counts", &args)
}

/// The ways back (and on, where there is room), what the marks mean, and that buyers do not move like this.
fn foot(world: &World, board: &Board, canvas: &Canvas) -> Vec<String> {
    let (width, height) = (canvas.width(), canvas.height());
    if height < 9 {
        return Vec::new();
    }
    let mut rows = moves(world, board, height >= 28);
    if height >= 28 {
        rows.push(grid::legend(world));
    }
    let room = width.saturating_sub(2).max(1);
    let mut rows: Vec<String> = rows.iter().map(|row| cut_marked(&world.look, row, room)).collect();
    rows.extend(text::wrap(&world.say("journey-disclaimer"), room, 0));
    rows
}

/// How buyers really moved: the ways back first.
fn moves(world: &World, board: &Board, with_on: bool) -> Vec<String> {
    let map = &board.map;
    let position = |stage: &Stage| map.stages.iter().position(|known| known.card.stage == *stage).unwrap_or(0);
    let mut moves: Vec<&Transition> = map.transitions.iter().collect();
    moves.sort_by_key(|it| (std::cmp::Reverse(it.people), position(&it.from), position(&it.to)));
    let arrow = world.look.glyphs.arrow;
    let one = |it: &&Transition| {
        let people = world.say_with("people", &[("count", it.people.into())]);
        format!("{}{arrow}{} {people}", position(&it.from), position(&it.to))
    };
    if moves.is_empty() {
        return vec![world.say("report-no-moves")];
    }
    let of = |back: bool| moves.iter().filter(|it| it.back == back).map(one).collect::<Vec<String>>();
    let row = |key: &str, moves: Vec<String>| {
        if moves.is_empty() {
            return world.say("journey-no-way-back");
        }
        format!("{}  {}", world.say(key), moves.join("  "))
    };
    let mut rows = vec![row("journey-back", of(true))];
    let on = of(false);
    rows.extend((with_on && !on.is_empty()).then(|| row("journey-on", on)));
    rows
}
