//! A sitting: what is asked and told in both directions, and the steps with their outcome said in words. The loops
//! over it are in `home` and `capture`; it knows no record in particular.

use super::hearing::{Heard, Hearing};
use super::paper::Paper;
use super::work::{Kept, Turned, Work};
use crate::config::Probes;
use crate::domain::{GapCause, Id, Moment, Status, Step, live};
use crate::error::{Error, Result};
use crate::library::Next;
use crate::words::{Arg, Words};

/// A sign of life is kept this often while nobody types, in seconds.
const PULSE_SECONDS: i64 = 5;
/// A silence that should have been told each second and was not: the machine has slept.
const ASLEEP_SECONDS: i64 = 10;

/// Why a loop is left before its time.
#[derive(Debug, PartialEq, Eq)]
pub enum Left {
    /// There is nothing more to hear, or nobody to tell it to, or it was asked for.
    Gone,
}

/// What a loop brings, unless it is left.
pub type Told<T = ()> = std::result::Result<T, Left>;

/// A sitting.
pub struct Session<'a> {
    /// The study and its desk.
    pub work: Work,
    /// The texts.
    pub words: Words,
    /// Whether what is typed must be told back, because no terminal does.
    echo: bool,
    hearing: &'a mut dyn Hearing,
    paper: Paper<'a>,
    /// What is changed about the probes.
    pub probes: Probes,
    /// The interview that is being captured.
    pub running: Option<Id>,
    rested: Option<Moment>,
    pulsed: Option<Moment>,
    /// A signal asked to leave at once.
    is_told_to_go: bool,
}

