//! What a list and a page say of a record: its columns, its fields, how many people and lines stand behind it.
//! A value with a name of the glossary becomes a word of the reader's language only when it is drawn.

use std::collections::BTreeSet;

use crate::cli::page::Page;
use crate::domain::paths::Passage;
use crate::domain::{Attributes, Id, Key, Kind, Participant, Record, Research, Stance};
use crate::exchange::passage;

/// A value that is drawn in the reader's language.
pub enum Cell {
    /// A text as it is.
    Text(String),
    /// A name of a list: the word is under `<list>-<name>`.
    Word(&'static str, String),
    /// A passage of the path.
    Passage(Passage),
    /// A number.
    Count(usize),
    /// Nothing.
    Empty,
}

impl Cell {
    /// The text of the cell.
    pub fn text(&self, page: &Page<'_>) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Word(list, name) => page.say(&format!("{list}-{name}")),
            Cell::Passage(it) => passage::passage((&it.from, &it.to), page.words),
            Cell::Count(count) => count.to_string(),
            Cell::Empty => String::new(),
        }
    }

    fn word(list: &'static str, name: Option<&str>) -> Cell {
        name.map_or(Cell::Empty, |name| Cell::Word(list, name.to_owned()))
    }
}

fn text(text: &impl ToString) -> Cell {
    Cell::Text(text.to_string())
}

/// The records of a kind in the order in which people read them.
pub fn keys(research: &Research, kind: Kind) -> Vec<Key> {
    let mut named: Vec<(String, Key)> = research
        .records()
        .filter(|record| record.key().kind == kind)
        .map(|record| (order(research, &record), record.key()))
        .collect();
    named.sort();
    named.into_iter().map(|(_, key)| key).collect()
}

fn order(research: &Research, record: &Record) -> String {
    match record {
        Record::Question(it) => format!("{:010}", it.position),
        Record::Theme(it) => format!("{:?}{}", it.dimension as u8, it.name),
        Record::Interview(it) => format!("{}{}", it.date, super::naming::name_with(research, record)),
        _ => super::naming::name_with(research, record),
    }
}

/// The heads of the columns between the name and the counts.
pub fn head(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Study => &["created"],
        Kind::Participant => &["persona", "role", "outcome"],
        Kind::Deal => &["outcome"],
        Kind::Interview => &["date", "status"],
        Kind::Theme => &["dimension"],
        Kind::Question => &["subject", "text"],
        Kind::SavedSearch => &["query", "seen"],
        Kind::Alternative => &["alternative", "kept", "why"],
        _ => &[],
    }
}

/// Whether people and lines stand behind records of this kind.
pub fn is_counted(kind: Kind) -> bool {
    !matches!(kind, Kind::Synonym | Kind::SavedSearch | Kind::Alternative)
}

/// The cells under those heads.
pub fn cells(research: &Research, record: &Record) -> Vec<Cell> {
    let wanted = head(record.key().kind);
    let mut fields = fields(research, record);
    let mut take = |head: &&str| {
        let place = fields.iter().position(|(field, _)| field == head)?;
        Some(fields.swap_remove(place).1)
    };
    wanted.iter().map(|head| take(head).unwrap_or(Cell::Empty)).collect()
}

/// Every field of a record that people read, with the word for its label.
pub fn fields(research: &Research, record: &Record) -> Vec<(&'static str, Cell)> {
    match record {
        Record::Study(it) => {
            vec![("created", text(&it.created.date())), ("goal", text(&it.goal)), ("works-if", text(&it.works_if))]
        }
        Record::Persona(it) => {
            let ranks: Vec<String> = it.priority.iter().map(|(year, rank)| format!("{year}={rank}")).collect();
            let fields = vec![("about", text(&it.about)), ("approach", text(&it.approach))];
            let mut fields = with_attributes(fields, &it.attributes);
            fields.push(("priority", text(&ranks.join(", "))));
            fields
        }
        Record::Deal(it) => vec![
            ("outcome", Cell::word("outcome", it.outcome.map(|it| it.name()))),
            ("competitor", text(&it.competitor)),
        ],
        Record::Theme(it) => {
            vec![("dimension", Cell::word("dimension", Some(it.dimension.name()))), ("memo", text(&it.memo))]
        }
        Record::Question(it) => vec![
            ("subject", Cell::word("dimension", Some(it.subject.name()))),
            ("text", text(&it.text)),
            ("probes", text(&it.probes.join(" / "))),
            ("between", it.passage.clone().map_or(Cell::Empty, Cell::Passage)),
            ("theme", it.theme.and_then(|id| research.themes().get(&id)).map_or(Cell::Empty, |it| text(&it.name))),
        ],
        Record::Participant(it) => participant(research, it),
        Record::Interview(it) => vec![
            ("date", text(&it.date)),
            ("status", Cell::word("status", Some(it.status.name()))),
            ("source", Cell::word("source", Some(it.source.name()))),
            ("planned", it.planned.map_or(Cell::Empty, |it| text(&it))),
            ("started", it.started.map_or(Cell::Empty, |it| text(&it))),
            ("ended", it.ended.map_or(Cell::Empty, |it| text(&it))),
        ],
        Record::Synonym(it) => vec![("words", text(&it.words.join(", ")))],
        Record::SavedSearch(it) => vec![("query", text(&it.query)), ("seen", text(&it.seen.len()))],
        Record::Alternative(it) => vec![
            ("alternative", Cell::word("alternative", Some(it.kind.name()))),
            ("kept", Cell::word("kept", it.kept.map(|kept| if kept { "yes" } else { "no" }))),
            ("why", text(&it.why)),
            (
                "line",
                it.note.and_then(|id| research.notes().get(&id)).map_or(Cell::Empty, |it| text(&research.cite(it))),
            ),
        ],
        Record::TriggerCard(it) => vec![
            ("event", text(&it.event)),
            ("cause", text(&it.cause)),
            ("effect", text(&it.effect)),
            ("action", text(&it.action)),
            ("rejected", text(&it.rejected)),
            ("message", text(&it.message)),
        ],
        Record::Journey(it) => vec![("goal", text(&it.goal)), ("works-if", text(&it.works_if))],
        Record::Judgement(_) | Record::Edition(_) | Record::Allowance(_) => Vec::new(),
        Record::Entry(_) | Record::Comment(_) | Record::Walk(_) | Record::JourneyEdition(_) => Vec::new(),
        Record::Note(_) | Record::PathEvent(_) | Record::Gap(_) | Record::Asked(_) | Record::Mark(_) => Vec::new(),
    }
}

