#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

/// Keys that the program puts together while it runs, so that no literal names them.
const BUILT: &[&str] = &[
    "layer-",
    "content-",
    "observed-",
    "holding-",
    "progress-",
    "mapping-step-",
    "study-step-",
    "lack-",
    "fix-",
    "leak-",
    "verify-",
    "diff-",
    "card-ask-",
    "chart-",
    "gate-",
    "concord-",
    "stand-",
    "stop-",
    "met-",
    "expectation-",
    "act-",
    "alternative-",
    "kept-",
    "action-",
    "asked-",
    "attribute-",
    "cli-",
    "denominator-",
    "expanded-",
    "filter-",
    "dimension-",
    "error-",
    "gap-",
    "kind-",
    "lane-",
    "month-",
    "refusal-",
    "origin-",
    "outcome-",
    "plain-word-",
    "paste-role-",
    "paths-point-",
    "probe-",
    "recruited-",
    "report-",
    "rule-",
    "source-",
    "speaker-",
    "stage-",
    "starter-",
    "stance-",
    "state-",
    "status-",
    "step-",
    "subject-",
    "help-",
    "voice-",
    "notice-",
    "keys-",
    "place-",
];

/// The messages and attributes of a file with the arguments that each names.
fn arguments(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let head = line.split('=').next().unwrap_or_default();
        let name = head.trim();
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            message = name.to_owned();
            current = message.clone();
            assert!(!all.contains_key(&current), "{current} stands twice");
            all.insert(current.clone(), BTreeSet::new());
        } else if name.starts_with('.') && line.contains('=') {
            current = format!("{message}{name}");
            assert!(all.insert(current.clone(), BTreeSet::new()).is_none(), "{current} stands twice");
        }
        for part in line.split('$').skip(1) {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(part.len());
            all.get_mut(&current).expect("an argument outside of a message").insert(part[..end].to_owned());
        }
    }
    all
}

/// Every Rust file under `src`, with its text.
fn rust_files(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.retain(|(path, _)| !path.ends_with("tests.rs") && !path.contains("/tests/"));
    found
}

/// The string literals that stand directly behind `opening`, blanks and line breaks between them allowed.
fn literals_behind<'a>(source: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    source.match_indices(opening).filter_map(move |(at, _)| {
        let literal = source[at + opening.len()..].trim_start().strip_prefix('"')?;
        Some(&literal[..literal.find('"')?])
    })
}

#[test]
fn both_files_parse_and_say_the_same_keys_with_the_same_arguments() {
    let (english, korean) = (arguments(ENGLISH), arguments(KOREAN));
    for source in [ENGLISH, KOREAN] {
        let resource = FluentResource::try_new(source.to_owned()).expect("a resource that does not parse");
        let messages = arguments(source).keys().filter(|key| !key.contains('.')).count();
        assert_eq!(resource.entries().count(), messages, "the test's reader and the parser disagree");
    }
    let missing: Vec<_> = english.keys().filter(|key| !korean.contains_key(*key)).collect();
    let extra: Vec<_> = korean.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "only in en: {missing:?}; only in ko: {extra:?}");
    for (key, names) in &english {
        assert_eq!(names, &korean[key], "the arguments of {key}");
    }
}

#[test]
fn every_key_that_the_program_names_exists() {
    let words = arguments(ENGLISH);
    let mut missing = Vec::new();
    for (path, source) in sources() {
        for opening in ["say(", "say_with(", ".find("] {
            let keys = literals_behind(&source, opening).filter(|key| opening != ".find(" || key.contains('-'));
            missing.extend(keys.filter(|key| !words.contains_key(*key)).map(|key| format!("{path}: {key}")));
        }
        for opening in ["Error::refused(", "Error::not_found(", "Error::usage("] {
            let keys = literals_behind(&source, opening).map(|key| format!("error-{key}"));
            missing.extend(keys.filter(|key| !words.contains_key(key)).map(|key| format!("{path}: {key}")));
        }
        for (at, opening) in source.match_indices("Error::new(ErrorKind::") {
            let rest = &source[at + opening.len()..];
            let Some((_, behind)) = rest.split_once(',') else { continue };
            let Some(key) = behind.trim_start().strip_prefix('"').and_then(|text| text.split('"').next()) else {
                continue;
            };
            if !words.contains_key(&format!("error-{key}")) {
                missing.push(format!("{path}: error-{key}"));
            }
        }
    }
    assert!(missing.is_empty(), "no such key: {missing:#?}");
}

