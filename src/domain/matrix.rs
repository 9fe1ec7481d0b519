//! People against themes: who said it, who spoke against it, who was asked and did not say. Each cell is the standing
//! of `denominator`; nothing is counted here in any other way.

use std::collections::BTreeSet;

use super::dimension::Dimension;
use super::id::Id;
use super::people::Participant;
use super::research::Research;
use super::theme::Theme;

/// What one person says of one theme. All false: nobody asked, and it did not come up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Has a supporting line.
    pub said: bool,
    /// Has a contradicting line.
    pub against: bool,
    /// Was asked about it.
    pub asked: bool,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The participant.
    pub participant: Id,
    /// The code.
    pub code: String,
    /// The role in the purchase; may be empty.
    pub role: String,
    /// One for each theme.
    pub cells: Vec<Cell>,
}

/// One theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The theme.
    pub theme: Id,
    /// Its name.
    pub name: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// How many of the people said so.
    pub said: usize,
}

/// People against themes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The themes, by dimension, within one those that most people said first.
    pub columns: Vec<Column>,
    /// The people, by code.
    pub rows: Vec<Row>,
}

impl Matrix {
    /// The people of a persona, or of the whole study, against every theme that is not dropped.
    pub fn whole(research: &Research, persona: Option<Id>) -> Matrix {
        let people: BTreeSet<Id> = research.counted_people(persona).into_iter().map(|it| it.id).collect();
        let is_kept = |theme: &Id| research.themes().get(theme).is_some_and(|it| it.dropped.is_none());
        let marks = research.marks().values().filter(|mark| is_kept(&mark.theme));
        let mut matrix = Matrix::of(research, &people, &marks.map(|mark| mark.note).collect());
        let kept: Vec<bool> = matrix.columns.iter().map(|column| is_kept(&column.theme)).collect();
        let keeps = |at: usize| kept.get(at).copied().unwrap_or(false);
        matrix.columns =
            matrix.columns.into_iter().enumerate().filter(|(at, _)| keeps(*at)).map(|(_, it)| it).collect();
        for row in &mut matrix.rows {
            let cells = row.cells.iter().copied().enumerate().filter(|(at, _)| keeps(*at));
            row.cells = cells.map(|(_, cell)| cell).collect();
        }
        matrix
    }

    /// These people against the themes of these lines; where the lines are under no theme, against those of their
    /// dimensions. Nobody who withdrew is in it.
    pub fn of(research: &Research, people: &BTreeSet<Id>, lines: &BTreeSet<Id>) -> Matrix {
        let mut people: Vec<&Participant> =
            people.iter().filter_map(|id| research.participants().get(id)).filter(|it| !it.is_withdrawn()).collect();
        people.sort_by(|a, b| a.code.cmp(&b.code));
        let mut themes: Vec<(&Theme, Vec<Cell>)> =
            themes_of(research, lines).into_iter().map(|theme| (theme, column(research, theme, &people))).collect();
        let said = |cells: &[Cell]| cells.iter().filter(|cell| cell.said).count();
        themes.sort_by(|(a, cells_a), (b, cells_b)| {
            let key = |theme: &Theme, cells: &[Cell]| (theme.dimension, std::cmp::Reverse(said(cells)));
            key(a, cells_a).cmp(&key(b, cells_b)).then_with(|| a.name.cmp(&b.name)).then(a.id.cmp(&b.id))
        });
        let rows = people.iter().enumerate().map(|(at, person)| Row {
            participant: person.id,
            code: person.code.clone(),
            role: person.role.clone(),
            cells: themes.iter().map(|(_, cells)| cells[at]).collect(),
        });
        let rows = rows.collect();
        let column = |(theme, cells): &(&Theme, Vec<Cell>)| Column {
            theme: theme.id,
            name: theme.name.clone(),
            dimension: theme.dimension,
            said: said(cells),
        };
        Matrix { columns: themes.iter().map(column).collect(), rows }
    }
}

fn column(research: &Research, theme: &Theme, people: &[&Participant]) -> Vec<Cell> {
    let cell = |person: &&Participant| {
        let standing = research.standing(theme, person.id);
        Cell { said: standing.raised, against: standing.contradicted, asked: standing.asked }
    };
    people.iter().map(cell).collect()
}

fn themes_of<'r>(research: &'r Research, lines: &BTreeSet<Id>) -> Vec<&'r Theme> {
    let marked: BTreeSet<Id> = lines.iter().flat_map(|note| research.marks_of(*note)).map(|mark| mark.theme).collect();
    if !marked.is_empty() {
        return marked.iter().filter_map(|id| research.themes().get(id)).collect();
    }
    let notes = lines.iter().filter_map(|id| research.notes().get(id));
    let dimensions: BTreeSet<Dimension> = notes.map(|note| note.dimension).collect();
    research.themes().values().filter(|theme| dimensions.contains(&theme.dimension)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Mark, Record, Stance};

    fn sample() -> Research {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    #[test]
    fn the_cells_are_the_standing_and_the_columns_add_up() {
        let research = sample();
        let people: BTreeSet<Id> = research.participants().keys().copied().collect();
        let lines: BTreeSet<Id> = research.marks().values().map(|mark| mark.note).collect();
        let matrix = Matrix::of(&research, &people, &lines);
        assert_eq!(matrix.columns.len(), research.themes().len());
        for (at, column) in matrix.columns.iter().enumerate() {
            let theme = &research.themes()[&column.theme];
            let counted = research.counted_people(None);
            assert_eq!(column.said, research.denominator(theme, &counted).raised, "{}", column.name);
            assert_eq!(column.said, matrix.rows.iter().filter(|row| row.cells[at].said).count());
        }
        let withdrawn = research.participants().values().filter(|it| it.is_withdrawn()).count();
        assert_eq!(matrix.rows.len() + withdrawn, people.len());
    }

    #[test]
    fn themes_are_those_of_the_lines_or_of_their_dimensions() {
        let research = sample();
        let Mark { note, theme, .. } =
            research.marks().values().find(|it| it.stance == Stance::Supports).unwrap().clone();
        let people = BTreeSet::from([research.person_of(&research.notes()[&note]).unwrap().id]);
        let matrix = Matrix::of(&research, &people, &BTreeSet::from([note]));
        assert!(matrix.columns.iter().any(|column| column.theme == theme));
        assert!(matrix.columns.len() < research.themes().len());
        let bare = research.notes().values().find(|it| research.marks_of(it.id).next().is_none() && it.is_evidence());
        let bare = bare.unwrap();
        let matrix = Matrix::of(&research, &people, &BTreeSet::from([bare.id]));
        assert!(matrix.columns.iter().all(|column| column.dimension == bare.dimension));
        assert_eq!(Matrix::of(&research, &BTreeSet::new(), &BTreeSet::new()), Matrix::default());
    }
}
