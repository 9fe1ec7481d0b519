//! A Korean-English library of any size from a seed, for the benches and the tests: interviews of 30 to 60 lines of
//! about 26 words, half of them Korean, with twelve personas, themes, marks, paths and a guide. The same seed and
//! size give the same records to the byte. The sentences are put together here from our own words.

mod dice;
mod english;
mod korean;

use whybuy::domain::{
    Act, Asked, AskedState, Consent, Deal, Dimension, Id, Interview, Mark, Moment, Note, Offset, Outcome, Participant,
    PathEvent, Persona, Question, Recruited, Research, Source, Speaker, Stage, Stance, Status, Study, Subject, Theme,
    Voice,
};
use whybuy::mint::Mint;

pub use dice::Dice;

/// The themes of a corpus study, by dimension; the words of their lines lean towards them.
const THEMES: [(Dimension, &str); 15] = [
    (Dimension::Trigger, "장비 고장"),
    (Dimension::Trigger, "new project"),
    (Dimension::Trigger, "감사 지적"),
    (Dimension::Criteria, "총비용"),
    (Dimension::Criteria, "delivery time"),
    (Dimension::Criteria, "보증 조건"),
    (Dimension::Benefit, "학습 시간 단축"),
    (Dimension::Benefit, "less waiting"),
    (Dimension::Benefit, "보안"),
    (Dimension::Concern, "결재 반려"),
    (Dimension::Concern, "vendor lock-in"),
    (Dimension::Concern, "소음과 발열"),
    (Dimension::PostPurchase, "추가 구매"),
    (Dimension::PostPurchase, "support calls"),
    (Dimension::PostPurchase, "사내 추천"),
];

/// One study of a corpus, being put together.
struct Writer {
    mint: Mint,
    dice: Dice,
    records: Vec<whybuy::domain::Record>,
    study: Id,
    themes: Vec<(Id, Dimension)>,
    questions: Vec<Id>,
    personas: Vec<Id>,
    deals: Vec<Id>,
}

/// The study `number` of the corpus of `seed`, with exactly `notes` lines.
pub fn study(seed: u64, number: u64, notes: usize) -> Research {
    study_at("2025-01-06T09:00:00+09:00", seed, number, notes)
}

/// The same of another time.
pub fn study_at(start: &str, seed: u64, number: u64, notes: usize) -> Research {
    let start: Moment = start.parse().expect("a moment");
    let mint = Mint::fixed(start, (seed << 40) | (number << 28) | 1, 1000);
    let dice = Dice::new(seed.wrapping_mul(1_000_003).wrapping_add(number));
    let mut writer = Writer {
        study: mint.id(),
        mint,
        dice,
        records: Vec::new(),
        themes: Vec::new(),
        questions: Vec::new(),
        personas: Vec::new(),
        deals: Vec::new(),
    };
    writer.frame(number);
    let mut left = notes;
    let mut code = 0;
    while left > 0 {
        code += 1;
        let lines = writer.dice.between(30, 60).min(left);
        writer.interview(code, lines);
        left -= lines;
    }
    Research::of(writer.records).expect("a corpus is well formed")
}

/// A library: as many studies of at most `per_study` lines as `notes` lines need.
pub fn library(seed: u64, notes: usize, per_study: usize) -> impl Iterator<Item = Research> {
    let studies = notes.div_ceil(per_study);
    (0..studies).map(move |number| {
        let lines = per_study.min(notes - number * per_study);
        study(seed, number as u64, lines)
    })
}

/// What a researcher types in an interview: one line without a line break, in Korean or in English.
pub fn line(dice: &mut Dice) -> String {
    if dice.chance(50) { korean::note(dice) } else { english::note(dice) }
}

impl Writer {
    fn put(&mut self, record: impl Into<whybuy::domain::Record>) {
        self.records.push(record.into());
    }

    /// The study, its themes, guide, personas and deals.
    fn frame(&mut self, number: u64) {
        let (study, created) = (self.study, self.mint.now());
        let (goal, works_if) = ("왜 사고 왜 미루는지 안다".to_owned(), "each claim has five people".to_owned());
        self.put(Study { goal, works_if, ..Study::blank(study, format!("Corpus {number:03}"), created) });
        for (dimension, name) in THEMES {
            let theme = Theme::blank((self.mint.id(), study), dimension, name, created);
            self.themes.push((theme.id, dimension));
            self.put(theme);
        }
        let subjects = [Subject::Trigger, Subject::Criteria, Subject::Benefit, Subject::Concern, Subject::PostPurchase];
        for (place, subject) in subjects.into_iter().chain([Subject::Path]).enumerate() {
            let theme = self.themes.get(place * 3).map(|(id, _)| *id);
            let (id, position) = (self.mint.id(), u32::try_from(place).expect("a few questions"));
            let text = format!("{} ({subject})", korean::QUESTIONS[place]);
            self.questions.push(id);
            self.put(Question { id, study, position, subject, text, probes: Vec::new(), theme, passage: None });
        }
        for name in korean::PERSONAS {
            let (id, about) = (self.mint.id(), korean::note(&mut self.dice));
            self.personas.push(id);
            self.put(Persona { about, ..Persona::blank((id, study), name.into()) });
        }
        for deal in 1..=20 {
            let (id, outcome) = (self.mint.id(), Some(self.outcome()));
            self.deals.push(id);
            self.put(Deal { id, study, name: format!("D{deal}"), outcome, competitor: String::new() });
        }
    }

