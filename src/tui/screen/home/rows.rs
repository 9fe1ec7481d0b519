//! What home has to say: the interviews that are unfinished, planned, or not sorted, and what nobody has touched.
//! Rows only; what a key does with one and how it is drawn is with the screen.

use super::journeys::journeys;
use crate::domain::agenda::{self, Entry};
use crate::domain::interview::SITTING_SECONDS;
use crate::domain::{Id, Interview, Moment, SavedSearch, Status, Subject, text};
use crate::tui::action::Action;
use crate::tui::screen::brief::since_last;
use crate::tui::screen::{capture, people};
use crate::tui::world::World;
use chrono::Datelike;

/// At most so many rows of one part; the rest is counted, and opened by Enter.
const SHOWN: usize = 6;

/// A planned call that is later than this, in seconds, gives way to the next one.
const LATE_SECONDS: i64 = 3600;

/// What Enter does on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Go on with the capture of an interview.
    Capture(Id),
    /// The card of an interview that is planned.
    Prepare(Id),
    /// The debrief of an interview.
    Sort(Id),
    /// Read an interview, at a line of it.
    Read(Id, Option<Id>),
    /// The brief of a persona.
    Brief(Id),
    /// Our journey of a persona.
    Journey(Id),
    /// Run a saved search again.
    Search(Id),
    /// Show the rest of the part.
    More,
    /// Nothing.
    None,
}

