//! Maps in which every lane and every fact has something, as a team would have them after a month of work; and the same
//! with any text in every field.

use serde_json::Value;
use whybuy::domain::brief::Published;
use whybuy::domain::evidence::State;
use whybuy::domain::journey::{
    self, Actual, Cell, Content, Facts, Holding, Lane, LaneRow, Layer, Map, MapEntry, Observed, Origin,
};
use whybuy::domain::{Expectation, Met};
use whybuy::words::Lang;

use crate::rich;

/// The map of every persona of the sample, with something in every lane.
pub fn maps(lang: Lang) -> Vec<Map> {
    let research = rich::sample(lang);
    let personas = research.personas().keys();
    personas.map(|persona| full(journey::for_export(&research, *persona).unwrap(), lang)).collect()
}

#[allow(clippy::too_many_lines, reason = "one map, lane after lane")]
fn full(mut map: Map, lang: Lang) -> Map {
    let say = |ko: &str, en: &str| if lang == Lang::Ko { ko.to_owned() } else { en.to_owned() };
    map.kept = true;
    map.goal = say(
        "견적을 받은 담당자가 감사 전에 결재를 올린다",
        "Practices that saw a demo begin a trial before the holidays",
    );
    map.works_if = say("견적에서 결재까지 30일 안쪽", "Half of them begin within three weeks");
    map.works = Some(false);
    map.approach = say(
        "감사 일정에서 시작하고, 첫 통화에서 납기를 못박는다",
        "Begin with the phone log, and leave the price for the second call",
    );
    map.buyer_type =
        [("rank", say("과장", "manager")), ("region", say("수도권", "rural")), ("volume", say("연 12대", "2 sites"))]
            .map(|(name, value)| (name.to_owned(), value))
            .into();
    map.comments = 2;
    map.edition = Some(Published {
        number: 2,
        date: "2026-11-21".parse().unwrap(),
        by: "HE".to_owned(),
        hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
    });
    for row in &mut map.lanes {
        row.hidden = matches!(row.lane, Lane::Observation);
    }
    map.lanes.push(LaneRow { lane: Lane::Own(1), name: say("법무 검토", "Legal review"), hidden: false });
    for (at, stage) in map.stages.iter_mut().enumerate() {
        let card = &mut stage.card;
        card.steps = if at == 1 || at == 2 {
            vec![say("배우기", "learn"), say("생각하기", "think"), say("평가하기", "evaluate")]
        } else {
            vec![]
        };
        card.owner = if at < 3 { say("마케팅팀", "Marketing") } else { say("영업1팀", "Sales") };
        card.helpers = if at == 3 { vec![say("기술지원", "Support"), say("법무", "Legal")] } else { vec![] };
        if at == 2 {
            card.worked = say("비교표를 먼저 보낸 곳은 답이 빨랐음", "A comparison sent first brought faster answers");
            card.lasts = say("약 3주", "about three weeks");
        }
    }
    let facts = Facts::default;
    put(
        &mut map,
        0,
        Lane::InternalEvent,
        say("예산 편성 회의", "Budget meeting"),
        Facts {
            when: say("매년 10월", "every October"),
            decides: vec![say("구매팀장", "owner"), say("CFO", "head nurse")],
            ..facts()
        },
    );
    put(
        &mut map,
        2,
        Lane::Feeling,
        say("고르는 일이 부담스럽다", "Choosing feels like a burden"),
        Facts { feeling: Some(-1), ..facts() },
    );
    put(
        &mut map,
        5,
        Lane::Feeling,
        say("괜찮은 선택이었다고 느낀다", "It feels like a good choice"),
        Facts { feeling: Some(2), ..facts() },
    );
    put(
        &mut map,
        2,
        Lane::Expectation,
        say("답을 하루 안에 받는다", "An answer within a day"),
        Facts { expectation: Some(Expectation::Predictable), met: Some(Met::Unmet), ..facts() },
    );
    put(
        &mut map,
        2,
        Lane::Message,
        say("감사 기준에 맞춘 비교표", "Three practices of your size, side by side"),
        Facts {
            experience: say("같은 업종 고객사와 30분 통화", "Half an hour with a practice that switched"),
            content: Some(Content::Comparison),
            answers: say("비교할 자료가 없다", "nothing to compare with"),
            ..facts()
        },
    );
    let to = Some(map.stages[3].card.stage.clone());
    put(
        &mut map,
        2,
        Lane::NextStage,
        say("세 번째 견적이 들어온다", "The third offer arrives"),
        Facts { to, owner: say("구매 담당", "practice manager"), ..facts() },
    );
    let actual = |date: &str, value| Actual { date: date.parse().unwrap(), value };
    put(
        &mut map,
        3,
        Lane::Kpi,
        say("결재까지 걸린 날", "Trials begun"),
        Facts {
            unit: say("건", "trials"),
            target: Some(20.0),
            actuals: vec![actual("2026-09-30", 11.0), actual("2026-10-31", 14.0)],
            ..facts()
        },
    );
    put(&mut map, 1, Lane::Action, say("동료에게 묻는다", "Asks a colleague"), facts());
    put(
        &mut map,
        3,
        Lane::Pain,
        say("계약서 검토에 3주가 걸린다", "The contract takes three weeks"),
        Facts { severity: Some(3), moment: true, ..facts() },
    );
    put(
        &mut map,
        3,
        Lane::Barrier,
        say("법무가 표준 계약만 받는다", "Only the standard contract is signed"),
        Facts { owner: say("법무", "Legal"), closed: "2026-11-10".parse().ok(), ..facts() },
    );
    put(
        &mut map,
        3,
        Lane::Resource,
        say("표준 계약서 양식", "A contract template"),
        Facts { holding: Some(Holding::Need), owner: say("법무", "Legal"), cost: Some(1_200_000), ..facts() },
    );
    put(
        &mut map,
        4,
        Lane::Observation,
        say("설치에 이틀", "Two days to set up"),
        Facts { observed: Some(Observed::FieldNote), ..facts() },
    );
    put(
        &mut map,
        3,
        Lane::Own(1),
        say("개인정보 처리 위탁 계약", "Data processing agreement"),
        Facts { layer: Some(Layer::Functional), ..facts() },
    );
    map
}

