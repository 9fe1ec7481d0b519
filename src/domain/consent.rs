//! What may leave the library: nothing that somebody said before agreeing to take part. Who withdrew is in no reading
//! at all and not decided here; the backup of a whole study is no reading and keeps everything.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::interview::{Interview, Source};
use super::people::Participant;
use super::record::{Key, Kind};
use super::research::Research;
use crate::error::Result;

/// What was left out of an export because nobody agreed to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// People who have not agreed to take part and of whom something is kept.
    pub people: usize,
    /// Their lines and path events.
    pub lines: usize,
}

impl LeftOut {
    /// Whether nothing was left out.
    pub fn is_empty(&self) -> bool {
        self.people == 0
    }
}

impl Research {
    /// What this person has said and done, as far as it was captured: lines, path events and alternatives. What somebody has
    /// published (a review) needs no consent and is not counted.
    fn captured(&self, person: &Participant) -> usize {
        let interviews = self.interviews_of(person.id).into_iter().filter(|it| it.source != Source::Review);
        let of = |it: &Interview| {
            self.notes_of(it.id).count() + self.path_of(it.id).len() + self.alternatives_of(it.id).count()
        };
        interviews.map(of).sum()
    }

    /// The study as it may be exported: without the people who have not agreed to take part, unless nothing of them
    /// was captured yet. What is left out is counted, of a persona or of the whole study.
    ///
    /// # Errors
    ///
    /// None that a study which holds together can cause.
    pub fn exportable(&self, persona: Option<Id>) -> Result<(Cow<'_, Research>, LeftOut)> {
        let (mut left_out, mut silent) = (LeftOut::default(), BTreeSet::new());
        for person in self.participants().values().filter(|it| !it.is_withdrawn() && !it.consent.participate) {
            let lines = self.captured(person);
            if lines == 0 {
                continue;
            }
            silent.insert(person.id);
            if persona.is_none() || person.persona == persona {
                left_out.people += 1;
                left_out.lines += lines;
            }
        }
        if silent.is_empty() {
            return Ok((Cow::Borrowed(self), left_out));
        }
        let mut agreed = self.clone();
        for person in silent {
            for edit in self.removal(Key::new(Kind::Participant, person)) {
                agreed.apply(edit)?;
            }
        }
        Ok((Cow::Owned(agreed), left_out))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Alternative, AlternativeKind, Consent, Record, brief, briefing, journey};

    fn sample() -> Research {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    #[test]
    fn everybody_in_the_sample_has_agreed() {
        let research = sample();
        let (agreed, left_out) = research.exportable(None).unwrap();
        assert!(matches!(agreed, Cow::Borrowed(_)) && left_out.is_empty());
    }

    #[test]
    fn who_has_not_agreed_is_in_no_export_and_is_counted() {
        let mut research = sample();
        let person = research.participant_by_code("P01").unwrap().clone();
        let lines = research.captured(&person);
        let persona = person.persona.unwrap();
        let other = *research.personas().keys().find(|id| **id != persona).unwrap();
        research.apply(Participant { consent: Consent::default(), ..person }.into()).unwrap();
        let (agreed, left_out) = research.exportable(Some(persona)).unwrap();
        assert_eq!(left_out, LeftOut { people: 1, lines });
        assert!(agreed.participant_by_code("P01").is_none() && agreed.participant_by_code("P02").is_some());
        assert_eq!(research.exportable(Some(other)).unwrap().1, LeftOut::default());
        let whole = brief::draft(&research, persona).unwrap();
        let exported = briefing::for_export(&research, persona).unwrap();
        assert_eq!((exported.people, exported.left_out), (whole.people - 1, left_out));
        assert!(!serde_json::to_string(&exported).unwrap().contains("P01"));
        let map = journey::for_export(&research, persona).unwrap();
        assert_eq!(map.left_out, left_out);
        assert!(!serde_json::to_string(&map).unwrap().contains("P01-"));
    }

    #[test]
    fn somebody_of_whom_only_an_alternative_was_written_down_must_have_agreed_too() {
        let mut research = sample();
        let planned = research.participant_by_code("P13").unwrap().clone();
        assert!(!planned.consent.participate && research.exportable(None).unwrap().1.is_empty());
        let interview = research.interviews_of(planned.id)[0].id;
        let alternative = Alternative {
            id: Id::from_u128(9),
            study: planned.study,
            interview,
            kind: AlternativeKind::DoNothing,
            name: String::new(),
            kept: None,
            why: "아직 버틸 만함".to_owned(),
            note: None,
        };
        research.apply(alternative.into()).unwrap();
        let (agreed, left_out) = research.exportable(None).unwrap();
        assert!(agreed.participant_by_code("P13").is_none());
        assert_eq!(left_out, LeftOut { people: 1, lines: 1 });
    }
}
