//! Home (context LIST): today, what is unfinished, what is owed, what is missing; nothing else. The first run asks one
//! thing, the study's name.

use ratatui::text::Span;

use super::capture::{self, Capture};
use super::people::{self, People};
use super::personas::{self, Then};
use super::reader::Reader;
use super::studies::Studies;
use super::themes::Themes;
use crate::domain::coverage::Coverage;
use crate::domain::{Dimension, Id, Interview, Moment, Note, Status, Subject, Voice, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::brief::BriefPane;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// At most so many rows of one part; the rest is counted.
const SHOWN: usize = 6;

/// What Enter does on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    Capture(Id),
    Read(Id, Option<Id>),
    Brief(Id),
    None,
}

#[derive(Clone, Debug)]
struct Row {
    /// The key of the part's name.
    part: &'static str,
    text: String,
    aside: String,
    goal: Goal,
}

/// The home screen.
#[derive(Default)]
pub struct Home {
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
    day: Option<chrono::NaiveDate>,
    drafts: usize,
}

impl Pane for Home {
    fn place(&self) -> Place {
        Place::Home
    }

    fn is_of_the_library(&self) -> bool {
        true
    }

    fn refresh(&mut self, world: &World) {
        let today = world.now.date();
        let is_other_day = self.day.replace(today) != Some(today) || self.drafts != world.drafts.len();
        self.drafts = world.drafts.len();
        if self.seen.is_stale(world, |_| true) || is_other_day {
            self.rows = rows(world);
            self.cursor.hold(self.rows.len());
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
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
            Action::Open => match self.rows.get(self.cursor.at).map(|row| row.goal) {
                Some(Goal::Capture(interview)) => Capture::open(world, interview),
                Some(Goal::Read(interview, note)) => open(Box::new(Reader::at(interview, note)), world),
                Some(Goal::Brief(persona)) => open(Box::new(BriefPane::of(persona)), world),
                Some(Goal::None) | None => {}
            },
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let (Asking::Person(person), Answer::Texts(texts)) = (asking, answer) else { return };
        let code = texts.first().map_or("", String::as_str);
        let known = world.research.participant_by_code(code).map(|person| person.id);
        if let Some(person) = known.or_else(|| people::keep_person(world, person, &texts)) {
            Capture::begin(world, person);
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        let has_study = world.study().is_some();
        match action {
            Action::Open => self.rows.get(self.cursor.at).is_some_and(|row| row.goal != Goal::None),
            Action::Brief | Action::Journey => !world.research.personas().is_empty(),
            Action::New | Action::People | Action::Themes | Action::Undo | Action::Redo => has_study,
            Action::Back => false,
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::New => world.say("action-new-interview"),
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
        for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
            self.draw_row(world, canvas, (first + y, at));
        }
        if let Some(index) = index {
            canvas.put(1, first + height, canvas.width(), &[Span::styled(index, look.dim())]);
        }
    }
}

fn count(n: u64) -> crate::words::Arg<'static> {
    i64::try_from(n).unwrap_or(i64::MAX).into()
}

impl Home {
    fn draw_row(&self, world: &World, canvas: &mut Canvas, (y, at): (usize, usize)) {
        let (look, width) = (&world.look, canvas.width());
        let row = &self.rows[at];
        let is_first = at.checked_sub(1).is_none_or(|before| self.rows[before].part != row.part);
        let is_narrow = width < 60;
        let column = if is_narrow { 9 } else { 12 };
        if is_first {
            canvas.put(1, y, column - 2, &[Span::styled(world.say(row.part), look.dim())]);
        }
        // On a narrow screen the words come first and the aside only where it fits.
        let fits = column + text::width(&row.text) + text::width(&row.aside) + 3 <= width;
        let aside = if is_narrow && !fits { "" } else { row.aside.as_str() };
        let taken = text::width(aside) + 2;
        canvas.put(column, y, width.saturating_sub(column + taken), &[Span::raw(row.text.as_str())]);
        canvas.put_right(column, y, width.saturating_sub(column + 1), &[Span::styled(aside, look.dim())]);
        canvas.entry(y, at, at == self.cursor.at);
    }
}

fn rows(world: &World) -> Vec<Row> {
    if world.study().is_none() {
        return Vec::new();
    }
    let mut rows = left_behind(world);
    let shown = world.research.interviews().values().filter(|interview| !world.is_withdrawn(interview.id));
    let mut interviews: Vec<&Interview> = shown.collect();
    interviews.sort_by_key(|it| (it.date, it.planned, it.id));
    rows.extend(unfinished(world, &interviews));
    rows.extend(today(world, &interviews));
    rows.extend(to_do(world, &interviews));
    rows.extend(missing(world));
    rows
}

fn person(world: &World, interview: &Interview) -> String {
    let Some(person) = world.research.participants().get(&interview.participant) else { return String::new() };
    let who = people::who(world, person);
    if who.is_empty() { person.code.clone() } else { format!("{}  {who}", person.code) }
}

/// Files with what could not be saved the last time, and the command that takes them in.
fn left_behind(world: &World) -> Vec<Row> {
    let row = |file: &std::path::PathBuf| {
        let name = file.file_name().map(|name| text::clean(&name.to_string_lossy()).into_owned()).unwrap_or_default();
        let text = world.say_with("home-left-file", &[("file", name.as_str().into())]);
        Row { part: "home-left", text, aside: String::new(), goal: Goal::None }
    };
    limited(world, "home-left", world.left_behind.iter().map(row).collect())
}

/// Interviews that have begun and not ended, with the age of the line that was being typed.
fn unfinished(world: &World, interviews: &[&Interview]) -> Vec<Row> {
    let mut running: Vec<&Interview> = interviews.iter().copied().filter(|it| it.status == Status::Running).collect();
    running.sort_by_key(|interview| std::cmp::Reverse((last_saved(world, interview), interview.id)));
    let row = |interview: &&Interview| {
        let draft = world.drafts.get(&capture::slot(interview.id));
        let typed = draft.map(|draft| format!("  \"{}\"", text::cut(&draft.text, 200).0)).unwrap_or_default();
        let aside = last_saved(world, interview).map(|at| {
            let time = if at.date() == world.now.date() {
                at.local().format("%H:%M:%S").to_string()
            } else {
                world.words.day_time(at.local())
            };
            world.say_with("home-last-saved", &[("time", time.as_str().into())])
        });
        let text = format!("{}{typed}", person(world, interview));
        Row { part: "home-unfinished", text, aside: aside.unwrap_or_default(), goal: Goal::Capture(interview.id) }
    };
    limited(world, "home-unfinished", running.iter().map(row).collect())
}

/// When the newest line of an interview was saved, finished or not.
fn last_saved(world: &World, interview: &Interview) -> Option<Moment> {
    let draft = world.drafts.get(&capture::slot(interview.id)).map(|draft| draft.at);
    draft.max(world.research.notes_of(interview.id).last().map(|note| note.logged)).max(interview.started)
}

/// What is planned for today or was planned for a day that has gone by, and what was held today.
fn today(world: &World, interviews: &[&Interview]) -> Vec<Row> {
    let today = world.now.date();
    let is_due = |it: &&&Interview| match it.status {
        Status::Planned => it.date <= today,
        Status::Done => it.date == today,
        Status::Running => false,
    };
    let row = |interview: &&Interview| {
        let hour = interview.planned.map(|at| at.local().format("%H:%M  ").to_string()).unwrap_or_default();
        let status = world.say(&format!("status-{}", interview.status.name()));
        let is_late = interview.date < today;
        let aside = if is_late { format!("{status} {}", world.words.date(interview.date)) } else { status };
        let goal = match interview.status {
            Status::Done => Goal::Read(interview.id, None),
            _ => Goal::Capture(interview.id),
        };
        Row { part: "home-today", text: format!("{hour}{}", person(world, interview)), aside, goal }
    };
    let held = interviews.iter().filter(is_due);
    let mut rows = limited(world, "home-today", held.map(row).collect());
    let next = interviews.iter().filter(|it| it.date > today && it.status == Status::Planned);
    let later = |interview: &&Interview| Row {
        part: "home-next",
        text: person(world, interview),
        aside: world.words.date(interview.date),
        goal: Goal::Capture(interview.id),
    };
    rows.extend(limited(world, "home-next", next.map(later).collect()));
    rows
}

/// Lines that are not sorted and follow-ups that are owed, by interview, the newest first.
fn to_do(world: &World, interviews: &[&Interview]) -> Vec<Row> {
    let mut rows = Vec::new();
    for interview in interviews.iter().rev().filter(|it| it.status == Status::Done) {
        let person = world.research.participants().get(&interview.participant);
        let Some(person) = person else { continue };
        let coverage = Coverage::of(&world.research, interview.id);
        let counts = [("home-unsorted", coverage.unsorted), ("home-owed", coverage.owed)];
        let counts = counts.iter().filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(key, count)| world.say_with(key, &[("count", (*count).into())])).collect();
        if counts.is_empty() {
            continue;
        }
        let is_to_do =
            |note: &&Note| note.voice == Voice::Owed || (note.is_evidence() && note.dimension == Dimension::Unsorted);
        let first = world.research.notes_of(interview.id).find(is_to_do).map(|note| note.id);
        let text = format!("{}  {}", person.code, counts.join(&format!(" {} ", world.look.glyphs.dot)));
        let aside = world.words.date(interview.date);
        rows.push(Row { part: "home-to-do", text, aside, goal: Goal::Read(interview.id, first) });
    }
    limited(world, "home-to-do", rows)
}

