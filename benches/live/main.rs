//! Key to frame in a real terminal: from the write of a key to the pseudo-terminal until the frame that shows it has
//! been read and understood. A study of fifty thousand lines in a library and an index of a million, alone, while the
//! index is written, while every fsync takes 200 ms, and after eight hours of typing. Beside each measure stands the echo
//! of a bare terminal at the same moments: what this machine and its load cost by themselves.
//! `WHYBUY_STRICT=1` makes a p99 of 16 ms or more an error; `WHYBUY_LINES` and `WHYBUY_KEYS` make it smaller.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_macros)]

#[path = "../corpus/mod.rs"]
mod corpus;
#[path = "../kept/mod.rs"]
mod kept;
mod place;
mod terminal;

use std::process::ExitCode;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use corpus::Dice;
use place::Place;
use portable_pty::CommandBuilder;
use terminal::Terminal;

const BINARY: &str = env!("CARGO_BIN_EXE_whybuy");
/// Keys of one measure.
const KEYS: usize = 3_000;
/// 250 keystrokes a minute for eight hours.
const A_DAY: usize = 250 * 60 * 8;
/// The goal of `spec/stories.md` 5.0.
const GOAL: Duration = Duration::from_millis(16);
/// A line takes at most so many cells, so that the field is one row.
const CELLS: usize = 48;
/// The exit code of a command that found the library busy.
const BUSY: i32 = 5;
/// Lines of one import while the index is written.
const IMPORTED: usize = 300;

