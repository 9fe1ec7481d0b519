//! Text from outside is hostile: no control or format character of an imported line, name or file name reaches the
//! terminal, on any screen or in any command's answer.

use std::fs;
use std::time::Duration;

use rustix::process::Signal;

use crate::home::Home;
use crate::pty::Pty;

/// Payloads that do harm where a terminal gets them raw; each stands inside a line that can be found.
const PAYLOADS: [&str; 16] = [
    "\u{1b}]52;c;aGFja2Vk\u{7}",
    "\u{1b}]0;title\u{1b}\\",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}[6n",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{9b}31m",
    "\u{9d}52;c;aGFja2Vk\u{9c}",
    "\u{7}\u{8}\u{b}\u{c}\u{e}\u{f}",
    "\u{7f}",
    "\u{202e}txt.exe\u{202c}",
    "\u{2066}a\u{2069}\u{200e}\u{200f}\u{61c}",
    "\u{200b}\u{2060}\u{feff}\u{ad}",
    "\u{2028}\u{2029}",
    "\u{e0041}\u{e007f}\u{fff9}x\u{fffb}",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{30d}",
    "줄\r\n바꿈\t탭\u{0}",
];

/// Whether a character must never reach a terminal from a text.
fn is_harmful(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// What is left of a terminal stream without the sequences that the screens themselves use.
fn without_our_own(stream: &str) -> String {
    let mut left = String::new();
    let mut rest = stream;
    while let Some(at) = rest.find('\u{1b}') {
        left.push_str(&rest[..at]);
        let body = rest[at..].strip_prefix("\u{1b}[");
        let end = body.and_then(|body| body.find(|c: char| !matches!(c, '0'..='9' | ';' | '?')));
        match body.zip(end) {
            // Moving, styling, erasing, modes, and asking where the cursor is once at the start.
            Some((body, end)) if "HABCDGJKmhldn".contains(body[end..].chars().next().unwrap()) => {
                rest = &body[end + 1..];
            }
            _ => {
                left.push('\u{1b}');
                rest = &rest[at + 1..];
            }
        }
    }
    left + rest
}

fn harm(text: &str, allowed: &[char]) -> Vec<String> {
    let harmful = text.char_indices().filter(|(_, c)| is_harmful(*c) && !allowed.contains(c));
    harmful.map(|(at, c)| format!("{c:?} after {:?}", text[..at].chars().rev().take(30).collect::<String>())).collect()
}

/// Marks in a row on one base, the most.
fn most_marks(text: &str) -> usize {
    let is_mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    text.split(|c| !is_mark(c)).map(|run| run.chars().count()).max().unwrap_or(0)
}

/// A library whose every text carries every payload, as far as the import takes it.
fn poisoned() -> Home {
    let home = Home::with_study(&[]);
    let mut notes = String::new();
    for (number, payload) in PAYLOADS.iter().enumerate() {
        let note = serde_json::json!({
            "participant": format!("P{:02}", number + 1),
            "persona": format!("Wary {payload}"),
            "role": format!("buyer {payload}"),
            "interview": format!("first {payload}"),
            "dimension": "concern",
            "voice": "verbatim",
            "themes": [format!("fear {payload}")],
            "text": format!("needle{number:02} {payload} 뒤의 말"),
        });
        notes.push_str(&format!("{note}\n"));
    }
    let name = "bad\u{1b}]0;x\u{7}\u{202e}.jsonl";
    fs::write(home.path().join(name), notes).unwrap();
    let output = home.command(&["import", name]).output().unwrap();
    for said in [&output.stdout, &output.stderr] {
        assert_eq!(harm(&String::from_utf8_lossy(said), &['\n']), Vec::<String>::new(), "import");
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    home
}

#[test]
fn no_command_passes_it_on() {
    let home = poisoned();
    let missing = "no\u{1b}[31m\u{202e}file";
    let commands: [&[&str]; 9] = [
        &["search", "needle00"],
        &["search", "뒤의 말"],
        &["show", "P01-L001"],
        &["coverage"],
        &["history"],
        &["participant", "list"],
        &["persona", "list"],
        &["import", missing],
        &["show", missing],
    ];
    for args in commands {
        for lang in ["en", "ko"] {
            let output = home.command(&[args, &["--lang", lang]].concat()).output().unwrap();
            for said in [&output.stdout, &output.stderr] {
                let said = String::from_utf8(said.clone()).unwrap();
                assert_eq!(harm(&said, &['\n']), Vec::<String>::new(), "{args:?}");
                assert!(most_marks(&said) <= 8, "{args:?}: a flood of marks");
            }
        }
    }
}

#[test]
fn no_screen_passes_it_on() {
    let home = poisoned();
    let found = home.json(&["search", "뒤의 말"]);
    assert!(found["total"].as_u64().unwrap() >= 10, "most payloads were refused: {}", found["total"]);
    let mut shown = 0;
    for args in [&[][..], &["log", "P01"], &["log", "P10"], &["log", "P15"]] {
        let mut pty = Pty::start(&home, args, 30, 100);
        pty.until("a screen", |picture| picture.is_alternate && picture.rows.len() > 5 && picture.text().len() > 200);
        // Through the screens: down, open, search for everything, and a paste that carries the same.
        for keys in [
            "\u{1b}[B",
            "\r",
            "\u{1b}[B",
            "\u{6}",
            "needle",
            "\u{1b}",
            "\u{1b}[200~paste \u{9b}31m\u{202e} end\u{1b}[201~",
        ] {
            pty.keys(keys);
            std::thread::sleep(Duration::from_millis(150));
        }
        pty.signal(Signal::TERM);
        pty.ends_within(Duration::from_secs(20));
        pty.drain();
        let stream = String::from_utf8(pty.bytes()).unwrap();
        let text = without_our_own(&stream);
        shown += text.matches("needle").count();
        assert_eq!(harm(&text, &['\r', '\n']), Vec::<String>::new(), "{args:?}");
        assert!(most_marks(&text) <= 8, "{args:?}: a flood of marks");
    }
    assert!(shown >= 10, "the payloads were hardly on the screen: {shown} times");
}

#[test]
fn the_judge_sees_what_gets_through() {
    assert_eq!(without_our_own("\u{1b}[1;2Ha\u{1b}[38;2;1;2;3mb\u{1b}[?2026lc\u{1b}]0;x\u{7}"), "abc\u{1b}]0;x\u{7}");
    for payload in &PAYLOADS[..14] {
        assert!(
            !harm(&without_our_own(&format!("x{payload}")), &[]).is_empty() || payload.starts_with("\u{1b}["),
            "{payload:?}"
        );
    }
}
