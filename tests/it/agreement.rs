//! Kappa and alpha on a table that two researchers coded (`../shared/data/numbers/rqi_relf_coded`), against the values
//! that other programs give for it (`spec/synthesis.md` B.7).

use std::collections::BTreeMap;
use std::fs;

use whybuy::domain::agreement::{alpha, kappa};

use crate::docs::root;
use crate::sheets::sheet;

/// The codes with kappa and alpha, in ten-thousandths.
const KNOWN: [(&str, i32, i32); 6] = [
    ("Quality Factor 1", 8824, 8876),
    ("Entity-Fact 1", 5455, 5422),
    ("Frequency", 8438, 8504),
    ("Context Factor 1", 8333, 8403),
    ("Activity 1", 6104, 6250),
    ("Attribute 1", 6341, 6438),
];

#[test]
fn a_coded_study_gives_the_values_of_other_programs() {
    let place = "shared/data/numbers/rqi_relf_coded/data/interview-data.xlsx";
    // A worktree lies one deeper.
    let found = ["..", "../.."].iter().map(|it| root().join(it).join(place)).find(|it| it.exists());
    let Some(path) = found else {
        assert!(std::env::var("CI").is_err(), "CI has no ../{place}");
        println!("SKIPPED: there is no ../{place}");
        return;
    };
    let file = fs::read(path).unwrap();
    let (one, other) = (sheet(&file, 1), sheet(&file, 2));
    let rows = |of: &BTreeMap<usize, BTreeMap<String, String>>, code: &str| -> BTreeMap<String, String> {
        let column = of[&1].iter().find(|(_, head)| *head == code).unwrap().0;
        let rows = of.iter().skip(1).filter_map(|(_, row)| Some((row.get("A")?.clone(), row.get(column).cloned())));
        rows.map(|(id, code)| (id, code.unwrap_or_default())).collect()
    };
    for (code, known_kappa, known_alpha) in KNOWN {
        let (first, second) = (rows(&one, code), rows(&other, code));
        // The second researcher coded ten of the statements; no code is a code too.
        let pairs: Vec<(String, String)> = second.iter().map(|(id, code)| (first[id].clone(), code.clone())).collect();
        assert_eq!(pairs.len(), 10);
        let (a, b): (Vec<String>, Vec<String>) = pairs.iter().cloned().unzip();
        let units: Vec<Vec<Option<String>>> = pairs.into_iter().map(|(a, b)| vec![Some(a), Some(b)]).collect();
        let rounded = |value: Option<f64>| (value.unwrap() * 10_000.0).round() as i32;
        assert_eq!((rounded(kappa(&a, &b)), rounded(alpha(&units))), (known_kappa, known_alpha), "{code}");
    }
}