/// Dimensions that nobody of a persona has touched.
fn missing(world: &World) -> Vec<Row> {
    let mut rows = Vec::new();
    for persona in world.research.personas().values() {
        let people = world.research.counted_people(Some(persona.id));
        let untouched =
            |subject: &&Subject| !people.iter().any(|person| world.research.has_touched(person.id, **subject));
        let names: Vec<String> = Subject::ALL
            .iter()
            .filter(untouched)
            .map(|subject| world.say(&format!("dimension-{}-short", subject.name())))
            .collect();
        if people.is_empty() || names.is_empty() {
            continue;
        }
        let aside = world.say_with("people", &[("count", people.len().into())]);
        let text = format!("{}  {}", persona.name, names.join(", "));
        rows.push(Row { part: "home-missing", text, aside, goal: Goal::Brief(persona.id) });
    }
    limited(world, "home-missing", rows)
}

/// The first rows of a part, and how many more there are.
fn limited(world: &World, part: &'static str, mut rows: Vec<Row>) -> Vec<Row> {
    let more = rows.len().saturating_sub(SHOWN);
    if more > 1 {
        rows.truncate(SHOWN);
        let text = world.say_with("home-more", &[("count", more.into())]);
        rows.push(Row { part, text, aside: String::new(), goal: Goal::None });
    }
    rows
}
