//! Published briefs: freezing one under a number and a hash, what has become stale since, who must be told when somebody
//! withdraws, and what changed between two of them. Who publishes and when comes from outside.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::brief::{Brief, Claim, Published};
use super::codes::Citation;
use super::dimension::Dimension;
use super::evidence::{Evidence, State};
use super::id::Id;
use super::interview::Voice;
use super::moment::Moment;
use super::named::named;
use super::research::Research;

/// Every line that a brief uses, with its wording.
fn lines(brief: &Brief) -> impl Iterator<Item = &Evidence> {
    let claims = brief.claims.iter().flat_map(|it| it.supports.iter().chain(&it.contradicts));
    let others = brief.expectations.iter().flat_map(|it| &it.lines);
    claims.chain(others).chain(brief.unthemed.iter().flat_map(|it| &it.shown))
}

/// The SHA-256, in hexadecimal, of the code, revision and text of every line that a brief uses: each line once, by code.
pub fn hash(brief: &Brief) -> String {
    let used: BTreeSet<(&str, u32, &str)> =
        lines(brief).map(|it| (it.note.as_str(), it.revision, it.text.as_str())).collect();
    let mut sha = Sha256::new();
    for (note, revision, text) in used {
        sha.update(note);
        sha.update([0]);
        sha.update(revision.to_be_bytes());
        sha.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        sha.update(text);
    }
    super::leaks::hex(&sha.finalize())
}

/// The number of the next version of a persona's brief, from 1.
pub fn next_number(research: &Research, persona: Id) -> u32 {
    let numbers = research.editions().values().filter(|it| it.persona == persona).map(|it| it.number);
    numbers.max().unwrap_or(0).saturating_add(1)
}

/// The brief as it is published: the same, under a number, with the hash of its lines.
#[must_use]
pub fn frozen(brief: Brief, number: u32, (at, by): (Moment, String)) -> Brief {
    let published = Published { number, date: at.date(), by, hash: hash(&brief) };
    Brief { edition: Some(published), ..brief }
}

/// How many lines of a person a brief cites, and how many of them it quotes word for word.
pub fn cited(brief: &Brief, participant: &str) -> Cited {
    let of = lines(brief).filter(|it| it.participant == participant);
    let mut lines: BTreeMap<&str, bool> =
        of.map(|it| (it.note.as_str(), it.voice == Voice::Verbatim && !it.withheld)).collect();
    let codes = brief.worst.iter().flat_map(|it| &it.lines).filter_map(|cite| cite.split('.').next());
    let is_theirs = |code: &&str| code.parse::<Citation>().is_ok_and(|it| it.participant == participant);
    for code in codes.filter(is_theirs) {
        lines.entry(code).or_default();
    }
    Cited { lines: lines.len(), quotes: lines.values().filter(|quoted| **quoted).count() }
}

/// How much of a person stands in a brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// Lines.
    pub lines: usize,
    /// Those of them that stand in quotation marks.
    pub quotes: usize,
}

named! {
    /// Why somebody is in a later brief no more.
    Left ("left") {
        /// Consent was withdrawn.
        Withdrawn = "withdrawn",
        /// The person is no more in the library.
        Removed = "removed",
        /// The person counts towards another persona, or towards none.
        Moved = "moved",
        /// The person has not agreed to take part, or has no interview that has begun.
        NotCounted = "not_counted",
    }
}

named! {
    /// What became of a claim between two briefs.
    Change ("change") {
        /// More people raise it.
        Stronger = "stronger",
        /// Fewer people raise it.
        Weaker = "weaker",
        /// Somebody contradicts it whom the earlier brief did not have.
        Contradicted = "contradicted",
        /// Nobody raises it any more.
        Unsupported = "unsupported",
        /// It is claimed for the first time.
        New = "new",
        /// It is claimed no more: its theme was dropped, merged or removed.
        Gone = "gone",
        /// It has another name, and most of its lines are the same.
        Renamed = "renamed",
        /// As many people raise it, but of others.
        Steady = "steady",
    }
}

