//! Nothing that was shown as saved is lost by `kill -9`. A typist types one known stream of Korean and English lines
//! into the live capture; the process is killed at random moments; what the last whole frame showed as saved must be
//! in the library, byte for byte and in order. Typing then goes on from what was recovered, so that every key of the
//! stream is judged. With the feature `mutant_ack_early` the same test must find a loss.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use whybuy::words::{Lang, Words};

use crate::corpus::generator::{Dice, line};
use crate::endings::ready;
use crate::home::{Home, interview, lines};
use crate::pty::{Picture, Pty};

/// Kills where nobody asks for more; `WHYBUY_KILLS` does.
const KILLS: usize = 56;
/// Libraries that are typed into at the same time.
const TYPISTS: usize = 4;
/// A line takes at most so many cells, so that it stands on one row of the screen.
const CELLS: usize = 60;
const ROWS: u16 = 30;
const COLUMNS: u16 = 120;

/// The stream: every line begins with its number, so that it is known on the screen and in the library.
struct Stream {
    lines: Vec<String>,
    /// Keys before each line; Enter is a key.
    begins: Vec<usize>,
    keys: Vec<String>,
}

impl Stream {
    fn new(seed: u64, count: usize) -> Stream {
        let mut dice = Dice::new(seed);
        let lines: Vec<String> = (1..=count).map(|number| short_line(number, &mut dice)).collect();
        let (mut begins, mut keys) = (Vec::new(), Vec::new());
        for line in &lines {
            begins.push(keys.len());
            keys.extend(line.chars().map(String::from));
            keys.push("\r".to_owned());
        }
        Stream { lines, begins, keys }
    }

    /// The keys after which the line of this number (from 1) is in the library.
    fn after(&self, number: usize) -> usize {
        self.begins.get(number).copied().unwrap_or(self.keys.len())
    }

    /// The keys after which this text of the line of this number stands in the field; none where it never does.
    fn within(&self, number: usize, text: &str) -> Option<usize> {
        let line = self.lines.get(number.checked_sub(1)?)?;
        line.starts_with(text).then(|| self.begins[number - 1] + text.chars().count())
    }
}

/// A line such as `0007 견적이 늦어져서`, of words that are no command.
fn short_line(number: usize, dice: &mut Dice) -> String {
    let mut text = format!("{number:04}");
    for word in line(dice).split_whitespace() {
        let longer = format!("{text} {word}");
        if whybuy::domain::text::width(&longer) > CELLS {
            break;
        }
        text = longer;
    }
    text
}

/// The number with which a text of the stream begins.
fn number_of(text: &str) -> Option<usize> {
    text.get(..4)?.parse().ok()
}

/// What the last frame vouched for, in keys of the stream.
fn shown_as_saved(picture: &Picture, words: &Words, stream: &Stream) -> usize {
    let saved = format!("v {}", words.say("saved"));
    let all_saved = picture.rows.first().is_some_and(|row| row.ends_with(&saved));
    let mut shown = 0;
    for row in &picture.rows {
        let number = row.split_whitespace().find_map(|word| number_of(word).filter(|_| word.len() == 4));
        let Some(number) = number.filter(|number| *number <= stream.lines.len()) else { continue };
        if row.trim_start().starts_with('[') {
            // The field: `[Unsorted] 0007 견적`. Blanks at its end are not seen, so they are not counted.
            let text = row.find(&format!("{number:04}")).map_or("", |at| &row[at..]);
            let kept = picture.rows.iter().any(|row| row.contains(&format!(" v {}", words.say("draft-kept"))));
            if all_saved || kept {
                shown = shown.max(stream.within(number, text).unwrap_or(0));
            }
        } else if all_saved || !row.contains('*') {
            shown = shown.max(stream.after(number));
        }
    }
    shown
}

