//! Nothing that was shown as saved is lost by `kill -9`. A typist types one known stream of keys into the live capture;
//! the process is killed at random moments; what the last whole frame showed as saved must be in the library, and the
//! library must hold exactly what some prefix of the keys makes. Typing then goes on from what was recovered, so that
//! every key is judged. With the feature `mutant_ack_early` the same test must find a loss.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use whybuy::words::{Lang, Words};

use crate::corpus::generator::Dice;
use crate::endings::ready;
use crate::home::Home;
use crate::pty::{Picture, Pty};
use crate::typing::{self, Capture, Held, Key};

/// Kills where nobody asks for more; `WHYBUY_KILLS` does.
const KILLS: usize = 100;
/// Libraries that are typed into at the same time.
const TYPISTS: usize = 4;
/// At least so many of a hundred kills must come while keys are typed that are not shown as saved.
const IN_FLIGHT: usize = 30;
const ROWS: u16 = 30;
const COLUMNS: u16 = 120;

/// What a stretch of keys makes, step by step, and by which key each thing that a frame can show has come about.
struct Stretch {
    held: Vec<Held>,
    /// By the text of a line or event: after how many keys it stood so.
    logged: BTreeMap<String, usize>,
    starred: BTreeMap<String, usize>,
    field: BTreeMap<String, usize>,
}

impl Stretch {
    fn new(begin: &Capture, keys: &[Key]) -> Stretch {
        let mut capture = begin.clone();
        let mut stretch = Stretch {
            held: vec![capture.held()],
            logged: BTreeMap::new(),
            starred: BTreeMap::new(),
            field: BTreeMap::new(),
        };
        for (at, key) in keys.iter().enumerate() {
            capture.press(*key);
            let after = at + 1;
            stretch.held.push(capture.held());
            if matches!(key, Key::Enter | Key::Star) {
                for entry in capture.entries.iter().rev().take(6) {
                    stretch.logged.entry(entry.text.clone()).or_insert(after);
                    if entry.star {
                        stretch.starred.entry(entry.text.clone()).or_insert(after);
                    }
                }
            }
            let field = capture.correcting.as_ref().map_or(&capture.field, |(_, text)| text);
            stretch.field.entry(field.trim_end().to_owned()).or_insert(after);
        }
        // What stood there before proves nothing of this stretch.
        for entry in &begin.entries {
            stretch.logged.remove(&entry.text);
            if entry.star {
                stretch.starred.remove(&entry.text);
            }
        }
        stretch
    }

    /// The keys of the stretch that a frame vouches for.
    fn shown_as_saved(&self, picture: &Picture, words: &Words) -> usize {
        let saved = format!("v {}", words.say("saved"));
        let kept = format!(" v {}", words.say("draft-kept"));
        let all_saved = picture.rows.first().is_some_and(|row| row.ends_with(&saved));
        let is_kept = all_saved || picture.rows.iter().any(|row| row.contains(&kept));
        let mut shown = 0;
        for row in &picture.rows {
            if let Some((_, field)) = row.trim_start().strip_prefix('[').and_then(|row| row.split_once("] ")) {
                if is_kept {
                    shown = shown.max(self.field.get(field.trim_end()).copied().unwrap_or(0));
                }
            } else if all_saved || !row.trim_start().starts_with('*') {
                shown = shown.max(latest(&self.logged, row));
                if row.contains('★') {
                    shown = shown.max(latest(&self.starred, row));
                }
            }
        }
        shown
    }

    /// The last key until which nothing more is to be saved than after `keys` of them.
    fn settled(&self, keys: usize) -> usize {
        let same = self.held[keys..].iter().take_while(|held| **held == self.held[keys]).count();
        keys + same - 1
    }
}

/// The latest key that is told by a text in this row.
fn latest(texts: &BTreeMap<String, usize>, row: &str) -> usize {
    texts.iter().filter(|(text, _)| row.contains(text.as_str())).map(|(_, at)| *at).max().unwrap_or(0)
}

/// What came of the kills of one typist.
#[derive(Debug, Default)]
struct Verdict {
    kills: usize,
    /// Kills with keys typed that were not shown as saved.
    in_flight: usize,
    keys_in_flight: usize,
    /// Kills with keys typed that were not in the library.
    unsaved: usize,
    losses: Vec<String>,
}

