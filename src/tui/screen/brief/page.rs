//! Which rows a brief has and in which order: the dimensions with their claims, those of three people and more first,
//! then what one or two said, then what nobody did; then what was left out, the tables, the gaps, the method.

use ratatui::text::Span;

use super::{claims, tables};
use crate::domain::brief::{Brief, Claim};
use crate::domain::evidence::STRONG_FROM;
use crate::domain::{Dimension, text};
use crate::exchange::markdown;
use crate::tui::palette::subject_of;
use crate::tui::world::World;

/// At most so many contradicting lines are printed under a claim; the evidence shows all.
const AGAINST: usize = 2;

/// One row of the page.
#[derive(Debug, PartialEq)]
pub enum Row {
    Blank,
    Dimension(Dimension),
    Heading(&'static str),
    /// A heading inside a dimension.
    Part(&'static str),
    /// A claim, by its place in the brief.
    Claim(usize),
    /// A line under a claim: the claim, the place of the line, and whether it contradicts.
    Line(usize, usize, bool),
    Text(String),
    Worst(usize),
    Dropped(usize),
    LedgerHead,
    Ledger(usize),
    Trigger(usize),
    Committee(usize),
    /// A theme of a committee: the committee, and the place of the theme.
    Member(usize, usize),
    Saturation(usize),
}

impl Row {
    /// Whether it heads a part, where Tab goes.
    pub fn is_head(&self) -> bool {
        matches!(self, Row::Dimension(_) | Row::Heading(_))
    }

    /// Whether the cursor may rest there.
    pub fn is_rest(&self) -> bool {
        !self.is_head() && !matches!(self, Row::Blank | Row::Part(_) | Row::LedgerHead | Row::Committee(_))
    }
}

/// The rows of a brief.
pub fn page(world: &World, brief: &Brief) -> Vec<Row> {
    let mut rows = Vec::new();
    if !brief.about.is_empty() {
        rows.extend([Row::Text(brief.about.clone()), Row::Blank]);
    }
    for dimension in Dimension::FIVE {
        rows.extend([Row::Dimension(dimension)]);
        claims_of(world, brief, dimension, &mut rows);
        rows.push(Row::Blank);
    }
    let mut part = |heading: &'static str, content: Vec<Row>| {
        if !content.is_empty() {
            rows.push(Row::Heading(heading));
            rows.extend(content);
            rows.push(Row::Blank);
        }
    };
    part("report-worst", (0..brief.worst.len()).map(Row::Worst).collect());
    part("brief-dropped", (0..brief.dropped.len()).map(Row::Dropped).collect());
    let ledger = (0..brief.expectations.len()).map(Row::Ledger);
    let head = (!brief.expectations.is_empty()).then_some(Row::LedgerHead);
    part("brief-expectations", head.into_iter().chain(ledger).collect());
    part("brief-triggers", triggers(world, brief));
    part("brief-committees", committees(brief));
    let gaps = brief.gaps.iter().map(|gap| Row::Text(markdown::gap_sentence(gap, &world.words)));
    let none = brief.gaps.is_empty().then(|| Row::Text(world.say("report-no-gaps")));
    part("report-unknown", gaps.chain(none).collect());
    part("brief-saturation", (0..brief.saturation.len()).map(Row::Saturation).collect());
    part("report-method", vec![Row::Text(world.say("report-method-counts")), Row::Text(sources(world, brief))]);
    rows.pop();
    rows
}

fn claims_of(world: &World, brief: &Brief, dimension: Dimension, rows: &mut Vec<Row>) {
    let of = |part: fn(usize) -> Option<&'static str>| {
        let claims = brief.claims.iter().enumerate().filter(move |(_, claim)| claim.dimension == dimension);
        claims.filter_map(move |(at, claim)| part(claim.counts.raised).map(|name| (at, claim, name)))
    };
    let name = |people: usize| match people {
        0 => Some("brief-nobody"),
        1..STRONG_FROM => Some("report-few"),
        _ => Some(""),
    };
    let mut last = "";
    for (at, claim, part) in of(name) {
        if part != last {
            rows.push(Row::Part(part));
        }
        last = part;
        claim_rows(at, claim, rows);
    }
    if rows.last() == Some(&Row::Dimension(dimension)) {
        let unthemed = brief.unthemed.iter().find(|group| group.dimension == dimension);
        rows.push(Row::Text(match unthemed {
            Some(group) => world.say_with("report-only-unthemed", &[("lines", group.lines.into())]),
            None => world.say("report-nothing-known"),
        }));
    }
}

