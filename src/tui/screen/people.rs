//! The people of the study (context LIST): code, persona, role, outcome, consent and how much each has said.
//! Who counts and who has withdrawn is decided by the domain.

use ratatui::text::Span;

use super::line::{cut_marked, padded};
use super::participant::Person;
use super::personas;
use crate::domain::{Consent, Id, Outcome, Participant, Persona, Step, live, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

struct Row {
    id: Id,
    interviews: usize,
    lines: usize,
}

/// The people of the study.
#[derive(Default)]
pub struct People {
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl People {
    fn person(&self) -> Option<Id> {
        self.rows.get(self.cursor.at).map(|row| row.id)
    }
}

/// Asks for a new participant, or for changes of a known one.
pub fn ask_person(world: &mut World, person: Option<Id>) {
    let known = person.and_then(|id| world.research.participants().get(&id));
    let code = known.map_or_else(|| world.research.next_code(), |person| person.code.clone());
    let personas: Vec<String> = world.research.personas().values().map(|persona| persona.name.clone()).collect();
    let persona = known.and_then(|person| world.research.personas().get(&person.persona?)).map(|it| it.name.clone());
    let outcomes: Vec<String> = Outcome::ALL.iter().map(|it| world.say(&format!("outcome-{}", it.name()))).collect();
    let outcome = known.and_then(|person| person.outcome).map(|it| world.say(&format!("outcome-{}", it.name())));
    let fields = vec![
        match known {
            Some(_) => Field::new(world.say("field-code"), &code),
            None => Field::suggesting(world.say("field-code"), &code),
        },
        Field::new(world.say("field-persona"), &persona.unwrap_or_default()).choosing(personas),
        Field::new(world.say("field-role"), known.map_or("", |person| person.role.as_str())),
        Field::new(world.say("field-outcome"), &outcome.unwrap_or_default()).choosing(outcomes),
    ];
    let title = world.say(if person.is_some() { "person-change" } else { "person-new" });
    world.moves.push(Move::Open(Box::new(Form::new(Asking::Person(person), title, fields))));
}

/// Keeps what the form says; a persona that is not there yet is made in the same step.
pub fn keep_person(world: &mut World, person: Option<Id>, texts: &[String]) -> Option<Id> {
    let study = world.study()?.id;
    let text = |at: usize| texts.get(at).map_or("", String::as_str);
    let known = person.and_then(|id| world.research.participants().get(&id)).cloned();
    let step = if known.is_some() { "change-participant" } else { "new-participant" };
    let mut kept = known.unwrap_or_else(|| Participant {
        id: world.mint.id(),
        study,
        code: String::new(),
        persona: None,
        deal: None,
        role: String::new(),
        recruited: None,
        outcome: None,
        attributes: Default::default(),
        consent: Consent::default(),
    });
    let mut step = Step::new(study, step, text(0));
    let wanted = text(1);
    let persona = world.research.personas().values().find(|it| it.name == wanted).map(|it| it.id);
    kept.persona = persona.or_else(|| {
        let name = (!wanted.is_empty()).then(|| wanted.to_owned())?;
        let id = world.mint.id();
        step.edits.push(Persona::blank((id, study), name).into());
        Some(id)
    });
    let says = |outcome: &&Outcome| world.say(&format!("outcome-{}", outcome.name())) == text(3);
    kept.outcome = Outcome::ALL.iter().find(says).copied();
    (kept.code, kept.role) = (text(0).to_owned(), text(2).to_owned());
    let id = kept.id;
    world.commit(step.put(kept)).then_some(id)
}

/// Asks what a participant agrees to: digits switch, Enter keeps. Before a call the last option goes straight into
/// it, to ask for consent there; elsewhere it says that consent was given by word of mouth.
pub fn ask_consent(world: &mut World, person: Id, before_call: bool) {
    let Some(known) = world.research.participants().get(&person) else { return };
    let consent = &known.consent;
    let until = consent.keep_until.unwrap_or_else(|| Consent::a_year_from(world.now.date()));
    let until = world.words.date(until);
    let mut options = vec![
        (world.say("consent-participate"), consent.participate),
        (world.say("consent-record"), consent.record),
        (world.say("consent-quote"), consent.quote),
        (world.say_with("consent-keep", &[("date", until.as_str().into())]), consent.keep_until.is_some()),
    ];
    if !before_call {
        options.push((world.say("consent-verbal"), consent.verbal));
    }
    let title = world.say_with("consent-title", &[("code", known.code.as_str().into())]);
    let mut ask = Ask::switches(Asking::Consent(person), title, options).clearing(4);
    if before_call {
        ask = ask.leaving(world.say("consent-in-call"));
    }
    world.moves.push(Move::Open(Box::new(ask)));
}

/// Keeps what a participant agreed to, with the moment.
pub fn keep_consent(world: &mut World, person: Id, on: &[bool]) {
    let Some(known) = world.research.participants().get(&person).cloned() else { return };
    let is_on = |at: usize| on.get(at).copied().unwrap_or(false);
    let until = known.consent.keep_until.unwrap_or_else(|| Consent::a_year_from(world.now.date()));
    let consent = Consent {
        participate: is_on(0),
        record: is_on(1),
        quote: is_on(2),
        keep_until: is_on(3).then_some(until),
        verbal: on.get(4).copied().unwrap_or(known.consent.verbal),
        given: is_on(0).then(|| known.consent.given.unwrap_or(world.now)),
        withdrawn: known.consent.withdrawn,
    };
    if consent == known.consent {
        return;
    }
    let step = Step::new(known.study, "note-consent", known.code.clone());
    world.commit(step.put(Participant { consent, ..known }));
}

/// The participant of an interview has just agreed to take part, by word of mouth.
pub fn note_verbal_consent(world: &mut World, interview: Id) {
    let Some(step) = live::agree(&world.research, interview, world.now) else { return };
    let code = step.about.clone();
    if world.commit(step) {
        let time = world.now.local().format("%H:%M:%S").to_string();
        let args = [("code", code.as_str().into()), ("time", time.as_str().into())];
        let text = world.say_with("consent-noted", &args);
        world.tell(text);
    }
}

/// What was agreed, in a few words.
pub fn consent(world: &World, person: &Participant) -> String {
    let consent = &person.consent;
    let key = if person.is_withdrawn() {
        "consent-withdrawn"
    } else if !consent.participate {
        "consent-none"
    } else if consent.quote {
        "consent-full"
    } else {
        "consent-no-quotes"
    };
    world.say(key)
}

impl Pane for People {
    fn place(&self) -> Place {
        Place::People
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |_| true) {
            return;
        }
        let research = &world.research;
        let mut people: Vec<&Participant> = research.participants().values().collect();
        people.sort_by(|a, b| a.code.cmp(&b.code));
        let row = |person: &Participant| {
            let mut interviews = research.interviews_of(person.id);
            interviews.retain(|_| !person.is_withdrawn());
            let lines = interviews.iter().map(|interview| research.notes_of(interview.id).count()).sum();
            Row { id: person.id, interviews: interviews.len(), lines }
        };
        self.rows = people.into_iter().map(row).collect();
        self.cursor.hold(self.rows.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return;
        }
        match (action, self.person()) {
            (Action::Back, _) => world.moves.push(Move::Close),
            (Action::New, _) => ask_person(world, None),
            (Action::Personas, _) => personas::list(world),
            (Action::Change, Some(person)) => ask_person(world, Some(person)),
            (Action::Consent, Some(person)) => ask_consent(world, person, false),
            (Action::Open, Some(person)) => world.moves.push(Move::Open(Box::new(Person::of(person)))),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::Person(person), Answer::Texts(texts)) => {
                if let (Some(kept), None) = (keep_person(world, person, &texts), person) {
                    world.moves.push(Move::Open(Box::new(Person::of(kept))));
                }
            }
            (Asking::Consent(person), Answer::Switches(on)) => keep_consent(world, person, &on),
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open | Action::Change | Action::Consent => !self.rows.is_empty(),
            Action::Personas => !world.research.personas().is_empty(),
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let title = Span::styled(format!(" {}", world.say("place-people")), world.look.bold());
        let count = world.say_with("people", &[("count", self.rows.len().into())]);
        let count = Span::styled(format!("  {count}"), world.look.dim());
        let (first, height) = frame(canvas, world, self, &[title, count]);
        if self.rows.is_empty() {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("people-empty"), world.look.dim())]);
        }
        for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
            draw_row(world, canvas, (first + y, &self.rows[at]));
            canvas.entry(first + y, at, at == self.cursor.at);
        }
    }
}

