//! Several themes become one. Whatever stood under or hung on any of them goes to the one that stays: lines, questions,
//! narrower themes, headings, chosen lines, the trigger card, and in its memo what the others were called and meant.
//! Of two marks on one line the one that a person judged stays, and else the one against: dissent is not lost.

use std::collections::{BTreeMap, BTreeSet};

use super::{put, users};
use crate::domain::id::Id;
use crate::domain::journey::{Entry, Seed, Source};
use crate::domain::judgement::{Judgement, MOST_QUOTES, TriggerCard};
use crate::domain::record::{Edit, Key, Kind, Step};
use crate::domain::research::Research;
use crate::domain::rules::MAX_TEXT_BYTES;
use crate::domain::study::Question;
use crate::domain::text;
use crate::domain::theme::{Mark, Stance, Theme};

/// Between what several themes said of themselves.
const BETWEEN: &str = " · ";

/// The step that merges other themes into one, which takes this name unless it is blank; none where nothing is left to
/// merge.
pub fn merged(research: &Research, into: Id, others: &[Id], name: &str) -> Option<Step> {
    let stays = research.themes().get(&into)?;
    let name = Some(text::trim_line(name).into_owned()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| stays.name.clone());
    let wanted: BTreeSet<&Id> = others.iter().filter(|id| **id != into).collect();
    let others: Vec<&Theme> = wanted.into_iter().filter_map(|id| research.themes().get(id)).collect();
    if others.is_empty() {
        return None;
    }
    let merging = Merging { research, stays, others };
    let mut edits = merging.marks();
    edits.extend(merging.questions());
    let (judgements, headings) = merging.judgements();
    edits.extend(judgements);
    edits.extend(merging.cards());
    edits.extend(merging.entries());
    edits.extend(merging.children());
    // The others go first: the one that stays may take the name of one of them.
    edits.extend(merging.others.iter().map(|it| Edit::Remove(Key::new(Kind::Theme, it.id))));
    put(&mut edits, research, Theme { name: name.clone(), ..merging.theme(&headings) });
    Some(Step { edits, ..Step::new(stays.study, "merge-themes", name) })
}

struct Merging<'r> {
    research: &'r Research,
    stays: &'r Theme,
    others: Vec<&'r Theme>,
}

impl<'r> Merging<'r> {
    fn is_merged(&self, theme: Id) -> bool {
        self.others.iter().any(|it| it.id == theme)
    }

    /// Every line is marked once; doubles go before anything takes their place.
    fn marks(&self) -> Vec<Edit> {
        let research = self.research;
        let mut kept: BTreeMap<Id, Mark> =
            research.marks_under(self.stays.id).map(|mark| (mark.note, mark.clone())).collect();
        let mut edits = Vec::new();
        for mark in self.others.iter().flat_map(|it| research.marks_under(it.id)) {
            match kept.get_mut(&mark.note) {
                Some(first) => {
                    (first.stance, first.judged) = one_of(first, mark);
                    edits.push(Edit::Remove(Key::new(Kind::Mark, mark.id)));
                }
                None => _ = kept.insert(mark.note, Mark { theme: self.stays.id, ..mark.clone() }),
            }
        }
        for mark in kept.into_values() {
            put(&mut edits, research, mark);
        }
        edits
    }

    fn questions(&self) -> Vec<Edit> {
        let ids = self.others.iter().flat_map(|it| users(self.research, it.id, Kind::Question));
        let questions = ids.filter_map(|id| self.research.questions().get(&id));
        questions.map(|it| Edit::from(Question { theme: Some(self.stays.id), ..it.clone() })).collect()
    }

    /// The entries of journeys that were drawn from the others, unless the journey has the same one of the theme that stays.
    fn entries(&self) -> Vec<Edit> {
        let place = |it: &Entry, seed: &Seed| (it.journey, seed.stage.clone(), seed.lane);
        let seeded = || self.research.entries().values().filter_map(|it| Some((it, it.seed.as_ref()?)));
        let stays = Source::Theme(self.stays.id);
        let mut taken: BTreeSet<_> =
            seeded().filter(|it| it.1.from == stays).map(|(it, seed)| place(it, seed)).collect();
        let mut edits = Vec::new();
        for (entry, seed) in seeded() {
            let is_merged = matches!(seed.from, Source::Theme(theme) if self.is_merged(theme));
            if is_merged && taken.insert(place(entry, seed)) {
                let seed = Some(Seed { from: stays.clone(), ..seed.clone() });
                edits.push(Entry { seed, ..entry.clone() }.into());
            }
        }
        edits
    }

    /// The judgements, one for each persona, and the headings that find no place in them.
    fn judgements(&self) -> (Vec<Edit>, Vec<String>) {
        let research = self.research;
        let of = |theme: Id| {
            let ids = users(research, theme, Kind::Judgement).into_iter();
            ids.filter_map(|id| research.judgements().get(&id))
        };
        let mut kept: BTreeMap<Id, Judgement> = of(self.stays.id).map(|it| (it.persona, it.clone())).collect();
        let (mut edits, mut headings) = (Vec::new(), Vec::new());
        for other in self.others.iter().flat_map(|it| of(it.id)) {
            match kept.get_mut(&other.persona) {
                Some(first) => {
                    headings.extend(taken(first, other));
                    edits.push(Edit::Remove(Key::new(Kind::Judgement, other.id)));
                }
                None => {
                    // That a part of it was left out is no reason to leave out the whole.
                    let moved = Judgement { theme: self.stays.id, dropped: None, ..other.clone() };
                    if moved.is_blank() {
                        edits.push(Edit::Remove(Key::new(Kind::Judgement, other.id)));
                    } else {
                        kept.insert(other.persona, moved);
                    }
                }
            }
        }
        for judgement in kept.into_values() {
            put(&mut edits, research, judgement);
        }
        (edits, headings)
    }

