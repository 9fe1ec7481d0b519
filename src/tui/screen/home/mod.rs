//! Home (context LIST): today, what is unfinished, what is owed, what is missing; nothing else. The first run asks one
//! thing, the study's name.

mod journeys;
mod rows;

use chrono::Timelike;
use ratatui::text::Span;

use crate::domain::{Id, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::ask::Ask;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::capture::{self, Capture};
use crate::tui::screen::card::CardPane;
use crate::tui::screen::gate::GatePane;
use crate::tui::screen::guide::Guide;
use crate::tui::screen::journey::JourneyPane;
use crate::tui::screen::line;
use crate::tui::screen::people::{self, People};
use crate::tui::screen::personas::{self, Then};
use crate::tui::screen::reader::Reader;
use crate::tui::screen::search::{self, Search};
use crate::tui::screen::sort::Sort;
use crate::tui::screen::studies::Studies;
use crate::tui::screen::themes::Themes;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};
use rows::{Goal, Row, first_due, rows, stale};

/// A row is no wider than this, so that its ends are read as one.
const WIDEST: usize = 110;
/// Below this width a row folds.
const FOLDED: usize = 60;

/// The home screen.
#[derive(Default)]
pub struct Home {
    rows: Vec<Row>,
    /// Briefs that are stale.
    stale: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
    /// The minute for which the rows were made: they tell how old a draft is.
    minute: Option<chrono::NaiveDateTime>,
    drafts: usize,
    /// How many answers of saved searches have come.
    watched: u64,
    /// The parts that are shown whole.
    whole: Vec<&'static str>,
    /// Somebody has moved the cursor: it stays where it was put.
    is_moved: bool,
}

impl Home {
    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    /// The interview of the row whose unfinished line could be discarded.
    fn draft(&self, world: &World) -> Option<Id> {
        let Some(Goal::Capture(interview)) = self.row().map(|row| row.goal) else { return None };
        world.drafts.contains_key(&capture::slot(interview)).then_some(interview)
    }

    fn is_search(&self) -> bool {
        self.row().is_some_and(|row| matches!(row.goal, Goal::Search(_)))
    }

    /// What is to be sorted: of the row under the cursor, else the first there is.
    fn to_sort(&self) -> Option<Id> {
        let sort = |row: &Row| match row.goal {
            Goal::Sort(interview) => Some(interview),
            _ => None,
        };
        self.row().and_then(sort).or_else(|| self.rows.iter().find_map(sort))
    }

    fn open(&mut self, world: &mut World) {
        let open = |pane: Box<dyn Pane>, world: &mut World| world.moves.push(Move::Open(pane));
        match self.row().map(|row| (row.goal, row.part)) {
            Some((Goal::Capture(interview), _)) => Capture::open(world, interview),
            Some((Goal::Prepare(interview), _)) => CardPane::open(world, interview),
            Some((Goal::Sort(interview), _)) => Sort::open(world, interview),
            Some((Goal::Read(interview, note), _)) => open(Box::new(Reader::at(interview, note)), world),
            Some((Goal::Brief(persona), _)) => open(Box::new(GatePane::of(persona)), world),
            Some((Goal::Journey(persona), _)) => open(Box::new(JourneyPane::of(persona)), world),
            Some((Goal::Search(search), _)) => {
                let pane = Search::of_saved(world, search);
                open(Box::new(pane), world);
            }
            Some((Goal::More, part)) => {
                self.whole.push(part);
                self.rows = rows(world, &self.stale, &self.whole);
            }
            Some((Goal::None, _)) | None => {}
        }
    }

    /// Drops the saved search of the row, which can be undone, or asks about its unfinished line.
    fn drop_row(&self, world: &mut World) {
        match self.row().map(|row| row.goal) {
            Some(Goal::Search(search)) => search::drop_saved(world, search),
            _ => self.ask_drop(world),
        }
    }

    fn ask_drop(&self, world: &mut World) {
        let Some(interview) = self.draft(world) else { return };
        let draft = world.drafts.get(&capture::slot(interview)).map(|draft| draft.text.clone()).unwrap_or_default();
        let (title, yes) = (world.say("draft-drop"), world.say("draft-drop-yes"));
        let ask = Ask::choice(Asking::DropDraft(interview), title, vec![yes]).saying(vec![format!("\"{draft}\"")]);
        world.moves.push(Move::Open(Box::new(ask)));
    }
}