/// What is in the library after a kill, in keys of the stream, and whether a draft outlived its line.
fn recovered(home: &Home, stream: &Stream) -> (usize, bool) {
    let store = home.store();
    assert_eq!(store.check().unwrap(), Vec::<String>::new(), "the library is sound");
    let research = home.research();
    let lines = lines(&research, "P01");
    assert_eq!(lines[..], stream.lines[..lines.len()], "the lines are what was typed, in order");
    let interview = interview(&research, "P01").id;
    assert!(research.notes_of(interview).map(|note| note.number).is_sorted(), "ids and numbers disagree");
    let slot = format!("capture:{interview}");
    let draft = home.drafts().into_iter().find(|draft| draft.slot == slot).map(|draft| draft.text).unwrap_or_default();
    let finished = stream.after(lines.len());
    if draft.is_empty() {
        return (finished, false);
    }
    match stream.within(lines.len() + 1, &draft) {
        Some(keys) => (keys, false),
        None => {
            let is_stale = stream.within(lines.len(), &draft).is_some();
            assert!(is_stale, "a draft that nobody typed: {draft:?} after {} lines", lines.len());
            (finished, true)
        }
    }
}

/// What came of the kills of one typist.
#[derive(Debug, Default)]
struct Verdict {
    kills: usize,
    /// Kills with keys typed that were not saved.
    in_flight: usize,
    keys_in_flight: usize,
    losses: Vec<String>,
    stale: usize,
}

/// One run of the process: typing goes on from `from`; returns the keys that were sent when it was killed.
fn type_and_kill(pty: &mut Pty, stream: &Stream, from: usize, dice: &mut Dice) -> usize {
    let (stop, sent) = (AtomicBool::new(false), Mutex::new(from));
    let life = Duration::from_millis(dice.between(150, 1200) as u64);
    // Two of three kills follow close on a burst, when something is sure to be on its way; the others come at any time.
    let (is_after_burst, delay) = (dice.chance(67), Duration::from_micros(dice.below(4_000) as u64));
    let mut typing = Dice::new(dice.below(usize::MAX) as u64);
    thread::scope(|scope| {
        let keyboard = pty.keyboard();
        let (stop, sent) = (&stop, &sent);
        scope.spawn(move || {
            let mut at = from;
            while !stop.load(Ordering::SeqCst) && at < stream.keys.len() {
                let burst = if typing.chance(70) { typing.between(1, 8) } else { typing.between(20, 120) };
                let end = (at + burst).min(stream.keys.len());
                let mut count = sent.lock().unwrap();
                keyboard.keys(&stream.keys[at..end].concat());
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
    let stream = Stream::new(seed, kills * 60);
    let mut dice = Dice::new(seed ^ 0xD1CE);
    let (mut verdict, mut at) = (Verdict::default(), 0);
    for _ in 0..kills {
        let mut pty = Pty::start(&home, &["log", "P01", "--lang", "ko"], ROWS, COLUMNS);
        ready(&pty);
        let sent = type_and_kill(&mut pty, &stream, at, &mut dice);
        pty.kill();
        let frame = pty.last_frame();
        let shown = shown_as_saved(&frame, &words, &stream);
        let (there, is_stale) = recovered(&home, &stream);
        verdict.kills += 1;
        verdict.in_flight += usize::from(sent > there);
        verdict.keys_in_flight += sent - there;
        verdict.stale += usize::from(is_stale);
        if there < shown {
            verdict.losses.push(format!("{shown} keys were shown as saved, {there} are there:\n{}", frame.text()));
        }
        at = there;
        if is_stale {
            break;
        }
    }
    assert!(at > kills, "hardly anything was typed: {at} keys");
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
        "{kills} kills in {:.0?}: {in_flight} ({} %) with unsaved keys in flight, {} keys on average; {} losses, {} stale drafts",
        began.elapsed(),
        100 * in_flight / kills,
        total(|it| it.keys_in_flight) / kills,
        losses.len(),
        total(|it| it.stale),
    );
    assert!(100 * in_flight >= 20 * kills, "only {in_flight} of {kills} kills proved anything");
    if cfg!(feature = "mutant_ack_early") {
        assert!(!losses.is_empty(), "the saver acknowledged before the commit and nobody noticed");
    } else {
        assert!(losses.is_empty(), "{} losses, the first:\n{}", losses.len(), losses[0]);
        assert_eq!(total(|it| it.stale), 0, "drafts that outlived their line");
    }
}