/// Somebody who is in a later brief no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gone {
    /// The code.
    pub participant: String,
    /// Why.
    pub reason: Left,
}

/// The counts of one claim in one brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How many people raise it.
    pub raised: usize,
    /// How many contradict it.
    pub contradicted: usize,
    /// Of how many people the brief is.
    pub people: usize,
    /// How well it is borne out.
    pub state: State,
}

/// One claim that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// What became of it.
    pub change: Change,
    /// The dimension.
    pub dimension: Dimension,
    /// The theme, by its later name where there is one.
    pub theme: String,
    /// Its earlier name, where it has another now.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub was: String,
    /// In the earlier brief.
    pub before: Option<Tally>,
    /// In the later one.
    pub after: Option<Tally>,
    /// Who raises it only now.
    pub joined: Vec<String>,
    /// Who raised it before and does not now.
    pub lost: Vec<String>,
    /// Who contradicts it only now.
    pub against: Vec<String>,
    /// How many of the people who are new were asked about it, as the counts show.
    pub newly_asked: usize,
}

/// What changed between two briefs of one persona.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BriefDiff {
    /// The persona.
    pub persona: String,
    /// The number of the earlier brief; none for a draft.
    pub before: Option<u32>,
    /// The number of the later one.
    pub after: Option<u32>,
    /// How many people the earlier brief rests on.
    pub people_before: usize,
    /// How many the later one rests on.
    pub people_after: usize,
    /// Who is new, by code.
    pub people_in: Vec<String>,
    /// Who is no more in it, by code, and why.
    pub people_out: Vec<Gone>,
    /// Lines that both use in another wording, as the later citation.
    pub lines_changed: Vec<String>,
    /// The claims that are not as they were, by dimension and theme.
    pub claims: Vec<Moved>,
}

impl BriefDiff {
    /// The claims that are worth a sentence, and how many others say the same over other people: as many raise them as
    /// before, and nobody new was asked.
    pub fn told(&self) -> (Vec<&Moved>, usize) {
        let is_told = |it: &&Moved| it.change != Change::Steady || it.newly_asked > 0;
        let told: Vec<&Moved> = self.claims.iter().filter(is_told).collect();
        let rest = self.claims.len() - told.len();
        (told, rest)
    }

    /// Whether the earlier brief is stale: people, lines or counts are not what they were.
    pub fn is_empty(&self) -> bool {
        self.people_in.is_empty()
            && self.people_out.is_empty()
            && self.lines_changed.is_empty()
            && self.claims.is_empty()
    }
}

/// What changed from one brief of a persona to another; why somebody left is read from the records of now.
pub fn diff(before: &Brief, after: &Brief, research: &Research) -> BriefDiff {
    let people = |brief: &Brief| -> BTreeSet<String> { brief.from.iter().map(|it| it.participant.clone()).collect() };
    let (old, new) = (people(before), people(after));
    let gone = |code: &String| Gone { participant: code.clone(), reason: reason(research, code, &before.persona) };
    BriefDiff {
        persona: after.persona.clone(),
        before: before.edition.as_ref().map(|it| it.number),
        after: after.edition.as_ref().map(|it| it.number),
        people_before: before.people,
        people_after: after.people,
        people_in: new.difference(&old).cloned().collect(),
        people_out: old.difference(&new).map(gone).collect(),
        lines_changed: lines_changed(before, after),
        claims: claims(before, after),
    }
}

fn reason(research: &Research, code: &str, persona: &str) -> Left {
    let Some(person) = research.participant_by_code(code) else { return Left::Removed };
    let now = person.persona.and_then(|id| research.personas().get(&id)).map(|it| it.name.as_str());
    match now {
        _ if person.is_withdrawn() => Left::Withdrawn,
        Some(name) if name == persona => Left::NotCounted,
        _ => Left::Moved,
    }
}