    fn cards(&self) -> Vec<Edit> {
        let research = self.research;
        let card = |theme: Id| {
            let id = users(research, theme, Kind::TriggerCard).into_iter().next()?;
            research.trigger_cards().get(&id).cloned()
        };
        let mut kept = card(self.stays.id);
        let mut edits = Vec::new();
        for theme in &self.others {
            let Some(other) = card(theme.id) else { continue };
            let event = if other.event.is_empty() { theme.name.clone() } else { other.event.clone() };
            match &mut kept {
                Some(first) => {
                    *first = joined(first, &other);
                    edits.push(Edit::Remove(Key::new(Kind::TriggerCard, other.id)));
                }
                None => kept = Some(TriggerCard { theme: self.stays.id, event, ..other }),
            }
        }
        if let Some(card) = kept {
            put(&mut edits, research, card);
        }
        edits
    }

    /// What stood below one that goes stands below the one that stays; in another dimension it stands by itself.
    fn children(&self) -> Vec<Edit> {
        let children = self.research.themes().values().filter(|it| it.parent.is_some_and(|id| self.is_merged(id)));
        let children = children.filter(|it| it.id != self.stays.id && !self.is_merged(it.id));
        children
            .map(|it| {
                let parent = Some(self.stays.id).filter(|_| it.dimension == self.stays.dimension);
                Edit::from(Theme { parent, ..it.clone() })
            })
            .collect()
    }

    /// The one that stays: as young as the youngest of them, so that nobody who was open becomes a "no".
    fn theme(&self, headings: &[String]) -> Theme {
        let told = self
            .others
            .iter()
            .map(|it| if it.memo.is_empty() { it.name.clone() } else { format!("{}: {}", it.name, it.memo) });
        let own = Some(self.stays.memo.clone()).filter(|memo| !memo.is_empty());
        let memo: Vec<String> = own.into_iter().chain(told).chain(headings.iter().cloned()).collect();
        let memo = Some(memo.join(BETWEEN)).filter(|memo| memo.len() <= MAX_TEXT_BYTES);
        Theme {
            memo: memo.unwrap_or_else(|| self.stays.memo.clone()),
            created: self.others.iter().map(|it| it.created).fold(self.stays.created, std::cmp::Ord::max),
            parent: self.parent(),
            ..self.stays.clone()
        }
    }

    /// The wider theme of the one that stays. Where one that goes stood above it, it takes the place of the topmost of
    /// them, so that what stood between does not come to stand above and below it at once.
    fn parent(&self) -> Option<Id> {
        let (mut at, mut parent, mut seen) = (self.stays.parent, self.stays.parent, BTreeSet::new());
        while let Some(theme) = at.and_then(|id| self.research.themes().get(&id)) {
            if !seen.insert(theme.id) {
                break;
            }
            if self.is_merged(theme.id) {
                parent = theme.parent;
            }
            at = theme.parent;
        }
        parent.filter(|id| *id != self.stays.id && !self.is_merged(*id))
    }
}

fn one_of(first: &Mark, other: &Mark) -> (Stance, bool) {
    match (first.judged, other.judged) {
        (true, false) => (first.stance, true),
        (false, true) => (other.stance, true),
        (judged, _) if first.stance == other.stance => (first.stance, judged),
        (judged, _) => (Stance::Contradicts, judged),
    }
}

/// Takes over what the first has not decided; gives back the heading that it has no room for.
fn taken(first: &mut Judgement, other: &Judgement) -> Option<String> {
    for quote in &other.quotes {
        if first.quotes.len() < MOST_QUOTES && !first.quotes.contains(quote) {
            first.quotes.push(*quote);
        }
    }
    match (&first.headline, &other.headline) {
        (None, headline) => {
            first.headline.clone_from(headline);
            None
        }
        (Some(_), headline) => headline.as_ref().map(|it| it.text.clone()),
    }
}

/// Two trigger cards as one: a field that both fill says both.
fn joined(first: &TriggerCard, other: &TriggerCard) -> TriggerCard {
    let both = |one: &str, two: &str| {
        let is_both = !one.is_empty() && !two.is_empty() && one != two && one.len() + two.len() < MAX_TEXT_BYTES / 2;
        match is_both {
            true => format!("{one}{BETWEEN}{two}"),
            false if one.is_empty() => two.to_owned(),
            false => one.to_owned(),
        }
    };
    TriggerCard {
        event: both(&first.event, &other.event),
        cause: both(&first.cause, &other.cause),
        effect: both(&first.effect, &other.effect),
        trackable: first.trackable.or(other.trackable),
        action: both(&first.action, &other.action),
        rejected: both(&first.rejected, &other.rejected),
        message: both(&first.message, &other.message),
        ..first.clone()
    }
}