/// One row of home.
#[derive(Clone, Debug)]
pub struct Row {
    /// The key of the part's name.
    pub part: &'static str,
    /// What it says.
    pub text: String,
    /// What stands at the right.
    pub aside: String,
    /// What to press, with what it does, where that is worth a word in the row itself.
    pub hint: Option<(Action, &'static str)>,
    /// What Enter does.
    pub goal: Goal,
}

/// The rows of home, the parts in `whole` with all of theirs.
pub fn rows(world: &World, stale: &[Row], whole: &[&'static str]) -> Vec<Row> {
    if world.study().is_none() {
        return Vec::new();
    }
    let agenda: Vec<Row> =
        agenda::of(&world.research, world.now.date()).iter().filter_map(|it| row(world, it)).collect();
    let part = |name: &str| agenda.iter().filter(|row| row.part == name).cloned().collect::<Vec<Row>>();
    let (news, quiet) = saved(world);
    let parts = [left_behind(world), unfinished(world, part("home-unfinished")), part("home-today"), part("home-next")];
    let later = [news, part("home-to-do"), stale.to_vec(), journeys(world), part("home-missing"), quiet];
    parts.into_iter().chain(later).flat_map(|part| limited(world, part, whole)).collect()
}

/// An entry of the agenda as a row.
fn row(world: &World, entry: &Entry) -> Option<Row> {
    let interview = |id: &Id| world.research.interviews().get(id);
    Some(match entry {
        Entry::Unfinished(id, _) => running(world, interview(id)?),
        Entry::Today(id) => today(world, interview(id)?),
        Entry::Next(id) => {
            let interview = interview(id)?;
            let date = Some(short_date(world, interview.date));
            planned(world, interview, ("home-next", person(world, interview), date))
        }
        Entry::ToDo { interview: id, unsorted, owed, first } => {
            to_do(world, interview(id)?, (*unsorted, *owed, *first))
        }
        Entry::Missing { persona, people, subjects } => {
            let named = |it: &Subject| world.say(&format!("dimension-{}-short", it.name()));
            let names: Vec<String> = subjects.iter().map(named).collect();
            let text = format!("{}  {}", world.research.personas().get(persona)?.name, names.join(", "));
            let aside = world.say_with("people", &[("count", (*people).into())]);
            Row { part: "home-missing", text, aside, hint: None, goal: Goal::Brief(*persona) }
        }
    })
}

fn person(world: &World, interview: &Interview) -> String {
    let Some(person) = world.research.participants().get(&interview.participant) else { return String::new() };
    let who = people::who(world, person);
    if who.is_empty() { person.code.clone() } else { format!("{}  {who}", person.code) }
}

fn code(world: &World, interview: &Interview) -> String {
    world.research.participants().get(&interview.participant).map(|person| person.code.clone()).unwrap_or_default()
}

/// Files with what could not be saved the last time, and the command that takes them in.
fn left_behind(world: &World) -> Vec<Row> {
    let row = |file: &std::path::PathBuf| {
        let name = file.file_name().map(|name| text::clean(&name.to_string_lossy()).into_owned()).unwrap_or_default();
        let text = world.say_with("home-left-file", &[("file", name.as_str().into())]);
        Row { part: "home-left", text, aside: String::new(), hint: None, goal: Goal::None }
    };
    world.left_behind.iter().map(row).collect()
}

/// The interviews that have begun and not ended, the one that was typed into last first.
fn unfinished(world: &World, mut rows: Vec<Row>) -> Vec<Row> {
    let saved = |row: &Row| match row.goal {
        Goal::Capture(id) => world.research.interviews().get(&id).and_then(|it| last_saved(world, it)),
        _ => None,
    };
    rows.sort_by_key(|row| std::cmp::Reverse(saved(row)));
    rows
}

/// An interview that has begun and not ended, with the age of the line that was being typed.
fn running(world: &World, interview: &Interview) -> Row {
    let draft = world.drafts.get(&capture::slot(interview.id));
    let typed = draft.map(|draft| format!("  \"{}\"", text::cut(&draft.text, 200).0)).unwrap_or_default();
    let aside = last_saved(world, interview).map(|at| {
        let time = if at.date() == world.now.date() {
            at.local().format("%H:%M:%S").to_string()
        } else {
            format!("{} {}", short_date(world, at.date()), at.local().format("%H:%M"))
        };
        let saved = world.say_with("home-last-saved", &[("time", time.as_str().into())]);
        let minutes = u32::try_from(world.now.seconds_since(at) / 60).unwrap_or(0);
        draft.map_or(saved, |_| world.say_with("home-ago", &[("age", capture::ago(world, minutes).as_str().into())]))
    });
    let person = if draft.is_some() { code(world, interview) } else { person(world, interview) };
    let text = format!("{person}{typed}");
    let hint = Some((Action::Open, "action-go-on"));
    Row { part: "home-unfinished", text, aside: aside.unwrap_or_default(), hint, goal: Goal::Capture(interview.id) }
}

/// When the newest line of an interview was saved, finished or not.
fn last_saved(world: &World, interview: &Interview) -> Option<Moment> {
    let draft = world.drafts.get(&capture::slot(interview.id)).map(|draft| draft.at);
    draft.max(world.research.notes_of(interview.id).last().map(|note| note.logged)).max(interview.started)
}

/// What is planned for today or was planned for a day that has gone by, or was held today.
fn today(world: &World, interview: &Interview) -> Row {
    let hour = interview.planned.map(|at| at.local().format("%H:%M  ").to_string()).unwrap_or_default();
    let text = format!("{hour}{}", person(world, interview));
    if interview.status == Status::Done {
        let aside = world.say("status-done");
        return Row { part: "home-today", text, aside, hint: None, goal: Goal::Read(interview.id, None) };
    }
    let late = (interview.date < world.now.date()).then(|| short_date(world, interview.date));
    planned(world, interview, ("home-today", text, late))
}

/// A planned interview with the state of its consent.
fn planned(world: &World, interview: &Interview, (part, text, date): (&'static str, String, Option<String>)) -> Row {
    let consent = world.research.participants().get(&interview.participant).map(|it| people::consent(world, it));
    let aside: Vec<String> = date.into_iter().chain(consent).collect();
    let aside = aside.join(&format!(" {} ", world.look.glyphs.dot));
    Row { part, text, aside, hint: Some((Action::Open, "action-prepare")), goal: Goal::Prepare(interview.id) }
}

/// Lines that are not sorted and follow-ups that are owed, with the first of them.
fn to_do(world: &World, interview: &Interview, (unsorted, owed, first): (usize, usize, Option<Id>)) -> Row {
    let counts = [("home-unsorted", unsorted), ("home-owed", owed)];
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts.map(|(key, count)| world.say_with(key, &[("count", (*count).into())])).collect();
    let text = format!("{}  {}", code(world, interview), counts.join(&format!(" {} ", world.look.glyphs.dot)));
    let (hint, goal) = match unsorted {
        0 => (None, Goal::Read(interview.id, first)),
        _ => (Some((Action::Sort, "action-sort")), Goal::Sort(interview.id)),
    };
    Row { part: "home-to-do", text, aside: short_date(world, interview.date), hint, goal }
}

/// The saved searches that find somebody new, the most first, and the others by name.
fn saved(world: &World) -> (Vec<Row>, Vec<Row>) {
    let mut all: Vec<_> = world.research.saved_searches().values().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let new = |search: &SavedSearch| world.new_people(search).unwrap_or(0);
    all.sort_by_key(|search| std::cmp::Reverse(new(search)));
    let row = |search: &&SavedSearch| {
        let text = world.say_with("home-saved", &[("name", search.name.as_str().into())]);
        let (text, aside) = match new(search) {
            0 => (text, world.say_with("people", &[("count", world.people_in(search).into())])),
            count => (format!("{text} {}", world.say_with("saved-new", &[("count", count.into())])), String::new()),
        };
        let hint = Some((Action::Open, "action-open")).filter(|_| new(search) > 0);
        Row { part: "home-searches", text, aside, hint, goal: Goal::Search(search.id) }
    };
    let (news, quiet): (Vec<_>, Vec<_>) = all.into_iter().partition(|search| new(search) > 0);
    (news.iter().map(row).collect(), quiet.iter().map(row).collect())
}

/// Briefs whose last edition is no longer what the records say: who came and who left, and how many claims moved. It
/// draws each such brief anew, so it is asked only when the study has changed.
pub fn stale(world: &World) -> Vec<Row> {
    let mut personas: Vec<_> = world.research.personas().values().collect();
    personas.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    let row = |persona: &&crate::domain::Persona| {
        let diff = since_last(world, persona.id).filter(|diff| !diff.is_empty())?;
        let args = [("persona", (&persona.name).into()), ("number", diff.before.unwrap_or(0).into())];
        let counts = [
            ("home-stale-in", diff.people_in.len()),
            ("home-stale-out", diff.people_out.len()),
            ("home-stale-claims", diff.claims.len()),
        ];
        let counts = counts.iter().filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(key, count)| world.say_with(key, &[("count", (*count).into())])).collect();
        let text = world.say_with("home-stale-brief", &args);
        Some(Row { part: "home-stale", text, aside: counts.join("  "), hint: None, goal: Goal::Brief(persona.id) })
    };
    personas.iter().filter_map(row).collect()
}

/// The first rows of a part, and how many more there are; all of them where the part was opened.
fn limited(world: &World, mut rows: Vec<Row>, whole: &[&'static str]) -> Vec<Row> {
    let more = rows.len().saturating_sub(SHOWN);
    let Some(part) = rows.first().map(|row| row.part).filter(|part| more > 1 && !whole.contains(part)) else {
        return rows;
    };
    rows.truncate(SHOWN);
    let text = world.say_with("home-more", &[("count", more.into())]);
    rows.push(Row { part, text, aside: String::new(), hint: None, goal: Goal::More });
    rows
}

/// A day of this year, or with its year.
fn short_date(world: &World, day: chrono::NaiveDate) -> String {
    let form = if day.year() == world.now.date().year() { "%m-%d" } else { "%Y-%m-%d" };
    day.format(form).to_string()
}

/// The row where the cursor begins, so that the first Enter is the right one: a call that was broken off within the
/// length of a sitting, else the next planned call of today, from an hour before now on, else the first row.
pub fn first_due(world: &World, rows: &[Row]) -> usize {
    let interview = |id: &Id| world.research.interviews().get(id);
    let is_fresh = |row: &Row| match row.goal {
        Goal::Capture(id) => interview(&id)
            .and_then(|it| last_saved(world, it))
            .is_some_and(|at| world.now.seconds_since(at) < SITTING_SECONDS),
        _ => false,
    };
    let is_next = |row: &Row| match row.goal {
        Goal::Prepare(id) if row.part == "home-today" => {
            interview(&id).and_then(|it| it.planned).is_none_or(|at| world.now.seconds_since(at) < LATE_SECONDS)
        }
        _ => false,
    };
    let is_today = |row: &Row| matches!(row.goal, Goal::Prepare(_)) && row.part == "home-today";
    let at = rows.iter().position(is_fresh).or_else(|| rows.iter().position(is_next));
    at.or_else(|| rows.iter().position(is_today)).unwrap_or(0)
}
