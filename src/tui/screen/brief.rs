//! The brief of a persona to read (context LIST): claims by dimension with their counts drawn as dots, one per person.
//! Computed whenever the study has changed; nothing of it is stored.

use ratatui::text::Span;

use super::evidence::{Evidence, Of};
use super::line;
use crate::domain::brief::{Brief, Claim, draft, for_export};
use crate::domain::evidence::{Evidence as Said, STRONG_FROM};
use crate::domain::{Dimension, Id, Voice, text};
use crate::exchange::markdown;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::palette::subject_of;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::journey::JourneyPane;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// How many lines are shown under a claim; Enter shows them all.
const SHOWN: usize = 2;

/// One row of the page.
enum Row {
    Blank,
    Dimension(Dimension),
    Heading(&'static str),
    /// A claim, by its place in the brief.
    Claim(usize),
    /// A line under a claim: the claim, the place of the line, and whether it contradicts.
    Line(usize, usize, bool),
    Text(String),
}

/// The brief of one persona.
pub struct BriefPane {
    persona: Id,
    brief: Option<Brief>,
    problem: Option<String>,
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl BriefPane {
    /// Of this persona.
    pub fn of(persona: Id) -> BriefPane {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        BriefPane { persona, brief: None, problem: None, rows: Vec::new(), cursor, seen }
    }

    /// The claim that the cursor stands on or under.
    fn claim(&self) -> Option<&Claim> {
        match self.rows.get(self.cursor.at)? {
            Row::Claim(at) | Row::Line(at, ..) => self.brief.as_ref()?.claims.get(*at),
            _ => None,
        }
    }

    fn export(&self, world: &mut World) {
        let Some(brief) = &self.brief else { return };
        ask_file(world, &format!("{}.brief.md", brief.persona));
    }

    fn write(&self, world: &mut World, file: &str) {
        match for_export(&world.research, self.persona) {
            Ok(brief) => {
                let text = markdown::brief(&brief, &world.words);
                world.effects.push(Effect::Write(file.into(), text));
            }
            Err(error) => world.tell_error(&error),
        }
    }
}

/// Asks where to write a document.
pub fn ask_file(world: &mut World, name: &str) {
    let name: String = name.chars().map(|c| if c == '/' || c.is_whitespace() { '-' } else { c }).collect();
    let path = world.folder.join(name).display().to_string();
    let field = Field::new(world.say("field-file"), &path);
    let form = Form::new(Asking::Export, world.say("action-export.about"), vec![field]);
    world.moves.push(Move::Open(Box::new(form)));
}

fn page(world: &World, brief: &Brief) -> Vec<Row> {
    let mut rows = Vec::new();
    if !brief.about.is_empty() {
        rows.push(Row::Text(brief.about.clone()));
    }
    for dimension in Dimension::FIVE {
        rows.push(Row::Blank);
        rows.push(Row::Dimension(dimension));
        let before = rows.len();
        for (at, claim) in brief.claims.iter().enumerate().filter(|(_, claim)| claim.dimension == dimension) {
            rows.push(Row::Claim(at));
            let shown = if claim.counts.raised >= STRONG_FROM { SHOWN } else { 1 };
            rows.extend((0..claim.supports.len().min(shown)).map(|line| Row::Line(at, line, false)));
            rows.extend((0..claim.contradicts.len().min(1)).map(|line| Row::Line(at, line, true)));
        }
        if rows.len() == before {
            rows.push(Row::Text(world.say("report-nothing-known")));
        }
    }
    rows.extend([Row::Blank, Row::Heading("report-unknown")]);
    rows.extend(brief.gaps.iter().map(|gap| Row::Text(markdown::gap_sentence(gap, &world.words))));
    if brief.gaps.is_empty() {
        rows.push(Row::Text(world.say("report-no-gaps")));
    }
    rows.extend([Row::Blank, Row::Heading("report-method")]);
    rows.push(Row::Text(world.say("report-method-counts")));
    rows
}

impl Pane for BriefPane {
    fn place(&self) -> Place {
        Place::Brief
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |_| true) {
            return;
        }
        match draft(&world.research, self.persona) {
            Ok(brief) => {
                self.rows = page(world, &brief);
                (self.brief, self.problem) = (Some(brief), None);
            }
            Err(error) => {
                self.rows.clear();
                (self.brief, self.problem) = (None, Some(world.sentence(&error)));
            }
        }
        self.cursor.hold(self.rows.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Export => self.export(world),
            Action::Journey => {
                world.moves.push(Move::Close);
                world.moves.push(Move::Open(Box::new(JourneyPane::of(self.persona))));
            }
            Action::Open => {
                if let Some(claim) = self.claim() {
                    let codes = |lines: &[Said]| lines.iter().map(Said::cite).collect();
                    let (supports, contradicts) = (codes(&claim.supports), codes(&claim.contradicts));
                    let evidence = Evidence::of(Of::Cited(claim.headline.clone(), supports, contradicts));
                    world.moves.push(Move::Open(Box::new(evidence)));
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::Export, Answer::Texts(texts)) = (asking, answer) {
            self.write(world, texts.first().map_or("", String::as_str));
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => self.claim().is_some(),
            Action::Export | Action::Journey => self.brief.is_some(),
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let Some(brief) = &self.brief else {
            let (first, _) = frame(canvas, world, self, &[]);
            let problem = self.problem.as_deref().unwrap_or_default();
            canvas.put(1, first, canvas.width(), &[Span::raw(problem)]);
            return;
        };
        let people = world.say_with("people", &[("count", brief.people.into())]);
        let lines = world.say_with("lines", &[("count", brief.notes.into())]);
        let as_of = brief.as_of.map(|date| world.words.date(date)).unwrap_or_default();
        let facts = [people, lines, as_of].join(&format!(" {} ", world.look.glyphs.dot));
        let title = Span::styled(format!(" {}", brief.persona), world.look.bold());
        let (first, height) =
            frame(canvas, world, self, &[title, Span::styled(format!("  {facts}"), world.look.dim())]);
        canvas.rows(first, height, |canvas| self.draw_page(world, brief, canvas));
    }
}

impl BriefPane {
    fn draw_page(&self, world: &World, brief: &Brief, canvas: &mut Canvas) {
        let width = canvas.width();
        let rows = |at: usize| row_spans(world, brief, &self.rows[at], width);
        line::draw_list(canvas, self.cursor.at, self.rows.len(), rows);
    }
}

fn row_spans(world: &World, brief: &Brief, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    match row {
        Row::Blank => vec![Vec::new()],
        Row::Heading(key) => vec![vec![Span::styled(format!(" {}", world.say(key)), look.bold())]],
        Row::Dimension(dimension) => {
            let hue = subject_of(*dimension).map(|subject| look.subject(subject)).unwrap_or_default();
            let name = world.say(&format!("dimension-{}", dimension.name()));
            vec![vec![Span::styled(format!(" {name}"), hue.patch(look.bold()))]]
        }
        Row::Text(content) => wrapped(content, width, 3).into_iter().map(|row| vec![Span::raw(row)]).collect(),
        Row::Claim(at) => brief.claims.get(*at).map(|claim| claim_rows(world, claim, width)).unwrap_or_default(),
        Row::Line(at, line, against) => {
            let claim = brief.claims.get(*at);
            let lines = claim.map(|claim| if *against { &claim.contradicts } else { &claim.supports });
            lines
                .and_then(|lines| lines.get(*line))
                .map(|said| said_rows(world, said, *against, width))
                .unwrap_or_default()
        }
    }
}

/// Rows of a text with an indent.
fn wrapped(content: &str, width: usize, indent: usize) -> Vec<String> {
    let rows = text::wrap(content, width.saturating_sub(indent + 1).max(1), 0);
    rows.into_iter().map(|row| format!("{}{row}", " ".repeat(indent))).collect()
}

/// The headline with its dots at the right, and the counts in words below.
fn claim_rows(world: &World, claim: &Claim, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let dots = dots(world, claim);
    let is_roomy = width >= 60 && text::width(&dots) <= width / 3;
    let room = if is_roomy { width.saturating_sub(text::width(&dots) + 7) } else { width.saturating_sub(4) };
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for (at, row) in text::wrap(&claim.headline, room.max(1), 0).into_iter().enumerate() {
        let mark = if at == 0 { look.state(claim.state) } else { " " };
        let fill = " ".repeat(room.saturating_sub(text::width(&row)) + 2);
        let mut spans = vec![Span::raw(format!(" {mark} ")), Span::styled(row, look.bold())];
        if at == 0 && is_roomy {
            spans.extend([Span::raw(fill), Span::raw(dots.clone())]);
        }
        rows.push(spans);
    }
    let counts = markdown::counts(&claim.counts, &world.words);
    rows.extend(wrapped(&counts, width, 3).into_iter().map(|row| vec![Span::styled(row, look.dim())]));
    rows
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

/// One line: only verbatim words stand in quotation marks, and its code stands behind it.
fn said_rows(world: &World, said: &Said, against: bool, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let words = match (said.withheld, said.voice) {
        (true, _) => world.say("report-withheld"),
        (false, Voice::Verbatim) => format!("\"{}\"", said.text),
        (false, _) => said.text.clone(),
    };
    let star = if said.star { format!(" {}", look.glyphs.star) } else { String::new() };
    let tail = format!("  {}{star}", said.note);
    let whole = format!("{words}{tail}");
    let sign = if against { "   ! " } else { "     " };
    let rows = crate::tui::widget::prose::rows(
        &whole,
        width.saturating_sub(6).max(1),
        (look.plain(), look.dim()),
        &[[words.len(), whole.len()]],
    );
    let owned = |spans: Vec<Span>, at: usize| {
        let head = Span::styled(if at == 0 { sign } else { "     " }, look.bold());
        let rest = spans.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style));
        std::iter::once(head).chain(rest).collect::<Vec<Span<'static>>>()
    };
    rows.into_iter().enumerate().map(|(at, spans)| owned(spans, at)).collect()
}
