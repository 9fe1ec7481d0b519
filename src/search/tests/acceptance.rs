//! The Korean acceptance set (`spec/korean_and_terminal.md`, appendix A), as a table: through the matcher and through
//! a real index. Brackets mark what must be highlighted; a line that begins with `!` must not be found.

use super::super::{Means, Scope, parse};
use super::{documents, indexed, scanned};
use crate::search::By;

struct Case {
    name: &'static str,
    queries: &'static [&'static str],
    lines: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        name: "K01",
        queries: &["가격"],
        lines: &["[가격]이 가장 중요했어요", "[가격]은 둘째", "[가격]을 물어봤죠"],
    },
    Case { name: "K02", queries: &["가격"], lines: &["도입[가격] 대비 효과"] },
    Case {
        name: "K03", queries: &["비교견적"], lines: &["[비교 견적]을 세 군데 받음", "!비교를 견적에 맞춤"]
    },
    Case { name: "K04", queries: &["비교 견적"], lines: &["[비교견적]서를 첨부", "[비교] 후 [견적]"] },
    Case { name: "K05", queries: &["민수"], lines: &["김[민수] 팀장", "!민 수석"] },
    Case { name: "K06", queries: &["결재"], lines: &["[결재]가 두 번 반려됨", "!결제 모듈"] },
    Case {
        name: "K07",
        queries: &["가격", "\u{1100}\u{1161}\u{1100}\u{1167}\u{11A8}"],
        lines: &["[\u{1100}\u{1161}\u{1100}\u{1167}\u{11A8}] 협상", "[가격] 협상"],
    },
    Case { name: "K08", queries: &["ㅂㄱㄱㅈ"], lines: &["[비교견적] 세 군데", "!비고견서"] },
    Case { name: "K09", queries: &["rkrur"], lines: &["[가격] 협상", "[rkrur] 이라고 씀"] },
    Case { name: "K10", queries: &["ㄲㅒㅑ", "ㄲㅐㅑ", "개ㅑ"], lines: &["[ROI] 계산"] },
    Case {
        name: "K12",
        queries: &["\"그게 제일\"", "“그게 제일"],
        lines: &["[그게 제일] 무서웠어요", "!제일 그게 문제"],
    },
    Case {
        name: "K13",
        queries: &["SaaS", "SaaS로", "saas"],
        lines: &["[SaaS]로 바꿈", "[saas] 도입", "[ＳａａＳ] 도입"],
    },
    Case { name: "K14", queries: &["3년", "3 년"], lines: &["[3년] 총액으로", "!13년차"] },
    Case { name: "K14 blank", queries: &["3년"], lines: &["[3 년]치 견적", "!30년"] },
    Case {
        name: "K15",
        queries: &["물"],
        lines: &["[물], 전기 비용", "[물]이 샌다", "[물]을 샀다", "!건물 동물 물건 선물이"],
    },
    Case { name: "K15 star", queries: &["*물*"], lines: &["건[물]", "[물]건", "[물]", "!불"] },
    Case { name: "K15 head", queries: &["물*"], lines: &["[물]건", "!건물"] },
    Case { name: "K15 end", queries: &["*물"], lines: &["건[물] 안", "!물건"] },
    Case {
        name: "K16", queries: &["개발자"], lines: &["👩‍💻 담당 [개발자]가", "👨🏽‍👩‍👧‍👦🇰🇷 é [개발자]"]
    },
    Case { name: "KN1", queries: &["가격"], lines: &["!가결 정족수"] },
    Case { name: "KN2", queries: &["가격"], lines: &["!격가 · 가 격려"] },
    Case {
        name: "typed particle", queries: &["가격이"], lines: &["[가격]은 높다", "[가격이] 높다", "!전문 가격표"]
    },
    Case {
        name: "noun that ends like a particle", queries: &["전문가"], lines: &["[전문가]의 말", "!전문 용어"]
    },
    Case {
        name: "predicate",
        queries: &["어렵다"],
        lines: &["설득이 [어려웠]어요", "[어렵]고 힘든", "[어려운] 결정", "!쉬운 결정"],
    },
    Case { name: "English", queries: &["pricing"], lines: &["[prices] went up", "[pricing] page", "!priority"] },
    Case { name: "English typing", queries: &["contr"], lines: &["[contr]act", "!sector"] },
    Case { name: "mixed", queries: &["AI도입"], lines: &["[AI 도입] 비용", "[AI도입]"] },
    Case {
        name: "exclusion", queries: &["가격 -협상"], lines: &["[가격] 인상", "!가격 협상", "!가격협상"]
    },
    Case {
        name: "three words", queries: &["가격 협상 일정"], lines: &["[가격]과 [일정]", "[협상] [일정]", "!가격만"]
    },
];

/// A line without its marks, what is marked in it as byte ranges, and whether it must be found.
pub fn unmarked(line: &str) -> (String, Vec<std::ops::Range<usize>>, bool) {
    let (line, wanted) = line.strip_prefix('!').map_or((line, true), |rest| (rest, false));
    let (mut text, mut marks, mut start) = (String::new(), Vec::new(), 0);
    for c in line.chars() {
        match c {
            '[' => start = text.len(),
            ']' => marks.push(start..text.len()),
            c => text.push(c),
        }
    }
    (text, marks, wanted)
}

