//! What stands beside the capture on the screens, in words: the card before a call, the question that goes deeper after
//! a shallow answer, and who of a group speaks.

use super::capture::Capture;
use super::home::listed;
use super::session::{Session, Told};
use crate::domain::card::{Card, Wording};
use crate::domain::{Id, live, probe, typed};
use crate::exchange::markdown;
use crate::words::{Lang, Words};

impl Session<'_> {
    /// Tells the card of an interview that has not begun and asks whether it begins; says whether it does.
    pub fn ask_card(&mut self, interview: Id) -> Told<bool> {
        self.tell_card(interview)?;
        loop {
            let choices = ["plain-card-consent", "plain-card-back"].map(|key| self.say(key));
            self.tell_numbered(&choices)?;
            let prompt = self.say("plain-card-choose");
            match self.ask_number(&prompt, choices.len())? {
                None => return Ok(true),
                Some(1) => {
                    let person = self.work.research.participant_of(interview).map(|person| person.id);
                    person.map_or(Ok(()), |person| self.ask_consent(person))?;
                }
                Some(_) => return Ok(false),
            }
        }
    }

    fn tell_card(&mut self, interview: Id) -> Told {
        let Some(card) = Card::of(&self.work.research, interview) else { return Ok(()) };
        let earlier = match card.earlier {
            0 => self.say("card-first"),
            earlier => self.say_with("card-again", &[("count", (earlier + 1).into())]),
        };
        let person = listed([self.person(interview), earlier, card.about.clone()]);
        self.tell(&person)?;
        let whom = card.persona.clone().unwrap_or_else(|| self.say("card-whole-study"));
        let people = self.say_with("people", &[("count", card.people.into())]);
        let said = format!("{}: {}", self.say("card-said"), listed([whom, people]));
        self.tell(&said)?;
        if card.claims.is_empty() {
            self.tell_key(if card.people == 0 { "card-nobody" } else { "card-nothing" }, &[])?;
        }
        for claim in card.claims.iter().filter(|claim| claim.rank == 0) {
            let dimension = self.say(&format!("dimension-{}", claim.dimension));
            let counts = markdown::counts(&claim.counts, &self.words);
            self.tell(&listed([dimension, claim.name.clone(), counts]))?;
        }
        if !card.alone.is_empty() {
            self.tell_key("card-alone", &[])?;
        }
        for alone in &card.alone {
            let outcome = alone.outcome.map(|it| self.say(&format!("outcome-{it}"))).unwrap_or_default();
            self.tell(&listed([alone.name.clone(), alone.participant.clone(), outcome]))?;
        }
        if !card.gaps.is_empty() {
            self.tell_key("card-gaps", &[])?;
        }
        for gap in &card.gaps {
            let asked = match &gap.wording {
                Wording::Question(question) => question.clone(),
                Wording::Subject => self.say(&format!("card-ask-{}", gap.subject)),
                Wording::Theme(theme) => self.say_with("card-ask-theme", &[("theme", theme.as_str().into())]),
            };
            let subject = self.say(&format!("dimension-{}", gap.subject));
            let known = format!("{}/{}", gap.known, card.people);
            self.tell(&listed([subject, known, asked]))?;
        }
        Ok(())
    }

    /// After a line: the question that goes deeper, where it was a shallow answer and probes are wanted.
    pub fn probe(&mut self, capture: &mut Capture, logged: Option<Id>) -> Told {
        capture.probed = None;
        let note = logged.filter(|_| !capture.is_muted).and_then(|id| self.work.research.notes().get(&id));
        let Some(note) = note.filter(|note| probe::is_wanted(note.dimension, &self.probes.off)) else { return Ok(()) };
        let Some(found) = probe::of(note, &self.probes.cliches) else { return Ok(()) };
        let key = match found.about {
            probe::About::Story => format!("probe-story-{}", note.dimension.name()),
            about => format!("probe-{}", about.name()),
        };
        capture.probed = Some(note.id);
        // The question is read out to a participant: it is in the language of the participant's own noun.
        let lang = if found.is_korean { Lang::Ko } else { Lang::En };
        let args = [("noun", found.noun.as_str().into())];
        let asked =
            if lang == self.words.lang() { self.say_with(&key, &args) } else { Words::new(lang).say_with(&key, &args) };
        let told = format!("{}: {asked}", self.say("probe"));
        self.tell(&told)
    }

    /// The line that the next one answers: the probed one, where the next line stays with its dimension.
    pub fn answered(&self, capture: &Capture) -> Option<Id> {
        let note = self.work.research.notes().get(&capture.probed?)?;
        (note.dimension == self.goes_to(capture)).then_some(note.id)
    }

    /// Switches the probes off or on.
    pub fn mute(&mut self, capture: &mut Capture) -> Told {
        (capture.is_muted, capture.probed) = (!capture.is_muted, None);
        self.tell_key(if capture.is_muted { "probes-off" } else { "probes-on" }, &[])
    }

    /// Begins or ends a group session: then a line may begin with the initials of who speaks.
    pub fn toggle_group(&mut self, capture: &mut Capture) -> Told {
        let step = live::toggle_group(&self.work.research, capture.interview);
        if !self.keep_step(step)? {
            return Ok(());
        }
        capture.initials.clear();
        let is_group = self.work.research.interviews().get(&capture.interview).is_some_and(live::is_group);
        self.tell_key(if is_group { "group-on" } else { "group-off" }, &[])
    }

    /// In a group session the initials at the head of a line are taken off it and stay for the lines to come.
    pub fn without_initials<'l>(&self, capture: &mut Capture, line: &'l str) -> &'l str {
        let is_group = self.work.research.interviews().get(&capture.interview).is_some_and(live::is_group);
        match typed::read_initials(line).filter(|_| is_group) {
            Some((initials, rest)) => {
                capture.initials = initials.to_owned();
                rest
            }
            None => line,
        }
    }
}
