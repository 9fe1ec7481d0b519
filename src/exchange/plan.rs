//! From material and a target to one step: what is missing in the study, in dependency order, and a report of
//! everything that was taken, assumed and refused. Reading files lives in the parsers; saving in the library.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::notes::FlatNote;
use super::people::People;
use super::places::{Places, Saying, Wanted, twin};
use super::report::{Refusal, Report, Role, SpeakerRole};
use super::sentences::{LINE_CHARS, lines};
use super::speakers::cast;
use super::themes::{Tag, Themes};
use super::transcript::labels::is_code;
use super::transcript::{Transcript, tidy};
use super::{Content, Material};
use crate::domain::{
    Dimension, Edit, Id, Mark, Moment, Note, Participant, Record, Research, Source, Speaker, Step, Voice, rules,
};
use crate::error::{Error, Result};
use crate::mint::Mint;

/// Where an import goes and what the researcher says of it.
#[derive(Clone, Debug)]
pub struct Target<'a> {
    /// The study as it is now.
    pub research: &'a Research,
    /// The code of the participant where the file names none: a transcript's participant. Where this is missing
    /// too, a transcript belongs to whoever already has it, or to the code by which it calls its participant, or to
    /// the next free code.
    pub participant: Option<String>,
    /// The persona for participants to whom the file gives none.
    pub persona: Option<String>,
    /// The label of the interview where the file gives none; the default is its date.
    pub interview: Option<String>,
    /// The date of the interview where the file gives none; the default is today.
    pub date: Option<NaiveDate>,
    /// What kind of contact it was where the file does not say.
    pub source: Source,
    /// Who asks in a transcript: a speaker's label, its initials, or its position in the report.
    pub interviewer: Option<String>,
    /// Who is the participant in a transcript, in the same notation. Empty: whoever says most besides the interviewer.
    pub speakers: Vec<String>,
    /// The dimension of what participants said where the file gives none.
    pub dimension: Dimension,
    /// The dimension of a tag, by the tag in lower case: a line without a dimension takes that of its first such tag,
    /// and the tag becomes a theme there.
    pub tags: BTreeMap<String, Dimension>,
    /// Makes the ids.
    pub mint: &'a Mint,
    /// The moment of the import.
    pub now: Moment,
}

impl<'a> Target<'a> {
    /// A target that says nothing but the study.
    pub fn new(research: &'a Research, mint: &'a Mint, now: Moment) -> Target<'a> {
        Target {
            research,
            participant: None,
            persona: None,
            interview: None,
            date: None,
            source: Source::Interview,
            interviewer: None,
            speakers: Vec::new(),
            dimension: Dimension::Unsorted,
            tags: BTreeMap::new(),
            mint,
            now,
        }
    }
}

/// The one step that an import is, and what to tell of it. A step without edits means that nothing new was found.
///
/// A transcript's turns become lines in the words of who spoke them: one line per turn, a turn of more than
/// [`LINE_CHARS`] characters one line per so many whole sentences. A line that the same interview already has (the
/// same offset and the same words) is refused as `already-there`, so that a second import of a file does no harm.
///
/// # Errors
/// `study-missing` (the research is empty), `import-whole-study` (the material is a study of its own),
/// `participant-code`, `participant-withdrawn`, `speaker-unknown`.
pub fn plan(material: &Material, target: &Target<'_>) -> Result<(Step, Report)> {
    let study = target.research.study().ok_or_else(|| Error::not_found("study-missing"))?;
    let mut report = Report::new(material.format, material.encoding);
    report.refused.clone_from(&material.refused);
    report.remarks.clone_from(&material.remarks);
    report.columns_left.clone_from(&material.columns_left);
    if let Some(code) = &target.participant {
        let told = tidy(code);
        let refuse = |reason| Error::refused(reason).with("code", &told).with("participant", &told);
        People::of(target.research, study.id, target.mint).find(&told).map_err(refuse)?;
    }
    let transcript_rows;
    let rows = match &material.content {
        // Both name their studies themselves.
        Content::Study(_) | Content::Rescue(_) => return Err(Error::usage("import-whole-study")),
        Content::Notes(notes) => notes.as_slice(),
        Content::Transcript(transcript) => {
            transcript_rows = rows_of(transcript, target, &mut report)?;
            transcript_rows.as_slice()
        }
    };
    let mut planner = Planner::new(target, study.id, material, rows, &report.speakers);
    for row in rows {
        if let Err(refusal) = planner.take(row, &mut report) {
            report.refused.push(refusal);
        }
    }
    Ok(planner.finish(report))
}

