//! A pane is whatever can have the focus: a screen, or a sheet that lies over one. The panes stand on a stack; the
//! top one gets the keys. A sheet closes with an answer, which goes to the pane that opened it.

use super::action::Action;
use super::keymap::{Chord, Place};
use super::widget::canvas::Canvas;
use super::world::World;
use crate::domain::candidates::Proposal;
use crate::domain::journey::MappingStep;
use crate::domain::{Dimension, Id, Stance};
use crate::error::Result;
use crate::library::{Found, Next, Past, Turned};

/// One thing that can have the focus.
pub trait Pane {
    /// Where its keys stand in the keymap.
    fn place(&self) -> Place;

    /// Whether it lies over the pane below and leaves that in sight.
    fn is_sheet(&self) -> bool {
        false
    }

    /// Whether it stays open when another study is opened.
    fn is_of_the_library(&self) -> bool {
        false
    }

    /// The line that is being typed here, with what stands before it, so that a pane above can keep it in sight.
    fn unfinished(&self, _world: &World) -> Option<(String, String)> {
        None
    }

    /// Brings what it keeps of the study up to date. Called before it draws, after anything has happened.
    fn refresh(&mut self, _world: &World) {}

    /// Is told that time has gone by; also where a sheet or another screen lies over it.
    fn ticked(&mut self, _world: &mut World) {}

    /// Is called once, when it has been put on the stack.
    fn opened(&mut self, _world: &mut World) {}

    /// Does an action.
    fn act(&mut self, world: &mut World, action: Action);

    /// Takes a key that is no command here.
    fn typed(&mut self, _world: &mut World, _chord: Chord) {}

    /// Takes a pasted text.
    fn pasted(&mut self, _world: &mut World, _text: &str) {}

    /// Takes the answer to a search of that generation.
    fn found(&mut self, _world: &mut World, _generation: u64, _found: Result<Found>) {}

    /// Brings back what the field has just lost, before anything of the study is undone; says whether there was any.
    fn restores(&mut self, _world: &mut World) -> bool {
        false
    }

    /// Whether a step of this session may be undone from here without asking.
    fn undoes(&self, _world: &World, _next: &Next) -> bool {
        true
    }

    /// Takes the history of the study.
    fn recalled(&mut self, _world: &mut World, _past: Vec<Past>) {}

    /// Takes what a step did.
    fn explained(&mut self, _world: &mut World, _step: i64, _changes: Vec<Turned>) {}

    /// Takes candidate themes of that generation.
    fn proposed(&mut self, _world: &World, _generation: u64, _proposal: Proposal) {}

    /// Takes the answer of a sheet that it opened.
    fn answered(&mut self, _world: &mut World, _asking: Asking, _answer: Answer) {}

    /// Whether an action would do something now: what does not is not shown.
    fn offers(&self, _world: &World, _action: Action) -> bool {
        true
    }

    /// What an action is called here.
    fn label(&self, world: &World, action: Action) -> String {
        world.say(&format!("action-{}", action.name()))
    }

    /// Draws itself.
    fn draw(&self, world: &World, canvas: &mut Canvas);
}

/// What a sheet asks for, so that the pane that opened it knows what an answer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// The name of a new study.
    Study,
    /// A participant: a new one, or changes of this one.
    Person(Option<Id>),
    /// What is said of this persona.
    Persona(Id),
    /// How urgent this persona is in the current year.
    Rank(Id),
    /// What this participant agrees to.
    Consent(Id),
    /// What a path event says: a new one, or this one.
    Event(Option<Id>),
    /// The wording of this line.
    Wording(Id),
    /// A theme for this line, or for the line that is being typed.
    Theme(Option<Id>),
    /// The name of a new theme of this dimension.
    ThemeName(Dimension),
    /// Another name for this theme.
    Rename(Id),
    /// Whether to drop this theme.
    DropTheme(Id),
    /// Why this theme is dropped for the whole study.
    DropReason(Id),
    /// What this theme means.
    Memo(Id),
    /// The wider theme of this one.
    Parent(Id),
    /// Under which name these themes become one: the one that stays.
    Merge(Id),
    /// The name of what is split off from this theme.
    SplitName(Id),
    /// How the claim of this theme is headed.
    Headline(Id),
    /// Why the claim of this theme is left out.
    LeaveOut(Id),
    /// The card of this trigger.
    TriggerCard(Id),
    /// The numbers of the study.
    Settings,
    /// Why the finding at the cursor may leave the library.
    Allow,
    /// Whether to publish.
    Publish,
    /// Another name for the candidate at this place.
    CandidateName(usize),
    /// Why the candidate at this place is dropped.
    CandidateReason(usize),
    /// What to do with the pasted text.
    Paste,
    /// Whether the interview has ended.
    End,
    /// The one sentence that says why the buyer of this interview really bought.
    Reason(Id),
    /// Whether to discard the unfinished line of this interview.
    DropDraft(Id),
    /// A question of the guide: a new one, or changes of this one.
    Question(Option<Id>),
    /// Whether to drop this question.
    DropQuestion(Id),
    /// The file to write to.
    Export,
    /// What to do with what cannot be saved.
    Unsaved,
    /// The file to rescue it to.
    Rescue,
    /// Whether to leave now that it was written to a file.
    Rescued,
    /// Which action to do.
    Command,
    /// The name to keep a search under.
    SaveSearch,
    /// Whether to undo this step of this study.
    Undo(Id, i64),
    /// Nothing: what a step did was only shown.
    Explanation,
    /// What an entry of a journey says.
    Entry,
    /// What a line says, where a cell has no words for it yet.
    Cell,
    /// Why a proposal is refused.
    Refusal,
    /// A remark on an entry.
    Remark,
    /// What a journey says of itself.
    JourneySettings,
    /// What is said of the stage at this place.
    StageCard(usize),
    /// Why this step of mapping is left out.
    SkipStep(MappingStep),
    /// The name of the lane at the cursor.
    LaneName,
    /// The name of a new lane.
    OwnLane,
    /// Which journey of the persona.
    Journeys,
    /// With what to compare.
    Beside,
    /// To which competitor a new journey leads.
    Competitor,
    /// For which group a journey is forked.
    ForkGroup,
    /// What was found at a touchpoint that works, or does not.
    WalkNote(bool),
    /// Why a journey is published.
    PublishJourney,
}

/// What a sheet answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The texts of a form, by field.
    Texts(Vec<String>),
    /// The number of a choice, from 1.
    Choice(usize),
    /// The choices that are on, by their place.
    Switches(Vec<bool>),
    /// A theme and a stance.
    Theme(Id, Stance),
    /// An action of the palette.
    Action(Action),
}

/// A change of the stack of panes.
pub enum Move {
    /// Open one above.
    Open(Box<dyn Pane>),
    /// Close the top one.
    Close,
    /// Close the top one, a sheet, with its answer.
    Answer(Asking, Answer),
    /// Do an action as if its key had been pressed.
    Act(Action),
    /// Close everything above the first.
    Home,
}