fn claim_rows(at: usize, claim: &Claim, rows: &mut Vec<Row>) {
    rows.push(Row::Claim(at));
    rows.extend((0..claim.shown.len()).map(|line| Row::Line(at, line, false)));
    rows.extend((0..claim.contradicts.len().min(AGAINST)).map(|line| Row::Line(at, line, true)));
}

/// The cards, and how many triggers have none yet.
fn triggers(world: &World, brief: &Brief) -> Vec<Row> {
    let mut rows: Vec<Row> = (0..brief.triggers.len()).map(Row::Trigger).collect();
    let raised = brief.claims.iter().filter(|it| it.dimension == Dimension::Trigger && it.counts.raised > 0).count();
    let bare = raised.saturating_sub(rows.len());
    if bare > 0 {
        rows.push(Row::Text(world.say_with("brief-no-card", &[("count", bare.into())])));
    }
    rows
}

fn committees(brief: &Brief) -> Vec<Row> {
    let mut rows = Vec::new();
    for (of, committee) in brief.committees.iter().enumerate() {
        rows.push(Row::Committee(of));
        rows.extend((0..committee.rows.len()).map(|at| Row::Member(of, at)));
    }
    rows
}

/// Who it rests on, in one sentence: buying comes first, so people come last.
fn sources(world: &World, brief: &Brief) -> String {
    let one = |source: &crate::domain::brief::Source| match source.role.as_str() {
        "" => source.participant.clone(),
        role => format!("{} {role}", source.participant),
    };
    let people: Vec<String> = brief.from.iter().map(one).collect();
    world.say_with("brief-from", &[("people", people.join(", ").as_str().into())])
}

/// The cells of one row of the page.
pub fn row_spans(world: &World, brief: &Brief, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    match row {
        Row::Blank => vec![Vec::new()],
        Row::Heading(key) => vec![vec![Span::styled(format!(" {}", world.say(key)), look.bold())]],
        Row::Part(key) => vec![vec![Span::styled(format!("   {}", world.say(key)), look.dim())]],
        Row::Dimension(dimension) => {
            let hue = subject_of(*dimension).map(|subject| look.subject(subject)).unwrap_or_default();
            let name = world.say(&format!("dimension-{}", dimension.name()));
            vec![vec![Span::styled(format!(" {name}"), hue.patch(look.bold()))]]
        }
        Row::Text(content) => wrapped(content, width, 3).into_iter().map(|row| vec![Span::raw(row)]).collect(),
        Row::Claim(at) => {
            let claim = brief.claims.get(*at);
            claim.map(|claim| claims::claim_rows(world, (claim, brief.people), width)).unwrap_or_default()
        }
        Row::Line(at, line, against) => {
            let claim = brief.claims.get(*at);
            let said = claim.and_then(|claim| match against {
                true => claim.contradicts.get(*line),
                false => claim.printed().nth(*line),
            });
            said.map(|said| claims::said_rows(world, said, *against, width)).unwrap_or_default()
        }
        Row::Worst(at) => brief.worst.get(*at).map(|it| tables::worst(world, it, width)).unwrap_or_default(),
        Row::Dropped(at) => brief.dropped.get(*at).map(|it| tables::dropped(world, it, width)).unwrap_or_default(),
        Row::LedgerHead => tables::ledger_head(world, width),
        Row::Ledger(at) => brief.expectations.get(*at).map(|it| tables::ledger(world, it, width)).unwrap_or_default(),
        Row::Trigger(at) => brief.triggers.get(*at).map(|it| tables::trigger(world, it, width)).unwrap_or_default(),
        Row::Committee(at) => {
            brief.committees.get(*at).map(|it| tables::committee(world, it, width)).unwrap_or_default()
        }
        Row::Member(of, at) => {
            let row = brief.committees.get(*of).and_then(|it| it.rows.get(*at));
            row.map(|row| tables::member(world, row, width)).unwrap_or_default()
        }
        Row::Saturation(at) => {
            brief.saturation.get(*at).map(|it| tables::saturation(world, it, width)).unwrap_or_default()
        }
    }
}

/// Rows of a text with an indent.
pub fn wrapped(content: &str, width: usize, indent: usize) -> Vec<String> {
    let rows = text::wrap(content, width.saturating_sub(indent + 1).max(1), 0);
    rows.into_iter().map(|row| format!("{}{row}", " ".repeat(indent))).collect()
}