fn draw_row(world: &World, canvas: &mut Canvas, (y, row): (usize, &Row)) {
    let Some(person) = world.research.participants().get(&row.id) else { return };
    let (look, width) = (&world.look, canvas.width());
    let who = who(world, person);
    let outcome = world.research.outcome_of(person).map(|it| world.say(&format!("outcome-{}", it.name())));
    let counts =
        if person.is_withdrawn() { String::new() } else { world.say_with("lines", &[("count", row.lines.into())]) };
    canvas.put(1, y, 8, &[Span::styled(person.code.as_str(), look.bold())]);
    if width < 60 {
        let room = width.saturating_sub(10 + text::width(&counts) + 2);
        canvas.put(10, y, room, &[Span::raw(who)]);
    } else {
        let wide = width.saturating_sub(52);
        let outcome = padded(look, &outcome.unwrap_or_default(), 18);
        canvas.put(10, y, wide, &[Span::raw(cut_marked(look, &who, wide))]);
        canvas.put(11 + wide, y, 18, &[Span::raw(outcome)]);
        canvas.put(30 + wide, y, 12, &[Span::styled(consent(world, person), look.dim())]);
    }
    let counts = if width >= 60 && row.interviews > 1 { format!("{}× {counts}", row.interviews) } else { counts };
    canvas.put_right(0, y, width.saturating_sub(1), &[Span::styled(counts, look.dim())]);
}

/// The persona and the role.
pub fn who(world: &World, person: &Participant) -> String {
    let persona = person.persona.and_then(|id| world.research.personas().get(&id)).map(|it| it.name.as_str());
    let parts: Vec<&str> =
        persona.into_iter().chain(Some(person.role.as_str()).filter(|role| !role.is_empty())).collect();
    parts.join(&format!(" {} ", world.look.glyphs.dot))
}