impl Pane for Home {
    fn place(&self) -> Place {
        Place::Home
    }

    fn is_of_the_library(&self) -> bool {
        true
    }

    fn refresh(&mut self, world: &World) {
        let minute = world.now.local().with_second(0).and_then(|at| at.with_nanosecond(0));
        let told = (minute, world.drafts.len(), world.watch.told());
        let is_later = (self.minute, self.drafts, self.watched) != told;
        (self.minute, self.drafts, self.watched) = told;
        let is_changed = self.seen.is_stale(world, |_| true);
        if is_changed {
            self.stale = stale(world);
        }
        if is_changed || is_later {
            let goal = self.row().map(|row| row.goal);
            self.rows = rows(world, &self.stale, &self.whole);
            let same = self.rows.iter().position(|row| Some(row.goal) == goal);
            if !self.is_moved {
                self.cursor.at = first_due(world, &self.rows);
            } else if let Some(same) = same.filter(|_| !matches!(goal, Some(Goal::More | Goal::None))) {
                // A row that comes in above must not put another one under the cursor.
                self.cursor.at = same;
            }
            self.cursor.hold(self.rows.len());
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            self.is_moved = true;
            return;
        }
        let open = |pane: Box<dyn Pane>, world: &mut World| world.moves.push(Move::Open(pane));
        match action {
            Action::New => people::ask_person(world, None),
            Action::People => open(Box::<People>::default(), world),
            Action::Themes => open(Box::<Themes>::default(), world),
            Action::Studies => open(Box::<Studies>::default(), world),
            Action::Brief => personas::choose(world, Then::Brief),
            Action::Journey => personas::choose(world, Then::Journey),
            Action::Guide => open(Box::new(Guide::of(None)), world),
            Action::Sort => {
                if let Some(interview) = self.to_sort() {
                    Sort::open(world, interview);
                }
            }
            Action::Drop => self.drop_row(world),
            Action::Open => self.open(world),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::DropDraft(interview), Answer::Choice(1)) = (asking, &answer) {
            world.keep_draft(&capture::slot(interview), "", "");
            let text = world.say("draft-dropped");
            return world.tell(text);
        }
        let (Asking::Person(person), Answer::Texts(texts)) = (asking, answer) else { return };
        let code = texts.first().map_or("", String::as_str);
        let known = world.research.participant_by_code(code).map(|person| person.id);
        if let Some(person) = known.or_else(|| people::keep_person(world, person, &texts)) {
            CardPane::begin(world, person);
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        let has_study = world.study().is_some();
        match action {
            Action::Open => self.row().is_some_and(|row| row.goal != Goal::None),
            Action::Sort => self.to_sort().is_some(),
            Action::Drop => self.draft(world).is_some() || self.is_search(),
            Action::Guide => has_study,
            Action::Brief | Action::Journey => !world.research.personas().is_empty(),
            Action::New | Action::People | Action::Themes | Action::Undo | Action::Redo => has_study,
            Action::Back => false,
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::New => world.say("action-new-interview"),
            Action::Drop if self.is_search() => world.say("action-drop-search"),
            Action::Drop => world.say("action-discard"),
            Action::Open => world.say(match self.row().map(|row| row.goal) {
                Some(Goal::Capture(_)) => "action-go-on",
                Some(Goal::Prepare(_)) => "action-prepare",
                Some(Goal::Sort(_)) => "action-sort",
                Some(Goal::Read(..)) => "action-read",
                Some(Goal::More) => "action-show-all",
                Some(Goal::Brief(_) | Goal::Journey(_) | Goal::Search(_) | Goal::None) | None => "action-open",
            }),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let name = world.study().map(|study| study.name.as_str()).unwrap_or_default();
        let title = [
            Span::styled(" whybuy", look.bold()),
            Span::styled(format!(" {} ", look.glyphs.dot), look.dim()),
            Span::raw(name),
        ];
        let (first, height) = frame(canvas, world, self, if name.is_empty() { &title[..1] } else { &title });
        if self.rows.is_empty() {
            let key = if world.study().is_some() { "home-empty" } else { "home-no-study" };
            let room = canvas.width().saturating_sub(2);
            let sentence = if world.studies.is_some() { world.say(key) } else { String::new() };
            for (y, row) in text::wrap(&sentence, room, 0).iter().enumerate() {
                canvas.put(1, first + y, room, &[Span::styled(row.as_str(), look.dim())]);
            }
        }
        let index = world
            .rebuilding
            .filter(|_| height > 2)
            .map(|(done, total)| world.say_with("index-rebuilding", &[("done", count(done)), ("total", count(total))]));
        let height = height - usize::from(index.is_some());
        canvas.rows(first, height, |canvas| {
            let width = canvas.width().min(WIDEST);
            line::draw_list(canvas, self.cursor.at, self.rows.len(), |at| self.rows_of(world, at, width));
        });
        if let Some(index) = index {
            canvas.put(1, first + height, canvas.width(), &[Span::styled(index, look.dim())]);
        }
    }
}

fn count(n: u64) -> crate::words::Arg<'static> {
    i64::try_from(n).unwrap_or(i64::MAX).into()
}

impl Home {
    /// One row of the list, or several where the terminal is narrow and everything has to fold.
    fn rows_of(&self, world: &World, at: usize, width: usize) -> Vec<Vec<Span<'static>>> {
        let (look, row) = (&world.look, &self.rows[at]);
        let is_first = at.checked_sub(1).is_none_or(|before| self.rows[before].part != row.part);
        let column = if width < FOLDED { 9 } else { 12 };
        let part = if is_first { world.say(row.part) } else { String::new() };
        let head = Span::styled(line::padded(look, &format!(" {part}"), column), look.dim());
        if width < FOLDED {
            return folded(world, head, row, width);
        }
        let mut right = vec![Span::styled(row.aside.clone(), look.dim())];
        right.extend(self.hint(world, row));
        let taken: usize = right.iter().map(|span| text::width(&span.content)).sum();
        let text = line::padded(look, &row.text, width.saturating_sub(column + taken + 2));
        let mut spans = vec![head, Span::raw(format!("{text} "))];
        spans.extend(right);
        vec![spans]
    }