fn participant(research: &Research, it: &Participant) -> Vec<(&'static str, Cell)> {
    let deal = it.deal.and_then(|id| research.deals().get(&id));
    let outcome = it.outcome.or_else(|| deal.and_then(|deal| deal.outcome));
    let persona = it.persona.and_then(|id| research.personas().get(&id));
    let fields = vec![
        ("persona", persona.map_or(Cell::Empty, |it| text(&it.name))),
        ("role", text(&it.role)),
        ("outcome", Cell::word("outcome", outcome.map(|it| it.name()))),
        ("deal", deal.map_or(Cell::Empty, |it| text(&it.name))),
        ("recruited", Cell::word("recruited", it.recruited.map(|it| it.name()))),
        ("consent", Cell::Word("cli-consent", consent(it).to_owned())),
    ];
    with_attributes(fields, &it.attributes)
}

/// In one word how the consent of a participant stands.
pub fn consent(participant: &Participant) -> &'static str {
    match &participant.consent {
        it if it.withdrawn.is_some() => "withdrawn",
        it if it.participate => "given",
        _ => "open",
    }
}

fn with_attributes(mut fields: Vec<(&'static str, Cell)>, attributes: &Attributes) -> Vec<(&'static str, Cell)> {
    let list: Vec<String> = attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
    fields.push(("attributes", text(&list.join(", "))));
    fields
}

/// How many people, and how many lines of theirs, stand behind a record. Withdrawn people do not count.
pub fn counts(research: &Research, key: Key) -> (usize, usize) {
    if let Some(card) = research.trigger_cards().get(&key.id) {
        return counts(research, Key::new(Kind::Theme, card.theme));
    }
    let (interviews, lines) = match key.kind {
        Kind::Theme => {
            let Some(theme) = research.themes().get(&key.id) else { return (0, 0) };
            let said = research.said_under(theme, &research.counted_people(None));
            let supports = said.iter().filter(|it| it.stance == Stance::Supports).map(|it| it.note.interview);
            let interviews: Vec<Id> = supports.collect();
            let lines = interviews.len();
            (interviews, lines)
        }
        Kind::Question => {
            let askings = research.asked().values().filter(|it| it.question == key.id);
            (askings.map(|it| it.interview).collect::<Vec<Id>>(), 0)
        }
        _ => interviews_behind(research, key),
    };
    let people: BTreeSet<Id> =
        interviews.iter().filter_map(|id| Some(research.interviews().get(id)?.participant)).collect();
    (people.len(), lines)
}

fn interviews_behind(research: &Research, key: Key) -> (Vec<Id>, usize) {
    let belongs = |it: &Participant| match key.kind {
        Kind::Study => true,
        Kind::Persona => it.persona == Some(key.id),
        Kind::Deal => it.deal == Some(key.id),
        Kind::Participant => it.id == key.id,
        _ => false,
    };
    let people = research.participants().values().filter(|it| belongs(it) && !it.is_withdrawn());
    let mut interviews: Vec<Id> = people.flat_map(|it| research.interviews_of(it.id)).map(|it| it.id).collect();
    let is_withdrawn = |id: Id| research.participant_of(id).is_some_and(Participant::is_withdrawn);
    if key.kind == Kind::Interview && !is_withdrawn(key.id) {
        interviews.push(key.id);
    }
    let lines = interviews.iter().map(|id| research.notes_of(*id).count()).sum();
    (interviews, lines)
}
