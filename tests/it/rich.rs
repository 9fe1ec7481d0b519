//! A brief in which every part has something: the sample study with the decisions that people make about it (a heading,
//! a dropped claim, a trigger card, expectations, an allowance, a published version), and the same with any text in
//! every field.

use serde_json::Value;
use whybuy::domain::brief::{self, Brief, Published};
use whybuy::domain::briefing;
use whybuy::domain::saturation::Finding;
use whybuy::domain::{
    Allowance, Dropped, Edit, Expectation, Headline, Id, Judgement, Key, Met, Moment, Note, Record, Research, Stance,
    TriggerCard,
};
use whybuy::exchange::records;
use whybuy::words::Lang;

use crate::docs::root;

/// The sample study of a language.
pub fn sample(lang: Lang) -> Research {
    let file = match lang {
        Lang::Ko => "sample_data/ai_pc.ko.jsonl",
        Lang::En => "sample_data/clinic_booking.en.jsonl",
    };
    records::read(std::fs::read(root().join(file)).unwrap().as_slice()).unwrap()
}

/// The brief of every persona of the sample, with something in every part.
pub fn briefs(lang: Lang) -> Vec<Brief> {
    let mut research = sample(lang);
    decide(&mut research, lang);
    let personas: Vec<Id> = research.personas().keys().copied().collect();
    personas
        .into_iter()
        .map(|persona| {
            let mut drafted = briefing::for_export(&research, persona).unwrap();
            drafted.edition = Some(Published {
                number: 3,
                date: drafted.as_of.unwrap(),
                by: "HE".to_owned(),
                hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
            });
            drafted
        })
        .collect()
}

#[allow(clippy::too_many_lines, reason = "the decisions of one study, one after the other")]
fn decide(research: &mut Research, lang: Lang) {
    let at: Moment = "2026-11-21T14:05:00+09:00".parse().unwrap();
    let study = research.study().unwrap().id;
    let by = "HE".to_owned();
    // What the sample has decided gives way to what this test decides.
    let decided: Vec<Key> = research
        .records()
        .filter(|it| matches!(it, Record::Judgement(_) | Record::TriggerCard(_)))
        .map(|it| it.key())
        .collect();
    for key in decided {
        research.apply(Edit::Remove(key)).unwrap();
    }
    let personas: Vec<Id> = research.personas().keys().copied().collect();
    let say = |ko: &str, en: &str| if lang == Lang::Ko { ko.to_owned() } else { en.to_owned() };
    let mut number = 0_u128;
    let mut id = || {
        number += 1;
        Id::from_u128(0xfff0_0000 + number)
    };
    for persona in personas {
        let drafted = brief::draft(research, persona).unwrap();
        let first = drafted.claims[0].id.unwrap();
        let rests_on = drafted.claims[0].supports.iter().chain(&drafted.claims[0].contradicts).map(|it| it.cite());
        let headline = Headline {
            text: say("기다리는 시간이 구매를 정한다", "Waiting decides when they buy"),
            by: by.clone(),
            at,
            rests_on: rests_on.collect(),
        };
        // The sample may have a decision already; there is one for each claim.
        let kept = |theme: Id| research.judgement(persona, theme).cloned();
        let blank = Judgement::blank((id(), study), persona, first);
        let judgement = Judgement { headline: Some(headline), ..kept(first).unwrap_or(blank) };
        research.apply(Record::from(judgement).into()).unwrap();
        let last = drafted.claims.last().unwrap();
        let dropped = Dropped {
            reason: say("한 사람의 사정이고 다시 나오지 않았음", "One person's circumstances, heard only once"),
            by: by.clone(),
            at,
            people: u32::try_from(last.counts.raised).unwrap(),
        };
        let theme = last.id.unwrap();
        let blank = Judgement::blank((id(), study), persona, theme);
        let judgement = research.judgement(persona, theme).cloned().unwrap_or(blank);
        let judgement = Judgement { dropped: Some(dropped), ..judgement };
        research.apply(Record::from(judgement).into()).unwrap();
    }
    let triggers: Vec<Id> =
        research.themes().values().filter(|it| it.dimension.name() == "trigger").map(|it| it.id).collect();
    for theme in triggers.iter().take(2) {
        let kept = research.trigger_cards().values().find(|it| it.theme == *theme).map(|it| it.id);
        let card = TriggerCard {
            id: kept.unwrap_or_else(&mut id),
            study,
            theme: *theme,
            event: String::new(),
            cause: say("고객사가 마감을 앞당김", "The list of calls grows after every holiday"),
            effect: say("주말 작업이 끊기고 월요일에 다시 시작", "Patients hang up and ring the other clinic"),
            trackable: Some(true),
            action: say("첫 견적에 납기를 적어 보냄", "Send the one-week trial with the phone log switched on"),
            rejected: say("할인 제안", "A discount"),
            message: say("금요일에 건 학습이 월요일에 끝나 있습니다", "Know by Friday how many calls you missed"),
        };
        research.apply(Record::from(card).into()).unwrap();
    }
    let allowance = Allowance {
        id: id(),
        study,
        finding: "company".to_owned(),
        digest: "00".repeat(32),
        reason: say("공개된 제품 이름임", "It is the public name of a product"),
        by,
        at,
    };
    research.apply(Record::from(allowance).into()).unwrap();
    expect(research);
}

