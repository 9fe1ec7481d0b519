//! What people decide about a claim of a brief, as one step each: how it is headed, which lines are printed, that it is
//! left out and why, and what a trigger should set in motion. What a decision looks like is in `judgement`.

use super::brief;
use super::evidence::Evidence;
use super::id::Id;
use super::judgement::{Headline, Judgement, MOST_QUOTES, TriggerCard};
use super::live::Fresh;
use super::record::{Edit, Key, Kind, Step};
use super::research::Research;
use super::text;
use super::theme::{Stance, Theme};
use super::theme_steps;

/// A claim: a theme in the brief of a persona.
pub type Claimed = (Id, Id);

/// The step that heads a claim in a person's words; nothing brings the theme's own name back.
pub fn headed(research: &Research, claim: Claimed, words: &str, (by, fresh): (&str, &Fresh<'_>)) -> Option<Step> {
    let theme = research.themes().get(&claim.1)?;
    let words = text::trim_line(words).into_owned();
    let rests_on = said(research, claim.0, theme).into_iter().map(|(_, cite, _)| cite).collect();
    let headline = Headline { text: words, by: by.to_owned(), at: fresh.now, rests_on };
    let headline = Some(headline).filter(|it| !it.text.is_empty() && it.text != theme.name);
    changed(research, claim, ("head-claim", fresh), |judgement| judgement.headline = headline)
}

/// The step that has a supporting line printed, or no longer. At most [`MOST_QUOTES`] are: the one that was chosen first
/// makes room. Where the last is taken away, the rule chooses again.
pub fn quoted(research: &Research, claim: Claimed, note: Id, (wanted, fresh): (bool, &Fresh<'_>)) -> Option<Step> {
    let mut quotes = printed(research, claim);
    match (wanted, quotes.iter().position(|it| *it == note)) {
        (true, None) => {
            quotes.push(note);
            let surplus = quotes.len().saturating_sub(MOST_QUOTES);
            quotes.drain(..surplus);
        }
        (false, Some(at)) => _ = quotes.remove(at),
        _ => return None,
    }
    changed(research, claim, ("choose-quotes", fresh), |judgement| judgement.quotes = quotes)
}

/// The lines that are printed under a claim now: those chosen, else the first by the rule.
pub fn printed(research: &Research, claim: Claimed) -> Vec<Id> {
    let Some(theme) = research.themes().get(&claim.1) else { return Vec::new() };
    let said = research.said_under(theme, &research.counted_people(Some(claim.0)));
    brief::printed(research.judgement(claim.0, claim.1), &said).into_iter().map(|it| it.note.id).collect()
}

/// The step that leaves a claim out of a persona's brief, with the reason.
pub fn left_out(research: &Research, claim: Claimed, reason: &str, (by, fresh): (&str, &Fresh<'_>)) -> Option<Step> {
    let theme = research.themes().get(&claim.1)?;
    let people = research.denominator(theme, &research.counted_people(Some(claim.0)));
    let dropped = theme_steps::decided(reason, (by, fresh.now), &people);
    changed(research, claim, ("leave-out-claim", fresh), |judgement| judgement.dropped = Some(dropped))
}

/// The step that brings a claim back that was left out here, or its theme that was dropped everywhere.
pub fn brought_back(research: &Research, claim: Claimed, fresh: &Fresh<'_>) -> Option<Step> {
    let here = research.judgement(claim.0, claim.1).is_some_and(|it| it.dropped.is_some());
    if !here {
        return theme_steps::taken_back(research, claim.1);
    }
    changed(research, claim, ("bring-back-claim", fresh), |judgement| judgement.dropped = None)
}

/// The step that fills in the card of a trigger, or takes it away where nothing is left in it.
pub fn carded(research: &Research, theme: Id, fresh: &Fresh<'_>, fill: impl FnOnce(&mut TriggerCard)) -> Option<Step> {
    let known = research.themes().get(&theme)?;
    let before = card(research, theme);
    let blank = || TriggerCard {
        id: fresh.id(),
        study: known.study,
        theme,
        event: String::new(),
        cause: String::new(),
        effect: String::new(),
        trackable: None,
        action: String::new(),
        rejected: String::new(),
        message: String::new(),
    };
    let mut after = before.cloned().unwrap_or_else(blank);
    fill(&mut after);
    let texts = [&after.event, &after.cause, &after.effect, &after.action, &after.rejected, &after.message];
    let is_blank = after.trackable.is_none() && texts.into_iter().all(String::is_empty);
    let step = Step::new(known.study, "fill-trigger-card", known.name.clone());
    match before {
        Some(before) if is_blank => Some(step.remove(Kind::TriggerCard, before.id)),
        Some(before) if *before == after => None,
        None if is_blank => None,
        _ => Some(step.put(after)),
    }
}

/// The card of a trigger theme.
pub fn card(research: &Research, theme: Id) -> Option<&TriggerCard> {
    let ids = research.users_of(Key::new(Kind::Theme, theme), Kind::TriggerCard);
    ids.filter_map(|id| research.trigger_cards().get(&id)).next()
}

/// The lines of a persona's people under a theme, the most telling first, with their citations.
fn said(research: &Research, persona: Id, theme: &Theme) -> Vec<(Id, String, Stance)> {
    let people = research.counted_people(Some(persona));
    let said = research.said_under(theme, &people);
    said.iter().map(|it| (it.note.id, Evidence::of(it.note, it.person).cite(), it.stance)).collect()
}

/// One judgement changed. One that decides nothing is not kept; none where nothing differs.
fn changed(
    research: &Research,
    (persona, theme): Claimed,
    (name, fresh): (&str, &Fresh<'_>),
    change: impl FnOnce(&mut Judgement),
) -> Option<Step> {
    let known = research.themes().get(&theme)?;
    let before = research.judgement(persona, theme);
    let mut after = before.cloned().unwrap_or_else(|| Judgement::blank((fresh.id(), known.study), persona, theme));
    change(&mut after);
    let mut step = Step::new(known.study, name, known.name.clone());
    match before {
        Some(before) if after.is_blank() => return Some(step.remove(Kind::Judgement, before.id)),
        Some(before) if *before == after => return None,
        None if after.is_blank() => return None,
        _ => step.edits.push(Edit::from(after)),
    }
    Some(step)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::brief::{self, Brief};
    use crate::domain::live::Ids;
    use crate::domain::{Moment, Record};
    use std::cell::Cell;

    struct Counting(Cell<u64>);

    impl Ids for Counting {
        fn id(&self) -> Id {
            self.0.set(self.0.get() + 1);
            Id::counted(1_800_000_000_000, self.0.get())
        }
    }

    /// The sample, the largest persona, and its claim with the most lines.
    fn sample() -> (Research, Claimed) {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        let records = lines.map(|line| serde_json::from_str::<Record>(line).unwrap());
        let research = Research::of(records.filter(|it| !matches!(it, Record::Judgement(_)))).unwrap();
        let persona = research.personas().keys().copied().max_by_key(|it| research.people_of(*it).len()).unwrap();
        let brief = brief::draft(&research, persona).unwrap();
        let claim = brief.claims.iter().max_by_key(|it| it.supports.len()).unwrap().id.unwrap();
        (research, (persona, claim))
    }

    fn draft(research: &Research, claim: Claimed) -> (Brief, brief::Claim) {
        let brief = brief::draft(research, claim.0).unwrap();
        let found = brief.claims.iter().find(|it| it.id == Some(claim.1)).unwrap().clone();
        (brief, found)
    }

    #[test]
    fn a_claim_is_headed_quoted_left_out_and_brought_back() {
        let (mut research, claim) = sample();
        let ids = Counting(Cell::new(0));
        let now: Moment = "2026-11-22T14:00:00+09:00".parse().unwrap();
        let fresh = Fresh::new(now, &ids);
        let (_, before) = draft(&research, claim);
        assert!(headed(&research, claim, "  ", ("HE", &fresh)).is_none(), "nothing to take away");
        research.apply_step(&headed(&research, claim, "감사 일정이 정한다", ("HE", &fresh)).unwrap()).unwrap();
        let (_, headed_claim) = draft(&research, claim);
        assert_eq!(
            (headed_claim.headline.as_str(), headed_claim.written.unwrap().by.as_str()),
            ("감사 일정이 정한다", "HE")
        );
        assert_eq!(headed_claim.state, before.state, "it is not stale");

        let cite = |research: &Research, note: Id| {
            let note = &research.notes()[&note];
            Evidence::of(note, research.person_of(note).unwrap()).cite()
        };
        let theme = research.themes()[&claim.1].clone();
        let lines = said(&research, claim.0, &theme);
        let first = printed(&research, claim);
        let third = lines.iter().find(|it| it.2 == Stance::Supports && !first.contains(&it.0)).unwrap().0;
        research.apply_step(&quoted(&research, claim, third, (true, &fresh)).unwrap()).unwrap();
        let (_, shown) = draft(&research, claim);
        assert_eq!(shown.shown.len(), 2);
        assert!(shown.shown.contains(&cite(&research, third)) && shown.shown.contains(&before.shown[1]));
        assert!(quoted(&research, claim, third, (true, &fresh)).is_none());
        research.apply_step(&quoted(&research, claim, third, (false, &fresh)).unwrap()).unwrap();
        assert_eq!(draft(&research, claim).1.shown, [before.shown[1].clone()]);
        let last = printed(&research, claim)[0];
        research.apply_step(&quoted(&research, claim, last, (false, &fresh)).unwrap()).unwrap();
        assert_eq!(draft(&research, claim).1.shown, before.shown, "the rule chooses again");

        research.apply_step(&left_out(&research, claim, "너무 넓다", ("HE", &fresh)).unwrap()).unwrap();
        let brief = brief::draft(&research, claim.0).unwrap();
        assert!(brief.claims.iter().all(|it| it.id != Some(claim.1)));
        assert_eq!(brief.dropped.iter().map(|it| it.reason.as_str()).collect::<Vec<_>>(), ["너무 넓다"]);
        research.apply_step(&brought_back(&research, claim, &fresh).unwrap()).unwrap();
        assert_eq!(draft(&research, claim).1.headline, "감사 일정이 정한다");
        research.apply_step(&headed(&research, claim, "", ("HE", &fresh)).unwrap()).unwrap();
        assert!(research.judgements().is_empty(), "a judgement that decides nothing is not kept");
        assert!(brought_back(&research, claim, &fresh).is_none());
    }

    #[test]
    fn a_card_is_filled_and_an_empty_one_is_not_kept() {
        let (mut research, (_, theme)) = sample();
        let ids = Counting(Cell::new(0));
        let fresh = Fresh::new("2026-11-22T14:00:00+09:00".parse().unwrap(), &ids);
        assert!(carded(&research, theme, &fresh, |_| {}).is_none());
        let step = carded(&research, theme, &fresh, |card| card.action = "전화".to_owned()).unwrap();
        research.apply_step(&step).unwrap();
        assert_eq!(card(&research, theme).unwrap().action, "전화");
        research.apply_step(&carded(&research, theme, &fresh, |card| card.action.clear()).unwrap()).unwrap();
        assert!(card(&research, theme).is_none());
    }
}