/// One run of the process: typing goes on from `from`; returns the keys that were sent when it was killed.
fn type_and_kill(pty: &mut Pty, keys: &[Key], from: usize, dice: &mut Dice) -> usize {
    let (stop, sent) = (AtomicBool::new(false), Mutex::new(from));
    let life = Duration::from_millis(dice.between(100, 900) as u64);
    // Two of three kills follow close on a burst, when something is sure to be on its way; the others come at any time.
    let (is_after_burst, delay) = (dice.chance(67), Duration::from_micros(dice.below(4_000) as u64));
    let mut typing = Dice::new(dice.below(usize::MAX) as u64);
    thread::scope(|scope| {
        let keyboard = pty.keyboard();
        let (stop, sent) = (&stop, &sent);
        scope.spawn(move || {
            let mut at = from;
            while !stop.load(Ordering::SeqCst) && at < keys.len() {
                let burst = if typing.chance(70) { typing.between(1, 8) } else { typing.between(9, 200) };
                let end = (at + burst).min(keys.len());
                let mut count = sent.lock().unwrap();
                keyboard.keys(&keys[at..end].iter().map(|key| key.bytes()).collect::<String>());
                *count = end;
                drop(count);
                at = end;
                thread::sleep(Duration::from_millis(typing.between(1, 45) as u64));
            }
        });
        thread::sleep(life);
        if is_after_burst {
            let (before, waited) = (*sent.lock().unwrap(), Instant::now());
            while *sent.lock().unwrap() == before && waited.elapsed() < Duration::from_millis(100) {
                thread::sleep(Duration::from_micros(200));
            }
            thread::sleep(delay);
        }
        pty.signal(rustix::process::Signal::KILL);
        stop.store(true, Ordering::SeqCst);
    });
    sent.into_inner().unwrap()
}

fn typist(seed: u64, kills: usize) -> Verdict {
    let home = Home::with_study(&["P01"]);
    let words = Words::new(Lang::Ko);
    let keys = typing::keys(seed, kills * 60);
    let mut dice = Dice::new(seed ^ 0xD1CE);
    let (mut verdict, mut at, mut capture) = (Verdict::default(), 0, Capture::default());
    for _ in 0..kills {
        let mut pty = Pty::start(&home, &["log", "P01", "--lang", "ko"], ROWS, COLUMNS);
        ready(&pty);
        let sent = type_and_kill(&mut pty, &keys, at, &mut dice);
        pty.kill();
        let (frame, stretch) = (pty.last_frame(), Stretch::new(&capture, &keys[at..sent]));
        let shown = stretch.shown_as_saved(&frame, &words);
        assert_eq!(home.store().check().unwrap(), Vec::<String>::new(), "the library is sound");
        let there = Held::of(&home.research(), &home.drafts());
        let first = stretch.held.iter().position(|held| *held == there);
        let last = stretch.held.iter().rposition(|held| *held == there);
        verdict.kills += 1;
        verdict.in_flight += usize::from(stretch.settled(shown) < sent - at);
        verdict.keys_in_flight += sent - at - shown;
        let Some((first, last)) = first.zip(last) else {
            verdict.losses.push(format!("no prefix of the keys makes this library: {there:#?}\n{}", frame.text()));
            break;
        };
        verdict.unsaved += usize::from(last < sent - at);
        if last < shown {
            verdict.losses.push(format!("{shown} keys were shown as saved, {last} are there:\n{}", frame.text()));
        }
        // From the first key that makes it: what a key changed in the process alone is typed anew.
        keys[at..at + first].iter().for_each(|key| capture.press(*key));
        at += first;
    }
    assert!(at > kills || !verdict.losses.is_empty(), "hardly anything was typed: {at} keys");
    verdict
}

fn kills() -> usize {
    std::env::var("WHYBUY_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(KILLS)
}

#[test]
fn no_kill_loses_what_was_shown_as_saved() {
    let (began, each) = (Instant::now(), kills().div_ceil(TYPISTS));
    let verdicts: Vec<Verdict> = thread::scope(|scope| {
        let typists: Vec<_> = (0..TYPISTS).map(|number| scope.spawn(move || typist(number as u64 + 1, each))).collect();
        typists.into_iter().map(|typist| typist.join().unwrap()).collect()
    });
    let total = |count: fn(&Verdict) -> usize| verdicts.iter().map(count).sum::<usize>();
    let (kills, in_flight) = (total(|it| it.kills), total(|it| it.in_flight));
    let losses: Vec<&String> = verdicts.iter().flat_map(|it| &it.losses).collect();
    println!(
        "{kills} kills in {:.0?}: {in_flight} ({} %) with keys in flight that were not shown as saved ({} on average), \
         {} ({} %) with keys that were not in the library; {} losses",
        began.elapsed(),
        100 * in_flight / kills,
        total(|it| it.keys_in_flight) / kills,
        total(|it| it.unsaved),
        100 * total(|it| it.unsaved) / kills,
        losses.len(),
    );
    assert!(100 * in_flight >= IN_FLIGHT * kills, "only {in_flight} of {kills} kills proved anything");
    if cfg!(feature = "mutant_ack_early") {
        assert!(!losses.is_empty(), "the saver acknowledged before the commit and nobody noticed");
    } else {
        assert!(losses.is_empty(), "{} losses, the first:\n{}", losses.len(), losses[0]);
    }
}
