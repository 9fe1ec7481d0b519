//! Drawings hold what they should and nothing that leads out.

use super::*;
use crate::domain::journey;
use crate::domain::{Record, Research};
use crate::words::{Lang, Words};

fn map() -> journey::Map {
    let lines = include_str!("../../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
    let research = Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap();
    let persona = *research.personas().keys().max_by_key(|id| research.people_of(**id).len()).unwrap();
    journey::for_export(&research, persona).unwrap()
}

/// Shows B26.
#[test]
fn a_drawing_has_every_entry_and_leads_nowhere() {
    let map = map();
    for lang in [Lang::Ko, Lang::En] {
        let words = Words::new(lang);
        let drawn = [grid(&map, &words), curve(&map, &words), flow(&map, &words)];
        for svg in &drawn {
            let inside = svg.replacen("xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
            for outward in ["http", "href", "url(", "<script", "<style", "<image", "<use", " onload"] {
                assert!(!inside.contains(outward), "{outward}");
            }
            assert!(svg.contains(&words.say("report-disclaimer").split(' ').next().unwrap().to_owned()));
            assert_eq!(*svg, svg.replace(['\u{0}', '\u{fffe}'], ""));
        }
        let texts = |svg: &str| {
            let pieces = svg.split("</tspan>").filter_map(|it| it.rsplit('>').next());
            pieces.collect::<String>().split_whitespace().collect::<String>()
        };
        let whole = texts(&drawn[0]);
        for entry in map.cells.iter().flat_map(|cell| &cell.entries).filter(|it| !it.is_blank()) {
            let bare: String = entry.text.split_whitespace().collect();
            assert!(whole.contains(&bare), "{bare}");
        }
    }
}
