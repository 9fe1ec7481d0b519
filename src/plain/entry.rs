//! One line, path event or interruption in words: its code, when, where, in whose words, and everything that the
//! screens show as a mark. Nothing is asked here.

use super::home::listed;
use super::session::Session;
use crate::domain::{Gap, Id, Key, Kind, Note, Offset, PathEvent, Speaker, Stance, Voice};

impl Session<'_> {
    /// The entries of an interview in the order in which they came, interruptions among them.
    pub fn entries(&self, interview: Id) -> Vec<Key> {
        let research = &self.work.research;
        let notes = research.notes_of(interview).map(|it| (it.logged, Key::new(Kind::Note, it.id)));
        let events = research.path_of(interview).into_iter();
        let events = events.map(|it| (it.logged, Key::new(Kind::PathEvent, it.id)));
        let gaps = research.gaps_of(interview).map(|it| (it.until, Key::new(Kind::Gap, it.id)));
        let mut entries: Vec<_> = notes.chain(events).chain(gaps).collect();
        entries.sort_by_key(|(at, key)| (*at, key.id));
        entries.into_iter().map(|(_, key)| key).collect()
    }

    /// An entry with its text.
    pub fn entry(&self, key: Key) -> String {
        let research = &self.work.research;
        let told = match key.kind {
            Kind::PathEvent => research.path_events().get(&key.id).map(|it| (self.event_head(it), it.text.clone())),
            Kind::Gap => return research.gaps().get(&key.id).map(|it| self.gap(it)).unwrap_or_default(),
            _ => research.notes().get(&key.id).map(|it| (self.note_head(it), it.text.clone())),
        };
        told.map(|(head, text)| format!("{head}: {text}")).unwrap_or_default()
    }

    /// An entry without its text: what is told when it is saved.
    pub fn head(&self, key: Key) -> String {
        let research = &self.work.research;
        match key.kind {
            Kind::PathEvent => research.path_events().get(&key.id).map(|it| self.event_head(it)),
            _ => research.notes().get(&key.id).map(|it| self.note_head(it)),
        }
        .unwrap_or_default()
    }

    fn note_head(&self, note: &Note) -> String {
        let research = &self.work.research;
        let voice = match (note.speaker, note.voice) {
            (Speaker::Interviewer, _) => self.say("speaker-interviewer"),
            (_, Voice::Paraphrase) => String::new(),
            (_, voice) => self.say(&format!("voice-{voice}")),
        };
        let star = if note.star { self.say("plain-star") } else { String::new() };
        let feeling = note.feeling.map(|it| self.say_with("plain-feeling", &[("feeling", signed(it).as_str().into())]));
        let themes = research.marks_of(note.id).filter_map(|mark| {
            let name = &research.themes().get(&mark.theme)?.name;
            Some(match mark.stance {
                Stance::Supports => format!("#{name}"),
                Stance::Contradicts => format!("#{name} ({})", self.say("stance-contradicts")),
            })
        });
        listed([
            research.code_of(note),
            offset(note.at),
            self.say(&format!("dimension-{}", note.dimension)),
            note.initials.clone(),
            voice,
            star,
            feeling.unwrap_or_default(),
            themes.collect::<Vec<_>>().join(", "),
        ])
    }

    fn event_head(&self, event: &PathEvent) -> String {
        let stage = event.stage.as_ref().map(|stage| self.say(&format!("stage-{stage}")));
        listed([
            self.work.research.code_of_event(event),
            offset(event.at),
            self.say("dimension-path"),
            stage.unwrap_or_default(),
            event.when.clone(),
            event.touchpoint.clone(),
            event.who.clone(),
        ])
    }

    /// An interruption, such as "break, 14:29:31, whybuy was not running for 00:01:12".
    pub fn gap(&self, gap: &Gap) -> String {
        let long = Offset::from_seconds(gap.seconds()).to_string();
        let from = gap.from.local().format("%H:%M:%S").to_string();
        let why = self.say_with(&format!("gap-{}", gap.cause), &[("long", long.as_str().into())]);
        listed([self.say("gap"), from, why])
    }
}

/// A feeling with its sign; nought has none.
fn signed(feeling: i8) -> String {
    if feeling == 0 { "0".to_owned() } else { format!("{feeling:+}") }
}

fn offset(at: Option<Offset>) -> String {
    at.map(|at| at.to_string()).unwrap_or_default()
}