/// The turns of a transcript as flat notes. The interviewer's lines carry neither dimension nor tags (a question is no
/// evidence); a line of somebody unknown is an observation, which is none either. Where the file names no speaker at
/// all, nobody can say which words are the participant's own: the lines are paraphrases, which are never quoted.
fn rows_of(transcript: &Transcript, target: &Target<'_>, report: &mut Report) -> Result<Vec<FlatNote>> {
    let cast = cast(&transcript.turns, target.interviewer.as_deref(), &target.speakers)?;
    let named = !cast.speakers.is_empty();
    if !named && !transcript.turns.is_empty() {
        report.remarks.push(Refusal::new(0, "no-speakers"));
    }
    (report.speakers, report.interviewer_guess) = (cast.speakers, cast.interviewer);
    let mut rows = Vec::new();
    for (turn, role) in transcript.turns.iter().zip(cast.roles) {
        let is_answer = role == Role::Participant;
        for text in lines(&turn.text, LINE_CHARS) {
            rows.push(FlatNote {
                line: turn.line,
                at: turn.at,
                speaker: Some(if role == Role::Interviewer { Speaker::Interviewer } else { Speaker::Participant }),
                dimension: (!is_answer).then_some(Dimension::Unsorted),
                voice: Some(match role {
                    Role::Other => Voice::Observation,
                    Role::Interviewer | Role::Participant if named => Voice::Verbatim,
                    Role::Interviewer | Role::Participant => Voice::Paraphrase,
                }),
                text: text.to_owned(),
                themes: if is_answer { turn.tags.clone() } else { Vec::new() },
                ..FlatNote::default()
            });
        }
    }
    Ok(rows)
}

struct Planner<'a> {
    target: &'a Target<'a>,
    study: Id,
    /// The only study whose rows are taken, where the file holds several.
    only: Option<String>,
    label: Option<String>,
    date: Option<NaiveDate>,
    persona: String,
    /// Whose the rows without a participant are.
    code: Option<String>,
    people: People<'a>,
    places: Places<'a>,
    themes: Themes<'a>,
    /// What the file says of each code, where rows name neither label nor date.
    sayings: BTreeMap<String, BTreeSet<Saying>>,
    notes: Vec<Note>,
    marks: Vec<Mark>,
}

