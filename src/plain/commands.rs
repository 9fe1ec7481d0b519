//! What the slash words do in a capture. A word that sets something may be followed by a line, which is then logged; a
//! word that takes no text says so and does nothing, so that no text goes into the void.

use super::capture::{Capture, Goes};
use super::session::{Session, Told};
use crate::domain::coverage::{Coverage, Touch};
use crate::domain::live::Setting;
use crate::domain::slash::{self, Slash};
use crate::domain::{AskedState, Dimension, Id, Key, Kind, Note, Step, Subject, live};

/// So many entries are told where no number is given.
const LAST: usize = 5;

/// The words that a capture knows, in the order in which they are told.
pub const WORDS: [Slash; 28] = [
    Slash::Trigger,
    Slash::Criteria,
    Slash::Benefit,
    Slash::Concern,
    Slash::PostPurchase,
    Slash::Path,
    Slash::Unsorted,
    Slash::Star,
    Slash::Recorder,
    Slash::Bar,
    Slash::Last,
    Slash::Timeline,
    Slash::Search,
    Slash::Correct,
    Slash::File,
    Slash::Cell,
    Slash::Undo,
    Slash::Redo,
    Slash::Consent,
    Slash::Guide,
    Slash::Asked,
    Slash::Skip,
    Slash::Probe,
    Slash::Group,
    Slash::History,
    Slash::Help,
    Slash::End,
    Slash::Home,
];

/// The words that take what is typed behind them.
const TAKES_TEXT: [Slash; 14] = [
    Slash::Trigger,
    Slash::Criteria,
    Slash::Benefit,
    Slash::Concern,
    Slash::PostPurchase,
    Slash::Path,
    Slash::Unsorted,
    Slash::Star,
    Slash::Search,
    Slash::Last,
    Slash::Correct,
    Slash::File,
    Slash::Cell,
    Slash::Brief,
];

