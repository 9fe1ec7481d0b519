//! Which key means which action, and where. One table gives behaviour, footer, help page, palette and
//! `docs/keys.md`; the three input contexts and the Hangul keyboard are settled here and nowhere else.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::action::Action;
use super::jamo;
use crate::domain::named::named;

named! {
    /// Where a key is pressed. The first three are shared by others.
    Place ("place") {
        /// Every screen.
        Anywhere = "anywhere",
        /// Every list.
        Lists = "lists",
        /// Every sheet with a text field.
        Sheets = "sheets",
        /// The home screen.
        Home = "home",
        /// The studies of the library.
        Studies = "studies",
        /// The people of the study.
        People = "people",
        /// One participant.
        Participant = "participant",
        /// The live capture.
        Capture = "capture",
        /// The lines of an interview.
        Reader = "reader",
        /// The search.
        Search = "search",
        /// The themes.
        Themes = "themes",
        /// The lines behind a theme, a claim or a cell.
        Evidence = "evidence",
        /// The choice of a persona.
        Personas = "personas",
        /// A brief.
        Brief = "brief",
        /// A journey.
        Journey = "journey",
        /// A sheet that asks for texts.
        Form = "form",
        /// The theme picker.
        Picker = "picker",
        /// The palette of everything.
        Commands = "commands",
        /// The help page.
        Help = "help",
        /// The card before a call.
        Card = "card",
        /// The debrief of an interview.
        Sort = "sort",
        /// The guide of the study.
        Guide = "guide",
        /// A question.
        Ask = "ask",
    }
}

/// The three input contexts (`spec/stories.md` 5.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Every printable key is text.
    Text,
    /// Single letters act, also in Hangul mode.
    List,
    /// Digits, Enter and Esc only.
    Ask,
}

impl Place {
    /// The input context of the place.
    pub fn context(self) -> Context {
        match self {
            Place::Capture | Place::Search | Place::Form | Place::Picker | Place::Commands | Place::Sheets => {
                Context::Text
            }
            Place::Ask => Context::Ask,
            _ => Context::List,
        }
    }

    /// The shared places whose keys hold here too, nearest first.
    pub fn shares(self) -> &'static [Place] {
        match self {
            Place::Capture | Place::Search => &[Place::Anywhere],
            Place::Form | Place::Picker | Place::Commands => &[Place::Sheets],
            Place::Help => &[Place::Lists],
            Place::Ask | Place::Anywhere | Place::Lists | Place::Sheets => &[],
            _ => &[Place::Lists, Place::Anywhere],
        }
    }
}

/// One key with its modifiers; the case of a letter stands for Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false, alt: false }
}
const fn ch(c: char) -> Chord {
    key(KeyCode::Char(c))
}
const fn ctrl(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), ctrl: true, alt: false }
}
const fn alt(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), ctrl: false, alt: true }
}
const fn f(n: u8) -> Chord {
    key(KeyCode::F(n))
}