impl<'a> Planner<'a> {
    fn new(
        target: &'a Target<'a>,
        study: Id,
        material: &Material,
        rows: &[FlatNote],
        speakers: &[SpeakerRole],
    ) -> Planner<'a> {
        let (research, mint) = (target.research, target.mint);
        let date = target.date.or(material.date);
        let label = target.interview.as_deref().map(tidy).filter(|label| !label.is_empty());
        let is_transcript = matches!(material.content, Content::Transcript(_));
        let code = target.participant.as_deref().map(tidy);
        let code = code.or_else(|| is_transcript.then(|| code_of_transcript(research, rows, speakers)));
        let mut planner = Planner {
            target,
            study,
            only: only_study(research, rows),
            label,
            date,
            persona: target.persona.as_deref().map(tidy).unwrap_or_default(),
            code,
            people: People::of(research, study, mint),
            places: Places::of(research, study, mint, target.now.date()),
            themes: Themes::of(research, study, mint, target.now),
            sayings: BTreeMap::new(),
            notes: Vec::new(),
            marks: Vec::new(),
        };
        for row in rows.iter().filter(|row| row.interview.is_empty() && row.date.is_none()) {
            if let Some(code) = planner.code_of(row) {
                planner.sayings.entry(code).or_default().insert((row.at, row.text.clone()));
            }
        }
        planner
    }

    fn code_of(&self, row: &FlatNote) -> Option<String> {
        if row.participant.is_empty() { self.code.clone() } else { Some(row.participant.clone()) }
    }

    /// Takes one row: its person, its interview, its line, its marks.
    fn take(&mut self, row: &FlatNote, report: &mut Report) -> Result<(), Refusal> {
        let refuse = |reason: &'static str| Refusal::new(row.line, reason);
        if !row.study.is_empty() && self.only.as_ref().is_some_and(|only| *only != row.study) {
            return Err(refuse("other-study"));
        }
        let mut note = self.note(row);
        rules::check(&Record::Note(note.clone())).map_err(|refusal| refuse(refusal.key))?;
        let code = self.code_of(row).ok_or_else(|| refuse("participant-missing"))?;
        let person = self.people.find(&code).map_err(refuse)?;
        let wanted = Wanted {
            participant: person.participant.id,
            label: Some(row.interview.clone()).filter(|label| !label.is_empty()).or_else(|| self.label.clone()),
            date: row.date.or(self.date),
        };
        let source = row.source.unwrap_or(self.target.source);
        let place = self.places.find(&wanted, source, self.sayings.get(&code)).map_err(refuse)?;
        if place.meets(&(row.at, row.text.clone())) {
            return Err(refuse("already-there"));
        }
        place.lines += 1;
        (note.interview, note.number) = (place.interview.id, person.next_number());
        let persona = if row.persona.is_empty() { &self.persona } else { &row.persona };
        let remarks = self.people.learn(&code, row, persona);
        report.remarks.extend(remarks.into_iter().map(refuse));
        self.mark(&note, row, report);
        self.notes.push(note);
        report.taken += 1;
        Ok(())
    }

    /// The line of a row; its interview and number are given when its place is known.
    fn note(&self, row: &FlatNote) -> Note {
        let speaker = row.speaker.unwrap_or(Speaker::Participant);
        let voice = row.voice.unwrap_or(Voice::Paraphrase);
        let by_tag = || row.themes.iter().find_map(|tag| self.dimension_of(&Tag::parse(tag)));
        let dimension = row.dimension.or_else(by_tag).unwrap_or_else(|| self.default_dimension(speaker));
        let ids = (self.target.mint.id(), self.study, self.study);
        Note {
            at: row.at,
            speaker,
            dimension,
            voice,
            feeling: row.feeling,
            star: row.star,
            stage: row.stage.clone(),
            ..Note::blank(ids, 1, row.text.clone(), self.target.now)
        }
    }

    fn default_dimension(&self, speaker: Speaker) -> Dimension {
        if speaker == Speaker::Participant { self.target.dimension } else { Dimension::Unsorted }
    }

    fn dimension_of(&self, tag: &Tag) -> Option<Dimension> {
        tag.dimension.or_else(|| self.target.tags.get(&tag.name.to_lowercase()).copied())
    }

    /// The marks of a line. A tag without a dimension is a theme of the line's own, as far as the file or the target
    /// gave the line one; otherwise the tag is counted in the report and not stored.
    fn mark(&mut self, note: &Note, row: &FlatNote, report: &mut Report) {
        let mut marked = BTreeSet::new();
        let own = row.dimension.unwrap_or_else(|| self.default_dimension(note.speaker));
        for tag in row.themes.iter().map(|tag| Tag::parse(tag)) {
            let dimension = self.dimension_of(&tag).unwrap_or(own);
            if dimension == Dimension::Unsorted {
                *report.tags_left.entry(tag.name).or_default() += 1;
                continue;
            }
            if tag.name.len() > rules::MAX_NAME_BYTES {
                report.remarks.push(Refusal::new(row.line, "theme-too-long"));
                continue;
            }
            let theme = self.themes.find(dimension, &tag.name);
            if marked.insert(theme) {
                let (id, study) = (self.target.mint.id(), self.study);
                self.marks.push(Mark::new((id, study), note.id, theme, tag.stance));
            }
        }
    }

    fn finish(self, mut report: Report) -> (Step, Report) {
        report.people = self.people.taken();
        report.interviews = self.places.taken(&self.people);
        report.personas = self.people.new_personas.iter().map(|it| it.name.clone()).collect();
        report.themes = self.themes.new.iter().map(|it| (it.dimension, it.name.clone())).collect();
        report.marks = u32::try_from(self.marks.len()).unwrap_or(u32::MAX);
        if self.places.assumed_date {
            report.remarks.push(Refusal::new(0, "date-assumed").with("date", self.target.now.date()));
        }
        report.refused.sort_by_key(|it| it.line);
        report.remarks.sort_by_key(|it| it.line);
        let mut step = Step::new(self.study, "import", about(&report));
        step.edits.extend(self.themes.new.into_iter().map(Edit::from));
        step.edits.extend(self.people.new_personas.iter().cloned().map(Edit::from));
        step.edits.extend(self.people.records().map(Edit::from));
        step.edits.extend(self.places.records().map(Edit::from));
        step.edits.extend(self.notes.into_iter().map(Edit::from));
        step.edits.extend(self.marks.into_iter().map(Edit::from));
        (step, report)
    }
}

/// Who the lines are of: the first code, and how many more.
fn about(report: &Report) -> String {
    match report.people.as_slice() {
        [] => String::new(),
        [only] => only.code.clone(),
        [first, others @ ..] => format!("{} +{}", first.code, others.len()),
    }
}

/// In a file of several studies only the rows of the target's name are taken: the same code is somebody else there.
fn only_study(research: &Research, rows: &[FlatNote]) -> Option<String> {
    let names: BTreeSet<&str> = rows.iter().map(|row| row.study.as_str()).filter(|name| !name.is_empty()).collect();
    if names.len() > 1 { research.study().map(|study| study.name.clone()) } else { None }
}

/// The code of whoever already has an interview with these words; or the code by which the transcript itself calls
/// its participant; or the next free one.
fn code_of_transcript(research: &Research, rows: &[FlatNote], speakers: &[SpeakerRole]) -> String {
    let sayings: BTreeSet<Saying> = rows.iter().map(|row| (row.at, row.text.clone())).collect();
    let found = twin(research, research.interviews().values(), &sayings);
    let participant: Option<&Participant> = found.and_then(|interview| research.participant_of(interview));
    let mut answering = speakers.iter().filter(|it| it.role == Role::Participant);
    let label = answering.next().filter(|_| answering.next().is_none()).map(|it| it.label.trim().to_uppercase());
    let by_label = || label.filter(|label| is_code(label));
    participant.map(|it| it.code.clone()).or_else(by_label).unwrap_or_else(|| research.next_code())
}
