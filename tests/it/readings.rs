//! What is read out of a study: briefs and journeys of the sample studies, counted again here from the raw JSON by
//! other means, and held to their promises: every code resolves, withdrawn people are gone, same data same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;

use serde_json::Value;
use whybuy::domain::brief::{self, Brief};
use whybuy::domain::evidence::Evidence;
use whybuy::domain::journey::{self, Map, RULES};
use whybuy::domain::{Citation, Edit, Key, Kind, Record, Research};
use whybuy::exchange::{markdown, records};
use whybuy::words::{Lang, Words};

const SAMPLES: [&str; 2] = ["ai_pc.ko.jsonl", "clinic_booking.en.jsonl"];

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/sample_data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn research(name: &str) -> Research {
    records::read(BufReader::new(bytes(name).as_slice())).unwrap()
}

fn personas(research: &Research) -> Vec<(Brief, Map)> {
    let ids = research.personas().keys();
    ids.map(|id| (brief::draft(research, *id).unwrap(), journey::seeded(research, *id).unwrap())).collect()
}

/// The raw records of a sample, by kind.
fn raw(name: &str) -> BTreeMap<String, Vec<Value>> {
    let mut by_kind: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in String::from_utf8(bytes(name)).unwrap().lines().skip(1) {
        let value: Value = serde_json::from_str(line).unwrap();
        by_kind.entry(value["record"].as_str().unwrap().to_owned()).or_default().push(value);
    }
    by_kind
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}

/// People of a persona who raised, were asked about and contradict a theme, counted from the raw JSON.
fn recount(raw: &BTreeMap<String, Vec<Value>>, persona: &str, theme: &str) -> [BTreeSet<String>; 3] {
    let persona = text(raw["persona"].iter().find(|it| it["name"] == persona).unwrap(), "id");
    let theme = raw["theme"].iter().find(|it| it["name"] == theme).unwrap();
    let people: BTreeSet<String> = raw["participant"]
        .iter()
        .filter(|it| it["persona"] == persona.as_str() && it["consent"]["withdrawn"].is_null())
        .map(|it| text(it, "id"))
        .collect();
    let speaker: BTreeMap<String, String> = raw["interview"]
        .iter()
        .filter(|it| it["status"] != "planned")
        .map(|it| (text(it, "id"), text(it, "participant")))
        .filter(|(_, person)| people.contains(person))
        .collect();
    let under = |stance: &str| -> BTreeSet<String> {
        let marks = raw["mark"].iter().filter(|it| it["theme"] == theme["id"] && it["stance"] == stance);
        let lines = marks.filter_map(|mark| raw["note"].iter().find(|note| note["id"] == mark["note"]));
        let evidence = lines.filter(|note| ["verbatim", "paraphrase"].contains(&note["voice"].as_str().unwrap()));
        evidence.filter_map(|note| speaker.get(&text(note, "interview")).cloned()).collect()
    };
    let (raised, contradicted) = (under("supports"), under("contradicts"));
    let bound: BTreeSet<String> =
        raw["question"].iter().filter(|it| it["theme"] == theme["id"]).map(|it| text(it, "id")).collect();
    let moment = |value: &Value| chrono::DateTime::parse_from_rfc3339(value.as_str().unwrap()).unwrap();
    let asked = raw["asked"]
        .iter()
        .filter(|it| it["state"] == "asked" && bound.contains(&text(it, "question")))
        .filter_map(|it| Some((it, speaker.get(&text(it, "interview"))?)))
        .filter(|(it, person)| raised.contains(*person) || moment(&theme["created"]) <= moment(&it["at"]))
        .map(|(_, person)| person.clone())
        .collect();
    [raised, asked, contradicted]
}

#[test]
fn the_sample_studies_read_back_to_the_same_bytes() {
    for name in SAMPLES {
        let mut out = Vec::new();
        records::write(&research(name), &mut out).unwrap();
        assert!(out == bytes(name), "{name} differs from its own export");
    }
}