impl Chord {
    /// The chords that a key event means in a context: several where an input method has put two commands into
    /// one syllable, none for a key that was let go.
    pub fn of(event: KeyEvent, context: Context) -> Vec<Chord> {
        if event.kind == KeyEventKind::Release {
            return Vec::new();
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let KeyCode::Char(c) = event.code else {
            return vec![Chord { code: event.code, ctrl, alt }];
        };
        if ctrl {
            let latin = jamo::latin_key(c).unwrap_or(c).to_ascii_lowercase();
            return vec![Chord { code: KeyCode::Char(latin), ctrl, alt }];
        }
        let keys = if context == Context::List { jamo::latin_keys(c) } else { String::new() };
        if keys.is_empty() {
            return vec![Chord { code: event.code, ctrl, alt }];
        }
        keys.chars().map(|c| Chord { code: KeyCode::Char(c), ctrl, alt }).collect()
    }

    /// The character that the chord types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// As a footer prints it: `^F`, `Alt+1`, `F5`, `Enter`, `n`.
impl fmt::Display for Chord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("^")?;
        }
        if self.alt {
            out.write_str("Alt+")?;
        }
        match self.code {
            KeyCode::Char(' ') => out.write_str("Space"),
            KeyCode::Char(c) if self.ctrl => write!(out, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(out, "{c}"),
            KeyCode::F(n) => write!(out, "F{n}"),
            KeyCode::Esc => out.write_str("Esc"),
            KeyCode::PageUp => out.write_str("PgUp"),
            KeyCode::PageDown => out.write_str("PgDn"),
            KeyCode::BackTab => out.write_str("Shift+Tab"),
            other => write!(out, "{other:?}"),
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub place: Place,
    /// What it means.
    pub action: Action,
    /// The keys, the one to show first.
    pub keys: &'static [Chord],
    /// Its place in the footer, from 1; 0 keeps it out.
    pub rank: u8,
}

const fn bind(place: Place, action: Action, keys: &'static [Chord], rank: u8) -> Binding {
    Binding { place, action, keys, rank }
}

use Action as A;
use Place as P;

/// The table. Within a place a key stands once; a test holds that.
pub const BINDINGS: &[Binding] = &[
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
    bind(P::Home, A::Sort, &[ch('u')], 5),
    bind(P::Home, A::Drop, &[ch('x')], 8),
    bind(P::Home, A::Guide, &[ch('g')], 27),
    bind(P::Home, A::People, &[ch('p')], 20),
    bind(P::Home, A::Themes, &[ch('t')], 25),
    bind(P::Home, A::Brief, &[ch('b')], 30),
    bind(P::Home, A::Journey, &[ch('>')], 35),
    bind(P::Home, A::Studies, &[ch('s')], 40),
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
    bind(P::Capture, A::Path, &[f(6)], 6),
    bind(P::Capture, A::Recorder, &[f(7)], 0),
    bind(P::Capture, A::Feeling, &[f(8)], 8),
    bind(P::Capture, A::Star, &[f(9)], 9),
    bind(P::Capture, A::Mark, &[ctrl('k')], 10),
    bind(P::Capture, A::Correct, &[key(KeyCode::Up)], 0),
    bind(P::Capture, A::Down, &[key(KeyCode::Down)], 0),
    bind(P::Capture, A::PageUp, &[key(KeyCode::PageUp)], 0),
    bind(P::Capture, A::PageDown, &[key(KeyCode::PageDown)], 0),
    bind(P::Capture, A::Home, &[ctrl('o')], 7),
    bind(P::Capture, A::End, &[], 11),
    bind(P::Capture, A::Consent, &[], 0),
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
    bind(P::Reader, A::Sort, &[ch('s')], 38),
    bind(P::Reader, A::Capture, &[ch('c')], 40),
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
    bind(P::Card, A::Down, &[ch('j'), key(KeyCode::Down)], 5),
    bind(P::Card, A::Guide, &[ch('g')], 10),
    bind(P::Card, A::Consent, &[ch('c')], 20),
    bind(P::Card, A::Change, &[ch('e')], 30),
    bind(P::Card, A::Read, &[ch('r')], 40),
    bind(P::Sort, A::Trigger, &[ch('1')], 0),
    bind(P::Sort, A::Criteria, &[ch('2')], 0),
    bind(P::Sort, A::Benefit, &[ch('3')], 0),
    bind(P::Sort, A::Concern, &[ch('4')], 0),
    bind(P::Sort, A::PostPurchase, &[ch('5')], 0),
    bind(P::Sort, A::Path, &[ch('6')], 0),
    bind(P::Sort, A::Unsorted, &[ch('0')], 0),
    bind(P::Sort, A::ThemeA, &[ch('a')], 0),
    bind(P::Sort, A::ThemeB, &[ch('s')], 0),
    bind(P::Sort, A::ThemeC, &[ch('d')], 0),
    bind(P::Sort, A::ThemeNew, &[ch('f')], 0),
    bind(P::Sort, A::Mark, &[ch('t'), ch('#'), ctrl('k')], 20),
    bind(P::Sort, A::Star, &[ch('*'), f(9)], 30),
    bind(P::Sort, A::Feeling, &[f(8)], 31),
    bind(P::Sort, A::Undo, &[ctrl('z'), ch('u')], 70),
    bind(P::Sort, A::End, &[ch('e')], 45),
    bind(P::Guide, A::Asked, &[ch('a')], 2),
    bind(P::Guide, A::Covered, &[ch('c')], 3),
    bind(P::Guide, A::Skipped, &[ch('s')], 4),
    bind(P::Guide, A::Unasked, &[ch('0')], 5),
    bind(P::Guide, A::New, &[ch('n')], 10),
    bind(P::Guide, A::Change, &[ch('e')], 20),
    bind(P::Guide, A::Lower, &[ch('J')], 30),
    bind(P::Guide, A::Raise, &[ch('K')], 31),
    bind(P::Guide, A::Drop, &[ch('x')], 40),
    bind(P::Help, A::Down, &[ch('j'), key(KeyCode::Down)], 10),
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

/// The bindings that hold at a place: its own, then those that it shares. A key taken by the place itself does
/// not reach the shared ones.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    std::iter::once(place).chain(place.shares().iter().copied()).flat_map(own)
}

/// The bindings of one place alone.
pub fn own(place: Place) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.place == place)
}