    fn outcome(&mut self) -> Outcome {
        *self.dice.pick(&[Outcome::Won, Outcome::Lost, Outcome::NoDecision, Outcome::DecidedNotBought])
    }

    /// A participant with one interview of `lines` lines.
    fn interview(&mut self, code: u32, lines: usize) {
        let participant = self.participant(code);
        let (study, started) = (self.study, self.mint.now());
        let interview = Interview {
            id: self.mint.id(),
            study,
            participant,
            label: format!("{}", started.date()),
            date: started.date(),
            source: *self.dice.pick(&[Source::Interview, Source::Call, Source::Chat]),
            status: Status::Done,
            planned: None,
            started: Some(started),
            recorder: None,
            ended: Some(self.mint.now()),
            sorted: None,
        };
        let id = interview.id;
        self.put(interview);
        let mut offset = 0;
        for number in 1..=lines {
            offset += i64::try_from(self.dice.between(8, 90)).expect("a small number");
            self.note(id, u32::try_from(number).expect("a small number"), Offset::from_seconds(offset));
        }
        self.path(id);
        for question in self.questions.clone() {
            let state = *self.dice.pick(&[AskedState::Asked, AskedState::Covered, AskedState::Skipped]);
            let (record, at) = (self.mint.id(), self.mint.now());
            self.put(Asked { id: record, study, interview: id, question, state, at });
        }
    }

    fn participant(&mut self, code: u32) -> Id {
        let (id, study, given) = (self.mint.id(), self.study, Some(self.mint.now()));
        let consent =
            Consent { participate: true, record: true, quote: self.dice.chance(80), given, ..Consent::default() };
        let persona = *self.dice.pick(&self.personas.clone());
        let deal = *self.dice.pick(&self.deals.clone());
        let participant = Participant {
            id,
            study,
            code: format!("P{code:02}"),
            persona: Some(persona),
            deal: Some(deal),
            role: (*self.dice.pick(&korean::ROLES)).to_owned(),
            recruited: Some(*self.dice.pick(&[Recruited::Loyal, Recruited::Ideal, Recruited::Lost])),
            outcome: None,
            attributes: Default::default(),
            consent,
        };
        self.put(participant);
        id
    }

    fn note(&mut self, interview: Id, number: u32, at: Offset) {
        let (id, study, logged) = (self.mint.id(), self.study, self.mint.now());
        let mut dimensions = Dimension::FIVE.to_vec();
        dimensions.push(Dimension::Unsorted);
        let dimension = *self.dice.pick(&dimensions);
        let voices = [Voice::Paraphrase, Voice::Paraphrase, Voice::Verbatim, Voice::Observation, Voice::Owed];
        let speaker = if self.dice.chance(90) { Speaker::Participant } else { Speaker::Interviewer };
        let voice = *self.dice.pick(&voices);
        let text = line(&mut self.dice);
        let note = Note {
            at: Some(at),
            speaker,
            dimension,
            voice,
            feeling: self.dice.chance(20).then(|| *self.dice.pick(&[-2, -1, 0, 1, 2])),
            star: self.dice.chance(5),
            stage: self.dice.chance(30).then(|| Stage::default_at(self.dice.below(6))),
            ..Note::blank((id, study, interview), number, text, logged)
        };
        self.put(note);
        if self.dice.chance(12) {
            self.mark(id, dimension);
        }
    }

    fn mark(&mut self, note: Id, dimension: Dimension) {
        let themes: Vec<Id> = self.themes.iter().filter(|(_, it)| *it == dimension).map(|(id, _)| *id).collect();
        if !themes.is_empty() {
            let (id, study, theme) = (self.mint.id(), self.study, *self.dice.pick(&themes));
            let stance = if self.dice.chance(85) { Stance::Supports } else { Stance::Contradicts };
            self.put(Mark::new((id, study), note, theme, stance));
        }
    }

    /// What the buyer did: three to six events that mostly move on, and sometimes go back.
    fn path(&mut self, interview: Id) {
        let mut stage = 0;
        for number in 1..=u32::try_from(self.dice.between(3, 6)).expect("a small number") {
            let event = PathEvent {
                id: self.mint.id(),
                study: self.study,
                interview,
                number,
                position: number,
                stage: Some(Stage::default_at(stage)),
                act: *self.dice.pick(&[Act::Decision, Act::Interaction, Act::Action]),
                rep: false,
                text: korean::note(&mut self.dice),
                when: String::new(),
                from: None,
                until: None,
                touchpoint: (*self.dice.pick(&korean::TOUCHPOINTS)).to_owned(),
                who: String::new(),
                at: None,
                logged: self.mint.now(),
            };
            self.put(event);
            stage = if self.dice.chance(20) { stage.saturating_sub(1) } else { (stage + 1).min(5) };
        }
    }
}
