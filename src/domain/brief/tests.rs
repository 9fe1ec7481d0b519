//! What people decide is kept through every new draft: headings, chosen lines, dropped claims, and when each of them
//! is told to be out of date.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::evidence::State;
use crate::domain::judgement::{Dropped, Headline, Judgement};
use crate::domain::{Expectation, Met, Moment, Note, Record, Stance, Theme, TriggerCard};

fn sample() -> (Research, Id) {
    let lines = include_str!("../../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
    let records = lines.map(|line| serde_json::from_str::<Record>(line).unwrap());
    let undecided = records.filter(|it| !matches!(it, Record::Judgement(_) | Record::TriggerCard(_)));
    let research = Research::of(undecided).unwrap();
    let persona = research.personas().values().map(|it| it.id).max_by_key(|it| research.people_of(*it).len()).unwrap();
    (research, persona)
}

fn at() -> Moment {
    "2026-03-02T10:00:00.000+09:00".parse().unwrap()
}

fn judge(research: &mut Research, persona: Id, theme: Id, change: impl FnOnce(&mut Judgement)) {
    let study = research.study().unwrap().id;
    let mut judgement = Judgement::blank((Id::from_u128(77), study), persona, theme);
    change(&mut judgement);
    research.apply(judgement.into()).unwrap();
}

fn claim<'b>(brief: &'b Brief, theme: &Theme) -> Option<&'b Claim> {
    brief.claims.iter().find(|it| it.id == Some(theme.id))
}

/// The first claim: the strongest of the first dimension, with its theme.
fn strongest(research: &Research, persona: Id) -> (Claim, Theme) {
    let brief = draft(research, persona).unwrap();
    let first = brief.claims.iter().find(|it| it.state == State::Strong && it.supports.len() > 2).unwrap();
    (first.clone(), research.themes()[&first.id.unwrap()].clone())
}

/// The line of a citation.
fn cited(research: &Research, cite: &str) -> Note {
    let code = cite.split_once('.').unwrap().0;
    research.notes().values().find(|note| research.code_of(note) == code).unwrap().clone()
}

#[test]
fn a_brief_reads_back_what_it_wrote() {
    let (research, persona) = sample();
    let brief = draft(&research, persona).unwrap();
    let json = serde_json::to_string(&brief).unwrap();
    let back: Brief = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
    assert_eq!(back.schema, SCHEMA);
}

#[test]
fn a_heading_is_a_persons_words_and_is_stale_when_its_lines_change() {
    let (mut research, persona) = sample();
    let (before, theme) = strongest(&research, persona);
    assert_eq!((before.headline.as_str(), &before.written), (theme.name.as_str(), &None));
    let rests_on = before.supports.iter().chain(&before.contradicts).map(|line| line.cite()).collect();
    let headline =
        Headline {
            text: "감사 일정이 도입 일정을 정한다".to_owned(), by: "HE".to_owned(), at: at(), rests_on
        };
    judge(&mut research, persona, theme.id, |it| it.headline = Some(headline));
    let brief = draft(&research, persona).unwrap();
    let now = claim(&brief, &theme).unwrap();
    assert_eq!((now.headline.as_str(), now.state), ("감사 일정이 도입 일정을 정한다", before.state));
    assert_eq!(now.written, Some(Written { by: "HE".to_owned(), date: at().date() }));
    assert_eq!(now.theme, theme.name, "the theme's own name stays underneath");

    let note = cited(&research, &before.supports[0].cite());
    let corrected = note.revised("다른 말", note.voice, at());
    research.apply(corrected.into()).unwrap();
    assert_eq!(claim(&draft(&research, persona).unwrap(), &theme).unwrap().state, State::Stale);
}