impl<'a> Session<'a> {
    /// A sitting at this desk.
    pub fn new(
        work: Work,
        words: Words,
        (hearing, paper): (&'a mut dyn Hearing, Paper<'a>),
        echo: bool,
    ) -> Session<'a> {
        Session {
            work,
            words,
            echo,
            hearing,
            paper,
            probes: Probes::default(),
            running: None,
            rested: None,
            pulsed: None,
            is_told_to_go: false,
        }
    }

    /// The words of a key.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The words of a key with its arguments.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(key, args)
    }

    /// Tells a text.
    pub fn tell(&mut self, told: &str) -> Told {
        self.paper.tell(told).map_err(|_| Left::Gone)
    }

    /// Tells the words of a key.
    pub fn tell_key(&mut self, key: &str, args: &[(&str, Arg<'_>)]) -> Told {
        let told = self.say_with(key, args);
        self.tell(&told)
    }

    /// Tells what went wrong and what to do.
    pub fn tell_error(&mut self, error: &Error) -> Told {
        let told = self.sentence(error);
        self.tell(&told)
    }

    /// What went wrong, why, and what to do.
    pub fn sentence(&self, error: &Error) -> String {
        let said = self.words.explain(error);
        [Some(said.what), said.why, said.hint].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Asks for a line. What has become of earlier steps meanwhile is told first.
    pub fn ask(&mut self, prompt: impl FnOnce(&Session<'a>) -> String) -> Told<String> {
        self.catch_up()?;
        self.work.now = self.work.mint.now();
        let mut prompt = prompt(self);
        if self.work.unsaved() > 0 {
            let unsaved = self.say_with("plain-unsaved", &[("count", self.work.unsaved().into())]);
            prompt = format!("{prompt} ({unsaved})");
        }
        self.paper.ask(&format!("{prompt} >")).map_err(|_| Left::Gone)?;
        loop {
            match self.hearing.next() {
                Heard::Line(line) => {
                    if self.echo {
                        self.tell(&line)?;
                    }
                    self.work.now = self.work.mint.now();
                    self.work.listen();
                    return Ok(line);
                }
                Heard::Rest => self.rest(),
                end @ (Heard::End | Heard::Gone) => {
                    self.is_told_to_go = end == Heard::Gone;
                    // The row of the prompt is ended, for whoever reads on.
                    self.tell("")?;
                    return Err(Left::Gone);
                }
            }
        }
    }

    /// Asks for one of the numbers from 1 to `most`; none where the line is empty. What is neither is asked again.
    pub fn ask_number(&mut self, prompt: &str, most: usize) -> Told<Option<usize>> {
        loop {
            let line = self.ask(|_| prompt.to_owned())?;
            match line.trim().parse() {
                _ if line.trim().is_empty() => return Ok(None),
                Ok(number) if (1..=most).contains(&number) => return Ok(Some(number)),
                _ => self.tell_key("plain-no-number", &[("most", most.into())])?,
            }
        }
    }

    /// Does a step and tells what became of it as `what`; says whether it was done, saved or not.
    pub fn keep(&mut self, step: Step, what: impl FnOnce(&Session<'a>) -> String) -> Told<bool> {
        if step.edits.is_empty() {
            return Ok(false);
        }
        let name = self.step_name(&step.name, &step.about);
        match self.work.commit(step, &name) {
            Err(error) => {
                self.tell_error(&error)?;
                Ok(false)
            }
            Ok(Kept::Saved) => {
                let what = what(self);
                self.tell_key("plain-saved", &[("what", what.as_str().into())])?;
                Ok(true)
            }
            Ok(Kept::Waiting(error)) => {
                let why = self.sentence(&error);
                self.tell_key("plain-not-saved", &[("what", name.as_str().into()), ("why", why.as_str().into())])?;
                Ok(true)
            }
            Ok(Kept::Refused(error)) => {
                let why = self.sentence(&error);
                self.tell_key("plain-refused", &[("what", name.as_str().into()), ("why", why.as_str().into())])?;
                Ok(false)
            }
        }
    }

    /// Does a step under its own name.
    pub fn keep_step(&mut self, step: Option<Step>) -> Told<bool> {
        let Some(step) = step else { return Ok(false) };
        let name = self.step_name(&step.name, &step.about);
        self.keep(step, |_| name)
    }

    /// What a step did, such as "Star of P07-L041".
    pub fn step_name(&self, name: &str, about: &str) -> String {
        self.say_with(&format!("step-{name}"), &[("about", about.into())])
    }

    /// Takes the newest step back and tells which; one of another sitting is asked about first.
    pub fn undo(&mut self) -> Told {
        match self.work.next_undo() {
            Err(error) => self.tell_error(&error),
            Ok(None) => self.tell_key("nothing-to-undo", &[]),
            Ok(Some((next, own))) => {
                if own || self.is_wanted(&next)? {
                    let turned = self.work.undo(next.step);
                    self.tell_turned(turned, ("undone", "nothing-to-undo"))?;
                }
                Ok(())
            }
        }
    }

    fn is_wanted(&mut self, next: &Next) -> Told<bool> {
        let what = self.step_name(&next.name, &next.about);
        let time = self.words.day_time(next.at.local());
        self.tell_key("undo-title", &[("what", what.as_str().into())])?;
        self.tell_key("undo-theirs", &[("author", (&next.author).into()), ("time", time.as_str().into())])?;
        let choice = self.say("undo-yes");
        self.tell_numbered(&[choice])?;
        let prompt = self.say("plain-undo-choose");
        Ok(self.ask_number(&prompt, 1)?.is_some())
    }

    /// Does the last undone step again and tells which.
    pub fn redo(&mut self) -> Told {
        let turned = self.work.redo();
        self.tell_turned(turned, ("redone", "nothing-to-redo"))
    }

    fn tell_turned(&mut self, turned: Turned, (done, nothing): (&str, &str)) -> Told {
        match turned {
            Turned::Done(name, about) => {
                let what = self.step_name(&name, &about);
                self.tell_key(done, &[("what", what.as_str().into())])
            }
            Turned::Nothing => self.tell_key(nothing, &[]),
            Turned::Failed(error) => self.tell_error(&error),
        }
    }

    /// Tells a list with its numbers; a caller asks for one of them.
    pub fn tell_numbered(&mut self, rows: &[String]) -> Told {
        for (number, row) in (1..).zip(rows) {
            self.tell(&format!("{number}. {row}"))?;
        }
        Ok(())
    }

    fn catch_up(&mut self) -> Told {
        let recovered = self.work.recovered();
        if !recovered.is_empty() {
            self.tell_key("plain-recovered", &[("what", recovered.join(", ").as_str().into())])?;
        }
        for error in self.work.problems() {
            self.tell_error(&error)?;
        }
        Ok(())
    }

    /// A second went by in silence: a running interview gives a sign of life, and notes where the machine slept.
    fn rest(&mut self) {
        let now = self.work.mint.now();
        let before = self.rested.replace(now).unwrap_or(now).max(self.work.now);
        self.work.now = now;
        let Some(interview) = self.running else { return };
        if now.seconds_since(before) >= ASLEEP_SECONDS {
            let gap = live::interrupt(&self.work.research, interview, (before, GapCause::Asleep), &self.work.fresh());
            // Where it cannot be saved it is kept like every step, and counted at the next prompt.
            let _kept = gap.map(|step| self.work.commit(step, "gap"));
        }
        self.pulse();
    }

    /// Gives a sign of life of the running interview, so that an interruption is known to the second later.
    pub fn pulse(&mut self) {
        let is_running =
            |id: &Id| self.work.research.interviews().get(id).is_some_and(|it| it.status == Status::Running);
        let Some(interview) = self.running.filter(is_running) else { return };
        let now = self.work.now;
        if self.pulsed.is_none_or(|before| now.seconds_since(before).abs() >= PULSE_SECONDS) {
            self.pulsed = Some(now);
            self.work.keep_draft(pulse_slot(interview), "-");
        }
    }

    /// Leaves the desk.
    ///
    /// # Errors
    ///
    /// Where something that was typed is not in the library.
    pub fn leave(self) -> Result<()> {
        self.work.close(self.is_told_to_go)
    }
}

/// The slot of the sign of life of an interview, the same as on the screens.
pub fn pulse_slot(interview: Id) -> String {
    format!("pulse:{interview}")
}

/// The slot of the unfinished line of an interview, the same as on the screens.
pub fn draft_slot(interview: Id) -> String {
    format!("capture:{interview}")
}
