//! A citation ready for a chat or a report: what is claimed, of how many people and over which denominator, and the
//! lines that bear it out with their permanent codes. What may be said is decided here; how it reads is `exchange`'s.

use chrono::NaiveDate;

use super::consent::LeftOut;
use super::denominator::Denominator;
use super::evidence::Evidence;
use super::id::Id;
use super::interview::{Source, Speaker};
use super::research::Research;

/// What is claimed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// What was looked for, as people read it.
    pub what: String,
    /// How many people said so.
    pub people: usize,
    /// How many of them in each role, the most first; people without a role are in none.
    pub roles: Vec<(String, usize)>,
    /// Who was asked, where that is known.
    pub standing: Option<Denominator>,
}

/// One line of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The line as it may be printed.
    pub evidence: Evidence,
    /// Who spoke.
    pub speaker: Speaker,
    /// The day of the interview.
    pub date: NaiveDate,
    /// Whether it speaks against the others.
    pub against: bool,
}

/// A citation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotation {
    /// What is claimed; none where single lines are cited for themselves.
    pub claim: Option<Claim>,
    /// The lines, in the order in which they were given; those that speak against the others last.
    pub lines: Vec<Cited>,
    /// People who have not agreed to take part, and their lines: nothing of them leaves the library.
    pub left_out: LeftOut,
}

impl Quotation {
    /// The citation of these lines, each with whether it speaks against the others. Lines that are not there any more,
    /// and those of people who withdrew, are passed over in silence, as everywhere.
    pub fn of(research: &Research, claim: Option<Claim>, lines: &[(Id, bool)]) -> Quotation {
        let mut quotation = Quotation { claim, ..Quotation::default() };
        let mut silent = std::collections::BTreeSet::new();
        for (note, against) in lines {
            let Some(note) = research.notes().get(note) else { continue };
            let Some(interview) = research.interviews().get(&note.interview) else { continue };
            let Some(person) = research.person_of(note).filter(|it| !it.is_withdrawn()) else { continue };
            if !person.consent.participate && interview.source != Source::Review {
                silent.insert(person.id);
                quotation.left_out.lines += 1;
                continue;
            }
            let evidence = Evidence::of(note, person);
            let (speaker, date) = (note.speaker, interview.date);
            quotation.lines.push(Cited { evidence, speaker, date, against: *against });
        }
        quotation.left_out.people = silent.len();
        quotation.lines.sort_by_key(|line| line.against);
        quotation
    }

    /// How many lines are without their wording, because nobody agreed to have it quoted.
    pub fn withheld(&self) -> usize {
        self.lines.iter().filter(|line| line.evidence.withheld).count()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Participant, Record, Voice};

    fn sample() -> Research {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    /// A verbatim and a paraphrase of one person.
    fn two(research: &Research, code: &str) -> Vec<(Id, bool)> {
        let person = research.participant_by_code(code).unwrap().id;
        let of = |voice| research.evidence_of(person).find(|note| note.voice == voice).unwrap().id;
        vec![(of(Voice::Verbatim), true), (of(Voice::Paraphrase), false)]
    }

    #[test]
    fn what_may_be_quoted_is_and_the_rest_is_said() {
        let mut research = sample();
        let lines = two(&research, "P01");
        let quoted = Quotation::of(&research, None, &lines);
        assert_eq!((quoted.lines.len(), quoted.withheld(), quoted.left_out), (2, 0, LeftOut::default()));
        assert!(quoted.lines[1].against, "what speaks against comes last");
        let person = research.participant_by_code("P01").unwrap().clone();
        let with = |change: fn(&mut Participant)| {
            let mut person = person.clone();
            change(&mut person);
            person
        };
        research.apply(with(|it| it.consent.quote = false).into()).unwrap();
        let quoted = Quotation::of(&research, None, &lines);
        assert_eq!(quoted.withheld(), 1);
        assert!(quoted.lines.iter().all(|it| it.evidence.withheld == it.evidence.text.is_empty()));
        research.apply(with(|it| it.consent.participate = false).into()).unwrap();
        let quoted = Quotation::of(&research, None, &lines);
        assert_eq!((quoted.lines.len(), quoted.left_out), (0, LeftOut { people: 1, lines: 2 }));
        let withdrawn = Some("2026-01-01T00:00:00+09:00".parse().unwrap());
        let mut gone = person.clone();
        gone.consent.withdrawn = withdrawn;
        research.apply(gone.into()).unwrap();
        assert_eq!(Quotation::of(&research, None, &lines), Quotation::default());
    }
}
