//! What the library knows of people beside their lines: what their interviews touched, which questions were put, the
//! stages of their paths, and which lines speak against a theme. Rows for filters and for the honest denominator; what
//! the words mean is in `domain::denominator`.

use std::collections::{BTreeMap, HashMap};

use rusqlite::Params;

use super::Store;
use super::column::Columns;
use super::read::{every, id};
use crate::domain::study::AskedState;
use crate::domain::{Dimension, Id, Revision, Stage, Subject, Synonym, Traces};
use crate::error::Result;

/// Every participant of a library, or one.
const ONE: &str = " AND interview.participant = ?1";

const BEGUN: &str = "SELECT DISTINCT participant FROM interview WHERE status <> 'planned'";
/// The terms of the first part are those of the index `note_evidence`.
const SAID: &str = "
    SELECT DISTINCT interview.participant, note.dimension
    FROM interview JOIN note ON note.interview = interview.id
    WHERE note.speaker = 'participant' AND note.voice IN ('verbatim', 'paraphrase')";
const TOLD: &str = "
    SELECT DISTINCT interview.participant
    FROM interview JOIN path_event ON path_event.interview = interview.id WHERE TRUE";
const ASKED: &str = "
    SELECT DISTINCT interview.participant, question.subject, asked.state
    FROM asked JOIN question ON question.id = asked.question JOIN interview ON interview.id = asked.interview
    WHERE asked.state <> 'skipped'";

/// A question of a guide with everything by which one can tell what it asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// The question.
    pub question: Id,
    /// What it is about.
    pub subject: Subject,
    /// Its text, its probes, and the name of the theme that it asks for.
    pub texts: Vec<String>,
}

impl Store {
    /// What the interviews of every participant have touched; those without an interview are not in it.
    pub fn traces(&self) -> Result<HashMap<Id, Traces>> {
        self.traces_where("", [])
    }

    /// The same of one participant.
    pub fn traces_of(&self, participant: Id) -> Result<Traces> {
        let found = self.traces_where(ONE, [participant.bytes()])?;
        Ok(found.get(&participant).copied().unwrap_or_default())
    }

    fn traces_where<P: Params + Clone>(&self, condition: &str, params: P) -> Result<HashMap<Id, Traces>> {
        let mut of: HashMap<Id, Traces> = HashMap::new();
        for person in every(&self.db, &format!("{BEGUN}{condition}"), params.clone(), id)? {
            of.entry(person).or_default().begun = true;
        }
        for (person, dimension) in every(&self.db, &format!("{SAID}{condition}"), params.clone(), said)? {
            let subject = Subject::ALL.iter().copied().find(|it| it.dimension() == Some(dimension));
            subject.into_iter().for_each(|it| of.entry(person).or_default().said.insert(it));
        }
        for person in every(&self.db, &format!("{TOLD}{condition}"), params.clone(), id)? {
            of.entry(person).or_default().said.insert(Subject::Path);
        }
        for (person, subject, state) in every(&self.db, &format!("{ASKED}{condition}"), params, asked)? {
            let traces = of.entry(person).or_default();
            match state {
                AskedState::Asked => traces.asked.insert(subject),
                AskedState::Covered => traces.covered.insert(subject),
                AskedState::Skipped => {}
            }
        }
        Ok(of)
    }

    /// The questions of every guide.
    pub fn wordings(&self) -> Result<Vec<Wording>> {
        let sql = "SELECT question.id, question.subject, question.text, question.probes, theme.name
                   FROM question LEFT JOIN theme ON theme.id = question.theme ORDER BY question.id";
        every(&self.db, sql, [], wording)
    }

    /// The participants to whom this question was put.
    pub fn asked(&self, question: Id) -> Result<Vec<Id>> {
        let sql = "SELECT DISTINCT interview.participant FROM asked JOIN interview ON interview.id = asked.interview
                   WHERE asked.question = ?1 AND asked.state = 'asked'";
        every(&self.db, sql, [question.bytes()], id)
    }

    /// Whose interview it is; none where there is no such interview.
    pub fn participant_of(&self, interview: Id) -> Result<Option<Id>> {
        let sql = "SELECT participant FROM interview WHERE id = ?1";
        Ok(every(&self.db, sql, [interview.bytes()], id)?.pop())
    }