/// What a key means at a place.
pub fn find(place: Place, chord: Chord) -> Option<Action> {
    bindings(place).find(|binding| binding.keys.contains(&chord)).map(|binding| binding.action)
}

/// The first key of an action at a place, as it is shown.
pub fn shown(place: Place, action: Action) -> Option<Chord> {
    bindings(place).find(|binding| binding.action == action).and_then(|binding| binding.keys.first().copied())
}

/// The words that stand for an action in a text field, typed after `/` at the start of an empty line.
pub const SLASHES: &[(&[&str], Action)] = &[
    (&["t", "계"], A::Trigger),
    (&["c", "판"], A::Criteria),
    (&["b", "기"], A::Benefit),
    (&["w", "우"], A::Concern),
    (&["p", "후"], A::PostPurchase),
    (&["path", "길"], A::Path),
    (&["-"], A::Unsorted),
    (&["rec", "녹음"], A::Recorder),
    (&["*"], A::Star),
    (&["find", "찾기"], A::Search),
    (&["undo", "되돌리기"], A::Undo),
    (&["?"], A::Commands),
    (&["help", "도움말"], A::Help),
    (&["end", "끝"], A::End),
    (&["home", "처음"], A::Home),
    (&["consent", "동의"], A::Consent),
];

/// The action of a slash word, without its slash.
pub fn slash(word: &str) -> Option<Action> {
    SLASHES
        .iter()
        .find(|(names, _)| names.iter().any(|name| name.eq_ignore_ascii_case(word)))
        .map(|(_, action)| *action)
}

/// The slash words of an action, as the help page shows them.
pub fn slashes(action: Action) -> String {
    let names = SLASHES.iter().filter(|(_, it)| *it == action).flat_map(|(names, _)| names.iter());
    names.map(|name| format!("/{name}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(c: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), modifiers)
    }

    #[test]
    fn a_key_means_one_thing_at_a_place() {
        for place in Place::ALL {
            let mut seen: Vec<Chord> = Vec::new();
            for chord in own(*place).flat_map(|binding| binding.keys) {
                assert!(!seen.contains(chord), "{chord} stands twice at {place}");
                seen.push(*chord);
            }
        }
    }

    #[test]
    fn a_text_field_has_no_single_letter_command() {
        for place in Place::ALL.iter().filter(|place| place.context() == Context::Text) {
            for chord in bindings(*place).flat_map(|binding| binding.keys) {
                assert_eq!(chord.typed(), None, "{chord} at {place}");
            }
        }
    }

    #[test]
    fn lists_act_in_hangul_mode_and_ctrl_does_everywhere() {
        let down = Chord::of(press('ㅓ', KeyModifiers::NONE), Context::List);
        assert_eq!(down.iter().map(|chord| find(Place::Home, *chord)).collect::<Vec<_>>(), [Some(Action::Down)]);
        let both = Chord::of(press('버', KeyModifiers::NONE), Context::List);
        assert_eq!(both, [ch('q'), ch('j')]);
        let quit = Chord::of(press('ㅊ', KeyModifiers::CONTROL), Context::Text);
        assert_eq!(find(Place::Capture, quit[0]), Some(Action::Quit));
        let text = Chord::of(press('ㅓ', KeyModifiers::NONE), Context::Text);
        assert_eq!(text[0].typed(), Some('ㅓ'));
    }

    #[test]
    fn keys_that_legacy_terminals_confuse_are_not_commands() {
        for chord in BINDINGS.iter().flat_map(|binding| binding.keys).filter(|chord| chord.ctrl) {
            assert!(!matches!(chord.code, KeyCode::Char('h' | 'i' | 'j' | 'm' | '[')), "{chord}");
        }
    }
}