#[test]
fn the_korean_acceptance_set_holds_for_the_matcher_and_for_the_index() {
    let lines: Vec<_> = CASES.iter().flat_map(|case| case.lines).map(|line| unmarked(line)).collect();
    let texts: Vec<&str> = lines.iter().map(|it| it.0.as_str()).collect();
    let corpus = documents(&texts);
    let (_dir, index) = indexed(&corpus);
    let mut wrong = Vec::new();
    for (case, typed) in CASES.iter().flat_map(|case| case.queries.iter().map(move |typed| (case, *typed))) {
        let query = parse(typed).unwrap();
        for (text, marks, wanted) in case.lines.iter().map(|line| unmarked(line)) {
            let found = query.matches(&text);
            if found.is_some() != wanted {
                wrong.push(format!("{} `{typed}` in `{text}`: found {}", case.name, found.is_some()));
            } else if let Some(found) = found.filter(|it| it.highlights != marks) {
                wrong.push(format!("{} `{typed}` in `{text}`: {:?}, not {marks:?}", case.name, found.highlights));
            }
        }
        let answer = index.search(&query, &Scope::default(), 100).unwrap();
        assert_eq!(answer, scanned(&corpus, &query, &Scope::default(), 100), "{} `{typed}`", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn expansions_are_said_and_the_plain_find_comes_first() {
    for (typed, means, sought) in [
        ("ㅂㄱㄱㅈ", Means::Initials, "ㅂㄱㄱㅈ"),
        ("rkrur", Means::AsHangul, "가격"),
        ("ㄲㅒㅑ", Means::AsLatin, "roi"),
        ("ㄴㅁㅁㄴ", Means::AsLatin, "saas"),
    ] {
        let query = parse(typed).unwrap();
        let said = query.expanded().iter().find(|it| it.means == means).unwrap();
        assert_eq!((said.typed.as_str(), said.sought.as_str()), (typed, sought));
    }
    let query = parse("rkrur").unwrap();
    let (plain, rescued) = (query.matches("rkrur 이라고").unwrap(), query.matches("가격").unwrap());
    assert!(plain.score > rescued.score);
    assert_eq!((plain.expanded, rescued.expanded), (vec![], vec![0]));
    for english in ["work", "price", "roi", "가격"] {
        assert!(parse(english).unwrap().expanded().is_empty(), "{english}");
    }
}

#[test]
fn a_word_by_itself_stands_above_the_same_syllables_in_another_word() {
    let query = parse("기간").unwrap();
    let score = |text: &str| query.matches(text).unwrap().score;
    assert!(score("계약 기간이 길다고 했어요 그리고 또 길게") > score("기간제 교사"));
    assert!(score("기간제 교사") > score("최단기간제 교사"));
    assert!(score("기간") > score("기간 말고도 여러 가지를 한꺼번에 물어봤어요"));
}

#[test]
fn a_particle_alone_finds_nothing_and_says_why() {
    for particle in ["은", "는", "에서"] {
        let error = parse(particle).unwrap_err();
        assert_eq!(
            (error.key, error.facts.as_slice()),
            ("search-particle-alone", &[("word", particle.to_owned())][..])
        );
    }
    let query = parse("가격 은").unwrap();
    assert_eq!(query.ignored(), ["은"]);
    assert!(query.matches("가격표").is_some());
    assert!(parse("\"은\"").unwrap().matches("은행 이용").is_none());
}

#[test]
fn a_dimension_filter_takes_a_word() {
    let texts = ["감사 일정", "감사 일정", "감사 일정", "감사 일정", "일정"];
    let corpus = documents(&texts);
    let (_dir, index) = indexed(&corpus);
    for typed in
        ["우려:감사", "concern:감사", "우려사항:\"감사\"", "dimension:concern 감사 ", "차원:우려 감사", "Concern：감사"]
    {
        let query = parse(typed).unwrap();
        let answer = index.search(&query, &Scope::default(), 10).unwrap();
        assert_eq!(answer.hits.iter().map(|it| it.note).collect::<Vec<_>>(), [corpus[3].note], "{typed}");
        assert_eq!(answer, scanned(&corpus, &query, &Scope::default(), 10));
    }
}

#[test]
fn filters_are_read_in_both_languages() {
    let query = parse(
        "persona:\"구매 담당자\" -결과:won|미결정 역할:결재 theme:a 주제:b P07 date:2024-03..2025 말투:원문 가격",
    )
    .unwrap();
    let said: Vec<String> =
        query.filters().iter().map(|it| format!("{}{:?}", if it.negated { "-" } else { "" }, it.by)).collect();
    assert_eq!(
        said,
        [
            "Persona([\"구매 담당자\"])",
            "-Outcome({Won, NoDecision})",
            "Role([\"결재\"])",
            "Theme([\"a\"])",
            "Theme([\"b\"])",
            "Participant([\"P07\"])",
            "Dates(Some(2024-03-01), Some(2025-12-31))",
            "Voice({Verbatim})"
        ]
    );
    assert!(query.matches("도입 가격").is_some() && query.matches("도입").is_none());
    let open = parse("날짜:2024..").unwrap();
    assert!(matches!(open.filters()[0].by, By::Dates(Some(_), None)));
    assert!(open.matches("anything").is_some());
    for (typed, key) in [
        ("date:202x", "search-bad-date"),
        ("date:2024-13", "search-bad-date"),
        ("voice:zzz", "search-unknown-value"),
        ("-concern:감사", "search-cannot-exclude"),
        ("!!!", "search-no-letters"),
        ("*", "search-no-letters"),
    ] {
        assert_eq!(parse(typed).unwrap_err().key, key, "{typed}");
    }
    for unfinished in ["", "   ", "persona:", "date:", "dimension:"] {
        assert!(parse(unfinished).unwrap().is_empty(), "{unfinished}");
    }
}
