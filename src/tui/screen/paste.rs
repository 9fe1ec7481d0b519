//! What was pasted into a capture (context LIST): several lines are shown as lines before any of them is taken over, with
//! who speaks and when, as far as the text says so. Nothing is taken without Enter; one step takes all of it.

use ratatui::text::Span;

use crate::domain::live::{self, Foreign};
use crate::domain::{Id, Speaker, Voice, text};
use crate::exchange::transcript::Turn;
use crate::exchange::{self, Content};
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::line::{cut_marked, padded, voice_mark};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// At most so many speakers have a digit.
const SPEAKERS: usize = 9;

/// What a speaker of the text is in the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Participant,
    Interviewer,
    LeftOut,
}

impl Role {
    fn next(self) -> Role {
        match self {
            Role::Participant => Role::Interviewer,
            Role::Interviewer => Role::LeftOut,
            Role::LeftOut => Role::Participant,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Role::Participant => "participant",
            Role::Interviewer => "interviewer",
            Role::LeftOut => "left-out",
        }
    }
}

/// The preview of a pasted text.
pub struct Paste {
    interview: Id,
    pasted: String,
    turns: Vec<Turn>,
    /// The labels of the text in the order in which they come, with what they are.
    speakers: Vec<(String, Role)>,
    voice: Voice,
    cursor: Cursor,
}

impl Paste {
    /// Whether a pasted text has more than one line, so that it is not simply typed.
    pub fn is_for(pasted: &str) -> bool {
        pasted.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(2).count() > 1
    }

    /// The preview of a text that was pasted into an interview.
    pub fn of(interview: Id, pasted: &str) -> Paste {
        let turns = turns(pasted);
        let mut speakers: Vec<(String, Role)> = Vec::new();
        for label in turns.iter().filter_map(|turn| turn.speaker.as_ref()) {
            if !speakers.iter().any(|(known, _)| known == label) {
                speakers.push((label.clone(), Role::Participant));
            }
        }
        // A transcript has people's own words; a list of notes has not.
        let voice = if speakers.is_empty() { Voice::Paraphrase } else { Voice::Verbatim };
        Paste { interview, pasted: pasted.to_owned(), turns, speakers, voice, cursor: Cursor::default() }
    }

    fn role(&self, turn: &Turn) -> Role {
        let label = turn.speaker.as_ref();
        let known = label.and_then(|label| self.speakers.iter().find(|(known, _)| known == label));
        known.map_or(Role::Participant, |(_, role)| *role)
    }

    fn lines(&self) -> Vec<Foreign> {
        let line = |turn: &Turn| {
            let speaker = match self.role(turn) {
                Role::Participant => Speaker::Participant,
                Role::Interviewer => Speaker::Interviewer,
                Role::LeftOut => return None,
            };
            Some(Foreign { at: turn.at, speaker, voice: self.voice, text: turn.text.clone() })
        };
        self.turns.iter().filter_map(line).collect()
    }

    fn take(&self, world: &mut World) {
        let lines = self.lines();
        match live::take_over(&world.research, self.interview, &lines, &world.fresh()) {
            Ok(step) => {
                if world.commit(step) {
                    let text = world.say_with("paste-taken", &[("count", lines.len().into())]);
                    world.tell(text);
                    world.moves.push(Move::Close);
                }
            }
            Err(error) => world.tell_error(&error),
        }
    }
}

/// The turns of a pasted transcript, or else its lines.
fn turns(pasted: &str) -> Vec<Turn> {
    let read = exchange::read(pasted.as_bytes(), "paste.txt", None).ok();
    if let Some(Content::Transcript(transcript)) = read.map(|material| material.content)
        && transcript.turns.iter().any(|turn| turn.speaker.is_some() || turn.at.is_some())
    {
        return transcript.turns;
    }
    let lines = pasted.split(['\n', '\r']).map(|line| text::trim_line(line).into_owned());
    let turn =
        |(at, text): (usize, String)| Turn { line: u32::try_from(at + 1).unwrap_or(u32::MAX), text, ..Turn::default() };
    lines.enumerate().filter(|(_, text)| !text.is_empty()).map(turn).collect()
}

impl Pane for Paste {
    fn place(&self) -> Place {
        Place::Paste
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.turns.len(), world.page()) {
            return;
        }
        match action {
            Action::Open => self.take(world),
            Action::Voice => {
                self.voice = if self.voice == Voice::Verbatim { Voice::Paraphrase } else { Voice::Verbatim };
            }
            Action::OneLine => world.moves.push(Move::Answer(Asking::Paste, Answer::Texts(vec![self.pasted.clone()]))),
            Action::Back => world.moves.push(Move::Close),
            _ => {}
        }
    }

    fn typed(&mut self, _world: &mut World, chord: Chord) {
        let digit = chord.typed().and_then(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok());
        if let Some((_, role)) = digit.and_then(|digit| self.speakers.get_mut(digit.checked_sub(1)?)) {
            *role = role.next();
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => self.turns.iter().any(|turn| self.role(turn) != Role::LeftOut),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("action-take"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let code = live::code_of(&world.research, self.interview);
        let (taken, all) = (self.lines().len(), self.turns.len());
        let counts = [("taken", taken.into()), ("all", all.into()), ("code", code.as_str().into())];
        let title = [
            Span::styled(format!(" {}", world.say("paste-title")), look.bold()),
            Span::styled(format!("  {}", world.say_with("paste-counts", &counts)), look.dim()),
        ];
        let (mut first, mut height) = frame(canvas, world, self, &title);
        if self.turns.is_empty() {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("paste-empty"), look.dim())]);
            return;
        }
        if !self.speakers.is_empty() && height > 3 {
            canvas.put(1, first, canvas.width().saturating_sub(2), &[Span::raw(self.cast(world))]);
            (first, height) = (first + 2, height - 2);
        }
        for (y, at) in self.cursor.window(self.turns.len(), height).enumerate() {
            self.draw_turn(world, canvas, (first + y, &self.turns[at]));
            canvas.entry(first + y, at, at == self.cursor.at);
        }
    }
}

impl Paste {
    /// Who is what, with the digit that changes it.
    fn cast(&self, world: &World) -> String {
        let one = |(at, (name, role)): (usize, &(String, Role))| {
            let role = world.say(&format!("paste-role-{}", role.name()));
            let args = [("digit", (at + 1).into()), ("name", name.as_str().into()), ("role", role.as_str().into())];
            world.say_with("paste-speaker", &args)
        };
        self.speakers.iter().take(SPEAKERS).enumerate().map(one).collect::<Vec<_>>().join("   ")
    }

    fn draw_turn(&self, world: &World, canvas: &mut Canvas, (y, turn): (usize, &Turn)) {
        let look = &world.look;
        let role = self.role(turn);
        let style = if role == Role::Participant { look.plain() } else { look.dim() };
        let speaker = if role == Role::Interviewer { Speaker::Interviewer } else { Speaker::Participant };
        let mark = if role == Role::LeftOut { "-" } else { voice_mark(speaker, self.voice) };
        let at = turn.at.map(|at| at.to_string()).unwrap_or_default();
        let mut head = format!(" {at:8} ");
        if !self.speakers.is_empty() {
            head.push_str(&padded(look, turn.speaker.as_deref().unwrap_or_default(), 10));
        }
        head.push_str(&format!(" {mark} "));
        let used = canvas.put(0, y, canvas.width(), &[Span::styled(head, look.dim())]);
        let room = canvas.width().saturating_sub(used + 1);
        canvas.put(used, y, room, &[Span::styled(cut_marked(look, &turn.text, room), style)]);
    }
}