    /// The stages of every path by participant, in the order in which things happened; events without a stage too.
    pub fn paths(&self) -> Result<BTreeMap<Id, Vec<Option<Stage>>>> {
        let sql = "SELECT interview.participant, path_event.stage
                   FROM path_event JOIN interview ON interview.id = path_event.interview
                   ORDER BY interview.participant, interview.date, interview.id, path_event.position,
                       path_event.number, path_event.id";
        let mut paths: BTreeMap<Id, Vec<Option<Stage>>> = BTreeMap::new();
        for (person, stage) in every(&self.db, sql, [], step)? {
            paths.entry(person).or_default().push(stage);
        }
        Ok(paths)
    }

    /// The lines that speak against a theme, with the names of those themes.
    pub fn against(&self) -> Result<BTreeMap<Id, Vec<String>>> {
        let sql = "SELECT mark.note, theme.name FROM mark JOIN theme ON theme.id = mark.theme
                   WHERE mark.stance = 'contradicts' ORDER BY mark.note, theme.name";
        let mut against: BTreeMap<Id, Vec<String>> = BTreeMap::new();
        for (note, theme) in every(&self.db, sql, [], named)? {
            against.entry(note).or_default().push(theme);
        }
        Ok(against)
    }

    /// The lines that were corrected, each with its earlier wordings, oldest first.
    pub fn corrected(&self) -> Result<Vec<(Id, Vec<Revision>)>> {
        every(&self.db, "SELECT id, earlier FROM note WHERE earlier <> '[]' ORDER BY id", [], revisions)
    }

    /// The synonyms of every study, by id.
    pub fn synonyms(&self) -> Result<Vec<Synonym>> {
        every(&self.db, "SELECT id, study, words FROM synonym ORDER BY id", [], synonym)
    }

    /// The names that a theme once had and has no more, with the name that it has now, by the older one.
    pub fn former_names(&self) -> Result<Vec<(String, String)>> {
        let sql = "SELECT DISTINCT json_extract(change.before, '$.name'), theme.name
                   FROM theme CROSS JOIN change ON change.key = theme.id
                   WHERE change.kind = 'theme' AND change.before IS NOT NULL
                       AND json_extract(change.before, '$.name') <> theme.name
                   ORDER BY 1, 2";
        every(&self.db, sql, [], renamed)
    }
}

type Row<'a> = rusqlite::Row<'a>;

fn said(row: &Row<'_>) -> rusqlite::Result<(Id, Dimension)> {
    let mut columns = Columns::of(row);
    Ok((columns.next()?, columns.next()?))
}

fn asked(row: &Row<'_>) -> rusqlite::Result<(Id, Subject, AskedState)> {
    let mut columns = Columns::of(row);
    Ok((columns.next()?, columns.next()?, columns.next()?))
}

fn step(row: &Row<'_>) -> rusqlite::Result<(Id, Option<Stage>)> {
    let mut columns = Columns::of(row);
    Ok((columns.next()?, columns.next()?))
}

fn named(row: &Row<'_>) -> rusqlite::Result<(Id, String)> {
    let mut columns = Columns::of(row);
    Ok((columns.next()?, columns.next()?))
}

fn renamed(row: &Row<'_>) -> rusqlite::Result<(String, String)> {
    let mut columns = Columns::of(row);
    Ok((columns.next()?, columns.next()?))
}

fn revisions(row: &Row<'_>) -> rusqlite::Result<(Id, Vec<Revision>)> {
    let mut columns = Columns::of(row);
    Ok((columns.next()?, columns.next()?))
}

fn wording(row: &Row<'_>) -> rusqlite::Result<Wording> {
    let mut columns = Columns::of(row);
    let (question, subject) = (columns.next()?, columns.next()?);
    let mut texts: Vec<String> = vec![columns.next()?];
    texts.extend(columns.next::<Vec<String>>()?);
    texts.extend(columns.next::<Option<String>>()?);
    Ok(Wording { question, subject, texts })
}

fn synonym(row: &Row<'_>) -> rusqlite::Result<Synonym> {
    let mut columns = Columns::of(row);
    Ok(Synonym { id: columns.next()?, study: columns.next()?, words: columns.next()? })
}
