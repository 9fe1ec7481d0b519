//! Queries that stop or kill other engines, and the dearest that ours allows, asked of the million lines on a stack of
//! 2 MiB: each must be answered or refused with a sentence within 200 ms. `WHYBUY_STRICT=1` makes more than that an error.

use std::path::Path;
use std::time::{Duration, Instant};

use whybuy::library::{Library, Request};

use super::{LIMIT, kept};

/// No query may take longer.
const BOUND: Duration = Duration::from_millis(200);

/// 32 words, each with another of the commonest syllables.
fn each(word: impl Fn(char) -> String) -> String {
    let syllables = "이가고는다에하지을의도은기한로서자시나사정리그해보어인들대일아게";
    syllables.chars().map(word).collect::<Vec<_>>().join(" ")
}

/// The queries with what they are.
fn queries() -> Vec<(&'static str, String)> {
    let words = |word: &str, count: usize| vec![word; count].join(" ");
    vec![
        ("20,000 parentheses", "(".repeat(20_000)),
        ("50,000 words", words("가격", 50_000)),
        ("one word 32 times", words("가격", 32)),
        ("32 words", each(|c| format!("{c}격"))),
        ("32 predicates", each(|c| format!("{c}려웠어요"))),
        ("32 stars", each(|c| format!("*{c}*"))),
        ("the commonest syllables", words("*이* *는* *다*", 5)),
        ("16 words left out", format!("가격 {}", words("-이", 16))),
        ("a phrase of 30 words", format!("\"{}\"", words("이 다", 15))),
        ("alternatives", each(|c| format!("{c}리다")).replace(' ', "|")),
        ("a word of 64 syllables", "가나다라".repeat(16)),
        ("initials", "ㄱ".to_owned()),
        ("one Latin letter", "a".to_owned()),
        ("filters alone", "feeling:+|- voice:원문|요약 date:1990.. 물음:우려 답:없음 path:back".to_owned()),
        ("earlier wordings", "가격 revision:all".to_owned()),
        ("marks", "-\"*:|>가\u{0}\u{200B}👩‍💻".repeat(40)),
        ("a misspelling", "qqzzaw".to_owned()),
    ]
}

/// Asks them all and prints what each took; true where none was over the bound.
pub fn ask(folder: &Path) -> bool {
    println!(
        "\n### Hostile queries, on a stack of 2 MiB\n\n| query | answer | first time | again |\n|---|---|---|---|"
    );
    let folder = folder.to_owned();
    let asking = move || {
        let mut library = Library::open(kept::options(&folder)).unwrap();
        library.search(&Request::of("가격", LIMIT)).unwrap();
        queries().into_iter().map(|(name, text)| one(&mut library, name, &text)).fold(true, |all, it| all & it)
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(asking).unwrap().join().unwrap()
}

fn one(library: &mut Library, name: &str, text: &str) -> bool {
    let mut took = [Duration::ZERO; 2];
    let mut answer = String::new();
    for took in &mut took {
        let start = Instant::now();
        let found = library.search(&Request::of(text, LIMIT));
        *took = start.elapsed();
        answer = found.map_or_else(|error| error.key.to_owned(), |found| format!("{} lines", found.total));
    }
    println!("| {name} | {answer} | {:.1?} | {:.1?} |", took[0], took[1]);
    took[1] <= BOUND
}
