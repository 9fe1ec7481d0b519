//! What a key can mean. An action is a name and nothing else: its keys stand in `keymap`, its wording in the
//! words (`action-<name>`, and `action-<name>.about` for the help page), its effect in the pane that has the focus.

use crate::domain::named::named;
use crate::domain::{Stage, Subject};

named! {
    /// Everything that a key, a slash word or the palette can ask for.
    Action ("action") {
        /// Leave whybuy.
        Quit = "quit",
        /// The keys of this screen.
        Help = "help",
        /// The list of everything that can be done here.
        Commands = "commands",
        /// Take the last step back.
        Undo = "undo",
        /// Do the last undone step again.
        Redo = "redo",
        /// What was done to the study.
        History = "history",
        /// Search everything.
        Search = "search",
        /// One level back.
        Back = "back",
        /// One row up.
        Up = "up",
        /// One row down.
        Down = "down",
        /// One page up.
        PageUp = "page-up",
        /// One page down.
        PageDown = "page-down",
        /// The home screen.
        Home = "home",
        /// The first row.
        Top = "top",
        /// The last row.
        Bottom = "bottom",
        /// Open what the cursor stands on.
        Open = "open",
        /// Make a new one.
        New = "new",
        /// Change what the cursor stands on.
        Change = "change",
        /// Drop what the cursor stands on.
        Drop = "drop",
        /// The people of the study.
        People = "people",
        /// The personas of the study.
        Personas = "personas",
        /// How urgent it is.
        Rank = "rank",
        /// The themes of the study.
        Themes = "themes",
        /// The brief of a persona.
        Brief = "brief",
        /// The journey of a persona.
        Journey = "journey",
        /// The studies of the library.
        Studies = "studies",
        /// Start or go on with the capture of an interview.
        Capture = "capture",
        /// Read an interview.
        Read = "read",
        /// Note what a participant agreed to.
        Consent = "consent",
        /// The guide of the study.
        Guide = "guide",
        /// The debrief of an interview.
        Sort = "sort",
        /// Write it to a file.
        Export = "export",
        /// Log the line.
        Log = "log",
        /// The dimension trigger.
        Trigger = "trigger",
        /// The dimension criteria.
        Criteria = "criteria",
        /// The dimension benefit.
        Benefit = "benefit",
        /// The dimension concern.
        Concern = "concern",
        /// The dimension post-purchase.
        PostPurchase = "post-purchase",
        /// The path.
        Path = "path",
        /// No dimension.
        Unsorted = "unsorted",
        /// The recorder was started now.
        Recorder = "recorder",
        /// How the buyer felt.
        Feeling = "feeling",
        /// Worth returning to.
        Star = "star",
        /// Mark a theme.
        Mark = "mark",
        /// Put a line into a cell of the journey.
        Cell = "cell",
        /// Correct an earlier line.
        Correct = "correct",
        /// The next question of the guide was asked.
        Asked = "asked",
        /// The next question of the guide is passed over.
        Skip = "skip",
        /// Probes on or off.
        Probe = "probe",
        /// Several people speak, or one again.
        Group = "group",
        /// In whose words the pasted lines are.
        Voice = "voice",
        /// What was pasted goes into one line.
        OneLine = "one-line",
        /// End the interview.
        End = "end",
        /// The next field, or what is offered.
        Next = "next",
        /// The field before.
        Previous = "previous",
        /// Supports or contradicts.
        Stance = "stance",
        /// The path of an interview, event by event.
        Timeline = "timeline",
        /// One place towards the start.
        MoveUp = "move-up",
        /// One place towards the end.
        MoveDown = "move-down",
        /// The next kind of event.
        Act = "act",
        /// The first stage of the template.
        StageProblem = "stage-problem",
        /// The second.
        StageAwareness = "stage-awareness",
        /// The third.
        StageConsideration = "stage-consideration",
        /// The fourth.
        StageDecision = "stage-decision",
        /// The fifth.
        StagePurchase = "stage-purchase",
        /// The sixth.
        StageUse = "stage-use",
        /// The first theme that is suggested.
        ThemeA = "theme-a",
        /// The second theme that is suggested.
        ThemeB = "theme-b",
        /// The third theme that is suggested.
        ThemeC = "theme-c",
        /// A theme that is not there yet.
        ThemeNew = "theme-new",
        /// What was taken for granted, and what became of it.
        Predictable = "predictable",
        /// What was beyond expectation, and what became of it.
        Beyond = "beyond",
        /// The question was answered without being asked.
        Covered = "covered",
        /// Nothing became of the question.
        Unasked = "unasked",
        /// One place up.
        Raise = "raise",
        /// One place down.
        Lower = "lower",
        /// Between the facets of a search and its list.
        Narrow = "narrow",
        /// Without synonyms, or with them again.
        Literal = "literal",
        /// Put the line aside, or take it out again.
        Gather = "gather",
        /// The lines that were put aside.
        Tray = "tray",
        /// Copy a citation.
        Cite = "cite",
        /// People and themes.
        Matrix = "matrix",
        /// Keep the search under a name.
        SaveSearch = "save-search",
        /// Look for those who say the opposite.
        Contrast = "contrast",
        /// The next line that was found.
        NextHit = "next-hit",
        /// The line that was found before.
        PreviousHit = "previous-hit",
        /// More of something: print the line, propose more themes.
        More = "more",
        /// Less of something.
        Fewer = "fewer",
        /// The card of a trigger.
        TriggerCard = "trigger-card",
        /// The curve of new themes and the stop rule.
        Saturation = "saturation",
        /// The numbers of the study.
        Settings = "settings",
        /// Whom to recruit next.
        Recruit = "recruit",
        /// Check quotations, numbers, references and leaks.
        Verify = "verify",
        /// Freeze it as a numbered edition.
        Publish = "publish",
        /// What sets the persona apart from the others.
        Apart = "apart",
        /// What has changed since the last edition.
        Compare = "compare",
        /// Choose several.
        Select = "select",
        /// Make one of several.
        Merge = "merge",
        /// Take a part out of it.
        Split = "split",
        /// Put it under a wider one.
        Nest = "nest",
        /// What it means.
        Memo = "memo",
        /// Type to find in the list.
        Filter = "filter",
        /// Themes that the program proposes.
        Candidates = "candidates",
        /// The themes side by side with their lines.
        Affinity = "affinity",
        /// Take what is proposed.
        Accept = "accept",
        /// It speaks against it.
        Against = "against",
        /// It does not speak against it.
        NotAgainst = "not-against",
        /// Do not take what is proposed.
        Refuse = "refuse",
        /// Take everything that is proposed and well borne out.
        AcceptStrong = "accept-strong",
        /// To what waits next.
        NextWaiting = "next-waiting",
        /// Remark on it.
        Comment = "comment",
        /// Settle what was remarked.
        Settle = "settle",
        /// Flag it as a moment of truth.
        Moment = "moment",
        /// The ways to look at a journey.
        Views = "views",
        /// One kind of entry alone.
        Layers = "layers",
        /// What is said of a stage.
        StageCard = "stage-card",
        /// The lanes of a journey.
        Lanes = "lanes",
        /// The journeys of a persona.
        Journeys = "journeys",
        /// The same journey for a group of the people.
        Fork = "fork",
        /// Walk the journey.
        Walk = "walk",
        /// It works.
        Pass = "pass",
        /// It does not work.
        Fail = "fail",
        /// What failed was put right.
        PutRight = "put-right",
        /// Stages by lanes.
        ViewGrid = "view-grid",
        /// One stage whole.
        ViewStage = "view-stage",
        /// How the stages feel.
        ViewCurve = "view-curve",
        /// How many reached each stage.
        ViewFunnel = "view-funnel",
        /// From which stage to which.
        ViewMoves = "view-moves",
        /// How long each stage took.
        ViewTimes = "view-times",
        /// How buyers went, as a flowchart.
        ViewFlow = "view-flow",
        /// Lines by month.
        ViewMonths = "view-months",
        /// What a journey lacks.
        ViewGaps = "view-gaps",
        /// Beside another map.
        ViewBeside = "view-beside",
        /// How far one is.
        ViewSteps = "view-steps",
    }
}

impl Action {
    /// The dimension or path that the action names.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Action::Trigger => Some(Subject::Trigger),
            Action::Criteria => Some(Subject::Criteria),
            Action::Benefit => Some(Subject::Benefit),
            Action::Concern => Some(Subject::Concern),
            Action::PostPurchase => Some(Subject::PostPurchase),
            Action::Path => Some(Subject::Path),
            _ => None,
        }
    }

    /// The stage of the default template that the action names.
    pub fn stage(self) -> Option<Stage> {
        let stages = Stage::defaults();
        stages.into_iter().find(|stage| self.name().strip_prefix("stage-") == Some(stage.key()))
    }

    /// Whether it only moves the cursor.
    pub fn is_motion(self) -> bool {
        use Action as A;
        matches!(self, A::Up | A::Down | A::PageUp | A::PageDown | A::Top | A::Bottom | A::Next | A::Previous)
    }
}
