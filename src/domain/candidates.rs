//! Candidate themes: what the evidence lines that stand under no theme yet have in common, which of them look like a theme
//! that there is, and which lines of a theme may contradict it. Proposals only; nothing is kept, and what a person has
//! decided (a line under a theme, also a dropped one; a contradiction that was judged) is never proposed again.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::dimension::Dimension;
use super::evidence::Evidence;
use super::id::Id;
use super::interview::{Note, Voice};
use super::people::Participant;
use super::research::Research;
use super::theme::{Stance, Theme};
use crate::insight::likeness::Likeness;
use crate::insight::polarity::Polarity;
use crate::insight::themes::Texts;
use crate::insight::{naming, quotes};

/// A line looks like a theme if it is at least so alike to the theme's lines and name in the mean,
const LEAST_NEAR: f64 = 0.04;
/// at least so alike to one of them,
const LEAST_LIKE_ONE: f64 = 0.12;
/// and so many times more alike to them than to those of any other theme. On the sample studies, where each line was
/// taken out of its theme and looked for again, three in four of such lines came back to it.
const LEAST_LEAD: f64 = 1.5;

/// What is proposed for one dimension. Lines are in the order of their interviews.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// The dimension.
    pub dimension: Dimension,
    /// Into how many themes the lines were parted, before those fell away that are none.
    pub k: usize,
    /// Candidate themes, those of the most people first.
    pub themes: Vec<Candidate>,
    /// Lines that look like a theme that there is.
    pub additions: Vec<Addition>,
    /// Lines of a theme that may contradict it.
    pub doubts: Vec<Doubt>,
    /// Lines that are like no others.
    pub unsorted: Vec<Id>,
}

/// Lines that say something like the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// What it may be called; a person renames it. Empty where nobody may be quoted.
    pub name: String,
    /// The line that says it shortest.
    pub quote: Option<Id>,
    /// The lines.
    pub notes: Vec<Id>,
    /// How many people said it.
    pub people: usize,
}

/// A line that looks like a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Addition {
    /// The line.
    pub note: Id,
    /// The theme.
    pub theme: Id,
}

/// A line that stands under a theme, says something like another line of it and takes the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// The theme.
    pub theme: Id,
    /// The line that may contradict it.
    pub note: Id,
    /// The line of the other side that it is most like.
    pub against: Id,
}

/// Of one person a line, as it is compared.
#[derive(Clone, Copy)]
struct Spoken<'r> {
    note: &'r Note,
    person: &'r Participant,
}

impl Spoken<'_> {
    fn may_show(&self) -> bool {
        !Evidence::of(self.note, self.person).withheld
    }
}

impl Research {
    /// What is proposed for a dimension from the lines of these people, in `k` themes or in as many as they speak for.
    pub fn propose(&self, people: &[&Participant], dimension: Dimension, k: Option<usize>) -> Proposal {
        let spoken = self.spoken(people, dimension);
        let (marked, free): (Vec<_>, Vec<_>) = spoken.iter().partition(|it| self.marks_of(it.note.id).next().is_some());
        let themes = self.open_themes(dimension);
        let additions = self.additions(&free, &themes);
        let added: BTreeSet<Id> = additions.iter().map(|it| it.note).collect();
        let left: Vec<Spoken> = free.into_iter().filter(|it| !added.contains(&it.note.id)).collect();
        let taken: Vec<&str> =
            self.themes().values().filter(|it| it.dimension == dimension).map(|it| it.name.as_str()).collect();
        let (k, candidates, unsorted) = grouped(&left, k, &taken);
        let doubts = themes.iter().flat_map(|theme| self.doubts(theme, &marked)).collect();
        Proposal { dimension, k, themes: candidates, additions, doubts, unsorted }
    }