#[test]
fn the_lines_that_somebody_chose_are_printed_and_those_that_are_gone_are_passed_over() {
    let (mut research, persona) = sample();
    let (before, theme) = strongest(&research, persona);
    assert_eq!(before.printed().count(), 2);
    assert_eq!(before.printed().count() + before.unprinted().count(), before.supports.len());
    let last = before.supports.last().unwrap();
    let chosen = vec![cited(&research, &last.cite()).id, Id::from_u128(5)];
    judge(&mut research, persona, theme.id, |it| it.quotes = chosen);
    let brief = draft(&research, persona).unwrap();
    assert_eq!(claim(&brief, &theme).unwrap().shown, [last.cite()]);
}

#[test]
fn a_dropped_claim_stays_away_until_it_gains_people() {
    let (mut research, persona) = sample();
    let (before, theme) = strongest(&research, persona);
    let raised = u32::try_from(before.counts.raised).unwrap();
    let dropped = |people| Dropped { reason: "이 연구와 무관".to_owned(), by: "HE".to_owned(), at: at(), people };
    judge(&mut research, persona, theme.id, |it| it.dropped = Some(dropped(raised)));
    let brief = draft(&research, persona).unwrap();
    assert!(claim(&brief, &theme).is_none());
    let gone = brief.dropped.iter().find(|it| it.theme == theme.name).unwrap();
    assert_eq!((gone.reason.as_str(), gone.people), ("이 연구와 무관", before.counts.raised));

    judge(&mut research, persona, theme.id, |it| it.dropped = Some(dropped(raised - 1)));
    let brief = draft(&research, persona).unwrap();
    assert_eq!(claim(&brief, &theme).unwrap().returned.as_ref().unwrap().people_then, raised - 1);
    assert!(brief.dropped.is_empty());

    research.apply(Theme { dropped: Some(dropped(raised)), ..theme.clone() }.into()).unwrap();
    assert!(
        claim(&draft(&research, persona).unwrap(), &theme).is_none(),
        "dropped from the study is dropped from each brief"
    );
}

#[test]
fn a_theme_tells_the_wider_themes_above_it_and_a_ring_of_them_ends() {
    let (mut research, persona) = sample();
    let (_, theme) = strongest(&research, persona);
    let wider = Theme::blank((Id::from_u128(90), theme.study), theme.dimension, "더 넓은 것", at());
    research.apply(wider.clone().into()).unwrap();
    research.apply(Theme { parent: Some(wider.id), ..theme.clone() }.into()).unwrap();
    assert_eq!(claim(&draft(&research, persona).unwrap(), &theme).unwrap().above, ["더 넓은 것"]);
    research.apply(Theme { parent: Some(theme.id), ..wider }.into()).unwrap();
    assert!(claim(&draft(&research, persona).unwrap(), &theme).unwrap().above.len() <= 8);
}

#[test]
fn expectations_are_counted_by_people_and_what_became_of_them() {
    let (mut research, persona) = sample();
    for note in research.notes().values().filter(|it| it.expectation.is_some()).cloned().collect::<Vec<_>>() {
        research.apply(Note { expectation: None, met: None, ..note }.into()).unwrap();
    }
    let (claim, theme) = strongest(&research, persona);
    for (line, met) in claim.supports.iter().zip([Met::Unmet, Met::Exceeded]) {
        let note = cited(&research, &line.cite());
        research.apply(Note { expectation: Some(Expectation::Beyond), met: Some(met), ..note }.into()).unwrap();
    }
    let ledger = draft(&research, persona).unwrap().expectations;
    let row = &ledger[0];
    assert_eq!((ledger.len(), row.theme.as_str(), row.expectation), (1, theme.name.as_str(), Expectation::Beyond));
    assert_eq!((row.people, row.met, row.unmet, row.exceeded, row.lines.len()), (2, 0, 1, 1, 2));
}