/// Every ninth supporting line becomes an expectation, one after another of each kind.
fn expect(research: &mut Research) {
    let supports = research.marks().values().filter(|it| it.stance == Stance::Supports);
    let notes: Vec<Id> = supports.map(|it| it.note).step_by(9).collect();
    for (at, note) in notes.into_iter().enumerate() {
        let kept = research.notes()[&note].clone();
        let expectation = Some(if at % 2 == 0 { Expectation::Predictable } else { Expectation::Beyond });
        let met = Some([Met::Met, Met::Unmet, Met::Exceeded][at % 3]);
        research.apply(Record::from(Note { expectation, met, ..kept }).into()).unwrap();
    }
}

/// The same brief with a few of everything: every field is still there, and hundreds of pages can be looked at.
pub fn small(mut brief: Brief) -> Brief {
    let mut seen = std::collections::BTreeMap::new();
    brief.claims.retain(|claim| {
        let kept: &mut usize = seen.entry((claim.dimension, claim.counts.raised >= 3)).or_default();
        *kept += 1;
        *kept == 1 || claim.written.is_some()
    });
    for claim in &mut brief.claims {
        claim.supports.truncate(3);
        claim.contradicts.truncate(1);
    }
    brief.unthemed.truncate(2);
    brief.unthemed.iter_mut().for_each(|group| group.shown.truncate(1));
    brief.expectations.truncate(2);
    brief.worst.truncate(2);
    brief.committees.truncate(1);
    brief.committees.iter_mut().for_each(|case| case.rows.truncate(3));
    brief
}

/// The fields of a brief that hold text from outside.
const TEXTS: [&str; 26] = [
    "name",
    "pain",
    "persona",
    "about",
    "study",
    "by",
    "hash",
    "role",
    "theme",
    "above",
    "headline",
    "text",
    "reason",
    "deal",
    "event",
    "cause",
    "effect",
    "action",
    "rejected",
    "message",
    "question",
    "finding",
    "people",
    "participant",
    "note",
    "shown",
];

/// The brief with this text in every field, as no border would let it in; codes stay apart by what they were.
pub fn with_everywhere(brief: &Brief, text: &str) -> Brief {
    let mut value = serde_json::to_value(brief).unwrap();
    replace(&mut value, "", text);
    serde_json::from_value(value).unwrap()
}

fn replace(value: &mut Value, field: &str, text: &str) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                // Who wrote something is a record of its own under the same name.
                replace(value, name, text);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, field, text)),
        // The stop rule's finding is a word of ours.
        Value::String(kept) if field == "finding" && Finding::NAMES.contains(&kept.as_str()) => {}
        Value::String(kept) if TEXTS.contains(&field) || field == "lines" => {
            let is_code = matches!(field, "participant" | "note" | "shown" | "people" | "lines");
            *kept = if is_code { format!("{text}{kept}") } else { text.to_owned() };
        }
        _ => {}
    }
}