    /// The evidence lines of people in a dimension, by interview date, participant's code and number: an order that
    /// does not depend on the order in which the records came.
    fn spoken<'r>(&'r self, people: &[&'r Participant], dimension: Dimension) -> Vec<Spoken<'r>> {
        let mut spoken: Vec<(chrono::NaiveDate, Spoken)> = Vec::new();
        for person in people {
            for interview in self.interviews_of(person.id) {
                let notes = self.notes_of(interview.id).filter(|it| it.is_evidence() && it.dimension == dimension);
                spoken.extend(notes.map(|note| (interview.date, Spoken { note, person })));
            }
        }
        spoken.sort_by(|(day, a), (other_day, b)| {
            (day, &a.person.code, a.note.number, a.note.id).cmp(&(other_day, &b.person.code, b.note.number, b.note.id))
        });
        spoken.into_iter().map(|(_, it)| it).collect()
    }

    /// The themes of a dimension that nobody has dropped, by when they were made.
    fn open_themes(&self, dimension: Dimension) -> Vec<&Theme> {
        let open = self.themes().values().filter(|it| it.dimension == dimension && it.dropped.is_none());
        let mut themes: Vec<&Theme> = open.collect();
        themes.sort_by(|a, b| (a.created, &a.name, a.id).cmp(&(b.created, &b.name, b.id)));
        themes
    }

    /// The free lines that look like one of the themes, which are known by their name and their lines of all people.
    fn additions(&self, free: &[Spoken], themes: &[&Theme]) -> Vec<Addition> {
        let everybody = self.counted_people(None);
        let mut texts: Vec<&str> = free.iter().map(|it| it.note.text.as_str()).collect();
        let mut groups: Vec<Vec<usize>> = Vec::with_capacity(themes.len());
        for theme in themes {
            let from = texts.len();
            texts.push(&theme.name);
            let said = self.said_under(theme, &everybody);
            let mut lines: Vec<&Note> =
                said.iter().filter(|it| it.stance == Stance::Supports).map(|it| it.note).collect();
            lines.sort_by_key(|note| (note.logged, note.number, note.id));
            texts.extend(lines.into_iter().map(|note| note.text.as_str()));
            groups.push((from..texts.len()).collect());
        }
        if free.is_empty() || themes.is_empty() {
            return Vec::new();
        }
        let vectors = crate::insight::likeness::Vectors::of(&crate::insight::terms::read_all(&texts));
        let fitting = free.iter().enumerate().filter_map(|(at, spoken)| {
            let near = vectors.nearness(at, &groups);
            let best = (0..near.len()).fold(0, |best, it| if near[it] > near[best] { it } else { best });
            let second = (0..near.len()).filter(|it| *it != best).map(|it| near[it]).fold(0.0, f64::max);
            let singles: Vec<Vec<usize>> = groups[best].iter().map(|it| vec![*it]).collect();
            let nearest = vectors.nearness(at, &singles).into_iter().fold(0.0, f64::max);
            let fits = near[best] >= LEAST_NEAR && near[best] >= LEAST_LEAD * second && nearest >= LEAST_LIKE_ONE;
            fits.then_some(Addition { note: spoken.note.id, theme: themes[best].id })
        });
        fitting.collect()
    }

    /// The lines of these people that support a theme, that nobody has judged, and that may contradict it: they take
    /// another side than most, and are as alike to one of those as two lines of the theme usually are.
    fn doubts(&self, theme: &Theme, marked: &[Spoken]) -> Vec<Doubt> {
        let mark = |spoken: &&Spoken| {
            self.marks_of(spoken.note.id).find(|it| it.theme == theme.id && it.stance == Stance::Supports)
        };
        let lines: Vec<(Spoken, bool)> = marked.iter().filter_map(|it| Some((*it, mark(&it)?.judged))).collect();
        let texts: Vec<&str> = lines.iter().map(|(it, _)| it.note.text.as_str()).collect();
        let readings = crate::insight::terms::read_all(&texts);
        let sides: Vec<Polarity> = readings.iter().map(Polarity::of).collect();
        let likeness = Likeness::of(&readings);
        let Some(median) = median_likeness(&likeness) else { return Vec::new() };
        let others =
            |at: usize| -> Vec<usize> { (0..lines.len()).filter(|it| sides[at].differs_from(&sides[*it])).collect() };
        let doubted = (0..lines.len()).filter(|at| !lines[*at].1).filter_map(|at| {
            let others = others(at);
            // Of two sides of the same size the later lines are asked about.
            let same = lines.len() - others.len();
            let is_fewer = others.len() > same || others.len() == same && others.first().is_some_and(|it| *it < at);
            let nearest =
                others.into_iter().max_by(|a, b| likeness.at(at, *a).total_cmp(&likeness.at(at, *b)).then(b.cmp(a)))?;
            let is_like = likeness.at(at, nearest) >= median;
            let (note, against) = (lines[at].0.note.id, lines[nearest].0.note.id);
            (is_fewer && is_like).then_some(Doubt { theme: theme.id, note, against })
        });
        doubted.collect()
    }
}

/// The likeness that half of the pairs reach that are alike at all; none where there are none.
fn median_likeness(likeness: &Likeness) -> Option<f64> {
    let size = likeness.size();
    let pairs = (0..size).flat_map(|one| (0..one).map(move |other| (one, other)));
    let mut all: Vec<f64> = pairs.map(|(one, other)| likeness.at(one, other)).filter(|it| *it > 0.0).collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied()
}

/// The lines in candidate themes, none of which has a name that is taken: into how many they were parted, the candidates,
/// and the lines that are left.
fn grouped(lines: &[Spoken], k: Option<usize>, taken: &[&str]) -> (usize, Vec<Candidate>, Vec<Id>) {
    let texts: Vec<&str> = lines.iter().map(|it| it.note.text.as_str()).collect();
    let set = Texts::of(&texts);
    let groups = set.groups(k);
    let may_show: Vec<bool> = lines.iter().map(Spoken::may_show).collect();
    let names = naming::names(&set.readings, &groups.groups, &may_show, taken);
    let mut candidates: Vec<Candidate> = Vec::with_capacity(names.len());
    for (group, name) in groups.groups.iter().zip(names) {
        let people: BTreeSet<Id> = group.iter().map(|at| lines[*at].person.id).collect();
        let notes = group.iter().map(|at| lines[*at].note.id).collect();
        let quote = quote(&set, group, lines).map(|at| lines[at].note.id);
        candidates.push(Candidate { name, quote, notes, people: people.len() });
    }
    // Equal ones keep the order of their first lines.
    candidates.sort_by_key(|it| (Reverse(it.people), Reverse(it.notes.len())));
    (groups.k, candidates, groups.unsorted.iter().map(|at| lines[*at].note.id).collect())
}

/// The line that stands for a group: of those that may be shown, the verbatim ones where there are any, the shortest of
/// the most central.
fn quote(set: &Texts, group: &[usize], lines: &[Spoken]) -> Option<usize> {
    let shown: Vec<usize> = group.iter().copied().filter(|at| lines[*at].may_show()).collect();
    let verbatim: Vec<usize> = shown.iter().copied().filter(|at| lines[*at].note.voice == Voice::Verbatim).collect();
    let from = if verbatim.is_empty() { shown } else { verbatim };
    let readings: Vec<_> = group.iter().map(|at| set.readings[*at].clone()).collect();
    let places: BTreeMap<usize, usize> = group.iter().enumerate().map(|(place, at)| (*at, place)).collect();
    let from: Vec<usize> = from.iter().filter_map(|at| places.get(at).copied()).collect();
    quotes::short_central(&readings, &set.likeness(group), &from).map(|place| group[place])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Dropped, Edit, Mark, Record};