#[test]
fn every_count_of_a_brief_can_be_counted_again() {
    for name in SAMPLES {
        let (raw, research) = (raw(name), research(name));
        for (brief, _) in personas(&research) {
            assert!(brief.claims.len() >= 10, "{name}: {} has too little to say", brief.persona);
            for claim in &brief.claims {
                let [raised, asked, contradicted] = recount(&raw, &brief.persona, &claim.theme);
                let counts = &claim.counts;
                assert_eq!(counts.raised, raised.len(), "{name} {}", claim.theme);
                assert_eq!(counts.asked, asked.len(), "{name} {}", claim.theme);
                assert_eq!(counts.contradicted, contradicted.len(), "{name} {}", claim.theme);
                assert_eq!(counts.unprompted, raised.difference(&asked).count(), "{name} {}", claim.theme);
                let spoke_or_asked: BTreeSet<_> = raised.union(&asked).chain(&contradicted).collect();
                let rest = counts.open + counts.not_asked;
                assert_eq!(rest + spoke_or_asked.len(), brief.people, "{name} {}", claim.theme);
            }
        }
    }
}

/// Shows A02.
#[test]
fn every_code_leads_to_its_line() {
    for name in SAMPLES {
        let research = research(name);
        for (brief, journey) in personas(&research) {
            let unthemed = brief.unthemed.iter().flat_map(|group| &group.shown);
            let evidence: Vec<&Evidence> =
                brief.claims.iter().flat_map(|it| it.supports.iter().chain(&it.contradicts)).chain(unthemed).collect();
            assert!(!evidence.is_empty());
            for line in evidence {
                let citation: Citation = line.cite().parse().unwrap();
                let key = research.resolve(&citation).unwrap();
                let note = &research.notes()[&key.id];
                let (wording, voice) = note.wording(line.revision).unwrap();
                assert_eq!((line.withheld || line.text == wording, line.voice), (true, voice), "{}", line.cite());
            }
            let cells = journey.cells.iter().flat_map(|cell| &cell.entries);
            for entry in cells {
                assert!(!entry.evidence.is_empty(), "{}: an entry without evidence", journey.persona);
                for code in entry.evidence.iter().chain(&entry.contradicted_by) {
                    assert!(research.resolve(&code.parse().unwrap()).is_some(), "{code}");
                }
            }
        }
    }
}

#[test]
fn who_withdrew_is_in_no_brief_and_on_no_map() {
    let research = research(SAMPLES[0]);
    let gone: Vec<_> = research.participants().values().filter(|it| it.is_withdrawn()).collect();
    assert!(!gone.is_empty(), "the sample has somebody who withdrew");
    let words = Words::new(Lang::Ko);
    for (brief, journey) in personas(&research) {
        let printed = [
            serde_json::to_string(&brief).unwrap(),
            serde_json::to_string(&journey).unwrap(),
            markdown::brief(&brief, &words),
            markdown::journey(&journey, &words),
        ];
        for (person, page) in gone.iter().flat_map(|person| printed.iter().map(move |page| (person, page))) {
            assert!(!page.contains(&format!("{}-", person.code)), "{} is cited", person.code);
            for note in research.evidence_of(person.id) {
                assert!(!page.contains(&note.text), "a line of {} is printed", person.code);
            }
        }
    }
}

#[test]
fn only_verbatim_that_may_be_quoted_stands_in_quotation_marks() {
    let words = Words::new(Lang::En);
    for name in SAMPLES {
        let research = research(name);
        for (brief, _) in personas(&research) {
            let page = markdown::brief(&brief, &words);
            let (page, _method) = page.split_once(&format!("## {}", words.say("report-method"))).unwrap();
            let claims = brief.claims.iter().flat_map(|it| it.supports.iter().chain(&it.contradicts));
            for line in claims.filter(|line| line.withheld) {
                assert!(line.text.is_empty(), "{} is withheld and has a text", line.cite());
            }
            for quoted in page.split('“').skip(1).filter_map(|rest| rest.split_once('”')) {
                let plain = quoted.0.replace('\\', "");
                let said = research.notes().values().any(|note| note.text == plain && note.voice.name() == "verbatim");
                let asked = research.questions().values().any(|question| question.text == plain);
                assert!(said || asked, "“{plain}” is nobody's own words");
            }
        }
    }
}

