//! The live capture, line by line: the prompt says where the next line goes and how late it is; what is typed has the
//! grammar of the screens, and its answer comes when it is on disk.

use super::session::{Session, Told, draft_slot, pulse_slot};
use crate::domain::live::{Logged, Setting};
use crate::domain::slash;
use crate::domain::{Dimension, GapCause, Id, Interview, Key, Kind, Moment, Participant, Status, live, typed};

/// For so many seconds after a line was logged, a dimension word alone offers to file it there.
const REFILE_SECONDS: i64 = 10;
/// A shorter interruption is not worth a line.
const NOTICED_SECONDS: i64 = 3;

/// The live capture of one interview.
pub struct Capture {
    pub interview: Id,
    /// Sticky: where lines go until another word is typed.
    pub dimension: Dimension,
    /// The next line is a path event.
    pub on_path: bool,
    /// An empty line files this line there, until that moment.
    pub refile: Option<(Id, Dimension, Moment)>,
    /// Who of a group speaks; sticky like the dimension.
    pub initials: String,
    /// The line whose probe was told last.
    pub probed: Option<Id>,
    /// No probes are wanted.
    pub is_muted: bool,
}

/// Whether the capture goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// With the next line.
    On,
    /// Back home.
    Home,
}

impl Session<'_> {
    /// Opens the capture of an interview and starts it where it has not begun; returns when it is left for home.
    pub fn capture(&mut self, interview: Id) -> Told {
        if self.work.research.participant_of(interview).is_none_or(Participant::is_withdrawn) {
            return self.tell_key("person-withdrawn", &[]);
        }
        self.work.now = self.work.mint.now();
        let person = self.person(interview);
        let start = live::start(&self.work.research, interview, self.work.now);
        if start.is_some() {
            self.tell_key("plain-begins", &[("person", person.as_str().into())])?;
            self.keep_step(start)?;
        } else {
            self.tell_key("plain-goes-on", &[("person", person.as_str().into())])?;
            self.tell_stop(interview)?;
        }
        let dimension = self.work.research.notes_of(interview).last().map(|note| note.dimension);
        let dimension = dimension.unwrap_or(Dimension::Unsorted);
        let (initials, probed, is_muted) = Default::default();
        let mut capture = Capture { interview, dimension, on_path: false, refile: None, initials, probed, is_muted };
        self.recover(&mut capture)?;
        self.running = Some(interview);
        self.work.keep_draft(pulse_slot(interview), "-");
        loop {
            let line = self.ask(|it| it.prompt(&capture))?;
            self.pulse();
            if self.line(&mut capture, &line)? == Goes::Home {
                self.running = None;
                // The interview is left on purpose: what follows is no interruption.
                self.work.keep_draft(pulse_slot(interview), "");
                return Ok(());
            }
        }
    }

    /// Where the next line goes: to the dimension that was chosen, or as an answer to what the last question is about.
    pub fn goes_to(&self, capture: &Capture) -> Dimension {
        self.work.research.place_of_answer(capture.interview, capture.dimension).0
    }

    /// `[Criteria] 00:12:41`
    fn prompt(&self, capture: &Capture) -> String {
        let name = if capture.on_path { "path" } else { self.goes_to(capture).name() };
        let name = self.say(&format!("dimension-{name}-short"));
        let known = self.work.research.interviews().get(&capture.interview);
        let at = known.and_then(|it| it.offset_at(self.work.now)).map(|at| format!(" {at}")).unwrap_or_default();
        format!("[{name}]{at}")
    }

    /// Tells when the interview was last at hand; where whybuy ended in the middle of it, the time since is noted.
    fn tell_stop(&mut self, interview: Id) -> Told {
        let drafts = [pulse_slot(interview), draft_slot(interview)];
        let [pulse, draft] = drafts.map(|slot| self.work.drafts.get(&slot).map(|draft| draft.at));
        let last = self.work.research.notes_of(interview).last().map(|note| note.logged);
        let Some(from) = pulse.max(draft).max(last) else { return Ok(()) };
        let time = self.words.day_time(from.local());
        let age = self.age(self.work.now.seconds_since(from));
        self.tell_key("plain-last-saved", &[("time", time.as_str().into()), ("age", age.as_str().into())])?;
        if pulse.is_none() || self.work.now.seconds_since(from) < NOTICED_SECONDS {
            return Ok(());
        }
        let gap = (from, GapCause::Stopped);
        let step = live::interrupt(&self.work.research, interview, gap, &self.work.fresh());
        self.keep_step(step)?;
        let gap = self.work.research.gaps_of(interview).last().map(|gap| self.gap(gap));
        gap.map_or(Ok(()), |gap| self.tell(&gap))
    }

    /// So many seconds in words, in the largest unit that keeps two digits.
    fn age(&self, seconds: i64) -> String {
        let minutes = seconds.max(0) / 60;
        let (key, count) = match minutes {
            0..100 => ("plain-ago", minutes),
            100..6_000 => ("plain-hours-ago", minutes / 60),
            _ => ("plain-days-ago", minutes / 1_440),
        };
        self.say_with(key, &[("count", count.into())])
    }

    /// The line that was being typed on the screens when whybuy last ended is offered.
    fn recover(&mut self, capture: &mut Capture) -> Told {
        let slot = draft_slot(capture.interview);
        let Some(draft) = self.work.drafts.get(&slot).cloned() else { return Ok(()) };
        let time = draft.at.local().format("%H:%M:%S").to_string();
        self.tell_key("plain-draft", &[("time", time.as_str().into()), ("text", draft.text.as_str().into())])?;
        let choices = ["plain-draft-log", "plain-draft-drop"].map(|key| self.say(key));
        self.tell_numbered(&choices)?;
        let prompt = self.say("plain-draft-choose");
        match self.ask_number(&prompt, 2)? {
            Some(1) => {
                capture.on_path = draft.context == "path";
                capture.dimension = draft.context.parse().unwrap_or(capture.dimension);
                if self.log(capture, &draft.text, &Setting::default())? {
                    self.work.keep_draft(slot, "");
                }
            }
            Some(_) => self.work.keep_draft(slot, ""),
            None => {}
        }
        Ok(())
    }

    /// What a line does.
    fn line(&mut self, capture: &mut Capture, line: &str) -> Told<Goes> {
        let refile = capture.refile.take();
        if let Some((word, rest)) = slash::split(line) {
            return self.word(capture, word, rest);
        }
        if line.trim().is_empty() {
            let is_open =
                |(_, _, since): &(Id, Dimension, Moment)| self.work.now.seconds_since(*since) < REFILE_SECONDS;
            if let Some((note, dimension, _)) = refile.filter(is_open) {
                self.file(note, dimension)?;
            }
            return Ok(Goes::On);
        }
        self.log(capture, line, &Setting::default()).map(|_| Goes::On)
    }

    /// Logs a line or path event; says whether it was taken.
    pub fn log(&mut self, capture: &mut Capture, line: &str, setting: &Setting) -> Told<bool> {
        let Some(line) = self.without_names(line)? else { return Ok(false) };
        let interview = capture.interview;
        if capture.on_path {
            return match live::log_event(&self.work.research, interview, &line, &self.work.fresh()) {
                Ok((event, step)) => {
                    let is_taken = self.keep(step, |it| it.head(Key::new(Kind::PathEvent, event)))?;
                    capture.on_path &= !is_taken;
                    Ok(is_taken)
                }
                Err(error) => self.tell_error(&error).map(|()| false),
            };
        }
        let line = self.without_initials(capture, &line).to_owned();
        let (initials, answers) = (capture.initials.clone(), self.answered(capture));
        let setting = Setting { dimension: capture.dimension, initials, answers, ..setting.clone() };
        let last = self.last_note(interview);
        match live::log_line(&self.work.research, interview, (&line, &setting), last, &self.work.fresh()) {
            Ok(Logged::Line(note, step)) => {
                let is_taken = self.keep(step, |it| it.head(Key::new(Kind::Note, note)))?;
                self.probe(capture, is_taken.then_some(note))?;
                Ok(is_taken)
            }
            Ok(Logged::Mark(step)) => {
                let head = |it: &Session<'_>| last.map(|note| it.head(Key::new(Kind::Note, note))).unwrap_or_default();
                let is_taken = self.keep(step, |it| head(it))?;
                self.probe(capture, None)?;
                Ok(is_taken)
            }
            Ok(Logged::Nothing) => self.tell_key("theme-needs-dimension", &[]).map(|()| false),
            Err(error) => self.tell_error(&error).map(|()| false),
        }
    }

    /// The newest line of an interview that is not a path event.
    pub fn last_note(&self, interview: Id) -> Option<Id> {
        self.entries(interview).into_iter().rev().find(|key| key.kind == Kind::Note).map(|key| key.id)
    }

    /// Another dimension, from now on; where nothing follows, the line just logged may be filed there.
    pub fn turn_to(&mut self, capture: &mut Capture, dimension: Dimension) -> Told {
        (capture.dimension, capture.on_path) = (dimension, false);
        let name = self.say(&format!("dimension-{dimension}"));
        self.tell_key("plain-lines-go-to", &[("dimension", name.as_str().into())])?;
        let research = &self.work.research;
        let last = self.last_note(capture.interview).and_then(|id| research.notes().get(&id));
        let offered = last
            .filter(|note| note.dimension != dimension)
            .filter(|note| self.work.now.seconds_since(note.logged) < REFILE_SECONDS)
            .map(|note| (note.id, research.code_of(note)));
        let Some((note, code)) = offered else { return Ok(()) };
        capture.refile = Some((note, dimension, self.work.now));
        self.tell_key("plain-refile", &[("code", code.as_str().into()), ("dimension", name.as_str().into())])
    }

    /// What the end still lacks, then the end, where it is confirmed.
    pub fn end(&mut self, capture: &Capture) -> Told<Goes> {
        let interview = capture.interview;
        let owed: Vec<String> =
            live::owed(&self.work.research, interview).iter().map(|note| note.text.clone()).collect();
        if !owed.is_empty() {
            self.tell_key("end-owed", &[("count", owed.len().into())])?;
            for text in owed {
                self.tell(&format!("? {text}"))?;
            }
        }
        let empty = self.work.research.untouched_in(interview);
        let empty: Vec<String> = empty.iter().map(|subject| self.say(&format!("dimension-{subject}"))).collect();
        if !empty.is_empty() {
            self.tell_key("end-empty", &[("subjects", empty.join(", ").as_str().into())])?;
        }
        self.tell_key("end-title", &[])?;
        let choice = self.say("end-yes");
        self.tell_numbered(&[choice])?;
        let prompt = self.say("plain-end-choose");
        if self.ask_number(&prompt, 1)?.is_none() {
            return Ok(Goes::On);
        }
        let step = live::finish(&self.work.research, interview, self.work.now);
        let is_done = |it: &Interview| it.status == Status::Done;
        if !self.keep_step(step)? && !self.work.research.interviews().get(&interview).is_some_and(is_done) {
            return Ok(Goes::On);
        }
        Ok(Goes::Home)
    }

    /// An entry that a typed number or code means: `41`, `L041`, `P07-L041`, `E3`.
    pub fn cited(&self, interview: Id, typed: &str) -> Option<Key> {
        let code = live::code_of(&self.work.research, interview);
        let whole = if typed.chars().all(|c| c.is_ascii_digit()) {
            format!("{code}-L{typed}")
        } else if typed.contains('-') {
            typed.to_owned()
        } else {
            format!("{code}-{typed}")
        };
        self.work.research.resolve(&whole.parse().ok()?)
    }

    /// The line as it would be typed, for one who corrects it.
    pub fn as_typed(&self, key: Key) -> String {
        live::as_typed(&self.work.research, key).map(|(line, _)| line).unwrap_or_default()
    }

    /// Whether nothing is left of a line but its signs.
    pub fn is_blank(&self, line: &str) -> bool {
        typed::read(line, &self.work.research, true).text.is_empty()
    }
}