#[test]
fn no_key_is_unused() {
    let sources: String = sources().into_iter().map(|(_, source)| source).collect();
    let used_inside = format!("{ENGLISH}{KOREAN}");
    let unused: Vec<String> = arguments(ENGLISH)
        .into_keys()
        .filter(|key| !key.contains('.'))
        .filter(|key| !BUILT.iter().any(|prefix| key.starts_with(prefix)))
        .filter(|key| !sources.contains(&format!("\"{key}\"")) && !sources.contains(&format!("\"{key}.")))
        .filter(|key| !used_inside.contains(&format!("{{ {key} }}")))
        .filter(|key| key != "language-name")
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

#[test]
fn every_name_of_the_glossary_has_its_word() {
    use crate::domain::dimension::DEFAULT_STAGES;
    use crate::domain::evidence::State;
    use crate::domain::journey::{self, Lane};
    use crate::domain::record::Kind;
    use crate::domain::{Act, AskedState, Dimension, Outcome, Recruited, Source, Speaker, Stance, Status, Voice};
    let lists: [(&str, &[&str]); 29] = [
        ("leak", crate::domain::leaks::LeakKind::NAMES),
        ("leak-instead", crate::domain::leaks::LeakKind::NAMES),
        ("verify", crate::domain::verify::FaultKind::NAMES),
        ("diff", crate::domain::edition::Change::NAMES),
        ("diff-left", crate::domain::edition::Left::NAMES),
        ("dimension", Dimension::NAMES),
        ("stage", &DEFAULT_STAGES),
        ("voice", Voice::NAMES),
        ("outcome", Outcome::NAMES),
        ("recruited", Recruited::NAMES),
        ("source", Source::NAMES),
        ("speaker", Speaker::NAMES),
        ("status", Status::NAMES),
        ("asked", AskedState::NAMES),
        ("stance", Stance::NAMES),
        ("act", Act::NAMES),
        ("alternative", crate::domain::AlternativeKind::NAMES),
        ("kind", Kind::NAMES),
        ("cli-count", Kind::NAMES),
        ("lane", Lane::NAMES),
        ("state", State::NAMES),
        ("layer", journey::Layer::NAMES),
        ("content", journey::Content::NAMES),
        ("observed", journey::Observed::NAMES),
        ("holding", journey::Holding::NAMES),
        ("mapping-step", journey::MappingStep::NAMES),
        ("study-step", journey::checklist::StudyStep::NAMES),
        ("lack", journey::check::LackKind::NAMES),
        ("fix", journey::walks::FixFrom::NAMES),
    ];
    let words = arguments(ENGLISH);
    for (list, names) in lists {
        for name in names {
            assert!(words.contains_key(&format!("{list}-{name}")), "no word for {list}-{name}");
        }
    }
}

#[test]
fn short_names_fit_their_column() {
    for lang in [Lang::En, Lang::Ko] {
        let words = Words::new(lang);
        for key in arguments(ENGLISH).keys().filter(|key| key.ends_with("-short") && !key.starts_with("error-")) {
            assert!(crate::domain::text::width(&words.say(key)) <= 8, "{key}");
        }
    }
}

#[test]
fn the_language_comes_from_the_flag_and_then_from_the_environment() {
    let env = |pairs: &'static [(&str, &str)]| {
        move |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    };
    assert_eq!(Lang::choose(None, env(&[])), Lang::En);
    assert_eq!(Lang::choose(None, env(&[("LANG", "ko_KR.UTF-8")])), Lang::Ko);
    assert_eq!(Lang::choose(None, env(&[("LC_ALL", "C"), ("LANG", "ko_KR.UTF-8")])), Lang::En);
    assert_eq!(Lang::choose(None, env(&[("LC_ALL", ""), ("LC_MESSAGES", "ko")])), Lang::Ko);
    assert_eq!(Lang::choose(None, env(&[("WHYBUY_LANG", "ko"), ("LC_ALL", "en_US")])), Lang::Ko);
    assert_eq!(Lang::choose(Some(Lang::En), env(&[("LANG", "ko_KR.UTF-8")])), Lang::En);
    assert_eq!("ko".parse(), Ok(Lang::Ko));
    assert_eq!("kr".parse::<Lang>(), Err(NotALang));
}

#[test]
fn numbers_and_dates_are_written_as_the_language_does() {
    let (english, korean) = (Words::new(Lang::En), Words::new(Lang::Ko));
    let at = NaiveDate::from_ymd_opt(2025, 11, 1).unwrap().and_hms_opt(14, 5, 9).unwrap();
    assert_eq!(english.day_time(at), "1 Nov 2025, 14:05");
    assert_eq!(korean.day_time(at), "2025년 11월 1일 14:05");
    for (number, shown) in [(0, "0"), (999, "999"), (1204, "1,204"), (-1_000_000, "-1,000,000")] {
        assert_eq!(korean.number(number), shown);
    }
}

#[test]
fn arguments_fill_messages_with_particles_plurals_and_grouping() {
    let source = "lines = { $n ->\n    [one] { $n } line of { JOSA($who, \"을/를\") }\n   *[other] { $n } lines of { JOSA($who, \"을/를\") }\n }\n    .why = because { $n }\nbroken = {\n";
    let args = |n: i64| [("n", Arg::Count(n)), ("who", Arg::from("P07"))];
    let (english, korean) = (Words::of(Lang::En, source), Words::of(Lang::Ko, source));
    assert_eq!(english.say_with("lines", &args(1)), "1 line of P07");
    assert_eq!(english.say_with("lines", &args(1204)), "1,204 lines of P07");
    assert_eq!(korean.say_with("lines", &args(1204)), "1,204 lines of P07을");
    assert_eq!(korean.say_with("lines.why", &args(2)), "because 2");
}

#[test]
fn what_is_missing_shows_itself() {
    let words = Words::new(Lang::Ko);
    for key in ["no-such-key", "dimension-trigger.nothing", "", "."] {
        assert_eq!(words.say(key), key);
    }
    assert_eq!(Words::of(Lang::En, "a = ").say("a"), "a");
}

#[test]
fn an_error_is_said_in_three_sentences() {
    let error = Error::refused("still-needed").with("kind", "participant");
    let said = Words::new(Lang::Ko).explain(&error);
    assert_eq!(said.what, "이 참여자는 지울 수 없습니다.");
    assert_eq!(said.hint.unwrap(), "그 기록을 먼저 지우거나 옮기십시오.");
    let said = Words::new(Lang::En).explain(&error);
    assert_eq!(
        (said.what.as_str(), said.why.as_deref()),
        ("This participant cannot be removed.", Some("Other records depend on it."))
    );
}

#[test]
fn words_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Words>();
}