fn lines_changed(before: &Brief, after: &Brief) -> Vec<String> {
    let old: BTreeMap<&str, (u32, &str)> =
        lines(before).map(|it| (it.note.as_str(), (it.revision, it.text.as_str()))).collect();
    let changed = lines(after).filter(|it| {
        let was = old.get(it.note.as_str());
        was.is_some_and(|was| *was != (it.revision, it.text.as_str()) && !it.withheld && !was.1.is_empty())
    });
    changed.map(Evidence::cite).collect::<BTreeSet<String>>().into_iter().collect()
}

type Key<'a> = (Dimension, &'a str);

fn claims(before: &Brief, after: &Brief) -> Vec<Moved> {
    let of = |brief: &'_ Brief| -> Vec<(Dimension, String)> {
        brief.claims.iter().map(|it| (it.dimension, it.theme.clone())).collect()
    };
    let find = |brief: &'_ Brief, key: &Key<'_>| -> Option<usize> {
        brief.claims.iter().position(|it| (it.dimension, it.theme.as_str()) == *key)
    };
    let keys: BTreeSet<(Dimension, String)> = of(before).into_iter().chain(of(after)).collect();
    let mut renamed: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, claim) in before.claims.iter().enumerate() {
        if find(after, &(claim.dimension, &claim.theme)).is_none() {
            let fresh = after
                .claims
                .iter()
                .enumerate()
                .filter(|(_, it)| find(before, &(it.dimension, &it.theme)).is_none() && is_mostly(claim, it));
            if let Some((to, _)) = fresh.into_iter().find(|(to, _)| !renamed.values().any(|it| it == to)) {
                renamed.insert(at, to);
            }
        }
    }
    let known: BTreeSet<&str> = before.from.iter().map(|it| it.participant.as_str()).collect();
    let has_new = after.from.iter().any(|it| !known.contains(it.participant.as_str()));
    let mut moved = Vec::new();
    for (dimension, theme) in &keys {
        let key = (*dimension, theme.as_str());
        let (mut old, new) = (find(before, &key), find(after, &key));
        if old.is_some_and(|at| new.is_none() && renamed.contains_key(&at)) {
            continue;
        }
        if let (None, Some(to)) = (old, new) {
            old = renamed.iter().find(|(_, it)| **it == to).map(|(from, _)| *from);
        }
        let pair = (old.map(|at| &before.claims[at]), new.map(|at| &after.claims[at]));
        moved.extend(moved_claim(pair, (before.people, after.people), has_new));
    }
    moved
}

/// Whether at least half of the lines of a claim stand under the other.
fn is_mostly(old: &Claim, new: &Claim) -> bool {
    let notes = |claim: &Claim| -> BTreeSet<String> { claim.supports.iter().map(|it| it.note.clone()).collect() };
    let (old_notes, new_notes) = (notes(old), notes(new));
    let common = old_notes.intersection(&new_notes).count();
    old.dimension == new.dimension && common > 0 && common * 2 >= old_notes.len()
}

/// Whether as many people say it and speak against it, whatever the size of the persona.
fn is_same(old: Tally, new: Tally) -> bool {
    (old.raised, old.contradicted, old.state) == (new.raised, new.contradicted, new.state)
}

