//! The one table of default keys. A new command is a line here, its action in `action`, and its words; behaviour,
//! footer, help page, palette and `docs/keys.md` follow from it.

use std::borrow::Cow;

use crossterm::event::KeyCode;

use super::chord::{Chord, alt, ch, ctrl, f, key};
use super::place::Place;
use crate::tui::action::Action;

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Where it holds.
    pub place: Place,
    /// What it means.
    pub action: Action,
    /// The keys, the one to show first.
    pub keys: Cow<'static, [Chord]>,
    /// Its place in the footer, from 1; 0 keeps it out.
    pub rank: u8,
}

const fn bind(place: Place, action: Action, keys: &'static [Chord], rank: u8) -> Binding {
    Binding { place, action, keys: Cow::Borrowed(keys), rank }
}

use Action as A;
use Place as P;

/// The defaults. Within a place a key stands once; a test holds that.
pub const DEFAULTS: &[Binding] = &[
    bind(P::Anywhere, A::Search, &[ctrl('f')], 60),
    bind(P::Anywhere, A::Commands, &[ctrl('p')], 90),
    bind(P::Anywhere, A::Undo, &[ctrl('z')], 70),
    bind(P::Anywhere, A::Redo, &[ctrl('y')], 0),
    bind(P::Anywhere, A::Help, &[], 0),
    bind(P::Anywhere, A::Quit, &[ctrl('c')], 0),
    bind(P::Lists, A::Up, &[ch('k'), key(KeyCode::Up)], 0),
    bind(P::Lists, A::Down, &[ch('j'), key(KeyCode::Down)], 0),
    bind(P::Lists, A::PageUp, &[ctrl('u'), key(KeyCode::PageUp)], 0),
    bind(P::Lists, A::PageDown, &[ctrl('d'), key(KeyCode::PageDown)], 0),
    bind(P::Lists, A::Top, &[ch('g'), key(KeyCode::Home)], 0),
    bind(P::Lists, A::Bottom, &[ch('G'), key(KeyCode::End)], 0),
    bind(P::Lists, A::Open, &[key(KeyCode::Enter)], 1),
    bind(P::Lists, A::Search, &[ch('/')], 50),
    bind(P::Lists, A::Undo, &[ch('u')], 0),
    bind(P::Lists, A::Back, &[key(KeyCode::Esc), ch('q')], 80),
    bind(P::Lists, A::Help, &[ch('?'), f(1)], 95),
    bind(P::Sheets, A::Back, &[key(KeyCode::Esc), ctrl('c')], 80),
    bind(P::Home, A::New, &[ch('n')], 10),
    bind(P::Home, A::People, &[ch('p')], 20),
    bind(P::Home, A::Themes, &[ch('t')], 25),
    bind(P::Home, A::Brief, &[ch('b')], 30),
    bind(P::Home, A::Journey, &[ch('>')], 35),
    bind(P::Home, A::Studies, &[ch('s')], 40),
    bind(P::Home, A::History, &[ch('h')], 0),
    bind(P::Home, A::Quit, &[ch('q')], 85),
    bind(P::Studies, A::New, &[ch('n')], 10),
    bind(P::People, A::New, &[ch('n')], 10),
    bind(P::People, A::Change, &[ch('e')], 20),
    bind(P::People, A::Consent, &[ch('c')], 30),
    bind(P::Participant, A::New, &[ch('n')], 10),
    bind(P::Participant, A::Read, &[ch('r')], 15),
    bind(P::Participant, A::Change, &[ch('e')], 20),
    bind(P::Participant, A::Consent, &[ch('c')], 30),
    bind(P::Capture, A::Log, &[key(KeyCode::Enter)], 0),
    bind(P::Capture, A::Trigger, &[f(1), alt('1')], 1),
    bind(P::Capture, A::Criteria, &[f(2), alt('2')], 2),
    bind(P::Capture, A::Benefit, &[f(3), alt('3')], 3),
    bind(P::Capture, A::Concern, &[f(4), alt('4')], 4),
    bind(P::Capture, A::PostPurchase, &[f(5), alt('5')], 5),
    bind(P::Capture, A::Path, &[f(6), alt('6')], 6),
    bind(P::Capture, A::Recorder, &[f(7), alt('7')], 0),
    bind(P::Capture, A::Feeling, &[f(8), alt('8')], 8),
    bind(P::Capture, A::Star, &[f(9), alt('9')], 9),
    bind(P::Capture, A::Mark, &[ctrl('k')], 10),
    bind(P::Capture, A::Asked, &[ctrl('g')], 0),
    bind(P::Capture, A::Skip, &[alt('g')], 0),
    bind(P::Capture, A::Probe, &[ctrl('r')], 0),
    bind(P::Capture, A::Group, &[], 0),
    bind(P::Capture, A::Correct, &[key(KeyCode::Up)], 0),
    bind(P::Capture, A::Down, &[key(KeyCode::Down)], 0),
    bind(P::Capture, A::PageUp, &[key(KeyCode::PageUp)], 0),
    bind(P::Capture, A::PageDown, &[key(KeyCode::PageDown)], 0),
    bind(P::Capture, A::Home, &[ctrl('o')], 7),
    bind(P::Capture, A::End, &[], 11),
    bind(P::Capture, A::History, &[], 0),
    bind(P::Capture, A::Next, &[key(KeyCode::Tab)], 0),
    bind(P::Capture, A::Back, &[key(KeyCode::Esc)], 0),
    bind(P::Reader, A::Correct, &[ch('e'), key(KeyCode::Enter)], 10),
    bind(P::Reader, A::Trigger, &[ch('1')], 20),
    bind(P::Reader, A::Criteria, &[ch('2')], 21),
    bind(P::Reader, A::Benefit, &[ch('3')], 22),
    bind(P::Reader, A::Concern, &[ch('4')], 23),
    bind(P::Reader, A::PostPurchase, &[ch('5')], 24),
    bind(P::Reader, A::Unsorted, &[ch('0')], 25),
    bind(P::Reader, A::Mark, &[ch('t'), ch('#'), ctrl('k')], 30),
    bind(P::Reader, A::Star, &[ch('*'), f(9)], 35),
    bind(P::Reader, A::Feeling, &[ch('f'), f(8)], 36),
    bind(P::Reader, A::Capture, &[ch('c')], 40),
    bind(P::Paste, A::Voice, &[ch('v')], 10),
    bind(P::Paste, A::OneLine, &[ch('o')], 20),
    bind(P::Search, A::Up, &[key(KeyCode::Up)], 0),
    bind(P::Search, A::Down, &[key(KeyCode::Down)], 0),
    bind(P::Search, A::PageUp, &[key(KeyCode::PageUp)], 0),
    bind(P::Search, A::PageDown, &[key(KeyCode::PageDown)], 0),
    bind(P::Search, A::Open, &[key(KeyCode::Enter)], 1),
    bind(P::Search, A::Back, &[key(KeyCode::Esc)], 80),
    bind(P::Themes, A::New, &[ch('n')], 10),
    bind(P::Themes, A::Change, &[ch('r')], 20),
    bind(P::Themes, A::Drop, &[ch('x')], 30),
    bind(P::Evidence, A::Drop, &[ch('x')], 30),
    bind(P::Brief, A::Export, &[ch('e')], 20),
    bind(P::Brief, A::Journey, &[ch('>')], 30),
    bind(P::Journey, A::Previous, &[ch('h'), key(KeyCode::Left)], 0),
    bind(P::Journey, A::Next, &[ch('l'), key(KeyCode::Right)], 0),
    bind(P::Journey, A::Export, &[ch('e')], 20),
    bind(P::Journey, A::Brief, &[ch('b')], 30),
    bind(P::Help, A::Down, &[ch('j'), key(KeyCode::Down)], 10),
    bind(P::History, A::Undo, &[ch('u')], 20),
    bind(P::History, A::Redo, &[ch('r')], 30),
    bind(P::Form, A::Open, &[key(KeyCode::Enter)], 1),
    bind(P::Form, A::Next, &[key(KeyCode::Tab)], 10),
    bind(P::Form, A::Previous, &[key(KeyCode::BackTab)], 0),
    bind(P::Form, A::Down, &[key(KeyCode::Down)], 20),
    bind(P::Form, A::Up, &[key(KeyCode::Up)], 0),
    bind(P::Ask, A::Open, &[key(KeyCode::Enter)], 1),
    bind(P::Ask, A::Back, &[key(KeyCode::Esc), ctrl('c')], 80),
    bind(P::Picker, A::Open, &[key(KeyCode::Enter)], 1),
    bind(P::Picker, A::Up, &[key(KeyCode::Up)], 0),
    bind(P::Picker, A::Down, &[key(KeyCode::Down)], 0),
    bind(P::Picker, A::Stance, &[key(KeyCode::Tab)], 10),
    bind(P::Commands, A::Open, &[key(KeyCode::Enter)], 1),
    bind(P::Commands, A::Up, &[key(KeyCode::Up)], 0),
    bind(P::Commands, A::Down, &[key(KeyCode::Down)], 0),
];