/// Shows in part E10: one cause and one effect for a trigger, with what was rejected and the evidence; not a list of them.
#[test]
fn a_trigger_card_stands_in_the_brief_of_those_who_raised_its_trigger() {
    let (mut research, persona) = sample();
    let (claim, theme) = strongest(&research, persona);
    let card = TriggerCard {
        id: Id::from_u128(91),
        study: theme.study,
        theme: theme.id,
        event: String::new(),
        cause: "원인".to_owned(),
        effect: String::new(),
        trackable: Some(false),
        action: "먼저 전화한다".to_owned(),
        rejected: "할인".to_owned(),
        message: String::new(),
    };
    research.apply(card.into()).unwrap();
    let rows = draft(&research, persona).unwrap().triggers;
    let row = rows.iter().find(|row| row.theme == theme.name).unwrap();
    assert_eq!(
        (row.people, row.event.as_str(), row.rejected.as_str()),
        (claim.counts.raised, theme.name.as_str(), "할인")
    );
    assert_eq!(row.lines.len(), claim.supports.len());
}

/// Shows in part E18: a claim that only winners or only losers raised says so; nothing warns of a study of winners.
#[test]
fn one_side_of_a_purchase_is_told_and_the_age_of_a_memory_too() {
    let (research, persona) = sample();
    let brief = draft(&research, persona).unwrap();
    let sides = |claim: &Claim| {
        let theme = &research.themes()[&claim.id.unwrap()];
        let people = research.counted_people(Some(persona));
        let said = research.said_under(theme, &people);
        let raisers = said.iter().filter(|it| it.stance == Stance::Supports);
        raisers.map(|it| research.outcome_of(it.person).map(|it| it.name() == "won")).collect::<Vec<_>>()
    };
    for claim in &brief.claims {
        let sides = sides(claim);
        let expected = match sides.first() {
            Some(Some(won)) if sides.iter().all(|it| *it == Some(*won)) => {
                Some(if *won { Side::Won } else { Side::NotWon })
            }
            _ => None,
        };
        assert_eq!(claim.only, expected, "{}", claim.theme);
        if let Some(age) = claim.recall {
            assert!(age.people <= claim.counts.raised && age.median_days <= age.longest_days && age.old <= age.people);
        }
    }
    assert!(brief.claims.iter().any(|it| it.only.is_some()) && brief.claims.iter().any(|it| it.only.is_none()));
    assert!(brief.from.iter().any(|it| it.recall_days.is_some()), "the sample dates a decision");
}

/// Shows A11.
#[test]
fn a_purchase_case_with_several_people_is_told_side_by_side() {
    let (research, persona) = sample();
    let brief = draft(&research, persona).unwrap();
    let committee = brief.committees.first().unwrap();
    assert!(committee.members.len() >= 2);
    for row in &committee.rows {
        assert_eq!(row.stands.len(), committee.members.len());
        let theme =
            research.themes().values().find(|it| (it.dimension, &it.name) == (row.dimension, &row.theme)).unwrap();
        for (stand, member) in row.stands.iter().zip(&committee.members) {
            let person = research.participant_by_code(&member.participant).unwrap();
            let standing = research.standing(theme, person.id);
            let raised = matches!(stand, committee::Stand::Raised | committee::Stand::Divided);
            assert_eq!(raised, standing.raised, "{} {}", member.participant, row.theme);
        }
    }
}

#[test]
fn one_or_two_people_print_one_line_and_withheld_words_stand_back() {
    let (research, _) = sample();
    let briefs = research.personas().keys().map(|persona| draft(&research, *persona).unwrap());
    let claims: Vec<Claim> = briefs.flat_map(|brief| brief.claims).collect();
    for claim in &claims {
        let most = if claim.counts.raised < 3 { 1 } else { 2 };
        assert_eq!(claim.shown.len(), claim.supports.len().min(most), "{}", claim.theme);
        let withheld = |shown: &dyn Fn(&str) -> bool| {
            claim.supports.iter().filter(|it| shown(&it.cite())).filter(|it| it.withheld).count()
        };
        let printed = withheld(&|cite| claim.shown.iter().any(|it| it == cite));
        let tellable = claim.supports.len() - withheld(&|_| true);
        assert_eq!(printed, claim.shown.len().saturating_sub(tellable), "{}", claim.theme);
    }
    assert!(claims.iter().any(|it| it.supports.iter().any(|line| line.withheld)), "the sample has such a claim");
}