#[test]
fn the_same_records_in_another_order_give_the_same_bytes() {
    for name in SAMPLES {
        let one = research(name);
        let mut waiting: Vec<Record> = one.records().collect();
        waiting.reverse();
        let mut other = Research::default();
        while !waiting.is_empty() {
            // What still needs another record is refused and comes round again.
            waiting.retain(|record| other.apply(Edit::Put(record.clone())).is_err());
        }
        assert!(one == other);
        for ((brief, journey), (brief_b, journey_b)) in personas(&one).iter().zip(&personas(&other)) {
            assert_eq!(serde_json::to_string(brief).unwrap(), serde_json::to_string(brief_b).unwrap());
            assert_eq!(serde_json::to_string(journey).unwrap(), serde_json::to_string(journey_b).unwrap());
        }
    }
}

#[test]
fn every_seeded_entry_follows_a_rule_of_the_table() {
    for name in SAMPLES {
        let research = research(name);
        for (brief, journey) in personas(&research) {
            for cell in journey.cells.iter().filter(|cell| cell.lane.to_string() != "touchpoint") {
                for entry in &cell.entries {
                    let theme = if entry.is_blank() { &entry.facts.answers } else { &entry.text };
                    let claim = brief.claims.iter().find(|claim| &claim.theme == theme).unwrap();
                    let rule = RULES.iter().find(|it| it.dimension == claim.dimension && it.lane == cell.lane);
                    let is_felt = cell.lane == journey::Lane::Feeling && entry.facts.feeling.is_some();
                    let blank = rule.map(|it| it.blank).or(is_felt.then_some(false));
                    assert_eq!(blank, Some(entry.is_blank()), "{theme} in {}", cell.lane);
                    let supports: BTreeSet<String> = claim.supports.iter().map(Evidence::cite).collect();
                    assert!(entry.evidence.iter().all(|code| supports.contains(code)), "{theme}");
                }
            }
            let weak = journey.cells.iter().filter_map(|cell| cell.state).filter(|state| state.is_weak()).count();
            assert_eq!(journey.debt.weak, weak);
        }
    }
}

/// Shows A31.
#[test]
fn moves_between_stages_are_counted_by_people() {
    let research = research(SAMPLES[0]);
    let raw = raw(SAMPLES[0]);
    for (_, journey) in personas(&research) {
        for step in &journey.transitions {
            let mut people = 0;
            for person in raw["participant"].iter().filter(|it| it["consent"]["withdrawn"].is_null()) {
                let persona = raw["persona"].iter().find(|it| it["id"] == person["persona"]);
                if persona.is_none_or(|it| it["name"] != journey.persona.as_str()) {
                    continue;
                }
                let mut events: Vec<&Value> = raw["path_event"]
                    .iter()
                    .filter(|it| {
                        let interview = raw["interview"].iter().find(|iv| iv["id"] == it["interview"]).unwrap();
                        interview["participant"] == person["id"] && !it["stage"].is_null()
                    })
                    .collect();
                events.sort_by_key(|it| (it["position"].as_u64(), it["number"].as_u64()));
                let pair = |pair: &[&Value]| pair[0]["stage"] == step.from.key() && pair[1]["stage"] == step.to.key();
                people += usize::from(events.windows(2).any(pair));
            }
            assert_eq!(step.people, people, "{} → {}", step.from, step.to);
        }
        assert!(journey.transitions.iter().any(|it| it.back), "{}: nobody went back", journey.persona);
    }
}

#[test]
fn a_study_can_be_taken_apart_and_put_back() {
    let mut research = research(SAMPLES[0]);
    let whole = research.clone();
    let study = whole.study().unwrap().id;
    let mut inverse = Vec::new();
    for edit in whole.removal(Key::new(Kind::Study, study)) {
        inverse.push(research.apply(edit).unwrap());
    }
    assert!(research.records().next().is_none());
    for edit in inverse.into_iter().rev() {
        research.apply(edit).unwrap();
    }
    assert!(research == whole);
}