impl Session<'_> {
    /// Does a slash word, and logs the line that follows it where it sets something.
    pub fn word(&mut self, capture: &mut Capture, word: &str, rest: &str) -> Told<Goes> {
        if let Some(feeling) = slash::feeling(word) {
            return self.feel(capture, feeling, rest).map(|()| Goes::On);
        }
        let Some(slash) = slash::find(word) else {
            let word = format!("/{word}");
            return self.tell_key("slash-unknown", &[("word", word.as_str().into())]).map(|()| Goes::On);
        };
        if !rest.trim().is_empty() && !TAKES_TEXT.contains(&slash) {
            let word = format!("/{word}");
            return self.tell_key("plain-no-text", &[("word", word.as_str().into())]).map(|()| Goes::On);
        }
        if let Some(subject) = slash.subject() {
            return self.set_subject(capture, subject.dimension(), rest).map(|()| Goes::On);
        }
        match slash {
            Slash::End => return self.end(capture),
            Slash::Home | Slash::Quit => return Ok(Goes::Home),
            _ => self.act(capture, slash, rest)?,
        }
        Ok(Goes::On)
    }

    fn act(&mut self, capture: &mut Capture, slash: Slash, rest: &str) -> Told {
        let interview = capture.interview;
        match slash {
            Slash::Unsorted => self.set_subject(capture, Some(Dimension::Unsorted), rest),
            Slash::Star => self.star(capture, rest),
            Slash::Recorder => {
                let step = live::sync(&self.work.research, interview, self.work.now);
                self.keep_step(step)?;
                self.tell_key("recorder-synced", &[])
            }
            Slash::Bar => self.tell_bar(interview),
            Slash::Last => self.tell_last(interview, rest),
            Slash::Timeline => self.tell_path(interview),
            Slash::Correct => self.correct(interview, rest),
            Slash::File => self.file_by_number(interview, rest),
            Slash::Cell => self.put_on_map(interview, rest),
            Slash::Consent => match self.work.research.participant_of(interview).map(|person| person.id) {
                Some(person) => self.ask_consent(person),
                None => Ok(()),
            },
            Slash::Guide => self.ask_guide(interview),
            Slash::Asked => self.settle_question(interview, AskedState::Asked),
            Slash::Skip => self.settle_question(interview, AskedState::Skipped),
            Slash::Probe => self.mute(capture),
            Slash::Group => self.toggle_group(capture),
            Slash::Help | Slash::Commands => {
                self.tell_key("plain-capture-help", &[])?;
                self.tell_words(&WORDS)
            }
            other => self.anywhere(other, rest),
        }
    }

    fn set_subject(&mut self, capture: &mut Capture, dimension: Option<Dimension>, rest: &str) -> Told {
        let is_alone = rest.trim().is_empty();
        match dimension {
            Some(dimension) if is_alone => return self.turn_to(capture, dimension),
            None if is_alone => {
                capture.on_path = true;
                return self.tell_key("plain-path", &[]);
            }
            Some(dimension) => (capture.dimension, capture.on_path) = (dimension, false),
            None => capture.on_path = true,
        }
        self.log(capture, rest, &Setting::default())?;
        // A path event that was not taken leaves the lines where they were.
        capture.on_path = false;
        Ok(())
    }

    /// The feeling of the line that follows, or of the last one.
    fn feel(&mut self, capture: &mut Capture, feeling: i8, rest: &str) -> Told {
        if !rest.trim().is_empty() {
            let setting = Setting { feeling: Some(feeling), ..Setting::default() };
            return self.log(capture, rest, &setting).map(|_| ());
        }
        let is_new = |note: &mut Note| note.feeling = Some(feeling);
        match self.last_note(capture.interview) {
            Some(note) => self.change(note, "feeling-line", is_new),
            None => self.tell_key("plain-no-line", &[]),
        }
    }

    /// Stars the line that follows, or the last one; a starred one loses its star.
    fn star(&mut self, capture: &mut Capture, rest: &str) -> Told {
        if !rest.trim().is_empty() {
            let setting = Setting { star: true, ..Setting::default() };
            return self.log(capture, rest, &setting).map(|_| ());
        }
        match self.last_note(capture.interview) {
            Some(note) => self.change(note, "star-line", |note| note.star = !note.star),
            None => self.tell_key("plain-no-line", &[]),
        }
    }

    /// Changes a line as one step and tells how it stands now.
    fn change(&mut self, note: Id, step: &str, change: impl FnOnce(&mut Note)) -> Told {
        let research = &self.work.research;
        let Some(before) = research.notes().get(&note) else { return Ok(()) };
        let mut after = before.clone();
        change(&mut after);
        let key = Key::new(Kind::Note, note);
        if after == *before {
            let head = self.head(key);
            return self.tell_key("plain-nothing-changed", &[("what", head.as_str().into())]);
        }
        let step = Step::new(after.study, step, research.code_of(before)).put(after);
        self.keep(step, |it| it.head(key)).map(|_| ())
    }

    /// Files a line in another dimension.
    pub fn file(&mut self, note: Id, dimension: Dimension) -> Told {
        self.change(note, "refile-line", |note| note.dimension = dimension)
    }

    /// `/file 41 w`
    fn file_by_number(&mut self, interview: Id, rest: &str) -> Told {
        let mut parts = rest.split_whitespace();
        let key = parts.next().and_then(|typed| self.cited(interview, typed)).filter(|key| key.kind == Kind::Note);
        let dimension = parts.next().and_then(|typed| self.dimension(typed));
        match (key, dimension) {
            (Some(key), Some(dimension)) => self.file(key.id, dimension),
            _ => self.tell_key("plain-file-help", &[]),
        }
    }

    /// A dimension by its slash word, its name, or how it is called on the screen.
    fn dimension(&self, typed: &str) -> Option<Dimension> {
        let typed = typed.trim_start_matches('/');
        let by_word = match slash::find(typed) {
            Some(Slash::Unsorted) => Some(Dimension::Unsorted),
            Some(slash) => slash.subject().and_then(Subject::dimension),
            None => None,
        };
        let is_called = |it: &&Dimension| {
            let keys = [format!("dimension-{it}"), format!("dimension-{it}-short")];
            it.name() == typed || keys.iter().any(|key| self.say(key).to_lowercase() == typed.to_lowercase())
        };
        by_word.or_else(|| Dimension::ALL.iter().find(is_called).copied())
    }

    /// `/fix 41 the new wording`; without a wording it tells the one to be corrected.
    fn correct(&mut self, interview: Id, rest: &str) -> Told {
        let (number, wording) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let Some(key) = self.cited(interview, number).filter(|key| key.kind != Kind::Gap) else {
            return self.tell_key("plain-fix-help", &[]);
        };
        if wording.trim().is_empty() {
            let (head, typed) = (self.head(key), self.as_typed(key));
            return self.tell_key("plain-fix", &[("what", head.as_str().into()), ("typed", typed.as_str().into())]);
        }
        let Some(wording) = self.without_names(wording)? else { return Ok(()) };
        if self.is_blank(&wording) {
            return self.tell_key("plain-fix-help", &[]);
        }
        match live::revise(&self.work.research, (key, None), &wording, &self.work.fresh()) {
            Some(step) if !step.edits.is_empty() => self.keep(step, |it| it.head(key)).map(|_| ()),
            _ => {
                let head = self.head(key);
                self.tell_key("plain-nothing-changed", &[("what", head.as_str().into())])
            }
        }
    }

    /// What is touched, with counts, and what is still empty: one sentence.
    fn tell_bar(&mut self, interview: Id) -> Told {
        let coverage = Coverage::of(&self.work.research, interview);
        let touched = coverage.cells.iter().filter(|cell| cell.lines > 0).map(|cell| self.cell(interview, cell));
        let mut parts: Vec<String> = touched.collect();
        let empty: Vec<String> = coverage.empty_cells().map(|it| self.say(&format!("dimension-{it}"))).collect();
        if !empty.is_empty() {
            parts.push(self.say_with("end-empty", &[("subjects", empty.join(", ").as_str().into())]));
        }
        for (key, count) in [("home-unsorted", coverage.unsorted), ("home-owed", coverage.owed)] {
            if count > 0 {
                parts.push(self.say_with(key, &[("count", count.into())]));
            }
        }
        self.tell(&parts.join("; "))
    }

    fn cell(&self, interview: Id, cell: &Touch) -> String {
        let name = self.say(&format!("dimension-{}", cell.subject));
        let lines = self.say_with("lines", &[("count", cell.lines.into())]);
        let mut parts = vec![format!("{name} {lines}")];
        if cell.verbatims > 0 {
            parts.push(self.say_with("plain-verbatims", &[("count", cell.verbatims.into())]));
        }
        let now = self.work.research.interviews().get(&interview).and_then(|it| it.offset_at(self.work.now));
        if let Some((now, last)) = now.zip(cell.last) {
            let minutes = now.seconds().saturating_sub(last.seconds()) / 60;
            parts.push(self.say_with("plain-ago", &[("count", minutes.into())]));
        }
        parts.join(", ")
    }

    /// The path events in the order in which things happened.
    fn tell_path(&mut self, interview: Id) -> Told {
        let events: Vec<Id> = self.work.research.path_of(interview).iter().map(|event| event.id).collect();
        if events.is_empty() {
            return self.tell_key("reader-empty", &[]);
        }
        for event in events {
            let entry = self.entry(Key::new(Kind::PathEvent, event));
            self.tell(&entry)?;
        }
        Ok(())
    }

    fn tell_last(&mut self, interview: Id, rest: &str) -> Told {
        let count = rest.trim().parse().unwrap_or(LAST);
        let entries = self.entries(interview);
        if entries.is_empty() {
            return self.tell_key("reader-empty", &[]);
        }
        for key in &entries[entries.len().saturating_sub(count)..] {
            let entry = self.entry(*key);
            self.tell(&entry)?;
        }
        Ok(())
    }

    /// The next open question was put, or is passed over.
    fn settle_question(&mut self, interview: Id, state: AskedState) -> Told {
        let open = self.work.research.open_questions(interview);
        let Some((question, text)) = open.first().map(|it| (it.id, it.text.clone())) else {
            return self.tell_key("plain-guide-done", &[]);
        };
        self.set_asked(interview, question, state)?;
        self.tell(&text)
    }

    /// Notes what became of a question.
    pub fn set_asked(&mut self, interview: Id, question: Id, state: AskedState) -> Told {
        let fresh = (self.work.mint.id(), self.work.now);
        let step = self.work.research.set_asked((interview, question), Some(state), fresh);
        self.keep_step(step).map(|_| ())
    }
}
