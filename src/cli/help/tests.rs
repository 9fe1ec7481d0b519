//! Every help page in both languages: complete, at most 80 cells wide, and the English ones as `docs/cli.md`.
//! `UPDATE_DOCS=1 cargo test help` writes that page anew.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::text;
use crate::words::Lang;

const HEAD: &str = "# The command line

<!-- Generated from the program by `UPDATE_DOCS=1 cargo test --lib cli::help`; a stale copy fails the tests. -->

Every command writes its results to stdout and its messages to stderr. With `--json` it answers with one JSON
document that begins with `\"schema\":\"whybuy.<name>/1\"`, and an error is `{\"error\":{\"kind\",\"message\",\"hint\"}}` on
stderr. Nothing is coloured where the output is piped or `NO_COLOR` is set.

| exit code | means | kind |
|---:|---|---|
| 0 | done | |
| 1 | a check did not hold | `check` |
| 2 | used wrongly | `usage` |
| 3 | refused by a rule | `refused` |
| 4 | not found | `not_found` |
| 5 | busy in another process | `busy` |
| 6 | damaged | `damaged` |
| 7 | written by a newer whybuy | `newer` |
| 8 | disk or operating system | `io` |
| 70 | a fault of whybuy itself | `bug` |

Where things are: the library in `$XDG_DATA_HOME/whybuy/library.db` (or `--library`, or `WHYBUY_LIBRARY`), its index
in `$XDG_CACHE_HOME/whybuy/`. `WHYBUY_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG` choose the language, `WHYBUY_AUTHOR`
names who writes. For tests only, `WHYBUY_NOW` (RFC 3339) and `WHYBUY_SEED` (a number) fix the clock and the ids.
";

/// Every command below this one with its path, in the order of the pages.
fn pages(command: &Command, path: &[String]) -> Vec<(String, String)> {
    let mut pages = vec![(path.join(" "), page(command))];
    for below in command.get_subcommands() {
        let path: Vec<String> = path.iter().cloned().chain([below.get_name().to_owned()]).collect();
        pages.extend(self::pages(below, &path));
    }
    pages
}

fn page(command: &Command) -> String {
    let text = command.clone().term_width(80).render_help().to_string();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

fn all(lang: Lang) -> Vec<(String, String)> {
    let mut command = command(&Words::new(lang));
    command.build();
    pages(&command, &["whybuy".to_owned()])
}

#[test]
fn no_help_page_is_wider_than_80_cells() {
    for lang in [Lang::En, Lang::Ko] {
        for (name, page) in all(lang) {
            let wide: Vec<&str> = page.lines().filter(|line| text::width(line) > 80).collect();
            assert!(wide.is_empty(), "{lang:?} {name}: {wide:#?}");
        }
    }
}

#[test]
fn no_help_page_lacks_a_text() {
    for lang in [Lang::En, Lang::Ko] {
        for (name, page) in all(lang) {
            assert!(!page.contains("cli-"), "{lang:?} {name}:\n{page}");
            assert!(!page.contains("{$"), "{lang:?} {name}:\n{page}");
        }
    }
}

#[test]
fn no_korean_help_page_speaks_english() {
    let english = ["Usage", "Options", "Arguments", "Commands", "OPTIONS", "COMMAND", "default", "possible values"];
    for (name, page) in all(Lang::Ko) {
        let found: Vec<_> = english.iter().filter(|word| page.contains(**word)).collect();
        assert!(found.is_empty(), "{name}: {found:?}\n{page}");
    }
}

#[test]
fn the_page_of_the_command_line_is_fresh() {
    let mut doc = HEAD.to_owned();
    for (name, page) in all(Lang::En) {
        doc.push_str(&format!("\n## {name}\n\n```text\n{page}```\n"));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/cli.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &doc).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(kept == doc, "docs/cli.md is stale: UPDATE_DOCS=1 cargo test --lib cli::help");
}

#[test]
fn help_as_a_command_is_help_as_a_flag() {
    let turned = |line: &str| {
        let argv = as_flag(line.split(' ').map(OsString::from).collect());
        argv.iter().map(|it| it.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(turned("whybuy help search"), "whybuy search --help");
    assert_eq!(turned("whybuy --lang ko help"), "whybuy --lang ko --help");
    assert_eq!(turned("whybuy search help"), "whybuy search help");
}
