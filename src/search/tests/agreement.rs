//! The index and the matcher select, score and count alike, whatever is stored and whatever is asked; and no text
//! makes either of them panic or take long.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::{Lexicon, Scope, parse, parse_with};
use super::{documents, indexed, scanned};

/// Words that meet each other often, so that finds are not rare.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec![
            "가격", "가격이", "가격을", "도입가격", "가", "격", "격가", "비교", "견적", "비교견적", "비교견적서", "견적을", "물", "물을",
            "건물", "물건", "은", "기간", "기간제", "어렵다", "어려웠어요", "느리다", "느려서", "느린", "지연", "만든", "만들다", "써서", "쓰다", "비교했어요", "비교하다", "500만원", "500만 원", "bought", "buying", "SaaS", "saas로", "ROI", "price", "prices",
            "pricing", "rkrur", "3년", "3", "13년차", "AI도입", "AI", "도입", "ㄱㄱ", "ㅂㄱㄱㅈ", "ㄲㅒㅑ", "ㅋㅋ", "見積", "見積書", "カナ", "👩‍💻", "é",
        ]).prop_map(str::to_owned),
        2 => "[가격비교견적물은]{1,5}",
        1 => "[a-c]{1,6}",
        1 => "[가-나a-b1-2ㄱ-ㄴ]{1,4}",
    ]
}

fn line() -> impl Strategy<Value = String> {
    let blank = prop::sample::select(vec![" ", " ", " ", "", ", ", ". ", "·", "-"]);
    prop::collection::vec((word(), blank), 0..9)
        .prop_map(|parts| parts.into_iter().map(|(word, blank)| word + blank).collect())
}

fn query() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => word(),
        1 => (word(), word()).prop_map(|(a, b)| format!("\"{a} {b}\"")),
        1 => word().prop_map(|it| format!("\"{it}\"")),
        1 => word().prop_map(|it| format!("-{it}")),
        1 => word().prop_map(|it| format!("*{it}*")),
        1 => word().prop_map(|it| format!("{it}*")),
        1 => word().prop_map(|it| format!("*{it}")),
        2 => (word(), word(), word()).prop_map(|(a, b, c)| format!("{a}|{b} | \"{c}\"")),
        1 => prop::sample::select(vec!["concern:", "-우려:", "voice:원문", "date:2024-01-01..2024-01-09", "dimension:trigger|benefit", "우려:가격", "감정:-", "feeling:+|-", "-star:yes", "별:있음"])
            .prop_map(str::to_owned),
    ];
    (prop::collection::vec(part, 1..6), prop::bool::ANY)
        .prop_map(|(parts, open)| parts.join(" ") + if open { "" } else { " " })
}

/// Words of a team.
fn lexicon() -> Lexicon {
    Lexicon::of(
        [["가격", "price"], ["느리다", "지연"], ["비교 견적", "SaaS"]].map(|group| group.map(str::to_owned).to_vec()),
    )
}