fn put(map: &mut Map, stage: usize, lane: Lane, text: String, facts: Facts) {
    let stage = map.stages[stage].card.stage.clone();
    let entry = MapEntry {
        id: None,
        text,
        facts,
        origin: Origin::Human,
        by: "JY".to_owned(),
        on: "2026-11-20".parse().ok(),
        state: State::Assumption,
        evidence: Vec::new(),
        contradicted_by: Vec::new(),
        people: 0,
        comments: 1,
    };
    match map.cells.iter_mut().find(|cell| cell.stage == stage && cell.lane == lane) {
        Some(cell) => cell.entries.push(entry),
        None => map.cells.push(Cell { stage, lane, entries: vec![entry], state: Some(State::Assumption) }),
    }
}

/// The fields of a map that hold text from outside.
const TEXTS: [&str; 26] = [
    "persona",
    "competitor",
    "group",
    "buyer_type",
    "rank",
    "region",
    "volume",
    "approach",
    "study",
    "goal",
    "works_if",
    "by",
    "hash",
    "name",
    "steps",
    "owner",
    "helpers",
    "lead",
    "worked",
    "fell",
    "lasts",
    "text",
    "experience",
    "answers",
    "when",
    "decides",
];

/// The map with this text in every field, as no border would let it in.
pub fn with_everywhere(map: &Map, text: &str) -> Map {
    let mut value = serde_json::to_value(map).unwrap();
    replace(&mut value, "", text);
    let mut map: Map = serde_json::from_value(value).unwrap();
    // Fields that are left out where they are blank.
    (map.competitor, map.group) = (text.to_owned(), text.to_owned());
    for stage in &mut map.stages {
        (stage.card.name, stage.card.fell, stage.card.lead) = (text.to_owned(), text.to_owned(), text.to_owned());
    }
    map.lanes.iter_mut().for_each(|row| text.clone_into(&mut row.name));
    map
}

fn replace(value: &mut Value, field: &str, text: &str) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| replace(value, name, text)),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, field, text)),
        Value::String(kept) if matches!(field, "evidence" | "contradicted_by") => *kept = format!("{text}{kept}"),
        Value::String(kept) if field == "unit" || TEXTS.contains(&field) => text.clone_into(kept),
        _ => {}
    }
}

/// The same map with a few of everything, so that hundreds of pages can be looked at.
pub fn small(mut map: Map) -> Map {
    for cell in &mut map.cells {
        let marks: Vec<bool> = cell.entries.iter().map(MapEntry::is_blank).collect();
        let mut kept = [0, 0];
        let mut at = 0;
        cell.entries.retain(|entry| {
            let place = usize::from(marks[at]);
            at += 1;
            kept[place] += 1;
            kept[place] == 1 || entry.by == "JY"
        });
        cell.entries.iter_mut().for_each(|entry| entry.evidence.truncate(2));
    }
    map
}
