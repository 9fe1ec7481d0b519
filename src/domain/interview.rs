//! An interview and its lines: one contact with one participant, and what was captured of it.
//! How it is saved, found or drawn is not known here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dimension::{Dimension, Stage};
use super::id::Id;
use super::moment::{Moment, Offset};
use super::named::named;

named! {
    /// What kind of contact it was.
    Source ("source") {
        /// A conversation.
        Interview = "interview",
        /// A questionnaire.
        Survey = "survey",
        /// A chat.
        Chat = "chat",
        /// A phone call.
        Call = "call",
        /// A published review.
        Review = "review",
        /// Watching without asking.
        Observation = "observation",
        /// A group session.
        Workshop = "workshop",
    }
}

named! {
    /// How far an interview is.
    Status ("status") {
        /// It has a date and has not begun.
        Planned = "planned",
        /// It has begun and has not ended.
        Running = "running",
        /// It has ended.
        Done = "done",
    }
}

/// One contact with one participant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// With whom.
    pub participant: Id,
    /// Free text that groups lines, by default the date.
    pub label: String,
    /// The local date on which it is planned or was held.
    pub date: NaiveDate,
    /// What kind of contact.
    pub source: Source,
    /// How far it is.
    pub status: Status,
    /// The planned hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Moment>,
    /// When it began: offset 00:00:00 unless a recorder was started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Moment>,
    /// When the recorder was started: then this is offset 00:00:00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<Moment>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
    /// When its debrief was finished: its lines are sorted and what was not asked is noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sorted: Option<Moment>,
}

/// The longest sitting, in seconds: twelve hours.
pub const SITTING_SECONDS: i64 = 12 * 3600;

impl Interview {
    /// A conversation with a participant that is planned for a day; its label is the date.
    pub fn planned_on(date: NaiveDate, (id, study, participant): (Id, Id, Id)) -> Interview {
        Interview {
            id,
            study,
            participant,
            label: date.to_string(),
            date,
            source: Source::Interview,
            status: Status::Planned,
            planned: None,
            started: None,
            recorder: None,
            ended: None,
            sorted: None,
        }
    }

    /// The moment of offset 00:00:00, once it has begun.
    pub fn zero(&self) -> Option<Moment> {
        self.recorder.or(self.started)
    }

    /// How far into the interview `now` is; none before it began, and none after [`SITTING_SECONDS`]: what is added
    /// another day lies nowhere in the recording.
    pub fn offset_at(&self, now: Moment) -> Option<Offset> {
        let since = now.seconds_since(self.zero()?);
        (since <= SITTING_SECONDS).then(|| Offset::from_seconds(since))
    }
}

named! {
    /// In whose words a line is.
    Voice ("voice") {
        /// The participant's own words: only these may stand in quotation marks.
        Verbatim = "verbatim",
        /// The gist, in the researcher's words; the default.
        Paraphrase = "paraphrase",
        /// What the researcher saw or thought.
        Observation = "observation",
        /// A follow-up that is still owed.
        Owed = "owed",
    }
}

impl Voice {
    /// Whether a line in this voice is evidence of what the participant said.
    pub fn is_evidence(self) -> bool {
        matches!(self, Voice::Verbatim | Voice::Paraphrase)
    }
}

named! {
    /// Who spoke.
    Speaker ("speaker") {
        /// The participant; the default.
        Participant = "participant",
        /// The one who asks.
        Interviewer = "interviewer",
    }
}

named! {
    /// Whether a customer takes something for granted or would not have thought of it.
    Expectation ("expectation") {
        /// Taken for granted: it arrives, it works.
        Predictable = "predictable",
        /// Beyond what was expected.
        Beyond = "beyond",
    }
}

named! {
    /// What became of an expectation.
    Met ("met") {
        /// It was fulfilled.
        Met = "met",
        /// It was not.
        Unmet = "unmet",
        /// More came than was expected.
        Exceeded = "exceeded",
    }
}

/// An earlier wording of a line, kept for ever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The wording.
    pub text: String,
    /// The voice it had.
    pub voice: Voice,
    /// When it was replaced.
    pub replaced: Moment,
}