    const KOREAN: &str = include_str!("../../sample_data/ai_pc.ko.jsonl");
    const ENGLISH: &str = include_str!("../../sample_data/clinic_booking.en.jsonl");

    fn sample(lines: &str) -> Research {
        Research::of(lines.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    fn all(research: &Research, k: Option<usize>) -> Vec<Proposal> {
        let people = research.counted_people(None);
        Dimension::FIVE.iter().map(|it| research.propose(&people, *it, k)).collect()
    }

    /// The study without its themes, so that every line is free.
    fn unmarked(lines: &str) -> Research {
        let research = sample(lines);
        let bare = research.records().filter_map(|record| match record {
            Record::Theme(_) | Record::Mark(_) | Record::Judgement(_) | Record::TriggerCard(_) => None,
            Record::Question(it) => Some(Record::Question(crate::domain::Question { theme: None, ..it })),
            other => Some(other),
        });
        Research::of(bare.collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn every_free_line_is_told_once_and_no_marked_one() {
        for lines in [KOREAN, ENGLISH] {
            let research = sample(lines);
            for proposal in all(&research, None) {
                let mut told: Vec<Id> = proposal.themes.iter().flat_map(|it| it.notes.clone()).collect();
                told.extend(proposal.additions.iter().map(|it| it.note));
                told.extend(&proposal.unsorted);
                told.sort();
                let people = research.counted_people(None);
                let spoken = research.spoken(&people, proposal.dimension);
                let mut free: Vec<Id> = spoken.iter().map(|it| it.note.id).collect();
                free.retain(|note| research.marks_of(*note).next().is_none());
                free.sort();
                assert_eq!(told, free);
            }
        }
    }

    #[test]
    fn candidates_hold_lines_that_people_put_together() {
        for lines in [KOREAN, ENGLISH] {
            let (known, research) = (sample(lines), unmarked(lines));
            let proposals = all(&research, None);
            let theme_of = |note: &Id| known.marks_of(*note).next().map(|mark| mark.theme);
            // Of pairs in one candidate, how many stand under one theme; by accident one in four or five would.
            let (mut same, mut pairs) = (0, 0);
            for candidate in proposals.iter().flat_map(|it| &it.themes) {
                assert!(!candidate.name.is_empty() && candidate.quote.is_some() && candidate.people > 0);
                let themes: Vec<Id> = candidate.notes.iter().filter_map(theme_of).collect();
                for one in 0..themes.len() {
                    pairs += one;
                    same += themes[..one].iter().filter(|it| **it == themes[one]).count();
                }
            }
            assert!(same * 10 >= pairs * 4, "{same} of {pairs}");
        }
    }

    #[test]
    fn the_same_records_in_another_order_give_the_same_proposal() {
        for lines in [KOREAN, ENGLISH] {
            let research = unmarked(lines);
            let mut records: Vec<Record> = research.records().collect();
            // Kinds keep their order, because records need others; within a kind everything is turned round.
            records.sort_by_key(|it| it.key().kind);
            let turned: Vec<Record> = records
                .chunk_by(|a, b| a.key().kind == b.key().kind)
                .flat_map(|kind| kind.iter().rev().cloned())
                .collect();
            let other = Research::of(turned).unwrap();
            for k in [None, Some(3)] {
                assert_eq!(all(&research, k), all(&other, k));
            }
        }
    }

    #[test]
    fn what_was_decided_is_not_proposed_again() {
        let mut research = unmarked(KOREAN);
        let before = research.propose(&research.counted_people(None), Dimension::Concern, None);
        let taken = before.themes[0].clone();
        let (study, at) = (research.study().unwrap().id, research.study().unwrap().created);
        let mut theme = Theme::blank((Id::from_u128(1), study), Dimension::Concern, taken.name.clone(), at);
        theme.dropped = Some(Dropped { reason: "no theme".into(), by: "hk".into(), at, people: 3 });
        research.apply(Edit::Put(Record::Theme(theme.clone()))).unwrap();
        for (number, note) in taken.notes.iter().enumerate() {
            let mark = Mark::new((Id::from_u128(100 + number as u128), study), *note, theme.id, Stance::Supports);
            research.apply(Edit::Put(Record::Mark(mark))).unwrap();
        }
        let after = research.propose(&research.counted_people(None), Dimension::Concern, None);
        assert!(after.themes.iter().flat_map(|it| &it.notes).all(|note| !taken.notes.contains(note)));
        assert!(after.additions.is_empty(), "nothing is added to a theme that was dropped");
    }

    /// A study with one concern theme and these lines under it, each of another person.
    fn theme_with(texts: &[&str], judged: Option<usize>) -> Proposal {
        let mut research = unmarked(KOREAN);
        let interviews: Vec<Id> = research.interviews().keys().copied().collect();
        let notes: Vec<Note> = research.notes().values().cloned().collect();
        let (study, at) = (research.study().unwrap().id, research.study().unwrap().created);
        let theme = Theme::blank((Id::from_u128(1), study), Dimension::Concern, "가격", at);
        research.apply(Edit::Put(Record::Theme(theme.clone()))).unwrap();
        for (number, text) in texts.iter().enumerate() {
            let id = Id::from_u128(10 + number as u128);
            let blank = Note::blank((id, study, interviews[number]), 900, (*text).to_owned(), notes[0].logged);
            research.apply(Edit::Put(Record::Note(Note { dimension: Dimension::Concern, ..blank }))).unwrap();
            let mut mark = Mark::new((Id::from_u128(50 + number as u128), study), id, theme.id, Stance::Supports);
            mark.judged = judged == Some(number);
            research.apply(Edit::Put(Record::Mark(mark))).unwrap();
        }
        research.propose(&research.counted_people(None), Dimension::Concern, None)
    }

    #[test]
    fn a_line_of_the_other_side_is_asked_about_until_it_is_judged() {
        let texts =
            ["갱신 가격이 비싸서 걱정", "갱신 가격이 너무 비싸다고", "갱신 가격이 안 비싸다고", "회의실 예약 걱정"];
        let asked = |judged| theme_with(&texts, judged).doubts.iter().map(|it| it.note).collect::<Vec<_>>();
        assert_eq!(asked(None), [Id::from_u128(12)]);
        assert_eq!(asked(Some(2)), []);
        assert!(theme_with(&texts[..2], None).doubts.is_empty());
        assert!(theme_with(&[], None).doubts.is_empty());
    }

    #[test]
    fn a_line_that_looks_like_a_theme_is_proposed_for_it() {
        let mut research = sample(ENGLISH);
        let theme = research.themes().values().find(|it| it.dimension == Dimension::Concern).unwrap().clone();
        let everybody = research.counted_people(None);
        let said = research.said_under(&theme, &everybody)[0].note.clone();
        let mark = research.marks_of(said.id).next().unwrap().clone();
        research.apply(Edit::Remove(Record::from(mark).key())).unwrap();
        let again = Note { text: format!("{} {}", theme.name, said.text), ..said.clone() };
        research.apply(Edit::Put(Record::Note(again))).unwrap();
        let proposal = research.propose(&research.counted_people(None), Dimension::Concern, None);
        assert!(proposal.additions.contains(&Addition { note: said.id, theme: theme.id }));
    }
}