    /// The hint of a row, as wide as the widest of all, so that the column before it stays in its place.
    fn hint(&self, world: &World, row: &Row) -> [Span<'static>; 2] {
        let key = |action| world.keys.shown(Place::Home, action).map(|it| it.to_string()).unwrap_or_default();
        let label = |hint: (Action, &str)| format!("{} {}", key(hint.0), world.say(hint.1));
        let hints = self.rows.iter().filter_map(|row| row.hint);
        let widest = hints.map(|hint| text::width(&label(hint))).max().unwrap_or(0);
        let Some((action, does)) = row.hint else {
            return [Span::raw(" ".repeat(widest + 3)), Span::raw("")];
        };
        let key = key(action);
        let rest = line::padded(&world.look, &world.say(does), widest.saturating_sub(text::width(&key) + 1));
        [Span::raw(format!("   {key} ")), Span::styled(rest, world.look.dim())]
    }
}

/// A row of a narrow screen: the words wrapped, and what stood at the right edge below them.
fn folded(world: &World, head: Span<'static>, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
    let indent = text::width(&head.content);
    let room = width.saturating_sub(indent + 1).max(1);
    let mut head = Some(head);
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let mut used = room;
    for piece in text::wrap(&row.text, room, 0) {
        used = text::width(&piece);
        rows.push(vec![head.take().unwrap_or_else(|| Span::raw(" ".repeat(indent))), Span::raw(piece)]);
    }
    // What stood at the right edge goes behind the last word where it fits, else below.
    let aside = text::width(&row.aside);
    if row.aside.is_empty() || used + 2 + aside > room {
        let below = text::wrap(&row.aside, room, 0).into_iter().filter(|piece| !piece.is_empty());
        rows.extend(below.map(|piece| vec![Span::raw(" ".repeat(indent)), Span::styled(piece, world.look.dim())]));
    } else if let Some(last) = rows.last_mut() {
        last.push(Span::raw(" ".repeat(room - used - aside)));
        last.push(Span::styled(row.aside.clone(), world.look.dim()));
    }
    rows
}
