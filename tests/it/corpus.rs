//! The generator of the benches makes what it says: the same bytes for a seed, both languages, lines of the length
//! that interviews have.

#[path = "../../benches/corpus/mod.rs"]
#[allow(dead_code, clippy::module_inception)]
pub mod corpus;

/// The library over it that the benches stand on.
#[path = "../../benches/ground/mod.rs"]
#[allow(dead_code)]
pub mod ground;

pub use corpus as generator;

use whybuy::domain::Record;

fn written(seed: u64, notes: usize) -> String {
    let research = generator::study(seed, 3, notes);
    research.records().map(|record| serde_json::to_string(&record).unwrap() + "\n").collect()
}

#[test]
fn a_seed_fixes_every_byte() {
    assert_eq!(written(7, 200), written(7, 200));
    assert_ne!(written(7, 200), written(8, 200));
}

#[test]
fn half_is_korean_and_lines_have_the_length_of_lines() {
    let research = generator::study(1, 0, 2000);
    let notes: Vec<&str> = research.notes().values().map(|note| note.text.as_str()).collect();
    assert_eq!(notes.len(), 2000);
    let words: usize = notes.iter().map(|text| text.split_whitespace().count()).sum();
    let mean = words as f64 / notes.len() as f64;
    assert!((22.0..30.0).contains(&mean), "{mean:.1} words a line");
    let hangul = |text: &&str| text.chars().any(|c| ('가'..='힣').contains(&c));
    let korean = notes.iter().copied().filter(|text| hangul(text)).count();
    assert!((900..1100).contains(&korean), "{korean} of 2000 lines are Korean");
    assert_eq!(research.personas().len(), 12);
}

#[test]
fn a_library_has_as_many_lines_as_asked_for_and_no_id_twice() {
    let mut ids = std::collections::BTreeSet::new();
    let mut notes = 0;
    for research in generator::library(5, 1500, 600) {
        notes += research.notes().len();
        let fresh = research.records().map(|record: Record| record.key()).all(|key| ids.insert(key));
        assert!(fresh, "an id came twice");
    }
    assert_eq!(notes, 1500);
}
