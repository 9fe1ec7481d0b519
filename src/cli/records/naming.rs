//! How a record is called on the command line, and which record a name means: a study, persona, deal or theme
//! by its name, a participant by its code, an interview by `P07` or `P07/label`, a question by its place (`Q3`).

use crate::domain::journey;
use crate::domain::{
    Alternative, Citation, Id, Interview, Key, Kind, Note, Participant, Persona, Question, Record, Research, Synonym,
    Theme, text,
};
use crate::error::{Error, Result};

/// The name of a record that may not be in the research yet.
pub fn name_with(research: &Research, record: &Record) -> String {
    match record {
        Record::Study(it) => it.name.clone(),
        Record::Persona(it) => it.name.clone(),
        Record::Deal(it) => it.name.clone(),
        Record::Theme(it) => it.name.clone(),
        Record::Participant(it) => it.code.clone(),
        Record::Interview(it) => {
            let code = research.participants().get(&it.participant).map_or("?", |it| it.code.as_str());
            format!("{code}/{}", it.label)
        }
        Record::Question(it) => match research.guide().iter().position(|other| other.id == it.id) {
            Some(place) => format!("Q{}", place + 1),
            None => format!("Q{}", research.questions().len() + 1),
        },
        Record::Note(it) => research.code_of(it),
        Record::PathEvent(it) => research.code_of_event(it),
        Record::Alternative(it) => {
            let code = research.participant_of(it.interview).map_or("?", |it| it.code.as_str());
            format!("{code}/{}", if it.name.is_empty() { it.kind.name() } else { &it.name })
        }
        Record::Synonym(it) => it.name(),
        Record::SavedSearch(it) => it.name.clone(),
        Record::Judgement(it) => theme_name(research, it.theme),
        Record::TriggerCard(it) => theme_name(research, it.theme),
        Record::Edition(it) => {
            let persona = research.personas().get(&it.persona).map_or("?", |persona| &persona.name);
            format!("{persona} v{}", it.number)
        }
        Record::Journey(it) => journey::name(research, it),
        Record::Entry(it) => it.text.clone(),
        Record::Comment(it) => it.text.clone(),
        Record::Walk(it) => format!("{} {}", journey_name(research, it.journey), it.date),
        Record::JourneyEdition(it) => format!("{} v{}", journey_name(research, it.journey), it.number),
        Record::Allowance(it) => format!("{} {}", it.finding, it.digest.chars().take(8).collect::<String>()),
        Record::Gap(it) => it.id.to_string(),
        Record::Asked(it) => it.id.to_string(),
        Record::Mark(it) => research.notes().get(&it.note).map_or_else(String::new, |note| research.code_of(note)),
    }
}

fn journey_name(research: &Research, journey: Id) -> String {
    research.journeys().get(&journey).map_or_else(String::new, |it| journey::name(research, it))
}

fn theme_name(research: &Research, theme: Id) -> String {
    research.themes().get(&theme).map_or_else(String::new, |theme| theme.name.clone())
}

/// The error that nothing of this kind has this name.
pub fn missing(kind: Kind, name: &str) -> Error {
    Error::not_found("no-record").with("kind", kind).with("name", text::clean(name))
}