/// One captured line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The interview.
    pub interview: Id,
    /// The number in the code `P07-L041`; unique among the lines of a participant, from 1.
    pub number: u32,
    /// How far into the interview, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Offset>,
    /// When it was written down.
    pub logged: Moment,
    /// Who spoke.
    #[serde(default = "participant", skip_serializing_if = "is_participant")]
    pub speaker: Speaker,
    /// Why they buy.
    pub dimension: Dimension,
    /// In whose words.
    pub voice: Voice,
    /// The wording of the newest revision: one line, NFC, no control characters.
    pub text: String,
    /// How the buyer felt, -2 to +2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeling: Option<i8>,
    /// Marked as worth returning to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
    /// The stage that the line speaks of, where the researcher said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The initials of who spoke in a group session, at most [`MAX_INITIALS`] characters; empty where one person speaks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initials: String,
    /// The line whose probe this one answers. It is a hint and no dependency: that line may be gone by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Id>,
    /// Whether it speaks of something taken for granted or of something beyond.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expectation: Option<Expectation>,
    /// What became of that expectation; only where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<Met>,
    /// Earlier wordings, oldest first: the newest revision has number `earlier.len() + 1`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Revision>,
}

/// The most characters that initials have.
pub const MAX_INITIALS: usize = 4;

named! {
    /// Why nothing could be captured for a while.
    GapCause ("gap cause") {
        /// whybuy was not running: it was killed, or the power was gone.
        Stopped = "stopped",
        /// The machine slept: its lid was closed.
        Asleep = "asleep",
    }
}

/// A time in which an interview went on and nothing could be captured. Without it a silence would look like one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The interview.
    pub interview: Id,
    /// The last moment of which it is known that whybuy was there.
    pub from: Moment,
    /// The first moment at which it was there again.
    pub until: Moment,
    /// Why.
    pub cause: GapCause,
}

impl Gap {
    /// How long it lasted, in seconds; never negative.
    pub fn seconds(&self) -> i64 {
        self.until.seconds_since(self.from).max(0)
    }
}

fn participant() -> Speaker {
    Speaker::Participant
}

fn is_participant(speaker: &Speaker) -> bool {
    *speaker == Speaker::Participant
}

impl Note {
    /// An unsorted paraphrase of the participant, logged now, of which nothing else is known. The ids are the line's own,
    /// its study's and its interview's.
    pub fn blank((id, study, interview): (Id, Id, Id), number: u32, text: String, now: Moment) -> Note {
        Note {
            id,
            study,
            interview,
            number,
            at: None,
            logged: now,
            speaker: Speaker::Participant,
            dimension: Dimension::Unsorted,
            voice: Voice::Paraphrase,
            text,
            feeling: None,
            star: false,
            stage: None,
            initials: String::new(),
            answers: None,
            expectation: None,
            met: None,
            earlier: Vec::new(),
        }
    }

    /// The number of the newest revision, from 1.
    pub fn revision(&self) -> u32 {
        u32::try_from(self.earlier.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The wording and voice of revision `number`, if there is one.
    pub fn wording(&self, number: u32) -> Option<(&str, Voice)> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        if index == self.earlier.len() {
            return Some((&self.text, self.voice));
        }
        self.earlier.get(index).map(|revision| (revision.text.as_str(), revision.voice))
    }

    /// The same line with a new wording; the old one becomes an earlier revision. An equal wording changes nothing.
    #[must_use]
    pub fn revised(&self, text: &str, voice: Voice, now: Moment) -> Note {
        let mut note = self.clone();
        if text != self.text || voice != self.voice {
            note.earlier.push(Revision { text: self.text.clone(), voice: self.voice, replaced: now });
            note.text = text.to_owned();
            note.voice = voice;
        }
        note
    }

    /// Whether the line is evidence of what the participant said.
    pub fn is_evidence(&self) -> bool {
        self.speaker == Speaker::Participant && self.voice.is_evidence()
    }
}
