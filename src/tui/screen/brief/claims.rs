//! How a claim is drawn: its state and heading, people over the size of the persona, who is against it, the honest
//! counts, and the lines that are printed. Only verbatim words stand in quotation marks.

use ratatui::text::Span;

use super::page::wrapped;
use crate::domain::brief::{Claim, DroppedClaim, Side};
use crate::domain::evidence::Evidence;
use crate::domain::{Voice, text};
use crate::exchange::markdown;
use crate::tui::world::World;

/// From this width on the counts stand at the right of the heading; below, on a row of their own.
const ROOMY: usize = 60;
/// From this width on the people are drawn as dots too.
const WIDE: usize = 100;
/// Cells of "6/9", and of who is against it.
const COUNT_CELLS: usize = 6;
const AGAINST_CELLS: usize = 14;

/// The rows of a claim of a persona of so many people.
pub fn claim_rows(world: &World, (claim, people): (&Claim, usize), width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let right = right_side(world, claim, people, width);
    let taken = text::width(&right);
    let room = if width >= ROOMY { width.saturating_sub(taken + 6) } else { width.saturating_sub(4) };
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for (at, row) in text::wrap(&claim.headline, room.max(1), 0).into_iter().enumerate() {
        let mark = if at == 0 { look.state(claim.state) } else { " " };
        let fill = " ".repeat(room.saturating_sub(text::width(&row)) + 2);
        let mut spans = vec![Span::raw(format!(" {mark} ")), Span::styled(row, look.bold())];
        if at == 0 && width >= ROOMY {
            spans.extend([Span::raw(fill), Span::raw(right.clone())]);
        }
        rows.push(spans);
    }
    if width < ROOMY {
        rows.push(vec![Span::raw(format!("   {}", right.trim()))]);
    }
    for note in notes(world, claim) {
        rows.extend(wrapped(&note, width, 3).into_iter().map(|row| vec![Span::styled(row, look.dim())]));
    }
    rows
}

/// People who raised it over the size of the persona, and who is against it: nobody, or nobody was asked.
fn right_side(world: &World, claim: &Claim, people: usize, width: usize) -> String {
    let right = |text: &str, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))));
    let count = format!("{}/{people}", claim.counts.raised);
    let against = match (claim.counts.contradicted, claim.counts.asked) {
        (0, 0) => world.say("brief-nobody-asked"),
        (0, _) => world.say("brief-none-against"),
        (count, _) => world.say_with("brief-against", &[("count", count.into())]),
    };
    let left = |text: &str, cells: usize| format!("{text}{}", " ".repeat(cells.saturating_sub(text::width(text))));
    let dots =
        if width >= WIDE { format!("{}  ", left(&dots(world, claim), people.min(width / 4))) } else { String::new() };
    if width < ROOMY {
        return format!("{count}  {against}");
    }
    format!("{dots}{}  {}", right(&count, COUNT_CELLS), left(&against, AGAINST_CELLS))
}

/// What stands small under a heading: the theme where a person wrote the heading, the counts, how many lines of all are
/// printed, on which side they are, how old the memories are, and that it was left out once.
fn notes(world: &World, claim: &Claim) -> Vec<String> {
    let dot = format!(" {} ", world.look.glyphs.dot);
    let mut notes = Vec::new();
    if let Some(written) = &claim.written {
        let date = written.date.format("%m-%d").to_string();
        let args = [
            ("theme", claim.theme.as_str().into()),
            ("by", written.by.as_str().into()),
            ("date", date.as_str().into()),
        ];
        notes.push(world.say_with("brief-written", &args));
    }
    if !claim.above.is_empty() {
        let above = claim.above.join(&format!(" {} ", world.look.glyphs.arrow));
        notes.push(world.say_with("brief-above", &[("themes", above.as_str().into())]));
    }
    let mut facts = vec![markdown::counts(&claim.counts, &world.words)];
    if !claim.supports.is_empty() {
        let args = [("shown", claim.shown.len().into()), ("all", claim.supports.len().into())];
        facts.push(world.say_with("brief-shown", &args));
    }
    facts.extend(claim.only.map(|side| {
        world.say(match side {
            Side::Won => "brief-only-won",
            Side::NotWon => "brief-only-not-won",
        })
    }));
    if let Some(recall) = claim.recall.as_ref().filter(|recall| recall.old > 0) {
        let months = usize::try_from(recall.longest_days / 30).unwrap_or(0);
        let args = [("old", recall.old.into()), ("people", recall.people.into()), ("months", months.into())];
        facts.push(world.say_with("brief-recall", &args));
    }
    notes.push(facts.join(&dot));
    notes.extend(claim.returned.as_ref().map(|gone| returned(world, gone)));
    notes
}

fn returned(world: &World, gone: &DroppedClaim) -> String {
    let args =
        [("then", gone.people_then.into()), ("now", gone.people.into()), ("reason", gone.reason.as_str().into())];
    world.say_with("brief-returned", &args)
}

/// One dot per person; the plain twins where only ASCII is wanted.
fn dots(world: &World, claim: &Claim) -> String {
    let glyphs = world.look.glyphs;
    let mut dots = String::new();
    for dot in markdown::dots(&claim.counts).chars() {
        match dot {
            '●' => dots.push_str(glyphs.strong),
            '×' => dots.push('x'),
            '·' => dots.push_str(glyphs.dot),
            other => dots.push(other),
        }
    }
    dots
}

/// One line with its code, its time and its star behind it.
pub fn said_rows(world: &World, said: &Evidence, against: bool, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let words = match (said.withheld, said.voice) {
        (true, _) => world.say("report-withheld"),
        (false, Voice::Verbatim) => format!("\"{}\"", said.text),
        (false, _) => world.say_with("report-paraphrase", &[("text", said.text.as_str().into())]),
    };
    let at = said.at.map(|at| format!(" {at}")).unwrap_or_default();
    let star = if said.star { format!(" {}", look.glyphs.star) } else { String::new() };
    let against_word = if against { format!(" {}", world.say("brief-says-no")) } else { String::new() };
    let tail = format!("  {}{at}{star}{against_word}", said.note);
    let whole = format!("{words}{tail}");
    let sign = if against { format!("   {} ", look.glyphs.against) } else { "     ".to_owned() };
    let rows = crate::tui::widget::prose::rows(
        &whole,
        width.saturating_sub(6).max(1),
        (look.plain(), look.dim()),
        &[[words.len(), whole.len()]],
    );
    let owned = |spans: Vec<Span>, at: usize| {
        let head = Span::styled(if at == 0 { sign.clone() } else { "     ".to_owned() }, look.bold());
        let rest = spans.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style));
        std::iter::once(head).chain(rest).collect::<Vec<Span<'static>>>()
    };
    rows.into_iter().enumerate().map(|(at, spans)| owned(spans, at)).collect()
}