/// The record of a kind that a name means.
pub fn find(research: &Research, kind: Kind, name: &str) -> Result<Key> {
    let id = match kind {
        Kind::Study => research.study().filter(|it| same(&it.name, name)).map(|it| it.id),
        Kind::Persona => persona(research, name).ok().map(|it| it.id),
        Kind::Deal => research.deals().values().find(|it| same(&it.name, name)).map(|it| it.id),
        Kind::Theme => return theme(research, name).map(|it| Key::new(Kind::Theme, it.id)),
        Kind::Participant => research.participant_by_code(name.trim()).map(|it| it.id),
        Kind::Interview => return interview(research, name).map(|it| Key::new(Kind::Interview, it.id)),
        Kind::Question => question(research, name).map(|it| it.id),
        Kind::Note => return note(research, name).map(|it| Key::new(Kind::Note, it.id)),
        Kind::Synonym => {
            let means = |it: &&Synonym| same(&it.name(), name) || it.words.iter().any(|word| same(word, name));
            research.synonyms().values().find(means).map(|it| it.id)
        }
        Kind::SavedSearch => research.saved_searches().values().find(|it| same(&it.name, name)).map(|it| it.id),
        Kind::Alternative => {
            let means = |it: &&Alternative| same(&name_with(research, &Record::Alternative((*it).clone())), name);
            research.alternatives().values().find(means).map(|it| it.id)
        }
        Kind::TriggerCard => {
            let theme = theme(research, name)?.id;
            research.trigger_cards().values().find(|it| it.theme == theme).map(|it| it.id)
        }
        Kind::Journey => {
            research.journeys().values().find(|it| same(&journey::name(research, it), name)).map(|it| it.id)
        }
        Kind::Judgement | Kind::Edition | Kind::Allowance => None,
        Kind::Entry | Kind::Comment | Kind::Walk | Kind::JourneyEdition => None,
        Kind::PathEvent | Kind::Gap | Kind::Asked | Kind::Mark => None,
    };
    id.map(|id| Key::new(kind, id)).ok_or_else(|| missing(kind, name))
}

/// Whether what was typed means this name: the same text after cleaning, letter case ignored.
fn same(name: &str, typed: &str) -> bool {
    name.to_lowercase() == text::trim_line(typed).to_lowercase()
}

/// The persona of a name.
pub fn persona<'r>(research: &'r Research, name: &str) -> Result<&'r Persona> {
    research.personas().values().find(|it| same(&it.name, name)).ok_or_else(|| missing(Kind::Persona, name))
}

/// The participant of a code.
pub fn participant<'r>(research: &'r Research, code: &str) -> Result<&'r Participant> {
    research.participant_by_code(code.trim()).ok_or_else(|| missing(Kind::Participant, code))
}

/// The theme of a name, or of `dimension:name` where two dimensions have a theme of that name.
pub fn theme<'r>(research: &'r Research, typed: &str) -> Result<&'r Theme> {
    let (dimension, name) = match typed.split_once(':') {
        Some((dimension, name)) if dimension.parse::<crate::domain::Dimension>().is_ok() => (Some(dimension), name),
        _ => (None, typed),
    };
    let asked = |it: &&Theme| same(&it.name, name) && dimension.is_none_or(|asked| it.dimension.name() == asked);
    let found: Vec<&Theme> = research.themes().values().filter(asked).collect();
    match found[..] {
        [theme] => Ok(theme),
        [] => Err(missing(Kind::Theme, typed)),
        _ => Err(Error::usage("theme-ambiguous").with("name", text::clean(typed))),
    }
}

/// The interview that `P07/label` means; `P07` alone is the newest one of that person.
pub fn interview<'r>(research: &'r Research, typed: &str) -> Result<&'r Interview> {
    let (code, label) = typed.split_once('/').map_or((typed, None), |(code, label)| (code, Some(label)));
    let participant = participant(research, code)?;
    let mut interviews = research.interviews_of(participant.id);
    if let Some(label) = label {
        interviews.retain(|it| same(&it.label, label));
    }
    interviews.pop().ok_or_else(|| missing(Kind::Interview, typed))
}

/// The question at a place of the guide, `Q3` or `3`.
fn question<'r>(research: &'r Research, typed: &str) -> Option<&'r Question> {
    let place: usize = typed.trim().trim_start_matches(['Q', 'q']).parse().ok()?;
    research.guide().get(place.checked_sub(1)?).copied()
}

/// The line of a code such as `P07-L041`.
pub fn note<'r>(research: &'r Research, typed: &str) -> Result<&'r Note> {
    let citation: Citation = typed.parse().map_err(|_| Error::usage("not-a-code").with("name", text::clean(typed)))?;
    let key = research.resolve(&citation).filter(|key| key.kind == Kind::Note);
    key.and_then(|key| research.notes().get(&key.id)).ok_or_else(|| missing(Kind::Note, typed))
}

/// The id of a persona that may be left out.
pub fn persona_id(research: &Research, name: Option<&str>) -> Result<Option<Id>> {
    name.map(|name| persona(research, name).map(|it| it.id)).transpose()
}
