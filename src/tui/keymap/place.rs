//! Where a key can be pressed and which of the three input contexts rules there. The rules of a context are not
//! here but in `chord` (what a key means in it) and `remap` (which keys it takes).

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
        /// The path of an interview.
        Timeline = "timeline",
        /// What was pasted.
        Paste = "paste",
        /// The search: its box.
        Search = "search",
        /// The search: the facets.
        Facets = "facets",
        /// The search: the lines found.
        Hits = "hits",
        /// The lines that were put aside.
        Tray = "tray",
        /// People and themes.
        Matrix = "matrix",
        /// The themes.
        Themes = "themes",
        /// The lines behind a theme, a claim or a cell.
        Evidence = "evidence",
        /// The choice of a persona.
        Personas = "personas",
        /// A brief.
        Brief = "brief",
        /// The gate before a brief.
        Gate = "gate",
        /// Whom to recruit next.
        Recruit = "recruit",
        /// The curve of new themes.
        Saturation = "saturation",
        /// Themes that the program proposes.
        Candidates = "candidates",
        /// Themes side by side.
        Affinity = "affinity",
        /// What sets a persona apart.
        Apart = "apart",
        /// The check of a draft.
        Verify = "verify",
        /// What has changed since the last edition.
        Compare = "compare",
        /// A journey.
        Journey = "journey",
        /// The lanes of a journey.
        Lanes = "lanes",
        /// The remarks on an entry.
        Remarks = "remarks",
        /// A walk through a journey.
        Walk = "walk",
        /// What was done to the study.
        History = "history",
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
            // At the facets a letter goes on with the query: only Space, which chooses, is no text there.
            Place::Capture | Place::Search | Place::Facets => Context::Text,
            Place::Form | Place::Picker | Place::Commands | Place::Sheets => Context::Text,
            Place::Ask => Context::Ask,
            _ => Context::List,
        }
    }

    /// The shared places whose keys hold here too, nearest first.
    pub fn shares(self) -> &'static [Place] {
        match self {
            Place::Capture | Place::Search | Place::Facets => &[Place::Anywhere],
            Place::Form | Place::Picker | Place::Commands => &[Place::Sheets],
            Place::Help => &[Place::Lists],
            Place::Ask | Place::Anywhere | Place::Lists | Place::Sheets => &[],
            _ => &[Place::Lists, Place::Anywhere],
        }
    }

    /// The place one key away whose keys are told here too: what the list of a search can do, while one types.
    pub fn leads_to(self) -> Option<Place> {
        matches!(self, Place::Search | Place::Facets).then_some(Place::Hits)
    }

    /// Whether it is a part of the search screen.
    pub fn is_the_search(self) -> bool {
        matches!(self, Place::Search | Place::Facets | Place::Hits)
    }

    /// Whether the search is this screen or right below it.
    pub fn is_near_the_search(self) -> bool {
        self.is_the_search() || matches!(self, Place::Tray | Place::Matrix)
    }
}