fn scope() -> impl Strategy<Value = u8> {
    any::<u8>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_index_answers_as_a_scan_does(
        lines in prop::collection::vec(line(), 1..40),
        queries in prop::collection::vec((query(), scope(), 0usize..8), 1..24),
    ) {
        let corpus = documents(&lines);
        let (_dir, index) = indexed(&corpus);
        for (typed, pick, limit) in queries {
            let Ok(query) = parse_with(&typed, &lexicon()) else { continue };
            let ids = |bit: u8, of: fn(&crate::domain::Document) -> crate::domain::Id| {
                corpus.iter().take(5).filter(|_| pick & bit != 0).map(of).collect::<std::collections::BTreeSet<_>>()
            };
            let scope = Scope {
                studies: (pick & 1 != 0).then(|| corpus.iter().take(1).map(|it| it.study).collect()),
                people: (pick & 2 != 0).then(|| corpus.iter().take(3).map(|it| it.participant).collect()),
                without_people: ids(4, |it| it.participant).into_iter().take(1).collect(),
                notes: (pick & 8 != 0).then(|| corpus.iter().step_by(2).map(|it| it.note).collect()),
                without_notes: ids(16, |it| it.note),
                apart: std::sync::Arc::new(ids(32, |it| it.note)),
            };
            let apart: u32 = index.tally(&query, &scope, limit).unwrap().by_place.iter().map(|it| it.apart).sum();
            let only = Scope { notes: Some(ids(32, |it| it.note)), ..scope.clone() };
            let only = Scope { notes: scope.notes.as_ref().map(|it| &*scope.apart & it).or(only.notes), ..scope.clone() };
            let evidence: usize = index.search(&query, &only, limit).unwrap().by_participant.values().sum();
            prop_assert_eq!(apart as usize, evidence, "apart: `{}`", typed);
            let answer = index.search(&query, &scope, limit).unwrap();
            prop_assert_eq!(answer, scanned(&corpus, &query, &scope, limit), "`{}` {:?}", typed, scope);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_wanted_of_a_text_is_all_that_is_found_in_it(text in line(), typed in query()) {
        let Ok(query) = parse(&typed) else { return Ok(()) };
        prop_assume!(!query.is_empty());
        let whole = super::super::matcher::Text::of(&text);
        prop_assert_eq!(query.matches(&text), query.matches_in(&whole), "`{}` in `{}`", typed, text);
        let mut shelf = super::super::Shelf::default();
        shelf.put(7, &text);
        let found = shelf.found(&query);
        let expected = query.matches(&text).filter(|_| query.has_words());
        prop_assert_eq!(found, expected.map(|it| (7, it)).into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn highlights_lie_on_characters_and_nothing_panics(
        text in prop_oneof![line(), "(\\PC|[가-힣]|[\u{1100}-\u{11FF}]|[ㄱ-ㅣ ]|[\u{300}-\u{310}]){0,60}"],
        typed in prop_oneof![query(), "(\\PC|[가-힣]|[ㄱ-ㅣ ]|[\"*:|>-]){0,30}"],
    ) {
        let Ok(query) = parse_with(&typed, &lexicon()) else { return Ok(()) };
        let Some(found) = query.matches(&text) else { return Ok(()) };
        let mut end = None;
        for bytes in &found.highlights {
            prop_assert!(bytes.start < bytes.end && text.get(bytes.clone()).is_some());
            prop_assert!(end.is_none_or(|end| bytes.start > end), "touching: {:?}", found.highlights);
            end = Some(bytes.end);
        }
        prop_assert!(found.expanded.iter().all(|at| *at < query.expanded().len()));
        prop_assert!(found.score.is_finite());
    }
}

/// Queries that stop or kill other engines (`spec/reliability.md`, fact 9 and T15).
fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "(", "((((a", "|", "a|", "\"|", "NOT ", "-", "\"", "*", "*^2", ":", "a:", "~", "\\", "[a TO", "/.*/", "가",
        "가격", "\u{0}", "ㄱ",
    ]
    .iter()
    .flat_map(|piece| [1, 16, 64, 20_000].map(|times| piece.repeat(times)))
    .collect();
    let words = |word: &str, count: usize| vec![word; count].join(" ");
    for count in [17, 31, 32, 33, 50_000] {
        all.extend([
            words("가격", count),
            words("-가격", count),
            words("*가*", count),
            format!("\"{}\"", words("가나", count)),
        ]);
        all.extend([
            words("concern:가격", count),
            words("date:2024..", count),
            words("어렵다", count),
            words("rkrur", count),
        ]);
    }
    all.push("가나다라마바사아".repeat(8));
    all.push(format!("{} {}", "가".repeat(64), "나가".repeat(32)));
    all
}

#[test]
fn hostile_queries_end_soon_on_a_small_stack() {
    let work = || {
        let mut lines: Vec<String> = (0..60).map(|at| format!("가격 {at} 비교견적 어려웠어요 rkrur price")).collect();
        lines.push("가".repeat(2_000));
        lines.push("가 ".repeat(1_000));
        lines.push("a".repeat(10_000));
        let corpus = documents(&lines);
        let (_dir, index) = indexed(&corpus);
        for typed in hostile() {
            let start = Instant::now();
            if let Ok(query) = parse(&typed) {
                let answer = index.search(&query, &Scope::default(), 20).unwrap();
                let took = start.elapsed();
                assert!(took < Duration::from_secs(2), "{took:?} for {} characters", typed.chars().count());
                assert_eq!(answer, scanned(&corpus, &query, &Scope::default(), 20));
            }
            let took = start.elapsed();
            assert!(took < Duration::from_secs(10), "{took:?} for {} characters", typed.chars().count());
        }
    };
    std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(work).unwrap().join().unwrap();
}

#[test]
fn limits_are_said() {
    for (typed, key) in [
        ("(".repeat(20_000), "search-too-long"),
        (vec!["가격"; 33].join(" "), "search-too-many-words"),
        (vec!["-가"; 17].join(" "), "search-too-many-exclusions"),
        ("가".repeat(65), "search-word-too-long"),
    ] {
        assert_eq!(parse(&typed).unwrap_err().key, key);
    }
}