/// What became of one claim; nothing where its counts are the same and nobody new could have changed them.
fn moved_claim((old, new): (Option<&Claim>, Option<&Claim>), people: (usize, usize), has_new: bool) -> Option<Moved> {
    let tally = |claim: &Claim, people| Tally {
        raised: claim.counts.raised,
        contradicted: claim.counts.contradicted,
        people,
        state: claim.state,
    };
    let who = |lines: &[Evidence]| -> BTreeSet<String> { lines.iter().map(|it| it.participant.clone()).collect() };
    let (before, after) = (old.map(|it| tally(it, people.0)), new.map(|it| tally(it, people.1)));
    let sets =
        |claim: Option<&Claim>| claim.map_or_else(Default::default, |it| (who(&it.supports), who(&it.contradicts)));
    let ((old_for, old_against), (new_for, new_against)) = (sets(old), sets(new));
    let minus = |a: &BTreeSet<String>, b: &BTreeSet<String>| -> Vec<String> { a.difference(b).cloned().collect() };
    let (joined, lost) = (minus(&new_for, &old_for), minus(&old_for, &new_for));
    let against = minus(&new_against, &old_against);
    let shown = new.or(old)?;
    let was = old.filter(|it| it.theme != shown.theme).map(|it| it.theme.clone()).unwrap_or_default();
    let asked = |claim: Option<&Claim>| claim.map_or(0, |it| it.counts.asked);
    let change = match (before, after) {
        (None, _) => Change::New,
        (_, None) => Change::Gone,
        (Some(old), Some(new)) if new.raised == 0 && old.raised > 0 => Change::Unsupported,
        _ if !against.is_empty() => Change::Contradicted,
        (Some(old), Some(new)) if new.raised > old.raised => Change::Stronger,
        (Some(old), Some(new)) if new.raised < old.raised => Change::Weaker,
        _ if !was.is_empty() => Change::Renamed,
        (Some(old), Some(new)) if !has_new && is_same(old, new) && joined.is_empty() && lost.is_empty() => return None,
        _ => Change::Steady,
    };
    let newly_asked = asked(new).saturating_sub(asked(old));
    let (dimension, theme) = (shown.dimension, shown.theme.clone());
    Some(Moved { change, dimension, theme, was, before, after, joined, lost, against, newly_asked })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Edit, Edition, Key, Kind, Mark, Participant, Record, Stance, briefing};

    const AT: &str = "2026-01-10T10:00:00+09:00";

    fn sample() -> Research {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    fn persona(research: &Research) -> Id {
        research.personas().values().find(|it| it.name == "개발팀장").unwrap().id
    }

    fn drawn(research: &Research) -> Brief {
        briefing::for_export(research, persona(research)).unwrap()
    }

    fn withdraw(research: &mut Research, code: &str) {
        let mut person: Participant = research.participant_by_code(code).unwrap().clone();
        person.consent.withdrawn = Some(AT.parse().unwrap());
        research.apply(person.into()).unwrap();
    }

    #[test]
    fn the_hash_is_of_the_lines_and_of_nothing_else() {
        let drafted = drawn(&sample());
        let published = frozen(drafted.clone(), 1, (AT.parse().unwrap(), "HE".to_owned()));
        assert_eq!(hash(&published), published.edition.as_ref().unwrap().hash);
        assert_eq!(hash(&drafted).len(), 64);
        let mut other = drafted.clone();
        other.claims.reverse();
        other.about = "anything".to_owned();
        assert_eq!(hash(&other), hash(&drafted), "order and wording around the lines do not count");
        for change in [|it: &mut Evidence| it.text.push('.'), |it: &mut Evidence| it.revision += 1] {
            let mut other = drafted.clone();
            change(&mut other.claims[0].supports[0]);
            assert_ne!(hash(&other), hash(&drafted));
        }
    }

    #[test]
    fn numbers_go_on_from_the_last_of_the_persona() {
        let mut research = sample();
        let persona = persona(&research);
        assert_eq!(next_number(&research, persona), 1);
        let record = Edition {
            id: Id::from_u128(5),
            study: research.study().unwrap().id,
            persona,
            number: 4,
            published: AT.parse().unwrap(),
            by: "HE".to_owned(),
            hash: "0".repeat(64),
            document: "{}".to_owned(),
        };
        research.apply(record.into()).unwrap();
        assert_eq!(next_number(&research, persona), 5);
    }

    #[test]
    fn nothing_changed_is_an_empty_diff() {
        let research = sample();
        let drafted = drawn(&research);
        assert!(diff(&drafted, &drafted, &research).is_empty());
    }

    #[test]
    fn who_withdrew_is_out_with_the_reason_and_what_rested_on_one_person_is_without_support() {
        let mut research = sample();
        let before = drawn(&research);
        let alone = before.claims.iter().find(|it| it.counts.raised == 1).unwrap();
        let who = alone.supports[0].participant.clone();
        assert!(cited(&before, &who).lines > 0);
        withdraw(&mut research, &who);
        let after = drawn(&research);
        let diff = diff(&before, &after, &research);
        assert_eq!(diff.people_out, [Gone { participant: who.clone(), reason: Left::Withdrawn }]);
        assert_eq!((diff.people_before, diff.people_after), (before.people, before.people - 1));
        let moved = diff.claims.iter().find(|it| it.theme == alone.theme).unwrap();
        assert!(matches!(moved.change, Change::Unsupported | Change::Gone), "{moved:?}");
        assert_eq!(moved.lost, std::slice::from_ref(&who));
        assert!(diff.claims.iter().any(|it| it.change == Change::Weaker && it.lost == std::slice::from_ref(&who)));
        assert!(diff.claims.iter().all(|it| it.change != Change::Stronger && it.joined.is_empty()));
        assert_eq!(cited(&after, &who), Cited::default());
    }

    #[test]
    fn back_again_it_is_new_and_stronger() {
        let mut research = sample();
        let after = drawn(&research);
        let who = after.claims.iter().find(|it| it.counts.raised > 2).unwrap().supports[0].participant.clone();
        withdraw(&mut research, &who);
        let before = drawn(&research);
        let diff = diff(&before, &after, &sample());
        assert_eq!((diff.people_in.as_slice(), diff.people_out.len()), (&[who.clone()][..], 0));
        assert!(diff.claims.iter().any(|it| it.change == Change::Stronger && it.joined == [who.clone()]));
    }

    #[test]
    fn a_new_contradictor_is_told_before_all_else() {
        let mut research = sample();
        let before = drawn(&research);
        let claim = before.claims.iter().find(|it| it.contradicts.is_empty() && it.counts.raised > 1).unwrap();
        let against = before.from.iter().map(|it| &it.participant);
        let who = against.into_iter().find(|code| claim.supports.iter().all(|it| it.participant != **code)).unwrap();
        let person = research.participant_by_code(who).unwrap().id;
        let note = research.evidence_of(person).next().unwrap().id;
        let mark =
            Mark::new((Id::from_u128(77), before_study(&research)), note, claim.id.unwrap(), Stance::Contradicts);
        research.apply(mark.into()).unwrap();
        let diff = diff(&before, &drawn(&research), &research);
        let moved = diff.claims.iter().find(|it| it.theme == claim.theme).unwrap();
        assert_eq!((moved.change, moved.against.as_slice()), (Change::Contradicted, &[who.clone()][..]));
        assert_eq!(diff.claims.len(), 1);
    }

    fn before_study(research: &Research) -> Id {
        research.study().unwrap().id
    }

    #[test]
    fn a_theme_with_another_name_is_renamed_and_one_that_is_removed_is_gone() {
        let mut research = sample();
        let before = drawn(&research);
        let claim = before.claims.iter().find(|it| it.counts.raised > 1).unwrap();
        let mut theme = research.themes()[&claim.id.unwrap()].clone();
        theme.name = "아주 다른 이름".to_owned();
        research.apply(theme.into()).unwrap();
        let diff = diff(&before, &drawn(&research), &research);
        assert_eq!(diff.claims.len(), 1);
        assert_eq!((diff.claims[0].change, diff.claims[0].was.as_str()), (Change::Renamed, claim.theme.as_str()));

        let mut research = sample();
        for edit in research.removal(Key::new(Kind::Theme, claim.id.unwrap())) {
            research.apply(edit).unwrap();
        }
        let diff = super::diff(&before, &drawn(&research), &research);
        let moved = diff.claims.iter().find(|it| it.theme == claim.theme).unwrap();
        assert_eq!((moved.change, moved.after), (Change::Gone, None));
    }

    #[test]
    fn a_corrected_line_is_told() {
        let mut research = sample();
        let before = drawn(&research);
        let line = &before.claims[0].supports[0];
        let key = research.resolve(&line.note.parse().unwrap()).unwrap();
        let note = research.notes()[&key.id].revised("고친 말", line.voice, AT.parse().unwrap());
        research.apply(Edit::Put(note.into())).unwrap();
        let diff = diff(&before, &drawn(&research), &research);
        assert_eq!(diff.lines_changed, [format!("{}.r{}", line.note, line.revision + 1)]);
    }
}