fn main() -> ExitCode {
    let place = Place::new(asked("WHYBUY_LINES", 1_000_000));
    let keys = asked("WHYBUY_KEYS", KEYS);
    println!("load before: {}", load());
    println!("| measure | keys | p50 | p99 | max | p50 to first | p99 to first | bare echo p50 | p99 | load |");
    println!("|---|---|---|---|---|---|---|---|---|---|");
    let mut table = Table::default();
    day(&place, keys, &mut table);
    slow_disk(&place, keys, &mut table);
    if std::env::var("WHYBUY_STRICT").is_ok_and(|it| it == "1") && table.worst >= GOAL {
        eprintln!("a p99 of {:.1?}; the goal is below {GOAL:?}", table.worst);
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn asked(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|count| count.parse().ok()).unwrap_or(otherwise)
}

/// One process from its start to the end of a long day.
fn day(place: &Place, keys: usize, table: &mut Table) {
    let mut capture = Capture::start(place, None);
    let process = capture.terminal.child.process_id().unwrap();
    capture.measure(keys / 4);
    let rss = resident(process);
    table.row("alone", capture.measure(keys));
    let import = Import::start(place);
    table.row("while another process imports and the index is written", capture.measure(keys));
    import.stop();
    let begun = Instant::now();
    let day = asked("WHYBUY_DAY", A_DAY);
    capture.rush(day);
    let rushed = begun.elapsed();
    table.row("after eight hours of typing", capture.measure(keys));
    let import = Import::start(place);
    table.row("after eight hours, while the index is written", capture.measure(keys));
    import.stop();
    println!(
        "\n{day} keys were taken in {rushed:.1?}; memory {} MB after the start, {} MB at the end",
        rss / 1024,
        resident(process) / 1024
    );
    capture.quit();
}

/// The same with 200 ms in each fsync of the process, put there by strace.
fn slow_disk(place: &Place, keys: usize, table: &mut Table) {
    if Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_err() {
        println!("NOT MEASURED: there is no strace to slow the disk down");
        return;
    }
    let mut capture = Capture::start(place, Some(200));
    capture.measure(keys / 4);
    table.row("each fsync takes 200 ms", capture.measure(keys));
    let import = Import::start(place);
    table.row("each fsync takes 200 ms, while the index is written", capture.measure(keys));
    import.stop();
    capture.quit();
}

/// The live capture in its terminal, and a bare terminal beside it.
struct Capture {
    terminal: Terminal,
    bare: Terminal,
    dice: Dice,
    /// The column of the empty field.
    begin: u16,
}

/// What was measured: the keys, and the echo of the bare terminal right after each.
struct Measured {
    keys: Vec<Duration>,
    echoes: Vec<Duration>,
}

impl Capture {
    fn start(place: &Place, fsync_ms: Option<u32>) -> Capture {
        let mut command = match fsync_ms {
            None => CommandBuilder::new(BINARY),
            Some(ms) => {
                let mut strace = CommandBuilder::new("strace");
                strace.args(["-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e"]);
                strace.args([&format!("inject=fsync,fdatasync:delay_exit={}", ms * 1000), BINARY]);
                strace
            }
        };
        command.args(["log", "P01", "--study", "Corpus 000", "--lang", "ko"]);
        command.env_clear();
        place.environment().into_iter().for_each(|(name, value)| command.env(name, value));
        command.cwd(place.path());
        let mut terminal = Terminal::start(command);
        terminal.until("the field", |screen| {
            let is_field = |row: String| row.trim_start().starts_with('[');
            screen.rows(0, terminal::COLUMNS).any(is_field) && !screen.hide_cursor()
        });
        let mut shell = CommandBuilder::new("/bin/sh");
        shell.args(["-c", "stty raw -echo; exec cat"]);
        let mut bare = Terminal::start(shell);
        thread::sleep(Duration::from_millis(500));
        bare.echo();
        let begin = terminal.model.screen().cursor_position().1;
        Capture { terminal, bare, dice: Dice::new(7), begin }
    }

    /// Types lines, a key every few milliseconds, and takes the time of each.
    fn measure(&mut self, count: usize) -> Measured {
        let mut measured = Measured { keys: Vec::new(), echoes: Vec::new() };
        while measured.keys.len() < count {
            let line = short(&mut self.dice);
            for c in line.chars() {
                self.pause();
                measured.keys.push(self.character(c));
                measured.echoes.push(self.bare.echo());
            }
            self.pause();
            measured.keys.push(self.enter(&line));
            measured.echoes.push(self.bare.echo());
        }
        measured
    }

    fn pause(&mut self) {
        thread::sleep(Duration::from_micros(self.dice.between(0, 8_000) as u64));
        self.terminal.catch_up();
    }

    fn character(&mut self, c: char) -> Duration {
        let (_, before) = self.terminal.model.screen().cursor_position();
        let wide = u16::try_from(whybuy::domain::text::width(&c.to_string())).unwrap();
        let (sent, typed) = (Instant::now(), c.to_string());
        self.terminal.write(&typed);
        self.terminal.until(&typed, |screen| {
            let (row, column) = screen.cursor_position();
            let shown = screen.cell(row, before).map(|cell| cell.contents().to_owned()).unwrap_or_default();
            column == before + wide && (shown == typed || (c == ' ' && shown.is_empty()))
        });
        sent.elapsed()
    }

    fn enter(&mut self, line: &str) -> Duration {
        let (sent, begin) = (Instant::now(), self.begin);
        self.terminal.write("\r");
        self.terminal.until(line, |screen| {
            screen.cursor_position().1 == begin && screen.rows(0, terminal::COLUMNS).any(|row| row.contains(line))
        });
        sent.elapsed()
    }

    /// Types so many keys as fast as they are taken.
    fn rush(&mut self, count: usize) {
        let mut typed = 0;
        while typed < count {
            let lines: Vec<String> = (0..20).map(|_| short(&mut self.dice)).collect();
            typed += lines.iter().map(|line| line.chars().count() + 1).sum::<usize>();
            self.terminal.write(&format!("{}\r", lines.join("\r")));
            let (begin, last) = (self.begin, lines.last().unwrap());
            self.terminal.until(last, |screen| {
                screen.cursor_position().1 == begin && screen.rows(0, terminal::COLUMNS).any(|row| row.contains(last))
            });
        }
    }

    fn quit(mut self) {
        self.terminal.write("\x03");
        self.terminal.child.wait().unwrap();
        self.bare.child.kill().unwrap();
    }
}

/// A short line of words that mean no command.
fn short(dice: &mut Dice) -> String {
    let mut text = String::new();
    for word in corpus::line(dice).split_whitespace().filter(|word| !word.contains(['#', '@', '/', '"', '!', '?', ':']))
    {
        let longer = format!("{text}{}{word}", if text.is_empty() { "" } else { " " });
        if whybuy::domain::text::width(&longer) > CELLS {
            break;
        }
        text = longer;
    }
    text
}

/// Another process that imports lines into the same study and lets the index follow, over and over.
struct Import {
    stop: Arc<AtomicBool>,
    thread: thread::JoinHandle<(usize, usize)>,
}

impl Import {
    fn start(place: &Place) -> Import {
        let stop = Arc::new(AtomicBool::new(false));
        let (stopped, environment, folder) = (Arc::clone(&stop), place.environment(), place.path().to_owned());
        let seed = Instant::now().elapsed().as_nanos() as u64 ^ u64::from(std::process::id());
        let thread = thread::spawn(move || {
            let (mut dice, mut imports, mut busy) = (Dice::new(seed), 0, 0);
            while !stopped.load(Ordering::Relaxed) {
                let mut csv = String::from("participant,interview,text\n");
                for _ in 0..IMPORTED {
                    csv.push_str(&format!(
                        "P02,import,\"{} {}\"\n",
                        dice.below(1 << 40),
                        corpus::line(&mut dice).replace('"', "")
                    ));
                }
                let file = folder.join("lines.csv");
                std::fs::write(&file, csv).expect("a file");
                let mut import = Command::new(BINARY);
                import.args(["import", "--study", "Corpus 000"]).arg(&file).env_clear().envs(environment.clone());
                let done = import.stdin(Stdio::null()).output().expect("an import");
                match done.status.code() {
                    Some(0) => imports += 1,
                    // Whoever types may keep the library for longer than a command waits, where each fsync is slow.
                    Some(BUSY) => busy += 1,
                    _ => panic!("{}", String::from_utf8_lossy(&done.stdout)),
                }
            }
            (imports, busy)
        });
        // The first one is under way before anything is measured.
        thread::sleep(Duration::from_millis(300));
        Import { stop, thread }
    }

    fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        let (imports, busy) = self.thread.join().expect("the imports");
        println!("<!-- {imports} imports of {IMPORTED} lines meanwhile, {busy} were told that the library is busy -->");
    }
}

#[derive(Default)]
struct Table {
    first: Option<(Duration, Duration)>,
    worst: Duration,
}

impl Table {
    fn row(&mut self, name: &str, mut measured: Measured) {
        let count = measured.keys.len();
        let (p50, p99, max) = quantiles(&mut measured.keys);
        let (echo50, echo99, _) = quantiles(&mut measured.echoes);
        let (first50, first99) = *self.first.get_or_insert((p50, p99));
        self.worst = self.worst.max(p99);
        let ratio = |now: Duration, first: Duration| now.as_secs_f64() / first.as_secs_f64();
        println!(
            "| {name} | {count} | {p50:.2?} | {p99:.2?} | {max:.1?} | {:.2}x | {:.2}x | {echo50:.2?} | {echo99:.2?} | {} |",
            ratio(p50, first50),
            ratio(p99, first99),
            load()
        );
    }
}

fn quantiles(times: &mut [Duration]) -> (Duration, Duration, Duration) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    (at(50), at(99), at(100))
}

/// The load of the last minute.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

/// The memory of a process, in KiB.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or_default()
}
